/** Confidentiality review (保密审查): what waits for whom, signing with the password, the head's proof-reading. */

import type { WaitingReview } from '../../contract/reviews.ts';
import { REVIEW_STEPS, STEP_ROLES } from '../../domain/review.ts';
import { findDocument, insertProofreading, proofreadingsOf, reviewsOf } from '../../store/documents.ts';
import { listLedger } from '../../store/ledgerQuery.ts';
import { findPerson } from '../../store/people.ts';
import { divisionScope, isWithin } from '../actor.ts';
import { signContent, unseal } from '../people/passwords.ts';
import { os, read, registryOf } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Registry, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { withPassword } from '../throttle.ts';
import { detailOf } from './documentDetail.ts';
import { labelOf } from './revising.ts';
import { type Pen, signStep } from './signing.ts';
import { restand } from './standing.ts';
import { dutiesOfLine, summaryOf } from './summaries.ts';

const MOST_WAITING = 500;

const waiting = os.reviews.waiting.handler(
  read(async (look): Promise<WaitingReview[]> => {
    const divisionId = divisionScope(look.actor);
    const conditions = {
      reviewStages: [...REVIEW_STEPS, 'referred'],
      isVoided: false,
      isPosted: false,
      divisionId,
      withPredecessors: true,
    };
    const order = { by: 'dueOn', direction: 'asc' } as const;
    return listLedger(look.db, conditions, order, { offset: 0, limit: MOST_WAITING }).map((line) => {
      const duties = dutiesOfLine(line, look);
      const due = duties.find(({ rule }) => rule === 'reviewStep');
      const stage = line.standing.reviewStage;
      const step = stage === 'referred' ? 'generalOffice' : stage;
      return {
        document: summaryOf(line, look, duties),
        step,
        dueOn: due?.dueOn ?? null,
        workingDaysLeft: due?.workingDaysLeft ?? null,
        isMine: mayStillSign(look, line.document.id, line.document.draftingDivisionId, step),
      };
    });
  }),
);

/** Holds the step's role, for the head in the drafting division, and has not signed this review before. */
function mayStillSign({ db, actor }: Look, documentId: string, divisionId: string, step: string): boolean {
  const name = REVIEW_STEPS.find((known) => known === step);
  if (!name || !actor.roles.includes(STEP_ROLES[name])) return false;
  if (name === 'divisionHead' && !isWithin(db, divisionId, actor.divisionId)) return false;
  const registeredById = findDocument(db, documentId)?.registeredById;
  if (name !== 'drafter' && registeredById === actor.personId) return false;
  return !reviewsOf(db, documentId)[0]?.steps.some(({ signerId }) => signerId === actor.personId);
}

/** Opens the signer's own key with the password typed for this signature. */
export async function penOf(registry: Registry, clock: () => Date, personId: string, password: string): Promise<Pen> {
  const key = await withPassword(registry, clock, personId, (row) =>
    unseal(row.sealedPrivateKey, password).catch(() => undefined),
  );
  const publicKey = findPerson(registry.store.readable, personId)?.publicKey ?? '';
  return { publicKey, sign: (content) => signContent(key, content) };
}

const sign = os.reviews.sign.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const { password, ...signing } = input;
  const isSigned = reviewsOf(registry.store.readable, input.documentId).some(({ steps }) =>
    steps.some(({ id, signerId }) => id === input.id && signerId === actor.personId),
  );
  if (isSigned) return detailOf(registry.look(actor), input.documentId);
  const pen = await penOf(registry, engine.clock, actor.personId ?? '', password);
  return registry.write(actor, async (work) => {
    signStep(work, signing, pen);
    return detailOf(work, input.documentId);
  });
});

/** 校对: one round by the head in person over the revision that stands now. */
export function recordProofreading(
  work: Work,
  input: { readonly id: string; readonly documentId: string; readonly contentHash: string; readonly note: string },
): void {
  const { db, actor, now, today } = work;
  const document = findDocument(db, input.documentId);
  if (!document || !isWithin(db, document.draftingDivisionId, actor.divisionId)) throw refusal('NOT_FOUND');
  const { id: documentId, version, revision, contentHash } = document;
  if (contentHash !== input.contentHash) throw refusal('STALE', { currentVersion: version, changedFields: [] });
  refuseIfBroken(brokenOnTexts({ note: input.note }));
  const rounds = proofreadingsOf(db, documentId);
  if (rounds.some(({ id }) => id === input.id)) refuseBroken('proofreading.known', 'id');
  insertProofreading(db, {
    ...{ id: input.id, documentId, revision, contentHash, note: input.note },
    round: rounds.filter((other) => other.revision === revision).length + 1,
    proofreadById: actor.personId ?? '',
    proofreadByName: actor.name,
    proofreadOn: today,
    enteredAt: now,
  });
  restand(work, documentId);
  work.record({ act: 'reviews.proofread', entity: 'document', entityId: documentId, label: labelOf(document) });
}

const proofread = os.reviews.proofread.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  await penOf(registry, engine.clock, actor.personId ?? '', input.password);
  return registry.write(actor, async (work) => {
    recordProofreading(work, input);
    return detailOf(work, input.documentId);
  });
});

export const reviews = { waiting, sign, proofread };
