/** Letters of a request (依申请公开文书): which there are at this point, and the number each of them bears. */

import type { RequestEvent, RequestStepKind } from './foiRequest.ts';
import type { RequestStanding } from './requestStanding.ts';

export const REQUEST_LETTERS = [
  'registration',
  'correction',
  'extension',
  'thirdParty',
  'coMaker',
  'fee',
  'reply',
  'service',
] as const;
export type RequestLetter = (typeof REQUEST_LETTERS)[number];

/** Series of the numbers (文书编号); a number is a name and the same in every language. */
const LETTER_SERIES: Readonly<Record<RequestLetter, string>> = {
  registration: '登记回执',
  correction: '补正告知',
  extension: '延期告知',
  thirdParty: '征求意见',
  coMaker: '征求机关意见',
  fee: '收费通知',
  reply: '答复',
  service: '送达',
};

export type LetterAtHand = {
  readonly letter: RequestLetter;
  /** The event that the letter tells; null for the registration. */
  readonly eventId: string | null;
  /** Counts letters of one kind within one request; 1 for the first. */
  readonly nth: number;
  /** A reply that is not approved yet. */
  readonly isDraft: boolean;
};

const TELLS: Partial<Record<RequestStepKind, RequestLetter>> = {
  correctionAsked: 'correction',
  extended: 'extension',
  feeAsked: 'fee',
};

/** In the order in which they went out; a printed letter is always the same, so its number is too. */
export function lettersAtHand(events: readonly RequestEvent[], standing: RequestStanding): readonly LetterAtHand[] {
  const letters: LetterAtHand[] = [];
  const add = (letter: RequestLetter, eventId: string | null, isDraft = false) => {
    const nth = letters.filter((known) => known.letter === letter).length + 1;
    letters.push({ letter, eventId, nth, isDraft });
  };
  if (standing.receivedOn !== null) add('registration', null);
  const drafted = events.findLast(({ step }) => step.kind === 'drafted');
  for (const event of events) {
    const letter = event.step.kind === 'consulted' ? event.step.party : TELLS[event.step.kind];
    if (letter) add(letter, event.id);
  }
  if (drafted) add('reply', drafted.id, standing.state === 'drafted' || standing.state === 'handling');
  if (standing.reply) add('service', drafted?.id ?? null);
  return letters;
}

/**
 * 补正告知〔2019〕12号; a second letter of the same kind 征求意见〔2019〕12-2号. Year and number are those of the request,
 * so that a letter can be printed again and never takes another number.
 */
export function letterNumber(letter: RequestLetter, year: number, seq: number, nth: number): string {
  return `${LETTER_SERIES[letter]}〔${year}〕${seq}${nth > 1 ? `-${nth}` : ''}号`;
}
