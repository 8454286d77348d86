/** One request in each of its letters, as the engine would hand it over. */

import { toDay } from '../../electron/domain/day.ts';
import { REPLY_KINDS, type ReplyKind } from '../../electron/domain/replyKind.ts';
import { NO_DRAFT } from '../../electron/domain/requestDraft.ts';
import type { LetterFacts, LetterMatter } from '../../electron/print/letterFacts.ts';
import type { ServiceProof } from '../../electron/print/serviceProof.ts';

const BUREAU = { bureau: '辽宁省市场监督管理局', unit: '办公室' } as const;

export function letterOf(matter: LetterMatter, special: Partial<LetterFacts> = {}): LetterFacts {
  return {
    ...BUREAU,
    language: 'zh',
    number: '答复〔2019〕12号',
    registerNumber: 'YSQ-2019-0012',
    addressee: '王䶮',
    isPerson: true,
    channel: 'internet',
    subject: '2018年度全省食品安全监督抽检不合格产品名单',
    receivedOn: toDay('2019-06-10'),
    day: toDay('2019-07-05'),
    isDraft: false,
    matter,
    ...special,
  };
}

export const MATTERS: readonly LetterMatter[] = [
  { kind: 'registration', dueOn: toDay('2019-07-08') },
  {
    kind: 'correction',
    items: '一、所需信息的形成时间；二、所需名单的产品类别。',
    replyBy: toDay('2019-06-28'),
  },
  {
    kind: 'extension',
    reason: '申请涉及的信息量较大，需要逐批检索核对',
    approver: '周文',
    workingDays: 10,
    dueOn: toDay('2019-07-22'),
  },
  { kind: 'thirdParty', matter: '名单中的三个批次涉及你公司的检验结果和生产工艺' },
  { kind: 'coMaker', matter: '抽检方案由我局牵头，与贵单位联合印发' },
  { kind: 'fee', basis: 'page', count: 150, yuan: 1700 },
];

/** Every part is filled in, so that each kind shows what it can show. */
export function replyOf(
  replyKind: ReplyKind,
  extra: Partial<Extract<LetterMatter, { kind: 'reply' }>> = {},
): LetterMatter {
  const draft = {
    ...NO_DRAFT,
    replyKind,
    how: '登录省局门户网站“政府信息公开”专栏查阅，网址为https://www.example.gov.cn/zwgk/1.html',
    reason: '该信息在履行行政管理职能过程中形成，尚未定稿',
    law: '《中华人民共和国企业信息公示暂行条例》第十条',
    withheldPart: '名单中涉及自然人的身份证号码和住址',
    competentOrgan: '辽宁省农业农村厅政务公开办公室，电话024-00000000',
    earlierReply: '答复〔2019〕3号，2019年4月2日',
  };
  return { kind: 'reply', draft, correctedOn: null, extendedBy: 0, remedy: 'before2024', ...extra };
}

export const REPLIES: readonly LetterMatter[] = REPLY_KINDS.map((kind) => replyOf(kind));

export const PROOF: ServiceProof = {
  ...BUREAU,
  language: 'zh',
  number: '送达〔2019〕12号',
  matter: 'YSQ-2019-0012　2018年度全省食品安全监督抽检不合格产品名单',
  letter: '政府信息公开申请答复书　答复〔2019〕12号',
  addressee: '王䶮',
  address: '辽宁省沈阳市皇姑区崇山中路55号',
  way: '邮寄',
  mailNumber: 'XA12345678921',
  sentOn: toDay('2019-07-05'),
  receivedBy: '',
  receivedOn: null,
};
