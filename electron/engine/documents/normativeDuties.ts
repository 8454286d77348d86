/** What one normative document owes after issue beside its filing: the review every two years. */

import { type Duty, dutyOf } from '../../domain/duties.ts';
import { ENDED, issuedOnOf, validityOn } from '../../domain/normative.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { lastCleanupOf } from '../../store/reassessments.ts';
import type { Look } from '../registry.ts';

/** 每两年清理一次, from the issue or the last review; nothing once the document has ended. Boards tell it of whole divisions. */
export function cleanupDuty(look: Look, { document, validityChanges }: LedgerLine): Duty | undefined {
  if (!document.isNormative || document.voidedAt !== null) return undefined;
  if (ENDED.includes(validityOn(validityChanges, look.today))) return undefined;
  const lastReviewedOn = lastCleanupOf(look.db, document.id);
  const issuedOn = issuedOnOf(document);
  const trigger = lastReviewedOn
    ? ({ on: lastReviewedOn, source: 'lastCleanup' } as const)
    : issuedOn && ({ on: issuedOn, source: 'promulgated' } as const);
  return trigger ? dutyOf({ rule: 'normativeCleanup', trigger, doneOn: null }, look) : undefined;
}
