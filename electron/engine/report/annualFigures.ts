/** What the registry itself knows for an annual report: each subject's counts, with where their rows are listed. */

import { cellKey, type ReportLayout } from '../../domain/annualReport/layout.ts';
import { reportCells, yearEnd } from '../../domain/annualReport/report.ts';
import { DISPUTES_BLOCK, DISPUTES_ROW, disputeColumn, REQUESTS_BLOCK } from '../../domain/annualReport/sharedTables.ts';
import { type Day, toDay } from '../../domain/day.ts';
import type { CountedRequest } from '../../domain/foiRequest.ts';
import { type NormativeFigure, normativeCounts } from '../../domain/normative.ts';
import {
  APPLICANT_KINDS,
  REMEDIES,
  REMEDY_RESULTS,
  RESULT_ROWS,
  type ResultRow,
  resultRow,
} from '../../domain/replyKind.ts';
import { countNormative, figuresOf, signedReport } from '../../store/annualReports.ts';
import { normativeFacts } from '../../store/normative.ts';
import { allRequests, remediesOfYear, requestsOfYear } from '../../store/requests.ts';
import type { Look } from '../registry.ts';

/** A room of the window and what its address asks for. */
export type RowsAddress = {
  readonly room: string;
  readonly params: Readonly<Record<string, string>>;
  /** The very records, where no address of the room tells them. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
};

export type KnownFigure = { readonly key: string; readonly value: number; readonly rows: RowsAddress };

export type ReportPeriod = { readonly year: number; readonly from: Day; readonly to: Day };

/** One subject's figures; keys that the year's format does not have are left aside. */
type FigureSource = (look: Pick<Look, 'db'>, period: ReportPeriod) => readonly KnownFigure[];

/** Of two that know a figure the later one counts: what last year's report says before what the register holds. */
const SOURCES: readonly FigureSource[] = [normativeFigures, requestFigures, disputeFigures, carriedFigures];

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

/** 行政规范性文件 made, ended, in force, opened and open. 条例第二十条第（一）项. */
function normativeFigures({ db }: Pick<Look, 'db'>, period: ReportPeriod): readonly KnownFigure[] {
  const { from, to } = period;
  const { opened, openInAll } = countNormative(db, period);
  const counts = normativeCounts(normativeFacts(db), period.year);
  const figure = (
    row: string,
    column: string,
    value: number,
    params: Readonly<Record<string, string>>,
  ): KnownFigure => ({
    key: cellKey('disclosed', 'item1', row, column),
    value,
    rows: { room: 'ledger', params: { isNormative: 'true', ...params }, items: [] },
  });
  const counted = (name: NormativeFigure) => ({ normativeFigure: `${name}.${period.year}` });
  return [
    figure('normative', 'made', counts.made, counted('made')),
    figure('normative', 'abolished', counts.abolished, counted('abolished')),
    figure('normative', 'inForce', counts.inForce, counted('inForce')),
    figure('normativeFiles', 'newlyMade', counts.made, counted('made')),
    figure('normativeFiles', 'newlyOpened', opened, { postedFrom: from, postedTo: to }),
    figure('normativeFiles', 'openInAll', openInAll, { postedTo: to }),
  ];
}

/**
 * 表三: each request in the column of its applicant, once where it came in and once where it went. Of a bureau that never
 * registered a request here the registry knows nothing.
 */
function requestFigures({ db }: Pick<Look, 'db'>, period: ReportPeriod): readonly KnownFigure[] {
  const counted = requestsOfYear(db, period.year);
  if (counted.length === 0) return [];
  const labels = requestLabels(db);
  const isClosed = ({ closedOn }: CountedRequest) => closedOn !== null && closedOn <= period.to;
  const rows: Readonly<Record<string, readonly CountedRequest[]>> = {
    received: counted.filter(({ receivedOn }) => receivedOn >= period.from),
    carriedIn: counted.filter(({ receivedOn }) => receivedOn < period.from),
    ...Object.fromEntries(
      RESULT_ROWS.map((row) => [
        row,
        counted.filter((request) => isClosed(request) && request.result !== null && resultRow(request.result) === row),
      ]),
    ),
    carriedOut: counted.filter((request) => !isClosed(request)),
  };
  // The format of 2019 has one row for （六）其他处理.
  const others = OTHER_ROWS.flatMap((row) => rows[row] ?? []);
  return Object.entries({ ...rows, otherHandling: others }).flatMap(([row, requests]) =>
    APPLICANT_KINDS.map((kind) => {
      const inCell = requests.filter(({ applicantKind }) => applicantKind === kind);
      return {
        key: cellKey('requests', REQUESTS_BLOCK, row, kind),
        value: inCell.length,
        rows: { room: 'requests', params: {}, items: inCell.map(({ id }) => ({ id, label: labels.get(id) ?? '' })) },
      };
    }),
  );
}

/** （六）其他处理 */
const OTHER_ROWS = ['notCorrected', 'feeUnpaid', 'other'] as const satisfies readonly ResultRow[];

/** 表四: reconsiderations and lawsuits over requests of this register. */
function disputeFigures({ db }: Pick<Look, 'db'>, period: ReportPeriod): readonly KnownFigure[] {
  if (requestsOfYear(db, period.year).length === 0) return [];
  const cases = remediesOfYear(db, period.year);
  const labels = requestLabels(db);
  return REMEDIES.flatMap((remedy) =>
    REMEDY_RESULTS.map((result) => {
      const inCell = cases.filter((each) => each.remedy === remedy && each.result === result);
      return {
        key: cellKey('disputes', DISPUTES_BLOCK, DISPUTES_ROW, disputeColumn(remedy, result)),
        value: inCell.length,
        rows: {
          room: 'requests',
          params: {},
          items: inCell.map(({ requestId }) => ({ id: requestId, label: labels.get(requestId) ?? '' })),
        },
      };
    }),
  );
}

/** 登记编号 and the subject of each request. */
function requestLabels(db: Look['db']): ReadonlyMap<string, string> {
  return new Map(
    allRequests(db, undefined).map(({ id, registerNumber, subject }) => [id, `${registerNumber} ${subject}`]),
  );
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
      rows: { room: 'annual-report', params: { year: String(year - 1) }, items: [] },
    }));
}
