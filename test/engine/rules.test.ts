/** A rule is amended by a row of its own: open deadlines follow, what is done stays as it was judged. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { BUILT_IN_RULES } from '../../electron/domain/dutyRules.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type RegisterInput, type World } from '../world.ts';
import { enteredOf } from './amending.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ now: '2019-08-20T01:00:00.000Z' });
});
afterAll(() => world.close());

const copies = { copies: 7, deliveredBy: '刘洋', location: '' };

async function signed(on: string, special: Partial<RegisterInput> = {}): Promise<string> {
  const day = toDay(on);
  const days = { signedOn: day, writtenOn: day, printedOn: day };
  return (
    await world.as('clerk').documents.register(ordinaryDocument(world, { ...days, delivery: copies, ...special }))
  ).document.id;
}

async function dutyOf(id: string, rule: string) {
  const { duties } = await world.as('clerk').documents.get({ id });
  return duties.find((duty) => duty.rule === rule);
}

async function current(rule: string) {
  return (await world.as('administrator').rules.list()).filter((row) => row.rule === rule && row.isCurrent);
}

/** The newest wording of a rule up to a day, to be amended. */
async function amendmentOf(rule: string, upTo = '9999-12-31') {
  const row = (await current(rule)).findLast(({ effectiveFrom }) => effectiveFrom <= upTo);
  if (!row) throw new Error('no such rule');
  return { ...enteredOf(row), correctsId: row.id as string | null, reason: '省局另有规定' };
}

test('every built-in rule stands in the table, and a second opening adds none', async () => {
  const before = await world.as('auditor').rules.list();
  expect(before.map(({ id }) => id)).toEqual(BUILT_IN_RULES.map(({ id }) => id));
  world.reopen();
  expect(await world.as('auditor').rules.list()).toEqual(before);
});

describe('a correction', () => {
  test('moves what is open, shows it beforehand, and never what is done', async () => {
    const open = await signed('2019-08-06', { delivery: null });
    const done = await signed('2019-08-05', { delivery: null });
    await world.as('clerk').copies.deliver({
      ...{ id: newId(), documentId: done, copies: 7, deliveredOn: toDay('2019-08-16') },
      ...{ deliveredBy: '刘洋', location: '', note: '' },
    });
    expect(await dutyOf(done, 'copies')).toMatchObject({ dueOn: '2019-08-19', state: 'met' });
    expect(await dutyOf(open, 'copies')).toMatchObject({ dueOn: '2019-08-20', state: 'today' });
    const asked = { ...(await amendmentOf('copies')), days: 3 };
    const { count, moved } = await world.as('administrator').rules.preview(asked);
    expect(moved).toMatchObject([
      { subject: { kind: 'document', id: open }, rule: 'copies', before: '2019-08-20', after: '2019-08-09' },
    ]);
    expect(count).toBe(1);
    expect(await dutyOf(open, 'copies')).toMatchObject({ dueOn: '2019-08-20' });
    const id = newId();
    expect(await world.as('administrator').rules.amend({ ...asked, id })).toEqual({ count, moved });
    expect(await dutyOf(open, 'copies')).toMatchObject({ dueOn: '2019-08-09', state: 'overdue' });
    expect(await dutyOf(done, 'copies')).toMatchObject({ dueOn: '2019-08-19', state: 'met', overdueWorkingDays: 0 });
    // A write repeated after a lost answer changes nothing more.
    await world.as('administrator').rules.amend({ ...asked, id });
    expect((await current('copies')).map((row) => row.id)).toEqual([id]);
  });

  test('keeps who, when and why, and what was before', async () => {
    const rows = (await world.as('clerk').rules.list()).filter(({ rule }) => rule === 'copies');
    expect(rows).toMatchObject([
      { isBuiltIn: true, isCurrent: false, days: 'copiesWithinWorkingDays', period: 10 },
      {
        isBuiltIn: false,
        isCurrent: true,
        days: 3,
        enteredBy: '吴涛',
        enteredOn: '2019-08-20',
        reason: '省局另有规定',
      },
    ]);
    const [entry] = (await world.as('auditor').registry.trail({ limit: 50, act: 'rules.amend' })).entries;
    expect(entry).toMatchObject({
      reason: '省局另有规定',
      changes: [
        { field: 'periodLength', before: 'copiesWithinWorkingDays', after: '3' },
        { field: 'movedDeadlines', before: '', after: '1' },
      ],
    });
  });

  test('of a row that was corrected meanwhile is refused, as is one that changes nothing', async () => {
    const administrator = world.as('administrator').rules;
    const stale = { ...(await amendmentOf('copies')), days: 4, correctsId: 'copies.2019-08-01' };
    await expect(administrator.preview(stale)).rejects.toMatchObject({ code: 'STALE' });
    await expect(administrator.preview(await amendmentOf('copies'))).rejects.toMatchObject({
      data: { broken: [{ code: 'rule.unchanged' }] },
    });
    await expect(administrator.preview({ ...stale, correctsId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('names all its faults at once', async () => {
    const asked = {
      ...(await amendmentOf('posting')),
      ...{ days: 0, article: ' ', reason: '', effectiveTo: toDay('2019-01-01'), divisionId: newId() },
    };
    const refused = world.as('administrator').rules.preview(asked);
    await expect(refused).rejects.toMatchObject({
      data: {
        broken: ['articleMissing', 'reasonMissing', 'periodBad', 'endsBeforeStart', 'divisionUnknown'].map(
          (problem) => ({
            code: `rule.${problem}`,
          }),
        ),
      },
    });
    const marked = world
      .as('administrator')
      .rules.preview({ ...(await amendmentOf('posting')), days: 15, gate: '机密★' });
    await expect(marked).rejects.toMatchObject({ data: { broken: [{ code: 'secret.marked', field: 'gate' }] } });
  });
});

describe('a new rule', () => {
  test('governs what starts on its day or later', async () => {
    const before = await signed('2019-08-19');
    const asked = { ...(await amendmentOf('posting')), correctsId: null, effectiveFrom: toDay('2019-08-20'), days: 10 };
    await world.as('administrator').rules.amend({ ...asked, id: newId() });
    const after = await signed('2019-08-20');
    expect(await dutyOf(before, 'posting')).toMatchObject({ days: 20, dueOn: '2019-09-17' });
    expect(await dutyOf(after, 'posting')).toMatchObject({ days: 10, dueOn: '2019-09-03' });
    expect((await current('posting')).map(({ days }) => days)).toEqual([20, 20, 10]);
  });

  test('does not start on the day of another', async () => {
    const asked = { ...(await amendmentOf('posting')), correctsId: null, days: 11 };
    await expect(world.as('administrator').rules.amend({ ...asked, id: newId() })).rejects.toMatchObject({
      data: { broken: [{ code: 'rule.sameDay' }] },
    });
  });

  test('that is set aside leaves nothing owed', async () => {
    const asked = { ...(await amendmentOf('posting')), isEnabled: false };
    const { moved } = await world.as('administrator').rules.preview(asked);
    expect(moved).toMatchObject([{ before: '2019-09-03', after: null }]);
  });
});

test('the period of a request is the law’s: its rule may be given to a division, not another length', async () => {
  const amend = async (special: { days?: number; divisionId?: string }) =>
    world.as('administrator').rules.amend({ ...(await amendmentOf('requestReply')), ...special, id: newId() });
  await expect(amend({ days: 15 })).rejects.toMatchObject({
    data: { broken: [{ code: 'rule.periodByStatute', field: 'days' }] },
  });
  await amend({ divisionId: world.divisions.policy });
  expect(await current('requestReply')).toMatchObject([{ days: 20, divisionId: world.divisions.policy }]);
});

test('a correction of the posting moves what the ledger calls overdue, and verification agrees', async () => {
  const id = await signed('2019-08-07');
  const overdue = async () => {
    const sort = { by: 'signedOn', direction: 'asc' } as const;
    const asked = { filter: { postingState: 'overdue' as const }, sort, offset: 0, limit: 100 };
    return (await world.as('clerk').documents.list(asked)).rows.map((row) => row.id);
  };
  expect(await overdue()).not.toContain(id);
  const asked = { ...(await amendmentOf('posting', '2019-08-07')), days: 5 };
  await world.as('administrator').rules.amend({ ...asked, id: newId() });
  expect(await dutyOf(id, 'posting')).toMatchObject({ dueOn: '2019-08-14', state: 'overdue' });
  expect(await overdue()).toContain(id);
  expect((await world.as('auditor').registry.verify()).checks.filter(({ isSound }) => !isSound)).toEqual([]);
  await world
    .as('administrator')
    .rules.amend({ ...(await amendmentOf('posting', '2019-08-07')), id: newId(), days: 20 });
  expect(await overdue()).not.toContain(id);
});

test('only the administrator amends', async () => {
  const asked = { ...(await amendmentOf('posting')), days: 15, id: newId() };
  for (const person of ['clerk', 'officeReviewer', 'auditor', 'policyHead'] as const) {
    await expect(world.as(person).rules.amend(asked)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  }
});
