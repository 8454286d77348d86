/** The proof of service (送达回证): one form that goes along with the reply and comes back signed. */

import { type Day, formatDay } from '../domain/day.ts';
import type { FontSet } from './fonts.ts';
import { BODY, drawForm, drawSender, drawTitle, FORM_TITLE, type FormRow, label, senderName, value } from './form.ts';
import { openPaper, type PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm } from './sheet.ts';

export type ServiceProof = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  readonly number: string;
  readonly matter: string;
  /** Name and number of the letter served. */
  readonly letter: string;
  readonly addressee: string;
  readonly address: string;
  /** In words. */
  readonly way: string;
  readonly mailNumber: string;
  readonly sentOn: Day;
  /** As far as known when it is printed. */
  readonly receivedBy: string;
  readonly receivedOn: Day | null;
};

const zh = {
  title: '送达回证',
  number: '编号：',
  matter: '案由',
  letter: '送达文书名称和文号',
  addressee: '受送达人',
  address: '送达地点',
  way: '送达方式',
  mailNumber: '邮件号码',
  sentOn: '发出日期',
  receivedOn: '收到日期',
  receivedBy: '受送达人签名或者盖章',
  proxy: '代收人签名和代收理由',
  sender: '送达人',
  remark: '备注',
  day: '　　　　年　　月　　日',
  signature: '签名：　　　　　　　　　　　　年　　月　　日',
  note: '以邮寄方式送达的，应当通过邮政企业寄送；以寄出之日为答复之日，当面送达的以签收之日为答复之日。',
};

const en: typeof zh = {
  title: 'Proof of Service',
  number: 'No. ',
  matter: 'Matter',
  letter: 'Letter served, with its number',
  addressee: 'Addressee',
  address: 'Place of service',
  way: 'Way of service',
  mailNumber: 'Mail item',
  sentOn: 'Sent on',
  receivedOn: 'Received on',
  receivedBy: 'Signature or seal of the addressee',
  proxy: 'Signature of a proxy and reason',
  sender: 'Served by',
  remark: 'Remarks',
  day: '',
  signature: 'Signature:                              Date:                    ',
  note: 'By mail, service goes through the postal enterprise and the day of posting is the day of the reply; in person, it is the day of signing.',
};

const WORDS = { zh, en };

export async function printServiceProof(fonts: FontSet, proof: ServiceProof, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[proof.language];
  const paper = await openPaper(fonts, {
    title: `${words.title} ${proof.number}`,
    subject: proof.matter,
    author: senderName(proof),
    language: proof.language,
    madeAt,
  });
  const sheet = paper.addSheet(A4_PORTRAIT);
  const centre = (sheet.left + sheet.right) / 2;
  drawTitle(sheet, words.title, centre, sheet.top + mm(12), FORM_TITLE[proof.language]);
  sheet.text(words.number + proof.number, sheet.right, sheet.top + mm(24), BODY, 'right');
  const y = drawForm(sheet, paper, rowsOf(proof), {
    x: sheet.left,
    y: sheet.top + mm(28),
    width: sheet.width,
    bottom: sheet.bottom - mm(44),
  });
  const sender = { ...proof, day: formatDay(proof.sentOn, proof.language) };
  drawSender(sheet, paper, sender, { centre: sheet.right - mm(32), y: y + mm(16), width: mm(64), style: BODY });
  return paper.finish();
}

function rowsOf(proof: ServiceProof): readonly FormRow[] {
  const words = WORDS[proof.language];
  const pair = (first: string, firstText: string, second: string, secondText: string): FormRow => ({
    least: 12,
    cells: [label(first, 20), value(firstText, 30), label(second, 17), value(secondText, 33)],
  });
  const wide = (name: string, text: string, least: number, foot?: string): FormRow => ({
    least,
    cells: [label(name, 20), value(text, 80, foot === undefined ? {} : { foot })],
  });
  const received = proof.receivedOn ? formatDay(proof.receivedOn, proof.language) : words.day;
  return [
    wide(words.matter, proof.matter, 14),
    wide(words.letter, proof.letter, 14),
    wide(words.addressee, proof.addressee, 12),
    wide(words.address, proof.address, 14),
    pair(words.way, proof.way, words.mailNumber, proof.mailNumber),
    pair(words.sentOn, formatDay(proof.sentOn, proof.language), words.receivedOn, received),
    wide(words.receivedBy, proof.receivedBy, 24, words.signature),
    wide(words.proxy, '', 24, words.signature),
    wide(words.sender, '', 18, words.signature),
    wide(words.remark, words.note, 18),
  ];
}
