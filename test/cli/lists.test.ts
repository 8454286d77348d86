/** The lists of the window from the command line: in words, as JSON, as table files with the same rows. */

import fs from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../electron/exchange/readTable.ts';
import { answerOf, registry, sampleRegistry } from './commandLine.ts';

const { at, asClerk, environment } = sampleRegistry();

async function rowsIn(file: string): Promise<readonly (readonly string[])[]> {
  const reading = await readTable(new Uint8Array(fs.readFileSync(file)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.table.rows.map(({ cells }) => cells);
}

test.each([
  ['requests', 'xlsx', ['requests'], 'requests', 'subject'],
  ['open requests of a year', 'csv', ['requests', '--state', 'open', '--year', '2019'], 'requests', 'subject'],
  ['matters of a kind', 'xlsx', ['matters', '--kind', 'authorityList', '--show', 'all'], 'matters', 'title'],
  ['stale columns', 'csv', ['matters', '--kind', 'siteColumn', '--show', 'stale'], 'matters', 'title'],
  ['re-assessment', 'xlsx', ['reassessment', '--occasion', 'stock'], 'documents', 'title'],
  ['duties of a division', 'csv', ['duties', '--open', '--division', '食品抽检处'], 'duties', 'subject'],
] as const)('%s stand in a .%s file as the command tells them', async (name, format, words, key, named) => {
  const told = (await answerOf(asClerk(words), environment))[key] as readonly Record<string, unknown>[];
  const titles = told.map(({ [named]: title }) => (key === 'duties' ? (title as { title: string }).title : title));
  expect(titles.length).toBeGreaterThan(0);
  const out = at(`${name}.${format}`);
  const answer = await answerOf(asClerk([...words, '--out', out]), environment);
  expect(answer).toEqual({ file: out, bytes: fs.statSync(out).size });
  const rows = await rowsIn(out);
  expect(rows.length).toBe(titles.length);
  for (const [place, row] of rows.entries()) expect(row).toContain(titles[place]);
});

test('narrower questions give fewer rows, in words one line each', async () => {
  const count = async (words: readonly string[]) =>
    (await registry(asClerk(words), environment)).stdout.trim().split('\n').length;
  expect(await count(['requests', '--state', 'closed'])).toBeLessThan(await count(['requests']));
  const open = await count(['matters', '--kind', 'budget']);
  expect(open).toBeLessThanOrEqual(await count(['matters', '--kind', 'budget', '--show', 'all']));
});

test('an unknown kind, state or ending is wrong usage; an unknown division is refused in words', async () => {
  for (const words of [
    ['matters'],
    ['matters', '--kind', 'weather'],
    ['requests', '--state', 'lost'],
    ['reassessment', '--out', at('list.ics')],
  ]) {
    expect((await registry(asClerk(words), environment)).exit).toBe(2);
  }
  const { exit, stderr } = await registry(asClerk(['requests', '--division', '天文处']), environment);
  expect([exit, stderr]).toEqual([1, expect.stringContaining('天文处')]);
});
