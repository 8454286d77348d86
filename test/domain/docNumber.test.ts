import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDocNumbers,
  DOC_NUMBER_FIXES,
  DOC_NUMBER_REFUSALS,
  type DocNumber,
  parseDocNumber,
  seriesOf,
  sortKey,
} from '../../electron/domain/docNumber.ts';
import { fixture } from './seed.ts';

function numberOf(text: string): DocNumber {
  const reading = parseDocNumber(text);
  if (!reading.ok) throw new Error(reading.code);
  return reading.number;
}

describe('a document number', () => {
  test.each([
    ['辽市监发〔2019〕12号', 'standard', '辽市监发', 2019, 12],
    ['大市监网传〔2020〕38号', 'standard', '大市监网传', 2020, 38],
    ['国办发明电〔2018〕15号', 'standard', '国办发明电', 2018, 15],
    ['国令第707号', 'order', '国令', null, 707],
    ['中华人民共和国国务院令第715号', 'order', '中华人民共和国国务院令', null, 715],
    ['省政府令第223号', 'order', '省政府令', null, 223],
    ['河北省人民政府令〔2011〕14号', 'order', '河北省人民政府令', 2011, 14],
    ['商务部令2019年第1号', 'order', '商务部令', 2019, 1],
    ['2019年第5号', 'announcement', '', 2019, 5],
    ['公告2019年第5号', 'announcement', '公告', 2019, 5],
    ['国家税务总局公告2019年第5号', 'announcement', '国家税务总局公告', 2019, 5],
    [
      '工业和信息化部财政部国家税务总局公告2021年第12号',
      'announcement',
      '工业和信息化部财政部国家税务总局公告',
      2021,
      12,
    ],
    ['公告〔2023〕104号', 'announcement', '公告', 2023, 104],
    ['海关总署公告〔2023〕104号', 'announcement', '海关总署公告', 2023, 104],
    ['辽市监通告〔2019〕3号', 'announcement', '辽市监通告', 2019, 3],
  ] as const)('%s is right as it stands', (text, kind, agencyCode, year, seq) => {
    expect(parseDocNumber(text)).toEqual({
      ok: true,
      number: { text, kind, agencyCode, year, seq },
      fixes: [],
      raw: text,
    });
  });

  test.each([
    ['辽市监发〔2019〕12号 ', '辽市监发〔2019〕12号', ['space']],
    ['国办发〔 2019 〕 14 号', '国办发〔2019〕14号', ['space']],
    ['国办发\u{3000}〔2019〕\u{200B}14\u{FEFF}号', '国办发〔2019〕14号', ['space']],
    ['国办发〔2019〕\n14号', '国办发〔2019〕14号', ['space']],
    ['赣府厅字〔２００９〕３１号', '赣府厅字〔2009〕31号', ['width']],
    ['国办发〔2019〕14號', '国办发〔2019〕14号', ['traditional']],
    ['冀人社字【2016】172号', '冀人社字〔2016〕172号', ['bracket']],
    ['冀人社规［2016］9号', '冀人社规〔2016〕9号', ['bracket']],
    ['冀科政﹝2013﹞12号', '冀科政〔2013〕12号', ['bracket']],
    ['赣府厅发（2009）63号', '赣府厅发〔2009〕63号', ['bracket']],
    ['锡署发(2010)183号', '锡署发〔2010〕183号', ['bracket']],
    ['国办发《2019》14号', '国办发〔2019〕14号', ['bracket']],
    ['国办发〈2019〉14号', '国办发〔2019〕14号', ['bracket']],
    ['国办发「2019」14号', '国办发〔2019〕14号', ['bracket']],
    ['国办发{2019}14号', '国办发〔2019〕14号', ['bracket']],
    ['国办发〔2019)14号', '国办发〔2019〕14号', ['bracket', 'mixedBracket']],
    ['国办发〔2019]14号', '国办发〔2019〕14号', ['bracket', 'mixedBracket']],
    ['辽市监发〔2019〕012号', '辽市监发〔2019〕12号', ['leadingZero']],
    ['辽市监发〔2019〕第12号', '辽市监发〔2019〕12号', ['ordinalWord']],
    ['河北省人民政府令〔2011〕第14号', '河北省人民政府令〔2011〕14号', ['ordinalWord']],
    ['赣府厅发【2012】第85号', '赣府厅发〔2012〕85号', ['bracket', 'ordinalWord']],
    ['辽市监发[2019]第012号', '辽市监发〔2019〕12号', ['bracket', 'ordinalWord', 'leadingZero']],
    ['　辽市监发［２０１９］０１２号', '辽市监发〔2019〕12号', ['space', 'width', 'bracket', 'leadingZero']],
    ['国令第0707号', '国令第707号', ['leadingZero']],
  ] as const)('%j becomes %s by %j', (raw, text, fixes) => {
    expect(parseDocNumber(raw)).toMatchObject({ ok: true, number: { text }, fixes, raw });
  });

  test.each([
    ['', 'docNumber.empty'],
    ['　', 'docNumber.empty'],
    ['无', 'docNumber.empty'],
    ['无文号', 'docNumber.empty'],
    ['国办发〔19〕14号', 'docNumber.twoDigitYear'],
    ['国办发〔二〇一九〕14号', 'docNumber.chineseYear'],
    ['国办发〔二○一九〕14号', 'docNumber.chineseYear'],
    ['国办发〔2O19〕14号', 'docNumber.letterO'],
    ['国办发〔2019〕1O号', 'docNumber.letterO'],
    ['国办发〔2019〕l4号', 'docNumber.letterO'],
    ['2O19年第5号', 'docNumber.letterO'],
    ['国办发〔1819〕14号', 'docNumber.badYear'],
    ['国办发〔2119〕14号', 'docNumber.badYear'],
    ['国办发〔20191〕14号', 'docNumber.badYear'],
    ['国办发〔〕14号', 'docNumber.badYear'],
    ['赣府厅发[201025号', 'docNumber.bracketMissing'],
    ['赣府厅发2010]25号', 'docNumber.bracketMissing'],
    ['辽市监发12号', 'docNumber.yearMissing'],
    ['辽市监字第12号', 'docNumber.yearMissing'],
    ['〔2019〕12号', 'docNumber.agencyMissing'],
    ['20170233号', 'docNumber.agencyMissing'],
    ['Ｘ府发〔２０１９〕１４号', 'docNumber.agencyNotChinese'],
    ['请〔2003〕33号', 'docNumber.agencyTooShort'],
    ['中华人民共和国国家市场监督管理总局办公厅发〔2019〕1号', 'docNumber.agencyTooLong'],
    ['赣府字[2014]号', 'docNumber.sequenceMissing'],
    ['辽市监发〔2019〕0号', 'docNumber.zeroSequence'],
    ['辽市监发〔2019〕000号', 'docNumber.zeroSequence'],
    ['辽市监发〔2019〕12-1号', 'docNumber.subNumber'],
    ['辽市监发〔2019〕12号之一', 'docNumber.subNumber'],
    ['辽市监发〔2019〕1234567号', 'docNumber.sequenceTooLong'],
    ['辽市监发〔2019〕12号、13号', 'docNumber.severalNumbers'],
    ['辽市监发〔2019〕12号 辽市监发〔2019〕13号', 'docNumber.severalNumbers'],
    ['赣府厅字[2008]159号机号', 'docNumber.trailingText'],
    ['2019-12', 'docNumber.yearDash'],
    ['国办发2019-12号', 'docNumber.yearDash'],
    ['特急·明电', 'docNumber.notANumber'],
    ['关于印发工作方案的通知', 'docNumber.notANumber'],
    ['辽市监发〔'.repeat(40), 'docNumber.notANumber'],
  ] as const)('%j is refused as %s without a suggestion', (raw, code) => {
    const reading = parseDocNumber(raw);
    expect(reading).toMatchObject({ ok: false, code });
    expect(reading).not.toHaveProperty('suggestion');
  });

  test.each([
    ['辽市监发〔2019〕12', 'docNumber.suffixMissing', '辽市监发〔2019〕12号'],
    ['辽市监发[2019]012', 'docNumber.suffixMissing', '辽市监发〔2019〕12号'],
    ['公告2019年第5', 'docNumber.suffixMissing', '公告2019年第5号'],
    ['公告2019年5号', 'docNumber.ordinalMissing', '公告2019年第5号'],
    ['国令707号', 'docNumber.ordinalMissing', '国令第707号'],
    ['辽市监发2019年12号', 'docNumber.yearNotBracketed', '辽市监发〔2019〕12号'],
  ] as const)('%s is refused as %s and %s only suggested', (raw, code, suggestion) => {
    expect(parseDocNumber(raw)).toEqual({ ok: false, code, suggestion });
  });

  test('comes out of its own text unchanged', () => {
    const code = fc.string({ unit: fc.constantFrom(...'辽市监发函办大连沈阳国字'), minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 999_999 }),
        (agency, year, seq) => {
          const { text } = numberOf(` ${agency}[${year}]第0${seq}号`.replace('第0', seq > 99_999 ? '第' : '第0'));
          expect(text).toBe(`${agency}〔${year}〕${seq}号`);
          expect(parseDocNumber(text)).toMatchObject({ ok: true, fixes: [], number: { text } });
        },
      ),
    );
  });

  test('is never made from digits that are not there', () => {
    const signs = fc.constantFrom(...'辽市监发令公告第年号〔〕[]()【0129OＯ〇二-、 ２０１９');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 24 }), (raw) => {
        const reading = parseDocNumber(raw);
        if (!reading.ok) return;
        const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
        expect(digitsOf(raw).replaceAll('0', '')).toBe(digitsOf(reading.number.text).replaceAll('0', ''));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the numbers of 2,911 real documents', () => {
  const rows = fixture('document_numbers.csv');
  const readings = rows.map((row) => ({ row, reading: parseDocNumber(row.doc_number_raw ?? '') }));

  test('are right, repaired or refused with a reason', () => {
    const shares = { right: 0, repaired: 0, refused: 0 };
    for (const { reading } of readings) {
      shares[reading.ok ? (reading.fixes.length > 0 ? 'repaired' : 'right') : 'refused'] += 1;
      if (reading.ok) for (const fix of reading.fixes) expect(DOC_NUMBER_FIXES).toContain(fix);
      else expect(DOC_NUMBER_REFUSALS).toContain(reading.code);
    }
    expect(shares).toEqual({ right: 960, repaired: 610, refused: 4 });
  });

  test('are refused for what is wrong with them', () => {
    const refused = readings.flatMap(({ row, reading }) => (reading.ok ? [] : [[row.doc_number_raw, reading.code]]));
    expect(refused).toEqual([
      ['请〔2003〕33号', 'docNumber.agencyTooShort'],
      ['赣府厅字[2008]159号机号', 'docNumber.trailingText'],
      ['赣府厅发[201025号', 'docNumber.bracketMissing'],
      ['赣府字[2014]号', 'docNumber.sequenceMissing'],
    ]);
  });

  test('come out as their collector wrote them, but for a leading zero', () => {
    const others = readings.filter(({ row, reading }) => reading.ok && reading.number.text !== row.doc_number);
    expect(others.map(({ row }) => row.doc_number_raw)).toEqual(['国科发政字〔2000〕063号']);
  });

  test('and the hostile forms of the rare strings are settled too', () => {
    const forms = fixture('rare_names.csv').filter((row) => row.category === 'doc_number_form');
    const codes = forms.flatMap(({ value = '' }) => {
      const reading = parseDocNumber(value);
      return reading.ok ? [] : [[value, reading.code]];
    });
    expect(forms).toHaveLength(30);
    expect(codes).toEqual([
      ['赣府厅发[201025号', 'docNumber.bracketMissing'],
      ['赣府字[2014]号', 'docNumber.sequenceMissing'],
      ['20170233号', 'docNumber.agencyMissing'],
      ['赣府厅字[2008]159号机号', 'docNumber.trailingText'],
      ['Ｘ府发〔２０１９〕１４号', 'docNumber.agencyNotChinese'],
      ['国办发〔19〕14号', 'docNumber.twoDigitYear'],
      ['特急·明电', 'docNumber.notANumber'],
      ['无', 'docNumber.empty'],
    ]);
  });
});

describe('document numbers in order', () => {
  const texts = [
    '辽市监函〔2019〕2号',
    '辽市监发〔2019〕12号',
    '辽市监发〔2019〕9号',
    '辽市监发〔2018〕100号',
    '国令第9号',
    '国令第707号',
  ];

  test('stand by agency, year and number, not by their text', () => {
    const sorted = texts.map(numberOf).sort(compareDocNumbers);
    expect(sorted.map((number) => number.text)).toEqual([
      '国令第9号',
      '国令第707号',
      '辽市监函〔2019〕2号',
      '辽市监发〔2018〕100号',
      '辽市监发〔2019〕9号',
      '辽市监发〔2019〕12号',
    ]);
    expect(texts.map(numberOf).map(sortKey).sort()).toEqual(sorted.map(sortKey));
    expect(compareDocNumbers(numberOf('国令第9号'), numberOf('国令第9号'))).toBe(0);
  });

  test('belong to one series per agency and year', () => {
    expect(seriesOf(numberOf('辽市监发〔2019〕12号'))).toBe('辽市监发〔2019〕');
    expect(seriesOf(numberOf('国令第707号'))).toBe('国令');
    expect(seriesOf(numberOf('公告2019年第5号'))).toBe(seriesOf(numberOf('公告〔2019〕6号')));
  });
});
