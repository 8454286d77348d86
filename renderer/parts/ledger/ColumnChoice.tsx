/** Which columns the ledger shows: one of two presets, or the person's own choice of it. */

import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Segments } from '../Segments.tsx';
import { COLUMNS, type ColumnId, PRESETS, type Preset } from './columns.tsx';

type Props = {
  readonly preset: Preset;
  readonly columns: readonly ColumnId[];
  readonly onPreset: (preset: Preset) => void;
  /** Undefined goes back to the preset as shipped. */
  readonly onColumns: (columns: readonly ColumnId[] | undefined) => void;
};

export function ColumnChoice({ preset, columns, onPreset, onColumns }: Props) {
  const { t } = useText(ledgerText);
  function toggle(id: ColumnId): void {
    const kept = COLUMNS.map((column) => column.id).filter((own) => (own === id) !== columns.includes(own));
    onColumns(kept);
  }
  return (
    <>
      <Segments
        name={t('preset.label')}
        options={Object.keys(PRESETS) as Preset[]}
        value={preset}
        say={(name) => t(`preset.${name}`)}
        onChoose={onPreset}
      />
      <Disclosure label={t('columns')} edge="end">
        {() => (
          <>
            <ul className="column-list">
              {COLUMNS.map(({ id, heading }) => (
                <li key={id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={columns.includes(id)}
                      disabled={id === 'title'}
                      onChange={() => toggle(id)}
                    />{' '}
                    {t(heading)}
                  </label>
                </li>
              ))}
            </ul>
            <button type="button" className="link-button" onClick={() => onColumns(undefined)}>
              {t('columnsReset')}
            </button>
          </>
        )}
      </Disclosure>
    </>
  );
}
