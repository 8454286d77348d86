/** Figures as a table; the first words of a row are a link to what it counts. */

import { Link } from 'react-router';

type Row = { readonly key: string; readonly href: string; readonly cells: readonly (string | number)[] };
type Props = { readonly heads: readonly string[]; readonly rows: readonly Row[] };

export function FigureTable({ heads, rows }: Props) {
  return (
    <table className="table figure-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, href, cells }) => {
          const named = cells.findIndex((cell) => typeof cell === 'string' && cell !== '—');
          return (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={heads[at]} className={typeof cell === 'number' || at > named ? 'amount' : ''}>
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
