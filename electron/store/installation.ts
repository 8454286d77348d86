/** Rows that say what this registry is: its bureau, its settings, the sample's own day. */

import { installation, setting } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { allRows } from './selectRows.ts';

export type InstallationRow = typeof installation.$inferSelect;

export function readInstallation(db: ReadableDb): InstallationRow | undefined {
  return installations(db)[0];
}

const installations = allRows(installation);

export function insertInstallation(db: Db, row: InstallationRow): void {
  insertRow(db, installation, row);
}

export function setStandingForm(db: Db, standingForm: number): void {
  db.update(installation).set({ standingForm }).run();
}

export function setSampleToday(db: Db, sampleToday: Day | null): void {
  db.update(installation).set({ sampleToday }).run();
}

const settings = allRows(setting, ['key']);

/** Stored settings as JSON texts by key; a key that is absent has its default. */
export function storedSettings(db: ReadableDb): Readonly<Record<string, unknown>> {
  return Object.fromEntries(settings(db).map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

export function storeSetting(db: Db, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  db.insert(setting)
    .values({ key, value: text })
    .onConflictDoUpdate({ target: setting.key, set: { value: text } })
    .run();
}
