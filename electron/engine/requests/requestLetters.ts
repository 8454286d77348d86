/** Letters of a request, printed from what its events say; the same letter may be printed again under the same number. */

import { addWorkingDays } from '../../domain/deadline.ts';
import type { RequestEvent } from '../../domain/foiRequest.ts';
import { remedyChoice } from '../../domain/replyKind.ts';
import { REPLY_DAYS } from '../../domain/requestClock.ts';
import { type LetterAtHand, letterNumber, lettersAtHand } from '../../domain/requestLetter.ts';
import { requestStanding } from '../../domain/requestStanding.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { FontSet } from '../../print/fonts.ts';
import type { LetterFacts, LetterMatter } from '../../print/letterFacts.ts';
import type { ServiceProof } from '../../print/serviceProof.ts';
import { handOut, paperFacts } from '../paper/paperFacts.ts';
import { fontsFor } from '../paper/paperFonts.ts';
import { os, registryOf } from '../procedure.ts';
import { refuseBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { type HeldRequest, requestFor, requestLabel } from './requestStanding.ts';

type Made = {
  readonly number: string;
  readonly said: unknown;
  readonly print: (fonts: FontSet, madeAt: string) => Promise<Uint8Array>;
};

export const letter = os.requests.letter.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, 'letter');
  const { name, content, missing } = await registryOf(engine).write(actor, async (work) => {
    const request = requestFor(work, input.requestId);
    const at = lettersAtHand(request.facts.events, request.standing).find(
      (each) => each.letter === input.letter && each.eventId === input.eventId,
    );
    if (!at) refuseBroken('request.letterNotReady', 'letter', { letter: input.letter });
    const made =
      at.letter === 'service'
        ? serviceOf(work, request, at, input.language)
        : letterOf(work, request, at, input.language);
    const label = `${made.number} ${requestLabel(request.row)}`;
    const changes = [{ field: 'letter', before: '', after: input.letter }, ...faces];
    work.record({ act: 'requests.letter', entity: 'request', entityId: request.row.id, label, changes });
    return {
      name: `${say(input.language, `letter.${input.letter}`)} ${made.number}`,
      content: await made.print(fonts, work.now),
      missing: missingCharacters(fonts, textsOf(made.said)),
    };
  });
  return handOut({ engine, token }, { name, content, missing });
});

function numberOf({ row }: HeldRequest, { letter: kind, nth }: LetterAtHand): string {
  return letterNumber(kind, row.registerYear, row.registerSeq, nth);
}

function letterOf(look: Look, request: HeldRequest, at: LetterAtHand, language: Language): Made {
  const { row, facts, standing } = request;
  const event = facts.events.find(({ id }) => id === at.eventId);
  const { bureau, unit } = paperFacts(look);
  const receivedOn = standing.receivedOn ?? row.arrivedOn;
  const day =
    at.letter === 'registration'
      ? receivedOn
      : at.letter === 'reply'
        ? (standing.reply?.on ?? look.today)
        : (event?.on ?? look.today);
  const consulted = event?.step.kind === 'consulted' ? event.step.name : undefined;
  const number = numberOf(request, at);
  const said: LetterFacts = {
    ...{ language, bureau, unit, number, receivedOn, day },
    registerNumber: row.registerNumber,
    addressee: consulted ?? row.applicantName,
    isPerson: row.applicantKind === 'naturalPerson',
    channel: row.channel,
    subject: row.subject,
    isDraft: at.isDraft,
    matter: matterOf(look, request, at, event),
  };
  return {
    number,
    said,
    print: async (fonts, madeAt) =>
      (await import('../../print/requestLetter.ts')).printRequestLetter(fonts, said, madeAt),
  };
}

function matterOf(
  { calendar, today }: Look,
  { facts, standing, row }: HeldRequest,
  at: LetterAtHand,
  event: RequestEvent | undefined,
): LetterMatter {
  if (!event) {
    const from = standing.receivedOn ?? row.arrivedOn;
    return { kind: 'registration', dueOn: addWorkingDays(from, REPLY_DAYS, calendar).dueOn };
  }
  const { step } = event;
  switch (step.kind) {
    case 'correctionAsked':
      return { kind: 'correction', items: step.items, replyBy: step.replyBy };
    case 'extended': {
      // As it stood when the extension was told, whatever came later.
      const until = facts.events.slice(0, facts.events.indexOf(event) + 1);
      const { dueOn } = requestStanding({ ...facts, events: until }, calendar, event.on);
      const { reason, approver, workingDays } = step;
      return { kind: 'extension', reason, approver, workingDays, dueOn: dueOn ?? event.on };
    }
    case 'consulted':
      return { kind: step.party, matter: step.matter };
    case 'feeAsked':
      return { kind: 'fee', basis: step.basis, count: step.count, yuan: step.yuan };
    case 'drafted':
      return {
        kind: 'reply',
        draft: step.draft,
        correctedOn: standing.correction?.correctedOn ?? null,
        extendedBy: standing.clock ? standing.clock.workingDays - REPLY_DAYS : 0,
        remedy: remedyChoice(step.draft.replyKind, standing.reply?.on ?? today),
      };
    default:
      return refuseBroken('request.letterNotReady', 'letter', { letter: at.letter });
  }
}

function serviceOf(look: Look, request: HeldRequest, at: LetterAtHand, language: Language): Made {
  const { row, facts, standing } = request;
  const { bureau, unit } = paperFacts(look);
  const { reply } = standing;
  if (!reply) refuseBroken('request.letterNotReady', 'letter', { letter: at.letter });
  const delivered = facts.events.findLast(({ step }) => step.kind === 'delivered')?.step;
  const number = numberOf(request, at);
  const replyNumber = letterNumber('reply', row.registerYear, row.registerSeq, 1);
  const said: ServiceProof = {
    ...{ language, bureau, unit, number },
    matter: `${row.registerNumber}　${row.subject}`,
    letter: `${say(language, 'letter.reply')}　${replyNumber}`,
    addressee: row.applicantName,
    address: row.address,
    way: say(language, `deliveryWay.${reply.way}`),
    mailNumber: reply.mailNumber,
    sentOn: reply.on,
    receivedBy: delivered?.kind === 'delivered' ? delivered.receivedBy : reply.receivedBy,
    receivedOn: standing.deliveredOn,
  };
  return {
    number,
    said,
    print: async (fonts, madeAt) =>
      (await import('../../print/serviceProof.ts')).printServiceProof(fonts, said, madeAt),
  };
}
