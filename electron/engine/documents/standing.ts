/** Gathers all facts of one document and stores where it stands; called in every write that touches a document. */

import { hash } from 'node:crypto';
import type { CopiesFacts } from '../../domain/copies.ts';
import { type DocumentDutyFacts, dutiesOf } from '../../domain/documentDuties.ts';
import { type KeptDuty, NOTHING_KEPT } from '../../domain/keptDuty.ts';
import type { ReviewRecord } from '../../domain/review.ts';
import { boundFields, canonicalJson, type ReviewedDocument } from '../../domain/reviewContent.ts';
import { isLedByOther, type StandingFacts, standingOf } from '../../domain/standing.ts';
import {
  changesOf,
  type DocumentRow,
  filingsOf,
  findDocument,
  interpretationsOf,
  movementsOf,
  proofreadingsOf,
  publicationsOf,
  type ReviewRow,
  type ReviewStepRow,
  reviewsOf,
  type StandingRow,
  storeStanding,
} from '../../store/documents.ts';
import type { DutyLine } from '../../store/dutyLines.ts';
import { readInstallation } from '../../store/installation.ts';
import { keptDutiesOf } from '../../store/keptDuties.ts';
import { type FilingFacts, NOT_TO_FILE } from '../../store/normative.ts';
import type { ReadableDb } from '../../store/open.ts';
import { toPostIds } from '../../store/openWork.ts';
import { specialDeadlinesOf } from '../../store/specialDeadlines.ts';
import type { Look, Work } from '../registry.ts';

export function reviewedDocument(row: DocumentRow): ReviewedDocument {
  const { id, revision, title, draftingDivisionId, attribute, annexes, basisLaw, reason } = row;
  const known = {
    docNumber: row.docNumber ?? undefined,
    basis: row.basis ?? undefined,
    channel: (row.channel || undefined) as ReviewedDocument['channel'],
    signedOn: row.signedOn ?? undefined,
    writtenOn: row.writtenOn ?? undefined,
  };
  return { id, revision, title, draftingDivisionId, attribute, annexes, basisLaw, reason, ...known };
}

/** What a signature binds, in its one spelling. */
export function contentOf(document: ReviewedDocument): string {
  return canonicalJson(boundFields(document));
}

export function hashOfContent(content: string): string {
  return hash('sha256', content);
}

export function contentHashOf(document: ReviewedDocument): string {
  return hashOfContent(contentOf(document));
}

export function reviewRecord(review: ReviewRow & { readonly steps: readonly ReviewStepRow[] }): ReviewRecord {
  return {
    id: review.id,
    documentId: review.documentId,
    startedOn: review.startedOn,
    stepsRequired: review.stepsRequired,
    steps: review.steps.map((step) => ({
      step: step.step,
      outcome: step.outcome,
      opinion: step.opinion,
      ticks: step.ticks ?? undefined,
      basis: step.basis ?? undefined,
      signerId: step.signerId,
      signerName: step.signerName,
      onBehalfOf: step.onBehalfOf,
      signedOn: step.signedOn,
      overrideReason: step.overrideReason,
      contentHash: step.contentHash,
      isLeaderInfoProofread: step.isLeaderInfoProofread,
    })),
  };
}

/** What the document's own row tells. */
function ownFacts(db: ReadableDb, row: DocumentRow) {
  const { attribute, signedOn, writtenOn, isNormative, isLeaderRelated, copiesWaivedOn, revision, contentHash } = row;
  const bureauName = row.isJoint ? (readInstallation(db)?.bureauName ?? '') : '';
  return {
    ...{ attribute, signedOn, writtenOn, isNormative, isLeaderRelated, copiesWaivedOn, revision, contentHash },
    isLedByOther: isLedByOther(row, bureauName),
    isVoided: row.voidedAt !== null,
  };
}

export function factsOf(
  db: ReadableDb,
  row: DocumentRow,
  publications: ReturnType<typeof publicationsOf>,
  kept: readonly KeptDuty[],
): StandingFacts {
  const latest = reviewsOf(db, row.id)[0];
  return {
    ...ownFacts(db, row),
    attributeChanges: changesOf(db, row.id).map(({ fromAttribute, toAttribute, changedOn }) => ({
      from: fromAttribute,
      to: toAttribute,
      changedOn,
    })),
    filings: filingsOf(db, row.id),
    movements: movementsOf(db, row.id),
    review: latest ? reviewRecord(latest) : null,
    proofreadings: proofreadingsOf(db, row.id),
    publications,
    interpretations: interpretationsOf(db, row.id),
    copiesKept: copiesKept(kept),
  };
}

function copiesKept(kept: readonly KeptDuty[]): StandingFacts['copiesKept'] {
  return kept.flatMap(({ copiesRequired, doneOn }) =>
    copiesRequired === null ? [] : { required: copiesRequired, doneOn },
  );
}

export function standingRow(sight: StandingSight, row: DocumentRow): StandingRow {
  const publications = publicationsOf(sight.db, row.id);
  const kept = keptDutiesOf(sight.db, 'document', row.id);
  const facts = factsOf(sight.db, row, publications, kept);
  return standingWith(sight, row, facts, { publications, kept, special: specialOf(sight.db, row.id) });
}

type Special = Pick<StandingRow, 'specialLaw' | 'specialDays' | 'specialUnit' | 'specialDueOn'>;
const NO_SPECIAL: Special = { specialLaw: null, specialDays: null, specialUnit: null, specialDueOn: null };

/** The deadline by a special law that holds; the last one set, unless it was withdrawn. */
function specialOf(db: ReadableDb, documentId: string): Special {
  const last = specialDeadlinesOf(db, documentId).at(-1);
  if (!last || last.withdrawal) return NO_SPECIAL;
  return { specialLaw: last.law, specialDays: last.days, specialUnit: last.unit, specialDueOn: last.dueOn };
}

function standingWith(
  sight: StandingSight,
  row: DocumentRow,
  facts: StandingFacts,
  {
    publications,
    special,
    kept,
  }: {
    readonly publications: ReturnType<typeof publicationsOf>;
    readonly special: Special;
    readonly kept: readonly KeptDuty[];
  },
): StandingRow {
  const standing = standingOf(facts, sight.settings);
  const place = publications.find(
    ({ withdrawnOn, postedOn }) => withdrawnOn === null && postedOn === standing.postedOn,
  );
  const known = { ...standing, ...special, postingDueOn: place?.dueOn ?? null };
  const posting = dutiesOf(dutyFacts(row, known, kept), sight).find(({ rule }) => rule === 'posting');
  return {
    documentId: row.id,
    signedOn: row.signedOn,
    ...standing,
    ...special,
    postingDueOn: posting?.dueOn ?? null,
    postedUrl: place?.url ?? null,
    postedChannel: place?.channel ?? null,
  };
}

/** Grows with every change of what a standing tells of the same facts. */
export const STANDING_FORM = 1;

/** What a standing is told by. */
export type StandingSight = Pick<Look, 'db' | 'calendar' | 'rules' | 'settings' | 'today'>;

export function restand(work: StandingSight & Pick<Work, 'db'>, documentId: string): StandingRow {
  const row = findDocument(work.db, documentId);
  if (!row) throw new Error('No document to stand');
  const standing = standingRow(work, row);
  storeStanding(work.db, standing);
  return standing;
}

/** After another calendar, rule or setting: what is still to be posted falls due on another day. */
export function restandOpen(work: StandingSight & Pick<Work, 'db'>): void {
  for (const id of toPostIds(work.db)) restand(work, id);
}

/** What can hang on a document that has just been registered. */
export type Hung = {
  readonly filings: ReturnType<typeof filingsOf>;
  readonly interpretations: ReturnType<typeof interpretationsOf>;
  readonly publications: ReturnType<typeof publicationsOf>;
};

export const NOTHING_HUNG: Hung = { filings: [], interpretations: [], publications: [] };

/** Where a document just registered stands: nothing else of it has to be looked up. */
export function freshStanding(sight: StandingSight, row: DocumentRow, hung: Hung): StandingRow {
  const facts: StandingFacts = {
    ...ownFacts(sight.db, row),
    ...{ attributeChanges: [], movements: [], review: null, proofreadings: [], copiesKept: [] },
    ...hung,
  };
  const { publications } = hung;
  return standingWith(sight, row, facts, { publications, special: NO_SPECIAL, kept: NOTHING_KEPT });
}

export function dutyFacts(
  document: DutyLine['document'],
  standing: DutyLine['standing'],
  kept: readonly KeptDuty[],
  { promulgatedOn, reportedOn }: FilingFacts = NOT_TO_FILE,
): DocumentDutyFacts {
  const { signedOn, writtenOn, printedOn, isNormative } = document;
  const { specialLaw: law, specialDays, specialUnit, specialDueOn } = standing;
  const special = law === null ? undefined : { law, days: specialDays, unit: specialUnit, dueOn: specialDueOn };
  const isVoided = document.voidedAt !== null;
  return {
    ...standing,
    signedOn,
    writtenOn,
    printedOn,
    isNormative,
    isVoided,
    promulgatedOn,
    reportedOn,
    special,
    kept,
  };
}

export function copiesFacts(db: ReadableDb, document: DocumentRow, required: number): CopiesFacts {
  return {
    required,
    filings: filingsOf(db, document.id),
    movements: movementsOf(db, document.id),
    waivedOn: document.copiesWaivedOn,
  };
}
