/** The annual report of a year: begun, filled in and checked, signed, corrected, published; the very PDF beside it. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AnnualReportRecord, ReportEdition } from '../../electron/contract/reports.ts';
import { FIRST_REPORT_YEAR, layoutOf } from '../../electron/domain/annualReport/report.ts';
import { formatDay, yearOf } from '../../electron/domain/day.ts';
import { client, orpc, queryClient, untilAnswered } from '../client.ts';
import { saveFile } from '../native.ts';
import { newId } from '../newId.ts';
import { Labelled } from '../parts/Labelled.tsx';
import { PageState } from '../parts/PageState.tsx';
import { PaperPreview } from '../parts/PaperPreview.tsx';
import { Problem } from '../parts/Problem.tsx';
import { CorrectReportDialog, PostReportDialog, SignReportDialog } from '../parts/report/ReportDialogs.tsx';
import { ReportSheet } from '../parts/report/ReportSheet.tsx';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { reportText } from '../text/report.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import '../parts/Field.css';
import './AnnualReportPage.css';

export function AnnualReportPage() {
  const { t, language } = useText(reportText);
  const { today } = useSeat().state;
  const [params, setParams] = useSearchParams();
  const year = yearAsked(params.get('year'), yearOf(today));
  const editionId = params.get('edition') ?? undefined;
  const asked = useQuery(
    orpc.reports.get.queryOptions({
      input: { year, ...(editionId && { editionId }) },
      placeholderData: (before) => before,
    }),
  );
  const [preview, setPreview] = useState<File>();
  const record = asked.data;
  const layout = layoutOf(year);
  const day = record ? formatDay(record.dueOn, language) : '';
  return (
    <div className={preview ? 'report-page previewing' : 'report-page'}>
      <div className="report-bar">
        <h1>
          {t('heading')} <small>{layout && record && t('headingHint', { source: layout.source, day })}</small>
        </h1>
        <div className="report-choice">
          <Labelled label={t('year')}>
            {(id) => (
              <select
                id={id}
                className="in"
                value={year}
                onChange={(event) => setParams({ year: event.target.value }, { replace: true })}
              >
                {yearsUpTo(yearOf(today)).map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Labelled>
          {record && record.editions.length > 1 && (
            <EditionChoice
              record={record}
              onChoose={(edition) => setParams({ year: String(year), edition }, { replace: true })}
            />
          )}
        </div>
      </div>
      {record === undefined || record.year !== year || layout === undefined ? (
        <PageState of={asked} />
      ) : (
        <>
          <Acts record={record} onPreview={setPreview} />
          {preview ? (
            <PaperPreview file={preview} onClose={() => setPreview(undefined)} />
          ) : (
            <Opened key={`${year} ${record.edition?.id}`} record={record} />
          )}
        </>
      )}
    </div>
  );
}

function yearsUpTo(last: number): readonly number[] {
  return Array.from({ length: last - FIRST_REPORT_YEAR + 1 }, (_, at) => last - at);
}

/** The year that has to be reported on now: the last one that is over. */
function yearAsked(text: string | null, thisYear: number): number {
  const asked = Number(text);
  if (text !== null && asked >= FIRST_REPORT_YEAR && asked <= thisYear) return asked;
  return Math.max(FIRST_REPORT_YEAR, thisYear - 1);
}

function Opened({ record }: { readonly record: AnnualReportRecord }) {
  const { t } = useText(reportText);
  const { actor } = useSeat();
  const layout = layoutOf(record.year);
  if (!layout) return null;
  const isLatest = record.edition?.id === record.editions[0]?.id;
  const isDraft = record.edition !== null && record.edition.signedOn === null && isLatest;
  const reason = record.edition?.correctionReason ?? '';
  return (
    <>
      {record.edition === null && <p className="form-note">{t('notOpened')}</p>}
      {reason !== '' && <p className="form-note">{t('correction', { reason })}</p>}
      <ReportSheet record={record} layout={layout} isEditable={isDraft && holds(actor, ['clerk'])} />
    </>
  );
}

function EditionChoice({
  record,
  onChoose,
}: {
  readonly record: AnnualReportRecord;
  readonly onChoose: (id: string) => void;
}) {
  const { t, language } = useText(reportText);
  const state = ({ signedOn }: ReportEdition) =>
    signedOn === null ? t('draft') : t('signed', { day: formatDay(signedOn, language, 'short') });
  return (
    <Labelled label={t('edition')}>
      {(id) => (
        <select id={id} className="in" value={record.edition?.id} onChange={(event) => onChoose(event.target.value)}>
          {record.editions.map((edition) => (
            <option key={edition.id} value={edition.id}>
              {t('editionOne', { edition: edition.edition, state: state(edition) })}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

type ActsProps = { readonly record: AnnualReportRecord; readonly onPreview: (file: File) => void };

function Acts({ record, onPreview }: ActsProps) {
  const { t, language } = useText(reportText);
  const { actor } = useSeat();
  const [dialog, setDialog] = useState<'sign' | 'correct' | 'post'>();
  const { year, edition } = record;
  const isClerk = holds(actor, ['clerk']);
  const asked = { year, language, mustBalance: false, ...(edition && { editionId: edition.id }) };
  const open = useMutation({
    mutationFn: () => {
      const id = newId();
      return untilAnswered(() => client.reports.open({ id, year }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.reports.key() }),
  });
  const preview = useMutation({
    mutationFn: async () => {
      const { paperId } = await client.reports.paper(asked);
      return client.ledgers.fetch({ paperId });
    },
    onSuccess: onPreview,
  });
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.reports.export(asked);
      return (await saveFile(file)) === null ? undefined : { name: file.name };
    },
  });
  const isLatest = edition?.id === record.editions[0]?.id;
  const done = { onDone: () => setDialog(undefined), onCancel: () => setDialog(undefined) };
  return (
    <>
      <div className="report-acts">
        <p className="grey" role="status">
          <Standing record={record} />
        </p>
        <div className="actions">
          {edition === null && isClerk && (
            <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
              {t('open')}
            </Button>
          )}
          {edition !== null &&
            edition.signedOn === null &&
            isLatest &&
            holds(actor, ['officeReviewer', 'leaderInCharge']) && (
              <Button type="primary" onClick={() => setDialog('sign')}>
                {t('sign')}
              </Button>
            )}
          {edition !== null && edition.signedOn !== null && isClerk && (
            <>
              {edition.postedOn === null && <Button onClick={() => setDialog('post')}>{t('post')}</Button>}
              {isLatest && <Button onClick={() => setDialog('correct')}>{t('correct')}</Button>}
            </>
          )}
          <Button loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('preview')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('export')}
          </Button>
        </div>
      </div>
      {save.data && <p role="status">{t('exported', save.data)}</p>}
      <Problem error={open.error ?? preview.error ?? save.error} />
      {edition !== null && dialog === 'sign' && <SignReportDialog edition={edition} {...done} />}
      {edition !== null && dialog === 'correct' && <CorrectReportDialog edition={edition} {...done} />}
      {edition !== null && dialog === 'post' && <PostReportDialog edition={edition} {...done} />}
    </>
  );
}

function Standing({ record }: { readonly record: AnnualReportRecord }) {
  const { t, language } = useText(reportText);
  const { edition } = record;
  if (edition === null) return null;
  if (edition.signedOn === null) return t('editionOne', { edition: edition.edition, state: t('draft') });
  const signed = t('signed', { day: formatDay(edition.signedOn, language) });
  const posted = edition.postedOn && t('posted', { day: formatDay(edition.postedOn, language) });
  return [t('editionOne', { edition: edition.edition, state: signed }), edition.signerName, posted]
    .filter(Boolean)
    .join(' · ');
}
