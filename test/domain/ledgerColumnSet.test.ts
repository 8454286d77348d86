import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brokenOnColumnSet,
  LEDGER_COLUMN_NAMES,
  leastWidth,
  SHEET_ROOM,
  sharedWidths,
  sheetForColumns,
  sheetsFor,
} from '../../electron/domain/ledgerColumnSet.ts';
import { hasWords } from '../../electron/domain/wording/say.ts';
import { A3_LANDSCAPE, A4_LANDSCAPE, mm } from '../../electron/print/sheet.ts';

const codes = (name: string, columns: readonly string[], taken: readonly string[] = []) =>
  brokenOnColumnSet({ name, columns }, taken).map(({ code }) => code);

describe('a set of own columns', () => {
  test('needs a name of its own and at least one column', () => {
    expect(codes('网站核对', ['title'])).toEqual([]);
    expect(codes(' ', [])).toEqual(['columnSet.nameMissing', 'columnSet.columnMissing']);
    expect(codes(' 简表 ', ['title'], ['简表'])).toEqual(['columnSet.nameTaken']);
  });

  test('holds columns that the ledger knows, each once', () => {
    expect(codes('核对', ['title', 'colour', 'title'])).toEqual(['columnSet.columnUnknown', 'columnSet.columnTwice']);
    expect(codes('核对', ['title', 'toString'])).toEqual(['columnSet.columnUnknown']);
  });

  test('is refused where A3 has no room for it, with both widths in millimetres', () => {
    expect(brokenOnColumnSet({ name: '全部', columns: LEDGER_COLUMN_NAMES }, [])).toEqual([
      { code: 'columnSet.tooWide', field: 'columns', params: { need: 765, room: 380 } },
    ]);
  });

  test('is printed on the smaller sheet unless the larger one is asked for or needed', () => {
    expect(sheetsFor(['docNumber', 'title', 'postedUrl'])).toEqual(['A4', 'A3']);
    expect(sheetForColumns(['title'])).toBe('A4');
    expect(sheetForColumns(['title'], 'A3')).toBe('A3');
    const wide = LEDGER_COLUMN_NAMES.slice(0, 12);
    expect(leastWidth(wide)).toBeGreaterThan(SHEET_ROOM.A4);
    expect(sheetForColumns(wide, 'A4')).toBe('A3');
  });

  test('every column has its words, for the list and the head of the paper', () => {
    expect(LEDGER_COLUMN_NAMES.filter((name) => !hasWords(`ledgerColumn.${name}`))).toEqual([]);
  });
});

test('the room of a sheet is what its margins leave', () => {
  for (const [size, { width, margin }] of [['A4', A4_LANDSCAPE] as const, ['A3', A3_LANDSCAPE] as const]) {
    expect(SHEET_ROOM[size]).toBe(Math.floor(mm(width - margin.left - margin.right)));
  }
});

test('widths always fill the sheet, none is below its least, and growth is shared', () => {
  const column = fc
    .record({ least: fc.integer({ min: 20, max: 120 }), growth: fc.integer({ min: 0, max: 80 }), isRest: fc.boolean() })
    .map(({ least, growth, isRest }) => ({ least, wanted: least + growth, isRest }));
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
      const only = columns.map((each, index) => ({ ...each, isRest: each.isRest && index === 0 }));
      const widths = sharedWidths(only, 1100);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1100, 6);
      expect(widths.every((width, index) => width >= (only[index]?.least ?? 0) - 1e-9)).toBe(true);
    }),
  );
});
