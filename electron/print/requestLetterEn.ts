/** What each letter and each kind of reply says in English, with the article it rests on. */

import { type Day, formatDay } from '../domain/day.ts';
import type { ReplyKind } from '../domain/replyKind.ts';
import type { RequestChannel } from '../domain/requestClock.ts';
import type { LetterFacts, LetterMatter, LetterWords } from './letterFacts.ts';

const LAW = 'the Regulation on Open Government Information';

function date(day: Day): string {
  return formatDay(day, 'en');
}

function sentence(text: string): string {
  const said = text.trim().replace(/[。；;.\s]+$/u, '');
  return said === '' ? '' : `${said}.`;
}

const CHANNELS: Readonly<Record<RequestChannel, string>> = {
  inPerson: 'in person',
  signedMail: 'by mail',
  ordinaryMail: 'by mail',
  internet: 'through the internet',
  fax: 'by fax',
};

function received({ channel, subject, receivedOn }: LetterFacts): string {
  return `On ${date(receivedOn)} this organ received your request for government information ${CHANNELS[channel]}: “${subject}”.`;
}

function workingDays(count: number): string {
  return `${count} working ${count === 1 ? 'day' : 'days'}`;
}

export const enLetters: LetterWords = {
  titles: {
    registration: 'Receipt of a Request for Information',
    correction: 'Notice to Correct a Request for Information',
    extension: 'Notice of an Extended Period for the Reply',
    thirdParty: 'Opinion of a Third Party Sought',
    coMaker: 'Opinion of a Co-making Organ Sought',
    fee: 'Notice of the Information Processing Fee',
    reply: 'Reply to a Request for Information',
  },
  draftMark: '(draft, not approved)',
  contact: (unit) => `(Contact: ${unit}, telephone:                     )`,
  paragraphs: (letter) => MATTERS[letter.matter.kind](letter, letter.matter as never),
};

type Told<Kind extends LetterMatter['kind']> = (
  letter: LetterFacts,
  matter: Extract<LetterMatter, { readonly kind: Kind }>,
) => readonly string[];

const MATTERS: { readonly [Kind in LetterMatter['kind']]: Told<Kind> } = {
  registration: (letter, { dueOn }) => [
    `${received(letter)} It is registered under number ${letter.registerNumber}.`,
    `Under Article 33 of ${LAW} this organ will reply within 20 working days of receipt, by ${date(dueOn)}. You will be told if the request has to be corrected or the period extended; the time of seeking opinions of third parties and other organs is not counted.`,
  ],
  correction: (letter, { items, replyBy }) => [
    `${received(letter)} Its content is not clear.`,
    `Under Article 30 of ${LAW}, please correct the following by ${date(replyBy)}:`,
    sentence(items),
    'The period for the reply begins on the day on which this organ receives the corrected request. If it is not corrected in time without good reason, the request is deemed abandoned and will not be handled.',
  ],
  extension: (letter, extension) => [
    received(letter),
    `This organ cannot reply within the period: ${sentence(extension.reason)}`,
    `Under Article 33, paragraph 2, of ${LAW}, and with the consent of ${extension.approver}, head of the office in charge of open government information, the period is extended by ${workingDays(extension.workingDays)}. This organ will reply by ${date(extension.dueOn)}.`,
  ],
  thirdParty: ({ subject }, { matter }) => [
    `This organ has received a request for the following information: “${subject}”. Its disclosure may harm your lawful rights: ${sentence(matter)}`,
    `Under Articles 15 and 32 of ${LAW}, your opinion is sought. Please state in writing within 15 working days of receiving this letter whether you agree to the disclosure and, if not, why. If you do not answer in time, this organ will decide under the Regulation.`,
  ],
  coMaker: ({ subject }, { matter }) => [
    `We have received a request for the following information: “${subject}”. We made it together with you, as the lead organ: ${sentence(matter)}`,
    `Under Article 34 of ${LAW}, your opinion is sought. Please state in writing within 15 working days of receiving this letter whether you agree to the disclosure, and why. If you do not answer in time, you are deemed to agree.`,
  ],
  fee: (letter, { basis, count, yuan }) => [
    received(letter),
    `Under Article 42 of ${LAW} and the Measures for the Information Processing Fee (State Council General Office, 2020, No. 109), a fee is charged for this request. ${
      basis === 'item'
        ? `By item: this is your request number ${count} of the month, and ${yuan} yuan are due.`
        : `By page: the information has ${count} pages, and ${yuan} yuan are due.`
    }`,
    'Please pay within 20 working days from the day after you receive this notice. If the fee is not paid in time, the request is deemed abandoned and will not be handled. The period for handling begins afresh on the day after payment.',
  ],
  reply: (letter, matter) => {
    const { draft, correctedOn, extendedBy } = matter;
    const course = [
      correctedOn ? ` The corrected request was received on ${date(correctedOn)}.` : '',
      extendedBy > 0 ? ` The period was extended by ${workingDays(extendedBy)}, of which you were told.` : '',
    ].join('');
    const consent = draft.publicInterest
      ? `A third party or co-making organ objects. This organ finds that withholding the information may greatly affect the public interest, and discloses it: ${sentence(draft.publicInterest)}`
      : '';
    return [
      `${received(letter)}${course} The reply is as follows.`,
      ...REPLIES[draft.replyKind](partsOf(draft)),
      consent,
      remedy(matter.remedy),
    ];
  },
};

type Parts = Readonly<Record<'how' | 'reason' | 'law' | 'withheldPart' | 'competentOrgan' | 'earlierReply', string>>;

function partsOf(draft: Extract<LetterMatter, { kind: 'reply' }>['draft']): Parts {
  const { how, reason, law, withheldPart, competentOrgan, earlierReply } = draft;
  return {
    ...{ how: sentence(how), reason: sentence(reason), withheldPart: sentence(withheldPart) },
    ...{ competentOrgan: sentence(competentOrgan), law: law.trim(), earlierReply: earlierReply.trim() },
  };
}

function refused(ground: (parts: Parts) => string, articles: string) {
  return (parts: Parts) => [
    `The information ${ground(parts)}. Under ${articles} and Article 36 (3) of ${LAW}, this organ does not disclose it.`,
    `Reason: ${parts.reason}`,
  ];
}

const REPLIES: Readonly<Record<ReplyKind, (parts: Parts) => readonly string[]>> = {
  alreadyPublic: ({ how }) => [
    `This organ has already made the information public. Under Article 36 (1) of ${LAW}, you can get it as follows: ${how}`,
  ],
  provided: ({ how }) => [`Under Article 36 (2) of ${LAW}, this organ discloses the information: ${how}`],
  partial: ({ how, withheldPart, reason }) => [
    `The information holds content that is not to be disclosed and can be separated. Under Article 37 of ${LAW}, this organ provides what can be disclosed: ${how}`,
    `The following is withheld: ${withheldPart} Reason: ${reason}`,
  ],
  stateSecret: refused(() => 'is lawfully determined to be a state secret', 'Article 14'),
  forbiddenByLaw: refused(({ law }) => `may not be disclosed by law (${law})`, 'Article 14'),
  security: refused(
    () => 'may, once disclosed, endanger national, public or economic security or social stability',
    'Article 14',
  ),
  thirdParty: refused(() => 'concerns trade secrets or personal privacy of a third party', 'Article 15'),
  internalAffairs: refused(() => 'concerns internal affairs of this organ', 'Article 16, paragraph 1,'),
  process: refused(() => 'was formed in the course of administration', 'Article 16, paragraph 2,'),
  enforcementFile: refused(() => 'belongs to an administrative enforcement file', 'Article 16, paragraph 2,'),
  specialAccess: ({ law, how }) => [
    `Access to the information has rules of its own (${law}). Under Article 36 (7) of ${LAW}, please follow them: ${how}`,
  ],
  notExisting: ({ reason }) => [
    `A search found no such information. Under Article 36 (4) of ${LAW}, you are told that it does not exist: ${reason}`,
  ],
  notOurs: ({ reason, competentOrgan }) => [
    `The information is not for this organ to disclose. Under Article 36 (5) of ${LAW}, the reason is: ${reason}`,
    `The responsible organ and its contact: ${competentOrgan}`,
  ],
  toBeMade: ({ reason }) => [
    `The information is not ready-made; existing information would have to be processed or analysed. Under Article 38 of ${LAW}, this organ does not provide it. Reason: ${reason}`,
  ],
  stillUnclear: ({ reason }) => [
    `The corrected request is still unclear, and no information can be looked up by it. Under Articles 29 and 30 of ${LAW}, this organ cannot provide it. Reason: ${reason}`,
  ],
  petition: ({ how }) => [
    `The request is a petition, complaint or report in form of a request for information. Under Article 39, paragraph 1, of ${LAW}, it is not handled as such. You may turn to: ${how}`,
  ],
  publishedMaterial: ({ how }) => [
    `You ask for published material. Under Article 39, paragraph 2, of ${LAW}, you can get it as follows: ${how}`,
  ],
  repeated: ({ earlierReply }) => [
    `You asked for the same information before and were answered (${earlierReply}). Under Article 36 (6) of ${LAW}, it is not handled again.`,
  ],
  excessive: ({ reason }) => [
    `Number and frequency of your requests clearly exceed what is reasonable, and the reasons you were asked for are not. Under Article 35 of ${LAW}, the request is not handled. Reason: ${reason}`,
  ],
  reissue: ({ reason }) => [
    `You ask this organ to confirm or issue again information that you have. This is no request under ${LAW} and is not handled. Reason: ${reason}`,
  ],
  other: ({ reason }) => [reason],
};

function remedy(choice: Extract<LetterMatter, { kind: 'reply' }>['remedy']): string {
  const organ =
    choice === 'before2024'
      ? 'the people’s government of the same level or the competent department of the next higher level'
      : 'the people’s government of the same level';
  if (choice === 'reconsiderationFirst') {
    return `If you do not accept this reply, you have to apply first to ${organ} for administrative reconsideration within 60 days of receiving it; against its decision you may bring a lawsuit before the competent people’s court within 15 days of receiving that.`;
  }
  return `If you do not accept this reply, you may apply to ${organ} for administrative reconsideration within 60 days of receiving it, or bring a lawsuit before the competent people’s court within 6 months of receiving it.`;
}
