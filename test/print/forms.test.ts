import { describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { explainDeadline } from '../../electron/domain/deadline.ts';
import { printReceiptSlip } from '../../electron/print/receiptSlip.ts';
import { printReminderSlip } from '../../electron/print/reminderSlip.ts';
import { printReturnSlip } from '../../electron/print/returnSlip.ts';
import { printReviewForm } from '../../electron/print/reviewForm.ts';
import { printWhyDate } from '../../electron/print/whyDate.ts';
import { calendar } from '../domain/seed.ts';
import { readFonts } from './fonts.ts';
import { faultsOf, inklessCharacters, overlaps, rasterise, readPages, textOf, whiteMargins } from './reading.ts';
import { RECEIPT, REMINDER, RETURN, REVIEW, WHY } from './sampleForms.ts';
import { MADE_AT } from './sampleLedger.ts';

const fonts = readFonts();

const forms = {
  receipt: (language: 'zh' | 'en') => printReceiptSlip(fonts, { ...RECEIPT, language }, MADE_AT),
  review: (language: 'zh' | 'en') => printReviewForm(fonts, { ...REVIEW, language }, MADE_AT),
  reminder: (language: 'zh' | 'en') => printReminderSlip(fonts, { ...REMINDER, language }, MADE_AT),
  whyDate: (language: 'zh' | 'en') => printWhyDate(fonts, { ...WHY, language }, MADE_AT),
  return: (language: 'zh' | 'en') => printReturnSlip(fonts, { ...RETURN, language }, MADE_AT),
};

describe.each(['zh', 'en'] as const)('forms in %s', (language) => {
  test.each([
    ['receipt', 1],
    ['review', 1],
    ['reminder', 2],
    ['whyDate', 1],
    ['return', 1],
  ] as const)('%s: sound, on its %i A4 pages, nothing in the margins, nothing without ink', async (name, count) => {
    const bytes = await forms[name](language);
    const pages = await readPages(bytes);
    expect(pages).toHaveLength(count);
    expect(faultsOf(bytes)).toEqual([]);
    expect(overlaps(pages)).toEqual([]);
    expect(await inklessCharacters(bytes)).toEqual([]);
    for (const picture of rasterise(bytes, 72)) {
      const { left, top, right, bottom } = whiteMargins(picture, 72);
      expect([left > 25, top > 12, right > 18, bottom > 12]).toEqual([true, true, true, true]);
    }
  });
});

describe('the receipt for paper copies', () => {
  test('has stub and receipt with the same number, the shortage and the due date', async () => {
    const text = textOf(await readPages(await printReceiptSlip(fonts, RECEIPT, MADE_AT)));
    expect(text.split('编号：HZ-2019-0031')).toHaveLength(3);
    expect(text.split('缺 2 份，请于2019年8月8日前补齐')).toHaveLength(3);
    expect(text.split('应上网截止日2019年8月29日')).toHaveLength(3);
    expect(text).toContain('存根（办公室留存）');
    expect(text).toContain('回执（交送件处室）');
  });

  test('says when nothing is missing, when there is more, and when the date is not firm', async () => {
    const read = async (change: Partial<typeof RECEIPT>) =>
      textOf(await readPages(await printReceiptSlip(fonts, { ...RECEIPT, ...change }, MADE_AT)));
    expect(await read({ copiesReceived: 7 })).toContain('差额份数齐全');
    expect(await read({ copiesReceived: 9 })).toContain('差额多收 2 份');
    expect(await read({ missingBy: null })).toContain('差额缺 2 份，请补齐');
    expect(await read({ isProvisional: true })).toContain('（暂定，放假安排公布后以更新日期为准）');
    expect(await read({ dueOn: null })).toContain('应上网截止日不需上网公开');
  });
});

describe('the review form', () => {
  test('shows what was signed, in whose place, and leaves room to sign the rest', async () => {
    const text = textOf(await readPages(await printReviewForm(fonts, REVIEW, MADE_AT)));
    expect(text).toContain('国家秘密：☐是　☑否');
    expect(text).toContain('个人隐私：☑是　☐否');
    expect(text).toContain('☑拟公开　☐拟部分公开　☐拟不公开附件联系人手机号已删去，拟主动公开。签字：马𠮷');
    expect(text).toContain('签字：严𰻝（周犇 代）　　2019年8月5日');
    expect(text.match(/签字：　+年　　月　　日/g)).toHaveLength(2);
    expect(text).toContain('审查结论（审查未完成）');
    expect(text).toContain('本表一事一审，内容变更须重新审查。');
  });

  test('names a lapsed review, and only the steps that are demanded', async () => {
    const form = { ...REVIEW, lapse: '审查已失效，待重新审查', stepsRequired: ['drafter', 'divisionHead'] } as const;
    const text = textOf(await readPages(await printReviewForm(fonts, { ...form, conclusion: 'disclose' }, MADE_AT)));
    expect(text).toContain('审查结论可以公开　审查已失效，待重新审查');
    expect(text).not.toContain('办公室复审');
  });

  test('stays one page with opinions of three hundred characters, and goes on an annex with two thousand', async () => {
    const sentence = '经审查，附件中的个人信息已作区分处理，';
    const [drafter, head] = REVIEW.steps;
    if (!drafter || !head) throw new Error('no signed steps');
    const print = (sentences: number) => {
      const opinion = sentence.repeat(sentences);
      const steps = REVIEW.stepsRequired.map((step) => ({ ...head, step, opinion }));
      return printReviewForm(fonts, { ...REVIEW, steps }, MADE_AT);
    };
    const short = await readPages(await print(16));
    expect(short).toHaveLength(1);
    expect(textOf(short).split('经审查，')).toHaveLength(4 * 16 + 1);
    const bytes = await print(105);
    const [form, ...annex] = await readPages(bytes);
    if (!form) throw new Error('no page');
    expect(textOf([form]).match(/……（全文见附页）/g)).toHaveLength(4);
    expect(textOf(annex).split('经审查，')).toHaveLength(4 * 105 + 1);
    expect(overlaps([form, ...annex])).toEqual([]);
    for (const picture of rasterise(bytes, 72)) expect(whiteMargins(picture, 72).bottom).toBeGreaterThan(12);
  });
});

describe('the reminder', () => {
  test('states subject, source, date, state and demand, with a stub to return and a sheet to keep', async () => {
    const [first, second] = (await readPages(await printReminderSlip(fonts, REMINDER, MADE_AT))).map((page) =>
      textOf([page]),
    );
    for (const words of [
      '政务公开催办通知单',
      '登记注册处：',
      '你处（室）起草的《关于印发“证照分离”改革全覆盖试点工作方案的通知》（辽市监发〔2019〕79号），2019年8月20日签发',
      '应于2019年9月18日前在省局门户网站公开。',
      '目前已逾期 9 个工作日，办理状态为“待处室负责人审查”。',
      '不能公开的，请书面说明理由和依据。请于2019年10月8日前将下方回执交回。',
    ]) {
      expect(first).toContain(words);
      expect(second).toContain(words);
    }
    expect(first).toContain('沿此线裁开');
    expect(first).toContain('办理回执承办处室登记注册处');
    expect(second).toContain('送达记录送达时间');
  });

  test('before the due day says how many working days are left', async () => {
    const slip = { ...REMINDER, degree: 'notice', isOverdue: false, workingDaysLeft: 5 } as const;
    const text = textOf(await readPages(await printReminderSlip(fonts, slip, MADE_AT)));
    expect(text).toContain('政务公开提醒通知单');
    expect(text).toContain('目前尚余 5 个工作日');
  });
});

test('a title of two thousand characters shrinks the type of every form, and loses nothing', async () => {
  const title = `${'关于进一步加强市场监督管理政务公开工作的意见'.repeat(90)}完`;
  const papers = [
    await printReceiptSlip(fonts, { ...RECEIPT, title }, MADE_AT),
    await printReminderSlip(fonts, { ...REMINDER, title }, MADE_AT),
    await printWhyDate(fonts, { ...WHY, title }, MADE_AT),
  ];
  for (const bytes of papers) {
    const pages = await readPages(bytes);
    expect(textOf(pages)).toContain(title);
    expect(overlaps(pages)).toEqual([]);
    for (const picture of rasterise(bytes, 72)) expect(whiteMargins(picture, 72).bottom).toBeGreaterThan(12);
  }
});

describe('the counted days', () => {
  test('name holidays and make-up days and number every working day from 27 September to 30 October 2019', async () => {
    const text = textOf(await readPages(await printWhyDate(fonts, WHY, MADE_AT)));
    expect(text).toContain('自签发日期2019年9月27日的次日起计算，当日不计入；第 20 个工作日为2019年10月30日');
    expect(text.match(/第\d+日/g)).toEqual(Array.from({ length: 20 }, (_, index) => `第${index + 1}日`));
    expect(text.match(/国庆节/g)).toHaveLength(7);
    expect(text.match(/\d\d-\d\d第\d+日调休上班/g)).toEqual(['09-29第1日调休上班', '10-12第7日调休上班']);
    expect(text).toContain('10-30截止第20日');
    expect(text).toContain('国办发明电〔2018〕15号、国办发明电〔2019〕3号');
  });

  test('mark a date that is not firm, and a calendar-day date that falls on a day off', async () => {
    const read = async (trigger: string, days: number, unit: 'WD' | 'CD') => {
      const deadline = explainDeadline(toDay(trigger), days, unit, calendar);
      return textOf(await readPages(await printWhyDate(fonts, { ...WHY, deadline }, MADE_AT)));
    };
    expect(await read('2026-12-10', 20, 'WD')).toContain('尚未公布放假安排的年份，该日期为暂定');
    expect(await read('2026-09-18', 15, 'CD')).toContain('顺延至2026年10月8日');
  });

  test('of a long period still fit one page', async () => {
    const deadline = explainDeadline(toDay('2019-01-02'), 60, 'WD', calendar);
    const pages = await readPages(await printWhyDate(fonts, { ...WHY, deadline }, MADE_AT));
    expect(pages).toHaveLength(1);
    expect(overlaps(pages)).toEqual([]);
  });
});
