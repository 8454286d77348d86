/** Wrong passwords: five tries, then a wait that grows; counted before the password is looked at, so a kill gives no free try. */

import type { PersonRow } from '../store/people.ts';
import { findPerson, updatePerson } from '../store/people.ts';
import { refusal } from './refusal.ts';
import type { Registry } from './registry.ts';

const FREE_TRIES = 5;
const WAIT_MINUTES = [15, 30, 60];

/** Runs `isRight` if the person is not barred; refuses with the tries left when it is wrong. */
export async function withPassword<Result>(
  registry: Registry,
  clock: () => Date,
  personId: string,
  check: (person: PersonRow) => Promise<Result | undefined>,
): Promise<Result> {
  const person = await registry.jot(async (db) => {
    const row = findPerson(db, personId);
    if (!row) throw refusal('NOT_FOUND');
    const barredMs = row.barredUntil === null ? 0 : Date.parse(row.barredUntil) - clock().getTime();
    if (barredMs > 0) throw refusal('THROTTLED', { retryInSeconds: Math.ceil(barredMs / 1000) });
    const failedTries = row.failedTries + 1;
    updatePerson(db, personId, { failedTries, barredUntil: barredUntil(failedTries, clock()) });
    return { ...row, failedTries };
  });
  const result = await check(person);
  if (result === undefined) {
    throw refusal('WRONG_PASSWORD', {
      triesLeft: Math.max(0, FREE_TRIES - (person.failedTries % FREE_TRIES || FREE_TRIES)),
    });
  }
  await registry.jot(async (db) => updatePerson(db, personId, { failedTries: 0, barredUntil: null }));
  return result;
}

function barredUntil(failedTries: number, now: Date): string | null {
  if (failedTries % FREE_TRIES !== 0) return null;
  const minutes = WAIT_MINUTES[Math.min(failedTries / FREE_TRIES, WAIT_MINUTES.length) - 1] ?? 60;
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}
