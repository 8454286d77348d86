/** One document with all that hangs on it, as the document page shows it. */

import type { DocumentDetail } from '../../contract/documentDetail.ts';
import type { DocumentInputRecord } from '../../contract/documentInput.ts';
import { copyHoldings } from '../../domain/copies.ts';
import { reviewState, waitingStep } from '../../domain/review.ts';
import { findAttachment } from '../../store/attachments.ts';
import {
  changesOf,
  type DocumentRow,
  documentsWithNumber,
  filingsOf,
  findRevisionByHash,
  interpretationsOf,
  movementsOf,
  proofreadingsOf,
  publicationsOf,
  reviewsOf,
} from '../../store/documents.ts';
import type { ReadableDb } from '../../store/open.ts';
import { findPerson, ownerOfKey } from '../../store/people.ts';
import { specialDeadlinesOf } from '../../store/specialDeadlines.ts';
import { historyOf } from '../../store/trail.ts';
import { divisionScope } from '../actor.ts';
import { isSignature } from '../people/passwords.ts';
import type { Look } from '../registry.ts';
import { afterIssue } from './documentAfterIssue.ts';
import { cleanupDuty } from './normativeDuties.ts';
import { signedContent } from './signedContent.ts';
import { copiesFacts, reviewRecord } from './standing.ts';
import { dutiesOfLine, dutyRecord, lineOf, summaryOf } from './summaries.ts';

export function detailOf(look: Look, documentId: string): DocumentDetail {
  const { db } = look;
  const line = lineOf(look, documentId, divisionScope(look.actor));
  const { document, standing } = line;
  const duties = dutiesOfLine(line, look);
  const nameOf = naming(db);
  const holdings = copyHoldings(copiesFacts(db, document, standing.copiesRequired));
  return {
    summary: summaryOf(line, look, duties),
    input: inputOf(document),
    revision: document.revision,
    contentHash: document.contentHash,
    registeredByName: nameOf(document.registeredById),
    source: document.source,
    voidReason: document.voidReason,
    copiesWaivedReason: document.copiesWaivedReason,
    duties: [...duties, ...[cleanupDuty(look, line) ?? []].flat()].map(dutyRecord),
    specialDeadlines: specialDeadlinesOf(db, documentId).map((special) => {
      const { id, law, days, unit, dueOn, reason, enteredOn, enteredById, withdrawal } = special;
      return {
        ...{ id, law, days, unit, dueOn, reason, enteredOn, enteredBy: nameOf(enteredById) },
        withdrawal: withdrawal && {
          ...{ reason: withdrawal.reason, on: withdrawal.withdrawnOn, by: nameOf(withdrawal.withdrawnById) },
        },
      };
    }),
    filings: filingsOf(db, documentId).map(({ documentId: _, receivedById, enteredAt: __, ...filing }) => ({
      ...filing,
      receivedBy: nameOf(receivedById),
    })),
    movements: movementsOf(db, documentId).map(
      ({ documentId: _, enteredById: __, enteredAt: ___, ...movement }) => movement,
    ),
    copyStates: holdings.copies.map(({ copyNo, state, party }) => ({ copyNo, state, party })),
    attributeChanges: changesOf(db, documentId).map((change) => ({
      id: change.id,
      from: change.fromAttribute,
      to: change.toAttribute,
      basis: change.basis,
      reason: change.reason,
      changedOn: change.changedOn,
      changedBy: nameOf(change.changedById),
    })),
    reviews: reviewsOf(db, documentId).map((review) => reviewDetail(db, document, review)),
    proofreadings: proofreadingsOf(db, documentId).map(
      ({ id, round, revision, proofreadByName, proofreadOn, note }) => ({
        ...{ id, round, revision, proofreadOn, note },
        byName: proofreadByName,
      }),
    ),
    publications: publicationsOf(db, documentId).map((publication) => ({
      id: publication.id,
      channel: publication.channel,
      url: publication.url,
      postedOn: publication.postedOn,
      postedBy: nameOf(publication.postedById),
      overdueWorkingDays: publication.overdueWorkingDays,
      lateReason: publication.lateReason,
      exceptionReason: publication.exceptionReason,
      evidenceId: publication.evidenceId,
      evidenceName: publication.evidenceId ? (findAttachment(db, publication.evidenceId)?.name ?? null) : null,
      withdrawnOn: publication.withdrawnOn,
      withdrawalReason: publication.withdrawalReason,
    })),
    interpretations: interpretationsOf(db, documentId).map(({ id, title, form, url, postedOn, enteredById }) => ({
      ...{ id, title, form, url, postedOn },
      enteredBy: nameOf(enteredById),
    })),
    ...afterIssue(db, documentId, nameOf),
    changedSinceReview: changedSinceReview(db, document),
    sameNumber: sameNumberOf(db, document),
    history: historyOf(db, documentId).map(({ seq, at, actorName, act, reason, changes }) => ({
      ...{ seq, at, actorName, act, reason },
      changes: JSON.parse(changes) as DocumentDetail['history'][number]['changes'],
    })),
  };
}

/** Names as they are now; who signed a step is named as then, in the step itself. */
function naming(db: ReadableDb): (personId: string) => string {
  const names = new Map<string, string>();
  return (personId) => {
    const known = names.get(personId) ?? findPerson(db, personId)?.name ?? '';
    names.set(personId, known);
    return known;
  };
}

export function inputOf(row: DocumentRow): DocumentInputRecord {
  const { docType, title, draftingDivisionId, drafter, signer, signedOn, writtenOn, printedOn, attribute } = row;
  const { basis, basisLaw, reason, isNormative, isLeaderRelated, isJoint, leadAgency, legalityReviewNumber } = row;
  const { legalityReviewOn, interpretationPlan, channel, remarkNote, note } = row;
  return {
    docNumberRaw: row.docNumber ?? row.docNumberRaw,
    isUnnumbered: row.docNumber === null,
    ...{ docType, title, draftingDivisionId, drafter, signer, signedOn, writtenOn, printedOn, attribute },
    ...{ basis, basisLaw, reason, isNormative, isLeaderRelated, isJoint, leadAgency, legalityReviewNumber },
    ...{ legalityReviewOn, interpretationPlan, channel, remarkNote, note },
    annexes: row.annexes.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? null })),
  };
}

function reviewDetail(
  db: ReadableDb,
  document: DocumentRow,
  review: ReturnType<typeof reviewsOf>[number],
): DocumentDetail['reviews'][number] {
  const state = reviewState(reviewRecord(review), document.contentHash);
  return {
    id: review.id,
    formNumber: review.formNumber,
    startedOn: review.startedOn,
    stepsRequired: [...review.stepsRequired],
    stage: state.stage,
    waitingFor: waitingStep(state) ?? null,
    isLapsed: state.lapsed,
    approvedOn: state.approvedOn ?? null,
    returnReason: state.returnReason ?? '',
    steps: review.steps.map((step) => {
      const { reviewId: _, documentId: __, signerDivisionId: ___, publicKey, signature, ticks, ...shown } = step;
      const isKeyOfSigner = ownerOfKey(db, publicKey) === step.signerId;
      return {
        ...shown,
        ticks: ticks === null ? null : (ticks as Record<string, boolean>),
        isGenuine: isKeyOfSigner && isSignature(publicKey, signedContent(step), signature),
      };
    }),
  };
}

/** What differs between the text that was last signed and the text that stands now. */
function changedSinceReview(db: ReadableDb, document: DocumentRow): DocumentDetail['changedSinceReview'] {
  const lastSigned = reviewsOf(db, document.id)[0]?.steps.at(-1)?.contentHash;
  if (lastSigned === undefined || lastSigned === document.contentHash) return [];
  const signed = findRevisionByHash(db, document.id, lastSigned);
  const current = findRevisionByHash(db, document.id, document.contentHash);
  if (!signed || !current) return [];
  const before = JSON.parse(signed.boundFields) as Record<string, unknown>;
  const after = JSON.parse(current.boundFields) as Record<string, unknown>;
  return Object.keys(after)
    .filter((field) => field !== 'revision' && field !== 'kind')
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sameNumberOf(db: ReadableDb, { id, docNumber }: DocumentRow): DocumentDetail['sameNumber'] {
  if (docNumber === null) return [];
  return documentsWithNumber(db, docNumber, id).map((other) => ({ id: other.id, docNumber, title: other.title }));
}
