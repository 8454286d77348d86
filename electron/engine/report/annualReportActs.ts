/** Acts on an annual report: opening, filling in, signing, correcting, publishing; each with its rules and its trail. */

import { writeFigure } from '../../domain/annualReport/figure.ts';
import { reportCells } from '../../domain/annualReport/report.ts';
import {
  brokenOnFigures,
  brokenOnOpening,
  brokenOnReportSigning,
  type TypedFigure,
} from '../../domain/annualReport/rules.ts';
import { isBlank } from '../../domain/broken.ts';
import type { Day } from '../../domain/day.ts';
import { say } from '../../domain/wording/say.ts';
import {
  figuresOf,
  findPosting,
  findReport,
  insertPosting,
  insertReport,
  type ReportFigureRow,
  type ReportRow,
  reportsOf,
  storeFigure,
  updateReport,
} from '../../store/annualReports.ts';
import type { Change } from '../../store/trail.ts';
import type { Pen } from '../documents/signing.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { type ComposedReport, composeReport, reportHash, signedReportContent } from './annualReport.ts';

export function reportOrRefuse({ db }: Pick<Look, 'db'>, id: string): ReportRow {
  const row = findReport(db, id);
  if (!row) throw refusal('NOT_FOUND');
  return row;
}

function draftOrRefuse(work: Work, id: string, version: number): ReportRow {
  const row = reportOrRefuse(work, id);
  if (row.signedAt !== null) refuseBroken('report.frozen', 'id');
  if (row.version !== version) throw refusal('STALE', { currentVersion: row.version, changedFields: [] });
  return row;
}

/** 2019年度报告（第2版） */
export function annualLabel({ year, edition }: Pick<ReportRow, 'year' | 'edition'>): string {
  return say('zh', edition === 1 ? 'report.label' : 'report.labelEdition', { year, edition });
}

const FRESH = {
  version: 1,
  ...{ signedOn: null, signedAt: null, signerId: null, signerName: null },
  ...{ contentHash: null, publicKey: null, signature: null },
} as const;

export function openReport(work: Work, { id, year }: { readonly id: string; readonly year: number }): void {
  refuseIfBroken(brokenOnOpening(year, work.today));
  if (reportsOf(work.db, year).length > 0) refuseBroken('report.opened', 'year');
  const { layout } = composeReport(work, year, undefined);
  const row: ReportRow = {
    ...FRESH,
    ...{ id, year, edition: 1, layout: layout.key, correctsId: null, correctionReason: '', texts: {} },
    openedById: work.actor.personId ?? '',
    enteredAt: work.now,
  };
  insertReport(work.db, row);
  work.record({ act: 'reports.open', entity: 'annualReport', entityId: id, label: annualLabel(row) });
}

export type ReportAmendment = {
  readonly id: string;
  readonly version: number;
  readonly texts?: ReportRow['texts'] | undefined;
  readonly figures: readonly TypedFigure[];
};

export function amendReport(work: Work, { id, version, texts = {}, figures }: ReportAmendment): void {
  const row = draftOrRefuse(work, id, version);
  const report = composeReport(work, row.year, row);
  const notes = figures.flatMap(({ key, sourceNote, overrideReason }) => [[key, `${sourceNote}\n${overrideReason}`]]);
  refuseIfBroken([
    ...brokenOnTexts({ ...texts, ...Object.fromEntries(notes) }),
    ...brokenOnFigures(report.layout, figures, report.known),
  ]);
  for (const figure of figures) storeFigure(work.db, figureRow(work, report, id, figure));
  updateReport(work.db, id, { texts: { ...row.texts, ...texts }, version: version + 1 });
  const changes = [...figureChanges(report, figures), ...textChanges(row.texts, texts)];
  work.record({ act: 'reports.amend', entity: 'annualReport', entityId: id, label: annualLabel(row), changes });
}

function figureRow(work: Work, report: ComposedReport, reportId: string, figure: TypedFigure): ReportFigureRow {
  const { key, value } = figure;
  return {
    ...{ reportId, key, value, origin: 'typed' as const },
    sourceNote: figure.sourceNote.trim(),
    overrideReason: figure.overrideReason.trim(),
    registryValue: report.known[key] ?? null,
    enteredById: work.actor.personId ?? '',
    enteredAt: work.now,
  };
}

/** Each figure by its place in words, as the trail is read without the program's keys. */
function figureChanges(report: ComposedReport, figures: readonly TypedFigure[]): readonly Change[] {
  const cells = new Map(reportCells(report.layout).map((cell) => [cell.key, cell]));
  return figures.flatMap(({ key, value }) => {
    const cell = cells.get(key);
    if (!cell) return [];
    const place = say('zh', 'report.place', { table: cell.table, row: cell.row.key, column: cell.column.key });
    const shown = (number: number | null) => (number === null ? '' : `${place}${writeFigure(number, cell.kind)}`);
    return [{ field: 'figure', before: shown(report.values[key] ?? null), after: shown(value) }];
  });
}

function textChanges(before: ReportRow['texts'], after: ReportRow['texts']): readonly Change[] {
  return Object.entries(after)
    .filter(([section, text]) => (before[section] ?? '') !== text)
    .map(([section, text]) => {
      const shown = (words: string) => (words === '' ? '' : say('zh', 'report.textPlace', { section }) + words);
      return { field: 'reportText', before: shown(before[section] ?? ''), after: shown(text) };
    });
}

/** Freezes every figure with its origin, then the report itself: from here on only a new edition corrects it. */
export function signReport(work: Work, asked: { readonly id: string; readonly version: number }, pen: Pen): void {
  const { db, actor, now, today } = work;
  const row = draftOrRefuse(work, asked.id, asked.version);
  const report = composeReport(work, row.year, row);
  const { layout, year, known, values, checks } = report;
  const typed = report.typed.filter(({ value }) => value !== null);
  refuseIfBroken(
    brokenOnReportSigning({ layout, year, today, figures: values, typed, known, texts: row.texts, checks }),
  );
  for (const figure of report.figures) storeFigure(db, frozenRow(work, row.id, figure, report));
  const signed = {
    ...row,
    version: row.version + 1,
    ...{ signedOn: today, signedAt: now, signerId: actor.personId, signerName: actor.name },
    contentHash: reportHash(row, figuresOf(db, row.id)),
    publicKey: pen.publicKey,
  };
  updateReport(db, row.id, { ...signed, signature: pen.sign(signedReportContent(signed)) });
  const changes = [{ field: 'contentHash', before: '', after: signed.contentHash }];
  work.record({ act: 'reports.sign', entity: 'annualReport', entityId: row.id, label: annualLabel(row), changes });
}

function frozenRow(
  work: Work,
  reportId: string,
  figure: ComposedReport['figures'][number],
  report: ComposedReport,
): ReportFigureRow {
  const typed = report.typed.find(({ key, value }) => key === figure.key && value !== null);
  const { key, value, origin, sourceNote, overrideReason, registryValue } = figure;
  return {
    ...{ reportId, key, value, sourceNote, overrideReason, registryValue },
    origin: origin ?? 'sum',
    enteredById: typed?.enteredById ?? work.actor.personId ?? '',
    enteredAt: typed?.enteredAt ?? work.now,
  };
}

/** 更正: a new edition that begins with all that was typed before. */
export function correctReport(
  work: Work,
  input: { readonly id: string; readonly correctsId: string; readonly reason: string },
) {
  const before = reportOrRefuse(work, input.correctsId);
  const [latest] = reportsOf(work.db, before.year);
  const { reason } = input;
  refuseIfBroken([
    ...brokenOnTexts({ reason }),
    ...(isBlank(reason) ? [{ code: 'report.correctionReasonMissing', field: 'reason' }] : []),
    ...(before.signedAt === null ? [{ code: 'report.notSigned', field: 'correctsId' }] : []),
    ...(latest && latest.id !== before.id ? [{ code: 'report.draftOpen', field: 'correctsId' }] : []),
  ]);
  const row: ReportRow = {
    ...FRESH,
    ...{ id: input.id, year: before.year, edition: before.edition + 1, layout: before.layout },
    ...{ correctsId: before.id, correctionReason: reason, texts: before.texts },
    openedById: work.actor.personId ?? '',
    enteredAt: work.now,
  };
  insertReport(work.db, row);
  for (const figure of figuresOf(work.db, before.id)) {
    if (figure.origin === 'typed') storeFigure(work.db, { ...figure, reportId: row.id });
  }
  work.record({ act: 'reports.correct', entity: 'annualReport', entityId: row.id, label: annualLabel(row), reason });
}

type Publication = { readonly reportId: string; readonly postedOn: Day; readonly url: string };

export function postReport(work: Work, { reportId, postedOn, url }: Publication): void {
  const row = reportOrRefuse(work, reportId);
  const { signedOn } = row;
  refuseIfBroken([
    ...brokenOnTexts({ url }),
    ...(/^https?:\/\/\S+$/.test(url.trim()) ? [] : [{ code: 'report.urlBad', field: 'url' }]),
    ...(signedOn === null ? [{ code: 'report.notSigned', field: 'reportId' }] : []),
    ...(signedOn !== null && (postedOn < signedOn || postedOn > work.today)
      ? [{ code: 'report.postedOnBad', field: 'postedOn' }]
      : []),
    ...(findPosting(work.db, reportId) ? [{ code: 'report.posted', field: 'reportId' }] : []),
  ]);
  const postedById = work.actor.personId ?? '';
  insertPosting(work.db, { reportId, postedOn, url: url.trim(), postedById, enteredAt: work.now });
  const changes = [
    { field: 'postedOn', before: '', after: postedOn },
    { field: 'url', before: '', after: url.trim() },
  ];
  work.record({ act: 'reports.post', entity: 'annualReport', entityId: reportId, label: annualLabel(row), changes });
}
