/** One sheet of an .xlsx file: its rows that hold anything, read as they unpack. ECMA-376 part 1, 18.3.1 */

import { type NumberFormat, numberText } from './cellFormat.ts';
import { MAXIMUM_CELLS, MAXIMUM_COLUMNS, MAXIMUM_ROWS, type TableRow } from './table.ts';
import { isTrue, OversizedFile, openString, unmarked } from './xlsxParts.ts';
import { attributeOf, DamagedFile, walkXml } from './xmlWalk.ts';

export type SheetFacts = {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly isFrom1904: boolean;
  /** What all sheets of the file together have held so far. */
  readonly held: Held;
};

export type Held = { cells: number; characters: number };

/** Of all cells together: a few strings that a file repeats in every cell are no ledger. */
const MAXIMUM_CHARACTERS = 60_000_000;
const LETTER_BEFORE_A = 64;
const LETTERS = 26;
const PLAIN: NumberFormat = { kind: 'plain' };

export async function sheetRows(part: AsyncIterable<Uint8Array>, facts: SheetFacts): Promise<readonly TableRow[]> {
  const reader = openSheet(facts);
  await walkXml(part, reader);
  return reader.rows();
}

function openSheet({ strings, formats, isFrom1904, held }: SheetFacts) {
  const rows = new Map<number, string[]>();
  const inline = openString();
  let rowCount = 0;
  let row = 0;
  let column = -1;
  let type = '';
  let style = '';
  let value = '';
  let isValue = false;

  function openCell(attributes: string): void {
    held.cells += 1;
    column = columnIn(attributeOf(attributes, 'r')) ?? column + 1;
    type = attributeOf(attributes, 't') ?? 'n';
    style = attributeOf(attributes, 's') ?? '';
    value = '';
    inline.start();
  }

  function closeCell(): void {
    // Counted to the end, so that the refusal tells how many there are; kept no further than can be taken in.
    if (rowCount > MAXIMUM_ROWS + 1 || held.cells > MAXIMUM_CELLS) return;
    const text = cellText();
    if (text === '') return;
    if (column >= MAXIMUM_COLUMNS) {
      throw new OversizedFile('tooManyColumns', { columns: column + 1, maximum: MAXIMUM_COLUMNS });
    }
    held.characters += text.length;
    if (held.characters > MAXIMUM_CHARACTERS) throw new OversizedFile('bomb');
    const cells = rows.get(row) ?? [];
    if (cells.length === 0) rows.set(row, cells);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  function cellText(): string {
    switch (type) {
      case 's':
        return value === '' ? '' : sharedString(value);
      case 'inlineStr':
        return inline.text();
      case 'n':
        return numberText(value.trim(), formats[Number(style)] ?? PLAIN, isFrom1904);
      case 'b':
        return value === '' ? '' : String(isTrue(value.trim()));
      case 'd':
        return value.replace(/T00:00:00.*$/u, '').replace(/^(.{10})T(.{8}).*$/u, '$1 $2');
      default:
        return unmarked(value);
    }
  }

  function sharedString(index: string): string {
    const text = strings[Number(index)];
    if (text === undefined) throw new DamagedFile(`no string ${index}`);
    return text;
  }

  return {
    open: (name: string, attributes: string): void => {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') isValue = true;
      else if (name === 'row') {
        rowCount += 1;
        column = -1;
        row = rowIn(attributeOf(attributes, 'r')) ?? row + 1;
      } else inline.open(name);
    },
    close: (name: string): void => {
      if (name === 'c') closeCell();
      else if (name === 'v') isValue = false;
      else inline.close(name);
    },
    text: (piece: string): void => {
      if (isValue) value += piece;
      else inline.take(piece);
    },
    rows: (): readonly TableRow[] => {
      if (rowCount > MAXIMUM_ROWS + 1) {
        throw new OversizedFile('tooManyRows', { rows: rowCount, maximum: MAXIMUM_ROWS });
      }
      if (held.cells > MAXIMUM_CELLS) {
        throw new OversizedFile('tooManyCells', { cells: held.cells, maximum: MAXIMUM_CELLS });
      }
      return [...rows].map(([number, cells]) => ({ row: number, cells })).sort((a, b) => a.row - b.row);
    },
  };
}

function rowIn(reference: string | undefined): number | undefined {
  const number = Number(reference);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** AB12 is column 27, counted from 0. */
function columnIn(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - LETTER_BEFORE_A;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column === 0 ? undefined : column - 1;
}
