import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readableAddress } from '../../electron/domain/webAddress.ts';

describe('an address as people read it', () => {
  test.each([
    ['https://rst.hebei.gov.cn/%E6%84%8F%E8%A7%81/1.html', 'https://rst.hebei.gov.cn/意见/1.html'],
    ['https://a.gov.cn/x?q=%E5%85%AC%E5%BC%80&p=1', 'https://a.gov.cn/x?q=公开&p=1'],
    ['https://a.gov.cn/a%20b%2Fc', 'https://a.gov.cn/a%20b%2Fc'],
    ['https://a.gov.cn/%D2%E2%BC%FB', 'https://a.gov.cn/%D2%E2%BC%FB'],
    ['https://a.gov.cn/%E2%80%AEmoc', 'https://a.gov.cn/%E2%80%AEmoc'],
    ['https://a.gov.cn/100%', 'https://a.gov.cn/100%'],
  ])('%s', (address, read) => {
    expect(readableAddress(address)).toBe(read);
  });

  test('leads to the same page', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'grapheme' }),
        (url, word) => {
          const address = new URL(`${url}/${encodeURIComponent(word)}`).href;
          expect(new URL(readableAddress(address)).href).toBe(address);
        },
      ),
    );
  });
});
