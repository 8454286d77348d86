/** A register (登记簿、汇总表、清单) on paper: the one writer of them all; what each shows stands in its file under registers/. */

import type { Day } from '../domain/day.ts';
import {
  drawCode,
  drawHead,
  drawNotes,
  drawTail,
  footNotes,
  NOTE_LEADING,
  noteLine,
  SEAL_SQUARE,
  SMALL,
} from './fileLedger.ts';
import { type FontSet, type MissingCharacter, missingCharacters, type WrittenText } from './fonts.ts';
import type { LedgerFoot } from './ledgerSheet.ts';
import { LEDGER_WORDS, type LedgerWords } from './ledgerWords.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { drawHandover, HANDOVER_HEIGHT } from './registerHandover.ts';
import { A3_LANDSCAPE, A4_LANDSCAPE, type Align, mm, type Sheet, type SheetFormat, type TextStyle } from './sheet.ts';
import { drawTable } from './table.ts';
import type { Table } from './tableLayout.ts';
import type { WorkOptions } from './work.ts';

export type Bilingual = Readonly<Record<PaperLanguage, string>>;

export type RegisterColumn<Row> = {
  readonly header: Bilingual;
  /** Millimetres; 0 = what the others leave, once in each register. */
  readonly width: number;
  readonly align?: Align;
  readonly text: (row: Row, language: PaperLanguage, index: number) => string;
};

/** What one register looks like. */
export type RegisterDefinition<Row> = {
  readonly title: Bilingual;
  readonly format?: 'A4' | 'A3';
  /** 单位：件 */
  readonly measure: Bilingual;
  readonly columns: readonly RegisterColumn<Row>[];
  /** What stands for 统计期间, such as 文号序列：. */
  readonly about?: Bilingual;
  /** A last line of sums below the rows, one text for each column; the sentence of the totals then only comments. */
  readonly sums?: (rows: readonly Row[], language: PaperLanguage) => readonly string[];
  /** Stands in the only row where there is none: a nil return is a return. */
  readonly nil: Bilingual;
  readonly totals: (rows: readonly Row[], language: PaperLanguage) => string;
};

/** Everything one printed register says. */
export type RegisterSheet<Row> = {
  readonly definition: RegisterDefinition<Row>;
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  /** Such as 2019年9月, or the name of a number series. */
  readonly period: string;
  readonly filledOn: Day;
  readonly rows: readonly Row[];
  /** A sentence below the totals, such as the closing statement of a series (截止说明). */
  readonly statement: string;
  /** Whom the list is handed over to; the tail then has two seals, else one. */
  readonly recipient: string | null;
  readonly foot: LedgerFoot;
};

const STATEMENT: TextStyle = { face: 'song', size: 10.5 };
const STATEMENT_LEADING = 16;
const STATEMENT_GAP = 8;

export function missingInRegister<Row>(fonts: FontSet, sheet: RegisterSheet<Row>): readonly MissingCharacter[] {
  return missingCharacters(fonts, textsOf(sheet));
}

function* textsOf<Row>({ definition, language, rows, ...sheet }: RegisterSheet<Row>): Generator<WrittenText> {
  const { bureau, unit, period, statement, recipient, foot } = sheet;
  yield { text: `${bureau}${unit}${period}${statement}${recipient ?? ''}`, where: definition.title[language] };
  yield { text: foot.printedBy, where: LEDGER_WORDS[language].printedBy };
  for (const [index, row] of rows.entries()) {
    for (const { header, text } of definition.columns) {
      yield { text: text(row, language, index), where: `${index + 1} ${header[language].replace('\n', '')}` };
    }
  }
}

export type RegisterOptions = WorkOptions & { readonly madeAt: string };

/** The sheets that a register is printed on. */
export function formatOfRegister(format: RegisterDefinition<never>['format'] = 'A4'): SheetFormat {
  return format === 'A3' ? A3_LANDSCAPE : A4_LANDSCAPE;
}

/** Throws the signal's reason when cancelled; progress counts rows. */
export async function printRegister<Row>(
  fonts: FontSet,
  sheet: RegisterSheet<Row>,
  options: RegisterOptions,
): Promise<Uint8Array> {
  const { definition, language, foot } = sheet;
  const words = wordsOf(definition, language);
  const title = definition.title[language];
  const facts = {
    title: `${title} ${foot.ledgerNumber}`,
    subject: `${sheet.bureau} ${sheet.period}`,
    author: `${sheet.bureau}${words.separator}${sheet.unit}`,
    language,
    madeAt: options.madeAt,
    number: foot.ledgerNumber,
  };
  const format = formatOfRegister(definition.format);
  const paper = await openPaper(fonts, { ...facts, reprintOn: format });
  const inner = mm(format.width - format.margin.left - format.margin.right);
  const style: TextStyle = { face: 'song', size: 9.3 };
  const notes = footNotes(paper, sheet, missingInRegister(fonts, sheet), inner - SEAL_SQUARE - mm(4), words);
  const statement = sheet.statement === '' ? [] : paper.linesOf(sheet.statement, STATEMENT, inner);
  const statementHeight = statement.length === 0 ? 0 : statement.length * STATEMENT_LEADING + STATEMENT_GAP;
  const footHeight = 8 + notes.length * NOTE_LEADING;
  const ending = sheet.recipient === null ? SEAL_SQUARE + 6 - footHeight : HANDOVER_HEIGHT;
  await drawTable(
    paper,
    tableOf(sheet, inner, words),
    {
      format,
      style,
      headerStyle: { face: 'hei', size: style.size },
      leading: 12.6,
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
      tailHeight: ending + statementHeight,
      drawTail: (page, y) => {
        drawStatement(page, statement, y);
        drawEnding(page, paper, sheet, words, y + statementHeight);
      },
    },
    options,
  );
  return paper.finish();
}

/** The ledger's words but for what is said otherwise; every print has its own number, so none is the second of another. */
function wordsOf<Row>({ measure, about, sums }: RegisterDefinition<Row>, language: PaperLanguage): LedgerWords {
  const isChinese = language === 'zh';
  return {
    ...LEDGER_WORDS[language],
    number: isChinese ? '编号' : 'Register no.',
    measure: measure[language],
    prints: () => '',
    ...(about ? { period: about[language] } : {}),
    ...(sums ? { totals: isChinese ? '说明' : 'In words' } : {}),
  };
}

function tableOf<Row>({ definition, language, rows }: RegisterSheet<Row>, inner: number, words: LedgerWords): Table {
  const { columns } = definition;
  const left = inner - columns.reduce((sum, { width }) => sum + mm(width), 0);
  const sums = rows.length === 0 ? undefined : definition.sums?.(rows, language);
  return {
    columns: columns.map(({ header, width, align = 'center' }) => ({
      header: header[language],
      width: width === 0 ? left : mm(width),
      align,
    })),
    rowCount: rows.length + (sums ? 1 : 0),
    cellsOf: (index) => {
      const row = rows[index];
      return row === undefined ? (sums ?? []) : columns.map(({ text }) => text(row, language, index));
    },
    nil: definition.nil[language],
    totals: {
      label: words.totals,
      labelColumns: columns[1]?.width === 0 ? 1 : 2,
      text: definition.totals(rows, language),
    },
  };
}

function drawStatement(page: Sheet, lines: readonly string[], y: number): void {
  lines.forEach((line, index) => {
    page.text(line, page.left, y + STATEMENT_GAP + (index + 0.7) * STATEMENT_LEADING, STATEMENT);
  });
}

function drawEnding<Row>(page: Sheet, paper: Paper, sheet: RegisterSheet<Row>, words: LedgerWords, y: number): void {
  if (sheet.recipient === null) drawTail(page, paper, sheet, words, y);
  else drawHandover(page, paper, { ...sheet, recipient: sheet.recipient }, y);
}
