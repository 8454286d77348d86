/** What stands in the way of a figure, a signature, a new edition of the annual report. 条例第四十九条、第五十条; domain practice: 来源注明、勾稽平衡. */

import { type Broken, broken, isBlank } from '../broken.ts';
import type { Day } from '../day.ts';
import { type BrokenCheck, checkParams } from './checks.ts';
import { isFigure } from './figure.ts';
import { type ReportCell, type ReportLayout, SECTIONS_IN_WORDS } from './layout.ts';
import { FIRST_REPORT_YEAR, type Figures, missingCells, reportCells, yearEnd } from './report.ts';

export type TypedFigure = {
  readonly key: string;
  /** Null takes back what was typed. */
  readonly value: number | null;
  readonly sourceNote: string;
  readonly overrideReason: string;
};

/** A cell as findings name it; its words are looked up by the keys. */
export function cellParams({ table, row, column }: ReportCell) {
  return { table, row: row.key, column: column.key };
}

/** A typed figure names its source; one that the registry knows otherwise gives a reason. `known` are the registry's figures. */
export function brokenOnFigures(
  layout: ReportLayout,
  typed: readonly TypedFigure[],
  known: Figures,
): readonly Broken[] {
  const cells = new Map(reportCells(layout).map((cell) => [cell.key, cell]));
  return typed.flatMap((figure) => {
    const { key, value, sourceNote, overrideReason } = figure;
    const cell = cells.get(key);
    if (cell === undefined) return [broken('report.cellUnknown', key)];
    if (value === null) return [];
    if (!isFigure(value, cell.kind)) return [broken('report.figureBad', key, cellParams(cell))];
    const registry = known[key] ?? null;
    return [
      ...(registry === null && isBlank(sourceNote) ? [broken('report.sourceMissing', key, cellParams(cell))] : []),
      ...(isUnexplained(value, registry, overrideReason)
        ? [broken('report.overrideReasonMissing', key, cellParams(cell))]
        : []),
    ];
  });
}

function isUnexplained(value: number, registry: number | null, reason: string): boolean {
  return registry !== null && registry !== value && isBlank(reason);
}

export function brokenOnOpening(year: number, today: Day): readonly Broken[] {
  if (year < FIRST_REPORT_YEAR) return [broken('report.yearTooEarly', 'year', { year: FIRST_REPORT_YEAR })];
  return year > Number(today.slice(0, 4)) ? [broken('report.yearNotBegun', 'year')] : [];
}

export type SigningFacts = {
  readonly layout: ReportLayout;
  readonly year: number;
  readonly today: Day;
  readonly figures: Figures;
  readonly typed: readonly TypedFigure[];
  readonly known: Figures;
  readonly texts: Readonly<Record<string, string>>;
  readonly checks: readonly BrokenCheck[];
};

/** A report is signed when its year is over, complete, explained and in balance. */
export function brokenOnReportSigning(facts: SigningFacts): readonly Broken[] {
  const { layout, year, today, figures, texts, checks } = facts;
  const missing = missingCells(layout, figures);
  const [first] = missing;
  return [
    ...(today <= yearEnd(year) ? [broken('report.yearNotOver', 'year', { year })] : []),
    ...SECTIONS_IN_WORDS.filter((section) => isBlank(texts[section])).map((section) =>
      broken('report.textMissing', section, { section }),
    ),
    ...(first ? [broken('report.figuresMissing', first.key, { ...cellParams(first), count: missing.length })] : []),
    ...brokenOnFigures(layout, facts.typed, facts.known),
    ...brokenOnBalance(checks),
  ];
}

/** Broken checks as findings, each at its cell. */
export function brokenOnBalance(checks: readonly BrokenCheck[]): readonly Broken[] {
  return checks.map((check) => broken(CHECK_FINDINGS[check.code], check.cell, checkParams(check)));
}

const CHECK_FINDINGS = {
  rowTotal: 'report.rowTotal',
  columnTotal: 'report.columnTotal',
  balance: 'report.balance',
  carriedIn: 'report.carriedIn',
} as const;
