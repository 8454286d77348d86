/** Paper copies filed with the General Office (纸质备案): deliveries, loans, transfers, shortage. 实施方案五（三）. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { Day } from './day.ts';

/** One delivery (送件), or the correction of an earlier one, whose count it replaces. */
export type Filing = {
  readonly id: string;
  readonly copies: number;
  readonly deliveredOn: Day;
  readonly correctsId?: string | null | undefined;
};

export const MOVEMENT_KINDS = ['lend', 'return', 'transfer'] as const;
/** 借出 / 归还 / 移交 (to the archive, the archives bureau, a library) */
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export type CopyMovement = {
  /** 1, 2, …: running number among the copies of one document. */
  readonly copyNo: number;
  readonly kind: MovementKind;
  /** Borrower, or the body that keeps the transferred copy. */
  readonly party: string;
  readonly movedOn: Day;
};

export const COPY_STATES = ['received', 'lent', 'transferred'] as const;
/** 在库 / 借出 / 已移交 */
export type CopyState = (typeof COPY_STATES)[number];

export type Copy = {
  readonly copyNo: number;
  readonly state: CopyState;
  /** Empty while the copy stands on the shelf. */
  readonly party: string;
  readonly since?: Day | undefined;
};

export type CopiesFacts = {
  /** 应送份数 */
  readonly required: number;
  /** In the order they were entered. */
  readonly filings: readonly Filing[];
  /** In the order they happened. */
  readonly movements: readonly CopyMovement[];
  /** Day on which the rest was waived (免补); the reason stands in the record. */
  readonly waivedOn?: Day | null | undefined;
};

export type CopyHoldings = {
  /** 实收份数 */
  readonly received: number;
  readonly required: number;
  /** 差额; 0 once waived. */
  readonly missing: number;
  /** Day the last copy due came in or was waived; undefined while copies are missing. */
  readonly completeOn?: Day | undefined;
  readonly copies: readonly Copy[];
};

/** The deliveries as they stand after their corrections; the day stays that of the delivery. */
export function filingsInForce(filings: readonly Filing[]): readonly Filing[] {
  const inForce = new Map<string, Filing>();
  const corrected = new Map<string, string>();
  for (const filing of filings) {
    const { correctsId } = filing;
    const rootId = correctsId ? (corrected.get(correctsId) ?? correctsId) : filing.id;
    const root = inForce.get(rootId);
    corrected.set(filing.id, rootId);
    inForce.set(rootId, root ? { ...root, copies: filing.copies } : filing);
  }
  return [...inForce.values()];
}

function completeOn({ required, waivedOn }: CopiesFacts, filings: readonly Filing[]): Day | undefined {
  let sum = 0;
  for (const filing of filings.toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1))) {
    sum += filing.copies;
    if (sum >= required) return filing.deliveredOn;
  }
  return waivedOn ?? undefined;
}

function moved({ copyNo, kind, party, movedOn }: CopyMovement): Copy {
  if (kind === 'return') return { copyNo, state: 'received', party: '', since: movedOn };
  return { copyNo, state: kind === 'lend' ? 'lent' : 'transferred', party, since: movedOn };
}

export function copyHoldings(facts: CopiesFacts): CopyHoldings {
  const filings = filingsInForce(facts.filings);
  const received = filings.reduce((sum, { copies }) => sum + copies, 0);
  const copies: Copy[] = Array.from({ length: received }, (_, i) => ({ copyNo: i + 1, state: 'received', party: '' }));
  for (const movement of facts.movements) {
    if (movement.copyNo <= received) copies[movement.copyNo - 1] = moved(movement);
  }
  return {
    received,
    required: facts.required,
    missing: facts.waivedOn ? 0 : Math.max(0, facts.required - received),
    completeOn: completeOn(facts, filings),
    copies,
  };
}

/** More at once is a typing error. */
export const COPIES_AT_ONCE = 200;

function brokenOnCount(copies: number, least: number): readonly Broken[] {
  const isFine = Number.isInteger(copies) && copies >= least && copies <= COPIES_AT_ONCE;
  return isFine ? [] : [broken('copies.countBad', 'copies', { least, most: COPIES_AT_ONCE })];
}

export function brokenOnDelivery(
  input: { readonly copies: number; readonly deliveredOn?: Day | null; readonly deliveredBy: string },
  facts: { readonly today: Day },
): readonly Broken[] {
  const findings: Broken[] = [...brokenOnCount(input.copies, 1)];
  const { deliveredOn } = input;
  if (isBlank(input.deliveredBy)) findings.push(broken('copies.deliveredByMissing', 'deliveredBy'));
  if (!deliveredOn) findings.push(broken('copies.deliveredOnMissing', 'deliveredOn'));
  else if (deliveredOn > facts.today) {
    findings.push(broken('copies.deliveredInFuture', 'deliveredOn', { day: deliveredOn }));
  }
  return findings;
}

/** A corrected count may be 0 (entered at the wrong document), yet no copy vanishes that was lent or transferred. */
export function brokenOnFilingCorrection(
  input: { readonly filingId: string; readonly copies: number; readonly reason: string },
  facts: CopiesFacts,
): readonly Broken[] {
  const findings: Broken[] = [...brokenOnCount(input.copies, 0)];
  if (!facts.filings.some(({ id }) => id === input.filingId)) {
    findings.push(broken('copies.filingUnknown', 'filingId'));
  }
  if (isBlank(input.reason)) findings.push(broken('copies.correctionReasonMissing', 'reason'));
  const correction = {
    id: 'correction',
    copies: input.copies,
    deliveredOn: '' as Day,
    correctsId: input.filingId,
  };
  const left = copyHoldings({ ...facts, filings: [...facts.filings, correction] }).received;
  const out = copyHoldings(facts).copies.filter(({ copyNo, state }) => copyNo > left && state !== 'received');
  if (out.length > 0) findings.push(broken('copies.fewerThanOut', 'copies', { copyNo: out.at(-1)?.copyNo ?? 0 }));
  return findings;
}

export function brokenOnWaiver(input: { readonly reason: string }, facts: CopiesFacts): readonly Broken[] {
  const findings: Broken[] = [];
  if (copyHoldings(facts).missing === 0) findings.push(broken('copies.nothingToWaive', 'reason'));
  if (saidLength(input.reason) < REASON_LENGTH) {
    findings.push(broken('copies.waiverReasonTooShort', 'reason', { least: REASON_LENGTH }));
  }
  return findings;
}

export type MovementInput = Omit<CopyMovement, 'movedOn'> & {
  readonly movedOn?: Day | null | undefined;
  readonly dueBackOn?: Day | null | undefined;
};

/** Only what stands on the shelf can be lent or transferred, only what is lent can come back. */
export function brokenOnMovement(
  input: MovementInput,
  facts: CopiesFacts & { readonly today: Day },
): readonly Broken[] {
  const { kind, copyNo, movedOn, dueBackOn } = input;
  const findings: Broken[] = [];
  const copy = copyHoldings(facts).copies[copyNo - 1];
  if (copy === undefined) findings.push(broken('copies.copyUnknown', 'copyNo', { copyNo }));
  else if (kind === 'return' && copy.state !== 'lent') findings.push(broken('copies.notLent', 'copyNo', { copyNo }));
  else if (kind !== 'return' && copy.state !== 'received') {
    findings.push(broken('copies.notOnShelf', 'copyNo', { copyNo, state: copy.state, party: copy.party }));
  }
  if (kind !== 'return' && isBlank(input.party)) findings.push(broken('copies.partyMissing', 'party'));
  if (!movedOn) findings.push(broken('copies.movedOnMissing', 'movedOn'));
  else if (movedOn > facts.today) findings.push(broken('copies.movedInFuture', 'movedOn', { day: movedOn }));
  else if (copy?.since && movedOn < copy.since) {
    findings.push(broken('copies.movedBeforeLast', 'movedOn', { day: copy.since }));
  }
  if (movedOn && dueBackOn && dueBackOn < movedOn) {
    findings.push(broken('copies.dueBackBeforeLoan', 'dueBackOn', { day: movedOn }));
  }
  return findings;
}
