import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BasisCode, brokenOnAttributeChange, type DisclosureAttribute } from '../../electron/domain/attribute.ts';
import { buildCalendar } from '../../electron/domain/calendar.ts';
import { brokenOnDelivery, brokenOnWaiver, type Filing } from '../../electron/domain/copies.ts';
import type { Day } from '../../electron/domain/day.ts';
import { deadlineOf } from '../../electron/domain/deadline.ts';
import { dutiesOf } from '../../electron/domain/documentDuties.ts';
import type { Duty } from '../../electron/domain/duties.ts';
import { BUILT_IN_RULES } from '../../electron/domain/dutyRules.ts';
import { brokenOnRegistering, type DocumentInput } from '../../electron/domain/issuing.ts';
import {
  brokenOnInterpreting,
  brokenOnPosting,
  type ProofreadingRound,
  type PublicationChannel,
  proofreadingRounds,
} from '../../electron/domain/publication.ts';
import {
  isApproved,
  needsNewReview,
  REVIEW_STEPS,
  type ReviewRecord,
  reviewState,
  SECRECY_TICKS,
} from '../../electron/domain/review.ts';
import {
  boundFields,
  canonicalJson,
  changedBoundFields,
  type ReviewedDocument,
} from '../../electron/domain/reviewContent.ts';
import { DEFAULT_SETTINGS } from '../../electron/domain/settings.ts';
import { brokenOnSigning } from '../../electron/domain/signing.ts';
import { type DocumentStanding, isLedByOther, standingOf } from '../../electron/domain/standing.ts';
import { readSample, type SampleDocument, type SampleFact } from '../../electron/exchange/sampleFile.ts';

const seed = (name: string) => JSON.parse(readFileSync(new URL(`../../drizzle/seed/${name}`, import.meta.url), 'utf8'));
const sample = readSample(seed('sample.json'));
const calendar = buildCalendar(seed('holidays.json'));
const people = new Map(sample.people.map((person) => [person.login, person]));
const { today } = sample;

/** One document while it is lived through again, by the rules alone. */
type Life = {
  input: DocumentInput;
  revision: number;
  review: ReviewRecord | null;
  filings: Filing[];
  waivedOn: Day | null;
  proofreadings: ProofreadingRound[];
  publications: { postedOn: Day; withdrawnOn: null; exceptionReason: string }[];
  interpretations: { postedOn: Day }[];
  attributeChanges: { from: DisclosureAttribute | null; to: DisclosureAttribute; changedOn: Day }[];
  isVoided: boolean;
};

function inputOf({ input: { draftingDivision, ...input } }: SampleDocument): DocumentInput {
  return { ...input, draftingDivisionId: draftingDivision };
}

function reviewed(life: Life): ReviewedDocument {
  const { input, revision } = life;
  return {
    id: 'document',
    revision,
    docNumber: input.docNumberRaw,
    title: input.title,
    draftingDivisionId: input.draftingDivisionId,
    attribute: input.attribute ?? undefined,
    basis: (input.basis ?? undefined) as BasisCode | undefined,
    reason: input.reason,
    annexes: input.annexes,
    channel: (input.channel || undefined) as PublicationChannel | undefined,
  };
}

const hashOf = (life: Life) => canonicalJson(boundFields(reviewed(life)));

function change(life: Life, changes: Partial<DocumentInput>): void {
  const before = reviewed(life);
  life.input = { ...life.input, ...changes };
  if (changedBoundFields(before, reviewed(life)).length > 0) life.revision += 1;
}

function standing(life: Life): DocumentStanding {
  const { input } = life;
  return standingOf(
    {
      ...life,
      attribute: input.attribute,
      signedOn: input.signedOn,
      writtenOn: input.writtenOn,
      isNormative: input.isNormative,
      isLeaderRelated: input.isLeaderRelated,
      isLedByOther: isLedByOther(input, sample.bureauName),
      movements: [],
      copiesWaivedOn: life.waivedOn,
      copiesKept: [],
      contentHash: hashOf(life),
    },
    DEFAULT_SETTINGS,
  );
}

function lived(document: SampleDocument): { life: Life; findings: string[] } {
  const life: Life = {
    input: inputOf(document),
    revision: 1,
    review: null,
    filings: [],
    waivedOn: null,
    proofreadings: [],
    publications: [],
    interpretations: [],
    attributeChanges: [],
    isVoided: false,
  };
  const findings = brokenOnRegistering(life.input, { today: document.registeredOn }).map(
    ({ code }) => `register ${code}`,
  );
  for (const fact of document.facts) {
    const broken = happen(life, fact, document);
    findings.push(...broken.map(({ code }) => `${fact.kind} ${code}`));
  }
  return { life, findings };
}

function happen(life: Life, fact: SampleFact, document: SampleDocument): readonly { code: string }[] {
  const { on, by } = fact;
  switch (fact.kind) {
    case 'filing': {
      life.filings.push({ id: `${life.filings.length}`, copies: fact.copies, deliveredOn: on });
      return brokenOnDelivery({ copies: fact.copies, deliveredOn: on, deliveredBy: fact.deliveredBy }, { today });
    }
    case 'waiver':
      life.waivedOn = on;
      return brokenOnWaiver({ reason: fact.reason }, { required: 7, filings: life.filings, movements: [] });
    case 'signature':
      return sign(life, fact, document);
    case 'proofreading':
      life.proofreadings.push({ revision: life.revision, proofreadOn: on });
      return people.get(by)?.division === life.input.draftingDivisionId ? [] : [{ code: 'not the head' }];
    case 'amendment': {
      const { draftingDivision, ...changes } = fact.changes;
      change(life, draftingDivision === undefined ? changes : { ...changes, draftingDivisionId: draftingDivision });
      return [];
    }
    case 'attributeChange': {
      const from = life.input.attribute;
      life.attributeChanges.push({ from, to: fact.to, changedOn: on });
      change(life, { attribute: fact.to, basis: fact.basis, reason: fact.reason });
      return brokenOnAttributeChange(
        { attribute: fact.to, reason: fact.reason, changedOn: on },
        { from, isPosted: life.publications.length > 0, today },
      );
    }
    case 'interpretation':
      life.interpretations.push({ postedOn: on });
      return brokenOnInterpreting({ ...fact, postedOn: on }, { isVoided: false, today });
    case 'posting':
      return post(life, fact);
    case 'voiding':
      life.isVoided = true;
      return [];
    case 'loan':
      return fact.copyNo <= life.filings.reduce((sum, { copies }) => sum + copies, 0) ? [] : [{ code: 'no such copy' }];
  }
}

function sign(life: Life, fact: SampleFact & { kind: 'signature' }, document: SampleDocument) {
  const signer = people.get(fact.by);
  if (signer === undefined) throw new Error(fact.by);
  const contentHash = hashOf(life);
  const isOpening = fact.step === 'drafter' && needsNewReview(reviewState(life.review ?? undefined, contentHash));
  const ticks = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, fact.ticked.includes(tick)]));
  const shared = { ...fact, basis: fact.basis ?? undefined, ticks: fact.step === 'drafter' ? ticks : undefined };
  const broken = brokenOnSigning({
    ...shared,
    review: isOpening ? undefined : (life.review ?? undefined),
    signer: { id: fact.by, roles: signer.roles, divisionId: signer.division },
    document: {
      draftingDivisionId: life.input.draftingDivisionId,
      registeredById: document.registeredBy,
      isLeaderRelated: life.input.isLeaderRelated,
    },
    currentContentHash: contentHash,
  });
  const step = { ...shared, signerId: fact.by, signerName: signer.name, signedOn: fact.on, contentHash };
  const opened: ReviewRecord = { id: 'r', documentId: 'd', startedOn: fact.on, steps: [], stepsRequired: REVIEW_STEPS };
  const review = isOpening ? opened : (life.review ?? opened);
  life.review = { ...review, steps: [...review.steps, step] };
  return broken;
}

function post(life: Life, fact: SampleFact & { kind: 'posting' }) {
  const { clockOn } = standing(life);
  const contentHash = hashOf(life);
  const broken = brokenOnPosting(
    { ...fact, postedOn: fact.on },
    {
      attribute: life.input.attribute,
      isVoided: life.isVoided,
      isNormative: life.input.isNormative,
      isLeaderRelated: life.input.isLeaderRelated,
      signedOn: life.input.signedOn,
      reviewedChannel: life.input.channel,
      review: reviewState(life.review ?? undefined, contentHash),
      proofreadingRounds: proofreadingRounds({
        rounds: life.proofreadings,
        revision: life.revision,
        review: life.review,
        currentContentHash: contentHash,
      }),
      proofreadingRoundsRequired: DEFAULT_SETTINGS.proofreadingRounds,
      interpretedOn: life.interpretations.map(({ postedOn }) => postedOn),
      today,
      dueOn: clockOn && deadlineOf(clockOn, 20, 'WD', calendar).dueOn,
    },
  );
  life.publications.push({ postedOn: fact.on, withdrawnOn: null, exceptionReason: fact.exceptionReason });
  return broken;
}

/** Filings with the government are told apart from this file. */
const NOT_FILED = { promulgatedOn: null, reportedOn: null };

describe('the sample registry', () => {
  const lives = sample.documents.map((document) => ({ document, ...lived(document) }));
  const standings = lives.map(({ life }) => standing(life));
  const dutiesToday: Duty[] = lives.flatMap(({ life }, at) => {
    const facts = {
      ...life.input,
      ...(standings[at] as DocumentStanding),
      isVoided: life.isVoided,
      postingDueOn: null,
      kept: [],
      ...NOT_FILED,
    };
    return [...dutiesOf(facts, { calendar, today, settings: DEFAULT_SETTINGS, rules: BUILT_IN_RULES })];
  });
  const postings = (state: Duty['state']) =>
    dutiesToday.filter((duty) => duty.rule === 'posting' && duty.state === state);

  test('breaks no rule when its documents are lived through again', () => {
    expect(
      lives.flatMap(({ document, findings }) => findings.map((finding) => `${document.source} ${finding}`)),
    ).toEqual([]);
  });

  test('has every role filled, with one general office among the divisions of the bureau', () => {
    expect(new Set(sample.people.flatMap(({ roles }) => roles)).size).toBe(6);
    expect(sample.divisions).toHaveLength(31);
    expect(sample.people.some(({ name }) => name === '何䶮')).toBe(true);
    expect(sample.documents.length).toBeGreaterThan(230);
  });

  test('gives its day something in each tile of the board', () => {
    expect(postings('today').map(({ dueOn }) => dueOn)).toContain('2019-09-24');
    expect(postings('soon').length).toBeGreaterThanOrEqual(3);
    expect(postings('overdue').length).toBeGreaterThanOrEqual(4);
    expect(postings('overdue').length).toBeLessThan(20);
    expect(postings('metLate').length).toBeGreaterThan(3);
    expect(standings.filter(({ copiesMissing }) => copiesMissing > 0).length).toBeGreaterThan(5);
    expect(standings.filter(({ needsInterpretation }) => needsInterpretation).length).toBeGreaterThan(0);
  });

  test('has documents at every stage of the review, and of every attribute', () => {
    const stages = new Set(standings.map(({ reviewStage }) => reviewStage));
    for (const stage of [
      'none',
      'divisionHead',
      'generalOffice',
      'leaderInCharge',
      'returned',
      'referred',
      'lapsed',
      'withheld',
      'approved',
      'approvedPartial',
    ]) {
      expect(stages, stage).toContain(stage);
    }
    const share = (attribute: DisclosureAttribute) =>
      lives.filter(({ life }) => life.input.attribute === attribute).length / lives.length;
    expect(share('PROACTIVE')).toBeGreaterThan(0.85);
    expect(share('ON_REQUEST')).toBeGreaterThan(0.02);
    expect(share('NOT_DISCLOSED')).toBeGreaterThan(0.01);
    expect(standings.some(({ blockers }) => blockers.some(({ code }) => code === 'proofreadingMissing'))).toBe(true);
    expect(
      lives.every(
        ({ life }) => life.publications.length === 0 || isApproved(reviewState(life.review ?? undefined, hashOf(life))),
      ),
    ).toBe(true);
  });

  test('refuses a file that contradicts itself', () => {
    const first = sample.documents[0];
    expect(() => readSample({ ...sample, documents: [{ ...first, registeredBy: 'nobody' }] })).toThrow(
      'unknown registrar',
    );
  });
});
