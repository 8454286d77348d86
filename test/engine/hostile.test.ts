/** Every hostile string comes through register, search, ledger on screen, and export unchanged. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { newId } from '../../electron/engine/newId.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import { searchTerms } from '../../electron/store/searchText.ts';
import { readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';

const STRINGS = await hostileStrings();

async function hostileStrings(): Promise<readonly string[]> {
  const bytes = fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/rare_names.csv'));
  const reading = await readTable(new Uint8Array(bytes));
  if (!reading.ok) throw new Error('The fixture cannot be read');
  const column = reading.table.headers.indexOf('value');
  return reading.table.rows.map(({ cells }) => cells[column] ?? '');
}

let world: World;
const ids = new Map<string, string>();

beforeAll(async () => {
  copyFonts();
  world = await makeWorld();
  for (const text of STRINGS) {
    const id = newId();
    await world
      .as('clerk')
      .documents.register(ordinaryDocument(world, { id, title: text, drafter: text.slice(0, 100), docType: '' }));
    ids.set(id, text);
  }
}, 120_000);
afterAll(() => world.close());

const everything = { filter: {}, sort: { by: 'enteredAt', direction: 'asc' } } as const;

test('there are as many strings as the collection has, none lost in reading it', () => {
  expect(STRINGS.length).toBe(179);
});

test('the ledger on screen shows each unchanged', async () => {
  const { rows } = await world.as('clerk').documents.list({ ...everything, offset: 0, limit: 500 });
  expect(rows.map(({ id, title }) => [id, title])).toEqual(expect.arrayContaining([...ids]));
  expect(rows).toHaveLength(ids.size);
});

test('search finds each by itself', async () => {
  for (const [id, text] of ids) {
    if (searchTerms(text).length === 0) continue;
    const { rows } = await world
      .as('clerk')
      .documents.list({ ...everything, filter: { query: text.slice(0, 300) }, offset: 0, limit: 500 });
    expect(
      rows.map((row) => row.id),
      `searching ${JSON.stringify(text)}`,
    ).toContain(id);
  }
});

test.each(['csv', 'xlsx'] as const)('the %s export gives each back unchanged', async (format) => {
  const file = await world.as('clerk').documents.export({ ...everything, format, language: 'zh' });
  const reading = await readTable(new Uint8Array(await file.arrayBuffer()));
  if (!reading.ok) throw new Error('The export cannot be read');
  const column = reading.table.headers.indexOf('文件标题');
  const titles = reading.table.rows.map(({ cells }) => cells[column] ?? '');
  const expected = [...ids.values()].map((text) => (format === 'xlsx' ? text.replaceAll('\r\n', '\n') : text));
  expect(titles.toSorted()).toEqual(expected.toSorted());
});

/** Nothing that ink could show: white space, marks that are there to be unseen, halves of pairs. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Surrogate}]/gu;
const PRIVATE = /\p{Co}/u;

test('the printed ledger shows each, and names before printing what no typeface has', async () => {
  const order = { preset: 'brief', language: 'zh', period: '', ...everything } as const;
  for await (const step of await world.as('clerk').ledgers.compose(order)) {
    if (step.kind === 'progress') continue;
    const { paperId, missing } = step.result;
    const file = await world.as('clerk').ledgers.fetch({ paperId });
    const printed = textOf(await readPages(new Uint8Array(await file.arrayBuffer()))).replace(UNSEEN, '');
    const shown = [...ids.values()].filter((text) => !PRIVATE.test(text));
    expect(shown.filter((text) => !printed.includes(text.replace(UNSEEN, '')))).toEqual([]);
    const boxed = new Set(
      [...ids.values()].flatMap((text) => [...text].filter((character) => PRIVATE.test(character))),
    );
    expect(new Set(missing.map(({ character }) => character))).toEqual(boxed);
    return;
  }
  throw new Error('no ledger');
});
