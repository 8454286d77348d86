/** Who sits where: signing in, guessing, locking, and what administrators may and may not do with people. */

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../electron/engine/newId.ts';
import { signWith } from '../../electron/engine/people/passwords.ts';
import { findPerson, ownerOfKey } from '../../electron/store/people.ts';
import { makeWorld, NOW, PASSWORD, type PersonKey, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.close());

const WRONG = 'Not-The-Password-1';
const minutesLater = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

function freshSeat(): string {
  return randomBytes(16).toString('hex');
}

function signIn(person: PersonKey, password: string, token = freshSeat()): Promise<unknown> {
  return world.atSeat(token).people.signIn({ login: world.people[person].login, password });
}

async function refusalOf(call: Promise<unknown>): Promise<{ code?: string; data?: unknown }> {
  try {
    await call;
    return {};
  } catch (error) {
    const { code, data } = error as { code: string; data: unknown };
    return { code, data };
  }
}

async function guessWrongly(times: number): Promise<void> {
  for (let guess = 0; guess < times; guess++) await outcomeOf(signIn('clerk', WRONG));
}

describe('signing in', () => {
  test('a person with the right password sits on that seat and on no other', async () => {
    const token = freshSeat();
    await signIn('clerk', PASSWORD, token);
    const { actor } = await world.atSeat(token).people.session();
    expect(actor).toMatchObject({ name: world.people.clerk.name, divisionName: '办公室', roles: ['clerk'] });
    expect((await world.atSeat(freshSeat()).people.session()).actor).toBeNull();
  });
  test('capitals and blanks around the login do not matter', async () => {
    const token = freshSeat();
    await world.atSeat(token).people.signIn({ login: ' CLERK ', password: PASSWORD });
    expect((await world.atSeat(token).people.session()).actor?.login).toBe('clerk');
  });
  test('the session outlives the program, and ends after ten hours', async () => {
    const token = freshSeat();
    await signIn('clerk', PASSWORD, token);
    world.reopen();
    expect((await world.atSeat(token).people.session()).actor?.login).toBe('clerk');
    world.setNow(minutesLater(601));
    expect(await outcomeOf(world.atSeat(token).people.list())).toBe('SIGN_IN');
  });
  test('signing out ends it', async () => {
    const token = world.newSeat('clerk');
    await world.atSeat(token).people.signOut();
    expect(await outcomeOf(world.atSeat(token).people.list())).toBe('SIGN_IN');
  });
  test('someone else who signs in on the seat takes it over', async () => {
    const token = world.newSeat('clerk');
    await signIn('auditor', PASSWORD, token);
    expect((await world.atSeat(token).people.session()).actor?.login).toBe('auditor');
  });
  test('the file holds neither the token nor the password', async () => {
    const token = freshSeat();
    await signIn('clerk', PASSWORD, token);
    const bytes = world.registry().store.writer.serialize();
    expect(bytes.includes(token)).toBe(false);
    expect(bytes.includes(PASSWORD)).toBe(false);
  });
  test('each is noted in the trail, the wrong ones too', async () => {
    await signIn('clerk', PASSWORD);
    await guessWrongly(1);
    const { entries } = await world.as('auditor').registry.trail({ act: 'people.signIn', limit: 2 });
    expect(entries.map(({ result, label }) => [result, label])).toEqual([
      ['WRONG_PASSWORD', '陈静'],
      ['done', '陈静'],
    ]);
  });
});

describe('guessing', () => {
  test('a wrong password tells how many tries are left, and the fifth bars for a quarter of an hour', async () => {
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await refusalOf(signIn('clerk', WRONG))).toEqual({ code: 'WRONG_PASSWORD', data: { triesLeft } });
    }
    expect(await refusalOf(signIn('clerk', PASSWORD))).toEqual({ code: 'THROTTLED', data: { retryInSeconds: 900 } });
  });
  test('neither a restart nor another seat shortens the wait; its end does', async () => {
    await guessWrongly(5);
    world.reopen();
    world.setNow(minutesLater(14));
    expect(await outcomeOf(signIn('clerk', PASSWORD))).toBe('THROTTLED');
    world.setNow(minutesLater(15));
    expect(await outcomeOf(signIn('clerk', PASSWORD))).toBe('answered');
  });
  test('the next five bar for longer', async () => {
    await guessWrongly(5);
    world.setNow(minutesLater(15));
    await guessWrongly(5);
    expect(await refusalOf(signIn('clerk', PASSWORD))).toEqual({ code: 'THROTTLED', data: { retryInSeconds: 1800 } });
  });
  test('the right password begins the count anew', async () => {
    await guessWrongly(4);
    await signIn('clerk', PASSWORD);
    expect(await refusalOf(signIn('clerk', WRONG))).toMatchObject({ data: { triesLeft: 4 } });
  });
  test('twenty guesses at once are no more than five', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(signIn('clerk', WRONG))));
    expect(outcomes.filter((outcome) => outcome === 'WRONG_PASSWORD')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'THROTTLED')).toHaveLength(15);
  });
  test('nobody else is barred by it', async () => {
    await guessWrongly(5);
    expect(await outcomeOf(signIn('auditor', PASSWORD))).toBe('answered');
  });
  test('a login that nobody has is answered like a wrong password', async () => {
    const call = world.atSeat(freshSeat()).people.signIn({ login: 'nosuchperson', password: WRONG });
    expect(await outcomeOf(call)).toBe('WRONG_PASSWORD');
  });
  test('the unlocking of a seat counts as well', async () => {
    const token = world.newSeat('clerk');
    await world.atSeat(token).people.lock();
    for (let guess = 0; guess < 5; guess++) await outcomeOf(world.atSeat(token).people.unlock({ password: WRONG }));
    expect(await outcomeOf(world.atSeat(token).people.unlock({ password: PASSWORD }))).toBe('THROTTLED');
  });
});

describe('locking', () => {
  test('a locked seat answers nothing but what unlocks it, and keeps its person', async () => {
    const token = world.newSeat('clerk');
    await world.atSeat(token).people.lock();
    expect(await outcomeOf(world.atSeat(token).people.list())).toBe('LOCKED');
    expect(await world.atSeat(token).people.session()).toMatchObject({ isLocked: true, actor: { login: 'clerk' } });
    world.reopen();
    expect(await outcomeOf(world.atSeat(token).people.list())).toBe('LOCKED');
    await world.atSeat(token).people.unlock({ password: PASSWORD });
    expect(await outcomeOf(world.atSeat(token).people.list())).toBe('answered');
  });
});

describe('passwords', () => {
  test.each([
    ['short', 'a1B!', 'password.tooShort'],
    ['of one character', 'aaaaaaaaaaaa', 'password.tooPlain'],
    ['with the login in it', 'my-Clerk-2019', 'password.namesPerson'],
    ['the old one again', PASSWORD, 'password.same'],
  ])('one that is %s is refused', async (_, next, code) => {
    expect(await brokenBy(world.as('clerk').people.changePassword({ current: PASSWORD, next }))).toContain(code);
  });
  test('the old one has to be given', async () => {
    const call = world.as('clerk').people.changePassword({ current: WRONG, next: 'Another-Harbour-9' });
    expect(await outcomeOf(call)).toBe('WRONG_PASSWORD');
  });
  test('a change keeps the signing key, under the new password only', async () => {
    const { id } = world.people.clerk;
    const before = findPerson(world.registry().store.readable, id);
    await world.as('clerk').people.changePassword({ current: PASSWORD, next: 'Another-Harbour-9' });
    const after = findPerson(world.registry().store.readable, id);
    expect(after?.publicKey).toBe(before?.publicKey);
    await expect(signWith(after?.sealedPrivateKey ?? '', 'Another-Harbour-9', 'text')).resolves.toBeTruthy();
    await expect(signWith(after?.sealedPrivateKey ?? '', PASSWORD, 'text')).rejects.toThrow();
    expect(await outcomeOf(signIn('clerk', PASSWORD))).toBe('WRONG_PASSWORD');
    expect(await outcomeOf(signIn('clerk', 'Another-Harbour-9'))).toBe('answered');
  });
  test('a reset makes another key, ends all sessions and asks for a change; the old key still names its owner', async () => {
    const { id } = world.people.policyHead;
    const seat = world.seatOf('policyHead');
    const before = findPerson(world.registry().store.readable, id);
    await world.as('administrator').people.resetPassword({ id, password: 'Handed-Over-77' });
    const after = findPerson(world.registry().store.readable, id);
    expect(after?.publicKey).not.toBe(before?.publicKey);
    expect(ownerOfKey(world.registry().store.readable, before?.publicKey ?? '')).toBe(id);
    expect(await outcomeOf(world.atSeat(seat).people.list())).toBe('SIGN_IN');
    const token = freshSeat();
    await signIn('policyHead', 'Handed-Over-77', token);
    expect((await world.atSeat(token).people.session()).mustChangePassword).toBe(true);
  });
  test('a reset lifts the bar of someone who forgot', async () => {
    await guessWrongly(5);
    const { id } = world.people.clerk;
    await world.as('administrator').people.resetPassword({ id, password: 'Handed-Over-77' });
    expect(await outcomeOf(signIn('clerk', 'Handed-Over-77'))).toBe('answered');
  });
});

describe('people and their roles', () => {
  async function amend(person: PersonKey, change: Partial<{ isActive: boolean; roles: string[]; version: number }>) {
    const { people } = world.as('administrator');
    const known = (await people.list()).find(({ id }) => id === world.people[person].id);
    if (!known) throw new Error('no such person');
    const { login: _, ...rest } = known;
    return people.amend({ ...rest, ...change } as Parameters<typeof people.amend>[0]);
  }

  test('a role that is taken away is gone at the next call', async () => {
    const seat = world.seatOf('auditor');
    await amend('auditor', { roles: [] });
    expect(await outcomeOf(world.atSeat(seat).registry.trail({ limit: 1 }))).toBe('NOT_ALLOWED');
  });
  test('someone who left is refused at the next call and cannot come back', async () => {
    const seat = world.seatOf('clerk');
    await amend('clerk', { isActive: false });
    expect(await outcomeOf(world.atSeat(seat).people.list())).toBe('SIGN_IN');
    expect(await outcomeOf(signIn('clerk', PASSWORD))).toBe('WRONG_PASSWORD');
  });
  test('who comes back finds no old session open', async () => {
    const seat = world.seatOf('clerk');
    await amend('clerk', { isActive: false });
    await amend('clerk', { isActive: true });
    expect(await outcomeOf(world.atSeat(seat).people.list())).toBe('SIGN_IN');
  });
  test('the last administrator stays one', async () => {
    expect(await brokenBy(amend('administrator', { roles: ['clerk'] }))).toContain('person.ownRoles');
    expect(await brokenBy(amend('administrator', { roles: [] }))).toEqual(['person.lastAdministrator']);
    expect(await brokenBy(amend('administrator', { isActive: false }))).toEqual(['person.lastAdministrator']);
    await amend('auditor', { roles: ['administrator'] });
    expect(await outcomeOf(amend('administrator', { roles: [] }))).toBe('answered');
  });
  test('an administrator whose account is closed does not count as one', async () => {
    await amend('auditor', { roles: ['administrator'] });
    await amend('auditor', { isActive: false });
    expect(await brokenBy(amend('administrator', { roles: [] }))).toEqual(['person.lastAdministrator']);
  });
  test('nobody gives a role to oneself', async () => {
    expect(await brokenBy(amend('administrator', { roles: ['administrator', 'auditor'] }))).toEqual([
      'person.ownRoles',
    ]);
  });
  test('an amendment of an old version is refused', async () => {
    await amend('clerk', { roles: ['clerk', 'auditor'] });
    expect(await refusalOf(amend('clerk', { version: 1 }))).toMatchObject({
      code: 'STALE',
      data: { currentVersion: 2 },
    });
  });
  test('the trail shows the roles before and after', async () => {
    await amend('auditor', { roles: ['administrator'] });
    const seat = world.as('auditor');
    await amend('auditor', { roles: ['auditor'] });
    const { entries } = await seat.registry.trail({ act: 'people.amend', limit: 2 });
    expect(entries[1]?.changes).toEqual([{ field: 'roles', before: 'auditor', after: 'administrator' }]);
  });
  test('two people never share a login, and adding one twice is adding one', async () => {
    const { people } = world.as('administrator');
    const { food } = world.divisions;
    const newcomer = { id: newId(), name: '何琳', login: 'helin', divisionId: food, roles: ['clerk' as const] };
    const added = await people.add({ ...newcomer, password: PASSWORD });
    expect(await people.add({ ...newcomer, password: PASSWORD })).toEqual(added);
    const namesake = { ...newcomer, id: newId(), password: PASSWORD };
    expect(await brokenBy(people.add(namesake))).toEqual(['person.loginTaken']);
  });
});

const OPEN = { renamedOn: null, closedOn: null, successorId: null };

describe('divisions', () => {
  test('a name stands once', async () => {
    const { people } = world.as('administrator');
    expect(await brokenBy(people.addDivision({ id: newId(), name: '法规处', shortName: '' }))).toEqual([
      'division.nameTaken',
    ]);
    const added = await people.addDivision({ id: newId(), name: '执法监督处', shortName: '' });
    expect(added).toMatchObject({ name: '执法监督处', shortName: '执法监督处', isGeneralOffice: false });
  });
  test('an amendment cannot take the name of another', async () => {
    const { people } = world.as('administrator');
    const amended = { id: world.divisions.food, version: 1, name: '法规处', shortName: '法规', ...OPEN };
    expect(await brokenBy(people.amendDivision(amended))).toEqual(['division.nameTaken']);
  });
});
