/** Figures as a table; the first words of a row are a link to what it counts. */

import { Link } from 'react-router';

type Row = { readonly key: string; readonly href: string; readonly cells: readonly (string | number)[] };
type Props = { readonly heads: readonly string[]; readonly rows: readonly Row[] };

export function FigureTable({ heads, rows }: Props) {
  return (
    <table className="table figure-table">
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={isAmount(rows[0], at) ? 'amount' : ''}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, href, cells }) => {
          const named = nameOf(cells);
          return (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={heads[at]} className={at === named ? '' : 'amount'}>
                  {at === named ? <Link to={href}>{cell}</Link> : cell}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The column of the words; everything else is a figure. */
function nameOf(cells: Row['cells']): number {
  return cells.findIndex((cell) => typeof cell === 'string' && cell !== '—');
}

function isAmount(row: Row | undefined, at: number): boolean {
  return row !== undefined && nameOf(row.cells) !== at;
}
