/** The registers beside the disclosure ledger (登记簿、汇总表、清单): what each is asked with. 条例第十三至十六条、第二十五条; 实施方案五（三）. */

export const REGISTERS = [
  'copies', // 公文备案登记簿
  'notDisclosed', // 不予公开登记表
  'onRequest', // 依申请公开属性台账
  'reviewSummary', // 保密审查汇总表
  'transfer', // 主动公开政府信息移送清单
  'series', // 发文字号登记簿
] as const;
export type Register = (typeof REGISTERS)[number];

/** 条例第二十五条: what is disclosed goes to the archives and to the public library in time. */
export const RECIPIENTS = ['archives', 'library'] as const;
/** 国家档案馆 / 公共图书馆 */
export type TransferRecipient = (typeof RECIPIENTS)[number];
