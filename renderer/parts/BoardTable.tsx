/** The documents and other subjects of the Today board, grouped by division. */

import { Fragment } from 'react';
import type { Board } from '../../electron/contract/duties.ts';
import { boardText } from '../text/board.ts';
import { useText } from '../text/index.ts';
import { useTerms } from '../text/terms.ts';
import { DeadlineBadge } from './DeadlineBadge.tsx';
import { RowTable } from './RowTable.tsx';
import type { useRowKeys } from './useRowKeys.ts';

export type BoardRow = Board['groups'][number]['rows'][number];

const COLUMNS = ['number', 'title', 'signedOn', 'due', 'deadline', 'heldBy'] as const;

export function rowKey({ subject }: BoardRow): string {
  return `${subject.kind} ${subject.id}`;
}

type Props = {
  readonly board: Board;
  readonly rowProps: ReturnType<typeof useRowKeys<BoardRow>>['rowProps'];
};

export function BoardTable({ board, rowProps }: Props) {
  const { t } = useText(boardText);
  const terms = useTerms();
  return (
    <div className="card board-list">
      <RowTable name={t('list')} columns={COLUMNS.map((id) => ({ id, heading: t(id) }))}>
        {board.groups.map(({ divisionId, divisionName, rows }) => (
          <Fragment key={divisionId}>
            <tr className="group">
              <th colSpan={COLUMNS.length} scope="rowgroup">
                {t('group', { division: divisionName, count: rows.length })}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={rowKey(row)} {...rowProps(row)}>
                <td className="number">{row.subject.number || (row.document ? t('unnumbered') : '')}</td>
                <td className="title">{row.subject.title}</td>
                <td>{shortDay(row.document ? row.document.signedOn : (row.duty?.triggerOn ?? null), board.today)}</td>
                <td>{shortDay(row.duty?.dueOn ?? null, board.today)}</td>
                <td>{row.duty && <DeadlineBadge duty={row.duty} />}</td>
                <td className="held">
                  {row.document === null && row.duty !== null
                    ? terms(`duty.${row.duty.rule}`)
                    : row.blockers.map(({ code, params }) => terms(`blocker.${code}`, params)).join(t('afterwards'))}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </RowTable>
    </div>
  );
}

/** 09-20 within the year, the whole date outside of it. */
function shortDay(day: string | null, today: string): string {
  if (day === null) return '';
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}
