/** Whose business a duty is: counts by spans of days say what a look at each duty says. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../electron/domain/day.ts';
import { BUILT_IN_RULES, type DutyRule, ruleFor } from '../../electron/domain/dutyRules.ts';
import { type GivenSpan, spansGiven } from '../../electron/domain/responsibility.ts';
import { day } from './facts.ts';

const FIRST = day('2019-05-15');
const someDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays(FIRST, days));
const built = BUILT_IN_RULES.find(({ id }) => id === `posting.${FIRST}`) as DutyRule;

/** Amendments entered one after another, some correcting an earlier row, some set aside, some with an end. */
const amendments = fc
  .array(
    fc.record({
      effectiveFrom: someDay,
      length: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
      entered: fc.integer({ min: 0, max: 200 }),
      divisionId: fc.constantFrom(null, 'policy', 'food'),
      isEnabled: fc.boolean(),
      corrects: fc.option(fc.nat(6), { nil: null }),
    }),
    { maxLength: 5 },
  )
  .map((drafts): readonly DutyRule[] => {
    const rows = BUILT_IN_RULES.filter(({ rule }) => rule === 'posting');
    for (const draft of drafts.toSorted((a, b) => a.entered - b.entered)) {
      const { effectiveFrom, length, entered, divisionId, isEnabled, corrects } = draft;
      const corrected = corrects === null ? undefined : rows[rows.length - 1 - (corrects % rows.length)];
      rows.push({
        ...built,
        ...{ id: `own ${rows.length}`, effectiveFrom, divisionId, isEnabled, isBuiltIn: false },
        effectiveTo: length === null ? null : addDays(effectiveFrom, length),
        correctsId: corrected?.id ?? null,
        enteredOn: addDays(FIRST, entered),
      });
    }
    return rows;
  });

function isWithin(span: GivenSpan, triggerOn: Day, doneOn: Day | null): boolean {
  const isStarted = triggerOn >= span.triggerFrom && (span.triggerTo === null || triggerOn <= span.triggerTo);
  if (doneOn === null) return isStarted && span.isOpen;
  const isAfter = span.doneAfter === null || doneOn > span.doneAfter;
  return isStarted && isAfter && (span.doneUpTo === null || doneOn <= span.doneUpTo);
}

describe('spans in which a rule names a division', () => {
  test('are none as long as no rule names one', () => {
    expect(spansGiven(BUILT_IN_RULES, 'posting')).toEqual([]);
  });

  test('hold every duty that the rules give to that division, once, and no other', () => {
    const doneOn = fc.option(someDay, { nil: null });
    fc.assert(
      fc.property(amendments, fc.array(fc.tuple(someDay, doneOn), { minLength: 20 }), (rules, duties) => {
        const spans = spansGiven(rules, 'posting');
        for (const [triggerOn, done] of duties) {
          const named = ruleFor(rules, 'posting', triggerOn, done)?.divisionId ?? null;
          const found = spans.filter((span) => isWithin(span, triggerOn, done)).map(({ divisionId }) => divisionId);
          expect(found).toEqual(named === null ? [] : [named]);
        }
      }),
    );
  });
});
