/** The return of a document (文件退回通知): reasons ticked, what to mend by when, and a stub that the division signs. */

import { type Day, formatDay } from '../domain/day.ts';
import { RETURN_REASONS, type ReturnReason } from '../domain/returning.ts';
import { say } from '../domain/wording/say.ts';
import type { FontSet } from './fonts.ts';
import {
  BODY,
  drawCutLine,
  drawForm,
  drawParagraph,
  drawSender,
  drawTitle,
  FORM_TITLE,
  type FormRow,
  label,
  openFormPaper,
  value,
} from './form.ts';
import type { Paper, PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet, type TextStyle } from './sheet.ts';

export type ReturnSlip = {
  readonly language: PaperLanguage;
  readonly number: string;
  readonly bureau: string;
  readonly unit: string;
  /** The division addressed. */
  readonly division: string;
  readonly title: string;
  readonly docNumber: string;
  readonly deliveredBy: string;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly returnedOn: Day;
  readonly answerBy: Day | null;
  readonly issuedBy: string;
};

const zh = {
  title: '文件退回通知',
  number: '编号：',
  colon: '：',
  opening: (deliveredBy: string) =>
    `　　你处（室）${deliveredBy ? `由${deliveredBy}` : ''}报送的下列文件，经审核不符合政务公开和公文办理的有关规定，现予退回。`,
  demand: (by: string) =>
    `　　依据《中华人民共和国政府信息公开条例》和本局政务公开工作实施方案，没有确定公开属性的，不得履行发文程序；不予公开、依申请公开没有说明理由的，应予退文。请按上列原因补正后${by ? `于${by}前` : ''}重新报送。`,
  docTitle: '文件标题',
  docNumber: '发文字号',
  unnumbered: '未编号',
  deliveredBy: '送件人',
  reasons: '退回原因',
  note: '说明',
  contact: '经办人：',
  cut: (number: string) => `沿此线裁开　　${number}　　回执由承办处室签收后交回办公室`,
  stub: '文件退回签收回执',
  noticeNumber: '通知编号',
  division: '承办处室',
  returnedOn: '退回日期',
  sign: '签收人',
  again: '重新报送日期',
  plan: '补正情况',
  signature: '签字：　　　　　　　年　　月　　日',
};

const en: typeof zh = {
  title: 'Return of a Document',
  number: 'No. ',
  colon: ':',
  opening: (deliveredBy) =>
    `The document below${deliveredBy ? `, delivered by ${deliveredBy},` : ''} does not meet the rules on disclosure and on official documents and is returned.`,
  demand: (by) =>
    `Under the Regulation on Open Government Information and the bureau’s plan, a document without a disclosure attribute may not be issued, and one that is not to be disclosed, or on request only, is returned where no reason is given. Please mend what is ticked and deliver it again${by ? ` by ${by}` : ''}.`,
  docTitle: 'Title',
  docNumber: 'Document number',
  unnumbered: 'none yet',
  deliveredBy: 'Delivered by',
  reasons: 'Reasons',
  note: 'Note',
  contact: 'Handled by: ',
  cut: (number) => `cut here    ${number}    to be signed by the division and returned`,
  stub: 'Receipt of the Returned Document',
  noticeNumber: 'Notice',
  division: 'Division',
  returnedOn: 'Returned on',
  sign: 'Received',
  again: 'Delivered again on',
  plan: 'What was mended',
  signature: 'Signature:                    Date:                ',
};

const WORDS = { zh, en };
const TEXT: TextStyle = { face: 'song', size: 12 };
const LEADING = 21;
const STUB_TOP = mm(217);
/** Unit, day and seal between the text and the stub. */
const SENDER_ROOM = mm(38);

export async function printReturnSlip(fonts: FontSet, slip: ReturnSlip, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[slip.language];
  const paper = await openFormPaper(fonts, slip, `${words.title} ${slip.number}`, madeAt);
  drawReturnSlip(paper, slip);
  return paper.finish();
}

/** One sheet of a paper that may hold many. */
export function drawReturnSlip(paper: Paper, slip: ReturnSlip, isListed = false): void {
  const words = WORDS[slip.language];
  const sheet = paper.addSheet(A4_PORTRAIT);
  if (isListed) sheet.outline(`${slip.number} ${slip.division} ${slip.title}`, 0);
  const y = drawText(sheet, paper, slip);
  const day = formatDay(slip.returnedOn, slip.language);
  drawSender(
    sheet,
    paper,
    { ...slip, day },
    { centre: sheet.right - mm(33), y: y + mm(17), width: mm(66), style: TEXT },
  );
  sheet.text(words.contact + slip.issuedBy, sheet.left, y + mm(24), BODY);
  drawCutLine(sheet, paper, STUB_TOP, words.cut(slip.number));
  const centre = (sheet.left + sheet.right) / 2;
  sheet.tag('H2', () => sheet.text(words.stub, centre, STUB_TOP + mm(9), { face: 'hei', size: 13 }, 'center'));
  const place = { x: sheet.left, y: STUB_TOP + mm(13), width: sheet.width, bottom: sheet.bottom };
  drawForm(sheet, paper, stubRows(slip), place);
}

/** Title, opening, the document and its reasons, the demand; returns the y below them. */
function drawText(sheet: Sheet, paper: Paper, slip: ReturnSlip): number {
  const words = WORDS[slip.language];
  sheet.text(words.number + slip.number, sheet.right, sheet.top, BODY, 'right');
  drawTitle(sheet, words.title, (sheet.left + sheet.right) / 2, sheet.top + mm(14), FORM_TITLE[slip.language]);
  const by = slip.answerBy ? formatDay(slip.answerBy, slip.language) : '';
  const paragraph = (text: string, y: number) =>
    drawParagraph(sheet, paper, text, { x: sheet.left, y, width: sheet.width, style: TEXT, leading: LEADING });
  let y = paragraph(slip.division + words.colon, sheet.top + mm(22));
  y = paragraph(words.opening(slip.deliveredBy), y) + mm(3);
  const demand = words.demand(by);
  const demandHeight = paper.linesOf(demand, TEXT, sheet.width).length * LEADING;
  const bottom = STUB_TOP - SENDER_ROOM - demandHeight - mm(3);
  y = drawForm(sheet, paper, documentRows(slip), { x: sheet.left, y, width: sheet.width, bottom }) + mm(3);
  return paragraph(demand, y);
}

function documentRows({ language, title, docNumber, deliveredBy, reasons, note }: ReturnSlip): readonly FormRow[] {
  const words = WORDS[language];
  const ticked = RETURN_REASONS.map((reason) => {
    const box = reasons.includes(reason) ? '☑' : '☐';
    return `${box} ${say(language, `returnReason.${reason}`)}`;
  }).join('\n');
  return [
    { least: 11, cells: [label(words.docTitle, 18), value(title, 82)] },
    {
      least: 9,
      cells: [
        label(words.docNumber, 18),
        value(docNumber || words.unnumbered, 40),
        label(words.deliveredBy, 16),
        value(deliveredBy, 26),
      ],
    },
    { least: 52, cells: [label(words.reasons, 18), value(ticked, 82)] },
    { least: 16, cells: [label(words.note, 18), value(note, 82)] },
  ];
}

/** What the office needs to put the stub to the return it belongs to, and what the division fills in. */
function stubRows({ language, division, number, title, returnedOn }: ReturnSlip): readonly FormRow[] {
  const words = WORDS[language];
  return [
    {
      least: 8,
      cells: [
        label(words.noticeNumber, 18),
        value(number, 34),
        label(words.returnedOn, 16),
        value(formatDay(returnedOn, language), 32),
      ],
    },
    { least: 9, cells: [label(words.docTitle, 18), value(title, 82)] },
    { least: 10, cells: [label(words.plan, 18), value('', 34), label(words.again, 16), value('', 32)] },
    {
      least: 12,
      cells: [
        label(words.division, 18),
        value(division, 24),
        label(words.sign, 14),
        value('', 44, { foot: words.signature }),
      ],
    },
  ];
}
