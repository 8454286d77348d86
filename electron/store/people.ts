/** Rows of divisions, people, their role grants, keys and sessions. */

import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { division, person, roleGrant, session, signingKey } from '../../drizzle/schema.ts';
import type { Role } from '../domain/roles.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { allRows, rowsBy } from './selectRows.ts';

export type DivisionRow = typeof division.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

export const listDivisions: (db: ReadableDb) => readonly DivisionRow[] = allRows(division, ['position', 'name']);

const divisionBy = rowsBy(division, 'id');

export function findDivision(db: ReadableDb, id: string): DivisionRow | undefined {
  return divisionBy(db, id)[0];
}

export function insertDivision(db: Db, row: DivisionRow): void {
  insertRow(db, division, row);
}

/** Whether the row still had that version. */
export function updateDivision(db: Db, id: string, version: number, values: Partial<DivisionRow>): boolean {
  const { changes } = db
    .update(division)
    .set({ ...values, version: version + 1 })
    .where(and(eq(division.id, id), eq(division.version, version)))
    .run();
  return changes === 1;
}

export function listPeople(db: ReadableDb): readonly PersonRow[] {
  return db.select().from(person).orderBy(asc(person.name)).all();
}

const personBy = rowsBy(person, 'id');

export function findPerson(db: ReadableDb, id: string): PersonRow | undefined {
  return personBy(db, id)[0];
}

export function findPersonByLogin(db: ReadableDb, login: string): PersonRow | undefined {
  return db.select().from(person).where(eq(person.login, login)).get();
}

export function insertPerson(db: Db, row: PersonRow, activeFrom: string): void {
  insertRow(db, person, row);
  insertRow(db, signingKey, { publicKey: row.publicKey, personId: row.id, activeFrom });
}

export function updatePerson(db: Db, id: string, values: Partial<PersonRow>): void {
  db.update(person).set(values).where(eq(person.id, id)).run();
}

export function insertSigningKey(db: Db, publicKey: string, personId: string, activeFrom: string): void {
  insertRow(db, signingKey, { publicKey, personId, activeFrom });
}

export function ownerOfKey(db: ReadableDb, publicKey: string): string | undefined {
  return db.select().from(signingKey).where(eq(signingKey.publicKey, publicKey)).get()?.personId;
}

export function rolesOf(db: ReadableDb, personId: string): readonly Role[] {
  return grantsOf(db, personId).flatMap(({ role, revokedAt }) => (revokedAt === null ? [role] : []));
}

const grantsOf = rowsBy(roleGrant, 'personId', ['role']);

export function holdersOf(db: ReadableDb, role: Role): readonly string[] {
  return db
    .select({ personId: roleGrant.personId })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(and(eq(roleGrant.role, role), isNull(roleGrant.revokedAt), eq(person.isActive, true)))
    .all()
    .map((row) => row.personId);
}

export function grantRoles(db: Db, personId: string, grants: readonly { id: string; role: Role }[], at: string): void {
  for (const { id, role } of grants) insertRow(db, roleGrant, { id, personId, role, grantedAt: at, revokedAt: null });
}

export function revokeRoles(db: Db, personId: string, roles: readonly Role[], at: string): void {
  if (roles.length === 0) return;
  db.update(roleGrant)
    .set({ revokedAt: at })
    .where(and(eq(roleGrant.personId, personId), inArray(roleGrant.role, [...roles]), isNull(roleGrant.revokedAt)))
    .run();
}

export type SessionRow = typeof session.$inferSelect;

export function findSession(db: ReadableDb, tokenHash: string): SessionRow | undefined {
  return sessionBy(db, tokenHash).find(({ endedAt }) => endedAt === null);
}

const sessionBy = rowsBy(session, 'tokenHash');

/** A seat has one session: signing in again on it replaces the person. */
export function startSession(db: Db, tokenHash: string, personId: string, at: string): void {
  db.insert(session)
    .values({ tokenHash, personId, startedAt: at, isLocked: false })
    .onConflictDoUpdate({ target: session.tokenHash, set: { personId, startedAt: at, isLocked: false, endedAt: null } })
    .run();
}

export function setSessionLocked(db: Db, tokenHash: string, isLocked: boolean): void {
  db.update(session).set({ isLocked }).where(eq(session.tokenHash, tokenHash)).run();
}

export function endSession(db: Db, tokenHash: string, at: string): void {
  db.update(session).set({ endedAt: at }).where(eq(session.tokenHash, tokenHash)).run();
}

export function endSessionsOf(db: Db, personId: string, at: string): void {
  db.update(session)
    .set({ endedAt: at })
    .where(and(eq(session.personId, personId), isNull(session.endedAt)))
    .run();
}

export function endEverySession(db: Db, at: string): void {
  db.update(session).set({ endedAt: at }).where(isNull(session.endedAt)).run();
}
