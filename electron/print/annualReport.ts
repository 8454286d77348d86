/** The annual report on open government information (年度报告) on paper: six sections in words, three tables, signature. */

import { writeFigure } from '../domain/annualReport/figure.ts';
import { gridsOf, type ReportGrid } from '../domain/annualReport/grid.ts';
import { REPORT_SECTIONS, type ReportLayout, type ReportSection } from '../domain/annualReport/layout.ts';
import type { Figures } from '../domain/annualReport/report.ts';
import { type Day, formatDay } from '../domain/day.ts';
import { say } from '../domain/wording/say.ts';
import {
  type Flow,
  FOOT,
  openFlow,
  sizeFor,
  TABLE_GAP,
  writeHeading,
  writeTables,
  writeText,
  writeTitle,
} from './flow.ts';
import type { FontSet } from './fonts.ts';
import { openPaper, type PaperLanguage } from './page.ts';
import { mm, type Sheet, type TextStyle } from './sheet.ts';
import { heightOf, type SpanTable } from './spanTable.ts';

export type AnnualReportSheet = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly year: number;
  readonly edition: number;
  readonly correctionReason: string;
  readonly layout: ReportLayout;
  readonly texts: Readonly<Partial<Record<ReportSection, string>>>;
  readonly figures: Figures;
  /** Null for a draft. */
  readonly signedOn: Day | null;
  readonly signerName: string;
  readonly printedBy: string;
  readonly printedAt: string;
  /** Hash of the signed content; empty for a draft. */
  readonly contentHash: string;
};

const zh = {
  title: (sheet: AnnualReportSheet) => [sheet.bureau, `${sheet.year}年政府信息公开工作年度报告`],
  edition: (edition: number) => `（第 ${edition} 版）`,
  draft: '草稿　未签发',
  lead: (year: number) =>
    `根据《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定，编制本报告。报告所列数据的统计期限为${year}年1月1日至12月31日。`,
  correction: (reason: string) => `本版为更正版，更正理由：${reason}`,
  indent: '　　',
  nothing: '无。',
  signer: '签发人：',
  foot: (sheet: AnnualReportSheet) =>
    `格式依据 ${sheet.layout.source}　打印 ${sheet.printedBy} ${sheet.printedAt}${sheet.contentHash ? `　核验 ${code(sheet.contentHash)}` : ''}`,
  page: (page: number) => `— ${page} —`,
};

const en: typeof zh = {
  title: (sheet) => [sheet.bureau, `Annual Report on Open Government Information, ${sheet.year}`],
  edition: (edition) => `(edition ${edition})`,
  draft: 'Draft, not signed',
  lead: (year) =>
    `This report is made under Articles 49 and 50 of the Regulation on Open Government Information. Its figures cover 1 January to 31 December ${year}.`,
  correction: (reason) => `This is a corrected edition. Reason: ${reason}`,
  indent: '',
  nothing: 'None.',
  signer: 'Signed by: ',
  foot: (sheet) =>
    `Format: ${sheet.layout.source}　printed by ${sheet.printedBy}, ${sheet.printedAt}${sheet.contentHash ? `　check ${code(sheet.contentHash)}` : ''}`,
  page: (page) => `— ${page} —`,
};

const WORDS = { zh, en };
const TITLE: Readonly<Record<PaperLanguage, TextStyle>> = {
  zh: { face: 'songBlack', size: 20 },
  en: { face: 'songBlack', size: 16 },
};
const HEADING: TextStyle = { face: 'hei', size: 14 };
const TEXT: TextStyle = { face: 'song', size: 12.5 };
const SMALL: TextStyle = { face: 'song', size: 8, grey: 0.25 };
const LEADING = 22;
/** English words are longer than the columns of the format are wide. */
const TABLE_SIZE: Readonly<Record<PaperLanguage, number>> = { zh: 9.5, en: 7.2 };
const SMALLEST_TABLE = 5.5;

/** Four groups of four hexadecimal digits. */
function code(hash: string): string {
  const groups = hash
    .slice(0, 16)
    .toUpperCase()
    .match(/.{1,4}/g);
  return (groups ?? []).join(' ');
}

export async function printAnnualReport(
  fonts: FontSet,
  report: AnnualReportSheet,
  madeAt: string,
): Promise<Uint8Array> {
  const { language, edition } = report;
  const words = WORDS[language];
  const title = words.title(report).join(language === 'zh' ? '' : ': ');
  const facts = { title, subject: report.layout.source, author: report.bureau, language, madeAt };
  const paper = await openPaper(fonts, facts);
  const flow = openFlow(paper, (sheet, page) => drawFrame(sheet, page, report));
  flow.move(mm(8));
  writeTitle(flow, [...words.title(report), ...(edition > 1 ? [words.edition(edition)] : [])], TITLE[language]);
  flow.move(mm(6));
  write(flow, report, words.lead(report.year));
  if (edition > 1) write(flow, report, words.correction(report.correctionReason));
  for (const section of REPORT_SECTIONS) drawSection(flow, report, section);
  drawEnd(flow, report);
  return paper.finish();
}

function drawFrame(sheet: Sheet, page: number, report: AnnualReportSheet): void {
  const words = WORDS[report.language];
  sheet.text(words.foot(report), sheet.left, sheet.bottom, SMALL);
  sheet.text(words.page(page), sheet.right, sheet.bottom, { ...SMALL, size: 10, grey: 0 }, 'right');
  if (report.signedOn === null) sheet.text(words.draft, sheet.right, sheet.top - mm(6), { ...SMALL, size: 9 }, 'right');
}

function write(flow: Flow, { language }: AnnualReportSheet, text: string): void {
  writeText(flow, text, { style: TEXT, leading: LEADING, indent: WORDS[language].indent });
}

function drawSection(flow: Flow, report: AnnualReportSheet, section: ReportSection): void {
  const { language, layout } = report;
  const table = layout.tables.find(({ key }) => key === section);
  const text = report.texts[section]?.trim() ?? '';
  const { width, top, bottom } = flow.sheet();
  const grids = table ? gridsOf(table).map((grid) => spanTable(grid, report, width)) : [];
  // As large as fits a sheet of its own, below the heading.
  const room = bottom - FOOT - top - LEADING - mm(8);
  const size = sizeFor(flow.paper, grids, { largest: TABLE_SIZE[language], smallest: SMALLEST_TABLE, room });
  const tableHeight = grids.length === 0 ? 0 : heightOf(flow.paper, grids, size) + TABLE_GAP;
  flow.move(mm(2));
  // Its table, or two lines of its text.
  const follows = text === '' && table ? tableHeight : 2 * LEADING;
  writeHeading(flow, say(language, `reportSection.${section}`), { style: HEADING, leading: LEADING, follows });
  if (text !== '' || !table) write(flow, report, text || WORDS[language].nothing);
  if (grids.length > 0) writeTables(flow, grids, size);
}

/** Nought is printed 0; what nobody filled in stays empty. */
function spanTable(grid: ReportGrid, { figures, language }: AnnualReportSheet, width: number): SpanTable {
  return {
    widths: grid.widths.map((share) => share * width),
    rowCount: grid.rowCount,
    cells: grid.cells.map(({ figure, words, ...cell }) => {
      const value = figure && (figures[figure.key] ?? null);
      const text = figure === null ? say(language, words) : value === null ? '' : writeFigure(value, figure.kind);
      return { ...cell, text };
    }),
  };
}

/** 落款: bureau and day on the right, amid room for the seal. */
function drawEnd(flow: Flow, report: AnnualReportSheet): void {
  const { language, bureau, signedOn, signerName } = report;
  if (flow.room() < mm(45)) flow.turn();
  flow.move(mm(20));
  const sheet = flow.sheet();
  const centre = sheet.right - mm(40);
  sheet.text(bureau, centre, flow.y(), TEXT, 'center');
  if (signedOn === null) return;
  sheet.text(formatDay(signedOn, language), centre, flow.y() + LEADING, TEXT, 'center');
  sheet.text(WORDS[language].signer + signerName, sheet.left, flow.y() + LEADING, TEXT);
}
