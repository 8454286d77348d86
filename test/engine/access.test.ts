/** Nobody may do what the table does not say: every procedure of the contract is tried by everyone. */

import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { ROLES } from '../../electron/domain/roles.ts';
import { ACCESS, type Access, WHILE_LOCKED } from '../../electron/engine/access.ts';
import { os } from '../../electron/engine/procedure.ts';
import { makeWorld, ordinaryDocument, PERSON_KEYS, type PersonKey, type World } from '../world.ts';
import { outcomeOf, PROCEDURES, procedureOf } from './answers.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const GUARDED = ['SIGN_IN', 'NOT_ALLOWED', 'LOCKED'];
const FOR_ANYONE = [
  'people.session',
  'people.signIn',
  'registry.create',
  'registry.createSample',
  'registry.samplePeople',
  'registry.state',
];

/** Tried with nothing typed: what lies behind the guard refuses that, or answers. */
function tryIt(path: string, token: string): Promise<string> {
  return outcomeOf(procedureOf(world.atSeat(token), path)({}));
}

test('the table names every procedure and nothing else', () => {
  expect(Object.keys(ACCESS).sort()).toEqual([...PROCEDURES].sort());
});

test('six procedures are open to someone who is not signed in, no more', () => {
  const open = PROCEDURES.filter((path) => (ACCESS as Record<string, Access>)[path] === 'anyone');
  expect(open.sort()).toEqual(FOR_ANYONE);
});

describe.each(PROCEDURES)('%s', (path) => {
  const access = (ACCESS as Record<string, Access>)[path];

  test('without a session', async () => {
    const outcome = await tryIt(path, 'a seat where nobody sits');
    if (FOR_ANYONE.includes(path)) expect(GUARDED).not.toContain(outcome);
    else expect(outcome).toBe('SIGN_IN');
  });

  test('on a locked seat', async () => {
    const token = world.newSeat('administrator');
    await world.atSeat(token).people.lock();
    const outcome = await tryIt(path, token);
    if (WHILE_LOCKED.includes(path)) expect(GUARDED).not.toContain(outcome);
    else expect(outcome).toBe('LOCKED');
  });

  test.each(PERSON_KEYS)('by %s', async (person) => {
    const isAllowed = mayCall(access, person);
    const outcome = await tryIt(path, world.newSeat(person));
    if (isAllowed) expect(GUARDED).not.toContain(outcome);
    else expect(outcome).toBe('NOT_ALLOWED');
  });
});

function mayCall(access: Access | undefined, person: PersonKey): boolean {
  if (access === 'anyone' || access === 'signedIn') return true;
  return access?.some((role) => world.people[person].roles.includes(role)) ?? false;
}

/** Written down a second time, by hand: what must never become possible by a slip in the table. */
describe('whatever the table says', () => {
  test.each<[PersonKey, string]>([
    ['administrator', 'documents.register'],
    ['administrator', 'documents.list'],
    ['administrator', 'reviews.sign'],
    ['administrator', 'registry.trail'],
    ['auditor', 'documents.register'],
    ['auditor', 'documents.amend'],
    ['auditor', 'people.resetPassword'],
    ['auditor', 'registry.restore'],
    ['clerk', 'people.add'],
    ['clerk', 'people.resetPassword'],
    ['clerk', 'registry.restore'],
    ['clerk', 'registry.trail'],
    ['clerk', 'registry.setSetting'],
    ['foodHead', 'documents.register'],
    ['foodHead', 'matters.close'],
    ['foodHead', 'matters.void'],
    ['officeReviewer', 'matters.publish'],
    ['foodHead', 'documents.changeAttribute'],
    ['foodHead', 'registry.trail'],
    ['officeReviewer', 'documents.amend'],
    ['leaderInCharge', 'documents.amend'],
    ['foodHead', 'typefaces.choose'],
    ['foodHead', 'typefaces.list'],
    ['clerk', 'typefaces.add'],
    ['auditor', 'typefaces.withdraw'],
    ['nobody', 'documents.list'],
    ['nobody', 'duties.board'],
    ['nobody', 'ledgers.compose'],
  ])('%s is not let into %s', async (person, path) => {
    expect(await tryIt(path, world.seatOf(person))).toBe('NOT_ALLOWED');
  });
});

test('a procedure that the table does not name is refused even to an administrator', async () => {
  const hidden = {
    hidden: {
      door: os.people.session.handler(async () => ({ actor: null, isLocked: false, mustChangePassword: false })),
    },
  };
  const context = { engine: world.engine, token: world.seatOf('administrator'), workstation: 'test' };
  const client = createRouterClient(hidden, { context }) as unknown as { hidden: { door: () => Promise<unknown> } };
  expect(await outcomeOf(client.hidden.door())).toBe('NOT_ALLOWED');
});

test('a refusal for want of a role is noted in the trail', async () => {
  await outcomeOf(world.as('foodHead').registry.setSetting({ key: 'idleLockMinutes', value: '30', reason: '' }));
  const { entries } = await world.as('auditor').registry.trail({ act: 'registry.setSetting', limit: 1 });
  expect(entries[0]).toMatchObject({ actorName: world.people.foodHead.name, result: 'NOT_ALLOWED' });
});

test('there are six roles, and a person of the world for each', () => {
  const played = PERSON_KEYS.flatMap((person) => [...world.people[person].roles]);
  expect([...new Set(played)].sort()).toEqual([...ROLES].sort());
});

describe('a division head sees only what the own division filed', () => {
  let foreign: string;
  let own: string;
  const head = (): EngineClient => world.as('policyHead');

  beforeAll(async () => {
    const clerk = world.as('clerk');
    foreign = (await clerk.documents.register(ordinaryDocument(world))).document.id;
    const { policy } = world.divisions;
    own = (await clerk.documents.register(ordinaryDocument(world, { draftingDivisionId: policy }))).document.id;
  });

  test('the own document opens', async () => {
    expect((await head().documents.get({ id: own })).summary.id).toBe(own);
  });
  test.each<[string, (client: EngineClient, id: string) => Promise<unknown>]>([
    ['documents.get', (client, id) => client.documents.get({ id })],
    ['duties.explain', (client, id) => client.duties.explain({ kind: 'document', id, rule: 'posting' })],
    ['ledgers.form', (client, documentId) => client.ledgers.form({ form: 'review', documentId, language: 'zh' })],
  ])('%s says that the other one is not there', async (_, look) => {
    expect(await outcomeOf(look(head(), foreign))).toBe('NOT_FOUND');
  });
  test('the list, asked for the other division, is empty', async () => {
    const page = { sort: { by: 'signedOn', direction: 'desc' }, offset: 0, limit: 50 } as const;
    const all = await head().documents.list({ filter: {}, ...page });
    expect(all.rows.map(({ id }) => id)).toEqual([own]);
    const other = await head().documents.list({ filter: { divisionId: world.divisions.food }, ...page });
    expect(other).toEqual({ rows: [], total: 0 });
  });
  test('the board shows none of the other divisions', async () => {
    const { groups } = await head().duties.board({ tile: 'copies' });
    expect(groups.map(({ divisionId }) => divisionId)).toEqual([world.divisions.policy]);
  });
  test('a clerk sees both', async () => {
    for (const id of [own, foreign]) expect((await world.as('clerk').documents.get({ id })).summary.id).toBe(id);
  });
});
