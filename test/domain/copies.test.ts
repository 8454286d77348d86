import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brokenOnDelivery,
  brokenOnFilingCorrection,
  brokenOnMovement,
  brokenOnWaiver,
  type CopiesFacts,
  type CopyMovement,
  copyHoldings,
  type Filing,
  filingsInForce,
  MOVEMENT_KINDS,
} from '../../electron/domain/copies.ts';
import { addDays } from '../../electron/domain/day.ts';
import { codes, day } from './facts.ts';

const today = day('2019-08-20');
const facts = (changes: Partial<CopiesFacts> = {}): CopiesFacts => ({
  required: 7,
  filings: [],
  movements: [],
  ...changes,
});
const delivery = (id: string, copies: number, deliveredOn: string, correctsId?: string): Filing => ({
  id,
  copies,
  deliveredOn: day(deliveredOn),
  correctsId,
});
const move = (copyNo: number, kind: CopyMovement['kind'], party = '法规处', movedOn = '2019-08-12'): CopyMovement => ({
  copyNo,
  kind,
  party,
  movedOn: day(movedOn),
});

describe('deliveries', () => {
  test('seven copies in three deliveries: the shortage shrinks and ends on the day of the third', () => {
    const filings = [delivery('a', 3, '2019-08-05'), delivery('b', 2, '2019-08-07'), delivery('c', 2, '2019-08-09')];
    const missing = [0, 1, 2, 3].map((n) => copyHoldings(facts({ filings: filings.slice(0, n) })).missing);
    expect(missing).toEqual([7, 4, 2, 0]);
    expect(copyHoldings(facts({ filings: filings.slice(0, 2) })).completeOn).toBeUndefined();
    expect(copyHoldings(facts({ filings })).completeOn).toBe('2019-08-09');
  });

  test('more than required is no shortage, and late entry does not move the day it was complete', () => {
    const filings = [delivery('b', 5, '2019-08-09'), delivery('a', 4, '2019-08-05')];
    expect(copyHoldings(facts({ filings }))).toMatchObject({ received: 9, missing: 0, completeOn: '2019-08-09' });
  });

  test('a correction replaces the count and keeps the day of delivery; the last correction counts', () => {
    const filings = [
      delivery('a', 7, '2019-08-05'),
      delivery('fix', 5, '2019-08-12', 'a'),
      delivery('fix again', 6, '2019-08-13', 'fix'),
    ];
    expect(filingsInForce(filings)).toEqual([delivery('a', 6, '2019-08-05')]);
    expect(copyHoldings(facts({ filings }))).toMatchObject({ received: 6, missing: 1, completeOn: undefined });
  });

  test('a waiver ends the shortage on its day', () => {
    const filings = [delivery('a', 5, '2019-08-05')];
    expect(copyHoldings(facts({ filings, waivedOn: day('2019-08-19') }))).toMatchObject({
      received: 5,
      missing: 0,
      completeOn: '2019-08-19',
    });
  });

  test('a delivery names who brought how many and when', () => {
    expect(brokenOnDelivery({ copies: 7, deliveredOn: today, deliveredBy: '王䶮' }, { today })).toEqual([]);
    expect(codes(brokenOnDelivery({ copies: 0, deliveredOn: null, deliveredBy: ' ' }, { today }))).toEqual([
      'copies.countBad',
      'copies.deliveredByMissing',
      'copies.deliveredOnMissing',
    ]);
    const tomorrow = { copies: 1.5, deliveredOn: addDays(today, 1), deliveredBy: '王䶮' };
    expect(codes(brokenOnDelivery(tomorrow, { today }))).toEqual(['copies.countBad', 'copies.deliveredInFuture']);
    expect(codes(brokenOnDelivery({ ...tomorrow, copies: Number.NaN }, { today }))).toContain('copies.countBad');
  });

  test('a correction has a reason and loses no copy that is out', () => {
    const known = facts({ filings: [delivery('a', 7, '2019-08-05')], movements: [move(6, 'lend')] });
    const correction = { filingId: 'a', copies: 6, reason: '清点有误' };
    expect(brokenOnFilingCorrection(correction, known)).toEqual([]);
    expect(codes(brokenOnFilingCorrection({ ...correction, copies: 5 }, known))).toEqual(['copies.fewerThanOut']);
    expect(codes(brokenOnFilingCorrection({ filingId: 'x', copies: 7, reason: '' }, known))).toEqual([
      'copies.filingUnknown',
      'copies.correctionReasonMissing',
    ]);
  });

  test('a waiver has a reason and something to waive', () => {
    const reason = '文件仅印三份，无法补足七份';
    expect(brokenOnWaiver({ reason }, facts())).toEqual([]);
    expect(codes(brokenOnWaiver({ reason: '不补' }, facts()))).toEqual(['copies.waiverReasonTooShort']);
    const full = facts({ filings: [delivery('a', 7, '2019-08-05')] });
    expect(codes(brokenOnWaiver({ reason }, full))).toEqual(['copies.nothingToWaive']);
  });
});

describe('lending, returning, transferring', () => {
  const filings = [delivery('a', 3, '2019-08-05')];
  const moving = (kind: CopyMovement['kind'], copyNo: number, movements: readonly CopyMovement[] = []) =>
    codes(
      brokenOnMovement(
        { kind, copyNo, party: '档案馆', movedOn: day('2019-08-14') },
        { ...facts({ filings, movements }), today },
      ),
    );

  test('only what stands on the shelf can be lent or transferred', () => {
    expect(moving('lend', 3)).toEqual([]);
    expect(moving('lend', 4)).toEqual(['copies.copyUnknown']);
    expect(moving('lend', 0)).toEqual(['copies.copyUnknown']);
    expect(moving('lend', 1, [move(1, 'lend')])).toEqual(['copies.notOnShelf']);
    expect(moving('transfer', 1, [move(1, 'transfer')])).toEqual(['copies.notOnShelf']);
    expect(moving('lend', 1, [move(1, 'lend'), move(1, 'return')])).toEqual([]);
  });

  test('only what is lent comes back; a transferred copy does not', () => {
    expect(moving('return', 1)).toEqual(['copies.notLent']);
    expect(moving('return', 1, [move(1, 'lend')])).toEqual([]);
    expect(moving('return', 1, [move(1, 'transfer')])).toEqual(['copies.notLent']);
  });

  test('days follow each other', () => {
    const lent = { ...facts({ filings, movements: [move(1, 'lend')] }), today };
    const back = { kind: 'return', copyNo: 1, party: '' } as const;
    expect(codes(brokenOnMovement({ ...back, movedOn: day('2019-08-11') }, lent))).toEqual(['copies.movedBeforeLast']);
    expect(codes(brokenOnMovement({ ...back, movedOn: addDays(today, 1) }, lent))).toEqual(['copies.movedInFuture']);
    expect(codes(brokenOnMovement({ ...back, movedOn: null }, lent))).toEqual(['copies.movedOnMissing']);
    const lend = { kind: 'lend', copyNo: 2, party: ' ', movedOn: today, dueBackOn: addDays(today, -1) } as const;
    expect(codes(brokenOnMovement(lend, lent))).toEqual(['copies.partyMissing', 'copies.dueBackBeforeLoan']);
  });
});

test('whatever happens, every copy received is in exactly one state, and none changes place in an impossible way', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('deliver' as const), copies: fc.integer({ min: 0, max: 4 }) }),
    fc.record({
      kind: fc.constant('correct' as const),
      at: fc.nat({ max: 3 }),
      copies: fc.integer({ min: 0, max: 5 }),
    }),
    fc.record({ kind: fc.constantFrom(...MOVEMENT_KINDS), copyNo: fc.integer({ min: 0, max: 9 }) }),
  );
  let refusals = 0;
  let moves = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 25, size: 'max' }), (acts) => {
      let known = facts({ filings: [delivery('first', 3, '2019-01-01')] });
      acts.forEach((step, i) => {
        const before = copyHoldings(known);
        const movedOn = addDays(day('2019-01-01'), i);
        if (step.kind === 'deliver') {
          const entry = { id: `filing ${i}`, copies: step.copies, deliveredOn: movedOn, correctsId: null };
          if (brokenOnDelivery({ ...entry, deliveredBy: '王䶮' }, { today }).length > 0) return;
          known = { ...known, filings: [...known.filings, entry] };
        } else if (step.kind === 'correct') {
          const filingId = known.filings[step.at]?.id ?? 'none';
          if (brokenOnFilingCorrection({ filingId, copies: step.copies, reason: '更正' }, known).length > 0) return;
          const entry = { id: `filing ${i}`, copies: step.copies, deliveredOn: movedOn, correctsId: filingId };
          known = { ...known, filings: [...known.filings, entry] };
        } else {
          const entry = { kind: step.kind, copyNo: step.copyNo, party: '法规处', movedOn };
          const findings = brokenOnMovement(entry, { ...known, today });
          if (findings.length > 0) {
            refusals += 1;
            return;
          }
          moves += 1;
          known = { ...known, movements: [...known.movements, entry] };
          const state = copyHoldings(known).copies[entry.copyNo - 1]?.state;
          expect(state).toBe({ lend: 'lent', return: 'received', transfer: 'transferred' }[entry.kind]);
        }
        const after = copyHoldings(known);
        expect(after.copies).toHaveLength(after.received);
        expect(after.received).toBe(filingsInForce(known.filings).reduce((sum, { copies }) => sum + copies, 0));
        expect(after.missing).toBe(Math.max(0, 7 - after.received));
        const gone = (holdings: typeof after) => holdings.copies.filter(({ state }) => state === 'transferred').length;
        expect(gone(after)).toBeGreaterThanOrEqual(gone(before));
      });
    }),
    { numRuns: 500 },
  );
  expect(moves).toBeGreaterThan(100);
  expect(refusals).toBeGreaterThan(100);
});
