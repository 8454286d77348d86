import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPageRange } from '../../electron/domain/pageRange.ts';

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
