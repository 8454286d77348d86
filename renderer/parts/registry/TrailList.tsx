/** The trail, newest first: filtered by words, act and days; read on in pages. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../electron/domain/day.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import { trailWording } from '../../../electron/domain/wording/trail.ts';
import { orpc } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { trailText } from '../../text/trail.ts';
import { FilterDay } from '../FilterDay.tsx';
import '../Field.css';
import { Labelled } from '../Labelled.tsx';
import { momentText } from '../moment.ts';
import { PageState } from '../PageState.tsx';
import { useActName } from '../useActName.ts';
import { ChangeList } from './ChangeList.tsx';
import { checkCode } from './checkCode.ts';
import { useTrailWords } from './useTrailWords.ts';

const PAGE = 100;
const ACTS = Object.keys(trailWording.zh)
  .filter((key) => key.startsWith('act.'))
  .map((key) => key.slice(4));

type Filter = {
  readonly query: string;
  readonly act: string;
  readonly from: Day | null;
  readonly to: Day | null;
};
const EVERYTHING: Filter = { query: '', act: '', from: null, to: null };

export function TrailList() {
  const { t } = useText(trailText);
  const [filter, setFilter] = useState(EVERYTHING);
  const { query, act, from, to } = filter;
  const asked = useInfiniteQuery(
    orpc.registry.trail.infiniteOptions({
      input: (beforeSeq: number | undefined) => ({
        limit: PAGE,
        ...(query.trim() !== '' && { query: query.trim() }),
        ...(act !== '' && { act }),
        ...(from && { from }),
        ...(to && { to }),
        ...(beforeSeq !== undefined && { beforeSeq }),
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : entries.at(-1)?.seq),
      placeholderData: (last) => last,
    }),
  );
  const entries = asked.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = asked.data?.pages[0]?.total ?? 0;
  return (
    <section className="card list-card" aria-label={t('entries')}>
      <TrailFilter filter={filter} onFilter={setFilter} total={total} />
      {asked.data === undefined && <PageState of={asked} />}
      {asked.data !== undefined && entries.length === 0 && <p className="list-none">{t('none')}</p>}
      {entries.length > 0 && (
        <table className="table trail">
          <thead>
            <tr>
              {(['seq', 'at', 'actor', 'act', 'subject', 'hash'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {asked.hasNextPage && (
        <p className="list-more">
          <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {t('more', { count: Math.min(PAGE, total - entries.length) })}
          </Button>
        </p>
      )}
    </section>
  );
}

type FilterProps = {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly total: number;
};

function TrailFilter({ filter, onFilter, total }: FilterProps) {
  const { t } = useText(trailText);
  const terms = useTerms();
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <div className="list-bar trail-bar">
      <div className="bar-fields">
        <Labelled label={t('query')}>
          {(id) => (
            <input
              id={id}
              className="in"
              type="search"
              placeholder={t('queryHint')}
              value={filter.query}
              onChange={(event) => set({ query: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('act')}>
          {(id) => (
            <select id={id} className="in" value={filter.act} onChange={(event) => set({ act: event.target.value })}>
              <option value="">{t('anyAct')}</option>
              {ACTS.map((act) => (
                <option key={act} value={act}>
                  {terms(`act.${act}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t('from')}>
          {(id) => <FilterDay id={id} value={filter.from} onChange={(from) => set({ from })} />}
        </Labelled>
        <Labelled label={t('to')}>
          {(id) => <FilterDay id={id} value={filter.to} onChange={(to) => set({ to })} />}
        </Labelled>
        {filter !== EVERYTHING && <Button onClick={() => onFilter(EVERYTHING)}>{t('clear')}</Button>}
      </div>
      <span role="status" className="number">
        {t('count', { total })}
      </span>
    </div>
  );
}

type EntryProps = {
  readonly entry: {
    readonly seq: number;
    readonly at: string;
    readonly actorName: string;
    readonly roles: string;
    readonly act: string;
    readonly label: string;
    readonly reason: string;
    readonly result: string;
    readonly hash: string;
    readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  };
};

function Entry({ entry }: EntryProps) {
  const { t } = useText(trailText);
  const terms = useTerms();
  const actName = useActName();
  const words = useTrailWords();
  const { seq, at, actorName, roles, act, label, reason, result, changes, hash } = entry;
  const said = roles.split(/[\s,]+/).filter((role) => hasWords(`role.${role}`));
  const isRefused = hasWords(`refusal.${result}`);
  return (
    <tr>
      <td className="number">{seq}</td>
      <td className="number">{momentText(at)}</td>
      <td>
        <span className="number">{actorName || t('system')}</span>
        {said.length > 0 && (
          <div className="grey trail-small">{said.map((role) => terms(`role.${role}`)).join(t('join'))}</div>
        )}
      </td>
      <td>{actName(act)}</td>
      <td className="wide">
        {words.label(act, label)}
        {isRefused && <div className="problem-line">{t('refused', { result: terms(`refusal.${result}`) })}</div>}
        {reason !== '' && <div>{t('reason', { reason })}</div>}
        <ChangeList act={act} changes={changes} />
      </td>
      <td className="number hash grey" title={hash}>
        {checkCode(hash).slice(0, 9)}
      </td>
    </tr>
  );
}
