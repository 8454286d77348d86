/** The first page of every form, register and label as it was looked at and approved: `node test/print/everyForm.ts` takes the pictures anew. */

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontSet } from '../../electron/print/fonts.ts';
import { printLabels } from '../../electron/print/labels.ts';
import { printReceiptSlip } from '../../electron/print/receiptSlip.ts';
import { printRegister, type RegisterSheet } from '../../electron/print/register.ts';
import { printReminderSlip } from '../../electron/print/reminderSlip.ts';
import { printReturnSlip } from '../../electron/print/returnSlip.ts';
import { printReviewForm } from '../../electron/print/reviewForm.ts';
import { readFonts } from './fonts.ts';
import { writePng } from './picture.ts';
import { rasterise } from './reading.ts';
import { RECEIPT, REMINDER, RETURN, REVIEW, SHELF_LABEL } from './sampleForms.ts';
import { MADE_AT } from './sampleLedger.ts';
import { REGISTER_SHEETS } from './sampleRegisters.ts';

export const DOTS_AN_INCH = 60;
export const REFERENCE = fileURLToPath(new URL('./reference/', import.meta.url));

type Print = (fonts: FontSet) => Promise<Uint8Array>;

const labels = (kind: 'stamp' | 'shelf' | 'box', code: 'qr' | 'code128'): Print => {
  const sheet = { kind, code, language: 'zh', bureau: RECEIPT.bureau, startAt: 2 } as const;
  return (fonts) =>
    printLabels(fonts, { ...sheet, labels: Array.from({ length: 5 }, () => SHELF_LABEL) }, { madeAt: MADE_AT });
};

const registers = Object.entries(REGISTER_SHEETS).map(([name, make]): [string, Print] => [
  name,
  (fonts) => printRegister(fonts, make('zh') as unknown as RegisterSheet<object>, { madeAt: MADE_AT }),
]);

export const EVERY_FORM: readonly (readonly [name: string, print: Print])[] = [
  ...registers,
  ['receipt', (fonts) => printReceiptSlip(fonts, RECEIPT, MADE_AT)],
  ['review', (fonts) => printReviewForm(fonts, REVIEW, MADE_AT)],
  ['reminder', (fonts) => printReminderSlip(fonts, REMINDER, MADE_AT)],
  ['return', (fonts) => printReturnSlip(fonts, RETURN, MADE_AT)],
  ['stampLabels', labels('stamp', 'qr')],
  ['shelfLabels', labels('shelf', 'qr')],
  ['barLabels', labels('shelf', 'code128')],
  ['boxLabels', labels('box', 'qr')],
];

const [, script] = process.argv;
if (script && fileURLToPath(import.meta.url) === realpathSync(script)) {
  mkdirSync(REFERENCE, { recursive: true });
  const fonts = readFonts();
  for (const [name, print] of EVERY_FORM) {
    const [page] = rasterise(await print(fonts), DOTS_AN_INCH);
    if (page) writeFileSync(join(REFERENCE, `${name}.png`), writePng(page));
  }
}
