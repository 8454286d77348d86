/** Rows that wait for each other are all there afterwards, or none of them, and no other row waits with them. */

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { division, setting } from '../../drizzle/schema.ts';
import { insertRow, insertTogether } from '../../electron/store/insertRow.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { freshPath, freshRegistry } from './files.ts';

function freshDb(): Db {
  const file = freshPath();
  freshRegistry(file).close();
  return openStore(file).writable;
}

function insertDivision(db: Db, id: string): void {
  const plain = { shortName: id, isGeneralOffice: false, closedOn: null, successorId: null };
  insertRow(db, division, { id, name: id, position: 1, version: 1, ...plain });
}

const divisions = (db: Db) => db.select({ id: division.id }).from(division).orderBy(sql`rowid`).all();
const settings = (db: Db) => db.select({ key: setting.key }).from(setting).all();

test('rows are stored at the end, in the order in which they came to their table', () => {
  const db = freshDb();
  insertTogether(db, () => {
    insertDivision(db, 'b');
    insertRow(db, setting, { key: 'one', value: '1' });
    insertDivision(db, 'a');
    expect([...divisions(db), ...settings(db)]).toEqual([]);
  });
  expect(divisions(db)).toEqual([{ id: 'b' }, { id: 'a' }]);
  expect(settings(db)).toEqual([{ key: 'one' }]);
});

test('where the body fails nothing is stored, and the next row waits for nothing', () => {
  const db = freshDb();
  const fail = () => {
    insertDivision(db, 'a');
    throw new Error('refused');
  };
  expect(() => insertTogether(db, fail)).toThrow('refused');
  expect(divisions(db)).toEqual([]);
  insertDivision(db, 'b');
  expect(divisions(db)).toEqual([{ id: 'b' }]);
});
