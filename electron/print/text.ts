/** Chinese line breaking: marks stay with their words, document numbers and Latin words stay whole, nothing is lost. */

/** Width of one code point in the unit of the limit. */
export type Measure = (codePoint: number) => number;

const FORCED_BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/u;

/** May not begin a line: closing brackets, stops, marks that belong to the word before. */
const NOT_FIRST = new Set('\u00a0、。，．·：；？！）〕］｝〉》」』】〗〙”’％‰℃°～‧・•ー々,.:;?!)]}%>＞');
/** May not end a line: opening brackets and quotation marks. */
const NOT_LAST = new Set('\u00a0（〔［｛〈《「『【〖〘“‘([{￥＄№<＜');

const WORD = String.raw`[!-~\u00a0-\u024f\u2018\u2019]*[!-~\u00a0-\u024f]|——|……|.[\p{M}\p{Default_Ignorable_Code_Point}]*`;
const NUMBER = String.raw`\p{Script=Han}{0,8}[〔[［﹝【（(]\s*第?[\d０-９]{2,4}\s*[〕\]］﹞】）)]\s*第?\s*[\d０-９]+\s*号|第?[\d０-９]+号`;
/** Latin words and figures, doubled dashes and dots, or one character with its marks. */
const UNIT = new RegExp(WORD, 'suy');
/** The same, and 辽市监发〔2019〕12号 or 第12号 as a whole; looking for them takes ten times as long. */
const UNIT_OR_NUMBER = new RegExp(`${NUMBER}|${WORD}`, 'gsu');
/** Code points above it take two units of a string. */
const LAST_SINGLE_UNIT = 0xffff;
const LAST_CONTROL = 0x0d;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;
const NO_BREAK_SPACE = '\u00a0';

type Unit = { readonly text: string; readonly width: number; readonly isSpace: boolean };

/** The lines of `text` within `limit`; put together they are the text less its own line breaks. */
export function breakLines(text: string, measure: Measure, limit: number): readonly string[] {
  if (isOneLine(text, measure, limit)) return [text];
  return text.split(FORCED_BREAK).flatMap((line) => breakParagraph(line, measure, limit));
}

/** Most cells of a table are one line: this is asked far more often than anything else. */
export function isOneLine(text: string, measure: Measure, limit: number): boolean {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint <= LAST_CONTROL || codePoint === LINE_SEPARATOR || codePoint === PARAGRAPH_SEPARATOR) {
      if (FORCED_BREAK.test(text)) return false;
    } else if (codePoint > LAST_SINGLE_UNIT) index += 1;
    width += measure(codePoint);
    if (width > limit) return false;
  }
  return true;
}

export function measureText(text: string, measure: Measure): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
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
  const lines: Unit[][] = [[]];
  let width = 0;
  const startLine = () => {
    if ((lines.at(-1)?.length ?? 0) > 0) lines.push([]);
    width = 0;
  };
  for (const unit of joinMarks(text, measure)) {
    const parts =
      unit.width <= limit || unit.isSpace
        ? [unit]
        : breakUnit(unit.text, { isWhole: unit.text === text, measure, limit });
    for (const part of parts) {
      // A space at the end hangs over the edge, so that the next line begins with a word.
      if (width + part.width > limit && !part.isSpace) startLine();
      lines.at(-1)?.push(part);
      width += part.width;
    }
  }
  keepCompany(lines, limit);
  return lines.map((units) => units.map((unit) => unit.text).join(''));
}

/** No character stands alone on the last line: it gets the one before it for company. */
function keepCompany(lines: Unit[][], limit: number): void {
  const last = lines.at(-1);
  const before = lines.at(-2);
  const lone = last?.length === 1 ? last[0] : undefined;
  if (!lone || !before || before.length < 3 || [...lone.text].length > 1) return;
  const company = before.at(-1);
  if (!company || company.isSpace || [...company.text].length > 2 || company.width + lone.width > limit) return;
  before.pop();
  last?.unshift(company);
}

/** Han characters followed by another, most of any text, need no expression to be told apart. */
function unitsOf(text: string): readonly string[] {
  if (text.includes('号')) return text.match(UNIT_OR_NUMBER) ?? [];
  const units: string[] = [];
  let isHan = isPlainHan(text, 0);
  for (let index = 0; index < text.length; ) {
    const isNextHan = isHan && isPlainHan(text, index + 1);
    let unit = text.charAt(index);
    if (!isNextHan) {
      UNIT.lastIndex = index;
      unit = UNIT.exec(text)?.[0] ?? unit;
    }
    units.push(unit);
    index += unit.length;
    isHan = isNextHan || isPlainHan(text, index);
  }
  return units;
}

function isPlainHan(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Units between which a line may end: opening marks joined to what follows, closing marks to what precedes. */
function joinMarks(text: string, measure: Measure): readonly Unit[] {
  const units: Unit[] = [];
  let isOpen = false;
  for (const found of unitsOf(text)) {
    const isSpace = found.trim() === '' && found !== NO_BREAK_SPACE;
    const isClosing = NOT_FIRST.has(found.charAt(0));
    let unit: Unit = { text: found, width: measureText(found, measure), isSpace };
    let joins = !isSpace && (isOpen || isClosing);
    // A closing mark goes back over a stray space to the word that it closes.
    for (let before = units.at(-1); joins && before; before = units.at(-1)) {
      unit = { text: before.text + unit.text, width: before.width + unit.width, isSpace: false };
      units.pop();
      joins = before.isSpace;
    }
    units.push(unit);
    // An opening mark waits for its word over a stray space.
    if (!isSpace) isOpen = NOT_LAST.has(found.charAt(found.length - 1));
  }
  return units;
}

const NUMBER_IN_TEXT = /^(\p{Script=Han}+)([〔[［﹝【（(].*)$/su;
/** More than this is the name of the issuing agency itself, which ends at the bracket. */
const MOST_WORDS_BEFORE = 4;

type LongUnit = { readonly isWhole: boolean; readonly measure: Measure; readonly limit: number };

/** A word longer than a line. Where it is not the whole text, words of the sentence may stand before its number. */
function breakUnit(text: string, { isWhole, measure, limit }: LongUnit): readonly Unit[] {
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
  const all = isKept ? [...parts, whole] : cutAtLines(text, measure, limit);
  return all.map((part) => ({ text: part, width: measureText(part, measure), isSpace: false }));
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
    if (NOT_LAST.has(character) && end > 0) bracket = end;
    end += character.length;
    if ('/?&=_-'.includes(character)) preferred = end;
  }
  if (bracket > 0) return bracket;
  if (preferred > end / 2) return preferred;
  // Not so far back that only one character would stand on the line.
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
  const last = [...text.slice(0, end)].at(-1) ?? '';
  return NOT_FIRST.has(next) && end > last.length ? end - last.length : end;
}
