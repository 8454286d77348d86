/** Chinese line breaking: marks stay with their words, document numbers and Latin words stay whole, nothing is lost. */

/** Width of one code point in the unit of the limit. */
export type Measure = (codePoint: number) => number;

const FORCED_BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/u;

/** May not begin a line: closing brackets, stops, marks that belong to the word before. */
const NOT_FIRST = '\u00a0、。，．·：；？！）〕］｝〉》」』】〗〙”’％‰℃°～‧・•ー々,.:;?!)]}%>＞';
/** May not end a line: opening brackets and quotation marks. */
const NOT_LAST = '\u00a0（〔［｛〈《「『【〖〘“‘([{￥＄№<＜';

/** By unit of a string, since it is asked for every character of a paper. */
const BREAKS = new Uint8Array(0x10000);
const [IS_NOT_FIRST, IS_NOT_LAST] = [1, 2];
for (const mark of NOT_FIRST) BREAKS[mark.charCodeAt(0)] = IS_NOT_FIRST;
for (const mark of NOT_LAST) BREAKS[mark.charCodeAt(0)] = (BREAKS[mark.charCodeAt(0)] ?? 0) | IS_NOT_LAST;

const WORD = String.raw`[!-~\u00a0-\u024f\u2018\u2019]*[!-~\u00a0-\u024f]|——|……|.[\p{M}\p{Default_Ignorable_Code_Point}]*`;
const NUMBER = String.raw`\p{Script=Han}{0,8}[〔[［﹝【（(]\s*第?[\d０-９]{2,4}\s*[〕\]］﹞】）)]\s*第?\s*[\d０-９]+\s*号|第?[\d０-９]+号`;
/** Latin words and figures, doubled dashes and dots, or one character with its marks. */
const UNIT = new RegExp(WORD, 'suy');
/** The same, and 辽市监发〔2019〕12号 or 第12号 as a whole; looking for them takes ten times as long. */
const UNIT_OR_NUMBER = new RegExp(`${NUMBER}|${WORD}`, 'suy');
const HAS_NUMBER = /[\d０-９]号/u;
/** Code points above it take two units of a string. */
const LAST_SINGLE_UNIT = 0xffff;
const LAST_CONTROL = 0x0d;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;
const NO_BREAK_SPACE = '\u00a0';

/** Pieces of one text between which a line may end, one after the other without gaps. */
type Units = {
  readonly text: string;
  /** Where each begins, and at last where the text ends. */
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  readonly isSpace: readonly boolean[];
};

/** The lines of `text` within `limit`; put together they are the text less its own line breaks. */
export function breakLines(text: string, measure: Measure, limit: number): readonly string[] {
  if (lineWidth(text, measure, limit) !== undefined) return [text];
  return text.split(FORCED_BREAK).flatMap((line) => breakParagraph(line, measure, limit));
}

/** How wide a text is that is one line. Most cells of a table are: this is asked far more often than anything else. */
export function lineWidth(text: string, measure: Measure, limit: number): number | undefined {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint <= LAST_CONTROL || codePoint === LINE_SEPARATOR || codePoint === PARAGRAPH_SEPARATOR) {
      if (FORCED_BREAK.test(text)) return undefined;
    } else if (codePoint > LAST_SINGLE_UNIT) index += 1;
    width += measure(codePoint);
    if (width > limit) return undefined;
  }
  return width;
}

export function measureText(text: string, measure: Measure, from = 0, to = text.length): number {
  let width = 0;
  for (let index = from; index < to; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > LAST_SINGLE_UNIT) index += 1;
    width += measure(codePoint);
  }
  return width;
}

function fits(text: string, measure: Measure, limit: number): boolean {
  return measureText(text, measure) <= limit;
}

function breakParagraph(text: string, measure: Measure, limit: number): readonly string[] {
  const units = shortUnits(joinMarks(text, measure), measure, limit);
  const { starts, widths, isSpace } = units;
  /** The unit with which each line begins. */
  const lines = [0];
  let width = 0;
  for (let unit = 0; unit < widths.length; unit++) {
    const more = widths[unit] ?? 0;
    // A space at the end hangs over the edge, so that the next line begins with a word.
    if (width + more > limit && !isSpace[unit]) {
      if (lines[lines.length - 1] !== unit) lines.push(unit);
      width = 0;
    }
    width += more;
  }
  keepCompany(lines, units, limit);
  return lines.map((first, line) => text.slice(starts[first], starts[lines[line + 1] ?? widths.length]));
}

/** No character stands alone on the last line, nor with but the mark that closes it: it gets the one before it for company. */
function keepCompany(lines: number[], { text, starts, widths, isSpace }: Units, limit: number): void {
  const lone = widths.length - 1;
  if (lines.length < 2 || lines[lines.length - 1] !== lone || lone - (lines[lines.length - 2] ?? 0) < 3) return;
  const company = lone - 1;
  const charactersOf = (unit: number) => [...text.slice(starts[unit], starts[unit + 1])];
  const [, ...marks] = charactersOf(lone);
  if (marks.some((mark) => !NOT_FIRST.includes(mark)) || isSpace[company] || charactersOf(company).length > 2) return;
  if ((widths[company] ?? 0) + (widths[lone] ?? 0) > limit) return;
  lines[lines.length - 1] = company;
}

/** Where the unit ends that begins here; most of any text is characters that need no expression to be told apart. */
function unitEnd(text: string, start: number, pattern: RegExp): number {
  if (pattern === UNIT && isPlain(text.charCodeAt(start)) && takesNoMark(text.charCodeAt(start + 1))) return start + 1;
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0] ?? text.charAt(start)).length;
}

/** A Han character, or a mark of Chinese punctuation other than the doubled ones. */
function isPlain(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x3020) || (unit >= 0xff01 && unit <= 0xff5e);
}

/** Nothing that is drawn upon the character before it; not a number at the end of a text. */
function takesNoMark(unit: number): boolean {
  return isPlain(unit) || (unit >= 0x20 && unit <= 0x7e) || Number.isNaN(unit);
}

/** Units between which a line may end: opening marks joined to what follows, closing marks to what precedes. */
function joinMarks(text: string, measure: Measure): Units {
  const pattern = HAS_NUMBER.test(text) ? UNIT_OR_NUMBER : UNIT;
  const starts: number[] = [];
  const widths: number[] = [];
  const spaces: boolean[] = [];
  let isOpen = false;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = unitEnd(text, start, pattern);
    const isSpace = isBlank(text, start, end);
    let [first, width] = [start, measureText(text, measure, start, end)];
    const isClosing = ((BREAKS[text.charCodeAt(start)] ?? 0) & IS_NOT_FIRST) !== 0;
    let joins = !isSpace && (isOpen || isClosing || isCounted(text, start));
    // A closing mark goes back over a stray space to the word that it closes, what is counted to its number.
    while (joins && starts.length > 0) {
      first = starts.pop() ?? 0;
      width += widths.pop() ?? 0;
      joins = spaces.pop() ?? false;
    }
    starts.push(first);
    widths.push(width);
    spaces.push(isSpace);
    // An opening mark waits for its word over a stray space.
    if (!isSpace) isOpen = ((BREAKS[text.charCodeAt(end - 1)] ?? 0) & IS_NOT_LAST) !== 0;
  }
  starts.push(text.length);
  return { text, starts, widths, isSpace: spaces };
}

/** 份 in 5 份: what is counted stays with its number. */
function isCounted(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 0x20) return false;
  const [unit, digit] = [text.charCodeAt(start), text.charCodeAt(start - 2)];
  return unit >= 0x4e00 && unit <= 0x9fff && digit >= 0x30 && digit <= 0x39;
}

function isBlank(text: string, start: number, end: number): boolean {
  if (isPlain(text.charCodeAt(start))) return false;
  const unit = text.slice(start, end);
  return unit.trim() === '' && unit !== NO_BREAK_SPACE;
}

/** Those longer than a line are parted. */
function shortUnits(units: Units, measure: Measure, limit: number): Units {
  const { text, starts, widths, isSpace } = units;
  const isLong = (unit: number) => (widths[unit] ?? 0) > limit && !isSpace[unit];
  if (!widths.some((_, unit) => isLong(unit))) return units;
  const isWhole = widths.length === 1;
  const parts = widths.flatMap((width, unit) => {
    const piece = text.slice(starts[unit], starts[unit + 1]);
    if (!isLong(unit)) return [{ piece, width, isSpace: isSpace[unit] ?? false }];
    return breakUnit(piece, { isWhole, measure, limit }).map((part) => {
      return { piece: part, width: measureText(part, measure), isSpace: false };
    });
  });
  let end = 0;
  const ends = parts.map(({ piece }) => {
    end += piece.length;
    return end;
  });
  return {
    text,
    starts: [0, ...ends],
    widths: parts.map(({ width }) => width),
    isSpace: parts.map((part) => part.isSpace),
  };
}

const NUMBER_IN_TEXT = /^(\p{Script=Han}+)([〔[［﹝【（(].*)$/su;
/** More than this is the name of the issuing agency itself, which ends at the bracket. */
const MOST_WORDS_BEFORE = 4;

type LongUnit = { readonly isWhole: boolean; readonly measure: Measure; readonly limit: number };

/** A word longer than a line. Where it is not the whole text, words of the sentence may stand before its number. */
function breakUnit(text: string, { isWhole, measure, limit }: LongUnit): readonly string[] {
  const [, words = '', number = ''] = NUMBER_IN_TEXT.exec(text) ?? [];
  const before = [...words];
  const parts: string[] = [];
  while (
    !isWhole &&
    parts.length < MOST_WORDS_BEFORE &&
    before.length > 2 &&
    !fits(before.join('') + number, measure, limit)
  ) {
    parts.push(before.shift() ?? '');
  }
  const whole = before.join('') + number;
  const isKept = number !== '' && fits(whole, measure, limit);
  return isKept ? [...parts, whole] : cutAtLines(text, measure, limit);
}

/** Before a bracket, after a sign of an address, or where the line is full. */
function cutAtLines(text: string, measure: Measure, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest && !fits(rest, measure, limit)) {
    const end = lineEnd(rest, measure, limit);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest) parts.push(rest);
  return parts;
}

function lineEnd(text: string, measure: Measure, limit: number): number {
  let width = 0;
  let end = 0;
  let preferred = 0;
  let bracket = 0;
  for (const character of text) {
    width += measure(character.codePointAt(0) ?? 0);
    if (width > limit && end > 0) break;
    if (NOT_LAST.includes(character) && end > 0) bracket = end;
    end += character.length;
    if ('/?&=_-'.includes(character)) preferred = end;
  }
  if (bracket > 0) return bracket;
  if (preferred > end / 2) return preferred;
  // Not so far back that only one character would stand on the line.
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
  const last = [...text.slice(0, end)].at(-1) ?? '';
  return NOT_FIRST.includes(next) && end > last.length ? end - last.length : end;
}
