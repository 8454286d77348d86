/** Posting, withdrawing and interpreting: the rules, the rows, the trail. Used by the window, import and sample. */

import type { Day } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/documentDuties.ts';
import { NOTHING_KEPT } from '../../domain/keptDuty.ts';
import {
  brokenOnInterpreting,
  brokenOnPosting,
  brokenOnPostingOffice,
  brokenOnWithdrawal,
  proofreadingRounds,
} from '../../domain/publication.ts';
import { reviewState } from '../../domain/review.ts';
import {
  type DocumentRow,
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
  type StandingRow,
} from '../../store/documents.ts';
import { isWithin } from '../actor.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { labelOf } from './revising.ts';
import { dutyFacts, type Hung, restand, reviewRecord } from './standing.ts';

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

/** What a posting is judged by. */
type PostingGround = {
  readonly document: DocumentRow;
  readonly standing: StandingRow;
  readonly review: ReturnType<typeof reviewsOf>[number] | undefined;
  readonly proofreadings: ReturnType<typeof proofreadingsOf>;
} & Pick<Hung, 'interpretations' | 'publications'>;

type PostingOptions = { readonly isHistorical: boolean };

export function postDocument(work: Work, posting: Posting, options: PostingOptions): void {
  const { db } = work;
  const document = findDocument(db, posting.documentId);
  const standing = findStanding(db, posting.documentId);
  if (!document || !standing) throw refusal('NOT_FOUND');
  const { id } = document;
  enterPosting(work, posting, options, {
    ...{ document, standing, review: reviewsOf(db, id)[0], proofreadings: proofreadingsOf(db, id) },
    ...{ interpretations: interpretationsOf(db, id), publications: publicationsOf(db, id) },
  });
  restand(work, id);
}

/**
 * All of a posting but where its document then stands. A row of an old ledger tells that it was posted, not how it was
 * reviewed: history is taken as it was (补录).
 */
export function enterPosting(
  work: Work,
  posting: Posting,
  options: PostingOptions,
  { document, standing, review, proofreadings, interpretations, publications }: PostingGround,
): Hung['publications'][number] {
  const { db, actor, now, today, settings } = work;
  const record = review && reviewRecord(review);
  const { url, lateReason, exceptionReason, channel, postedOn } = posting;
  const owed = dutiesOf(dutyFacts(document, { ...standing, postedOn, postingDueOn: null }, NOTHING_KEPT), work).find(
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
      rounds: proofreadings,
      revision: document.revision,
      review: record,
      currentContentHash: document.contentHash,
    }),
    proofreadingRoundsRequired: settings.proofreadingRounds,
    interpretedOn: interpretations.map((interpretation) => interpretation.postedOn),
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
  const isSame = publications.some(
    (other) =>
      other.withdrawnOn === null && other.channel === channel && other.url === url && other.postedOn === postedOn,
  );
  if (isSame) refuseBroken('publication.known', 'url');
  const row = {
    ...{ id: posting.id, documentId: document.id, channel, url, postedOn, lateReason, exceptionReason },
    revision: document.revision,
    dueOn: owed?.dueOn ?? null,
    overdueWorkingDays: owed?.overdueWorkingDays ?? 0,
    evidenceId: posting.evidenceId,
    postedById: actor.personId ?? '',
    enteredAt: now,
  };
  insertPublication(db, row);
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
  return { ...row, withdrawnOn: null, withdrawalReason: '' };
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
function officesOf({ db, actor }: Work, { draftingDivisionId }: { readonly draftingDivisionId: string }) {
  return {
    isOfGeneralOffice: actor.roles.includes('clerk'),
    isOfDraftingDivision: actor.roles.includes('divisionHead') && isWithin(db, draftingDivisionId, actor.divisionId),
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
  const document = findDocument(work.db, input.documentId);
  if (!document) throw refusal('NOT_FOUND');
  const { isOfGeneralOffice, isOfDraftingDivision } = officesOf(work, document);
  if (!isOfGeneralOffice && !isOfDraftingDivision) throw refusal('NOT_FOUND');
  enterInterpretation(work, document, input);
  restand(work, document.id);
}

/** All of an interpretation but where its document then stands. */
export function enterInterpretation(
  work: Work,
  document: DocumentRow,
  input: Interpreting,
): Hung['interpretations'][number] {
  const { db, actor, now, today } = work;
  const { title, url, postedOn } = input;
  refuseIfBroken([
    ...brokenOnTexts({ title, url }),
    ...brokenOnInterpreting(input, { isVoided: document.voidedAt !== null, today }),
  ]);
  const row = { ...input, enteredById: actor.personId ?? '', enteredAt: now };
  insertInterpretation(db, row);
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
  return row;
}
