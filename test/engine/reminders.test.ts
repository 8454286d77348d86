/** A year of mornings with a machine that is often off: what goes out, when, and what a person's answer changes. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day, toDay } from '../../electron/domain/day.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { sweepReminders } from '../../electron/engine/duties/reminders.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { startSession } from '../../electron/store/people.ts';
import { remindersOf } from '../../electron/store/reminders.ts';
import { listTrail, verifyTrail } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ now: '2019-08-01T01:00:00.000Z' });
});
afterEach(() => world.close());

/** Sits down anew each time: no session lasts a year. */
function as(person: PersonKey) {
  const seat = newId();
  const { store, look } = world.registry();
  startSession(store.writable, tokenHash(seat), world.people[person].id, look(SOMEONE).now);
  return world.atSeat(seat);
}

const at = (day: string, hour = 9) => world.setNow(`${day}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`);
const sweep = () => sweepReminders(world.engine);
const isWorkingDay = (day: Day) => world.registry().look(SOMEONE).calendar.isWorkingDay(day);
const SOMEONE = { personId: null, name: '', login: '', divisionId: '', roles: [], workstation: '' };

/** All seven copies came with it, so that only the posting is owed. */
async function signed(on: string, special: Partial<RegisterInput> = {}): Promise<string> {
  const day = toDay(on);
  const days = { signedOn: day, writtenOn: day, printedOn: day };
  const delivery = { copies: 7, deliveredBy: '刘洋', location: '' };
  const input = ordinaryDocument(world, { ...days, delivery, ...special });
  return (await as('clerk').documents.register(input)).document.id;
}

const raised = (id: string) =>
  remindersOf(world.registry().store.readable, [id]).map(({ stage, raisedOn, dueOn }) => ({ stage, raisedOn, dueOn }));
const stages = (id: string) => raised(id).map(({ stage }) => stage);

/** The n-th working day after a day, counted one by one; 0 is the day itself. */
function workingDay(from: Day, n: number): Day {
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

describe('a year', () => {
  test('each stage goes out on the first working morning that reaches it, the most urgent only, never twice a day', async () => {
    const random = seededRandom(2019);
    const documents: { id: string; signedOn: Day; dueOn: Day; endsOn: Day | undefined }[] = [];
    const expected = new Map<string, { stage: string; first: Day; last: Day }[]>();
    const last = toDay('2020-07-31');
    for (let today = toDay('2019-08-01'); today <= last; today = addDays(today, 1)) {
      at(today, 8);
      if (isWorkingDay(today) && random() < 0.12) {
        const id = await signed(today);
        documents.push({ id, signedOn: today, dueOn: workingDay(today, 20), endsOn: undefined });
        expected.set(id, []);
      }
      const owed = documents.find(({ endsOn }) => endsOn === undefined);
      if (owed && random() < 0.08) {
        await as('clerk').documents.void({ id: owed.id, version: 1, reason: '并入其他文件' });
        owed.endsOn = today;
      }
      if (random() < 0.4) continue;
      // The power went at night: another start of the program on the same files.
      if (random() < 0.15) world.reopen();
      const sweeps: boolean[] = [];
      for (let hour = 9; hour < 9 + Math.floor(1 + random() * 3); hour += 1) {
        at(today, hour);
        sweeps.push((await sweep()).digest);
      }
      expect(sweeps.filter(Boolean).length).toBe(isWorkingDay(today) ? 1 : 0);
      expect(sweeps[0]).toBe(isWorkingDay(today));
      if (!isWorkingDay(today)) continue;
      for (const document of documents.filter(({ endsOn }) => endsOn === undefined)) note(document, today, expected);
    }
    for (const { id } of documents) {
      const known = expected.get(id)?.map(({ stage, last: raisedOn }) => ({ stage, raisedOn }));
      expect(raised(id).map(({ stage, raisedOn }) => ({ stage, raisedOn }))).toEqual(known);
    }
    expect(documents.length).toBeGreaterThan(20);
    expect([...expected.values()].flat().map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['T-5', 'T-1', 'today', 'overdue']),
    );
    expect(verifyTrail(world.registry().store.reader).problems).toEqual([]);
  });

  function note(
    { id, dueOn }: { id: string; dueOn: Day },
    today: Day,
    expected: Map<string, { stage: string; first: Day; last: Day }[]>,
  ) {
    const stage = stageByHand(today, dueOn);
    const before = expected.get(id) ?? [];
    const same = before.find((sent) => sent.stage === stage);
    if (stage === undefined) return;
    if (!same) before.push({ stage, first: today, last: today });
    else if (stage === 'overdue') same.last = today;
  }

  function stageByHand(today: Day, dueOn: Day): string | undefined {
    if (today > dueOn) return 'overdue';
    if (today === dueOn) return 'today';
    let left = 0;
    for (let day = today; day < dueOn; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left += 1;
    }
    if (left <= 1) return 'T-1';
    return left <= 5 ? 'T-5' : undefined;
  }
});

describe('a sweep', () => {
  test('counts as the board does, says nothing on a day off, and leaves one trail entry when something goes out', async () => {
    const id = await signed('2019-08-01');
    at('2019-08-29');
    expect(await sweep()).toEqual({ digest: true, overdue: 0, today: 1, soon: 0 });
    expect(await sweep()).toEqual({ digest: false, overdue: 0, today: 1, soon: 0 });
    at('2019-08-31');
    expect(await sweep()).toEqual({ digest: false, overdue: 0, today: 0, soon: 0 });
    expect(stages(id)).toEqual(['today']);
    const { entries } = listTrail(world.registry().store.readable, { act: 'duties.remind', limit: 10 });
    expect(entries.length).toBe(1);
    expect(entries[0]).toMatchObject({ actorName: '系统', label: '2019-08-29' });
  });

  test('after three weeks off, only what is most urgent goes out', async () => {
    const id = await signed('2019-08-01');
    at('2019-09-16');
    await sweep();
    expect(raised(id)).toEqual([{ stage: 'overdue', raisedOn: '2019-09-16', dueOn: '2019-08-29' }]);
  });

  test('copies that a rule gives a day to are reminded of too', async () => {
    const id = await signed('2019-08-01', {
      attribute: 'ON_REQUEST',
      reason: '只涉及特定的一家企业。',
      delivery: null,
    });
    at('2019-08-15');
    await sweep();
    expect(remindersOf(world.registry().store.readable, [id])).toMatchObject([
      { rule: 'copies', stage: 'today', dueOn: '2019-08-15' },
    ]);
  });

  test('raises once when two programs sweep the same files at the same time', async () => {
    const id = await signed('2019-08-01');
    at('2019-08-29');
    const { dataFolder, resources, clock } = world.engine;
    const second = openEngine({ dataFolder, resources, clock });
    try {
      const both = await Promise.all([sweep(), sweepReminders(second), sweep()]);
      expect(both.filter(({ digest }) => digest).length).toBe(1);
      expect(stages(id)).toEqual(['today']);
    } finally {
      second.close();
    }
  });
});

describe('a person', () => {
  async function overdueReminder() {
    const documentId = await signed('2019-08-01');
    at('2019-08-30');
    await sweep();
    const [open] = await as('clerk').duties.reminders();
    return { documentId, id: open?.id ?? '' };
  }

  test('sees the latest reminder of each duty that is still owed', async () => {
    const documentId = await signed('2019-08-01');
    for (const day of ['2019-08-22', '2019-08-28', '2019-08-29']) {
      at(day);
      await sweep();
    }
    expect(await as('officeReviewer').duties.reminders()).toMatchObject([
      { subject: { kind: 'document', id: documentId }, stage: 'today', workingDaysLeft: 0, answeredAt: null },
    ]);
    await as('clerk').documents.void({ id: documentId, version: 1, reason: '并入其他文件' });
    expect(await as('officeReviewer').duties.reminders()).toEqual([]);
  });

  test('answers: the answer stands in the history of the document, and what is still overdue is asked again next day', async () => {
    const { id, documentId } = await overdueReminder();
    const { duties } = as('clerk');
    await expect(duties.answerReminder({ id, answer: ' ' })).rejects.toMatchObject({ code: 'BROKEN_RULES' });
    await expect(duties.answerReminder({ id, answer: '机密★10年' })).rejects.toMatchObject({
      data: { broken: [{ code: 'secret.marked', field: 'answer' }] },
    });
    await duties.answerReminder({ id, answer: '已电话告知刘洋，答复今日下午报网址。' });
    const { history } = await as('clerk').documents.get({ id: documentId });
    expect(history[0]).toMatchObject({ act: 'duties.answerReminder', actorName: '陈静' });
    await sweep();
    expect(stages(documentId)).toEqual(['overdue']);
    at('2019-09-02');
    await sweep();
    expect(raised(documentId).map(({ raisedOn }) => raisedOn)).toEqual(['2019-08-30', '2019-09-02']);
    expect((await as('clerk').duties.reminders()).map(({ answeredAt }) => answeredAt === null)).toEqual([true, false]);
  });

  test('puts off: nothing goes out before that day, then once', async () => {
    const documentId = await signed('2019-08-01');
    at('2019-08-22');
    await sweep();
    const { duties } = as('clerk');
    const id = (await duties.reminders())[0]?.id ?? '';
    const until = (day: string) => duties.snoozeReminder({ id, until: toDay(day) });
    await expect(until('2019-08-22')).rejects.toMatchObject({ data: { broken: [{ code: 'reminder.snoozeBad' }] } });
    await expect(until('2019-08-30')).rejects.toMatchObject({ data: { broken: [{ code: 'reminder.snoozeTooLong' }] } });
    await until('2019-08-29');
    for (const day of ['2019-08-26', '2019-08-28']) {
      at(day);
      await sweep();
    }
    expect(stages(documentId)).toEqual(['T-5']);
    at('2019-08-29');
    await sweep();
    expect(stages(documentId)).toEqual(['T-5', 'today']);
  });

  test('without the office’s roles neither sees nor answers reminders', async () => {
    const { id } = await overdueReminder();
    const { duties } = as('foodHead');
    await expect(duties.reminders()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(duties.answerReminder({ id, answer: '已办' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
