/** An official letter (公函) after GB/T 9704: letterhead, number, title, addressee, body, 落款 with room for the seal. */

import { type Day, formatDay } from '../domain/day.ts';
import type { FontSet } from './fonts.ts';
import { baselineIn, drawTitle } from './form.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { mm, type Sheet, type SheetFormat, type TextStyle } from './sheet.ts';

export type OfficialLetter = {
  readonly language: PaperLanguage;
  /** 发文机关 */
  readonly bureau: string;
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly day: Day;
  /** 联系单位、联系电话: one line below the date, in brackets. */
  readonly contact: string;
  /** Said in the head of a paper that nobody has approved yet; empty for one that may go out. */
  readonly draftMark: string;
};

/** The page of 公文: 156 mm by 225 mm of type. */
const LETTER_PAGE: SheetFormat = {
  width: 210,
  height: 297,
  margin: { top: 30, right: 26, bottom: 35, left: 28 },
};

type Setting = {
  readonly style: TextStyle;
  readonly leadings: readonly [number, ...number[]];
  readonly indent: string;
};

/**
 * 三号 with 22 lines to the page; English letters are set smaller, as they are longer. Lines move closer where that keeps a
 * letter on one sheet.
 */
const TEXT: Readonly<Record<PaperLanguage, Setting>> = {
  zh: { style: { face: 'song', size: 16 }, leadings: [28.9, 27.2, 25.6], indent: '　　' },
  en: { style: { face: 'song', size: 12.5 }, leadings: [21, 19.5], indent: '　' },
};
const TITLE: Readonly<Record<PaperLanguage, TextStyle>> = {
  zh: { face: 'songBlack', size: 22 },
  en: { face: 'songBlack', size: 18 },
};
const NUMBER: TextStyle = { face: 'song', size: 14 };
const PAGE_NUMBER: TextStyle = { face: 'song', size: 14 };
const DRAFT: TextStyle = { face: 'hei', size: 14, grey: 0.35 };
const LARGEST_HEAD = 30;
const SMALLEST_HEAD = 16;

/** From the last line of the text to the lower edge of what stands under it: seal, day, contact. */
const SENDER_ROOM = mm(48);
/** Lines that come along where only the sender would stand on a new page. */
const LINES_WITH_SENDER = 2;

export async function printOfficialLetter(fonts: FontSet, letter: OfficialLetter, madeAt: string): Promise<Uint8Array> {
  const paper = await openPaper(fonts, {
    title: `${letter.title} ${letter.number}`,
    subject: letter.title,
    author: letter.bureau,
    language: letter.language,
    madeAt,
  });
  const { style, leadings } = TEXT[letter.language];
  let sheet = paper.addSheet(LETTER_PAGE);
  let y = drawHead(sheet, paper, letter);
  const setWith = (leading: number) => {
    const room = { first: roomFor(sheet, y, leading), next: roomFor(sheet, sheet.top, leading) };
    return { leading, pages: pagesOf(paper, letter, room, leading) };
  };
  const { leading, pages } = leadings.map(setWith).find((set) => set.pages.length === 1) ?? setWith(leadings[0]);
  pages.forEach((paragraphs, at) => {
    if (at > 0) {
      sheet = paper.addSheet(LETTER_PAGE);
      y = sheet.top;
      drawPageNumber(sheet, at + 1);
    }
    for (const lines of paragraphs) y = drawLines(sheet, lines, { y, style, leading });
  });
  drawSender(sheet, paper, letter, { y, leading });
  return paper.finish();
}

/** 发文机关标志 over a thick and a thin rule, number, title; returns the y below. */
function drawHead(sheet: Sheet, paper: Paper, letter: OfficialLetter): number {
  const { language, bureau, number, title, draftMark } = letter;
  const centre = (sheet.left + sheet.right) / 2;
  let size = LARGEST_HEAD;
  const head = (): TextStyle => ({ face: 'songBlack', size, spacing: language === 'zh' ? 4 : 0 });
  while (size > SMALLEST_HEAD && paper.widthOf(bureau, head()) > sheet.width) size -= 1;
  sheet.text(bureau, centre, sheet.top + size, head(), 'center');
  const rule = sheet.top + LARGEST_HEAD + mm(5);
  sheet.line(sheet.left, rule, sheet.right, rule, 2.2);
  sheet.line(sheet.left, rule + 3.2, sheet.right, rule + 3.2, 0.7);
  sheet.text(number, sheet.right, rule + mm(9), NUMBER, 'right');
  if (draftMark) sheet.text(draftMark, sheet.left, rule + mm(9), DRAFT);
  const lines = paper.linesOf(title, TITLE[language], sheet.width);
  const top = rule + mm(24);
  lines.forEach((line, at) => {
    const baseline = top + at * TITLE[language].size * 1.5;
    if (at === 0) drawTitle(sheet, line, centre, baseline, TITLE[language]);
    else sheet.text(line, centre, baseline, TITLE[language], 'center');
  });
  return top + (lines.length - 1) * TITLE[language].size * 1.5 + mm(11);
}

function roomFor(sheet: Sheet, y: number, leading: number): number {
  return Math.floor((sheet.bottom - y) / leading);
}

type Line = string;
/** Paragraphs of each page as lines; a paragraph that goes on over a page stands on both. */
type Page = readonly (readonly Line[])[];

/** The sender needs room of its own, and never stands alone: the last lines of the text come along. */
function pagesOf(
  paper: Paper,
  letter: OfficialLetter,
  room: { readonly first: number; readonly next: number },
  leading: number,
): readonly Page[] {
  const { style, indent } = TEXT[letter.language];
  const width = mm(LETTER_PAGE.width - LETTER_PAGE.margin.left - LETTER_PAGE.margin.right);
  const colon = letter.language === 'zh' ? '：' : ':';
  const paragraphs = [`${letter.addressee}${colon}`, ...letter.paragraphs.map((text) => `${indent}${text}`)];
  const lines = paragraphs.flatMap((text, paragraph) =>
    paper.linesOf(text, style, width).map((line) => ({ line, paragraph })),
  );
  const senderLines = Math.ceil(SENDER_ROOM / leading);
  const pages: { line: Line; paragraph: number }[][] = [];
  let rest = lines;
  while (rest.length > 0 || pages.length === 0) {
    const most = pages.length === 0 ? room.first : room.next;
    const isLast = rest.length + senderLines <= most;
    const left = rest.length - most;
    // Where the text fits but the sender does not, some lines go on with the sender.
    const taken = isLast ? rest.length : left > 0 ? most : Math.max(1, rest.length - LINES_WITH_SENDER);
    pages.push(rest.slice(0, taken));
    rest = rest.slice(taken);
  }
  return pages.map((page) =>
    [...new Set(page.map(({ paragraph }) => paragraph))].map((wanted) =>
      page.filter(({ paragraph }) => paragraph === wanted).map(({ line }) => line),
    ),
  );
}

function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  { y, style, leading }: { readonly y: number; readonly style: TextStyle; readonly leading: number },
): number {
  let top = y;
  sheet.tag('P', () => {
    for (const line of lines) {
      sheet.text(line, sheet.left, baselineIn(top, leading, style.size), style);
      top += leading;
    }
  });
  return top;
}

/** 单页码居右空一字，双页码居左空一字; the first page of a letter bears none. */
function drawPageNumber(sheet: Sheet, page: number): void {
  const words = `— ${page} —`;
  const y = sheet.bottom + mm(9);
  sheet.artifact(() => {
    if (page % 2 === 1) sheet.text(words, sheet.right - PAGE_NUMBER.size, y, PAGE_NUMBER, 'right');
    else sheet.text(words, sheet.left + PAGE_NUMBER.size, y, PAGE_NUMBER);
  });
}

/** Organ and day around one axis, the day four characters from the edge, so that the seal straddles both. */
function drawSender(
  sheet: Sheet,
  paper: Paper,
  { language, bureau, day, contact }: OfficialLetter,
  { y, leading }: { readonly y: number; readonly leading: number },
): void {
  const { style } = TEXT[language];
  const date = formatDay(day, language);
  const half = Math.max(paper.widthOf(bureau, style), paper.widthOf(date, style)) / 2;
  const centre = sheet.right - Math.max(half, mm(26)) - (half < mm(50) ? 2 * style.size : 0);
  const top = y + 2 * leading;
  sheet.text(bureau, centre, baselineIn(top, leading, style.size), style, 'center');
  sheet.text(date, centre, baselineIn(top + leading, leading, style.size), style, 'center');
  if (contact) sheet.text(contact, sheet.left, baselineIn(top + 2.4 * leading, leading, style.size), NUMBER);
}
