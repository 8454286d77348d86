import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../electron/domain/calendar.ts';
import { addDays, dayNumber, dayOfNumber } from '../../electron/domain/day.ts';
import { type DocumentDutyFacts, dutiesOf } from '../../electron/domain/documentDuties.ts';
import type { Duty } from '../../electron/domain/duties.ts';
import { BUILT_IN_RULES, DUTY_RULE_IDS, type DutyRuleId, ruleFor } from '../../electron/domain/dutyRules.ts';
import { DEFAULT_SETTINGS, type RegistrySettings } from '../../electron/domain/settings.ts';
import { day } from './facts.ts';
import { calendar, notices } from './seed.ts';

const facts: DocumentDutyFacts = {
  signedOn: day('2019-08-01'),
  writtenOn: day('2019-08-01'),
  printedOn: day('2019-08-02'),
  isNormative: false,
  isVoided: false,
  clockOn: day('2019-08-01'),
  clockSource: 'signedOn',
  postingDueOn: null,
  copiesRequired: 7,
  copiesCompleteOn: day('2019-08-05'),
  reviewStage: 'approved',
  reviewWaitingSince: null,
  postedOn: null,
  interpretedOn: null,
  needsInterpretation: false,
  promulgatedOn: null,
  reportedOn: null,
  kept: [],
};

function sightOn(today: string, settings: RegistrySettings = DEFAULT_SETTINGS) {
  return { calendar, today: day(today), settings, rules: BUILT_IN_RULES };
}

function duty(
  rule: DutyRuleId,
  changes: Partial<DocumentDutyFacts> = {},
  today = '2019-08-20',
  settings: Partial<RegistrySettings> = {},
): Duty | undefined {
  const all = dutiesOf({ ...facts, ...changes }, sightOn(today, { ...DEFAULT_SETTINGS, ...settings }));
  return all.find((owed) => owed.rule === rule);
}

describe('the duty to file a normative document with the government', () => {
  const published = { isNormative: true, promulgatedOn: day('2026-09-18') };
  test('15 calendar days after publication, on the strict day though it is a holiday', () => {
    expect(duty('normativeFiling', published, '2026-09-21')).toMatchObject({
      ...{ dueOn: '2026-10-03', unit: 'CD', days: 15, triggerSource: 'promulgated', state: 'open' },
    });
  });
  test('is met by the day of filing, not of the receipt', () => {
    const filed = { ...published, reportedOn: day('2026-10-03') };
    expect(duty('normativeFiling', filed, '2026-12-01')).toMatchObject({ state: 'met', doneOn: '2026-10-03' });
    const late = { ...published, reportedOn: day('2026-10-09') };
    expect(duty('normativeFiling', late, '2026-12-01')).toMatchObject({ state: 'metLate', overdueWorkingDays: 2 });
  });
  test('is not there before publication, for other documents and for void ones', () => {
    expect(duty('normativeFiling', { isNormative: true })).toBeUndefined();
    expect(duty('normativeFiling', { ...published, isNormative: false })).toBeUndefined();
    expect(duty('normativeFiling', { ...published, isVoided: true })).toBeUndefined();
  });
});

describe('the duty to post', () => {
  test('signed Thursday 2019-08-01, due Thursday 2019-08-29, with its article', () => {
    expect(duty('posting')).toEqual({
      rule: 'posting',
      article: 'posting',
      isSet: false,
      triggerOn: '2019-08-01',
      triggerSource: 'signedOn',
      unit: 'WD',
      days: 20,
      dueOn: '2019-08-29',
      provisional: false,
      calendarVersion: calendar.version,
      doneOn: null,
      state: 'open',
      workingDaysLeft: 7,
      overdueWorkingDays: 0,
    });
  });

  test('signed Friday 2019-09-27, due Wednesday 2019-10-30 (National Day off, 29 September and 12 October worked)', () => {
    expect(duty('posting', { clockOn: day('2019-09-27') }, '2019-09-27')?.dueOn).toBe('2019-10-30');
  });

  test('changed to 主动公开 on Friday 2026-02-13, the clock counts make-up Saturday 02-14', () => {
    const changed = { clockOn: day('2026-02-13'), clockSource: 'attributeChange' } as const;
    const owed = duty('posting', changed, '2026-02-13');
    // 02-14 #1, 02-24..02-28 #2-6, 03-02..06 #7-11, 03-09..13 #12-16, 03-16..19 #17-20
    expect(owed).toMatchObject({ dueOn: '2026-03-19', triggerSource: 'attributeChange' });
  });

  test('signed on 2026-12-31 it reaches into a year without notice and is provisional', () => {
    expect(duty('posting', { clockOn: day('2026-12-31') }, '2026-12-31')).toMatchObject({ provisional: true });
    const more = { year: 2027, number: '试', issuedOn: day('2026-12-01'), url: '', days: [] };
    const known = buildCalendar([...notices, more]);
    const sight = { ...sightOn('2026-12-31'), calendar: known };
    const owed = dutiesOf({ ...facts, clockOn: day('2026-12-31') }, sight);
    expect(owed.find(({ rule }) => rule === 'posting')?.provisional).toBe(false);
  });

  test.each([
    ['2019-08-21', 'open', 6, 0],
    ['2019-08-22', 'soon', 5, 0],
    ['2019-08-28', 'soon', 1, 0],
    ['2019-08-29', 'today', 0, 0],
    ['2019-08-30', 'overdue', -1, 1],
    ['2019-08-31', 'overdue', -1, 1],
    ['2019-09-02', 'overdue', -2, 2],
  ])('on %s it is %s, %i working days left', (today, state, workingDaysLeft, overdueWorkingDays) => {
    expect(duty('posting', {}, today)).toMatchObject({ state, workingDaysLeft, overdueWorkingDays });
  });

  test.each([
    ['2019-08-12', 'met', 0],
    ['2019-08-29', 'met', 0],
    ['2019-08-30', 'metLate', 1],
    ['2019-09-16', 'metLate', 11],
  ])('posted on %s it is %s by %i working days, whatever day it is now', (postedOn, state, overdueWorkingDays) => {
    for (const today of ['2019-09-20', '2026-11-24']) {
      expect(duty('posting', { postedOn: day(postedOn) }, today)).toMatchObject({
        state,
        overdueWorkingDays,
        workingDaysLeft: 0,
        doneOn: postedOn,
      });
    }
  });

  test('the wording in force on the trigger day governs it, whatever day it is now', () => {
    const old = { clockOn: day('2018-12-23') };
    expect(duty('posting', old, '2026-11-24')).toMatchObject({ article: 'posting2008', dueOn: '2019-01-21' });
    expect(duty('posting', { clockOn: day('2008-04-30') }, '2026-11-24')).toBeUndefined();
  });

  test('nothing is due where no clock runs or the document is void', () => {
    expect(duty('posting', { clockOn: null, clockSource: null })).toBeUndefined();
    expect(dutiesOf({ ...facts, isVoided: true }, sightOn('2019-08-20'))).toEqual([]);
  });
});

describe('the other duties', () => {
  const normative = { isNormative: true, needsInterpretation: true };

  test('the interpretation is due five working days after 出台, which is a setting', () => {
    expect(duty('interpretation')).toBeUndefined();
    expect(duty('interpretation', normative)).toMatchObject({
      triggerOn: '2019-08-02',
      triggerSource: 'printedOn',
      dueOn: '2019-08-09',
      state: 'overdue',
    });
    const signed = { interpretationClock: 'signed' } as const;
    expect(duty('interpretation', normative, '2019-08-05', signed)?.dueOn).toBe('2019-08-08');
    const posted = { interpretationClock: 'posted' } as const;
    expect(duty('interpretation', normative, '2019-08-05', posted)).toBeUndefined();
    const onTheWeb = { ...normative, postedOn: day('2019-08-12') };
    expect(duty('interpretation', onTheWeb, '2019-08-12', posted)?.dueOn).toBe('2019-08-19');
  });

  test('without a printing day the clock falls back to the date of the document, then to the signing day', () => {
    expect(duty('interpretation', { ...normative, printedOn: null })?.triggerSource).toBe('writtenOn');
    expect(duty('interpretation', { ...normative, printedOn: null, writtenOn: null })?.triggerSource).toBe('signedOn');
  });

  test('an interpretation that is out keeps its place in the ledger; an excused one owes nothing', () => {
    const out = { isNormative: true, needsInterpretation: false, interpretedOn: day('2019-08-12') };
    expect(duty('interpretation', out)).toMatchObject({ state: 'metLate', overdueWorkingDays: 1 });
    expect(duty('interpretation', { ...out, interpretedOn: null })).toBeUndefined();
  });

  test('by setting, a normative document is late when its interpretation is', () => {
    const owed = duty('posting', normative, '2019-08-12', { normativePosting: 'interpretation' });
    expect(owed).toMatchObject({ dueOn: '2019-08-09', days: 5, state: 'overdue', overdueWorkingDays: 1 });
    expect(duty('posting', normative, '2019-08-12')?.dueOn).toBe('2019-08-29');
    const done = { ...normative, postedOn: day('2019-08-09') };
    expect(duty('posting', done, '2019-08-12', { normativePosting: 'interpretation' })?.state).toBe('met');
  });

  test('the copies are due as the settings say, until they are complete', () => {
    expect(duty('copies', { copiesCompleteOn: null })).toMatchObject({ dueOn: '2019-08-16', state: 'overdue' });
    expect(duty('copies')).toMatchObject({ state: 'met', doneOn: '2019-08-05' });
    expect(duty('copies', { copiesCompleteOn: null }, '2019-08-05', { copiesWithinWorkingDays: 3 })?.dueOn).toBe(
      '2019-08-07',
    );
    expect(duty('copies', { copiesRequired: 0, copiesCompleteOn: null })).toBeUndefined();
  });

  test('a review step is due five working days after the signature before', () => {
    const waiting = { reviewStage: 'generalOffice', reviewWaitingSince: day('2019-08-05') } as const;
    expect(duty('reviewStep', waiting)).toMatchObject({ dueOn: '2019-08-12', state: 'overdue' });
    expect(duty('reviewStep', { ...waiting, reviewStage: 'returned' })).toBeUndefined();
    expect(duty('reviewStep', { ...waiting, reviewStage: 'approved' })).toBeUndefined();
  });
});

describe('the table of rules', () => {
  test('the wordings of one rule follow each other without gap or overlap', () => {
    for (const id of DUTY_RULE_IDS) {
      const wordings = BUILT_IN_RULES.filter(({ rule }) => rule === id);
      wordings.slice(1).forEach((rule, i) => {
        const before = wordings[i]?.effectiveTo;
        expect(before && addDays(before, 1)).toBe(rule.effectiveFrom);
      });
      expect(wordings.at(-1)?.effectiveTo).toBeNull();
    }
  });

  test('a document of 2018 stands under the Regulation of 2007, one from before under none', () => {
    expect(ruleFor(BUILT_IN_RULES, 'posting', day('2019-05-14'))?.article).toBe('posting2008');
    expect(ruleFor(BUILT_IN_RULES, 'posting', day('2019-05-15'))?.article).toBe('posting');
    expect(ruleFor(BUILT_IN_RULES, 'posting', day('2008-04-30'))).toBeUndefined();
    expect(ruleFor(BUILT_IN_RULES, 'copies', day('2019-07-31'))).toBeUndefined();
  });
});

describe('for any document', () => {
  const first = dayNumber(day('2018-01-01'));
  const last = dayNumber(day('2026-10-31'));
  const anyDay = fc.integer({ min: first, max: last }).map(dayOfNumber);

  test('who signs later is never due earlier, and the due day is a working day after the trigger', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const [one, two] = [duty('posting', { clockOn: early }, early), duty('posting', { clockOn: late }, late)];
        if (!one || !two) throw new Error('both are due');
        expect(one.dueOn <= two.dueOn).toBe(true);
        expect(one.dueOn > early).toBe(true);
        expect(calendar.isWorkingDay(one.dueOn)).toBe(true);
      }),
    );
  });

  test('as days pass, less is left, more is overdue, and the state only moves on', () => {
    const order = ['open', 'soon', 'today', 'overdue'];
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (clockOn, passed) => {
        const now = duty('posting', { clockOn }, addDays(clockOn, passed));
        const next = duty('posting', { clockOn }, addDays(clockOn, passed + 1));
        if (!now || !next) throw new Error('both are due');
        expect(next.workingDaysLeft).toBeLessThanOrEqual(now.workingDaysLeft);
        expect(next.overdueWorkingDays).toBeGreaterThanOrEqual(now.overdueWorkingDays);
        expect(order.indexOf(next.state)).toBeGreaterThanOrEqual(order.indexOf(now.state));
        expect(now.overdueWorkingDays > 0).toBe(now.workingDaysLeft < 0);
      }),
    );
  });

  test('the list is in the order of due days', () => {
    const open = { copiesCompleteOn: null, isNormative: true, needsInterpretation: true };
    const list = dutiesOf({ ...facts, ...open }, sightOn('2019-08-05'));
    expect(list.map(({ rule }) => rule)).toEqual(['interpretation', 'copies', 'posting']);
  });
});
