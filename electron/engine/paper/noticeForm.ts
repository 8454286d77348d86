/** 催办通知单 about anything owed: a document, a request, a matter. Its degree follows from the days left. */

import { chaseDegree } from '../../domain/chasing.ts';
import { yearOf } from '../../domain/day.ts';
import { addWorkingDays } from '../../domain/deadline.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { joinParts, say, sayRule } from '../../domain/wording/say.ts';
import { type LedgerLine, linesOf } from '../../store/ledgerQuery.ts';
import { divisionScope } from '../actor.ts';
import { documentSubject } from '../documents/documentDuties.ts';
import { isInHand } from '../duties/assigning.ts';
import { openDutyOf } from '../duties/chasing.ts';
import { watchedDuties } from '../duties/openDuties.ts';
import { os, registryOf } from '../procedure.ts';
import { refuseBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { type Form, type FormAsked, type Numbering, numberingOf, recordForm } from './formFacts.ts';
import { handOut, type PaperFacts, paperFacts } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';

/** Working days that a division has to answer what is overdue. */
const DAYS_TO_ANSWER = 3;

export type NoticeAsked = {
  readonly look: Look;
  readonly language: Language;
  readonly facts: PaperFacts;
  readonly numbering: Numbering;
};

/** Of the duty asked, else of the posting or interpretation that is due first, else of any other. */
export function noticeOf(asked: FormAsked): Form {
  const { line, duties, rule } = asked;
  const owed = duties.filter(({ doneOn }) => doneOn === null);
  const duty = rule === undefined ? (watchedDuties(owed)[0] ?? owed[0]) : owed.find((each) => each.rule === rule);
  if (!duty) refuseBroken('paper.nothingOwed', 'rule');
  return noticeAbout({ subject: documentSubject(line), duty }, asked);
}

export function noticeAbout({ subject, duty }: OwedDuty, { look, language, facts, numbering }: NoticeAsked): Form {
  const asked = subject.kind === 'document' ? linesOf(look.db, [subject.id])[0] : undefined;
  // Who only answers for the duty is told nothing else of the document.
  const line = asked && isInHand(asked, divisionScope(look.actor)) ? asked : undefined;
  const isOverdue = duty.dueOn < look.today;
  const number = numbering(`CB-${yearOf(look.today)}-`);
  const slip = {
    ...{ language, number, bureau: facts.bureau, unit: facts.unit, isOverdue, kind: subject.kind },
    ...{ division: subject.divisionName, title: subject.title, docNumber: subject.number },
    degree: chaseDegree(duty, look.today),
    signedOn: line?.document.signedOn ?? line?.document.writtenOn ?? duty.triggerOn,
    trigger: say(language, `trigger.${duty.triggerSource}`),
    attribute: line ? say(language, `attribute.${line.document.attribute}`) : '',
    duty: say(language, `duty.${duty.rule}`),
    isPosting: duty.rule === 'posting',
    article: sayRule(language, 'dutyArticle', duty.article),
    dueOn: duty.dueOn,
    isProvisional: duty.provisional,
    workingDaysLeft: duty.workingDaysLeft,
    standing: line ? standingInWords(line, language) : '',
    answerBy: isOverdue ? addWorkingDays(look.today, DAYS_TO_ANSWER, look.calendar).dueOn : duty.dueOn,
    issuedOn: look.today,
    contact: facts.printedBy,
    copyTo: isOverdue ? say(language, 'role.leaderInCharge') : '',
  };
  const writer = () => import('../../print/reminderSlip.ts');
  return {
    number,
    mark: duty.rule,
    isNew: true,
    said: slip,
    print: async (fonts, madeAt) => (await writer()).printReminderSlip(fonts, slip, madeAt),
    draw: async (paper) => (await writer()).drawReminderSlip(paper, slip, true),
  };
}

function standingInWords({ standing }: LedgerLine, language: Language): string {
  return joinParts(
    language,
    standing.blockers.map(({ code, params }) => say(language, `blocker.${code}`, params)),
  );
}

export const notice = os.printing.notice.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, 'notice');
  const { subject, rule, language } = input;
  const paper = await registryOf(engine).write(actor, async (work) => {
    const owed = openDutyOf(work, subject, rule);
    const made = noticeAbout(owed, { look: work, language, facts: paperFacts(work), numbering: numberingOf(work) });
    const label = [owed.subject.number, owed.subject.title].filter((part) => part !== '').join(' ');
    recordForm(work, 'notice', { ...made, faces }, { kind: subject.kind, id: subject.id, label });
    return {
      name: `${say(language, 'paper.notice')} ${made.number}`,
      content: await made.print(fonts, work.now),
      missing: missingCharacters(fonts, textsOf(made.said)),
    };
  });
  return handOut({ engine, token }, paper);
});
