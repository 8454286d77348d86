/** Every duty of every subject: filtered, in the order of due days, each with the reason of its date. */

import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DutyList } from '../../electron/contract/duties.ts';
import { isDay } from '../../electron/domain/day.ts';
import { SUBJECT_KINDS } from '../../electron/domain/duties.ts';
import { DUTY_RULE_IDS } from '../../electron/domain/dutyRules.ts';
import { client, orpc } from '../client.ts';
import { saveFile } from '../native.ts';
import { DeadlineBadge } from '../parts/DeadlineBadge.tsx';
import { DutyFilterBar } from '../parts/duties/DutyFilterBar.tsx';
import { type DutyFilter, EVERY_DUTY, STATE_CHOICES } from '../parts/duties/filter.ts';
import { ListOutput } from '../parts/ListOutput.tsx';
import { isChased, NoticeButton } from '../parts/NoticeButton.tsx';
import { PageState } from '../parts/PageState.tsx';
import { Problem } from '../parts/Problem.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { addressOf, mayOpen } from '../parts/subject.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { WhyDate } from '../parts/WhyDate.tsx';
import { useSeat } from '../session.ts';
import { dutiesText } from '../text/duties.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import './TodayPage.css';
import './DutiesPage.css';

/** The duties as they are filtered: a table, or for the calendars of the office. */
function Files({ filter, total }: { readonly filter: DutyFilter; readonly total: number }) {
  const { t, language } = useText(dutiesText);
  const asked = { ...filter, on: null, divisionId: filter.divisionId || null };
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.duties.calendarFile({ ...asked, language });
      return (await saveFile(file)) === null ? undefined : file.name;
    },
  });
  return (
    <div className="actions">
      {save.data !== undefined && <span role="status">{t('calendarSaved', { name: save.data })}</span>}
      <Problem error={save.error} />
      <ListOutput total={total} onAsk={(wanted) => client.duties.export({ ...asked, ...wanted })} />
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('calendarFile')}
      </Button>
    </div>
  );
}

export type DutyRow = DutyList['rows'][number];

const PAGE = 100;
const COLUMNS = ['rule', 'subject', 'division', 'trigger', 'due'] as const;

export function DutiesPage() {
  const { t } = useText(dutiesText);
  const { t: shell } = useText(shellText);
  const navigate = useNavigate();
  const [filter, setFilter] = useFilter();
  const { actor } = useSeat();
  const asked = useInfiniteQuery(
    orpc.duties.list.infiniteOptions({
      input: (offset: number) => ({ ...filter, on: null, divisionId: filter.divisionId || null, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
        return shown < total ? shown : undefined;
      },
      placeholderData: (before) => before,
    }),
  );
  const pages = asked.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const { selected, rowProps } = useRowKeys(rows, rowKey, ({ subject }) => {
    if (mayOpen(subject, actor)) void navigate(addressOf(subject));
  });
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    { keys: ['Enter'], label: shell('keyOpen') },
  ]);
  const [first] = pages;
  if (first === undefined) return <PageState of={asked} />;
  return (
    <>
      <div className="heading-bar">
        <h1>
          {t('heading')} <small>{t('headingHint')}</small>
        </h1>
        <Files filter={filter} total={first.total} />
      </div>
      <Problem error={asked.error} onRetry={() => void asked.refetch()} />
      <DutyFilterBar filter={filter} onFilter={setFilter} counts={first.counts} total={first.total} />
      <div className="board">
        {rows.length === 0 ? (
          <p className="card board-empty">{t('none')}</p>
        ) : (
          <div className="card board-list">
            <DutyTable rows={rows} rowProps={rowProps} />
            {asked.hasNextPage && (
              <p className="list-more">
                <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                  {t('more', { count: Math.min(PAGE, first.total - rows.length) })}
                </Button>
              </p>
            )}
          </div>
        )}
        {selected !== undefined && (
          <aside className="card">
            <WhyDate subject={selected.subject} rule={selected.duty.rule} triggerOn={selected.duty.triggerOn}>
              <div className="actions">
                {mayOpen(selected.subject, actor) && (
                  <Button onClick={() => void navigate(addressOf(selected.subject))}>{t('openSubject')}</Button>
                )}
                {selected.duty.doneOn === null && isChased(selected.subject) && (
                  <NoticeButton subject={selected.subject} rule={selected.duty.rule} />
                )}
              </div>
            </WhyDate>
          </aside>
        )}
      </div>
    </>
  );
}

function rowKey({ subject, duty }: DutyRow): string {
  return `${subject.kind} ${subject.id} ${duty.rule} ${duty.triggerOn} ${duty.dueOn}`;
}

/** The calendar opens the room at a day, a figure of the statistics with the duties behind it: `?from=…&to=…&state=…`. */
function useFilter(): readonly [DutyFilter, (filter: DutyFilter) => void] {
  const [search] = useSearchParams();
  const dayOf = (name: string) => {
    const day = search.get(name);
    return isDay(day) ? day : null;
  };
  return useState<DutyFilter>(() => ({
    ...EVERY_DUTY,
    ...{ from: dayOf('from'), to: dayOf('to') },
    ...(search.has('signedFrom') && { signed: { from: dayOf('signedFrom'), to: dayOf('signedTo') } }),
    rule: DUTY_RULE_IDS.find((rule) => rule === search.get('rule')) ?? null,
    kind: SUBJECT_KINDS.find((kind) => kind === search.get('kind')) ?? null,
    state: STATE_CHOICES.find((state) => state === search.get('state')) ?? EVERY_DUTY.state,
  }));
}

type TableProps = {
  readonly rows: readonly DutyRow[];
  readonly rowProps: ReturnType<typeof useRowKeys<DutyRow>>['rowProps'];
};

function DutyTable({ rows, rowProps }: TableProps) {
  const { t } = useText(dutiesText);
  const { actor } = useSeat();
  const terms = useTerms();
  return (
    <RowTable
      name={t('heading')}
      columns={COLUMNS.map((id) => ({ id, heading: t(`column.${id}`) }))}
      className="duties"
    >
      {rows.map((row) => {
        const { subject, duty } = row;
        return (
          <tr key={rowKey(row)} {...rowProps(row)}>
            <td className="held">{terms(`duty.${duty.rule}`)}</td>
            <td className="title">
              {subject.number !== '' && <div className="number">{subject.number}</div>}
              {mayOpen(subject, actor) ? (
                <Link to={addressOf(subject)} tabIndex={-1}>
                  {subject.title}
                </Link>
              ) : (
                subject.title
              )}
            </td>
            <td className="name">
              {subject.divisionName}
              {subject.inHand && <div className="grey duty-source">{t('inHand', { name: subject.inHand.name })}</div>}
            </td>
            <td>
              {duty.triggerOn}
              <div className="grey duty-source">{terms(`trigger.${duty.triggerSource}`)}</div>
            </td>
            <td>
              {duty.dueOn}
              <div>
                <DeadlineBadge duty={duty} />
              </div>
            </td>
          </tr>
        );
      })}
    </RowTable>
  );
}
