/** Each register with a few rows as the engine would hand them over: part deliveries, gaps, voids, long titles. */

import { toDay } from '../../electron/domain/day.ts';
import { seriesTotals } from '../../electron/domain/numberSeries.ts';
import type { PaperLanguage } from '../../electron/print/page.ts';
import type { RegisterDefinition, RegisterSheet } from '../../electron/print/register.ts';
import { COPIES_REGISTER, type CopiesRow } from '../../electron/print/registers/copies.ts';
import { NOT_DISCLOSED_REGISTER, type NotDisclosedRow } from '../../electron/print/registers/notDisclosed.ts';
import { ON_REQUEST_REGISTER, type OnRequestRow } from '../../electron/print/registers/onRequest.ts';
import { REVIEW_SUMMARY, type ReviewSummaryRow } from '../../electron/print/registers/reviewSummary.ts';
import { closingStatement, SERIES_REGISTER, type SeriesRow } from '../../electron/print/registers/series.ts';
import { TRANSFER_LIST, type TransferRow } from '../../electron/print/registers/transfer.ts';

const PLAN = '关于印发《辽宁省市场监督管理局2019年政务公开工作实施方案》的通知';
const TRIAL = '关于印发“证照分离”改革全覆盖试点工作方案的通知';
const SAMPLING = '辽宁省市场监督管理局关于2019年第三季度食品安全监督抽检情况的通告';

const COPIES: readonly CopiesRow[] = [
  {
    ...{ docNumber: '辽市监发〔2019〕62号', title: PLAN, division: '办公室', deliveredOn: toDay('2019-08-02') },
    ...{ deliveredBy: '马𠮷', copiesRequired: 7, copies: 5, copiesSoFar: 5, missing: 2 },
    ...{ completedOn: toDay('2019-08-06'), isWaived: false, receivedBy: '李𬭚', whereabouts: '柜二', remark: '' },
  },
  {
    ...{ docNumber: '辽市监发〔2019〕62号', title: PLAN, division: '办公室', deliveredOn: toDay('2019-08-06') },
    ...{ deliveredBy: '马𠮷', copiesRequired: 7, copies: 2, copiesSoFar: 7, missing: 0, completedOn: null },
    ...{ isWaived: false, receivedBy: '李𬭚', whereabouts: '移交国家档案馆 1 份；移交公共图书馆 1 份；存柜二 5 份' },
    remark: '',
  },
  {
    ...{ docNumber: '辽市监发〔2019〕79号', title: TRIAL, division: '登记注册处', deliveredOn: toDay('2019-08-21') },
    ...{ deliveredBy: '周犇', copiesRequired: 7, copies: 5, copiesSoFar: 5, missing: 2, completedOn: null },
    ...{ isWaived: false, receivedBy: '王䶮', whereabouts: '存办公室 5 份', remark: '余份待印' },
  },
];

const documents = {
  office: { docNumber: '辽市监函〔2019〕131号', docType: '函', division: '质量监督处', signer: '严𰻝' },
  unnumbered: { docNumber: '', docType: '纪要', division: '办公室', signer: '严𰻝' },
} as const;

const NOT_DISCLOSED: readonly NotDisclosedRow[] = [
  {
    ...documents.office,
    ...{ title: '关于商请提供特种设备事故调查案卷材料的函', signedOn: toDay('2019-08-12') },
    basis: '条例第十六条第二款\n行政执法案卷信息',
    force: '可以不予公开',
    reason: '涉及正在办理的行政执法案件，公开可能影响案件查处。',
    decidedOn: toDay('2019-08-12'),
    remark: '',
  },
  {
    ...documents.unnumbered,
    ...{ title: '第十八次局长办公会议纪要', signedOn: toDay('2019-09-03') },
    basis: '条例第十六条第二款\n过程性信息：讨论记录',
    force: '可以不予公开',
    reason: '属于内部讨论过程的记录，议定事项另行发文公开。',
    decidedOn: toDay('2019-09-02'),
    remark: '',
  },
];

const ON_REQUEST: readonly OnRequestRow[] = [
  {
    ...documents.office,
    ...{ title: '关于同意某企业延期整改的批复', docType: '批复', signedOn: toDay('2019-08-15') },
    reason: '条例第十三条：涉及特定公民、法人或者其他组织；仅涉及申请企业，不具有普遍适用性。',
    decidedOn: toDay('2019-08-15'),
    copiesReceived: 7,
    copiesRequired: 7,
    remark: '',
  },
];

const none = { disclose: 0, disclosePart: 0, withhold: 0, referred: 0, returned: 0, open: 0, workingDays: 0 };
const REVIEWS: readonly ReviewSummaryRow[] = [
  { division: '办公室', begun: 6, ...none, disclose: 4, disclosePart: 1, open: 1, workingDays: 11 },
  { division: '登记注册处', begun: 3, ...none, disclose: 1, returned: 1, open: 1, workingDays: 4 },
  { division: '食品安全监督管理处', begun: 0, ...none },
  { division: '质量监督处', begun: 2, ...none, withhold: 1, referred: 1, workingDays: 7 },
];

const TRANSFERRED: readonly TransferRow[] = [
  {
    ...{ docNumber: '辽市监发〔2019〕62号', title: PLAN, docType: '通知', division: '办公室' },
    ...{ writtenOn: toDay('2019-08-01'), postedOn: toDay('2019-08-12'), channel: '门户网站', copies: 1, pages: 14 },
    remark: '',
  },
  {
    ...{ docNumber: '', title: SAMPLING, docType: '通告', division: '食品抽检处' },
    ...{ writtenOn: toDay('2019-08-22'), postedOn: toDay('2019-08-27'), channel: '门户网站', copies: 1, pages: null },
    remark: '附件另附光盘',
  },
];

const numbered = (from: number, to = from) => ({ from, to });
const noDocument = { docNumber: '', title: '', docType: '', division: '', signer: '', signedOn: null, attribute: '' };
const SERIES: readonly SeriesRow[] = [
  {
    ...{ state: 'registered', ...numbered(1), docNumber: '辽市监发〔2019〕1号', title: PLAN, docType: '通知' },
    ...{ division: '办公室', signer: '严𰻝', signedOn: toDay('2019-01-08'), attribute: '主动公开', remark: '' },
  },
  {
    ...{ state: 'void', ...numbered(2), docNumber: '辽市监发〔2019〕2号', title: TRIAL, docType: '通知' },
    ...{ division: '登记注册处', signer: '严𰻝', signedOn: toDay('2019-01-10'), attribute: '主动公开' },
    remark: '作废：重复登记，以第4号为准',
  },
  { state: 'gap', ...numbered(3), ...noDocument, remark: '' },
  {
    ...{ state: 'duplicate', ...numbered(4), docNumber: '辽市监发〔2019〕4号', title: TRIAL, docType: '通知' },
    ...{ division: '登记注册处', signer: '严𰻝', signedOn: toDay('2019-01-15'), attribute: '主动公开', remark: '' },
  },
  {
    ...{ state: 'duplicate', ...numbered(4), docNumber: '辽市监发〔2019〕4号', title: SAMPLING, docType: '通告' },
    ...{ division: '食品抽检处', signer: '严𰻝', signedOn: toDay('2019-01-15'), attribute: '主动公开', remark: '' },
  },
  { state: 'gap', ...numbered(5, 11), ...noDocument, remark: '' },
  {
    ...{ state: 'registered', ...numbered(12), docNumber: '辽市监发〔2019〕12号', title: '关于夏季值班的通知' },
    ...{ docType: '通知', division: '办公室', signer: '严𰻝', signedOn: toDay('2019-07-02'), attribute: '依申请公开' },
    remark: '',
  },
];

function sheet<Row>(
  definition: RegisterDefinition<Row>,
  rows: readonly Row[],
  special: Partial<RegisterSheet<Row>> = {},
): RegisterSheet<Row> {
  return {
    ...{ definition, rows, language: 'zh', bureau: '辽宁省市场监督管理局', unit: '办公室', period: '2019年8月' },
    ...{ filledOn: toDay('2019-09-30'), statement: '', recipient: null },
    foot: {
      ...{ ledgerNumber: 'DJ-2019-0007', printCount: 1, printedBy: '王䶮', printedAt: '2019-09-30 16:20', filter: '' },
      code: 'DJ-2019-0007 9F3C71A2E04B88D1 5A2B00FF17E4',
      ...{ calendarVersion: '2019.2', headSeq: 1284 },
      headHash: '9f3c71a2e04b88d1bb20f1c4e5d6a7980123456789abcdef0123456789abcdef',
    },
    ...special,
  };
}

const totals = seriesTotals(
  SERIES.flatMap(({ state, from }) => (state === 'gap' ? [] : [{ seq: from, isVoided: state === 'void' }])),
);

/** With all their rows, or as nil returns. */
export const REGISTER_SHEETS = {
  copies: (language: PaperLanguage, isNil = false) => sheet(COPIES_REGISTER, isNil ? [] : COPIES, { language }),
  notDisclosed: (language: PaperLanguage, isNil = false) =>
    sheet(NOT_DISCLOSED_REGISTER, isNil ? [] : NOT_DISCLOSED, { language }),
  onRequest: (language: PaperLanguage, isNil = false) =>
    sheet(ON_REQUEST_REGISTER, isNil ? [] : ON_REQUEST, { language }),
  reviewSummary: (language: PaperLanguage, isNil = false) => sheet(REVIEW_SUMMARY, isNil ? [] : REVIEWS, { language }),
  transfer: (language: PaperLanguage, isNil = false) =>
    sheet(TRANSFER_LIST, isNil ? [] : TRANSFERRED, { language, recipient: '辽宁省档案馆' }),
  series: (language: PaperLanguage, isNil = false) =>
    sheet(SERIES_REGISTER, isNil ? [] : SERIES, {
      language,
      period: '辽市监发〔2019〕',
      statement: closingStatement('辽市监发〔2019〕', isNil ? seriesTotals([]) : totals, {
        language,
        isClosed: true,
        on: language === 'zh' ? '2019年12月31日' : '31 December 2019',
      }),
    }),
} as const;
