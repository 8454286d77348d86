/** Statistics: how documents of a period were disclosed, by month, division and attribute; every figure opens its rows. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import {
  type StatisticsRecord,
  type StatisticsRequest,
  statisticsRequest,
} from '../../electron/contract/statistics.ts';
import { client, orpc } from '../client.ts';
import { saveFile } from '../native.ts';
import { PageState } from '../parts/PageState.tsx';
import { PaperPreview } from '../parts/PaperPreview.tsx';
import { Problem } from '../parts/Problem.tsx';
import { rangeOf } from '../parts/paper/period.ts';
import { Charts } from '../parts/statistics/Charts.tsx';
import { Lists } from '../parts/statistics/Lists.tsx';
import { PeriodBar } from '../parts/statistics/PeriodBar.tsx';
import { percent } from '../parts/statistics/RateLine.tsx';
import { ledgerHref } from '../parts/statistics/rows.ts';
import { useClockHref } from '../parts/statistics/useClockHref.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { statisticsText } from '../text/statistics.ts';
import '../parts/registry/Registry.css';
import '../parts/Field.css';
import './StatisticsPage.css';

export function StatisticsPage() {
  const { t } = useText(statisticsText);
  const { today } = useSeat().state;
  const [params, setParams] = useSearchParams();
  const asked = readRequest(params) ?? yearOf(today);
  const figures = useQuery(orpc.statistics.figures.queryOptions({ input: asked, placeholderData: (before) => before }));
  const [preview, setPreview] = useState<File>();
  const record = figures.data;
  return (
    <div className={preview ? 'statistics-page previewing' : 'statistics-page'}>
      <div className="statistics-bar">
        <h1>
          {t('heading')} <small>{t('headingHint')}</small>
        </h1>
        <Output asked={asked} onPreview={setPreview} />
      </div>
      {preview ? (
        <PaperPreview file={preview} onClose={() => setPreview(undefined)} />
      ) : (
        <>
          <PeriodBar asked={asked} onAsked={(next) => setParams(writeRequest(next), { replace: true })} />
          {record === undefined ? (
            <PageState of={figures} />
          ) : (
            <>
              <Problem error={figures.error} />
              <Tiles record={record} asked={asked} />
              {record.total.documents === 0 ? (
                <p className="card statistics-nothing">{t('nothing')}</p>
              ) : (
                <>
                  <Charts record={record} asked={asked} />
                  <Lists record={record} asked={asked} />
                </>
              )}
            </>
          )}
        </>
      )}
    </div>
  );
}

/** The year that runs: most of what is asked for. */
function yearOf(today: Parameters<typeof rangeOf>[1]): StatisticsRequest {
  const { signedFrom, signedTo } = rangeOf('year', today);
  return { from: signedFrom ?? null, to: signedTo ?? null, divisionId: null };
}

/** The period and division as they stand in the address; undefined where it names none. */
function readRequest(params: URLSearchParams): StatisticsRequest | undefined {
  if (!params.has('from') && !params.has('to') && !params.has('division')) return undefined;
  const read = statisticsRequest.safeParse({
    from: params.get('from') || null,
    to: params.get('to') || null,
    divisionId: params.get('division') || null,
  });
  return read.success ? read.data : undefined;
}

function writeRequest({ from, to, divisionId }: StatisticsRequest): URLSearchParams {
  return new URLSearchParams({ from: from ?? '', to: to ?? '', division: divisionId ?? '' });
}

type OutputProps = { readonly asked: StatisticsRequest; readonly onPreview: (file: File) => void };

function Output({ asked, onPreview }: OutputProps) {
  const { t, language } = useText(statisticsText);
  const { actor } = useSeat();
  const { from, to } = asked;
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.statistics.export({ ...asked, language });
      return (await saveFile(file)) === null ? undefined : { name: file.name };
    },
  });
  const circular = useMutation({
    mutationFn: async () => {
      const { paperId } = await client.statistics.circular({ from, to, language });
      return client.ledgers.fetch({ paperId });
    },
    onSuccess: onPreview,
  });
  return (
    <div className="actions">
      {save.data && <span role="status">{t('exported', save.data)}</span>}
      <Problem error={save.error ?? circular.error} />
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('export')}
      </Button>
      {holds(actor, ['clerk', 'officeReviewer', 'leaderInCharge', 'auditor']) && (
        <Button type="primary" loading={circular.isPending} onClick={() => circular.mutate()}>
          {t('circular')}
        </Button>
      )}
    </div>
  );
}

type TilesProps = { readonly record: StatisticsRecord; readonly asked: StatisticsRequest };

function Tiles({ record, asked }: TilesProps) {
  const { t } = useText(statisticsText);
  const { total, changes } = record;
  const clockHref = useClockHref(record.isGiven);
  const due = total.inTime + total.late + total.overdue;
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  const period = { ...(asked.from && { changedFrom: asked.from }), ...(asked.to && { changedTo: asked.to }) };
  const ofDivision = asked.divisionId ? { divisionId: asked.divisionId } : {};
  const tiles = [
    { key: 'documents', value: String(total.documents), detail: '', href: ledgerHref(asked, {}) },
    {
      key: 'onTime',
      value: total.onTimeRate === null ? '—' : percent(total.onTimeRate),
      detail: t('onTimeDetail', { due, inTime: total.inTime }),
      href: clockHref(asked, { postingState: 'postedInTime' }),
    },
    {
      key: 'mean',
      value: total.meanWorkingDays === null ? '—' : t('meanUnit', { days: total.meanWorkingDays.toFixed(1) }),
      detail: t('meanDetail'),
      href: clockHref(asked, { postingState: 'posted' }),
    },
    {
      key: 'overdue',
      value: String(total.overdue),
      detail: t('overdueDetail', { notDue: total.notDue }),
      href: clockHref(asked, { postingState: 'overdue' }),
    },
    {
      key: 'copies',
      value: t('copiesUnit', { copies: total.copiesMissing }),
      detail: t('copiesDetail', { count: total.shortOfCopies }),
      href: ledgerHref(asked, { isShortOfCopies: true }),
    },
    {
      key: 'changes',
      value: t('changesUnit', { count: changed }),
      detail: '',
      href: ledgerHref({ ...asked, from: null, to: null }, { changedFrom: undefined, ...period, ...ofDivision }),
    },
  ] as const;
  return (
    <div className="statistics-tiles">
      {tiles.map(({ key, value, detail, href }) => (
        <Link key={key} to={href} className={key === 'overdue' && total.overdue > 0 ? 'tile red' : 'tile'}>
          <span>{t(key)}</span>
          <b>{value}</b>
          <span className="grey">{detail}</span>
        </Link>
      ))}
    </div>
  );
}
