/** Forms of one document: receipt slip, review form, reminder, counted days. Each leaves its number in the trail. */

import { yearOf } from '../domain/day.ts';
import { addWorkingDays, explainDeadline } from '../domain/deadline.ts';
import type { Duty } from '../domain/duties.ts';
import { isApproved, reviewState } from '../domain/review.ts';
import type { Language } from '../domain/wording/catalogue.ts';
import { say, sayRule } from '../domain/wording/say.ts';
import type { FontSet } from '../print/fonts.ts';
import type { ReminderDegree } from '../print/reminderSlip.ts';
import { listNotices } from '../store/calendar.ts';
import { filingsOf, findRevisionByHash, reviewsOf } from '../store/documents.ts';
import type { LedgerLine } from '../store/ledgerQuery.ts';
import { findPerson } from '../store/people.ts';
import { nextFormNumber } from '../store/snapshots.ts';
import { divisionScope } from './actor.ts';
import { basisInWords } from './ledgerRows.ts';
import { watchedDuties } from './openDuties.ts';
import { handOut, type PaperFacts, paperFacts, readableTime } from './paperFacts.ts';
import { fontsIn } from './paperFonts.ts';
import { os, registryOf } from './procedure.ts';
import { refuseBroken } from './refusal.ts';
import { labelOf } from './registering.ts';
import type { Look } from './registry.ts';
import { reviewRecord } from './standing.ts';
import { dutiesOfLine, lineOf } from './summaries.ts';

type FormName = 'receipt' | 'review' | 'notice' | 'whyDate';

type Asked = {
  readonly look: Look;
  readonly line: LedgerLine;
  readonly duties: readonly Duty[];
  readonly rule: string | undefined;
  readonly language: Language;
  readonly facts: PaperFacts;
};

/** A form ready to be printed: its number, empty where it has none, and all it will say. */
type Form = {
  readonly number: string;
  readonly said: unknown;
  readonly print: (fonts: FontSet, madeAt: string) => Promise<Uint8Array>;
};

const FORMS: Readonly<Record<FormName, (asked: Asked) => Form>> = {
  receipt: receiptOf,
  review: reviewOf,
  notice: noticeOf,
  whyDate: whyDateOf,
};

export const form = os.ledgers.form.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../print/fonts.ts');
  const fonts = await fontsIn(engine.resources.fonts);
  const { language, rule } = input;
  const { name, content, missing } = await registryOf(engine).write(actor, async (work) => {
    const line = lineOf(work, input.documentId, divisionScope(actor));
    const duties = dutiesOfLine(line, work);
    const made = FORMS[input.form]({ look: work, line, duties, rule, language, facts: paperFacts(work) });
    const label = [made.number, labelOf(line.document)].filter((part) => part !== '').join(' ');
    const changes = [{ field: 'form', before: '', after: input.form }];
    work.record({ act: 'ledgers.form', entity: 'document', entityId: line.document.id, label, changes });
    const kind = say(language, `paper.${input.form}`);
    return {
      name: `${kind} ${made.number || (line.document.docNumber ?? line.document.title.slice(0, 40))}`,
      content: await made.print(fonts, work.now),
      missing: missingCharacters(fonts, textsOf(made.said)),
    };
  });
  return handOut({ engine, token }, { name, content, missing });
});

/** Texts that all forms carry. */
function common({ line, language }: Asked) {
  const { document, divisionName: division } = line;
  const { title } = document;
  return { language, title, docNumber: document.docNumber ?? '', division };
}

/** 回执 */
function receiptOf(asked: Asked): Form {
  const { look, line, duties, language, facts } = asked;
  const { document, standing } = line;
  const latest = filingsOf(look.db, document.id).findLast(({ correctsId }) => correctsId === null);
  if (!latest) refuseBroken('copies.filingUnknown', 'documentId');
  const posting = duties.find(({ rule }) => rule === 'posting');
  const owed = duties.find(({ rule, doneOn }) => rule === 'copies' && doneOn === null);
  const number = nextFormNumber(look.db, `HZ-${yearOf(look.today)}-`);
  const { copiesRequired, copiesReceived } = standing;
  const waived = document.copiesWaivedOn === null ? '' : say(language, 'ledgerRemark.waived');
  const slip = {
    ...common(asked),
    ...{ number, bureau: facts.bureau, unit: facts.unit, copiesRequired, copiesReceived },
    attribute: say(language, `attribute.${document.attribute}`),
    missingBy: owed && owed.dueOn >= look.today ? owed.dueOn : null,
    deliveredBy: latest.deliveredBy,
    receivedBy: findPerson(look.db, latest.receivedById)?.name ?? '',
    receivedAt: readableTime(latest.enteredAt),
    receivedOn: latest.deliveredOn,
    dueOn: posting?.dueOn ?? null,
    isProvisional: posting?.provisional ?? false,
    remark: [waived, latest.note].filter((part) => part !== '').join(say(language, 'filter.separator')),
  };
  return {
    number,
    said: slip,
    print: async (fonts, madeAt) => (await import('../print/receiptSlip.ts')).printReceiptSlip(fonts, slip, madeAt),
  };
}

/** The latest review as signed so far; before the first signature an empty form to be signed by hand. */
function reviewOf(asked: Asked): Form {
  const { look, line, language, facts } = asked;
  const { document } = line;
  const review = reviewsOf(look.db, document.id)[0];
  const record = review && reviewRecord(review);
  const state = reviewState(record, document.contentHash);
  const contentHash = review?.steps.at(-1)?.contentHash ?? document.contentHash;
  const isEnded = isApproved(state) || state.stage === 'withheld';
  const number = review?.formNumber ?? '';
  const sheet = {
    ...common(asked),
    ...{ number, bureau: facts.bureau, printedBy: facts.printedBy, printedAt: facts.printedAt, contentHash },
    filledOn: review?.startedOn ?? look.today,
    drafter: document.drafter,
    docType: document.docType,
    channel: document.channel ? say(language, `channel.${document.channel}`) : '',
    attribute: say(language, `attribute.${document.attribute}`),
    basis: basisInWords(line, language),
    revision: findRevisionByHash(look.db, document.id, contentHash)?.revision ?? document.revision,
    ticks: review?.steps.find(({ step }) => step === 'drafter')?.ticks ?? {},
    stepsRequired: review?.stepsRequired ?? look.settings.reviewStepsRequired,
    steps: review?.steps ?? [],
    conclusion: isEnded ? (state.conclusion ?? null) : null,
    lapse: state.lapsed ? say(language, 'stage.lapsed') : '',
    remark: document.remarkNote,
  };
  return {
    number,
    said: sheet,
    print: async (fonts, madeAt) => (await import('../print/reviewForm.ts')).printReviewForm(fonts, sheet, madeAt),
  };
}

/** Working days that a division has to answer what is overdue. */
const DAYS_TO_ANSWER = 3;

/** 催办通知单: of the duty asked, else of the posting or interpretation that is due first, else of any other. */
function noticeOf(asked: Asked): Form {
  const { look, line, duties, rule, language, facts } = asked;
  const owed = duties.filter(({ doneOn }) => doneOn === null);
  const duty = rule === undefined ? (watchedDuties(owed)[0] ?? owed[0]) : owed.find((each) => each.rule === rule);
  if (!duty) refuseBroken('paper.nothingOwed', 'rule');
  const { document, standing } = line;
  const isOverdue = duty.dueOn < look.today;
  const degree: ReminderDegree = isOverdue ? 'supervision' : duty.workingDaysLeft <= 1 ? 'urging' : 'notice';
  const number = nextFormNumber(look.db, `CB-${yearOf(look.today)}-`);
  const slip = {
    ...common(asked),
    ...{ number, degree, bureau: facts.bureau, unit: facts.unit, isOverdue },
    signedOn: document.signedOn ?? document.writtenOn ?? duty.triggerOn,
    attribute: say(language, `attribute.${document.attribute}`),
    duty: say(language, `duty.${duty.rule}`),
    article: sayRule(language, 'dutyArticle', duty.article),
    dueOn: duty.dueOn,
    isProvisional: duty.provisional,
    workingDaysLeft: duty.workingDaysLeft,
    standing: standing.blockers
      .map(({ code, params }) => say(language, `blocker.${code}`, params))
      .join(say(language, 'filter.separator')),
    answerBy: isOverdue ? addWorkingDays(look.today, DAYS_TO_ANSWER, look.calendar).dueOn : duty.dueOn,
    issuedOn: look.today,
    contact: facts.printedBy,
    copyTo: isOverdue ? say(language, 'role.leaderInCharge') : '',
  };
  return {
    number,
    said: slip,
    print: async (fonts, madeAt) => (await import('../print/reminderSlip.ts')).printReminderSlip(fonts, slip, madeAt),
  };
}

/** The counted days of the duty asked, else of the posting. */
function whyDateOf(asked: Asked): Form {
  const { look, duties, rule = 'posting', language, facts } = asked;
  const duty = duties.find((each) => each.rule === rule);
  if (!duty) refuseBroken('paper.noDeadline', 'rule');
  const years = [yearOf(duty.triggerOn), yearOf(duty.dueOn)];
  const why = {
    ...common(asked),
    ...facts,
    duty: say(language, `duty.${duty.rule}`),
    article: sayRule(language, 'dutyArticle', duty.article),
    trigger: say(language, `trigger.${duty.triggerSource}`),
    deadline: explainDeadline(duty.triggerOn, duty.days, duty.unit, look.calendar),
    notices: listNotices(look.db)
      .filter(({ year }) => years.includes(year))
      .map(({ number }) => number),
  };
  return {
    number: '',
    said: why,
    print: async (fonts, madeAt) => (await import('../print/whyDate.ts')).printWhyDate(fonts, why, madeAt),
  };
}
