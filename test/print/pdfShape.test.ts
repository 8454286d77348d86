/** The shape of our papers: tags, PDF/A-2b, metadata, outline, the same for ledgers and forms. */

import { describe, expect, test } from 'vitest';
import { printFileLedger } from '../../electron/print/fileLedger.ts';
import { printReceiptSlip } from '../../electron/print/receiptSlip.ts';
import { printReminderSlip } from '../../electron/print/reminderSlip.ts';
import { printReviewForm } from '../../electron/print/reviewForm.ts';
import { srgbProfile } from '../../electron/print/srgbProfile.ts';
import { printWhyDate } from '../../electron/print/whyDate.ts';
import { readFonts } from './fonts.ts';
import { shapeOf } from './pdfShape.ts';
import { faultsOf, readPages, run, textOf, withFile } from './reading.ts';
import { RECEIPT, REMINDER, REVIEW, WHY } from './sampleForms.ts';
import { longLedger, MADE_AT, SAMPLE_SHEET } from './sampleLedger.ts';

const fonts = readFonts();
const ledger = (rows: number) => printFileLedger(fonts, longLedger(rows), { madeAt: MADE_AT });

const PAPERS = {
  'a ledger': () => printFileLedger(fonts, SAMPLE_SHEET, { madeAt: MADE_AT }),
  'a ledger in English': () => printFileLedger(fonts, { ...SAMPLE_SHEET, language: 'en' }, { madeAt: MADE_AT }),
  'a nil return': () => printFileLedger(fonts, { ...SAMPLE_SHEET, rows: [] }, { madeAt: MADE_AT }),
  'a ledger of many pages': () => ledger(150),
  'a ledger too long for a tag on every cell': () => ledger(2000),
  'a receipt': () => printReceiptSlip(fonts, RECEIPT, MADE_AT),
  'a review form': () => printReviewForm(fonts, REVIEW, MADE_AT),
  'a reminder': () => printReminderSlip(fonts, REMINDER, MADE_AT),
  'counted days': () => printWhyDate(fonts, WHY, MADE_AT),
};

describe.each(Object.entries(PAPERS))('%s', (name, print) => {
  test('has fonts, tags and colours in order, and says the same of itself twice', async () => {
    const bytes = await print();
    const { faults, information, xmp, kinds, language } = await shapeOf(bytes);
    expect(faults).toEqual([]);
    expect(faultsOf(bytes)).toEqual([]);
    expect(kinds.slice(0, 1)).toEqual(['Document']);
    expect(kinds).toEqual(expect.arrayContaining(['H1', 'Table', 'TR', 'TH', 'TD']));
    expect(language).toBe(name.endsWith('English') ? 'en' : 'zh-CN');
    const said = (tag: string) => new RegExp(`<${tag}>(?:<rdf:\\w+>)*(?:<rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1] ?? '';
    expect([said('dc:title'), said('dc:description'), said('dc:creator')]).toEqual([
      information.Title,
      information.Subject,
      information.Author,
    ]);
    expect([said('pdfaid:part'), said('pdfaid:conformance')]).toEqual(['2', 'B']);
    const digits = (date: string | undefined) => date?.replace(/\D/g, '');
    expect(digits(said('xmp:CreateDate'))).toBe(digits(information.CreationDate));
    expect(digits(information.CreationDate)).toBe('20190930082000');
    expect(said('pdf:Producer')).toBe(information.Producer);
  });
});

test('poppler reads title, table and rows from the tags, in the order of the paper', async () => {
  const said = withFile(await ledger(3), (path) => run('pdfinfo', '-struct-text', path));
  expect(said).toMatch(/^Document\n {2}H1[^\n]*\n {4}"政务公开文件台账"/);
  expect(said.match(/^ {6}TR/gm)?.length).toBe(3 + 1 + 1);
  expect(said.match(/^ {8}TH/gm)?.length).toBe(11);
  expect(said).toContain('TD\n          "2"\n        TD\n          "辽市监发〔2019〕2号"');
});

test('the outline leads to the page on which each division begins', async () => {
  const sheet = longLedger(150);
  const rows = sheet.rows.toSorted((a, b) => (a.division < b.division ? -1 : 1));
  const bytes = await printFileLedger(fonts, { ...sheet, rows, groupBy: 'division' }, { madeAt: MADE_AT });
  const { outline, faults } = await shapeOf(bytes);
  expect(faults).toEqual([]);
  expect(outline.map(([title]) => title)).toEqual([...new Set(rows.map(({ division }) => division))]);
  const pages = await readPages(bytes);
  let before = -1;
  for (const [title, page] of outline) {
    expect(page).toBeGreaterThanOrEqual(before);
    before = page;
    expect(textOf(pages.slice(page, page + 1))).toContain(title);
  }
});

test('the profile of colours is one that lcms-based readers take: tags within its length, curves that rise to white', () => {
  const profile = srgbProfile();
  const view = new DataView(profile.buffer);
  expect(view.getUint32(0)).toBe(profile.length);
  for (let tag = 0; tag < view.getUint32(128); tag++) {
    const [at, length] = [view.getUint32(132 + 12 * tag + 4), view.getUint32(132 + 12 * tag + 8)];
    expect(at % 4).toBe(0);
    expect(at + length).toBeLessThanOrEqual(profile.length);
  }
});
