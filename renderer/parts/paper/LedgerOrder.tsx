/** What ledger is wanted: form, period, filters, order and language. */

import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import type { LedgerRequest } from '../../../electron/contract/ledgers.ts';
import { sheetForColumns, sheetsFor } from '../../../electron/domain/ledgerColumnSet.ts';
import { LEDGER_PRESETS, PRESET_SIZES, sheetSizeOf } from '../../../electron/domain/ledgerPreset.ts';
import { useSeat } from '../../session.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { printText } from '../../text/print.ts';
import { FilterDay } from '../FilterDay.tsx';
import { Labelled } from '../Labelled.tsx';
import { FilterBar } from '../ledger/FilterBar.tsx';
import '../Field.css';
import { ColumnSetChoice, useColumnSets } from './ColumnSetChoice.tsx';
import { type Period, periodOf, rangeOf } from './period.ts';
import { Switch } from './Switch.tsx';

const SORTS = ['docNumber', 'signedOn', 'division', 'title', 'dueOn', 'postedOn', 'enteredAt'] as const;

export type Wanted = Omit<LedgerRequest, 'period'>;
type Props = { readonly wanted: Wanted; readonly onWanted: (wanted: Wanted) => void };

export function LedgerOrder({ wanted, onWanted }: Props) {
  const { t } = useText(printText);
  const { filter, sort } = wanted;
  const set = (part: Partial<Wanted>) => onWanted({ ...wanted, ...part });
  const setSort = (part: Partial<DocumentSort>) => set({ sort: { ...sort, ...part } });
  const { signedFrom, signedTo, ...others } = filter;
  const { t: own } = useText(columnSetText);
  const sets = useColumnSets();
  const { preset, size, columnSetId } = wanted;
  const columns = sets.data?.find(({ id }) => id === columnSetId)?.columns;
  const sizes = columns ? sheetsFor(columns) : PRESET_SIZES[preset];
  const isFiltered = Object.values(others).some((value) => value !== undefined);
  return (
    <>
      <div className="print-switches">
        <Switch
          label={t('preset')}
          options={[...LEDGER_PRESETS, 'own']}
          value={columnSetId === undefined ? preset : 'own'}
          say={(form) => (form === 'own' ? own('own') : t(`preset.${form}`))}
          onChoose={(form) => {
            if (form === 'own') set({ columnSetId: sets.data?.[0]?.id ?? '' });
            else set({ preset: form, columnSetId: undefined });
          }}
        />
        <Switch
          label={t('language')}
          options={['zh', 'en']}
          value={wanted.language}
          say={(language) => t(language)}
          onChoose={(language) => set({ language })}
        />
      </div>
      {columnSetId !== undefined && <ColumnSetChoice value={columnSetId} onChoose={(id) => set({ columnSetId: id })} />}
      {sizes.length > 1 && (
        <Switch
          label={t('sheetSize')}
          options={sizes}
          value={columns ? sheetForColumns(columns, size) : sheetSizeOf(preset, size)}
          say={(one) => one}
          onChoose={(one) => set({ size: one })}
        />
      )}
      <PeriodChoice filter={filter} onFilter={(next) => set({ filter: next })} />
      <div className="labelled">
        <span>
          {t('filters')}{' '}
          {isFiltered && (
            <button type="button" className="link-button" onClick={() => set({ filter: { signedFrom, signedTo } })}>
              {t('filtersClear')}
            </button>
          )}
        </span>
        {filter.query !== undefined && (
          <div className="chips">
            <button
              type="button"
              className="chip"
              aria-pressed
              onClick={() => set({ filter: { ...filter, query: undefined } })}
            >
              {t('found', { query: filter.query })} ×
            </button>
          </div>
        )}
        <FilterBar filter={filter} onFilter={(next) => set({ filter: next })} hasPeriod={false} />
      </div>
      <div className="print-pair">
        <Labelled label={t('order')}>
          {(id) => (
            <select
              id={id}
              className="in"
              value={sort.by}
              onChange={(event) => setSort({ by: SORTS.find((by) => by === event.target.value) ?? 'docNumber' })}
            >
              {SORTS.map((by) => (
                <option key={by} value={by}>
                  {t(`sort.${by}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t('direction')}>
          {(id) => (
            <select
              id={id}
              className="in"
              value={sort.direction}
              onChange={(event) => setSort({ direction: event.target.value === 'asc' ? 'asc' : 'desc' })}
            >
              <option value="asc">{t('direction.asc')}</option>
              <option value="desc">{t('direction.desc')}</option>
            </select>
          )}
        </Labelled>
      </div>
    </>
  );
}

type PeriodProps = {
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
  /** What the days are; the days of signing unless said otherwise. */
  readonly label?: string;
  /** Days and weeks, as for what is printed every morning. */
  readonly isShort?: boolean;
};

export function PeriodChoice({ filter, onFilter, label, isShort = false }: PeriodProps) {
  const { t } = useText(printText);
  const name = label ?? t('period');
  const { today } = useSeat().state;
  const { signedFrom, signedTo } = filter;
  const named = periodOf({ signedFrom, signedTo }, today);
  const options: readonly { readonly period: Period; readonly earlier: number; readonly label: string }[] = [
    ...(isShort
      ? (['day', 'week'] as const).map((period) => ({ period, earlier: 0, label: t(`period.${period}`) }))
      : []),
    ...(isShort ? (['month'] as const) : (['month', 'quarter', 'year'] as const)).flatMap((period) => [
      { period, earlier: 0, label: t(`period.${period}`) },
      { period, earlier: 1, label: t(`before.${period}`) },
    ]),
    { period: 'all', earlier: 0, label: t('period.all') },
  ];
  const set = (range: Pick<DocumentFilter, 'signedFrom' | 'signedTo'>) =>
    onFilter({ ...filter, signedFrom: undefined, signedTo: undefined, ...range });
  return (
    <div className="labelled">
      <span>{name}</span>
      <fieldset className="chips" aria-label={name}>
        {options.map(({ period, earlier, label }) => (
          <button
            key={label}
            type="button"
            className="chip"
            aria-pressed={named?.period === period && named.earlier === earlier}
            onClick={() => set(rangeOf(period, today, earlier))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <div className="print-pair">
        <Labelled label={t('from')}>
          {(id) => (
            <FilterDay
              id={id}
              value={signedFrom ?? null}
              onChange={(day) => set({ signedFrom: day ?? undefined, signedTo })}
            />
          )}
        </Labelled>
        <Labelled label={t('to')}>
          {(id) => (
            <FilterDay
              id={id}
              value={signedTo ?? null}
              onChange={(day) => set({ signedFrom, signedTo: day ?? undefined })}
            />
          )}
        </Labelled>
      </div>
    </div>
  );
}
