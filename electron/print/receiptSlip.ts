/** The receipt for paper copies (收件回执): stub and receipt on one sheet, torn apart, with the same number on both. */

import { type Day, formatDay } from '../domain/day.ts';
import type { FontSet } from './fonts.ts';
import {
  BODY,
  drawCutLine,
  drawForm,
  drawSender,
  drawSignatureLines,
  drawTitle,
  FORM_TITLE,
  type FormRow,
  LABEL,
  label,
  openFormPaper,
  value,
} from './form.ts';
import type { Paper, PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet } from './sheet.ts';

export type ReceiptSlip = {
  readonly language: PaperLanguage;
  /** 编号, the same on stub and receipt. */
  readonly number: string;
  readonly bureau: string;
  /** The unit that receives, such as 办公室. */
  readonly unit: string;
  readonly division: string;
  readonly title: string;
  readonly docNumber: string;
  /** In words. */
  readonly attribute: string;
  readonly copiesRequired: number;
  /** All deliveries so far, this one included. */
  readonly copiesReceived: number;
  /** 补交期限; null where none is set. */
  readonly missingBy: Day | null;
  readonly deliveredBy: string;
  readonly receivedBy: string;
  /** Date and time as people read them. */
  readonly receivedAt: string;
  readonly receivedOn: Day;
  /** 应上网截止日; null where nothing has to be posted. */
  readonly dueOn: Day | null;
  readonly isProvisional: boolean;
  readonly remark: string;
};

const zh = {
  title: '文件备案收件回执',
  stub: '存根（办公室留存）',
  receipt: '回执（交送件处室）',
  number: '编号：',
  division: '送件处室',
  deliveredBy: '送件人',
  docTitle: '文件标题',
  docNumber: '发文字号',
  attribute: '公开属性',
  required: '应送份数',
  received: '实收份数',
  copies: (count: number) => `${count} 份`,
  shortage: '差额',
  noShortage: '份数齐全',
  short: (count: number, by: string) => (by ? `缺 ${count} 份，请于${by}前补齐` : `缺 ${count} 份，请补齐`),
  extra: (count: number) => `多收 ${count} 份`,
  receivedAt: '收件时间',
  receivedBy: '接收人',
  dueOn: '应上网截止日',
  noDue: '不需上网公开',
  provisional: '（暂定，放假安排公布后以更新日期为准）',
  remark: '备注',
  signDelivered: '送件人（签字）：',
  signReceived: '接收人（签字）：',
  cut: (number: string) => `沿此线裁开　　${number}　　骑缝章`,
};

const en: typeof zh = {
  title: 'Receipt for Paper Copies',
  stub: 'Stub, kept by the General Office',
  receipt: 'Receipt, for the delivering division',
  number: 'No. ',
  division: 'Delivering division',
  deliveredBy: 'Delivered by',
  docTitle: 'Title',
  docNumber: 'Document number',
  attribute: 'Disclosure',
  required: 'Copies required',
  received: 'Copies received',
  copies: (count) => String(count),
  shortage: 'Shortage',
  noShortage: 'complete',
  short: (count, by) => `${count} missing, to be delivered${by ? ` by ${by}` : ''}`,
  extra: (count) => `${count} more than required`,
  receivedAt: 'Received at',
  receivedBy: 'Received by',
  dueOn: 'Due online',
  noDue: 'no posting required',
  provisional: ' (provisional until the holiday notice is published)',
  remark: 'Remarks',
  signDelivered: 'Delivered by (signature):',
  signReceived: 'Received by (signature):',
  cut: (number) => `cut here    ${number}    seal across the line`,
};

const WORDS = { zh, en };
const HALF = A4_PORTRAIT.height / 2;

export async function printReceiptSlip(fonts: FontSet, slip: ReceiptSlip, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[slip.language];
  const paper = await openFormPaper(fonts, slip, `${words.title} ${slip.number}`, madeAt);
  drawReceiptSlip(paper, slip);
  return paper.finish();
}

/** One sheet of a paper that may hold many; then each stands in the outline. */
export function drawReceiptSlip(paper: Paper, slip: ReceiptSlip, isListed = false): void {
  const words = WORDS[slip.language];
  const sheet = paper.addSheet(A4_PORTRAIT);
  if (isListed) sheet.outline(`${slip.number} ${slip.title}`, 0);
  drawHalf(sheet, paper, slip, { top: mm(12), bottom: mm(HALF - 8), heading: words.stub });
  drawCutLine(sheet, paper, mm(HALF), words.cut(slip.number));
  drawHalf(sheet, paper, slip, { top: mm(HALF + 8), bottom: mm(A4_PORTRAIT.height - 12), heading: words.receipt });
}

type Half = { readonly top: number; readonly bottom: number; readonly heading: string };

function drawHalf(sheet: Sheet, paper: Paper, slip: ReceiptSlip, { top, bottom, heading }: Half): void {
  const words = WORDS[slip.language];
  const centre = (sheet.left + sheet.right) / 2;
  drawTitle(sheet, words.title, centre, top + mm(9), { ...FORM_TITLE[slip.language], size: 17 });
  sheet.text(heading, sheet.left, top + mm(17), LABEL);
  sheet.text(words.number + slip.number, sheet.right, top + mm(17), BODY, 'right');
  const rows = receiptRows(slip);
  const signatureRoom = mm(31);
  const y = drawForm(sheet, paper, rows, {
    x: sheet.left,
    y: top + mm(20),
    width: sheet.width,
    bottom: bottom - signatureRoom,
  });
  drawSignatureLines(sheet, paper, [words.signDelivered, words.signReceived], y + mm(10));
  const sender = { ...slip, day: formatDay(slip.receivedOn, slip.language) };
  drawSender(sheet, paper, sender, { centre: sheet.right - mm(30), y: y + mm(19), width: mm(60), style: BODY });
}

function receiptRows(slip: ReceiptSlip): readonly FormRow[] {
  const words = WORDS[slip.language];
  const least = 8.5;
  const pair = (first: string, firstText: string, second: string, secondText: string): FormRow => ({
    least,
    cells: [label(first, 17), value(firstText, 33), label(second, 17), value(secondText, 33)],
  });
  const wide = (name: string, text: string, height = least): FormRow => ({
    least: height,
    cells: [label(name, 17), value(text, 83)],
  });
  const due = slip.dueOn === null ? words.noDue : formatDay(slip.dueOn, slip.language);
  return [
    pair(words.division, slip.division, words.deliveredBy, slip.deliveredBy),
    wide(words.docTitle, slip.title, 11),
    pair(words.docNumber, slip.docNumber, words.attribute, slip.attribute),
    pair(words.required, words.copies(slip.copiesRequired), words.received, words.copies(slip.copiesReceived)),
    wide(words.shortage, shortageInWords(slip)),
    pair(words.receivedAt, slip.receivedAt, words.receivedBy, slip.receivedBy),
    wide(words.dueOn, slip.dueOn !== null && slip.isProvisional ? due + words.provisional : due),
    wide(words.remark, slip.remark, 9),
  ];
}

function shortageInWords(slip: ReceiptSlip): string {
  const words = WORDS[slip.language];
  const short = slip.copiesRequired - slip.copiesReceived;
  if (short === 0) return words.noShortage;
  if (short < 0) return words.extra(-short);
  return words.short(short, slip.missingBy ? formatDay(slip.missingBy, slip.language) : '');
}
