/** One table of the report as its format draws it, filled in by keyboard: arrows move, a figure is saved when its cell is left. */

import { type KeyboardEvent, useState } from 'react';
import { readFigure, writeFigure } from '../../../electron/domain/annualReport/figure.ts';
import { type ReportGrid as Grid, type GridCell, gridsOf } from '../../../electron/domain/annualReport/grid.ts';
import type { ReportTable } from '../../../electron/domain/annualReport/layout.ts';
import type { Figures } from '../../../electron/domain/annualReport/report.ts';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';
import { useTerms } from '../../text/terms.ts';
import { isComposing } from '../shortcuts.ts';
import './ReportGrid.css';

export type CellState = {
  readonly name: string;
  /** Typed here; anything else is counted or added up and changed in a dialogue. */
  readonly isTyped: boolean;
  readonly origin: 'typed' | 'registry' | 'sum' | null;
  readonly isWrong: boolean;
};

type Props = {
  readonly table: ReportTable;
  readonly values: Figures;
  readonly stateOf: (key: string) => CellState;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onType: (key: string, value: number | null) => void;
  /** Asked for by Enter or F2 on what is not typed in its cell. */
  readonly onChange: (key: string) => void;
};

export function ReportGrid({ table, ...props }: Props) {
  const terms = useTerms();
  const labelOf = (block: string) =>
    terms(table.blocks.length > 1 ? `reportBlock.${block}` : `reportSection.${table.key}`);
  return (
    <div className="report-table">
      {gridsOf(table).map((grid) => (
        <GridTable key={grid.key} grid={grid} label={labelOf(grid.key)} {...props} />
      ))}
    </div>
  );
}

type GridProps = Omit<Props, 'table'> & { readonly grid: Grid; readonly label: string };

function GridTable({ grid, label, ...props }: GridProps) {
  const terms = useTerms();
  const rows = Array.from({ length: grid.rowCount }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column),
  );
  return (
    <table className="report-grid" aria-label={label}>
      <colgroup>
        {grid.widths.map((share, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a format stand where they stand
          <col key={column} width={`${(share * 100).toFixed(2)}%`} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a format stand where they stand
          <tr key={row}>
            {cells.map((cell) =>
              cell.figure === null ? (
                <th
                  key={cell.column}
                  scope={cell.isHead ? 'col' : 'row'}
                  rowSpan={cell.rows}
                  colSpan={cell.columns}
                  className={cell.isHead ? 'head' : cell.align}
                >
                  {terms(cell.words)}
                </th>
              ) : (
                <td key={cell.column}>
                  <Figure cell={cell} figure={cell.figure} {...props} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FigureProps = Omit<Props, 'table'> & {
  readonly cell: GridCell;
  readonly figure: NonNullable<GridCell['figure']>;
};

function Figure({ cell, figure, values, stateOf, selected, onSelect, onType, onChange }: FigureProps) {
  const { t } = useText(reportText);
  const [typed, setTyped] = useState<string>();
  const { key, kind } = figure;
  const value = values[key] ?? null;
  const { name, isTyped, origin, isWrong } = stateOf(key);
  const read = typed === undefined ? undefined : readFigure(typed, kind);
  const isUnread = typed !== undefined && typed.trim() !== '' && read === undefined;

  function leave(): void {
    if (typed === undefined || isUnread) return;
    const next = typed.trim() === '' ? null : (read ?? null);
    setTyped(undefined);
    if (next !== value) onType(key, next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event.nativeEvent)) return;
    if (!isTyped && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault();
      onChange(key);
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    } else if (moved(event)) event.preventDefault();
  }

  const tone = isWrong || isUnread ? 'wrong' : (origin ?? 'empty');
  return (
    <input
      id={`cell-${key}`}
      className={`report-figure ${tone}${selected === key ? ' selected' : ''}`}
      aria-label={name}
      aria-invalid={isWrong || isUnread}
      title={isUnread ? t('unreadable') : undefined}
      inputMode="decimal"
      autoComplete="off"
      readOnly={!isTyped}
      data-row={cell.row}
      data-column={cell.column}
      value={typed ?? (value === null ? '' : writeFigure(value, kind))}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => {
        onSelect(key);
        event.target.select();
      }}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves to the neighbouring figure; left and right only from the end of what is typed. */
function moved(event: KeyboardEvent<HTMLInputElement>): boolean {
  const step = STEPS[event.key];
  const input = event.currentTarget;
  if (step === undefined || event.ctrlKey || event.altKey || event.shiftKey) return false;
  const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  if (event.key === 'ArrowLeft' && input.selectionStart !== 0) return false;
  if (event.key === 'ArrowRight' && !isWhole && input.selectionEnd !== input.value.length) return false;
  const figures = [...(input.closest('.report-table')?.querySelectorAll<HTMLInputElement>('.report-figure') ?? [])];
  if (step[0] === 0) {
    const next = figures[figures.indexOf(input) + step[1]];
    next?.focus();
    return next !== undefined;
  }
  const ahead =
    step[0] > 0 ? figures.slice(figures.indexOf(input) + 1) : figures.slice(0, figures.indexOf(input)).reverse();
  const isNeighbour = (each: HTMLInputElement) =>
    each.dataset.column === input.dataset.column || each.closest('table') !== input.closest('table');
  const next = ahead.find(isNeighbour);
  next?.focus();
  return next !== undefined;
}
