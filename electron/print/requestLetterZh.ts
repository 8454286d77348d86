/** 依申请公开文书的文字: what each letter and each kind of reply says in Chinese, with the article it rests on. */

import { type Day, formatDay } from '../domain/day.ts';
import type { ReplyKind } from '../domain/replyKind.ts';
import type { RequestChannel } from '../domain/requestClock.ts';
import type { LetterFacts, LetterMatter, LetterWords } from './letterFacts.ts';

const LAW = '《中华人民共和国政府信息公开条例》';

function date(day: Day): string {
  return formatDay(day, 'zh');
}

/** Ends with one full stop, however it was typed. */
function sentence(text: string): string {
  const said = text.trim().replace(/[。；;.\s]+$/u, '');
  return said === '' ? '' : `${said}。`;
}

function you({ isPerson }: LetterFacts): string {
  return isPerson ? '您' : '你单位';
}

const CHANNELS: Readonly<Record<RequestChannel, string>> = {
  inPerson: '当面提交',
  signedMail: '邮寄',
  ordinaryMail: '邮寄',
  internet: '通过互联网渠道提交',
  fax: '以传真方式提交',
};

/** 本机关于…收到您当面提交的政府信息公开申请，申请获取“…”。 */
function received(letter: LetterFacts): string {
  const { channel, subject, receivedOn } = letter;
  return `本机关于${date(receivedOn)}收到${you(letter)}${CHANNELS[channel]}的政府信息公开申请，申请获取“${subject}”。`;
}

export const zhLetters: LetterWords = {
  titles: {
    registration: '政府信息公开申请登记回执',
    correction: '政府信息公开申请补正告知书',
    extension: '政府信息公开申请延期答复告知书',
    thirdParty: '政府信息公开征求第三方意见书',
    coMaker: '政府信息公开征求意见函',
    fee: '政府信息公开信息处理费收费通知书',
    reply: '政府信息公开申请答复书',
  },
  draftMark: '（草稿，未经批准）',
  contact: (unit) => `（联系单位：${unit}　　联系电话：　　　　　　　　　）`,
  paragraphs: (letter) => MATTERS[letter.matter.kind](letter, letter.matter as never),
};

type Told<Kind extends LetterMatter['kind']> = (
  letter: LetterFacts,
  matter: Extract<LetterMatter, { readonly kind: Kind }>,
) => readonly string[];

const MATTERS: { readonly [Kind in LetterMatter['kind']]: Told<Kind> } = {
  registration: (letter, { dueOn }) => [
    `${received(letter)}经审核，予以登记，登记编号为${letter.registerNumber}。`,
    `根据${LAW}第三十三条的规定，本机关将自收到申请之日起20个工作日内，即${date(dueOn)}前予以答复。需要${you(letter)}补正申请内容、需要延长答复期限的，本机关将另行告知；征求第三方和其他机关意见所需时间不计算在上述期限内。`,
    '特此告知。',
  ],
  correction: (letter, { items, replyBy }) => [
    `${received(letter)}经审查，申请内容不明确。`,
    `根据${LAW}第三十条的规定，请${you(letter)}于${date(replyBy)}前，对下列事项作出补正：`,
    sentence(items),
    `答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`,
    '特此告知。',
  ],
  extension: (letter, { reason, approver, workingDays, dueOn }) => [
    received(letter),
    `因${sentence(reason).slice(0, -1)}，本机关不能在规定期限内答复。根据${LAW}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人${approver}同意，延长答复期限${workingDays}个工作日，将于${date(dueOn)}前予以答复。`,
    '特此告知。',
  ],
  thirdParty: ({ subject }, { matter }) => [
    `本机关收到政府信息公开申请，申请获取“${subject}”。经审查，该信息的公开可能损害你方合法权益：${sentence(matter)}`,
    `根据${LAW}第十五条、第三十二条的规定，现书面征求你方意见。请自收到本征求意见书之日起15个工作日内，书面提出是否同意公开的意见；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照该条例的规定决定是否公开。`,
    '特此函告。',
  ],
  coMaker: ({ subject }, { matter }) => [
    `我单位收到政府信息公开申请，申请获取“${subject}”。该信息由我单位牵头、与贵单位共同制作：${sentence(matter)}`,
    `根据${LAW}第三十四条的规定，现征求贵单位意见。请自收到本函之日起15个工作日内，书面提出是否同意公开的意见及理由。逾期未提出意见的，视为同意公开。`,
    '特此函告。',
  ],
  fee: (letter, { basis, count, yuan }) => [
    received(letter),
    `根据${LAW}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关对该申请收取信息处理费。${
      basis === 'item'
        ? `按件计收，该申请为${you(letter)}当月提出的第${count}件，应缴纳${yuan}元。`
        : `按量计收，该申请所涉政府信息共${count}页，应缴纳${yuan}元。`
    }`,
    `请${you(letter)}在收到本通知次日起20个工作日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。申请处理期限从完成缴费次日起重新计算。`,
    '特此通知。',
  ],
  reply: (letter, matter) => {
    const { draft, correctedOn, extendedBy } = matter;
    const course = [
      correctedOn ? `本机关于${date(correctedOn)}收到补正的申请。` : '',
      extendedBy > 0 ? `本机关已依法延长答复期限${extendedBy}个工作日，并予告知。` : '',
    ].join('');
    const consent = draft.publicInterest
      ? `该信息涉及的第三方或者共同制作机关不同意公开。本机关认为不公开可能对公共利益造成重大影响，决定予以公开：${sentence(draft.publicInterest)}`
      : '';
    return [
      `${received(letter)}${course}经审查，现答复如下：`,
      ...REPLIES[draft.replyKind](letter, trimmed(draft)),
      consent,
      remedy(letter, matter.remedy),
    ];
  },
};

type Parts = Readonly<Record<'how' | 'reason' | 'law' | 'withheldPart' | 'competentOrgan' | 'earlierReply', string>>;

function trimmed(draft: Extract<LetterMatter, { kind: 'reply' }>['draft']): Parts {
  const { how, reason, law, withheldPart, competentOrgan, earlierReply } = draft;
  return {
    ...{ how: sentence(how), reason: sentence(reason), withheldPart: sentence(withheldPart) },
    ...{ competentOrgan: sentence(competentOrgan), law: law.trim(), earlierReply: earlierReply.trim() },
  };
}

function refused(ground: (parts: Parts) => string, articles: string) {
  return (letter: LetterFacts, parts: Parts) => [
    `${you(letter)}申请获取的信息${ground(parts)}。根据${LAW}${articles}、第三十六条第三项的规定，本机关决定不予公开。`,
    `理由：${parts.reason}`,
  ];
}

const REPLIES: Readonly<Record<ReplyKind, (letter: LetterFacts, parts: Parts) => readonly string[]>> = {
  alreadyPublic: (letter, { how }) => [
    `${you(letter)}申请获取的信息，本机关已经主动公开。根据${LAW}第三十六条第一项的规定，现告知获取该政府信息的方式、途径：${how}`,
  ],
  provided: (letter, { how }) => [
    `${you(letter)}申请获取的信息可以公开。根据${LAW}第三十六条第二项的规定，本机关予以公开：${how}`,
  ],
  partial: (letter, { how, withheldPart, reason }) => [
    `${you(letter)}申请获取的信息中含有不应当公开的内容，但是能够作区分处理。根据${LAW}第三十七条的规定，本机关向${you(letter)}提供可以公开的内容：${how}`,
    `下列内容不予公开：${withheldPart}理由：${reason}`,
  ],
  stateSecret: refused(() => '属于依法确定为国家秘密的政府信息', '第十四条'),
  forbiddenByLaw: refused(({ law }) => `属于法律、行政法规（${law}）禁止公开的政府信息`, '第十四条'),
  security: refused(() => '公开后可能危及国家安全、公共安全、经济安全、社会稳定', '第十四条'),
  thirdParty: refused(() => '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害', '第十五条'),
  internalAffairs: refused(() => '属于人事管理、后勤管理、内部工作流程等方面的内部事务信息', '第十六条第一款'),
  process: refused(
    () => '属于在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    '第十六条第二款',
  ),
  enforcementFile: refused(() => '属于行政执法案卷信息', '第十六条第二款'),
  specialAccess: (letter, { law, how }) => [
    `${you(letter)}申请获取的信息，${law}对其获取有特别规定。根据${LAW}第三十六条第七项的规定，请依照该规定办理：${how}`,
  ],
  notExisting: (letter, { reason }) => [
    `经检索，没有${you(letter)}申请获取的信息。根据${LAW}第三十六条第四项的规定，现告知该政府信息不存在。检索和判断的情况：${reason}`,
  ],
  notOurs: (letter, { reason, competentOrgan }) => [
    `${you(letter)}申请获取的信息不属于本机关负责公开。根据${LAW}第三十六条第五项的规定，现予告知并说明理由：${reason}`,
    `负责公开该政府信息的行政机关及其联系方式：${competentOrgan}`,
  ],
  toBeMade: (letter, { reason }) => [
    `${you(letter)}申请获取的信息，本机关没有现成信息，需要对现有政府信息进行加工、分析。根据${LAW}第三十八条的规定，本机关不予提供。理由：${reason}`,
  ],
  stillUnclear: (letter, { reason }) => [
    `${you(letter)}补正后的申请内容仍不明确，本机关无法据以查找政府信息。根据${LAW}第二十九条、第三十条的规定，本机关无法提供。理由：${reason}`,
  ],
  petition: (letter, { how }) => [
    `${you(letter)}以政府信息公开申请的形式进行信访、投诉、举报等活动。根据${LAW}第三十九条第一款的规定，本机关不作为政府信息公开申请处理。${you(letter)}可以通过下列渠道提出：${how}`,
  ],
  publishedMaterial: (letter, { how }) => [
    `${you(letter)}申请提供的是政府公报、报刊、书籍等公开出版物。根据${LAW}第三十九条第二款的规定，现告知获取的途径：${how}`,
  ],
  repeated: (letter, { earlierReply }) => [
    `${you(letter)}曾就同一政府信息提出申请，本机关已作出答复（${earlierReply}）。根据${LAW}第三十六条第六项的规定，本机关不予重复处理。`,
  ],
  excessive: (letter, { reason }) => [
    `${you(letter)}申请公开政府信息的数量、频次明显超过合理范围，经要求说明理由，理由不合理。根据${LAW}第三十五条的规定，本机关不予处理。理由：${reason}`,
  ],
  reissue: (letter, { reason }) => [
    `${you(letter)}要求本机关确认或者重新出具已经获取的政府信息，不属于${LAW}规定的政府信息公开申请，本机关不予处理。理由：${reason}`,
  ],
  other: (_, { reason }) => [reason],
};

/** 行政复议法第九条（2017年）、第二十条和第二十三条（2023年）；行政诉讼法第四十六条. */
function remedy(letter: LetterFacts, choice: Extract<LetterMatter, { kind: 'reply' }>['remedy']): string {
  const organ = choice === 'before2024' ? '本级人民政府或者上一级主管部门' : '本级人民政府';
  const begin = `如对本答复不服，${you(letter)}`;
  if (choice === 'reconsiderationFirst') {
    return `${begin}应当先自收到本答复书之日起60日内，向本机关的${organ}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内，向有管辖权的人民法院提起行政诉讼。`;
  }
  return `${begin}可以自收到本答复书之日起60日内，向本机关的${organ}申请行政复议，或者自收到本答复书之日起6个月内，向有管辖权的人民法院提起行政诉讼。`;
}
