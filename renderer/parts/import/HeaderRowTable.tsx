/** The first rows of a sheet, one of which holds the headers; the arrow keys choose. */

import type { OpenedFile } from '../../../electron/contract/imports.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';

type Props = {
  readonly sheet: OpenedFile['sheets'][number];
  readonly chosen: number;
  readonly onChoose: (row: number) => void;
};

const SHOWN_CELLS = 12;

export function HeaderRowTable({ sheet, chosen, onChoose }: Props) {
  const { t } = useText(importText);
  const widest = Math.min(Math.max(...sheet.top.map(({ cells }) => cells.length)), SHOWN_CELLS);
  return (
    <div className="import-top">
      <table className="table">
        <tbody>
          {sheet.top.map(({ row, cells }) => (
            <tr key={row} className={row === chosen ? 'selected' : row < chosen ? 'above' : ''}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name="header-row"
                    checked={row === chosen}
                    aria-label={t('headerRowOf', { row })}
                    onChange={() => onChoose(row)}
                  />{' '}
                  {row}
                </label>
              </th>
              {Array.from({ length: widest }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
                <td key={at} title={cells[at]}>
                  {cells[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
