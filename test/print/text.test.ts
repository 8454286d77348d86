import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../electron/print/text.ts';
import { fixture } from '../domain/seed.ts';

/** Half an em for Latin, an em for everything else, nothing for what cannot be seen. */
const measure = (codePoint: number): number => {
  const character = String.fromCodePoint(codePoint);
  if (/[\p{Default_Ignorable_Code_Point}\p{M}]/u.test(character)) return 0;
  return character < '\u0250' ? 0.5 : 1;
};
const lines = (text: string, limit: number) => breakLines(text, measure, limit);
const widthOf = (line: string) => [...line].reduce((sum, character) => sum + measure(character.codePointAt(0) ?? 0), 0);

describe('line breaking', () => {
  test('puts no closing mark at the beginning and no opening mark at the end of a line', () => {
    expect(lines('关于印发《实施方案》的通知', 5)).toEqual(['关于印发', '《实施方', '案》的通知']);
    expect(lines('食品、药品，特种设备。', 3)).toEqual(['食品、', '药品，', '特种', '设备。']);
    expect(lines('他说：“好。”', 4)).toEqual(['他说：', '“好。”']);
  });

  test('keeps a document number whole wherever it fits on a line', () => {
    for (let limit = 11; limit <= 20; limit++) {
      for (const text of ['贯彻落实辽市监发〔2019〕12号文件精神', '根据辽市监发〔2019〕12号，现将有关事项通知如下']) {
        expect(lines(text, limit).filter((line) => line.includes('辽市监发〔2019〕12号'))).toHaveLength(1);
      }
    }
    expect(lines('第2号公告和第715号令', 5)).toEqual(['第2号公告', '和第715号', '令']);
    expect(lines('河北省人民政府令〔2022〕第2号', 9)).toEqual(['河北省人民政府令', '〔2022〕第2号']);
  });

  test('keeps figures and Latin words whole, and cuts an address after its signs', () => {
    expect(lines('Administration for Market Regulation', 9)).toEqual(['Administration for ', 'Market Regulation']);
    expect(lines('实行AEO互认', 4)).toEqual(['实行AEO', '互认']);
    expect(lines('http://scjg.ln.gov.cn/zwgk/t20190812.html', 12)).toEqual([
      'http://scjg.ln.gov.cn/',
      'zwgk/t20190812.html',
    ]);
  });

  test('leaves no character alone on the last line', () => {
    expect(lines('关于做好工作的通知', 8)).toEqual(['关于做好工作的', '通知']);
    expect(lines('主动公开', 3)).toEqual(['主动', '公开']);
    expect(lines('主动公开。', 4)).toEqual(['主动', '公开。']);
    expect(lines('主动公开》。', 5)).toEqual(['主动', '公开》。']);
  });

  test('keeps what is counted with its number', () => {
    expect(lines('存文件柜甲 5 份', 7)).toEqual(['存文件柜甲 ', '5 份']);
    expect(lines('共 12 件', 3.5)).toEqual(['共 ', '12 件']);
  });

  test('obeys the line breaks of the text and keeps spaces', () => {
    expect(lines('第一行\n第二行\r\n\u2028末', 10)).toEqual(['第一行', '第二行', '', '末']);
    expect(lines('通    知', 10)).toEqual(['通    知']);
    expect(lines('', 10)).toEqual(['']);
  });

  test('keeps a box and its words together over a space that does not break', () => {
    expect(lines('☐\u00a0Agree\u00a0after\u00a0change　☐\u00a0Withhold', 12)).toEqual([
      '☐\u00a0Agree\u00a0after\u00a0change　',
      '☐\u00a0Withhold',
    ]);
  });

  test('loses nothing of any hostile string, keeps within the line, and begins no line with a closing mark', () => {
    for (const { value = '' } of fixture('rare_names.csv')) {
      for (const limit of [1, 3, 7, 20]) {
        const broken = lines(value, limit);
        expect(broken.join('')).toBe(value.replace(/\r\n|[\n\r\v\f\u2028\u2029]/gu, ''));
        for (const line of broken) expect(widthOf(line.replace(/[^\S\u00a0]+$/u, ''))).toBeLessThanOrEqual(limit);
        if (limit >= 7) expect(broken.filter((line) => /^[、。，）》”]/u.test(line))).toEqual([]);
      }
    }
  });
});

describe('line breaking, whatever the text', () => {
  const OPENING = '（〔［｛〈《「『【“‘';
  const CLOSING = '、。，．：；？！）〕］｝〉》」』】”’';
  const word = fc.constantFrom(
    ...[
      '关于',
      '市场监督管理',
      '的通知',
      '食品',
      '2019',
      'AEO',
      '𠮷',
      '〔2019〕12号',
      '辽市监发〔2019〕12号',
      '第715号',
    ],
    ...['《', '》', '（', '）', '“', '”', '、', '，', '。', '：', ' '],
  );
  const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(''));
  const limit = fc.integer({ min: 14, max: 40 });

  test('loses nothing, begins no line with a closing mark and ends none with an opening one', () => {
    fc.assert(
      fc.property(text, limit, (whole, width) => {
        const broken = lines(whole, width);
        expect(broken.join('')).toBe(whole);
        // A run of marks longer than a line has to be broken somewhere.
        fc.pre(!new RegExp(`[${OPENING}${CLOSING} ]{${Math.floor(width / 2)}}`, 'u').test(whole));
        broken.forEach((line, index) => {
          const bare = line.trim();
          if (bare === '') return;
          if (index > 0) expect(CLOSING).not.toContain([...bare][0]);
          if (index < broken.length - 1) expect(OPENING).not.toContain([...bare].at(-1));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('keeps document numbers and figures whole', () => {
    const plain = fc.array(fc.constantFrom('关于', '的通知', '食品', '监督', '管理', '，'), { maxLength: 20 });
    const number = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(plain, number, plain, limit, (before, [year, seq], after, width) => {
        const docNumber = `辽市监发〔${year}〕${seq}号`;
        const broken = lines(`${before.join('')}${docNumber}${after.join('')}`, width);
        expect(broken.filter((line) => line.includes(`〔${year}〕${seq}号`))).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
