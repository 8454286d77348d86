/** The annual report's formats, figures and checks: the law's tables, then any figures at all. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenChecks } from '../../electron/domain/annualReport/checks.ts';
import { isFigure, readFigure, writeFigure } from '../../electron/domain/annualReport/figure.ts';
import { gridsOf } from '../../electron/domain/annualReport/grid.ts';
import { REPORT_SECTIONS, type ReportLayout } from '../../electron/domain/annualReport/layout.ts';
import {
  type Figures,
  layoutOf,
  missingCells,
  REPORT_LAYOUTS,
  reportCells,
  withSums,
} from '../../electron/domain/annualReport/report.ts';
import { brokenOnFigures } from '../../electron/domain/annualReport/rules.ts';
import { RESULT_ROWS } from '../../electron/domain/replyKind.ts';
import { hasWords, say } from '../../electron/domain/wording/say.ts';

const layouts = REPORT_LAYOUTS.map((layout) => [layout.key, layout] as const);
const at = (row: string, column: string) => `requests.all.${row}.${column}`;

describe('the format of a year', () => {
  test('is that of 2019 for two years, that of 2021 from then on, and none before', () => {
    expect([2018, 2019, 2020, 2021, 2030].map((year) => layoutOf(year)?.key)).toEqual([
      undefined,
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
  });
  test.each(layouts)('of %s has a word for every heading, row, column and section', (_, layout) => {
    const codes = [
      ...layout.tables.flatMap((table) => gridsOf(table).flatMap(({ cells }) => cells.map(({ words }) => words))),
      ...reportCells(layout).flatMap(({ table, row, column }) => [
        `reportTable.${table}`,
        `reportRow.${row.key}`,
        `reportColumn.${column.key}`,
      ]),
      ...REPORT_SECTIONS.map((section) => `reportSection.${section}`),
    ].filter((code) => code !== '');
    expect([...new Set(codes)].filter((code) => !hasWords(code))).toEqual([]);
  });
  test.each(layouts)('of %s names each cell once, and sums only cells that it has', (_, layout) => {
    const keys = reportCells(layout).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      reportCells(layout)
        .flatMap(({ sumOf }) => sumOf ?? [])
        .filter((key) => !keys.includes(key)),
    ).toEqual([]);
  });
  test.each(layouts)('of %s draws every cell in one place of its grid, no two over each other', (_, layout) => {
    for (const grid of layout.tables.flatMap(gridsOf)) {
      const covered = grid.cells.flatMap(({ row, column, rows, columns }) =>
        Array.from({ length: rows * columns }, (__, n) => `${row + Math.floor(n / columns)}/${column + (n % columns)}`),
      );
      expect(new Set(covered).size).toBe(covered.length);
      expect(covered.length).toBe(grid.rowCount * grid.widths.length);
    }
  });
  test('of 2021 has the rows of table III in the order of the form, and three kinds of other handling', () => {
    const rows = layoutOf(2021)?.tables[1]?.blocks[0]?.rows.map(({ key }) => key);
    expect(rows).toEqual(['received', 'carriedIn', ...RESULT_ROWS, 'handled', 'carriedOut']);
    expect(say('zh', 'reportRow.refusedSecurity')).toBe('3.危及“三安全一稳定”');
  });
  test('of 2019 asks for items and changes, and for purchases; of 2021 for decisions and fees', () => {
    const columns = (year: number) => [
      ...new Set((layoutOf(year)?.tables[0]?.blocks ?? []).flatMap((block) => block.columns.map(({ key }) => key))),
    ];
    expect(columns(2020)).toEqual([
      ...['newlyMade', 'newlyOpened', 'openInAll', 'itemsBefore', 'itemsChange', 'decisions'],
      ...['purchases', 'purchaseAmount'],
    ]);
    expect(columns(2021)).toEqual(['made', 'abolished', 'inForce', 'decisions', 'feeAmount']);
  });
});

describe('a figure', () => {
  test.each([
    ['count', '12', 12],
    ['count', '１２', 12],
    ['count', '1,203', 1203],
    ['count', '-1', undefined],
    ['count', '1.5', undefined],
    ['count', '', undefined],
    ['count', '十二', undefined],
    ['change', '-8', -8],
    ['change', '+3', 3],
    ['change', '−2', -2],
    ['money', '12.3456', 12_345_600],
    ['money', '0.000001', 1],
    ['money', '0.0000001', undefined],
    ['money', '279.22208', 279_222_080],
  ] as const)('of kind %s typed as %s is %s', (kind, text, value) => {
    expect(readFigure(text, kind)).toBe(value);
  });
  test('is read again as it is written, and nought is 0', () => {
    expect([writeFigure(0, 'count'), writeFigure(0, 'money')]).toEqual(['0', '0']);
    fc.assert(
      fc.property(fc.nat(999_999_999_999), fc.constantFrom('count', 'change', 'money'), (value, kind) => {
        expect(readFigure(writeFigure(value, kind), kind)).toBe(value);
        expect(isFigure(value, kind)).toBe(true);
      }),
    );
  });
});

/** Figures for every cell that is no sum, in balance: whatever is not handled is carried out. */
function balanced(layout: ReportLayout): fc.Arbitrary<Figures> {
  const plain = reportCells(layout).filter(({ sumOf }) => sumOf === null);
  return fc.array(fc.nat(50), { minLength: plain.length, maxLength: plain.length }).map((numbers) => {
    const given: Record<string, number> = Object.fromEntries(plain.map(({ key }, index) => [key, numbers[index] ?? 0]));
    const results = plain.filter(({ table, row }) => table === 'requests' && row.groups[0] === 'results');
    for (const column of new Set(results.map((cell) => cell.column.key))) {
      const handled = results
        .filter((cell) => cell.column.key === column)
        .reduce((sum, { key }) => sum + (given[key] ?? 0), 0);
      const carriedOut = given[at('carriedOut', column)] ?? 0;
      const carriedIn = Math.min(given[at('carriedIn', column)] ?? 0, handled + carriedOut);
      given[at('carriedIn', column)] = carriedIn;
      given[at('received', column)] = handled + carriedOut - carriedIn;
    }
    return given;
  });
}

describe.each(layouts)('the checks of %s', (_, layout) => {
  test('hold for any figures in balance once the sums are made', () => {
    fc.assert(
      fc.property(balanced(layout), (given) => {
        const figures = withSums(layout, given);
        expect(brokenChecks(layout, figures, figures)).toEqual(
          brokenChecks(layout, figures, figures).filter(({ code }) => code === 'carriedIn'),
        );
        expect(brokenChecks(layout, figures, undefined)).toEqual([]);
        expect(missingCells(layout, figures)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
  test('name the very cell of any total that was typed wrong', () => {
    const totals = reportCells(layout).filter(({ sumOf }) => sumOf !== null);
    fc.assert(
      fc.property(balanced(layout), fc.constantFrom(...totals), fc.integer({ min: 1, max: 9 }), (given, wrong, by) => {
        const right = withSums(layout, given)[wrong.key] ?? 0;
        const figures = withSums(layout, { ...given, [wrong.key]: right + by });
        const found = brokenChecks(layout, figures, undefined);
        expect(found.filter(({ cell, code }) => cell === wrong.key && code.endsWith('Total')).length).toBeGreaterThan(
          0,
        );
        expect(found[0]).toMatchObject({ table: wrong.table });
      }),
      { numRuns: 40 },
    );
  });
  test('find any request that came in and went nowhere, in its column', () => {
    fc.assert(
      fc.property(
        balanced(layout),
        fc.constantFrom('naturalPerson', 'business', 'otherOrganisation'),
        (given, column) => {
          const key = at('received', column);
          const figures = withSums(layout, { ...given, [key]: (given[key] ?? 0) + 1 });
          expect(brokenChecks(layout, figures, undefined).map(({ code, cell }) => [code, cell])).toEqual([
            ['balance', at('carriedOut', column)],
            ['balance', at('carriedOut', 'total')],
          ]);
        },
      ),
      { numRuns: 30 },
    );
  });
  test('ask that what is carried in is what last year carried out', () => {
    const figures = withSums(layout, { [at('carriedIn', 'business')]: 3, [at('carriedOut', 'business')]: 3 });
    const before = withSums(layout, { [at('carriedOut', 'business')]: 2 });
    expect(
      brokenChecks(layout, figures, before).map(({ code, column, found, expected }) => ({
        code,
        column,
        found,
        expected,
      })),
    ).toEqual([
      { code: 'carriedIn', column: 'business', found: 3, expected: 2 },
      { code: 'carriedIn', column: 'total', found: 3, expected: 2 },
    ]);
  });
});

test('what nobody filled in stays unknown: a sum of nothing is not nought', () => {
  const layout = layoutOf(2021) as ReportLayout;
  const figures = withSums(layout, { [at('granted', 'naturalPerson')]: 4 });
  expect(figures[at('handled', 'naturalPerson')]).toBe(4);
  expect(figures[at('granted', 'total')]).toBe(4);
  expect(figures[at('handled', 'total')]).toBe(4);
  expect(figures[at('received', 'total')]).toBeNull();
});

test('a typed figure names its source, one that the registry knows otherwise its reason', () => {
  const layout = layoutOf(2021) as ReportLayout;
  const made = 'disclosed.item1.normative.made';
  const typed = (value: number, sourceNote: string, overrideReason = '') => [
    { key: made, value, sourceNote, overrideReason },
  ];
  expect(brokenOnFigures(layout, typed(3, ''), {}).map(({ code }) => code)).toEqual(['report.sourceMissing']);
  expect(brokenOnFigures(layout, typed(3, '法规处台账'), {})).toEqual([]);
  expect(brokenOnFigures(layout, typed(3, ''), { [made]: 3 })).toEqual([]);
  expect(brokenOnFigures(layout, typed(4, '法规处台账'), { [made]: 3 }).map(({ code }) => code)).toEqual([
    'report.overrideReasonMissing',
  ]);
  expect(brokenOnFigures(layout, typed(4, '', '一件由他机关牵头，未登记'), { [made]: 3 })).toEqual([]);
});
