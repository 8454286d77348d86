/** Signing in and out, people with their roles, divisions. */

import { broken } from '../../domain/broken.ts';
import type { Role } from '../../domain/roles.ts';
import { secretMark } from '../../domain/secret.ts';
import type { ReadableDb } from '../../store/open.ts';
import {
  endSession,
  endSessionsOf,
  findPerson,
  findPersonByLogin,
  grantRoles,
  holdersOf,
  insertPerson,
  insertSigningKey,
  listDivisions,
  listPeople,
  type PersonRow,
  revokeRoles,
  rolesOf,
  setSessionLocked,
  startSession,
  updatePerson,
} from '../../store/people.ts';
import { seatOf, tokenHash } from '../actor.ts';
import { changesBetween } from '../changes.ts';
import { newId } from '../newId.ts';
import { os, read, registryOf, write, writeOnce } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { withPassword } from '../throttle.ts';
import { divisions } from './divisions.ts';
import { brokenOnPassword, changeSeal, isPassword, NOBODY_HASH, newCredentials } from './passwords.ts';

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,59}$/;

export type NewPerson = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly divisionId: string;
  readonly roles: readonly Role[];
};

/** Inside a transaction; the credentials were made before it, since hashing takes long on purpose. */
export function addPerson(
  work: Work,
  person: NewPerson,
  credentials: Awaited<ReturnType<typeof newCredentials>>,
  mustChangePassword: boolean,
): void {
  const { db, now } = work;
  const findings = [
    ...(LOGIN.test(person.login) ? [] : [broken('person.loginBad', 'login')]),
    ...(person.name.trim() === '' ? [broken('person.nameMissing', 'name')] : []),
    ...(secretMark(person.name) ? [broken('secret.marked', 'name')] : []),
    ...(findPersonByLogin(db, person.login) ? [broken('person.loginTaken', 'login', { login: person.login })] : []),
    ...(listDivisions(db).some(({ id }) => id === person.divisionId)
      ? []
      : [broken('person.divisionUnknown', 'divisionId')]),
  ];
  refuseIfBroken(findings);
  const { id, login, name, divisionId, roles } = person;
  const row = { id, login, name, divisionId, ...credentials, mustChangePassword, isActive: true };
  insertPerson(db, { ...row, failedTries: 0, barredUntil: null, version: 1 }, now);
  grantRoles(
    db,
    id,
    roles.map((role) => ({ id: newId(), role })),
    now,
  );
  work.record({
    act: 'people.add',
    entity: 'person',
    entityId: id,
    label: name,
    changes: [
      { field: 'login', before: '', after: login },
      { field: 'roles', before: '', after: roles.join(' ') },
      { field: 'publicKey', before: '', after: credentials.publicKey },
    ],
  });
}

export function personRecord(db: ReadableDb, { id, login, name, divisionId, isActive, version }: PersonRow) {
  return { id, login, name, divisionId, isActive, version, roles: [...rolesOf(db, id)] };
}

const session = os.people.session.handler(async ({ context: { engine, token, workstation } }) => {
  const { registry } = engine;
  const seat = registry && seatOf(registry.store.readable, token, workstation, engine.clock());
  if (!registry || !seat?.actor.personId) return { actor: null, isLocked: false, mustChangePassword: false };
  const { readable } = registry.store;
  const person = findPerson(readable, seat.actor.personId);
  if (!person) return { actor: null, isLocked: false, mustChangePassword: false };
  const { isActive: _, ...known } = personRecord(readable, person);
  const divisionName = listDivisions(readable).find(({ id }) => id === person.divisionId)?.name ?? '';
  return { actor: { ...known, divisionName }, isLocked: seat.isLocked, mustChangePassword: seat.mustChangePassword };
});

const signIn = os.people.signIn.handler(async ({ context: { engine, token, actor }, input }) => {
  const registry = registryOf(engine);
  const person = findPersonByLogin(registry.store.readable, input.login.trim().toLowerCase());
  if (!person?.isActive) {
    await isPassword(NOBODY_HASH, input.password);
    throw refusal('WRONG_PASSWORD', { triesLeft: 0 });
  }
  const act = { act: 'people.signIn', entity: 'person', entityId: person.id, label: person.name };
  try {
    await withPassword(registry, engine.clock, person.id, async (row) =>
      (await isPassword(row.passwordHash, input.password)) ? true : undefined,
    );
  } catch (error) {
    await registry.write(actor, async ({ record }) =>
      record({ ...act, result: (error as { code?: string }).code ?? 'failed' }),
    );
    throw error;
  }
  await registry.write({ ...actor, personId: person.id, name: person.name }, async ({ db, record }) => {
    // By the machine's clock, which also ends it, even where the registry has its own today.
    startSession(db, tokenHash(token), person.id, engine.clock().toISOString());
    record(act);
  });
  return {};
});

const signOut = os.people.signOut.handler(async ({ context: { engine, token, actor } }) => {
  await registryOf(engine).write(actor, async ({ db, now, record }) => {
    endSession(db, tokenHash(token), now);
    record({ act: 'people.signOut', entity: 'person', entityId: actor.personId ?? '', label: actor.name });
  });
  return {};
});

const lock = os.people.lock.handler(async ({ context: { engine, token } }) => {
  await registryOf(engine).jot(async (db) => setSessionLocked(db, tokenHash(token), true));
  return {};
});

const unlock = os.people.unlock.handler(async ({ context: { engine, token, actor }, input }) => {
  const registry = registryOf(engine);
  await withPassword(registry, engine.clock, actor.personId ?? '', async (row) =>
    (await isPassword(row.passwordHash, input.password)) ? true : undefined,
  );
  await registry.jot(async (db) => setSessionLocked(db, tokenHash(token), false));
  return {};
});

const changePassword = os.people.changePassword.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  refuseIfBroken([
    ...brokenOnPassword(input.next, actor).map((finding) => ({ ...finding, field: 'next' })),
    ...(input.next === input.current ? [broken('password.same', 'next')] : []),
  ]);
  const sealed = await withPassword(registry, engine.clock, actor.personId ?? '', async (row) =>
    changeSeal(row.sealedPrivateKey, input.current, input.next).catch(() => undefined),
  );
  await registry.write(actor, async ({ db, record }) => {
    updatePerson(db, actor.personId ?? '', { ...sealed, mustChangePassword: false });
    record({ act: 'people.changePassword', entity: 'person', entityId: actor.personId ?? '', label: actor.name });
  });
  return {};
});

const add = os.people.add.handler(
  writeOnce({
    prepare: async (input) => {
      refuseIfBroken(brokenOnPassword(input.password, input));
      return newCredentials(input.password);
    },
    isKnown: ({ db, input }) => findPerson(db, input.id) !== undefined,
    again: ({ db, input: { id } }) => ({
      ...{ act: 'people.addAgain', entity: 'person', entityId: id, label: findPerson(db, id)?.name ?? '' },
    }),
    act: (work, credentials) => addPerson(work, work.input, credentials, true),
    answer: ({ db, input }) => personRecord(db, findPerson(db, input.id) as PersonRow),
  }),
);

const amend = os.people.amend.handler(
  write(async ({ db, input, now, actor, record }) => {
    const person = findPerson(db, input.id);
    if (!person) throw refusal('NOT_FOUND');
    if (person.version !== input.version) throw refusal('STALE', { currentVersion: person.version, changedFields: [] });
    if (input.name.trim() === '') refuseBroken('person.nameMissing', 'name');
    if (!listDivisions(db).some(({ id }) => id === input.divisionId)) {
      refuseBroken('person.divisionUnknown', 'divisionId');
    }
    const before = rolesOf(db, input.id);
    const added = input.roles.filter((role) => !before.includes(role));
    const removed = before.filter((role) => !input.roles.includes(role));
    if (actor.personId === input.id && added.length > 0) refuseBroken('person.ownRoles', 'roles');
    const losesAdministrator =
      removed.includes('administrator') || (!input.isActive && before.includes('administrator'));
    if (losesAdministrator && holdersOf(db, 'administrator').every((id) => id === input.id)) {
      refuseBroken('person.lastAdministrator', 'roles');
    }
    const { name, divisionId, isActive } = input;
    updatePerson(db, input.id, { name, divisionId, isActive, version: person.version + 1 });
    grantRoles(
      db,
      input.id,
      added.map((role) => ({ id: newId(), role })),
      now,
    );
    revokeRoles(db, input.id, removed, now);
    if (!isActive) endSessionsOf(db, input.id, now);
    const changes = [
      ...changesBetween(person, { name, divisionId, isActive }),
      ...(added.length + removed.length > 0
        ? [{ field: 'roles', before: before.join(' '), after: input.roles.join(' ') }]
        : []),
    ];
    record({ act: 'people.amend', entity: 'person', entityId: input.id, label: name, changes });
    return personRecord(db, findPerson(db, input.id) as PersonRow);
  }),
);

/** A reset makes a new key pair: what was signed under the old one still verifies, and no one can sign for the past. */
const resetPassword = os.people.resetPassword.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const person = findPerson(registry.store.readable, input.id);
  if (!person) throw refusal('NOT_FOUND');
  refuseIfBroken(brokenOnPassword(input.password, person));
  const credentials = await newCredentials(input.password);
  await registry.write(actor, async ({ db, now, record }) => {
    insertSigningKey(db, credentials.publicKey, person.id, now);
    updatePerson(db, person.id, { ...credentials, mustChangePassword: true, failedTries: 0, barredUntil: null });
    endSessionsOf(db, person.id, now);
    const changes = [{ field: 'publicKey', before: person.publicKey, after: credentials.publicKey }];
    record({ act: 'people.resetPassword', entity: 'person', entityId: person.id, label: person.name, changes });
  });
  return {};
});

export const people = {
  session,
  signIn,
  signOut,
  lock,
  unlock,
  changePassword,
  list: os.people.list.handler(read(async ({ db }) => listPeople(db).map((row) => personRecord(db, row)))),
  add,
  amend,
  resetPassword,
  ...divisions,
};
