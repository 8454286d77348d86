import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemFee, MOST_FEE_UNITS, pageFee, requestFee } from '../../electron/domain/requestFee.ts';

describe('by item, the place in the applicant’s month', () => {
  test.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 100],
    [31, 200],
    [40, 200],
    [41, 300],
    [50, 300],
    [51, 400],
    [100, 800],
  ])('item %i costs %i yuan', (nth, yuan) => {
    expect(itemFee(nth)).toBe(yuan);
  });
});

describe('by page, of one request', () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i pages cost %i yuan', (pages, yuan) => {
    expect(pageFee(pages)).toBe(yuan);
  });
});

test('more never costs less', () => {
  fc.assert(
    fc.property(fc.constantFrom('item', 'page'), fc.nat({ max: MOST_FEE_UNITS - 1 }), (basis, count) => {
      expect(requestFee(basis, count + 1)).toBeGreaterThanOrEqual(requestFee(basis, count));
    }),
  );
});

test('what is no whole number of items or pages is refused', () => {
  for (const count of [-1, 1.5, Number.NaN, MOST_FEE_UNITS + 1]) {
    expect(() => requestFee('item', count)).toThrow(RangeError);
    expect(() => requestFee('page', count)).toThrow(RangeError);
  }
});
