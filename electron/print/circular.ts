/** The circular (通报) on disclosure by division: what was due and done, the ranking, and what is overdue. */

import { type Day, formatDay } from '../domain/day.ts';
import { type Flow, openFlow, TABLE_GAP, writeHeading, writeTables, writeText, writeTitle } from './flow.ts';
import type { FontSet } from './fonts.ts';
import { openPaper, type PaperLanguage } from './page.ts';
import { mm, type Sheet, type TextStyle } from './sheet.ts';
import { rowHeights, type SpanCell, type SpanTable } from './spanTable.ts';

export type CircularDivision = {
  /** Null where nothing was due. */
  readonly place: number | null;
  readonly name: string;
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly rate: string;
  readonly mean: string;
  readonly copiesMissing: number;
};

export type CircularOverdue = {
  readonly division: string;
  readonly docNumber: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly workingDays: number;
};

export type CircularSheet = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  readonly number: string;
  readonly period: string;
  readonly issuedOn: Day;
  readonly total: CircularDivision & { readonly documents: number; readonly proactive: number };
  readonly divisions: readonly CircularDivision[];
  /** By division in the order of the ranking, the longest overdue first. */
  readonly overdue: readonly CircularOverdue[];
  /** Overdue documents beyond those listed. */
  readonly unlisted: number;
  /** A rule gives postings to a division: only the copies are then told by the drafting one. */
  readonly isGiven: boolean;
  readonly printedBy: string;
  readonly printedAt: string;
  readonly calendarVersion: string;
};

const zh = {
  title: (period: string) => ['关于政务公开文件公开时效情况的通报', `（${period}）`],
  to: '各处室：',
  indent: '　　',
  lead: ({ period, total }: CircularSheet) =>
    `现将${period}签发文件的公开时效情况通报如下。本期共登记文件 ${total.documents} 件，其中主动公开 ${total.proactive} 件；已到公开期限的 ${total.due} 件，按期公开 ${total.inTime} 件，逾期公开 ${total.late} 件，逾期未公开 ${total.overdue} 件，按期公开率 ${total.rate}；自起算之日至上网平均用时 ${total.mean} 个工作日。期限依据《政府信息公开条例》第二十六条和实施方案五（三），按国务院放假安排以工作日计算。`,
  ranking: '一、各处室公开时效',
  given: '公开时效按职责规则指定的负责处室统计，备案份数按起草处室统计。',
  heads: [
    '排名',
    '处室',
    '到期件数',
    '按期公开',
    '逾期公开',
    '逾期未公开',
    '按期公开率',
    '平均用时（工作日）',
    '缺备案份数',
  ],
  total: '合计',
  overdue: '二、逾期未公开文件',
  overdueHeads: ['序号', '处室', '发文字号', '标题', '应公开日', '逾期工作日'],
  none: '无逾期未公开文件。',
  more: (count: number) => `另有 ${count} 件，见登记库台账。`,
  demand:
    '请有逾期未公开文件的处室抓紧办理，公开后将网址报办公室；不能公开的，书面说明理由和依据。请缺备案份数的处室尽快补齐。',
  nothingDue: '—',
  page: (page: number) => `— ${page} —`,
  foot: (sheet: CircularSheet) =>
    `${sheet.number}　打印 ${sheet.printedBy} ${sheet.printedAt}　工作日历 ${sheet.calendarVersion}`,
};

const en: typeof zh = {
  title: (period) => ['Circular on the timeliness of disclosure', `(${period})`],
  to: 'To all divisions:',
  indent: '',
  lead: ({ period, total }) =>
    `This is how documents signed in the period ${period} were disclosed. ${total.documents} documents were registered, ${total.proactive} of them to be disclosed proactively. ${total.due} fell due: ${total.inTime} were posted on time, ${total.late} late, ${total.overdue} are overdue; ${total.rate} on time. From the start of the clock to the posting it took ${total.mean} working days on average. Periods follow Article 26 of the Regulation on Open Government Information and Implementation Plan V(3), in working days of the State Council’s holiday notices.`,
  ranking: 'I. Divisions',
  given:
    'Timeliness is told of the division that answers for the posting by the rules of duties, copies of the drafting division.',
  heads: [
    'Place',
    'Division',
    'Due',
    'On time',
    'Late',
    'Overdue',
    'On-time rate',
    'Mean (working days)',
    'Copies missing',
  ],
  total: 'Total',
  overdue: 'II. Overdue documents',
  overdueHeads: ['No.', 'Division', 'Document number', 'Title', 'Due on', 'Working days overdue'],
  none: 'No document is overdue.',
  more: (count) => `${count} more are listed in the registry’s ledger.`,
  demand:
    'Divisions with overdue documents are asked to post them and to report the address to the General Office, or to give reason and basis in writing. Missing copies are to be delivered soon.',
  nothingDue: '—',
  page: (page) => `— ${page} —`,
  foot: (sheet) =>
    `${sheet.number}　printed by ${sheet.printedBy}, ${sheet.printedAt}　working-day calendar ${sheet.calendarVersion}`,
};

const WORDS = { zh, en };
const TITLE: Readonly<Record<PaperLanguage, TextStyle>> = {
  zh: { face: 'songBlack', size: 20 },
  en: { face: 'songBlack', size: 16 },
};
const HEADING: TextStyle = { face: 'hei', size: 13 };
const TEXT: TextStyle = { face: 'song', size: 12.5 };
const SMALL: TextStyle = { face: 'song', size: 8, grey: 0.25 };
const LEADING = 22;
const TABLE_SIZES: Readonly<Record<PaperLanguage, number>> = { zh: 10, en: 8.5 };
const RANKING_WIDTHS = [0.07, 0.25, 0.09, 0.09, 0.09, 0.1, 0.11, 0.11, 0.09];
const OVERDUE_WIDTHS = [0.06, 0.17, 0.2, 0.36, 0.12, 0.09];

export async function printCircular(fonts: FontSet, circular: CircularSheet, madeAt: string): Promise<Uint8Array> {
  const { language, bureau, period } = circular;
  const words = WORDS[language];
  const [title = ''] = words.title(period);
  const paper = await openPaper(fonts, {
    title: `${title} ${circular.number}`,
    subject: period,
    author: bureau,
    language,
    madeAt,
  });
  const flow = openFlow(paper, (sheet, page) => {
    sheet.text(words.foot(circular), sheet.left, sheet.bottom, SMALL);
    sheet.text(words.page(page), sheet.right, sheet.bottom, { ...SMALL, size: 10, grey: 0 }, 'right');
  });
  flow.move(mm(6));
  writeTitle(flow, words.title(period), TITLE[language]);
  flow.move(mm(4));
  writeText(flow, words.to, { style: TEXT, leading: LEADING, indent: '' });
  write(flow, circular, words.lead(circular));
  drawRanking(flow, circular);
  drawOverdue(flow, circular);
  write(flow, circular, words.demand);
  drawSender(flow, circular);
  return paper.finish();
}

function write(flow: Flow, { language }: CircularSheet, text: string): void {
  writeText(flow, text, { style: TEXT, leading: LEADING, indent: WORDS[language].indent });
}

function tableOf(
  width: number,
  shares: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): SpanTable {
  const cells: SpanCell[] = [
    ...heads.map((text, column) => ({ row: 0, column, text, isHead: true })),
    ...rows.flatMap((row, at) => row.map((text, column) => ({ row: at + 1, column, text }))),
  ];
  return { widths: shares.map((share) => share * width), rowCount: rows.length + 1, cells };
}

function drawRanking(flow: Flow, circular: CircularSheet): void {
  const { language, divisions, total } = circular;
  const words = WORDS[language];
  const row = (division: CircularDivision, place: string, name: string) => [
    place,
    name,
    ...[division.due, division.inTime, division.late, division.overdue].map(String),
    division.rate,
    division.mean,
    String(division.copiesMissing),
  ];
  const rows = [
    ...divisions.map((division) => row(division, String(division.place ?? words.nothingDue), division.name)),
    row(total, '', words.total),
  ];
  writeHeading(flow, words.ranking, { style: HEADING, leading: LEADING, follows: 3 * LEADING });
  if (circular.isGiven) write(flow, circular, words.given);
  writeRows(flow, { shares: RANKING_WIDTHS, heads: words.heads, rows, size: TABLE_SIZES[language] });
}

function drawOverdue(flow: Flow, circular: CircularSheet): void {
  const { language, overdue, unlisted } = circular;
  const words = WORDS[language];
  writeHeading(flow, words.overdue, { style: HEADING, leading: LEADING, follows: 3 * LEADING });
  if (overdue.length === 0) {
    write(flow, circular, words.none);
    return;
  }
  const rows = overdue.map(({ division, docNumber, title, dueOn, workingDays }, at) => [
    ...[String(at + 1), division, docNumber, title, dueOn, String(workingDays)],
  ]);
  writeRows(flow, { shares: OVERDUE_WIDTHS, heads: words.overdueHeads, rows, size: TABLE_SIZES[language] - 0.5 });
  if (unlisted > 0) write(flow, circular, words.more(unlisted));
}

type Rows = {
  readonly shares: readonly number[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly size: number;
};

/** As many rows on each sheet as there is room for, each sheet with the heads again. */
function writeRows(flow: Flow, { shares, heads, rows, size }: Rows): void {
  const { width } = flow.sheet();
  let left = rows;
  while (left.length > 0) {
    const [head = 0, ...heights] = rowHeights(flow.paper, tableOf(width, shares, heads, left), size);
    let used = head;
    let count = 0;
    while (count < left.length && used + (heights[count] ?? 0) <= flow.room() - TABLE_GAP) {
      used += heights[count] ?? 0;
      count += 1;
    }
    if (count === 0 && flow.y() !== flow.sheet().top) flow.turn();
    else {
      const some = left.slice(0, Math.max(count, 1));
      writeTables(flow, [tableOf(width, shares, heads, some)], size);
      left = left.slice(some.length);
    }
  }
}

/** 落款: unit and day on the right, amid room for the seal. */
function drawSender(flow: Flow, { language, bureau, unit, issuedOn }: CircularSheet): void {
  if (flow.room() < mm(45)) flow.turn();
  flow.move(mm(18));
  const sheet: Sheet = flow.sheet();
  const centre = sheet.right - mm(42);
  sheet.text(language === 'zh' ? `${bureau}${unit}` : `${bureau}, ${unit}`, centre, flow.y(), TEXT, 'center');
  sheet.text(formatDay(issuedOn, language), centre, flow.y() + LEADING, TEXT, 'center');
}
