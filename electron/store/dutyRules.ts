/** Rows of the dated rules of duties: they only grow. */

import { desc, sql } from 'drizzle-orm';
import { dutyRule } from '../../drizzle/schema.ts';
import { BUILT_IN_RULES, type DutyRule } from '../domain/dutyRules.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb, Store } from './open.ts';
import { newestId } from './selectRows.ts';

export type DutyRuleRow = typeof dutyRule.$inferSelect;

/** In the order they were entered, what is built in first. */
export function listDutyRules(db: ReadableDb): readonly DutyRuleRow[] {
  return db.select().from(dutyRule).orderBy(desc(dutyRule.isBuiltIn), sql`rowid`).all();
}

/** Rows are only added: while the newest is the same, all are. */
export function newestDutyRuleId(db: ReadableDb): string | undefined {
  return newestId(db, dutyRule);
}

export function dutyRuleOf({ days, daysSetting, ...row }: DutyRuleRow): DutyRule {
  const { reason: _, enteredById: __, enteredAt: ___, ...rule } = row;
  const period = days ?? daysSetting;
  if (period === null) throw new Error('A rule without a period');
  return { ...rule, days: period };
}

export function insertDutyRule(
  db: Db,
  { days, ...rule }: DutyRule,
  entry: Pick<DutyRuleRow, 'reason' | 'enteredById' | 'enteredAt'>,
): void {
  const period = typeof days === 'number' ? { days, daysSetting: null } : { days: null, daysSetting: days };
  insertRow(db, dutyRule, { ...rule, ...period, ...entry });
}

/** The rules that this program knows and the file does not have yet; told at each opening, so that a newer program adds its own. */
export function storeBuiltInRules({ writer, readable, writable }: Store, enteredAt: string): void {
  if (missingRules(readable).length === 0) return;
  const storeMissing = writer.transaction(() => {
    for (const rule of missingRules(writable)) {
      insertDutyRule(writable, rule, { reason: '', enteredById: null, enteredAt });
    }
  });
  storeMissing.immediate();
}

function missingRules(db: ReadableDb): readonly DutyRule[] {
  const known = new Set(listDutyRules(db).map(({ id }) => id));
  return BUILT_IN_RULES.filter(({ id }) => !known.has(id));
}
