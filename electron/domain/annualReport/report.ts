/** Figures of one report: what is known, what adds up, what is still to be filled in; and the format of a year. */

import type { Day } from '../day.ts';
import { toDay } from '../day.ts';
import { cellsOf, type ReportCell, type ReportLayout } from './layout.ts';
import { LAYOUT_2019 } from './layout2019.ts';
import { LAYOUT_2021 } from './layout2021.ts';

/** The newest first. */
export const REPORT_LAYOUTS: readonly ReportLayout[] = [LAYOUT_2021, LAYOUT_2019];

/** Before 2019 the regulation of 2007 asked for another report. */
export const FIRST_REPORT_YEAR = 2019;

/** The format that governs a reporting year; undefined before the present regulation. */
export function layoutOf(year: number): ReportLayout | undefined {
  return REPORT_LAYOUTS.find(({ firstYear }) => firstYear <= year);
}

const cells = new Map<string, readonly ReportCell[]>();

/** The cells of a format, counted once. */
export function reportCells(layout: ReportLayout): readonly ReportCell[] {
  const known = cells.get(layout.key) ?? cellsOf(layout);
  cells.set(layout.key, known);
  return known;
}

/** Last day of the year reported on: the clock of the report starts here. 条例第四十九条. */
export function yearEnd(year: number): Day {
  return toDay(`${year}-12-31`);
}

/** By cell key; null where nothing is known yet. */
export type Figures = Readonly<Record<string, number | null>>;

/**
 * The given figures with the sums that nobody typed: a sum is known once anything that it adds up is known, since a
 * table is filled in from its first cell on.
 */
export function withSums(layout: ReportLayout, given: Figures): Figures {
  const figures: Record<string, number | null> = {};
  const all = reportCells(layout);
  for (const { key } of all) figures[key] = given[key] ?? null;
  // Sums of rows first, then those of columns over them: a cell may add up cells that are sums themselves.
  const sums = all.filter(({ sumOf, key }) => sumOf !== null && figures[key] === null);
  for (let pass = 0; pass < 2; pass++) {
    for (const { key, sumOf } of sums) figures[key] = sumKnown(sumOf ?? [], figures);
  }
  return figures;
}

function sumKnown(keys: readonly string[], figures: Figures): number | null {
  const known = keys.flatMap((key) => figures[key] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Cells that nobody filled in. */
export function missingCells(layout: ReportLayout, figures: Figures): readonly ReportCell[] {
  return reportCells(layout).filter(({ key }) => (figures[key] ?? null) === null);
}
