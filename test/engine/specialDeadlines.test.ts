/** The deadline of one document by a special law: on its page, in the reason of the date, in ledger and board, in the trail. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';
import { enteredOf } from './amending.ts';
import { brokenBy } from './answers.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ now: '2019-08-14T01:00:00.000Z' });
});
afterAll(() => world.close());

const ON = toDay('2019-08-01');
const BY_LAW = {
  law: '《行政处罚法》第四十八条',
  days: 7,
  unit: 'WD',
  dueOn: null,
  reason: '行政处罚决定，七个工作日内公开',
} as const;

async function registered(): Promise<string> {
  const input = ordinaryDocument(world, { signedOn: ON, writtenOn: ON, printedOn: ON });
  return (await world.as('clerk').documents.register(input)).document.id;
}
const posting = async (id: string) => (await world.as('clerk').documents.get({ id })).summary.posting;
const overdueInLedger = async () => {
  const sort = { by: 'dueOn', direction: 'asc' } as const;
  const asked = { filter: { postingState: 'overdue' as const }, sort, offset: 0, limit: 50 };
  return (await world.as('clerk').documents.list(asked)).rows.map(({ id }) => id);
};

test('moves the date at once, says by which law, and goes back when it is withdrawn', async () => {
  const documentId = await registered();
  const id = newId();
  expect(await posting(documentId)).toMatchObject({ dueOn: '2019-08-29', state: 'open' });
  const set = { ...BY_LAW, id, documentId };
  expect((await world.as('clerk').documents.setSpecialDeadline(set)).posting).toMatchObject({
    ...{ dueOn: '2019-08-12', days: 7, article: BY_LAW.law, state: 'overdue', isSet: false },
  });
  // Sent again after a lost answer, it is the same one.
  await world.as('clerk').documents.setSpecialDeadline(set);
  expect(await overdueInLedger()).toEqual([documentId]);
  const board = await world.as('clerk').duties.board({ tile: 'overdue' });
  expect(board.groups.flatMap(({ rows }) => rows).map(({ subject }) => subject.id)).toEqual([documentId]);
  const why = await world.as('clerk').duties.explain({ kind: 'document', id: documentId, rule: 'posting' });
  expect(why.duty.article).toBe(BY_LAW.law);
  expect(why.days.at(-1)).toMatchObject({ day: '2019-08-12', ordinal: 7 });

  await world.as('clerk').documents.withdrawSpecialDeadline({ id, reason: '依据有误' });
  expect(await posting(documentId)).toMatchObject({ dueOn: '2019-08-29', article: 'posting' });
  expect(await overdueInLedger()).toEqual([]);
  const { specialDeadlines, history } = await world.as('clerk').documents.get({ id: documentId });
  expect(specialDeadlines).toMatchObject([
    {
      ...BY_LAW,
      enteredBy: '陈静',
      enteredOn: '2019-08-14',
      withdrawal: { reason: '依据有误', by: '陈静', on: '2019-08-14' },
    },
  ]);
  expect(history.slice(0, 3).map(({ act }) => act)).toEqual([
    'documents.withdrawSpecialDeadline',
    'documents.setSpecialDeadlineAgain',
    'documents.setSpecialDeadline',
  ]);
  expect(history[2]).toMatchObject({
    reason: BY_LAW.reason,
    changes: [{ after: BY_LAW.law }, { field: 'dueOn', before: '2019-08-29', after: '2019-08-12' }],
  });
});

test('a day that the law names is not counted', async () => {
  const documentId = await registered();
  const set = { ...BY_LAW, id: newId(), documentId, days: null, unit: null, dueOn: toDay('2019-12-31') };
  const { posting: owed } = await world.as('clerk').documents.setSpecialDeadline(set);
  expect(owed).toMatchObject({ dueOn: '2019-12-31', isSet: true, provisional: false });
  const why = await world.as('clerk').duties.explain({ kind: 'document', id: documentId, rule: 'posting' });
  expect(why.days.map(({ day }) => day)).toEqual(['2019-08-01', '2019-12-31']);
});

test('an amended rule does not move it, and verification finds every standing as it should be', async () => {
  const documentId = await registered();
  await world.as('clerk').documents.setSpecialDeadline({ ...BY_LAW, id: newId(), documentId });
  const rule = (await world.as('administrator').rules.list()).find((row) => row.id === 'posting.2019-05-15');
  if (!rule) throw new Error('no such rule');
  const asked = { ...enteredOf(rule), days: 15, correctsId: rule.id, reason: '省局要求', id: newId() };
  const { moved } = await world.as('administrator').rules.amend(asked);
  expect(moved.some(({ subject }) => subject.id === documentId)).toBe(false);
  expect(await posting(documentId)).toMatchObject({ dueOn: '2019-08-12' });
  const { checks } = await world.as('administrator').registry.verify();
  expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

test('only a clerk sets or withdraws it; a second one and one without its law are refused', async () => {
  const documentId = await registered();
  const set = { ...BY_LAW, id: newId(), documentId };
  await expect(world.as('foodHead').documents.setSpecialDeadline(set)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  const clerk = world.as('clerk').documents;
  await clerk.setSpecialDeadline(set);
  expect(await brokenBy(clerk.setSpecialDeadline({ ...set, id: newId() }))).toEqual(['specialDeadline.already']);
  expect(await brokenBy(clerk.setSpecialDeadline({ ...set, id: newId(), law: '机密★', reason: '' }))).toEqual(
    expect.arrayContaining(['specialDeadline.reasonMissing', 'secret.marked']),
  );
  await expect(clerk.withdrawSpecialDeadline({ id: newId(), reason: '依据有误' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
