/** The notices that ship with the program, as the domain tests use them, and the rows of a fixture. */
import { readFileSync } from 'node:fs';
import { buildCalendar, type HolidayNotice } from '../../electron/domain/calendar.ts';
import { readCsv } from '../../electron/exchange/csv.ts';

export const notices: readonly HolidayNotice[] = JSON.parse(
  readFileSync(new URL('../../drizzle/seed/holidays.json', import.meta.url), 'utf8'),
);

export const calendar = buildCalendar(notices);

export type FixtureRow = Readonly<Record<string, string>>;

export function fixture(name: string): FixtureRow[] {
  const reading = readCsv(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
  if (!reading.ok) throw new Error(`fixture ${name} cannot be read`);
  const { headers, rows } = reading.table;
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row.cells[index] ?? ''])));
}
