/** Whether the chosen columns find room on each sheet, said while they are chosen. */

import {
  type LedgerColumnName,
  leastWidth,
  neededMillimetres,
  roomMillimetres,
  SHEET_ROOM,
} from '../../../electron/domain/ledgerColumnSet.ts';
import { SHEET_SIZES } from '../../../electron/domain/ledgerPreset.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';

export function SheetRoom({ columns }: { readonly columns: readonly LedgerColumnName[] }) {
  const { t } = useText(columnSetText);
  const need = leastWidth(columns);
  return (
    <ul className="sheet-room" aria-label={t('room')} aria-live="polite">
      {SHEET_SIZES.map((size) => {
        const room = SHEET_ROOM[size];
        const isFitting = need <= room;
        const said = { size, need: neededMillimetres(columns), room: roomMillimetres(size) };
        return (
          <li key={size} className={isFitting ? '' : 'wrong'}>
            <meter min={0} max={Math.max(need, room)} high={room} optimum={0} value={need} aria-hidden />
            {t(isFitting ? 'fits' : 'fitsNot', said)}
          </li>
        );
      })}
    </ul>
  );
}
