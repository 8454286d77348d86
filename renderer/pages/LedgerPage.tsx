/** The ledger: every document the person may see, filtered, ordered, searched, saved as views, exported and printed. */

import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FIRST_SEEN } from '../parts/grid/useWindow.ts';
import { isFiltered, type LedgerView, readFilter, readSort, writeAddress } from '../parts/ledger/address.ts';
import { ColumnChoice } from '../parts/ledger/ColumnChoice.tsx';
import {
  COLUMNS,
  type ColumnId,
  chosenColumns,
  PRESETS,
  type Preset,
  rememberColumns,
} from '../parts/ledger/columns.tsx';
import { FilterBar } from '../parts/ledger/FilterBar.tsx';
import { LedgerGrid } from '../parts/ledger/LedgerGrid.tsx';
import { LedgerOutput } from '../parts/ledger/LedgerOutput.tsx';
import { SavedViews } from '../parts/ledger/SavedViews.tsx';
import { SearchBox } from '../parts/ledger/SearchBox.tsx';
import { useLedgerRows } from '../parts/ledger/useLedgerRows.ts';
import { momentText } from '../parts/moment.ts';
import { Problem } from '../parts/Problem.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useText } from '../text/index.ts';
import { ledgerText } from '../text/ledger.ts';
import { useTerms } from '../text/terms.ts';
import './LedgerPage.css';

/** The row where the person left each list, for coming back from a document. */
const leftAt = new Map<string, number>();
const PRESET_STORED = 'ledger.preset';

export function LedgerPage() {
  const { t } = useText(ledgerText);
  const terms = useTerms();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the parameters' content
  const asked = useMemo(() => ({ filter: readFilter(params), sort: readSort(params) }), [address]);
  const { filter, sort } = asked;
  const [seen, setSeen] = useState(FIRST_SEEN);
  const [chosen, setChosen] = useState({ address, index: leftAt.get(address) ?? 0 });
  const columns = useColumns();
  const grid = useRef<HTMLDivElement>(null);
  const rows = useLedgerRows(asked, seen);
  const wanted = chosen.address === address ? chosen.index : (leftAt.get(address) ?? 0);
  const selected = Math.max(Math.min(wanted, rows.total - 1), 0);

  const show = useCallback(
    (view: LedgerView) => {
      setParams(writeAddress(view.filter, view.sort), { replace: true });
    },
    [setParams],
  );
  const select = useCallback(
    (index: number) => {
      leftAt.set(address, index);
      setChosen({ address, index });
    },
    [address],
  );
  useShortcuts([
    { keys: ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keyOpen') },
  ]);
  const context = useMemo(() => ({ t, terms, query: filter.query, moment: momentText }), [t, terms, filter.query]);

  return (
    <div className="ledger-page">
      <div className="ledger-bar">
        <h1>
          {t('heading')} <small>{t('headingHint')}</small>
        </h1>
        <div className="actions">
          <ColumnChoice {...columns} />
          <SavedViews shown={asked} onShow={show} />
          <LedgerOutput filter={filter} sort={sort} total={rows.total} columns={columns.columns} />
        </div>
      </div>
      <div className="ledger-filters">
        <div className="ledger-find">
          <SearchBox
            query={filter.query ?? ''}
            onQuery={(query) => show({ filter: { ...filter, query: query || undefined }, sort })}
            onLeave={() => grid.current?.focus()}
          />
          {isFiltered(filter) && (
            <button type="button" className="quiet-button" onClick={() => show({ filter: {}, sort })}>
              {t('filtersClear')}
            </button>
          )}
        </div>
        <FilterBar filter={filter} onFilter={(next) => show({ filter: next, sort })} />
      </div>
      <Problem error={rows.error} />
      <div className="ledger-rows">
        <LedgerGrid
          key={address}
          box={grid}
          columns={columns.columns.flatMap((id) => COLUMNS.find((column) => column.id === id) ?? [])}
          rows={rows}
          sort={sort}
          onSort={(next) => show({ filter, sort: next })}
          selected={selected}
          onSelect={select}
          onOpen={(row) => void navigate(`/documents/${row.id}`)}
          onSee={setSeen}
          context={context}
        />
        {rows.total === 0 && !rows.isPending && rows.error === null && <Nothing isFiltered={isFiltered(filter)} />}
      </div>
      <p className="ledger-count grey" role="status">
        {rows.total === 0 ? t('count', { total: 0 }) : t('position', { at: selected + 1, total: rows.total })}
      </p>
    </div>
  );
}

function Nothing({ isFiltered: isSome }: { readonly isFiltered: boolean }) {
  const { t } = useText(ledgerText);
  return (
    <div className="ledger-nothing" role="status">
      <p>{t(isSome ? 'emptyFiltered' : 'emptyAll')}</p>
      <p className="grey">{t(isSome ? 'emptyFilteredHint' : 'emptyAllHint')}</p>
    </div>
  );
}

function useColumns() {
  const [preset, setPreset] = useState<Preset>(() =>
    localStorage.getItem(PRESET_STORED) === 'full' ? 'full' : 'brief',
  );
  const [columns, setColumns] = useState<readonly ColumnId[]>(() => chosenColumns(preset));
  return {
    preset,
    columns,
    onPreset: (next: Preset) => {
      localStorage.setItem(PRESET_STORED, next);
      setPreset(next);
      setColumns(chosenColumns(next));
    },
    onColumns: (next: readonly ColumnId[] | undefined) => {
      rememberColumns(preset, next);
      setColumns(next ?? PRESETS[preset]);
    },
  };
}
