/** The file disclosure ledger (文件公开台账) on paper: title, head line, table, totals in words, signatures, seal, foot. */

import { formatDay } from '../domain/day.ts';
import { type LedgerColumnName, sharedWidths, sheetForColumns } from '../domain/ledgerColumnSet.ts';
import { sheetSizeOf } from '../domain/ledgerPreset.ts';
import { type FontSet, type MissingCharacter, missingCharacters, type WrittenText } from './fonts.ts';
import { type LedgerColumn, ledgerColumns } from './ledgerColumns.ts';
import type { LedgerGrouping, LedgerRow, LedgerSheet } from './ledgerSheet.ts';
import { LEDGER_WORDS, type LedgerWords, totalsSentence } from './ledgerWords.ts';
import { openPaper, type Paper } from './page.ts';
import { drawQrCode } from './qrCode.ts';
import { A3_LANDSCAPE, A4_LANDSCAPE, mm, type Sheet, type SheetFormat, type TextStyle } from './sheet.ts';
import { drawTable } from './table.ts';
import type { Column, Table } from './tableLayout.ts';
import type { WorkOptions } from './work.ts';

const TITLE: Readonly<Record<LedgerSheet['language'], TextStyle>> = {
  zh: { face: 'songBlack', size: 21, spacing: 1.6 },
  en: { face: 'songBlack', size: 19 },
};
const HEAD: TextStyle = { face: 'song', size: 10.5 };
export const SMALL: TextStyle = { face: 'song', size: 8, grey: 0.25 };
const CONTINUED: TextStyle = { face: 'hei', size: 9 };
export const SEAL_SQUARE = mm(50);
const CELL_PADDING = 7;
const CODE_SIDE = 44;
export const NOTE_LEADING = 11;
/** Where the rules to sign on end, so that those below each other end alike. */
const FURTHEST_RULE = mm(92);

/** Every text of the ledger's rows and head that no face can draw, with the row and column where it stands. */
export function missingInLedger(fonts: FontSet, sheet: LedgerSheet): readonly MissingCharacter[] {
  return missingCharacters(fonts, ledgerTexts(sheet));
}

function* ledgerTexts(sheet: LedgerSheet): Generator<WrittenText> {
  const words = LEDGER_WORDS[sheet.language];
  yield { text: `${sheet.title ?? ''}${sheet.bureau}${sheet.unit}${sheet.period}`, where: words.title };
  yield { text: `${sheet.foot.printedBy}${sheet.foot.filter}`, where: words.number };
  const columns = ledgerColumns(sheet).map(({ header, text }) => ({
    text,
    header: header.replace('\n', words.separator),
  }));
  for (let index = 0; index < sheet.rows.length; index++) {
    const row = sheet.rows.at(index);
    for (const { text, header } of row ? columns : []) {
      yield { text: row ? text(row, words, index) : '', where: `${index + 1} ${header}` };
    }
  }
}

export type LedgerOptions = WorkOptions & { readonly madeAt: string };

/** The sheets that a ledger is printed on. */
export function formatOfLedger({
  preset,
  size,
  columns,
}: Pick<LedgerSheet, 'preset' | 'size' | 'columns'>): SheetFormat {
  const asked = columns ? sheetForColumns(columns, size) : sheetSizeOf(preset, size);
  return asked === 'A3' ? A3_LANDSCAPE : A4_LANDSCAPE;
}

/** Throws the signal's reason when cancelled; progress counts rows. */
export async function printFileLedger(fonts: FontSet, sheet: LedgerSheet, options: LedgerOptions): Promise<Uint8Array> {
  const words = LEDGER_WORDS[sheet.language];
  const title = sheet.title ?? words.title;
  const facts = {
    title: `${title} ${sheet.foot.ledgerNumber}`,
    subject: `${sheet.bureau} ${sheet.period}`,
    author: `${sheet.bureau}${words.separator}${sheet.unit}`,
    language: sheet.language,
    madeAt: options.madeAt,
    number: sheet.foot.ledgerNumber,
  };
  const isDense = sheet.preset === 'full' || sheet.columns !== undefined;
  const format = formatOfLedger(sheet);
  const paper = await openPaper(fonts, { ...facts, reprintOn: format });
  const style: TextStyle = { face: 'song', size: isDense ? 8.8 : 9.3 };
  const inner = mm(format.width - format.margin.left - format.margin.right);
  const notes = footNotes(paper, sheet, missingInLedger(fonts, sheet), inner - SEAL_SQUARE - mm(4));
  const footHeight = 8 + notes.length * NOTE_LEADING;
  const table = ledgerTable(paper, sheet, style, inner);
  await drawTable(
    paper,
    table,
    {
      format,
      style,
      headerStyle: { face: 'hei', size: style.size },
      leading: isDense ? 11.8 : 12.6,
      headHeight: { first: 62, later: 20 },
      drawHead: (page, isFirst) => {
        drawHead(page, paper, sheet, { words, title, isFirst });
        if (isFirst) drawCode(page, sheet);
      },
      footHeight,
      drawFoot: (page) => drawNotes(page, notes),
      drawCount: (page, index, pages) => {
        page.text(words.page(index, pages), (page.left + page.right) / 2, noteLine(page, notes, 0), SMALL, 'center');
      },
      // The square for the seal reaches down beside the notes.
      tailHeight: SEAL_SQUARE + 6 - footHeight,
      drawTail: (page, y) => drawTail(page, paper, sheet, words, y),
    },
    options,
  );
  return paper.finish();
}

function ledgerTable(paper: Paper, sheet: LedgerSheet, style: TextStyle, width: number): Table {
  const words = LEDGER_WORDS[sheet.language];
  const columns = ledgerColumns(sheet);
  const wanted = columnWidths(paper, sheet, columns, style);
  const left = width - wanted.reduce((sum, each) => sum + each, 0);
  const widths = sheet.columns ? ownWidths(sheet.columns, columns, wanted, width) : wanted;
  const measured: readonly Column[] = columns.map(({ header, align }, index) => ({
    header,
    align,
    width: widths[index] || left,
  }));
  return {
    columns: measured,
    rowCount: sheet.rows.length,
    cellsOf: (index) => {
      const row = sheet.rows.at(index);
      return row ? columns.map(({ text }) => text(row, words, index)) : [];
    },
    groupOf: (index) => {
      const row = sheet.rows.at(index);
      return row ? groupOf(row, sheet.groupBy) : '';
    },
    nil: words.nil,
    totals: { label: words.totals, labelColumns: 2, text: totalsSentence(sheet.totals, sheet.language) },
  };
}

/** What every ledger and register says above its table. */
export type Headed = Pick<LedgerSheet, 'bureau' | 'unit' | 'period' | 'filledOn' | 'language'>;

/** As wide as the widest text, within what the column allows; one look at every row. */
function columnWidths(
  paper: Paper,
  { rows, language }: LedgerSheet,
  columns: readonly LedgerColumn[],
  style: TextStyle,
): readonly number[] {
  const words = LEDGER_WORDS[language];
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : width[0]));
  for (let index = 0; index < rows.length; index++) {
    const row = rows.at(index);
    columns.forEach(({ width, text }, column) => {
      const [now = 0, most] = [widths[column], typeof width === 'number' ? 0 : width[1]];
      if (!row || now >= most) return;
      widths[column] = Math.min(most, Math.max(now, paper.widthOf(text(row, words, index), style) + CELL_PADDING));
    });
  }
  return widths;
}

/** The order number stands before the own columns. */
function ownWidths(
  names: readonly LedgerColumnName[],
  columns: readonly LedgerColumn[],
  wanted: readonly number[],
  room: number,
): readonly number[] {
  const parts = columns.map(({ width }, index) => {
    const least = typeof width === 'number' ? width : width[0];
    return { least, wanted: wanted[index] ?? least, isRest: names[index - 1] === 'title' };
  });
  return sharedWidths(parts, room);
}

/** 办公室, 2019-08, or 辽市监发〔2019〕. */
function groupOf({ division, signedOn, docNumber }: LedgerRow, by: LedgerGrouping | undefined): string {
  if (by === 'division') return division;
  if (by === 'month') return signedOn?.slice(0, 7) ?? '';
  return by === 'series' ? (/^.*?[〕\]]/u.exec(docNumber)?.[0] ?? '') : '';
}

type Head = { readonly words: LedgerWords; readonly title: string; readonly isFirst: boolean };

export function drawHead(page: Sheet, paper: Paper, sheet: Headed, { words, title, isFirst }: Head): void {
  const unit = `${sheet.bureau}${words.separator}${sheet.unit}`;
  if (!isFirst) {
    page.text(`${title}${words.continued}`, page.left, page.top + 12, CONTINUED);
    page.text(`${unit}　${sheet.period}`, page.right, page.top + 12, { ...HEAD, size: 9 }, 'right');
    return;
  }
  page.tag('H1', () => {
    page.text(title, (page.left + page.right) / 2, page.top + 24, TITLE[sheet.language], 'center');
  });
  const parts = [
    words.unit + unit,
    words.period + sheet.period,
    words.filledOn + formatDay(sheet.filledOn, sheet.language),
    words.measure,
  ];
  const widths = parts.map((part) => paper.widthOf(part, HEAD));
  const gap = (page.width - widths.reduce((sum, each) => sum + each, 0)) / (parts.length - 1);
  let x = page.left;
  parts.forEach((part, index) => {
    page.text(part, x, page.top + 54, HEAD);
    x += (widths[index] ?? 0) + gap;
  });
}

/** In the upper right corner of the first sheet: number and codes, for whoever checks the paper later. */
export function drawCode(page: Sheet, { foot, language }: Pick<LedgerSheet, 'foot' | 'language'>): void {
  if (foot.code === undefined) return;
  const place = { x: page.right - CODE_SIDE, y: page.top - 5, size: CODE_SIDE };
  drawQrCode(page, foot.code, place, LEDGER_WORDS[language].code(foot.ledgerNumber));
}

/** Signatures on the left; on the right unit and day amid a square that stays free for the round seal. */
export function drawTail(page: Sheet, paper: Paper, sheet: Headed, words: LedgerWords, y: number): void {
  const top = y + 6;
  const half = (page.width - SEAL_SQUARE - mm(8)) / 2;
  const fields = [words.preparedBy, words.checkedBy, words.approvedBy, words.phone];
  fields.forEach((label, index) => {
    const x = page.left + (index % 2) * half;
    const baseline = top + mm(index < 2 ? 13 : 28);
    page.text(label, x, baseline, HEAD);
    const ruleX = x + paper.widthOf(label, HEAD) + 3;
    page.line(ruleX, baseline + 3, x + Math.min(FURTHEST_RULE, half - mm(8)), baseline + 3);
  });
  const centre = page.right - SEAL_SQUARE / 2;
  const unit = `${sheet.bureau}${words.separator}${sheet.unit}`;
  paper.linesOf(unit, HEAD, SEAL_SQUARE).forEach((line, index, lines) => {
    page.text(line, centre, top + mm(24) - (lines.length - 1 - index) * 15, HEAD, 'center');
  });
  page.text(formatDay(sheet.filledOn, sheet.language), centre, top + mm(31), HEAD, 'center');
  page.text(words.seal, centre, top + mm(38), { ...HEAD, size: 9, grey: 0.4 }, 'center');
}

/** Four groups of four hexadecimal digits: enough to compare by eye with the trail. */
export function verificationCode(headHash: string): string {
  return (
    headHash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(' ');
}

/** The lower left corner of every sheet; the lower right one stays free for the seal. */
export function footNotes(
  paper: Paper,
  { language, foot }: Pick<LedgerSheet, 'language' | 'foot'>,
  missing: readonly MissingCharacter[],
  width: number,
  words: LedgerWords = LEDGER_WORDS[language],
): readonly string[] {
  const codes = missing.slice(0, 12).map(({ code }) => code);
  const first = [
    `${words.number} ${foot.ledgerNumber}`,
    words.prints(foot.printCount),
    `${words.printedBy} ${foot.printedBy}`,
  ];
  return [
    [...first, foot.printedAt].filter((part) => part !== '').join('　'),
    ...paper.linesOf(`${words.filter(foot.filter)}　${words.calendar(foot.calendarVersion)}`, SMALL, width),
    `${words.trail(foot.headSeq)}　${words.check(verificationCode(foot.headHash))}`,
    ...(codes.length > 0 ? paper.linesOf(words.missing(codes.join(' ')), SMALL, width) : []),
  ];
}

export function noteLine(page: Sheet, notes: readonly string[], index: number): number {
  return page.bottom - (notes.length - 1 - index) * NOTE_LEADING - 2;
}

export function drawNotes(page: Sheet, notes: readonly string[]): void {
  notes.forEach((note, index) => {
    page.text(note, page.left, noteLine(page, notes, index), SMALL);
  });
}
