/** Reminders that the registry raised: a person answers each or puts it off. */

import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReminderRecord } from '../../electron/contract/duties.ts';
import { orpc } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { ReminderAnswer } from '../parts/ReminderAnswer.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { addressOf } from '../parts/subject.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { boardText } from '../text/board.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import './TodayPage.css';

export function RemindersPage() {
  const { t } = useText(boardText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const [showsAnswered, setShowsAnswered] = useState(false);
  const [handled, setHandled] = useState<ReminderRecord>();
  const asked = useQuery(orpc.duties.reminders.queryOptions());
  const rows = (asked.data ?? []).filter(({ answeredAt }) => showsAnswered || answeredAt === null);
  const { rowProps } = useRowKeys(rows, ({ id }) => id, setHandled);
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    { keys: ['Enter'], label: t('answer') },
  ]);
  if (asked.data === undefined) return <PageState of={asked} />;
  return (
    <>
      <h1>
        {t('remindersHeading')} <small>{t('remindersHint')}</small>
      </h1>
      <p>
        <Checkbox checked={showsAnswered} onChange={(event) => setShowsAnswered(event.target.checked)}>
          {t('showAnswered')}
        </Checkbox>
      </p>
      {rows.length === 0 ? (
        <p className="card board-empty">{t('remindersNone')}</p>
      ) : (
        <div className="card board-list">
          <RowTable
            name={t('remindersHeading')}
            columns={(['raisedOn', 'stage', 'subject', 'number', 'title', 'division', 'due', 'state'] as const).map(
              (id) => ({ id, heading: t(id) }),
            )}
          >
            {rows.map((row) => (
              <tr key={row.id} {...rowProps(row)}>
                <td>{row.raisedOn}</td>
                <td>
                  <Stage reminder={row} />
                </td>
                <td>{terms(`duty.${row.rule}`)}</td>
                <td className="number">{row.subject.number || t('unnumbered')}</td>
                <td className="title">
                  <Link to={addressOf(row.subject)} tabIndex={-1}>
                    {row.subject.title}
                  </Link>
                </td>
                <td>{row.subject.divisionName}</td>
                <td>{row.dueOn}</td>
                <td className="held">
                  <State reminder={row} />
                </td>
              </tr>
            ))}
          </RowTable>
        </div>
      )}
      {handled !== undefined && <ReminderAnswer reminder={handled} onDone={() => setHandled(undefined)} />}
    </>
  );
}

/** A stage is `T-5`, `T-1`, `today` or `overdue`. */
function Stage({ reminder }: { readonly reminder: ReminderRecord }) {
  const terms = useTerms();
  const days = /\d+/.exec(reminder.stage)?.[0];
  const isOverdue = reminder.stage.startsWith('overdue');
  if (isOverdue) return <span className="badge overdue">{terms('reminder.overdue')}</span>;
  if (days === undefined || days === '0') return <span className="badge today">{terms('reminder.today')}</span>;
  return <span className="badge soon">{terms('reminder.before', { days })}</span>;
}

function State({ reminder }: { readonly reminder: ReminderRecord }) {
  const { t } = useText(boardText);
  const { answeredAt, answer, snoozedUntil } = reminder;
  if (answeredAt !== null) return t('answered', { answer });
  return snoozedUntil === null ? t('open') : t('snoozedUntil', { day: snoozedUntil });
}
