/** Posting, withdrawing and interpreting: the rules, the rows, the trail. Used by the window, import and sample. */

import type { Day } from '../domain/day.ts';
import { dutiesOf } from '../domain/duties.ts';
import {
  brokenOnInterpreting,
  brokenOnPosting,
  brokenOnPostingOffice,
  brokenOnWithdrawal,
  proofreadingRounds,
} from '../domain/publication.ts';
import { reviewState } from '../domain/review.ts';
import {
  findDocument,
  findPublication,
  findStanding,
  insertInterpretation,
  insertPublication,
  insertWithdrawal,
  interpretationsOf,
  proofreadingsOf,
  publicationsOf,
  reviewsOf,
} from '../store/documents.ts';
import { refusal, refuseBroken, refuseIfBroken } from './refusal.ts';
import { labelOf } from './registering.ts';
import type { Work } from './registry.ts';
import { dutyFacts, restand, reviewRecord } from './standing.ts';
import { brokenOnTexts } from './texts.ts';

export type Posting = {
  readonly id: string;
  readonly documentId: string;
  readonly channel: string;
  readonly url: string;
  readonly postedOn: Day;
  readonly lateReason: string;
  readonly exceptionReason: string;
  readonly evidenceId: string | null;
};

/** A row of an old ledger tells that it was posted, not how it was reviewed: history is taken as it was (补录). */
export function postDocument(work: Work, posting: Posting, options: { readonly isHistorical: boolean }): void {
  const { db, actor, now, today, calendar, settings } = work;
  const document = findDocument(db, posting.documentId);
  const standing = findStanding(db, posting.documentId);
  if (!document || !standing) throw refusal('NOT_FOUND');
  const latest = reviewsOf(db, document.id)[0];
  const record = latest && reviewRecord(latest);
  const { url, lateReason, exceptionReason, channel, postedOn } = posting;
  const owed = dutiesOf(dutyFacts(document, { ...standing, postedOn: null }), calendar, postedOn, settings).find(
    ({ rule }) => rule === 'posting',
  );
  const findings = brokenOnPosting(posting, {
    attribute: document.attribute,
    isVoided: document.voidedAt !== null,
    isNormative: document.isNormative,
    isLeaderRelated: document.isLeaderRelated,
    signedOn: document.signedOn,
    reviewedChannel: document.channel,
    review: reviewState(record, document.contentHash),
    proofreadingRounds: proofreadingRounds({
      rounds: proofreadingsOf(db, document.id),
      revision: document.revision,
      review: record,
      currentContentHash: document.contentHash,
    }),
    proofreadingRoundsRequired: settings.proofreadingRounds,
    interpretedOn: interpretationsOf(db, document.id).map((interpretation) => interpretation.postedOn),
    today,
    dueOn: owed?.dueOn,
  });
  const texts = [
    ...brokenOnTexts({ url, lateReason, exceptionReason }),
    ...(options.isHistorical ? [] : brokenOnPostingOffice(settings.postingEnteredBy, officesOf(work, document))),
  ];
  refuseIfBroken([
    ...texts,
    ...(options.isHistorical ? findings.filter(({ code }) => HISTORY_TOO.includes(code)) : findings),
  ]);
  const isSame = publicationsOf(db, document.id).some(
    (other) =>
      other.withdrawnOn === null && other.channel === channel && other.url === url && other.postedOn === postedOn,
  );
  if (isSame) refuseBroken('publication.known', 'url');
  insertPublication(db, {
    ...{ id: posting.id, documentId: document.id, channel, url, postedOn, lateReason, exceptionReason },
    revision: document.revision,
    overdueWorkingDays: owed?.overdueWorkingDays ?? 0,
    evidenceId: posting.evidenceId,
    postedById: actor.personId ?? '',
    enteredAt: now,
  });
  restand(work, document.id);
  const changes = [
    { field: 'postedOn', before: '', after: postedOn },
    { field: 'url', before: '', after: url },
  ];
  const reason = lateReason || exceptionReason;
  work.record({
    act: 'publications.post',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason,
    changes,
  });
}

/** What an old record has to satisfy as well. */
const HISTORY_TOO: readonly string[] = ['publication.notProactive', 'publication.voided', 'publication.inFuture'];

export function withdrawPosting(
  work: Work,
  {
    publicationId,
    withdrawnOn,
    reason,
  }: { readonly publicationId: string; readonly withdrawnOn: Day; readonly reason: string },
): string {
  const { db, actor, now, today } = work;
  const posting = findPublication(db, publicationId);
  const document = posting && findDocument(db, posting.documentId);
  if (!posting || !document) throw refusal('NOT_FOUND');
  const known = publicationsOf(db, document.id).find(({ id }) => id === publicationId);
  refuseIfBroken([
    ...brokenOnTexts({ reason }),
    ...brokenOnWithdrawal(
      { withdrawnOn, reason },
      { postedOn: posting.postedOn, withdrawnOn: known?.withdrawnOn ?? null, today },
    ),
  ]);
  insertWithdrawal(db, { publicationId, withdrawnOn, reason, withdrawnById: actor.personId ?? '', enteredAt: now });
  restand(work, document.id);
  const changes = [{ field: 'url', before: posting.url, after: '' }];
  work.record({
    act: 'publications.withdraw',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason,
    changes,
  });
  return document.id;
}

/** For which office a person acts on a document: the General Office, or the division that drafted it. */
function officesOf({ actor }: Work, { draftingDivisionId }: { readonly draftingDivisionId: string }) {
  return {
    isOfGeneralOffice: actor.roles.includes('clerk'),
    isOfDraftingDivision: actor.roles.includes('divisionHead') && actor.divisionId === draftingDivisionId,
  };
}

export type Interpreting = {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  readonly form: string;
  readonly url: string;
  readonly postedOn: Day;
};

export function interpretDocument(work: Work, input: Interpreting): void {
  const { db, actor, now, today } = work;
  const document = findDocument(db, input.documentId);
  if (!document) throw refusal('NOT_FOUND');
  const { isOfGeneralOffice, isOfDraftingDivision } = officesOf(work, document);
  if (!isOfGeneralOffice && !isOfDraftingDivision) throw refusal('NOT_FOUND');
  const { title, url, postedOn } = input;
  refuseIfBroken([
    ...brokenOnTexts({ title, url }),
    ...brokenOnInterpreting(input, { isVoided: document.voidedAt !== null, today }),
  ]);
  insertInterpretation(db, { ...input, enteredById: actor.personId ?? '', enteredAt: now });
  restand(work, document.id);
  const changes = [
    { field: 'interpretedOn', before: '', after: postedOn },
    { field: 'url', before: '', after: url },
  ];
  work.record({
    act: 'publications.interpret',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    changes,
  });
}
