/** Below the charts: the board of the divisions, what is overdue, and which attributes were changed. */

import { Link } from 'react-router';
import type { StatisticsRecord, StatisticsRequest } from '../../../electron/contract/statistics.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { useTerms } from '../../text/terms.ts';
import { addressOf, mayOpen } from '../subject.ts';
import { DivisionTable } from './Charts.tsx';
import { FigureTable } from './FigureTable.tsx';
import { ledgerHref } from './rows.ts';
import { useClockHref } from './useClockHref.ts';

type Props = { readonly record: StatisticsRecord; readonly asked: StatisticsRequest };

/** As many as are read at a glance; the ledger has them all. */
const SHOWN = 15;

export function Lists({ record, asked }: Props) {
  const { t } = useText(statisticsText);
  return (
    <>
      <section className="card list-card" aria-label={t('boardTitle')}>
        <div className="list-bar">
          <h2>
            {t('boardTitle')} {record.isGiven && <small>{t('givenHint')}</small>}
          </h2>
        </div>
        <DivisionTable record={record} asked={asked} />
      </section>
      <Overdue record={record} asked={asked} />
      <Changes record={record} asked={asked} />
    </>
  );
}

function Overdue({ record, asked }: Props) {
  const { t } = useText(statisticsText);
  const terms = useTerms();
  const { overdue, total } = record;
  const { actor } = useSeat();
  const clockHref = useClockHref(record.isGiven);
  return (
    <section className="card list-card" aria-label={t('overdueTitle')}>
      <div className="list-bar">
        <h2>
          {t('overdueTitle')}{' '}
          {total.overdue > SHOWN && <small>{t('overdueMore', { shown: SHOWN, total: total.overdue })}</small>}
        </h2>
        {total.overdue > 0 && <Link to={clockHref(asked, { postingState: 'overdue' })}>{t('overdueAll')}</Link>}
      </div>
      {overdue.length === 0 ? (
        <p className="grey list-more">{t('nothingOverdue')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {(['division', 'docNumber', 'title', 'dueOn', 'overdueFor'] as const).map((head) => (
                <th key={head} scope="col">
                  {terms(`statistics.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overdue.slice(0, SHOWN).map(({ subject, duty }) => (
              <tr key={subject.id}>
                <td className="number">{subject.divisionName}</td>
                <td className="number">{subject.number || terms('statistics.noNumber')}</td>
                <td className="wide">
                  {mayOpen(subject, actor) ? <Link to={addressOf(subject)}>{subject.title}</Link> : subject.title}
                </td>
                <td className="number">{duty.dueOn}</td>
                <td className="amount">{duty.overdueWorkingDays}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Changes({ record, asked }: Props) {
  const { t } = useText(statisticsText);
  const terms = useTerms();
  const range = { ...(asked.from && { changedFrom: asked.from }), ...(asked.to && { changedTo: asked.to }) };
  return (
    <section className="card list-card" aria-label={t('changesTitle')}>
      <div className="list-bar">
        <h2>{t('changesTitle')}</h2>
      </div>
      {record.changes.length === 0 ? (
        <p className="grey list-more">{t('nothingChanged')}</p>
      ) : (
        <FigureTable
          heads={[t('changesTitle'), terms('statistics.times')]}
          rows={record.changes.map(({ from, to, count }) => ({
            key: `${from} ${to}`,
            href: ledgerHref({ ...asked, from: null, to: null }, { attribute: to, ...range }),
            cells: [t('changeOne', { from: terms(`attribute.${from}`), to: terms(`attribute.${to}`) }), count],
          }))}
        />
      )}
    </section>
  );
}
