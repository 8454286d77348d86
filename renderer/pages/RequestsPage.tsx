/** The register of requests for information: open ones by their due day, filters, what several ask for. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RequestFilter, RequestSummary } from '../../electron/contract/requests.ts';
import { formatDay, yearOf } from '../../electron/domain/day.ts';
import { REQUEST_STATES } from '../../electron/domain/foiRequest.ts';
import { client, orpc } from '../client.ts';
import { ChoiceChip } from '../parts/ChoiceChip.tsx';
import { ListOutput } from '../parts/ListOutput.tsx';
import { PageState } from '../parts/PageState.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { RegisterDialog } from '../parts/request/RegisterDialog.tsx';
import { RequestBadge } from '../parts/request/RequestBadge.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { requestText } from '../text/request.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/request/Request.css';
import './WorkList.css';

const PAGE = 100;
const COLUMNS = ['number', 'applicant', 'subject', 'receivedOn', 'division', 'state', 'dueOn'] as const;
/** Under the revised Regulation; no request is older. */
const FIRST_YEAR = 2019;

export function RequestsPage() {
  const { t, language } = useText(requestText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const [isRegistering, setRegistering] = useState(false);
  const [said, setSaid] = useState('');
  const [filter, setFilter] = useState<RequestFilter>({ state: 'open' });
  const [limit, setLimit] = useState(PAGE);
  const asked = useQuery(
    orpc.requests.list.queryOptions({ input: { filter, offset: 0, limit }, placeholderData: (before) => before }),
  );
  const mayRegister = holds(actor, ['clerk']);
  useShortcuts([
    { keys: ['↑', '↓'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keyOpen') },
    ...(mayRegister ? [{ keys: ['N'], label: t('register'), run: () => setRegistering(true) }] : []),
  ]);
  if (asked.data === undefined) return <PageState of={asked} />;
  const { rows, total, open, undelivered, suggestions } = asked.data;
  const left = Math.min(total - rows.length, PAGE);
  return (
    <>
      <div className="heading-bar">
        <h1>
          {t('heading')} <small>{t('headingHint')}</small>
        </h1>
        <div className="actions">
          <ListOutput total={total} onAsk={(wanted) => client.requests.export({ filter, ...wanted })} />
          {mayRegister && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')} <kbd>N</kbd>
            </Button>
          )}
        </div>
      </div>
      <Filters filter={filter} onFilter={setFilter} />
      {suggestions.map(({ requestId, subject, applicants, dueOn }) => (
        <p key={requestId} className="form-note warn">
          {t('suggestion', { subject, applicants })}
          {dueOn !== null && t('suggestionBy', { day: formatDay(dueOn, language) })}{' '}
          <Link to={`/requests/${requestId}`}>{t('suggestionOpen')}</Link>
        </p>
      ))}
      <p className="work-said" role="status">
        {said || `${t('count', { total, open })}${undelivered > 0 ? t('countUndelivered', { undelivered }) : ''}`}
      </p>
      {rows.length === 0 ? (
        <div className="card work-empty">
          <p>{t('empty')}</p>
          {mayRegister && <p className="grey">{t('emptyHint')}</p>}
        </div>
      ) : (
        <RequestTable rows={rows} onOpen={({ id }) => void navigate(`/requests/${id}`)} />
      )}
      {left > 0 && (
        <p className="request-more">
          <Button onClick={() => setLimit(limit + PAGE)}>{t('more', { count: left })}</Button>
        </p>
      )}
      {isRegistering && (
        <RegisterDialog
          onCancel={() => setRegistering(false)}
          onDone={({ summary }) => {
            setRegistering(false);
            setSaid(t('registered', { number: summary.registerNumber }));
          }}
        />
      )}
    </>
  );
}

type FiltersProps = { readonly filter: RequestFilter; readonly onFilter: (filter: RequestFilter) => void };

function Filters({ filter, onFilter }: FiltersProps) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  const seesAll = actor.roles.some((role) => role !== 'divisionHead');
  const thisYear = yearOf(state.today);
  const years = Array.from({ length: Math.max(thisYear - FIRST_YEAR + 1, 1) }, (_, at) => thisYear - at);
  return (
    <div className="request-filters">
      <input
        type="search"
        className="in"
        aria-label={t('search')}
        placeholder={t('search')}
        value={filter.query ?? ''}
        onChange={(event) => onFilter({ ...filter, query: event.target.value || undefined })}
      />
      <ChoiceChip
        label={t('filterState')}
        value={filter.state}
        options={[
          { value: 'open', label: t('filter.open') },
          { value: 'closed', label: t('filter.closed') },
          ...REQUEST_STATES.map((each) => ({ value: each, label: terms(`requestState.${each}`) })),
        ]}
        onChoose={(state) => onFilter({ ...filter, state: state as RequestFilter['state'] })}
      />
      {seesAll && (
        <ChoiceChip
          label={t('filterDivision')}
          value={filter.divisionId}
          options={(divisions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(divisionId) => onFilter({ ...filter, divisionId })}
        />
      )}
      <ChoiceChip
        label={t('filterYear')}
        value={filter.year?.toString()}
        options={years.map((year) => ({ value: String(year), label: t('year', { year }) }))}
        onChoose={(year) => onFilter({ ...filter, year: year === undefined ? undefined : Number(year) })}
      />
    </div>
  );
}

type TableProps = { readonly rows: readonly RequestSummary[]; readonly onOpen: (row: RequestSummary) => void };

function RequestTable({ rows, onOpen }: TableProps) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { rowProps } = useRowKeys(rows, ({ id }) => id, onOpen);
  return (
    <div className="card work-list">
      <RowTable name={t('heading')} columns={COLUMNS.map((id) => ({ id, heading: t(`column.${id}`) }))}>
        {rows.map((row) => (
          <tr key={row.id} {...rowProps(row)}>
            <td className="number">{row.registerNumber}</td>
            <td className="held">{row.applicantName}</td>
            <td className="title">
              <Link to={`/requests/${row.id}`} tabIndex={-1}>
                {row.subject}
              </Link>
            </td>
            <td className="number">{row.receivedOn}</td>
            <td className="name">{row.divisionName || <span className="grey">{t('unassigned')}</span>}</td>
            <td className="name">
              {row.result ? terms(`reply.${row.result}`) : terms(`requestState.${row.state}`)}
              {row.state === 'replied' && <div className="grey">{terms('requestState.replied')}</div>}
            </td>
            <td className="due">
              <span className="number">{row.dueOn}</span>
              <RequestBadge summary={row} />
            </td>
          </tr>
        ))}
      </RowTable>
    </div>
  );
}
