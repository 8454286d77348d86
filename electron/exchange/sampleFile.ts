/** The sample registry as a file of plain facts: people, real documents and what happened to each, in order of days. */

import { ATTRIBUTES, BASIS_CODES, type BasisCode, type DisclosureAttribute } from '../domain/attribute.ts';
import { type Day, isDay } from '../domain/day.ts';
import type { DocumentInput } from '../domain/issuing.ts';
import {
  CHANNELS,
  INTERPRETATION_FORMS,
  type InterpretationForm,
  type PublicationChannel,
} from '../domain/publication.ts';
import {
  REVIEW_STEPS,
  type ReviewOutcome,
  type ReviewStepName,
  type SecrecyTick,
  STEP_OUTCOMES,
} from '../domain/review.ts';
import { ROLES, type Role } from '../domain/roles.ts';

type SampleDivision = { readonly name: string; readonly shortName: string; readonly isGeneralOffice: boolean };

type SamplePerson = {
  readonly login: string;
  readonly name: string;
  /** Name of the division. */
  readonly division: string;
  readonly roles: readonly Role[];
};

/** The form as filled in, with the division's name instead of its id. */
export type SampleInput = Omit<DocumentInput, 'draftingDivisionId'> & { readonly draftingDivision: string };

/** What happened to a document on a day; `by` is the login of who did it. */
type Happened = { readonly on: Day; readonly by: string };

export type SampleFact = Happened &
  (
    | { readonly kind: 'filing'; readonly copies: number; readonly deliveredBy: string; readonly location: string }
    | { readonly kind: 'waiver'; readonly reason: string }
    | { readonly kind: 'loan'; readonly copyNo: number; readonly party: string; readonly dueBackOn: Day }
    | {
        readonly kind: 'signature';
        readonly step: ReviewStepName;
        readonly outcome: ReviewOutcome;
        readonly opinion: string;
        /** Ticks that are yes; the drafter's others are no. */
        readonly ticked: readonly SecrecyTick[];
        readonly basis: BasisCode | null;
        readonly isLeaderInfoProofread: boolean;
      }
    | { readonly kind: 'proofreading'; readonly note: string }
    | { readonly kind: 'amendment'; readonly changes: Partial<SampleInput>; readonly reason: string }
    | {
        readonly kind: 'attributeChange';
        readonly to: DisclosureAttribute;
        readonly basis: BasisCode | null;
        readonly reason: string;
      }
    | {
        readonly kind: 'posting';
        readonly channel: PublicationChannel;
        readonly url: string;
        readonly lateReason: string;
        readonly exceptionReason: string;
      }
    | {
        readonly kind: 'interpretation';
        readonly title: string;
        readonly form: InterpretationForm;
        readonly url: string;
      }
    | { readonly kind: 'voiding'; readonly reason: string }
  );

export type SampleDocument = {
  /** Id in the public data that the title, number and days come from. */
  readonly source: string;
  readonly registeredBy: string;
  readonly registeredOn: Day;
  readonly input: SampleInput;
  /** In order of days. */
  readonly facts: readonly SampleFact[];
};

export type Sample = {
  /** What is real in it and what is invented; shown where the sample is opened. */
  readonly notice: string;
  readonly bureauName: string;
  readonly today: Day;
  readonly divisions: readonly SampleDivision[];
  readonly people: readonly SamplePerson[];
  readonly documents: readonly SampleDocument[];
};

const BLANK_INPUT: SampleInput = {
  docNumberRaw: '',
  isUnnumbered: false,
  title: '',
  docType: '',
  draftingDivision: '',
  drafter: '',
  signer: '',
  signedOn: null,
  writtenOn: null,
  printedOn: null,
  attribute: null,
  basis: null,
  basisLaw: '',
  reason: '',
  isNormative: false,
  isLeaderRelated: false,
  isJoint: false,
  leadAgency: '',
  legalityReviewNumber: '',
  legalityReviewOn: null,
  interpretationPlan: '',
  channel: '',
  annexes: [],
  remarkNote: '',
  note: '',
};

/** Values that the file leaves out of a fact of each kind. */
const BLANK_FACTS: { readonly [K in SampleFact['kind']]: object } = {
  filing: { location: '' },
  waiver: {},
  loan: {},
  signature: { opinion: '', ticked: [], basis: null, isLeaderInfoProofread: false },
  proofreading: { note: '' },
  amendment: {},
  attributeChange: { basis: null, reason: '' },
  posting: { url: '', lateReason: '', exceptionReason: '' },
  interpretation: {},
  voiding: {},
};

/** The sample with everything the file leaves out filled in; throws where the file contradicts itself, as it ships with us. */
export function readSample(value: unknown): Sample {
  const file = value as Sample;
  const documents = file.documents.map((document) => ({
    ...document,
    input: { ...BLANK_INPUT, ...document.input },
    facts: document.facts.map((fact) => ({ ...BLANK_FACTS[fact.kind], ...fact })),
  }));
  const sample: Sample = { ...file, documents };
  const faults = faultsOf(sample);
  if (faults.length > 0) throw new Error(`The sample registry is inconsistent: ${faults.slice(0, 5).join('; ')}`);
  return sample;
}

function faultsOf(sample: Sample): string[] {
  const divisions = new Set(sample.divisions.map(({ name }) => name));
  const logins = new Set(sample.people.map(({ login }) => login));
  const faults = [
    ...(isDay(sample.today) ? [] : ['today is no day']),
    ...(sample.divisions.filter(({ isGeneralOffice }) => isGeneralOffice).length === 1
      ? []
      : ['not one general office']),
    ...(divisions.size === sample.divisions.length ? [] : ['a division twice']),
    ...(logins.size === sample.people.length ? [] : ['a login twice']),
  ];
  for (const person of sample.people) {
    if (!divisions.has(person.division)) faults.push(`${person.login}: unknown division`);
    if (!person.roles.every((role) => ROLES.includes(role))) faults.push(`${person.login}: unknown role`);
  }
  for (const document of sample.documents) {
    const about = (fault: string) => faults.push(`${document.source}: ${fault}`);
    if (!divisions.has(document.input.draftingDivision)) about('unknown division');
    if (!logins.has(document.registeredBy)) about('unknown registrar');
    if (document.input.attribute === null) about('no attribute');
    let last: Day = document.registeredOn;
    for (const fact of document.facts) {
      if (!isDay(fact.on) || fact.on < last || fact.on > sample.today) about(`${fact.kind} on ${fact.on} out of order`);
      if (!logins.has(fact.by)) about(`${fact.kind} by an unknown person`);
      if (!isKnown(fact)) about(`${fact.kind} with an unknown value`);
      last = fact.on;
    }
  }
  return faults;
}

function isKnown(fact: SampleFact): boolean {
  const includes = (list: readonly string[], value: string | null) => value === null || list.includes(value);
  if (!Object.hasOwn(BLANK_FACTS, fact.kind)) return false;
  if (fact.kind === 'signature') {
    return (
      includes(REVIEW_STEPS, fact.step) &&
      includes(STEP_OUTCOMES[fact.step], fact.outcome) &&
      includes(BASIS_CODES, fact.basis)
    );
  }
  if (fact.kind === 'attributeChange') return includes(ATTRIBUTES, fact.to) && includes(BASIS_CODES, fact.basis);
  if (fact.kind === 'posting') return includes(CHANNELS, fact.channel);
  return fact.kind !== 'interpretation' || includes(INTERPRETATION_FORMS, fact.form);
}
