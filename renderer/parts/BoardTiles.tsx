/** The six counts of the day; pressing one shows only its documents. */

import type { Board, TileName } from '../../electron/contract/duties.ts';
import { boardText } from '../text/board.ts';
import { type Say, useText } from '../text/index.ts';

const TILES = ['overdue', 'today', 'soon', 'copies', 'review', 'interpretation'] as const satisfies readonly TileName[];
/** The first stage of the reminders by default. */
const SOON_WORKING_DAYS = 5;
const COLOURS: Readonly<Partial<Record<TileName, string>>> = { overdue: 'red', today: 'amber', soon: 'amber' };

type Tile = Board['tiles'][TileName];

function detail(name: TileName, { count, detail, divisions }: Tile, t: Say<keyof typeof boardText.zh>): string {
  if (count === 0) return t('none');
  if (name === 'overdue') return t('overdueDetail', { detail });
  if (name === 'copies') return t('copiesDetail', { detail });
  if (name === 'interpretation') return t('interpretationDetail');
  if (divisions.length === 1) return divisions[0] ?? '';
  return t('divisionsDetail', { count: divisions.length });
}

type Props = {
  readonly tiles: Board['tiles'];
  readonly chosen: TileName | undefined;
  readonly onChoose: (tile: TileName | undefined) => void;
};

export function BoardTiles({ tiles, chosen, onChoose }: Props) {
  const { t } = useText(boardText);
  return (
    <div className="tiles">
      {TILES.map((name) => (
        <button
          key={name}
          type="button"
          className={`tile ${tiles[name].count > 0 ? (COLOURS[name] ?? '') : ''}`}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name === chosen ? undefined : name)}
        >
          <span>{t(name, { count: SOON_WORKING_DAYS })}</span>
          <b>{tiles[name].count}</b>
          <span>{detail(name, tiles[name], t)}</span>
        </button>
      ))}
    </div>
  );
}
