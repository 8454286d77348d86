/** The fixed wording of the printed ledger in both languages. */

import type { LedgerTotals } from './ledgerSheet.ts';
import type { PaperLanguage } from './page.ts';

const zh = {
  title: '政务公开文件台账',
  continued: '（续）',
  unit: '填报单位（盖章）：',
  period: '统计期间：',
  filledOn: '填报日期：',
  measure: '单位：件',
  separator: '',
  nil: '本期无',
  totals: '合计',
  preparedBy: '制表人：',
  checkedBy: '审核人：',
  approvedBy: '负责人（签字）：',
  phone: '联系电话：',
  seal: '（盖章）',
  number: '台账编号',
  code: (number: string) => `台账编号 ${number} 的核验码`,
  prints: (count: number) => (count === 1 ? '首次打印' : `第 ${count} 次打印`),
  printedBy: '打印人',
  filter: (filter: string) => `筛选：${filter || '全部'}`,
  calendar: (version: string) => `工作日历 ${version}`,
  trail: (seq: number) => `操作日志第 ${seq.toLocaleString('en-US')} 条`,
  check: (code: string) => `核验 ${code}`,
  page: (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`,
  missing: (codes: string) => `字库未收的字以代码框表示：${codes}`,
  notPosted: '未上网',
  provisional: '（暂定）',
  onTime: '按期',
  notDue: '未到期',
  late: (days: number) => `逾期\n${days}个工作日`,
  lateOpen: (days: number) => `已逾期\n${days}个工作日`,
  none: '—',
  normative: '规范性文件',
  yes: '是',
  noNumber: '无文号',
  columns: {
    order: '序号',
    docNumber: '发文字号',
    title: '文件标题',
    docType: '文种',
    division: '起草处室',
    signer: '签发人',
    signedOn: '签发日期',
    signedAndWritten: '签发日期\n成文日期',
    attribute: '公开属性',
    basis: '认定依据及理由',
    review: '保密审查',
    copies: '备案\n份数',
    copiesAndDay: '备案份数\n备案日期',
    dueOn: '应上网\n日期',
    postedOn: '实际上网\n日期',
    channel: '公开渠道及网址',
    interpretation: '政策解读',
    overdue: '逾期情况',
    overdueAndReason: '逾期情况\n及原因',
    handler: '经办人',
    remark: '备注',
  },
};

const en: typeof zh = {
  title: 'Disclosure Ledger of Official Documents',
  continued: ' (continued)',
  unit: 'Filling unit (seal): ',
  period: 'Period: ',
  filledOn: 'Filled on: ',
  measure: 'Unit: documents',
  separator: ' ',
  nil: 'Nil return: no documents in this period',
  totals: 'Total',
  preparedBy: 'Prepared by:',
  checkedBy: 'Checked by:',
  approvedBy: 'Approved by (signature):',
  phone: 'Telephone:',
  seal: '(seal)',
  number: 'Ledger no.',
  code: (number) => `Code to check ledger ${number}`,
  prints: (count) => (count === 1 ? 'first print' : `print no. ${count}`),
  printedBy: 'printed by',
  filter: (filter) => `Filter: ${filter || 'all documents'}`,
  calendar: (version) => `working-day calendar ${version}`,
  trail: (seq) => `trail entry ${seq.toLocaleString('en-US')}`,
  check: (code) => `Check ${code}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  missing: (codes) => `Characters without a typeface are shown as boxed codes: ${codes}`,
  notPosted: 'not posted',
  provisional: '(provisional)',
  onTime: 'on time',
  notDue: 'not yet due',
  late: (days) => (days === 1 ? '1 working day late' : `${days} working days late`),
  lateOpen: (days) => (days === 1 ? '1 working day overdue' : `${days} working days overdue`),
  none: '—',
  normative: 'normative',
  yes: 'yes',
  noNumber: 'no number',
  columns: {
    order: 'No.',
    docNumber: 'Document number',
    title: 'Title',
    docType: 'Type',
    division: 'Drafting division',
    signer: 'Signer',
    signedOn: 'Signed on',
    signedAndWritten: 'Signed on\nDated',
    attribute: 'Disclosure',
    basis: 'Basis and reason',
    review: 'Confiden-\ntiality review',
    copies: 'Copies\nfiled',
    copiesAndDay: 'Copies filed\nFiled on',
    dueOn: 'Due online',
    postedOn: 'Posted on',
    channel: 'Channel and address',
    interpretation: 'Interpretation',
    overdue: 'Timeliness',
    overdueAndReason: 'Timeliness\nand reason',
    handler: 'Handler',
    remark: 'Remarks',
  },
};

export type LedgerWords = typeof zh;
export const LEDGER_WORDS: Readonly<Record<PaperLanguage, LedgerWords>> = { zh, en };

/** 合计 in a sentence. */
export function totalsSentence(totals: LedgerTotals, language: PaperLanguage): string {
  return language === 'zh' ? totalsInChinese(totals) : totalsInEnglish(totals);
}

function totalsInChinese(totals: LedgerTotals): string {
  if (totals.documents === 0) return '共 0 件。';
  const posting = `（已上网 ${totals.posted} 件，未上网 ${totals.notPosted} 件）`;
  const parts = [
    `主动公开 ${totals.proactive} 件${totals.proactive > 0 ? posting : ''}`,
    `依申请公开 ${totals.onRequest} 件`,
    `不予公开 ${totals.notDisclosed} 件`,
    ...(totals.undecided > 0 ? [`属性未定 ${totals.undecided} 件`] : []),
  ];
  const missing = totals.copiesMissing > 0 ? `缺备案 ${totals.copiesMissing} 份` : '备案份数齐全';
  const overdue = totals.overdue > 0 ? `逾期 ${totals.overdue} 件` : '无逾期';
  return `共 ${totals.documents} 件：${parts.join('，')}；${overdue}；${missing}。`;
}

function totalsInEnglish(totals: LedgerTotals): string {
  if (totals.documents === 0) return '0 documents.';
  const posting = ` (${totals.posted} posted, ${totals.notPosted} not posted)`;
  const parts = [
    `${totals.proactive} disclosed proactively${totals.proactive > 0 ? posting : ''}`,
    `${totals.onRequest} on request`,
    `${totals.notDisclosed} not disclosed`,
    ...(totals.undecided > 0 ? [`${totals.undecided} undecided`] : []),
  ];
  const copies = totals.copiesMissing === 1 ? '1 copy missing' : `${totals.copiesMissing || 'no'} copies missing`;
  const documents = totals.documents === 1 ? '1 document' : `${totals.documents} documents`;
  return `${documents}: ${parts.join(', ')}; ${totals.overdue || 'none'} overdue; ${copies}.`;
}
