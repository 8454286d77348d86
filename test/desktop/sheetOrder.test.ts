/** What the page that reads foreign bytes may say of the sheets. */
import { expect, test } from 'vitest';
import { isSheetNews } from '../../electron/desktop/sheetOrder.ts';

test('news of the sheets is taken as it is meant', () => {
  expect(isSheetNews({ kind: 'drawn', drawn: 1, of: 3 })).toBe(true);
  expect(isSheetNews({ kind: 'laid', widthPt: 841.89, heightPt: 595.28, sheets: 3 })).toBe(true);
  expect(isSheetNews({ kind: 'tooMany', pages: 675 })).toBe(true);
  expect(isSheetNews({ kind: 'failed', message: 'Invalid PDF structure.' })).toBe(true);
});

test('anything else is not', () => {
  const size = { widthPt: 595, heightPt: 842, sheets: 1 };
  for (const news of [
    ...[undefined, null, 'laid', {}, { kind: 'printed' }],
    ...[0, -1, 1.5, 4, '1'].map((drawn) => ({ kind: 'drawn', drawn, of: 3 })),
    ...[0, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '595'].map((widthPt) => ({ kind: 'laid', ...size, widthPt })),
    { kind: 'laid', ...size, sheets: 0 },
    { kind: 'tooMany' },
    { kind: 'failed', message: 'x'.repeat(1001) },
  ]) {
    expect(isSheetNews(news), JSON.stringify(news)).toBe(false);
  }
});
