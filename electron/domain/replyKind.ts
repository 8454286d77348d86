/** How a request ends (答复类型): the kinds of reply, what each has to say, and the row of the annual report that counts it. 条例第三十六条至第三十九条. */

import type { Day } from './day.ts';

/** 申请人类别, the columns of table three (表三) of the annual report. */
export const APPLICANT_KINDS = [
  'naturalPerson', // 自然人
  'business', // 商业企业
  'research', // 科研机构
  'publicWelfare', // 社会公益组织
  'legalService', // 法律服务机构
  'otherOrganisation', // 其他
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** Rows of 三、本年度办理结果, in the order of the form (国办公开办函〔2021〕30号). */
export const RESULT_ROWS = [
  'granted', // （一）予以公开
  'partial', // （二）部分公开
  'refusedStateSecret', // （三）不予公开 1．属于国家秘密
  'refusedByLaw', // 2．其他法律行政法规禁止公开
  'refusedSecurity', // 3．危及“三安全一稳定”
  'refusedThirdParty', // 4．保护第三方合法权益
  'refusedInternal', // 5．属于三类内部事务信息
  'refusedProcess', // 6．属于四类过程性信息
  'refusedEnforcement', // 7．属于行政执法案卷
  'refusedQuery', // 8．属于行政查询事项
  'notHeld', // （四）无法提供 1．本机关不掌握相关政府信息
  'toBeMade', // 2．没有现成信息需要另行制作
  'stillUnclear', // 3．补正后申请内容仍不明确
  'petition', // （五）不予处理 1．信访举报投诉类申请
  'repeated', // 2．重复申请
  'publishedMaterial', // 3．要求提供公开出版物
  'excessive', // 4．无正当理由大量反复申请
  'reissue', // 5．要求行政机关确认或重新出具已获取信息
  'notCorrected', // （六）其他处理 1．申请人无正当理由逾期不补正
  'feeUnpaid', // 2．申请人逾期未按收费通知要求缴纳费用
  'other', // 3．其他
] as const;
export type ResultRow = (typeof RESULT_ROWS)[number];

/** What a reply of this kind cannot do without. */
export type ReplyPart = 'how' | 'reason' | 'law' | 'withheldPart' | 'competentOrgan' | 'earlierReply';

type ReplyRule = {
  /** Article of the Regulation (条例) that the letter cites, with paragraph or item. */
  readonly article: string;
  readonly row: ResultRow;
  readonly needs: readonly ReplyPart[];
  /** The applicant gets what was asked for, wholly or in part. */
  readonly discloses?: true;
  /** Only known after a correction was asked for and came in. */
  readonly afterCorrection?: true;
};

/** 条例 article 36 (1)-(7), 37, 38, 39; the grounds of refusal of articles 14-16 and 35. */
export const REPLY_RULES = {
  alreadyPublic: { article: '36-1', row: 'granted', needs: ['how'], discloses: true },
  provided: { article: '36-2', row: 'granted', needs: ['how'], discloses: true },
  partial: { article: '37', row: 'partial', needs: ['how', 'withheldPart', 'reason'], discloses: true },
  stateSecret: { article: '36-3/14', row: 'refusedStateSecret', needs: ['reason'] },
  forbiddenByLaw: { article: '36-3/14', row: 'refusedByLaw', needs: ['reason', 'law'] },
  security: { article: '36-3/14', row: 'refusedSecurity', needs: ['reason'] },
  thirdParty: { article: '36-3/15', row: 'refusedThirdParty', needs: ['reason'] },
  internalAffairs: { article: '36-3/16-1', row: 'refusedInternal', needs: ['reason'] },
  process: { article: '36-3/16-2', row: 'refusedProcess', needs: ['reason'] },
  enforcementFile: { article: '36-3/16-2', row: 'refusedEnforcement', needs: ['reason'] },
  specialAccess: { article: '36-7', row: 'refusedQuery', needs: ['law', 'how'] },
  notExisting: { article: '36-4', row: 'notHeld', needs: ['reason'] },
  notOurs: { article: '36-5', row: 'notHeld', needs: ['reason', 'competentOrgan'] },
  toBeMade: { article: '38', row: 'toBeMade', needs: ['reason'] },
  stillUnclear: { article: '30', row: 'stillUnclear', needs: ['reason'], afterCorrection: true },
  petition: { article: '39-1', row: 'petition', needs: ['how'] },
  publishedMaterial: { article: '39-2', row: 'publishedMaterial', needs: ['how'] },
  repeated: { article: '36-6', row: 'repeated', needs: ['earlierReply'] },
  excessive: { article: '35', row: 'excessive', needs: ['reason'] },
  reissue: { article: 'reissue', row: 'reissue', needs: ['reason'] },
  other: { article: 'other', row: 'other', needs: ['reason'] },
} as const satisfies Record<string, ReplyRule>;

export type ReplyKind = keyof typeof REPLY_RULES;
export const REPLY_KINDS = Object.keys(REPLY_RULES) as readonly ReplyKind[];

export function replyRule(kind: ReplyKind): ReplyRule {
  return REPLY_RULES[kind];
}

/** Refusals of article 36 (3), wholly or in part. */
function isRefusal(kind: ReplyKind): boolean {
  return kind === 'partial' || replyRule(kind).article.startsWith('36-3/');
}

/** 行政复议法 (2023): since this day a refusal goes to reconsideration before any court (第二十三条第一款第四项). */
const RECONSIDERATION_FIRST_FROM = '2024-01-01';

/** Whether the applicant may choose between reconsideration and a court, or has to begin with the former. */
export function remedyChoice(kind: ReplyKind, repliedOn: Day): 'before2024' | 'either' | 'reconsiderationFirst' {
  if (repliedOn < RECONSIDERATION_FIRST_FROM) return 'before2024';
  return isRefusal(kind) ? 'reconsiderationFirst' : 'either';
}

/** How a request ends without a reply (不经答复办结). */
export const CLOSURES = ['notCorrected', 'feeUnpaid', 'withdrawn', 'merged'] as const;
export type Closure = (typeof CLOSURES)[number];

export type RequestResult = ReplyKind | Closure;

/** The one row that counts a request closed so. */
export function resultRow(result: RequestResult): ResultRow {
  if (result === 'notCorrected' || result === 'feeUnpaid') return result;
  return result === 'withdrawn' || result === 'merged' ? 'other' : replyRule(result).row;
}

/** 行政复议、行政诉讼, the three parts of table four (表四): litigation without and after a reconsideration. */
export const REMEDIES = ['reconsideration', 'litigation', 'litigationAfter'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** 结果维持、结果纠正、其他结果、尚未审结 */
export const REMEDY_RESULTS = ['upheld', 'corrected', 'otherResult', 'pending'] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];
