/** Finding divisions and people by the initials of their pinyin. */
import { beforeAll, expect, test } from 'vitest';
import { loadPinyin, matchesTyped } from '../../renderer/parts/pinyin.ts';

beforeAll(loadPinyin);

test.each([
  ['政策法规处', 'zcfg', true],
  ['质量监督处', 'ZLJD', true],
  ['执法稽查局', 'jcj', true],
  ['离退休干部处', 'ltx', true],
  ['消费者权益保护处', '权益', true],
  ['特种设备处', 'ｔｚ', true],
  ['财务处', 'zcfg', false],
])('%s by %s: %s', (word, typed, isFound) => {
  expect(matchesTyped(word, typed)).toBe(isFound);
});
