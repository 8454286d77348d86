/** Forms of one document, ready to be drawn: receipt of a delivery, review form, counted days. */

import { yearOf } from '../../domain/day.ts';
import { explainDeadline } from '../../domain/deadline.ts';
import type { Duty } from '../../domain/duties.ts';
import { isApproved, reviewState } from '../../domain/review.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { joinParts, say, sayRule } from '../../domain/wording/say.ts';
import type { FontSet } from '../../print/fonts.ts';
import type { Paper } from '../../print/page.ts';
import { listNotices } from '../../store/calendar.ts';
import { filingsOf, findRevisionByHash, reviewsOf } from '../../store/documents.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { findPerson } from '../../store/people.ts';
import { formNumberOf, nextFormNumber } from '../../store/snapshots.ts';
import { reviewRecord } from '../documents/standing.ts';
import { refuseBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { basisInWords } from './ledgerRows.ts';
import { type PaperFacts, readableTime } from './paperFacts.ts';
import type { PaperFonts } from './paperFonts.ts';

/** The next number behind a prefix such as `HZ-2019-`; a batch counts on by itself. */
export type Numbering = (prefix: string) => string;

export type FormAsked = {
  readonly look: Look;
  readonly line: LedgerLine;
  readonly duties: readonly Duty[];
  readonly rule: string | undefined;
  readonly language: Language;
  readonly facts: PaperFacts;
  readonly numbering: Numbering;
  /** The delivery that a receipt is for; the latest unless given. */
  readonly filingId?: string | undefined;
};

/** A form ready to be drawn: its number, empty where it has none, and all it will say. */
export type Form = {
  readonly number: string;
  /** By which the trail knows the same form again, such as the delivery of a receipt. */
  readonly mark: string;
  /** The number was given out just now, and nobody else may have taken it by the time the form is noted. */
  readonly isNew: boolean;
  readonly said: unknown;
  readonly print: (fonts: FontSet, madeAt: string) => Promise<Uint8Array>;
  /** Draws it on a paper that holds many; absent where none ever does. */
  readonly draw?: (paper: Paper) => Promise<void>;
};

export function numberingOf(look: Look): Numbering {
  const given = new Map<string, string>();
  return (prefix) => {
    const last = given.get(prefix);
    const next = last === undefined ? nextFormNumber(look.db, prefix) : following(last);
    given.set(prefix, next);
    return next;
  };
}

function following(number: string): string {
  return number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}

/** Texts that all forms carry. */
function common({ line, language }: FormAsked) {
  const { document, divisionName: division } = line;
  const { title } = document;
  return { language, title, docNumber: document.docNumber ?? '', division };
}

/** 回执: the same delivery keeps its number, however often its receipt is printed. */
export function receiptOf(asked: FormAsked): Form {
  const { look, line, duties, language, facts, filingId } = asked;
  const { document, standing } = line;
  const filing = filingsOf(look.db, document.id).findLast(({ id, correctsId }) =>
    filingId === undefined ? correctsId === null : id === filingId,
  );
  if (!filing) refuseBroken('copies.filingUnknown', 'documentId');
  const posting = duties.find(({ rule }) => rule === 'posting');
  const owed = duties.find(({ rule, doneOn }) => rule === 'copies' && doneOn === null);
  const known = formNumberOf(look.db, document.id, filing.id);
  const number = known ?? asked.numbering(`HZ-${yearOf(look.today)}-`);
  const { copiesRequired, copiesReceived } = standing;
  const waived = document.copiesWaivedOn === null ? '' : say(language, 'ledgerRemark.waived');
  const slip = {
    ...common(asked),
    ...{ number, bureau: facts.bureau, unit: facts.unit, copiesRequired, copiesReceived },
    attribute: say(language, `attribute.${document.attribute}`),
    missingBy: owed && owed.dueOn >= look.today ? owed.dueOn : null,
    deliveredBy: filing.deliveredBy,
    receivedBy: findPerson(look.db, filing.receivedById)?.name ?? '',
    receivedAt: readableTime(filing.enteredAt),
    receivedOn: filing.deliveredOn,
    dueOn: posting?.dueOn ?? null,
    isProvisional: posting?.provisional ?? false,
    remark: joinParts(language, [waived, filing.note]),
  };
  const writer = () => import('../../print/receiptSlip.ts');
  return {
    number,
    mark: filing.id,
    isNew: known === undefined,
    said: slip,
    print: async (fonts, madeAt) => (await writer()).printReceiptSlip(fonts, slip, madeAt),
    draw: async (paper) => (await writer()).drawReceiptSlip(paper, slip, true),
  };
}

/** The latest review as signed so far; before the first signature an empty form to be signed by hand. */
export function reviewOf(asked: FormAsked): Form {
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
  const writer = () => import('../../print/reviewForm.ts');
  return {
    number,
    mark: '',
    isNew: false,
    said: sheet,
    print: async (fonts, madeAt) => (await writer()).printReviewForm(fonts, sheet, madeAt),
    draw: async (paper) => (await writer()).drawReviewForm(paper, sheet, true),
  };
}

/** The counted days of the duty asked, else of the posting. */
export function whyDateOf(asked: FormAsked): Form {
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
    mark: '',
    isNew: false,
    said: why,
    print: async (fonts, madeAt) => (await import('../../print/whyDate.ts')).printWhyDate(fonts, why, madeAt),
  };
}

export type Printed = { readonly kind: string; readonly id: string; readonly label: string };

/** The trail is what hands out the numbers of forms. */
export function recordForm(
  work: Work,
  name: string,
  { number, mark, faces }: Form & Pick<PaperFonts, 'faces'>,
  { kind, id, label }: Printed,
): void {
  const changes = [
    { field: 'form', before: '', after: name },
    ...(mark === '' ? [] : [{ field: 'mark', before: '', after: mark }]),
    ...faces,
  ];
  const whole = [number, label].filter((part) => part !== '').join(' ');
  work.record({ act: 'ledgers.form', entity: kind, entityId: id, label: whole, changes });
}
