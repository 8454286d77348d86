import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangesOf, readPageRange } from '../../electron/domain/pageRange.ts';

const pages = (text: string, count = 12) => {
  const range = readPageRange(text, count);
  return range.ok ? range.pages : range.broken.code;
};

describe('a range of pages', () => {
  test.each([
    ['', [1, 2, 3]],
    ['2', [2]],
    ['1-2，3', [1, 2, 3]],
    ['３、１', [3, 1]],
    ['2-', [2, 3]],
    ['1—2; 2', [1, 2]],
  ] as const)('%s', (text, found) => expect(pages(text, 3)).toEqual(found));

  test.each([
    ['0', 'pages.beyond'],
    ['13', 'pages.beyond'],
    ['5-3', 'pages.beyond'],
    ['二', 'pages.unreadable'],
    ['1-2-3', 'pages.unreadable'],
    [',', 'pages.unreadable'],
  ] as const)('%s is refused', (text, code) => expect(pages(text)).toBe(code));

  test('answers pages of the paper, each once, or refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9,-]{0,12}$/), fc.integer({ min: 1, max: 30 }), (text, count) => {
        const range = readPageRange(text, count);
        if (!range.ok) return;
        expect(new Set(range.pages).size).toBe(range.pages.length);
        for (const page of range.pages) expect(page >= 1 && page <= count).toBe(true);
      }),
    );
  });
});

test('pages as ranges are the same pages, none next to another', () => {
  expect(rangesOf([5, 1, 2, 3])).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 5 },
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (some) => {
      const ranges = rangesOf(some);
      const back = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
      expect(back).toEqual(some.toSorted((a, b) => a - b));
      expect(ranges.every(({ from }, at) => at === 0 || from > (ranges[at - 1]?.to ?? 0) + 1)).toBe(true);
    }),
  );
});
