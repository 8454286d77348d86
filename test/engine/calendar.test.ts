/** The calendar in the registry: next year's notice moves exactly the open deadlines that reach into it. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { buildCalendar } from '../../electron/domain/calendar.ts';
import { addDays, type Day, toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { listNotices } from '../../electron/store/calendar.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ now: '2026-12-21T01:00:00.000Z' });
});
afterEach(() => world.close());

type Notice = Parameters<EngineClient['calendar']['previewNotice']>[0];

const day = (text: string) => toDay(text);
const off = (text: string, name = '元旦') => ({ day: day(text), kind: 'off' as const, name });
const works = (text: string, name = '元旦') => ({ day: day(text), kind: 'work' as const, name });

/** An invented arrangement of 2027: three days off from 1 January, Saturday 9 January worked. */
const NEXT_YEAR: Notice = {
  year: 2027,
  number: '国办发明电〔2026〕9号',
  issuedOn: day('2026-12-20'),
  url: '',
  days: [off('2027-01-01'), off('2027-01-02'), off('2027-01-03'), off('2027-01-04'), works('2027-01-09')],
};

async function signed(on: Day) {
  const days = { signedOn: on, writtenOn: on, printedOn: on };
  const input = ordinaryDocument(world, { ...days, delivery: { copies: 7, deliveredBy: '刘洋', location: '' } });
  return (await world.as('clerk').documents.register(input)).document;
}

/** Counts day by day, without any of the calendar's arithmetic. */
function countedByHand(from: Day, workingDays: number, days: Notice['days']): Day {
  const known = buildCalendar(listNotices(world.registry().store.readable));
  let left = workingDays;
  let at = from;
  while (left > 0) {
    at = addDays(at, 1);
    const named = days.find((entry) => entry.day === at);
    if (named ? named.kind === 'work' : known.isWorkingDay(at)) left -= 1;
  }
  return at;
}

describe('a new notice', () => {
  test('moves what reaches into its year and makes it firm; what ends before stays', async () => {
    const before = await signed(day('2026-12-02'));
    const later = await Promise.all(['2026-12-04', '2026-12-11', '2026-12-18'].map((on) => signed(day(on))));
    expect(before.posting).toMatchObject({ dueOn: '2026-12-30', provisional: false });
    const previewed = await world.as('administrator').calendar.previewNotice(NEXT_YEAR);
    const expected = later.map(({ id, posting, signedOn }) => ({
      subject: expect.objectContaining({ kind: 'document', id }),
      before: posting?.dueOn,
      after: countedByHand(signedOn as Day, 20, NEXT_YEAR.days),
      wasProvisional: true,
      isProvisional: false,
    }));
    expect(previewed.filter(({ rule }) => rule === 'posting')).toEqual(
      expected.map((moved) => expect.objectContaining(moved)),
    );
    expect(previewed.some(({ subject }) => subject.id === before.id)).toBe(false);
    expect((await world.as('administrator').calendar.notices()).lastCoveredYear).toBe(2026);

    const added = await world.as('administrator').calendar.addNotice({ ...NEXT_YEAR, id: newId() });
    expect(added).toEqual(previewed);
    for (const { subject, after } of added.filter(({ rule }) => rule === 'posting')) {
      const { summary } = await world.as('clerk').documents.get({ id: subject.id });
      expect(summary.posting).toMatchObject({ dueOn: after, provisional: false });
    }
    const trail = listTrail(world.registry().store.readable, { act: 'calendar.addNotice', limit: 5 });
    expect(JSON.parse(trail.entries[0]?.changes ?? '')).toContainEqual({
      ...{ field: 'movedDeadlines', before: '', after: String(added.length) },
    });
  });

  test('sent twice is taken once', async () => {
    const input = { ...NEXT_YEAR, id: newId() };
    await world.as('administrator').calendar.addNotice(input);
    const { notices, version } = await world.as('administrator').calendar.notices();
    expect(await world.as('administrator').calendar.addNotice(input)).toEqual([]);
    expect(await world.as('administrator').calendar.notices()).toMatchObject({ version, notices });
  });

  test('is asked for from November until it is there', async () => {
    expect((await world.as('clerk').calendar.notices()).isNextYearMissing).toBe(true);
    world.setNow('2026-10-31T01:00:00.000Z');
    expect((await world.as('clerk').calendar.notices()).isNextYearMissing).toBe(false);
    world.setNow('2026-12-21T01:00:00.000Z');
    await world.as('administrator').calendar.addNotice({ ...NEXT_YEAR, id: newId() });
    expect(await world.as('clerk').calendar.notices()).toMatchObject({
      isNextYearMissing: false,
      lastCoveredYear: 2027,
    });
  });

  test('may take back a day off of an earlier one', async () => {
    const cancelled = { ...NEXT_YEAR, year: 2026, issuedOn: day('2026-02-01'), days: [works('2026-10-07', '国庆节')] };
    await world.as('administrator').calendar.addNotice({ ...cancelled, id: newId() });
    const month = await world.as('clerk').calendar.month({ year: 2026, month: 10 });
    expect(month.find((each) => each.day === '2026-10-07')).toMatchObject({ isWorkingDay: true });
  });
});

describe('a faulty notice', () => {
  test.each<[string, Partial<Notice>, string[]]>([
    ['without number and days', { number: ' ', days: [] }, ['calendar.numberMissing', 'calendar.noticeEmpty']],
    ['with a day of another year', { days: [off('2028-05-01')] }, ['calendar.dayOutsideYear']],
    ['that names a day twice', { days: [off('2027-05-01'), works('2027-05-01')] }, ['calendar.dayTwice']],
    ['that lets an ordinary Wednesday work', { days: [works('2027-05-05')] }, ['calendar.workOnWeekday']],
    ['issued two years before', { issuedOn: day('2025-11-01') }, ['calendar.noticeYearBad']],
    ['that carries a mark of secrecy', { number: '机密★10年' }, ['secret.marked']],
  ])('%s is refused before and when it is taken in', async (_, faults, codes) => {
    const notice = { ...NEXT_YEAR, ...faults };
    const refusal = { code: 'BROKEN_RULES', data: { broken: codes.map((code) => expect.objectContaining({ code })) } };
    const { calendar } = world.as('administrator');
    await expect(calendar.previewNotice(notice)).rejects.toMatchObject(refusal);
    await expect(calendar.addNotice({ ...notice, id: newId() })).rejects.toMatchObject(refusal);
    expect((await calendar.notices()).lastCoveredYear).toBe(2026);
  });
});

describe('a month', () => {
  test('says which days work, and how many documents are due on each', async () => {
    await signed(day('2026-12-02'));
    await signed(day('2026-12-02'));
    const month = await world.as('clerk').calendar.month({ year: 2026, month: 12 });
    expect(month.length).toBe(31);
    const dueOn = (days: typeof month) => days.flatMap(({ day: on, due }) => due.map((each) => ({ on, ...each })));
    // The same as the room of all duties lists of those days.
    const { rows } = await world.as('clerk').duties.list({
      ...{ on: null, state: 'unmet', rule: null, kind: null, divisionId: null, offset: 0, limit: 1000 },
      ...{ from: day('2026-12-01'), to: day('2026-12-31') },
    });
    expect(dueOn(month)).toContainEqual({ on: '2026-12-30', rule: 'posting', count: 2 });
    expect(dueOn(month).reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    for (const { on, rule, count } of dueOn(month)) {
      const listed = rows.filter(({ duty }) => duty.dueOn === on && duty.rule === rule);
      expect([on, rule, listed.length]).toEqual([on, rule, count]);
    }
    expect(dueOn(await world.as('policyHead').calendar.month({ year: 2026, month: 12 }))).toEqual([]);
    const october = await world.as('clerk').calendar.month({ year: 2019, month: 10 });
    expect(october[0]).toEqual({
      ...{ day: '2019-10-01', isWorkingDay: false, isMakeUp: false, name: '国庆节', isCovered: true, due: [] },
    });
    expect(october[11]).toMatchObject({ isWorkingDay: true, isMakeUp: true, name: '国庆节调休上班' });
    expect(
      (await world.as('clerk').calendar.month({ year: 2030, month: 2 })).every(({ isCovered }) => !isCovered),
    ).toBe(true);
  });
});

describe('a file', () => {
  test('fills the form; what is no notice is refused', async () => {
    const days = NEXT_YEAR.days.map(({ day: date, kind, name }) => ({ date, name, isOffDay: kind === 'off' }));
    const file = new File([JSON.stringify({ year: 2027, papers: [], days })], '2027.json');
    const read = await world.as('administrator').calendar.readFile({ file });
    expect(read).toEqual({ year: 2027, number: '', issuedOn: '2026-12-21', url: '', days: NEXT_YEAR.days });
    const nonsense = new File(['{'], 'x.json');
    await expect(world.as('administrator').calendar.readFile({ file: nonsense })).rejects.toMatchObject({
      code: 'BROKEN_RULES',
    });
  });
});
