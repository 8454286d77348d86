/** An annual report as it stands: typed figures over the registry's, sums, checks, what is missing; frozen once signed. */

import { createHash } from 'node:crypto';
import type { AnnualReportRecord, ReportEdition, ReportFigure } from '../../contract/reports.ts';
import { type BrokenCheck, brokenChecks } from '../../domain/annualReport/checks.ts';
import type { ReportLayout } from '../../domain/annualReport/layout.ts';
import {
  type Figures,
  layoutOf,
  missingCells,
  reportCells,
  withSums,
  yearEnd,
} from '../../domain/annualReport/report.ts';
import { type CanonicalValue, canonicalJson } from '../../domain/reviewContent.ts';
import {
  figuresOf,
  findPosting,
  type ReportFigureRow,
  type ReportRow,
  reportsOf,
  signedReport,
} from '../../store/annualReports.ts';
import { refusal, refuseBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { type KnownFigure, knownFigures } from './annualFigures.ts';
import { reportDuty } from './reportDuties.ts';

export type ComposedReport = {
  readonly year: number;
  readonly layout: ReportLayout;
  readonly row: ReportRow | undefined;
  readonly typed: readonly ReportFigureRow[];
  readonly known: Figures;
  readonly figures: readonly ReportFigure[];
  readonly values: Figures;
  readonly checks: readonly BrokenCheck[];
};

/** The edition named, else the latest; `row` is undefined while nobody has opened the year's report. */
export function editionOf(look: Pick<Look, 'db'>, year: number, editionId: string | undefined): ReportRow | undefined {
  const editions = reportsOf(look.db, year);
  if (editionId === undefined) return editions[0];
  const named = editions.find(({ id }) => id === editionId);
  if (!named) throw refusal('NOT_FOUND');
  return named;
}

export function composeReport(look: Pick<Look, 'db'>, year: number, row: ReportRow | undefined): ComposedReport {
  const layout = layoutOf(year);
  if (!layout) refuseBroken('report.none', 'year', { year });
  const typed = row ? figuresOf(look.db, row.id) : [];
  const before = lastYears(look, year);
  const isFrozen = (row?.signedAt ?? null) !== null;
  const registry = knownFigures(look, layout, year);
  const stored = new Map(typed.map((figure) => [figure.key, figure]));
  const known = Object.fromEntries([...registry].map(([key, { value }]) => [key, value]));
  const typedValue = (key: string) => stored.get(key)?.value ?? null;
  const given = Object.fromEntries(
    reportCells(layout).map(({ key }) => [key, isFrozen ? typedValue(key) : (typedValue(key) ?? known[key] ?? null)]),
  );
  const values = isFrozen ? given : withSums(layout, given);
  const figures = reportCells(layout).map(({ key }): ReportFigure => {
    const own = stored.get(key);
    const value = values[key] ?? null;
    const isTyped = typedValue(key) !== null;
    const origin = isTyped ? (own?.origin ?? 'typed') : value === null ? null : key in known ? 'registry' : 'sum';
    return {
      ...{ key, value, origin },
      sourceNote: isTyped ? (own?.sourceNote ?? '') : '',
      overrideReason: isTyped ? (own?.overrideReason ?? '') : '',
      registryValue: isFrozen ? (own?.registryValue ?? null) : (known[key] ?? null),
      rows: rowsOf(registry.get(key)),
    };
  });
  return { year, layout, row, typed, known, figures, values, checks: brokenChecks(layout, values, before) };
}

function rowsOf(known: KnownFigure | undefined): ReportFigure['rows'] {
  if (known === undefined) return null;
  const { room, params, items } = known.rows;
  return { room, params, items: [...items] };
}

function lastYears({ db }: Pick<Look, 'db'>, year: number): Figures | undefined {
  const row = signedReport(db, year - 1);
  return row && Object.fromEntries(figuresOf(db, row.id).map(({ key, value }) => [key, value]));
}

export function reportRecord(look: Look, report: ComposedReport, proposal: string): AnnualReportRecord {
  const { year, layout, row, figures, values, checks } = report;
  return {
    year,
    layout: layout.key,
    edition: row ? editionRecord(look, row) : null,
    editions: reportsOf(look.db, year).map((edition) => editionRecord(look, edition)),
    texts: row?.texts ?? {},
    proposal,
    figures: [...figures],
    checks: [...checks],
    missing: missingCells(layout, values).map(({ key }) => key),
    dueOn: reportDuty(look, year)?.dueOn ?? yearEnd(year),
  };
}

export function editionRecord({ db }: Pick<Look, 'db'>, row: ReportRow): ReportEdition {
  const posting = findPosting(db, row.id);
  const { id, year, edition, version, correctionReason, signedOn, signerName } = row;
  return {
    ...{ id, year, edition, version, correctionReason, signedOn, signerName },
    postedOn: posting?.postedOn ?? null,
    url: posting?.url ?? '',
  };
}

/** Hash of all that a signature is given for, in the one spelling that is hashed. */
export function reportHash(
  row: Pick<ReportRow, 'id' | 'year' | 'edition' | 'layout' | 'texts' | 'correctionReason'>,
  figures: readonly Omit<ReportFigureRow, 'enteredAt' | 'enteredById'>[],
): string {
  const content: CanonicalValue = {
    ...{ id: row.id, year: row.year, edition: row.edition, layout: row.layout, texts: row.texts },
    correctionReason: row.correctionReason,
    figures: figures
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, value, origin, sourceNote, overrideReason, registryValue }) => ({
        ...{ key, value, origin, sourceNote, overrideReason, registryValue },
      })),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

export function signedReportContent(
  row: Pick<ReportRow, 'id' | 'contentHash' | 'signerId' | 'signerName' | 'signedOn' | 'signedAt'>,
): string {
  const { id, contentHash, signerId, signerName, signedOn, signedAt } = row;
  return `disclosure-registry/annual-report/1\n${canonicalJson({ id, contentHash, signerId, signerName, signedOn, signedAt })}`;
}
