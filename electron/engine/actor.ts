/** Who asks: the person behind a session, with the roles of this moment. */

import { createHash } from 'node:crypto';
import { divisionHeritage } from '../domain/division.ts';
import type { Role } from '../domain/roles.ts';
import { divisionLinks } from '../store/divisions.ts';
import type { ReadableDb } from '../store/open.ts';
import { findPerson, findSession, rolesOf } from '../store/people.ts';

export type Actor = {
  readonly personId: string | null;
  readonly name: string;
  readonly login: string;
  readonly divisionId: string;
  readonly roles: readonly Role[];
  readonly workstation: string;
};

/** The program itself, where it acts without a person: reminders, backups, the first set-up. */
export function systemActor(workstation: string): Actor {
  return { personId: null, name: '系统', login: '', divisionId: '', roles: [], workstation };
}

/** Tokens are kept as hashes only: who reads the file cannot take a seat with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export type Seat = { readonly actor: Actor; readonly isLocked: boolean; readonly mustChangePassword: boolean };

/** Sessions end after a working day, whatever happens on the seat. */
const LONGEST_SESSION_MS = 10 * 3600 * 1000;

export function seatOf(db: ReadableDb, token: string, workstation: string, now: Date): Seat | undefined {
  const session = findSession(db, tokenHash(token));
  if (!session || now.getTime() - Date.parse(session.startedAt) > LONGEST_SESSION_MS) return undefined;
  const person = findPerson(db, session.personId);
  if (!person?.isActive) return undefined;
  return {
    isLocked: session.isLocked,
    mustChangePassword: person.mustChangePassword,
    actor: {
      personId: person.id,
      name: person.name,
      login: person.login,
      divisionId: person.divisionId,
      roles: rolesOf(db, person.id),
      workstation,
    },
  };
}

/** Whose record a person may see: a division head only the own division's, everyone else who reads documents all of them. */
export function divisionScope(actor: Actor): string | undefined {
  const seesAll = actor.roles.some((role) => role !== 'divisionHead' && role !== 'administrator');
  return seesAll ? undefined : actor.divisionId;
}

/** Whether a division's records lie in that scope: its own, and those of divisions whose work came to it. */
export function isWithin(db: ReadableDb, divisionId: string, scope: string | undefined): boolean {
  return scope === undefined || divisionId === scope || divisionHeritage(divisionLinks(db), scope).includes(divisionId);
}
