/** The annual report and the circular on paper: sound pages, the figures in their cells, nought as 0. */

import { describe, expect, test } from 'vitest';
import type { ReportLayout } from '../../electron/domain/annualReport/layout.ts';
import { layoutOf, reportCells, withSums } from '../../electron/domain/annualReport/report.ts';
import { toDay } from '../../electron/domain/day.ts';
import { type AnnualReportSheet, printAnnualReport } from '../../electron/print/annualReport.ts';
import { type CircularSheet, printCircular } from '../../electron/print/circular.ts';
import { readFonts } from './fonts.ts';
import { faultsOf, inklessCharacters, overlaps, rasterise, readPages, textOf, whiteMargins } from './reading.ts';
import { MADE_AT } from './sampleLedger.ts';

const fonts = readFonts();

function report(year: number, language: 'zh' | 'en', change: Partial<AnnualReportSheet> = {}): AnnualReportSheet {
  const layout = layoutOf(year) as ReportLayout;
  const plain = reportCells(layout).filter(({ sumOf }) => sumOf === null);
  const given = Object.fromEntries(plain.map(({ key, kind }) => [key, kind === 'money' ? 436_520_000 : 0]));
  return {
    ...{ language, year, layout, bureau: '滨海市市场监督管理局', edition: 1, correctionReason: '' },
    texts: {
      overview: '（一）主动公开。\n（二）依申请公开。'.repeat(12),
      problems: '解读形式较为单一。',
      other: '无。',
    },
    figures: withSums(layout, { ...given, 'requests.all.received.naturalPerson': 1234 }),
    ...{ signedOn: toDay('2022-01-20'), signerName: '周文', printedBy: '陈静', printedAt: '2022-01-20 09:00' },
    contentHash: 'ab12cd34ef56ab12cd34ef56',
    ...change,
  };
}

const division = (place: number | null, name: string, overdue: number) => ({
  ...{ place, name, due: 20, inTime: 18 - overdue, late: 2, overdue, rate: '90.0%', mean: '8.5', copiesMissing: 3 },
});

function circular(language: 'zh' | 'en', overdue: number): CircularSheet {
  return {
    ...{ language, bureau: '滨海市市场监督管理局', unit: '办公室', number: 'TB-2019-0001' },
    ...{ period: language === 'zh' ? '2019年' : '2019', issuedOn: toDay('2019-09-24') },
    total: { ...division(null, '', overdue), documents: 139, proactive: 130 },
    divisions: Array.from({ length: 30 }, (_, at) => division(at === 29 ? null : at + 1, `第${at + 1}监督管理处`, 0)),
    overdue: Array.from({ length: overdue }, (_, at) => ({
      ...{ division: '食品安全监督管理处', docNumber: `滨市监发〔2019〕${at + 1}号`, dueOn: toDay('2019-08-29') },
      title: `关于做好2019年第${at + 1}批食品安全监督抽检工作并及时公布抽检结果的通知`,
      workingDays: at + 1,
    })),
    unlisted: 0,
    isGiven: true,
    ...{ printedBy: '陈静', printedAt: '2019-09-24 09:00', calendarVersion: '2019-03-22' },
  };
}

async function judge(bytes: Uint8Array): Promise<void> {
  const pages = await readPages(bytes);
  expect(pages.length).toBeGreaterThan(1);
  expect(faultsOf(bytes)).toEqual([]);
  expect(overlaps(pages)).toEqual([]);
  expect(await inklessCharacters(bytes)).toEqual([]);
  for (const picture of rasterise(bytes, 72)) {
    const { left, top, right, bottom } = whiteMargins(picture, 72);
    expect([left > 24, top > 9, right > 18, bottom > 12]).toEqual([true, true, true, true]);
  }
}

describe.each(['zh', 'en'] as const)('the annual report in %s', (language) => {
  test.each([2019, 2021])('of %i: sound pages, three tables', async (year) => {
    await judge(await printAnnualReport(fonts, report(year, language), MADE_AT));
  });
});

test('figures stand in their cells, nought as 0, amounts in 万元; what nobody filled in stays empty', async () => {
  const text = textOf(await readPages(await printAnnualReport(fonts, report(2021, 'zh'), MADE_AT)));
  expect(text).toContain('行政事业性收费436.52');
  expect(text).toContain('一、本年新收政府信息公开申请数量1234000001234');
  expect(text).toContain('四、结转下年度继续办理0000000');
  expect(text).toContain('签发人：周文');
  const empty = report(2021, 'zh', { figures: {}, signedOn: null, contentHash: '' });
  const draft = textOf(await readPages(await printAnnualReport(fonts, empty, MADE_AT)));
  expect(draft).toContain('草稿');
  expect(draft).not.toContain('四、结转下年度继续办理0');
});

test('a corrected edition says so and why', async () => {
  const corrected = report(2021, 'zh', { edition: 2, correctionReason: '表三漏计一件' });
  const text = textOf(await readPages(await printAnnualReport(fonts, corrected, MADE_AT)));
  expect(text).toContain('（第 2 版）');
  expect(text).toContain('更正理由：表三漏计一件');
});

describe.each(['zh', 'en'] as const)('the circular in %s', (language) => {
  test.each([0, 40])('with %i overdue documents: sound pages, every row once', async (overdue) => {
    const bytes = await printCircular(fonts, circular(language, overdue), MADE_AT);
    await judge(bytes);
    const text = textOf(await readPages(bytes));
    for (let at = 1; at <= overdue; at += 1) expect(text.split(`第${at}批食品安全`)).toHaveLength(2);
    if (overdue === 0) expect(text).toContain(language === 'zh' ? '无逾期未公开文件' : 'No document is overdue');
  });
});
