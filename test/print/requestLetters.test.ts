import { describe, expect, test } from 'vitest';
import { REPLY_KINDS } from '../../electron/domain/replyKind.ts';
import { printRequestLetter } from '../../electron/print/requestLetter.ts';
import { printServiceProof } from '../../electron/print/serviceProof.ts';
import { readFonts } from './fonts.ts';
import { faultsOf, inklessCharacters, overlaps, rasterise, readPages, textOf, whiteMargins } from './reading.ts';
import { MADE_AT } from './sampleLedger.ts';
import { letterOf, MATTERS, PROOF, REPLIES, replyOf } from './sampleLetters.ts';

const fonts = readFonts();

const print = (matter: Parameters<typeof letterOf>[0], special: Parameters<typeof letterOf>[1] = {}) =>
  printRequestLetter(fonts, letterOf(matter, special), MADE_AT);
const read = async (...asked: Parameters<typeof print>) => textOf(await readPages(await print(...asked)));

describe.each(['zh', 'en'] as const)('letters in %s', (language) => {
  test('are sound, within their margins, on one sheet but for a long reply, nothing without ink', async () => {
    for (const matter of [...MATTERS, replyOf('partial', { remedy: 'reconsiderationFirst' })]) {
      const bytes = await print(matter, { language });
      const pages = await readPages(bytes);
      expect(pages.length).toBeLessThanOrEqual(matter.kind === 'reply' ? 2 : 1);
      expect(overlaps(pages)).toEqual([]);
      const [picture] = rasterise(bytes, 72);
      if (!picture) throw new Error('no picture');
      const { left, top, right, bottom } = whiteMargins(picture, 72);
      expect([left > 27, top > 28, right > 24, bottom > 34]).toEqual([true, true, true, true]);
    }
    const last = await print(replyOf('partial'), { language });
    expect(faultsOf(last)).toEqual([]);
    expect(await inklessCharacters(last)).toEqual([]);
  });

  test('say every kind of reply, each in other words', async () => {
    const texts = await Promise.all(REPLIES.map((matter) => read(matter, { language })));
    expect(new Set(texts).size).toBe(REPLY_KINDS.length);
    for (const text of texts) expect(text).not.toMatch(/undefined|null|\$\{|。。|\.\./);
  });

  test('have a proof of service', async () => {
    const bytes = await printServiceProof(fonts, { ...PROOF, language }, MADE_AT);
    const pages = await readPages(bytes);
    expect(pages).toHaveLength(1);
    expect(faultsOf(bytes)).toEqual([]);
    expect(overlaps(pages)).toEqual([]);
    expect(textOf(pages)).toContain('XA12345678921');
  });
});

describe('the articles', () => {
  test.each([
    ['alreadyPublic', '第三十六条第一项'],
    ['provided', '第三十六条第二项'],
    ['partial', '第三十七条'],
    ['stateSecret', '第十四条、第三十六条第三项'],
    ['thirdParty', '第十五条、第三十六条第三项'],
    ['internalAffairs', '第十六条第一款、第三十六条第三项'],
    ['process', '第十六条第二款、第三十六条第三项'],
    ['notExisting', '第三十六条第四项'],
    ['notOurs', '第三十六条第五项'],
    ['repeated', '第三十六条第六项'],
    ['specialAccess', '第三十六条第七项'],
    ['toBeMade', '第三十八条'],
    ['petition', '第三十九条第一款'],
    ['publishedMaterial', '第三十九条第二款'],
    ['excessive', '第三十五条'],
  ] as const)('of the reply %s are cited: %s', async (kind, article) => {
    expect(await read(replyOf(kind))).toContain(article);
  });
});

describe('the remedies', () => {
  test('are 60 days and 6 months, by choice, before 2024 also to the department above', async () => {
    const text = await read(replyOf('provided'));
    expect(text).toContain('60日内，向本机关的本级人民政府或者上一级主管部门申请行政复议，或者');
    expect(text).toContain('6个月内，向有管辖权的人民法院提起行政诉讼');
    expect(await read(replyOf('provided', { remedy: 'either' }))).toContain('向本机关的本级人民政府申请行政复议，或者');
  });
  test('of a refusal since 2024 begin with reconsideration', async () => {
    const text = await read(replyOf('process', { remedy: 'reconsiderationFirst' }));
    expect(text).toContain('应当先自收到本答复书之日起60日内');
    expect(text).not.toContain('6个月');
  });
});

describe('a letter', () => {
  test('addresses persons and organisations differently', async () => {
    const [registration] = MATTERS;
    if (!registration) throw new Error('no letter');
    expect(await read(registration)).toContain('收到您通过互联网渠道提交的政府信息公开申请');
    expect(await read(registration, { isPerson: false })).toContain('收到你单位通过互联网渠道提交');
  });
  test('to a third party or another organ never names the applicant', async () => {
    for (const matter of MATTERS.filter(({ kind }) => kind === 'thirdParty' || kind === 'coMaker')) {
      const text = await read(matter, { addressee: '滨海食品有限公司' });
      expect(text).not.toContain('王䶮');
    }
  });
  test('that nobody approved says so', async () => {
    expect(await read(replyOf('provided'), { isDraft: true })).toContain('草稿，未经批准');
    expect(await read(replyOf('provided'))).not.toContain('草稿');
  });
  test('that is long goes on over sheets, and its sender never stands alone', async () => {
    const long = replyOf('provided');
    if (long.kind !== 'reply') throw new Error('no reply');
    const paragraph = '该信息包括二〇一八年度全省各市食品安全监督抽检的批次、品种、项目和结果，';
    for (const times of [12, 14, 16, 18, 20, 60]) {
      const draft = { ...long.draft, how: paragraph.repeat(times) };
      const pages = await readPages(await print({ ...long, draft }));
      expect(overlaps(pages)).toEqual([]);
      expect(pages.length).toBeGreaterThan(1);
      const last = textOf(pages.slice(-1));
      expect(last.indexOf('辽宁省市场监督管理局')).toBeGreaterThan(10);
      const whole = textOf(pages).replace(/\s|— ?\d+ ?—/g, '');
      expect(whole.split(paragraph)).toHaveLength(times + 1);
    }
  });
});
