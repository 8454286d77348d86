/** The tables as drizzle sees them are the tables that the migrations make. */

import { getTableColumns, is } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../../drizzle/schema.ts';
import type { Connection } from '../../electron/store/open.ts';
import { freshRegistry, tablesOf } from './files.ts';

type Info = { name: string; type: string; notnull: number; pk: number };

const declared = (Object.values(schema) as unknown[]).filter((value) => is(value, SQLiteTable));
const casing = new CasingCache('snake_case');

function columnsDeclared(table: SQLiteTable) {
  const keys = getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name));
  return Object.values(getTableColumns(table))
    .map((column) => ({
      name: casing.getColumnCasing(column),
      type: column.getSQLType().toUpperCase(),
      isRequired: column.notNull,
      isKey: column.primary || keys.includes(column.name),
    }))
    .sort(byName);
}

function columnsMade(registry: Connection, table: string) {
  return (registry.pragma(`table_info("${table}")`) as Info[])
    .map(({ name, type, notnull, pk }) => ({ name, type, isRequired: notnull === 1, isKey: pk > 0 }))
    .sort(byName);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

test.each(declared.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
  expect(columnsDeclared(table)).toEqual(columnsMade(freshRegistry(), name));
});

test('no table of the migrations is left out but those behind the search', () => {
  const names = declared.map((table) => getTableConfig(table).name);
  expect(tablesOf(freshRegistry()).filter((name) => !names.includes(name))).toEqual([
    'document_search_row',
    'subject_search_row',
  ]);
});

test('nothing cascades: every reference restricts', () => {
  const registry = freshRegistry();
  const rules = tablesOf(registry).flatMap(
    (table) => registry.pragma(`foreign_key_list("${table}")`) as { on_delete: string; on_update: string }[],
  );
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter(({ on_delete }) => on_delete !== 'RESTRICT')).toEqual([]);
});
