/** Rows of duties kept as they were judged when they were done. */

import { asc, eq } from 'drizzle-orm';
import { keptDuty } from '../../drizzle/schema.ts';
import type { SubjectKind } from '../domain/duties.ts';
import type { KeptDuty } from '../domain/keptDuty.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { connectionOf, rowsBy } from './selectRows.ts';

export type KeptDutyRow = typeof keptDuty.$inferSelect;
export type KeptBySubject = ReadonlyMap<string, readonly KeptDuty[]>;

export function insertKeptDuty(db: Db, row: KeptDutyRow): void {
  insertRow(db, keptDuty, row);
}

const bySubject = rowsBy(keptDuty, 'subjectId', ['keptAt']);

/** Of one subject, in the order in which they were kept. */
export function keptDutiesOf(db: ReadableDb, kind: SubjectKind, id: string): readonly KeptDutyRow[] {
  return bySubject(db, id).filter(({ subjectKind }) => subjectKind === kind);
}

/** Of all subjects of a kind. */
export function keptDutiesOfKind(db: ReadableDb, kind: SubjectKind): KeptBySubject {
  const rows = db.select().from(keptDuty).where(eq(keptDuty.subjectKind, kind)).orderBy(asc(keptDuty.keptAt)).all();
  return grouped(rows);
}

/** Of these documents, for a page of a list: a list of documents of which nothing is kept, as almost all, costs one look. */
export function keptDutiesAmong(db: ReadableDb, documentIds: readonly string[]): KeptBySubject {
  const kept = connectionOf(db).prepare(KEPT_AMONG).pluck().all(JSON.stringify(documentIds)) as string[];
  return new Map(kept.map((id) => [id, keptDutiesOf(db, 'document', id)]));
}

const KEPT_AMONG = `SELECT DISTINCT subject_id FROM kept_duty
  WHERE subject_id IN (SELECT value FROM json_each(?)) AND subject_kind = 'document'`;

function grouped(rows: readonly KeptDutyRow[]): KeptBySubject {
  const bySubjectId = new Map<string, KeptDutyRow[]>();
  for (const row of rows) {
    const known = bySubjectId.get(row.subjectId);
    if (known) known.push(row);
    else bySubjectId.set(row.subjectId, [row]);
  }
  return bySubjectId;
}
