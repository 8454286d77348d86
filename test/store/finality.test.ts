/** What was signed, filed, posted or logged stays as it is, whatever statement is tried on it. */

import { describe, expect, test } from 'vitest';
import { columnsOf, fillEveryTable, freshRegistry, insertDummy, tablesOf } from './files.ts';

/** Rows of these are never changed and never deleted. */
const FINAL = [
  'annual_report_posting',
  'attachment',
  'attachment_content',
  'attribute_change',
  'audit_entry',
  'chase_contact',
  'confidentiality_review',
  'copy_movement',
  'division_former_name',
  'document_revision',
  'duty_rule',
  'foi_request_event',
  'ledger_content',
  'ledger_reprint',
  'ledger_slice',
  'ledger_snapshot',
  'matter_publication',
  'matter_withdrawal',
  'normative_filing',
  'paper_filing',
  'policy_interpretation',
  'proofreading_round',
  'publication',
  'publication_withdrawal',
  'reassessment',
  'return_notice',
  'review_step',
  'signing_key',
  'kept_duty',
  'special_deadline',
  'special_deadline_withdrawal',
  'typeface',
  'typeface_choice',
  'typeface_withdrawal',
  'validity_change',
];

/** Rows of these change by acts that the trail records, and are never deleted. */
const KEPT = [
  'annual_report',
  'annual_report_figure',
  'archive_entry',
  'calendar_day',
  'disclosure_matter',
  'division',
  'document_standing',
  'foi_request',
  'holiday_notice',
  'import_batch',
  'import_mapping',
  'installation',
  'ledger_column_set',
  'official_document',
  'person',
  'reminder_digest',
  'reminder_notice',
  'role_grant',
];

/** Personal, technical, or carried by the trail. */
const FREE = ['document_search_row', 'draft', 'saved_view', 'session', 'setting', 'subject_search_row'];

function filled() {
  const registry = freshRegistry();
  fillEveryTable(registry);
  return registry;
}

function someColumn(registry: ReturnType<typeof filled>, table: string): string {
  return columnsOf(registry, table)[0]?.name ?? '';
}

test('every table is final, kept or free, and none is forgotten', () => {
  expect([...FINAL, ...KEPT, ...FREE].sort()).toEqual([...tablesOf(freshRegistry())]);
});

describe.each(FINAL)('a row of %s', (table) => {
  test('is never changed', () => {
    const registry = filled();
    for (const { name } of columnsOf(registry, table)) {
      expect(() => registry.exec(`UPDATE "${table}" SET "${name}" = "${name}"`)).toThrow('never changed');
    }
  });
  test('is never changed by an insertion that turns into an update', () => {
    const registry = filled();
    const column = someColumn(registry, table);
    const names = columnsOf(registry, table).map(({ name }) => `"${name}"`);
    const upsert = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM "${table}" WHERE true
      ON CONFLICT DO UPDATE SET "${column}" = "${column}"`;
    expect(() => registry.exec(upsert)).toThrow(/never changed|only grows/);
  });
});

describe.each([...FINAL, ...KEPT])('a row of %s', (table) => {
  test('is never deleted', () => {
    expect(() => filled().exec(`DELETE FROM "${table}"`)).toThrow('never deleted');
  });
  test('is never replaced', () => {
    const registry = filled();
    expect(() => insertDummy(registry, table, 'INSERT OR REPLACE')).toThrow(/never deleted|only grows/);
    expect(() => insertDummy(registry, table, 'REPLACE')).toThrow(/never deleted|only grows/);
  });
});

test('without recursive triggers a replacement would slip past the guard, so that setting counts', () => {
  const registry = filled();
  registry.pragma('recursive_triggers = OFF');
  expect(() => insertDummy(registry, 'review_step', 'INSERT OR REPLACE')).not.toThrow();
});

describe('the trail grows only at its end', () => {
  function entry(seq: number | string, previousHash: string): string {
    const texts = Array.from({ length: 11 }, () => `'x'`).join();
    return `INSERT INTO audit_entry (seq, at, actor_id, actor_name, roles, workstation, act, entity, entity_id, label,
      reason, result, changes, previous_hash, hash) VALUES (${seq}, ${texts}, 'done', '[]', '${previousHash}', 'y')`.replace(
      `'x', 'done'`,
      `'done'`,
    );
  }

  test('by the next number, linked to the last entry', () => {
    const registry = filled();
    registry.exec(entry(2, 'x'));
    expect(registry.prepare('SELECT max(seq) FROM audit_entry').pluck().get()).toBe(2);
  });
  test.each([
    ['with a gap', 3, 'x'],
    ['with a number that is taken', 1, 'x'],
    ['before its beginning', 0, 'x'],
    ['with a negative number', -1, 'x'],
    ['without the link to the last entry', 2, 'another'],
  ])('not %s', (_, seq, previousHash) => {
    expect(() => filled().exec(entry(seq, previousHash))).toThrow('only grows at its end');
  });
  test('its first entry links to the founding of this registry', () => {
    const registry = freshRegistry();
    registry.pragma('ignore_check_constraints = ON');
    insertDummy(registry, 'installation');
    expect(() => registry.exec(entry(1, 'another founding'))).toThrow('only grows at its end');
    registry.exec(entry(1, 'x'));
  });
  test('not before there is a founding to link to', () => {
    expect(() => freshRegistry().exec(entry(1, ''))).toThrow('only grows at its end');
  });
});

test('the schema itself cannot be written past the guards', () => {
  const registry = filled();
  registry.pragma('writable_schema = ON');
  expect(() => registry.exec(`DELETE FROM sqlite_schema WHERE name = 'audit_entry_kept'`)).toThrow();
});
