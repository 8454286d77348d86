/** However often the program is killed while it writes: what it acknowledged stays, and nothing is done by half. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';
import { compare, killAgainAndAgain, nothingPromised, tollInWords } from './kills.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ now: new Date().toISOString() });
});
afterEach(() => world.close());

const KILLS = 25;

test(`after each of ${KILLS} kills`, { timeout: 240_000 }, async () => {
  const seed = Date.now() % 1_000_000;
  const toll = await killAgainAndAgain(world, KILLS, seed);
  console.log(tollInWords(toll, seed));
  expect(toll.problems).toEqual([]);
  expect(toll.kills).toBe(KILLS);
  expect(toll.inFlight, 'the kills hit writes').toBeGreaterThan(KILLS / 2);
  expect(toll.acknowledged).toBeGreaterThan(KILLS);
});

describe('the comparison is not blind', () => {
  async function registered(): Promise<string> {
    const input = ordinaryDocument(world);
    await world.as('clerk').documents.register(input);
    return input.id;
  }
  const problems = (documents: readonly string[], versions: readonly (readonly [string, number])[] = []) => {
    const promised = { ...nothingPromised(), documents: new Set(documents), versions: new Map(versions) };
    return compare(world.registry().store.reader, promised).map((problem) => problem.replace(/ [0-9a-f-]{36}$/, ''));
  };
  const tamper = (statements: string) =>
    world.registry().store.writer.exec(`PRAGMA foreign_keys = OFF; ${statements}; PRAGMA foreign_keys = ON`);

  test('it finds nothing where nothing is wrong', async () => {
    const id = await registered();
    expect(problems([id], [[id, 1]])).toEqual([]);
  });
  test('a write that was acknowledged and is not there', async () => {
    expect(problems([await registered(), newId()])).toEqual(['document lost']);
  });
  test('an amendment that was acknowledged and is not there', async () => {
    const id = await registered();
    expect(problems([id], [[id, 2]])).toEqual(['amendment lost']);
  });
  test.each([
    [
      'a trail without its document',
      'DROP TRIGGER official_document_kept; DELETE FROM official_document',
      'trail without document',
    ],
    [
      'a document without its trail',
      `DROP TRIGGER audit_entry_kept; DELETE FROM audit_entry WHERE act = 'documents.register'`,
      'document without trail',
    ],
    [
      'a document without its standing',
      'DROP TRIGGER document_standing_kept; DELETE FROM document_standing',
      'document without its standing',
    ],
    ['a document that no search finds', 'DELETE FROM document_search_row', 'document that cannot be found'],
  ])('%s', async (_, statements, expected) => {
    await registered();
    tamper(statements);
    expect(problems([])).toContain(expected);
  });
});
