/** The annual report on open government information (年度报告) on paper: six sections in words, three tables, signature. */

import { writeFigure } from '../domain/annualReport/figure.ts';
import { gridsOf, type ReportGrid } from '../domain/annualReport/grid.ts';
import { REPORT_SECTIONS, type ReportLayout, type ReportSection } from '../domain/annualReport/layout.ts';
import type { Figures } from '../domain/annualReport/report.ts';
import { type Day, formatDay } from '../domain/day.ts';
import { say } from '../domain/wording/say.ts';
import type { FontSet } from './fonts.ts';
import { baselineIn } from './form.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet, type TextStyle } from './sheet.ts';
import { drawSpanTable, heightOf, type SpanTable } from './spanTable.ts';

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
/** Kept free at the bottom for the page number and the foot. */
const FOOT = mm(11);

function code(hash: string): string {
  return (
    hash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(' ');
}

/** The sheet that is written on and how far down it is written. */
type Flow = {
  readonly paper: Paper;
  readonly sheet: () => Sheet;
  readonly y: () => number;
  readonly room: () => number;
  readonly move: (height: number) => void;
  readonly turn: () => void;
};

export async function printAnnualReport(
  fonts: FontSet,
  report: AnnualReportSheet,
  madeAt: string,
): Promise<Uint8Array> {
  const words = WORDS[report.language];
  const title = words.title(report).join(report.language === 'zh' ? '' : ': ');
  const facts = { title, subject: report.layout.source, author: report.bureau, language: report.language, madeAt };
  const paper = await openPaper(fonts, facts);
  const flow = openFlow(paper, report);
  drawTitle(flow, report);
  writeText(flow, report, words.lead(report.year));
  if (report.edition > 1) writeText(flow, report, words.correction(report.correctionReason));
  for (const section of REPORT_SECTIONS) drawSection(flow, report, section);
  drawEnd(flow, report);
  return paper.finish();
}

function openFlow(paper: Paper, report: AnnualReportSheet): Flow {
  const words = WORDS[report.language];
  let page = 0;
  let sheet = begin();
  let y = sheet.top;

  function begin(): Sheet {
    const next = paper.addSheet(A4_PORTRAIT);
    page += 1;
    next.artifact(() => {
      next.text(words.foot(report), next.left, next.bottom, SMALL);
      next.text(words.page(page), next.right, next.bottom, { ...SMALL, size: 10, grey: 0 }, 'right');
      if (report.signedOn === null)
        next.text(words.draft, next.right, next.top - mm(6), { ...SMALL, size: 9 }, 'right');
    });
    return next;
  }

  return {
    paper,
    sheet: () => sheet,
    y: () => y,
    room: () => sheet.bottom - FOOT - y,
    move: (height) => {
      y += height;
    },
    turn: () => {
      sheet = begin();
      y = sheet.top;
    },
  };
}

function drawTitle(flow: Flow, report: AnnualReportSheet): void {
  const { language, edition } = report;
  const style = TITLE[language];
  const { left, right, width } = flow.sheet();
  const title = WORDS[language].title(report).flatMap((part) => flow.paper.linesOf(part, style, width));
  const lines = [...title, ...(edition > 1 ? [WORDS[language].edition(edition)] : [])];
  flow.move(mm(8));
  flow.sheet().tag('H1', () => {
    for (const line of lines) {
      flow.sheet().text(line, (left + right) / 2, baselineIn(flow.y(), style.size * 1.5, style.size), style, 'center');
      flow.move(style.size * 1.5);
    }
  });
  flow.move(mm(6));
}

/** Paragraphs as they were typed, the first line of each set in by two characters. */
function writeText(flow: Flow, { language }: Pick<AnnualReportSheet, 'language'>, text: string): void {
  const { indent } = WORDS[language];
  const paragraphs = text.split(/\r\n|\n|\r/u).filter((paragraph) => paragraph.trim() !== '');
  for (const paragraph of paragraphs) {
    for (const line of flow.paper.linesOf(indent + paragraph.trim(), TEXT, flow.sheet().width)) {
      if (flow.room() < LEADING) flow.turn();
      flow.sheet().text(line, flow.sheet().left, baselineIn(flow.y(), LEADING, TEXT.size), TEXT);
      flow.move(LEADING);
    }
  }
}

function drawSection(flow: Flow, report: AnnualReportSheet, section: ReportSection): void {
  const { language, layout } = report;
  const table = layout.tables.find(({ key }) => key === section);
  const text = report.texts[section]?.trim() ?? '';
  const { width } = flow.sheet();
  const grids = table ? gridsOf(table).map((grid) => spanTable(grid, report, width)) : [];
  const size = tableSize(flow, grids, language);
  const tableHeight = grids.length === 0 ? 0 : heightOf(flow.paper, grids, size) + mm(3);
  flow.move(mm(2));
  // A heading stays with what follows it: its table, or two lines of its text.
  const follows = text === '' && table ? tableHeight : 2 * LEADING;
  if (flow.room() < LEADING + follows) flow.turn();
  const { left } = flow.sheet();
  const heading = say(language, `reportSection.${section}`);
  const baseline = baselineIn(flow.y(), LEADING, HEADING.size);
  flow.sheet().tag('H2', () => flow.sheet().text(heading, left, baseline, HEADING));
  flow.move(LEADING);
  if (text !== '' || !table) writeText(flow, report, text || WORDS[language].nothing);
  if (grids.length > 0) drawGrids(flow, grids, size, tableHeight);
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

/** As large as fits a sheet of its own, below the heading. */
function tableSize(flow: Flow, grids: readonly SpanTable[], language: PaperLanguage): number {
  const { top, bottom } = flow.sheet();
  const most = bottom - FOOT - top - LEADING - mm(8);
  let size = TABLE_SIZE[language];
  while (size > SMALLEST_TABLE && heightOf(flow.paper, grids, size) > most) size -= 0.25;
  return size;
}

function drawGrids(flow: Flow, grids: readonly SpanTable[], size: number, height: number): void {
  if (flow.room() < height) flow.turn();
  flow.move(mm(1.5));
  for (const grid of grids) {
    const { left } = flow.sheet();
    flow.move(drawSpanTable(flow.sheet(), flow.paper, grid, { x: left, y: flow.y(), size }) - flow.y());
  }
  flow.move(mm(1.5));
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
