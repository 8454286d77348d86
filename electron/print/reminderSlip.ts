/** The reminder (催办通知单): one sheet for the division with a stub to return, one that the Office keeps. */

import type { ChaseDegree } from '../domain/chasing.ts';
import { type Day, formatDay } from '../domain/day.ts';
import type { SubjectKind } from '../domain/duties.ts';
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
  LABEL,
  label,
  openFormPaper,
  value,
} from './form.ts';
import type { Paper, PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet, type TextStyle } from './sheet.ts';

export type ReminderSlip = {
  readonly language: PaperLanguage;
  readonly number: string;
  readonly degree: ChaseDegree;
  readonly bureau: string;
  readonly unit: string;
  /** The division addressed. */
  readonly division: string;
  readonly title: string;
  readonly docNumber: string;
  /** What the reminder is about; a document names its signing and attribute, anything else what began its period. */
  readonly kind: SubjectKind;
  readonly signedOn: Day;
  readonly attribute: string;
  /** In words, such as 收到申请之日. */
  readonly trigger: string;
  /** What is owed, in words, such as 上网公开. */
  readonly duty: string;
  /** The duty is to post; anything else is named as what has to be completed. */
  readonly isPosting: boolean;
  /** Source of the duty in words. */
  readonly article: string;
  readonly dueOn: Day;
  readonly isProvisional: boolean;
  /** Negative by the working days since the due day. */
  readonly workingDaysLeft: number;
  readonly isOverdue: boolean;
  /** Where the document stands, in words, such as 待处室负责人审查; may be empty. */
  readonly standing: string;
  readonly answerBy: Day | null;
  readonly issuedOn: Day;
  readonly contact: string;
  /** 抄送, such as the leader in charge; empty for none. */
  readonly copyTo: string;
};

const zh = {
  titles: { notice: '政务公开提醒通知单', urging: '政务公开催办通知单', supervision: '政务公开逾期督办通知单' },
  number: '编号：',
  first: '第一联（送承办处室）',
  second: '第二联（办公室留存）',
  colon: '：',
  matter: (slip: ReminderSlip, on: string) =>
    `　　你处（室）承办的${slip.kind === 'request' ? '政府信息公开申请' : '事项'}“${slip.title}”${slip.docNumber ? `（${slip.docNumber}）` : ''}，自${slip.trigger}${on}起计算期限。`,
  subject: (slip: ReminderSlip, on: string) =>
    `　　你处（室）起草的《${bare(slip.title)}》${slip.docNumber ? `（${slip.docNumber}）` : ''}，${on}签发，公开属性为${slip.attribute}。`,
  duty: (slip: ReminderSlip, on: string) =>
    `　　依据${slip.article}，应于${on}前${slip.isPosting ? slip.duty : `完成“${slip.duty}”`}${slip.isProvisional ? '（该日期为暂定，放假安排公布后以更新日期为准）' : ''}。`,
  left: (days: number) => (days === 0 ? '今日到期' : `尚余 ${days} 个工作日`),
  overdue: (days: number) => `已逾期 ${days} 个工作日`,
  state: (state: string, standing: string) => `　　目前${state}${standing ? `，办理状态为“${standing}”` : ''}。`,
  demand: (by: string, isPosting: boolean) =>
    `　　请抓紧办理，${isPosting ? '公开后将网址和发布日期报办公室；不能公开的，请书面说明理由和依据' : '并将办理结果报办公室；不能按期办结的，请书面说明理由和依据'}。${by ? `请于${by}前将下方回执交回。` : '请将下方回执交回。'}`,
  contact: '联系人及电话：',
  copyTo: '抄送：',
  cut: (number: string) => `沿此线裁开　　${number}　　回执由承办处室填写后交回办公室`,
  answer: '办理回执',
  fields: {
    division: '承办处室',
    dueOn: '应办结日期',
    done: '办理情况',
    expectedOn: '预计办结日期',
    url: '公开网址',
    reason: '不能按期公开的\n理由和依据',
    sign: '处室负责人',
  },
  signature: '签字：　　　　　　　　　　　年　　月　　日',
  delivery: '送达记录',
  deliveryFields: { at: '送达时间', way: '送达方式', by: '送达人', signed: '签收人', answer: '答复摘要' },
  ways: '☐当面　☐电话　☐发函　☐内网',
};

const en: typeof zh = {
  titles: { notice: 'Disclosure Reminder', urging: 'Disclosure: Second Reminder', supervision: 'Disclosure Overdue' },
  number: 'No. ',
  first: 'Sheet 1, for the division',
  second: 'Sheet 2, kept by the General Office',
  colon: ':',
  matter: (slip, on) =>
    `${slip.kind === 'request' ? 'The request for information' : 'The matter'} “${slip.title}”${slip.docNumber ? ` (${slip.docNumber})` : ''} is with your division; its period runs from ${on} (${slip.trigger}).`,
  subject: (slip, on) =>
    `“${slip.title}”${slip.docNumber ? ` (${slip.docNumber})` : ''}, drafted by your division, was signed on ${on}. Its disclosure attribute is: ${slip.attribute}.`,
  duty: (slip, on) =>
    `Under ${slip.article} it has to be done by ${on}: ${slip.duty}.${slip.isProvisional ? ' The date is provisional until the holiday notice is published.' : ''}`,
  left: (days) => (days === 0 ? 'it is due today' : `${days} working ${days === 1 ? 'day is' : 'days are'} left`),
  overdue: (days) => `it is ${days} working ${days === 1 ? 'day' : 'days'} overdue`,
  state: (state, standing) => `At present ${state}${standing ? `; state: ${standing}` : ''}.`,
  demand: (by, isPosting) =>
    `Please see to it and report ${isPosting ? 'address and date of posting' : 'the result'} to the General Office; where it cannot be ${isPosting ? 'disclosed' : 'done in time'}, please give reason and basis in writing.${by ? ` Please return the stub below by ${by}.` : ' Please return the stub below.'}`,
  contact: 'Contact: ',
  copyTo: 'Copy to: ',
  cut: (number) => `cut here    ${number}    to be filled in by the division and returned`,
  answer: 'Answer',
  fields: {
    division: 'Division',
    dueOn: 'Due on',
    done: 'What was done',
    expectedOn: 'Expected on',
    url: 'Address',
    reason: 'Reason and basis\nif not in time',
    sign: 'Division head',
  },
  signature: 'Signature:                                  Date:                    ',
  delivery: 'Record of delivery',
  deliveryFields: {
    at: 'Delivered at',
    way: 'By',
    by: 'Delivered by',
    signed: 'Received by',
    answer: 'Answer in brief',
  },
  ways: '☐ hand　☐ telephone　☐ letter　☐ intranet',
};

const WORDS = { zh, en };
const TEXT: TextStyle = { face: 'song', size: 12 };
const STUB_TOP = mm(194);
const LEADING = 1.83;
/** Unit, day and seal between the text and the stub. */
const SENDER_ROOM = mm(42);
const SMALLEST = 4.5;

/** Titles that carry their own 《》 are not put into another pair. */
function bare(title: string): string {
  return /^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title;
}

export async function printReminderSlip(fonts: FontSet, slip: ReminderSlip, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[slip.language];
  const paper = await openFormPaper(fonts, slip, `${words.titles[slip.degree]} ${slip.number}`, madeAt);
  drawReminderSlip(paper, slip);
  return paper.finish();
}

/** Both sheets of a paper that may hold many; then each reminder stands in the outline. */
export function drawReminderSlip(paper: Paper, slip: ReminderSlip, isListed = false): void {
  const words = WORDS[slip.language];
  const first = paper.addSheet(A4_PORTRAIT);
  if (isListed) first.outline(`${slip.number} ${slip.division} ${slip.title}`, 0);
  drawNotice(first, paper, slip, words.first);
  drawCutLine(first, paper, STUB_TOP, words.cut(slip.number));
  drawPart(first, paper, words.answer, answerRows(slip));
  const second = paper.addSheet(A4_PORTRAIT);
  drawNotice(second, paper, slip, words.second);
  drawPart(second, paper, words.delivery, deliveryRows(slip));
}

function drawNotice(sheet: Sheet, paper: Paper, slip: ReminderSlip, heading: string): void {
  const words = WORDS[slip.language];
  const centre = (sheet.left + sheet.right) / 2;
  sheet.text(heading, sheet.left, sheet.top, LABEL);
  sheet.text(words.number + slip.number, sheet.right, sheet.top, BODY, 'right');
  drawTitle(sheet, words.titles[slip.degree], centre, sheet.top + mm(14), FORM_TITLE[slip.language]);
  const date = (day: Day) => formatDay(day, slip.language);
  const { isOverdue, workingDaysLeft: left } = slip;
  const state = isOverdue ? words.overdue(Math.abs(left)) : words.left(left);
  const paragraphs = [
    `${slip.division}${words.colon}`,
    slip.kind === 'document' ? words.subject(slip, date(slip.signedOn)) : words.matter(slip, date(slip.signedOn)),
    words.duty(slip, date(slip.dueOn)),
    words.state(state, slip.standing),
    words.demand(slip.answerBy ? date(slip.answerBy) : '', slip.isPosting),
  ];
  const top = sheet.top + mm(24);
  let size = TEXT.size;
  const countLines = () =>
    paragraphs.reduce((sum, text) => sum + paper.linesOf(text, { ...TEXT, size }, sheet.width).length, 0);
  while (size > SMALLEST && top + countLines() * size * LEADING > STUB_TOP - SENDER_ROOM) size -= 0.5;
  const style = { ...TEXT, size };
  const y = paragraphs.reduce(
    (below, text) =>
      drawParagraph(sheet, paper, text, {
        x: sheet.left,
        y: below,
        width: sheet.width,
        style,
        leading: size * LEADING,
      }),
    top,
  );
  drawEnd(sheet, paper, slip, y);
}

/** Unit and day on the right amid room for the seal; contact and copies on the left. */
function drawEnd(sheet: Sheet, paper: Paper, slip: ReminderSlip, y: number): void {
  const words = WORDS[slip.language];
  const sender = { ...slip, day: formatDay(slip.issuedOn, slip.language) };
  drawSender(sheet, paper, sender, { centre: sheet.right - mm(28), y: y + mm(20), width: mm(56), style: TEXT });
  sheet.text(words.contact + slip.contact, sheet.left, y + mm(26), BODY);
  if (slip.copyTo) sheet.text(words.copyTo + slip.copyTo, sheet.left, y + mm(32), BODY);
}

function drawPart(sheet: Sheet, paper: Paper, title: string, rows: readonly FormRow[]): void {
  sheet.text(title, (sheet.left + sheet.right) / 2, STUB_TOP + mm(9), { face: 'hei', size: 13 }, 'center');
  const place = { x: sheet.left, y: STUB_TOP + mm(13), width: sheet.width, bottom: sheet.bottom };
  drawForm(sheet, paper, rows, place);
}

function answerRows({ language, division, number, dueOn }: ReminderSlip): readonly FormRow[] {
  const { fields, signature, ...words } = WORDS[language];
  const due = formatDay(dueOn, language);
  return [
    {
      least: 8,
      cells: [
        label(fields.division, 20),
        value(`${division}　${words.number}${number}`, 45),
        label(fields.dueOn, 15),
        value(due, 20),
      ],
    },
    { least: 14, cells: [label(fields.done, 20), value('', 80)] },
    { least: 9, cells: [label(fields.expectedOn, 20), value('', 25), label(fields.url, 15), value('', 40)] },
    { least: 16, cells: [label(fields.reason, 20), value('', 80)] },
    { least: 14, cells: [label(fields.sign, 20), value('', 80, { foot: signature })] },
  ];
}

function deliveryRows({ language }: ReminderSlip): readonly FormRow[] {
  const { deliveryFields: fields, ways } = WORDS[language];
  return [
    { least: 10, cells: [label(fields.at, 18), value('', 27), label(fields.by, 15), value('', 40)] },
    { least: 10, cells: [label(fields.way, 18), value(ways, 82)] },
    { least: 10, cells: [label(fields.signed, 18), value('', 82)] },
    { least: 26, cells: [label(fields.answer, 18), value('', 82)] },
  ];
}
