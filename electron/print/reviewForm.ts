/** The confidentiality review form (保密审查表): one A4 page from the real steps, with room to sign what is open. */

import { type Day, formatDay } from '../domain/day.ts';
import {
  REVIEW_STEPS,
  type ReviewConclusion,
  type ReviewOutcome,
  type ReviewStepName,
  SECRECY_TICKS,
  type SecrecyTicks,
  STEP_OUTCOMES,
} from '../domain/review.ts';
import { say } from '../domain/wording/say.ts';
import type { FontSet } from './fonts.ts';
import { BODY, drawForm, drawTitle, FORM_TITLE, type FormRow, fitsForm, LABEL, label, NOTE, value } from './form.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet } from './sheet.ts';

/** One step as signed; absent steps print empty boxes to be signed by hand. */
export type ReviewFormStep = {
  readonly step: ReviewStepName;
  readonly outcome: ReviewOutcome;
  readonly opinion: string;
  readonly signerName: string;
  /** Name of the person signed for; empty where the signer signs in person. */
  readonly onBehalfOf: string;
  readonly signedOn: Day;
};

export type ReviewForm = {
  readonly language: PaperLanguage;
  readonly number: string;
  readonly bureau: string;
  readonly filledOn: Day;
  readonly title: string;
  readonly docNumber: string;
  readonly division: string;
  readonly drafter: string;
  readonly docType: string;
  /** 拟公开方式 in words. */
  readonly channel: string;
  readonly attribute: string;
  readonly basis: string;
  /** Number of the text's version under review. */
  readonly revision: number;
  /** SHA-256 over the bound content, hexadecimal. */
  readonly contentHash: string;
  readonly ticks: SecrecyTicks;
  /** The steps demanded, in signing order. */
  readonly stepsRequired: readonly ReviewStepName[];
  readonly steps: readonly ReviewFormStep[];
  /** null while the review is open. */
  readonly conclusion: ReviewConclusion | null;
  /** In words, such as 审查已失效，待重新审查; empty where the review is in order. */
  readonly lapse: string;
  readonly remark: string;
  readonly printedBy: string;
  readonly printedAt: string;
};

const zh = {
  title: '政府信息公开保密审查表',
  number: '编号：',
  filledOn: '填表日期：',
  docTitle: '信息名称',
  docNumber: '发文字号',
  docType: '文种',
  division: '起草处室',
  drafter: '拟稿人',
  attribute: '公开属性',
  channel: '拟公开方式',
  basis: '认定依据及理由',
  version: '审查版本',
  revision: (revision: number, hash: string) => `第 ${revision} 版　内容校验码 ${hash}`,
  ticks: '起草人自查\n是否涉及',
  yes: '是',
  no: '否',
  open: '（待填）',
  sign: '签字：　　　　　　　　　　　年　　月　　日',
  signed: (name: string, on: string) => `签字：${name}　　${on}`,
  proxy: (name: string, signer: string) => `${name}（${signer} 代）`,
  conclusion: '审查结论',
  pending: '（审查未完成）',
  remark: '备注',
  more: '……（全文见附页）',
  annex: '附页',
  rule: '本表一事一审，内容变更须重新审查。',
  colon: '：',
  /** Keeps a box and its words on one line. */
  space: '',
  printed: (by: string, at: string) => `打印人 ${by}　${at}`,
};

const en: typeof zh = {
  title: 'Confidentiality Review before Disclosure',
  number: 'No. ',
  filledOn: 'Filled on: ',
  docTitle: 'Title',
  docNumber: 'Document number',
  docType: 'Type',
  division: 'Drafting division',
  drafter: 'Drafter',
  attribute: 'Disclosure',
  channel: 'Channel',
  basis: 'Basis and reason',
  version: 'Version reviewed',
  revision: (revision, hash) => `no. ${revision}, content check code ${hash}`,
  ticks: 'Self-check:\ndoes it touch',
  yes: 'yes',
  no: 'no',
  open: '(open)',
  sign: 'Signature:                                  Date:                    ',
  signed: (name, on) => `Signature: ${name}, ${on}`,
  proxy: (name, signer) => `${name} (by ${signer})`,
  conclusion: 'Conclusion',
  pending: '(review not completed)',
  remark: 'Remarks',
  more: '… (in full on the annex)',
  annex: ': Annex',
  rule: 'One form, one matter, one review; any change of the content demands a new review.',
  colon: ': ',
  space: '\u00a0',
  printed: (by, at) => `printed by ${by}, ${at}`,
};

const WORDS = { zh, en };
const STEP_HEIGHT = 33;
/** Below this size of type the form is cut and an annex follows. */
const READABLE = 7;
const LONGEST_TEXT = 260;
const ANNEX_LEADING = 16;

export async function printReviewForm(fonts: FontSet, form: ReviewForm, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[form.language];
  const paper = await openPaper(fonts, {
    title: `${words.title} ${form.number}`,
    subject: form.title,
    author: form.bureau,
    language: form.language,
    madeAt,
  });
  drawReviewForm(paper, form);
  return paper.finish();
}

/** One form of a paper that may hold many; then each stands in the outline. */
export function drawReviewForm(paper: Paper, form: ReviewForm, isListed = false): void {
  const words = WORDS[form.language];
  const sheet = paper.addSheet(A4_PORTRAIT);
  if (isListed) sheet.outline(`${form.docNumber} ${form.title}`.trim(), 0);
  const centre = (sheet.left + sheet.right) / 2;
  sheet.text(words.number + form.number, sheet.right, sheet.top, BODY, 'right');
  drawTitle(sheet, words.title, centre, sheet.top + mm(11), FORM_TITLE[form.language]);
  sheet.text(form.bureau, sheet.left, sheet.top + mm(20), BODY);
  sheet.text(words.filledOn + formatDay(form.filledOn, form.language), sheet.right, sheet.top + mm(20), BODY, 'right');
  const place = { x: sheet.left, y: sheet.top + mm(23), width: sheet.width, bottom: sheet.bottom - mm(9) };
  const isWhole = fitsForm(paper, reviewRows(form), place, READABLE);
  const y = drawForm(sheet, paper, reviewRows(isWhole ? form : shortened(form)), place);
  sheet.text(words.rule, sheet.left, y + 15, BODY);
  sheet.text(words.printed(form.printedBy, form.printedAt), sheet.right, sheet.bottom, NOTE, 'right');
  if (!isWhole) drawAnnex(paper, form);
}

/** The form with its longest texts cut; they stand in full on the annex. */
function shortened(form: ReviewForm): ReviewForm {
  const { more } = WORDS[form.language];
  const cut = (text: string) =>
    text.length > LONGEST_TEXT ? `${[...text].slice(0, LONGEST_TEXT).join('')}${more}` : text;
  return {
    ...form,
    title: cut(form.title),
    basis: cut(form.basis),
    remark: cut(form.remark),
    steps: form.steps.map((step) => ({ ...step, opinion: cut(step.opinion) })),
  };
}

/** 附页: every long text in full, over as many sheets as it takes. */
function drawAnnex(paper: Paper, form: ReviewForm): void {
  const words = WORDS[form.language];
  const texts = [
    [words.docTitle, form.title],
    [words.basis, form.basis],
    ...form.steps.map(({ step, opinion }) => [say(form.language, `step.${step}`), opinion]),
    [words.remark, form.remark],
  ].filter(([, text = '']) => text.length > LONGEST_TEXT);
  let sheet: Sheet | undefined;
  let y = 0;
  for (const line of texts.flatMap(([name = '', text = '']) => [
    { text: name, style: LABEL },
    ...paper.linesOf(text, BODY, annexWidth()).map((each) => ({ text: each, style: BODY })),
  ])) {
    if (!sheet || y > sheet.bottom) {
      sheet = paper.addSheet(A4_PORTRAIT);
      sheet.text(`${words.title}${words.annex}`, sheet.left, sheet.top, LABEL);
      sheet.text(words.number + form.number, sheet.right, sheet.top, BODY, 'right');
      y = sheet.top + mm(10);
    }
    sheet.text(line.text, sheet.left, y, line.style);
    y += ANNEX_LEADING;
  }
}

function annexWidth(): number {
  const { width, margin } = A4_PORTRAIT;
  return mm(width - margin.left - margin.right);
}

function reviewRows(form: ReviewForm): readonly FormRow[] {
  const words = WORDS[form.language];
  const least = 8.5;
  const pair = (first: string, firstText: string, second: string, secondText: string): FormRow => ({
    least,
    cells: [label(first, 17), value(firstText, 33), label(second, 17), value(secondText, 33)],
  });
  const wide = (name: string, text: string, height = least): FormRow => ({
    least: height,
    cells: [label(name, 17), value(text, 83)],
  });
  const code = (
    form.contentHash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(' ');
  return [
    wide(words.docTitle, form.title, 11),
    pair(words.docNumber, form.docNumber, words.docType, form.docType),
    pair(words.division, form.division, words.drafter, form.drafter),
    pair(words.attribute, form.attribute, words.channel, form.channel),
    wide(words.basis, form.basis),
    wide(words.version, words.revision(form.revision, code)),
    wide(words.ticks, ticksInWords(form), 12),
    ...REVIEW_STEPS.filter((step) => form.stepsRequired.includes(step)).map((step) => stepRow(form, step)),
    wide(words.conclusion, conclusionInWords(form), 10),
    wide(words.remark, form.remark, 10),
  ];
}

function tickBox(isTicked: boolean): string {
  return isTicked ? '☑' : '☐';
}

function ticksInWords({ language, ticks }: ReviewForm): string {
  const words = WORDS[language];
  const items = SECRECY_TICKS.map((tick) => {
    const answer = ticks[tick];
    const boxes = `${tickBox(answer === true)}${words.space}${words.yes}　${tickBox(answer === false)}${words.space}${words.no}`;
    return `${say(language, `tick.${tick}`)}${words.colon}${boxes}`;
  });
  const inLine = language === 'zh' ? 3 : 2;
  return [items.slice(0, inLine), items.slice(inLine, 2 * inLine), items.slice(2 * inLine)]
    .filter((line) => line.length > 0)
    .map((line) => line.join('　　'))
    .join('\n');
}

function stepRow(form: ReviewForm, step: ReviewStepName): FormRow {
  const words = WORDS[form.language];
  const signed = form.steps.findLast((each) => each.step === step);
  const choices = STEP_OUTCOMES[step]
    .map((outcome) => {
      const name = say(form.language, `outcome.${outcome}`).replaceAll(' ', words.space);
      return `${tickBox(signed?.outcome === outcome)}${words.space}${name}`;
    })
    .join('　');
  const signer = signed?.onBehalfOf ? words.proxy(signed.onBehalfOf, signed.signerName) : signed?.signerName;
  const foot = signed && signer ? words.signed(signer, formatDay(signed.signedOn, form.language)) : words.sign;
  return {
    least: STEP_HEIGHT,
    cells: [label(say(form.language, `step.${step}`), 17), value(`${choices}\n${signed?.opinion ?? ''}`, 83, { foot })],
  };
}

function conclusionInWords({ language, conclusion, lapse }: ReviewForm): string {
  const words = WORDS[language];
  const said = conclusion === null ? words.pending : say(language, `conclusion.${conclusion}`);
  return lapse ? `${said}　${lapse}` : said;
}
