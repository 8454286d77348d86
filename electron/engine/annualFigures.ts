/** What the registry itself knows for an annual report: each subject's counts, with where their rows are listed. */

import { cellKey, type ReportLayout } from '../domain/annualReport/layout.ts';
import { reportCells, yearEnd } from '../domain/annualReport/report.ts';
import { type Day, toDay } from '../domain/day.ts';
import { countNormative, figuresOf, signedReport } from '../store/annualReports.ts';
import type { Look } from './registry.ts';

/** A room of the window and what its address asks for. */
export type RowsAddress = { readonly room: string; readonly params: Readonly<Record<string, string>> };

export type KnownFigure = { readonly key: string; readonly value: number; readonly rows: RowsAddress };

export type ReportPeriod = { readonly year: number; readonly from: Day; readonly to: Day };

/** One subject's figures; keys that the year's format does not have are left aside. */
type FigureSource = (look: Pick<Look, 'db'>, period: ReportPeriod) => readonly KnownFigure[];

const SOURCES: readonly FigureSource[] = [normativeFigures, carriedFigures];

export function knownFigures(
  look: Pick<Look, 'db'>,
  layout: ReportLayout,
  year: number,
): ReadonlyMap<string, KnownFigure> {
  const period = { year, from: toDay(`${year}-01-01`), to: yearEnd(year) };
  const keys = new Set(reportCells(layout).map(({ key }) => key));
  const known = SOURCES.flatMap((source) => source(look, period)).filter(({ key }) => keys.has(key));
  return new Map(known.map((figure) => [figure.key, figure]));
}

/** 行政规范性文件 signed, opened and open. 条例第二十条第（一）项. */
function normativeFigures({ db }: Pick<Look, 'db'>, period: ReportPeriod): readonly KnownFigure[] {
  const { from, to } = period;
  const { made, opened, openInAll } = countNormative(db, period);
  const figure = (
    row: string,
    column: string,
    value: number,
    params: Readonly<Record<string, string>>,
  ): KnownFigure => ({
    key: cellKey('disclosed', 'item1', row, column),
    value,
    rows: { room: 'ledger', params: { isNormative: 'true', ...params } },
  });
  const signed = { signedFrom: from, signedTo: to };
  return [
    figure('normative', 'made', made, signed),
    figure('normativeFiles', 'newlyMade', made, signed),
    figure('normativeFiles', 'newlyOpened', opened, { postedFrom: from, postedTo: to }),
    figure('normativeFiles', 'openInAll', openInAll, { postedTo: to }),
  ];
}

/** 上年结转: what last year's report, as it was signed last, carried over. */
function carriedFigures({ db }: Pick<Look, 'db'>, { year }: ReportPeriod): readonly KnownFigure[] {
  const before = signedReport(db, year - 1);
  if (!before) return [];
  const prefix = 'requests.all.carriedOut.';
  return figuresOf(db, before.id)
    .filter(({ key, origin, value }) => key.startsWith(prefix) && origin !== 'sum' && value !== null)
    .map(({ key, value }) => ({
      key: cellKey('requests', 'all', 'carriedIn', key.slice(prefix.length)),
      value: value ?? 0,
      rows: { room: 'annual-report', params: { year: String(year - 1) } },
    }));
}
