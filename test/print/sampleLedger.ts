/** A quarter's ledger as a General Office would print it, and the same rows repeated to any length. */

import { type Day, toDay } from '../../electron/domain/day.ts';
import type { LedgerRow, LedgerSheet } from '../../electron/print/ledgerSheet.ts';

export const MADE_AT = '2019-09-30T08:20:00.000Z';

const day = (text: string): Day | null => (text === '' ? null : toDay(text));

type Short = readonly [
  docNumber: string,
  title: string,
  division: string,
  signedOn: string,
  attribute: string,
  copies: number,
  review: string,
  reviewedOn: string,
  dueOn: string,
  postedOn: string,
  overdue: number,
];

const SHORT: readonly Short[] = [
  [
    '辽市监发〔2019〕62号',
    '关于印发《辽宁省市场监督管理局2019年政务公开工作实施方案》的通知',
    '办公室',
    '2019-08-01',
    '主动公开',
    7,
    '同意',
    '2019-08-05',
    '2019-08-29',
    '2019-08-12',
    0,
  ],
  [
    '辽市监发〔2019〕79号',
    '关于印发“证照分离”改革全覆盖试点工作方案的通知',
    '登记注册处',
    '2019-08-20',
    '主动公开',
    5,
    '审查中',
    '',
    '2019-09-18',
    '',
    9,
  ],
  [
    '辽市监发〔2019〕86号',
    '辽宁省市场监督管理局关于2019年第三季度食品安全监督抽检情况的通告',
    '食品抽检处',
    '2019-08-22',
    '主动公开',
    7,
    '同意',
    '2019-08-27',
    '2019-09-20',
    '2019-09-25',
    3,
  ],
  [
    '辽市监函〔2019〕133号',
    '关于商请提供特种设备事故调查材料的函',
    '特种设备处',
    '2019-08-23',
    '不予公开',
    7,
    '不公开',
    '2019-08-29',
    '',
    '',
    0,
  ],
  [
    '辽市监发〔2019〕88号',
    '关于开展儿童用品质量安全专项整治的通知',
    '质量监督处',
    '2019-08-26',
    '主动公开',
    7,
    '同意',
    '2019-09-23',
    '2019-09-24',
    '2019-09-24',
    0,
  ],
  [
    '辽市监办发〔2019〕33号',
    '关于电梯维护保养单位信用评价结果的公告',
    '特种设备处',
    '2019-09-02',
    '主动公开',
    7,
    '同意',
    '2019-09-26',
    '2019-09-30',
    '2019-09-27',
    0,
  ],
  [
    '辽市监函〔2019〕141号',
    '关于做好国庆节期间食品安全监管工作的通知',
    '食品抽检处',
    '2019-09-06',
    '依申请公开',
    7,
    '同意',
    '2019-09-20',
    '',
    '',
    0,
  ],
  [
    '辽市监发〔2019〕91号',
    '辽宁省产品质量监督抽查管理办法',
    '质量监督处',
    '2019-09-20',
    '主动公开',
    7,
    '同意',
    '2019-09-26',
    '2019-10-25',
    '2019-09-27',
    0,
  ],
];

export const SAMPLE_ROWS: readonly LedgerRow[] = SHORT.map(
  ([docNumber, title, division, signedOn, attribute, copies, review, reviewedOn, dueOn, postedOn, overdue], index) => ({
    docNumber,
    title,
    docType: title.endsWith('办法') ? '办法' : title.slice(-2).replace('的函', '函'),
    isNormative: title.endsWith('办法'),
    division,
    signer: ['王䶮', '李𬭚', '马𠮷'][index % 3] ?? '',
    signedOn: day(signedOn),
    writtenOn: day(signedOn),
    attribute,
    basis: attribute === '主动公开' ? '条例第二十条' : '条例第十六条第二款：行政执法案卷信息',
    review,
    reviewedOn: day(reviewedOn),
    copiesReceived: copies,
    copiesRequired: 7,
    filedOn: day(signedOn),
    dueOn: day(dueOn),
    isProvisional: false,
    postedOn: day(postedOn),
    channel: postedOn === '' ? '' : '省局门户网站',
    url: postedOn === '' ? '' : `http://scjg.ln.gov.cn/zwgk/2019/t${index + 1}_3712486.html`,
    interpretation: title.endsWith('办法') ? '已解读' : '',
    interpretedOn: title.endsWith('办法') ? day(postedOn) : null,
    overdueWorkingDays: overdue,
    overdueReason: overdue > 0 ? '等待复审意见' : '',
    handler: '周犇',
    remark: copies < 7 ? `缺${7 - copies}份` : '',
  }),
);

export const SAMPLE_SHEET: LedgerSheet = {
  bureau: '辽宁省市场监督管理局',
  unit: '办公室',
  period: '2019年第三季度',
  filledOn: toDay('2019-09-30'),
  preset: 'brief',
  language: 'zh',
  rows: SAMPLE_ROWS,
  totals: {
    documents: 8,
    proactive: 6,
    posted: 5,
    notPosted: 1,
    onRequest: 1,
    notDisclosed: 1,
    undecided: 0,
    overdue: 2,
    copiesMissing: 2,
  },
  foot: {
    ledgerNumber: 'TZ-2019-0017',
    printCount: 1,
    printedBy: '王䶮',
    printedAt: '2019-09-30 16:20',
    filter: '签发日期 2019-07-01 至 2019-09-30',
    calendarVersion: '2019-03-22/a41c07',
    headSeq: 12345,
    headHash: '9f3c71a2e04b88d1bb20f1c4e5d6a7980123456789abcdef0123456789abcdef',
  },
};

export function longLedger(rowCount: number): LedgerSheet & { readonly rows: readonly LedgerRow[] } {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const row = SAMPLE_ROWS[index % SAMPLE_ROWS.length] as LedgerRow;
    return { ...row, docNumber: row.docNumber.replace(/\d+号/, `${index + 1}号`) };
  });
  return { ...SAMPLE_SHEET, rows, totals: { ...SAMPLE_SHEET.totals, documents: rowCount } };
}
