/** The full-text index over requests and matters: kept in the transaction that writes one, filled once for older registries. */

import { sql } from 'drizzle-orm';
import { disclosureMatter, foiRequest } from '../../drizzle/schema.ts';
import { matterNumber } from '../domain/matters/kinds.ts';
import { ofDivision } from './divisions.ts';
import type { Connection, Db, ReadableDb, Store } from './open.ts';
import { bigramTokens, matchExpression } from './searchText.ts';
import { connectionOf } from './selectRows.ts';

export type SearchedSubject = {
  readonly kind: 'request' | 'matter';
  readonly id: string;
  /** Numbers and title. */
  readonly texts: readonly string[];
  /** Of applicants, for those who may see them. */
  readonly names: readonly string[];
};

/** Each kind has a range of rows of its own, so that a search for one does not walk through the others. */
const FIRST_ROW = { request: 0, matter: 2 ** 40 } as const;

function lastRow(kind: SearchedSubject['kind']): number {
  return FIRST_ROW[kind] + 2 ** 40 - 1;
}

function nextRow(connection: Connection, kind: SearchedSubject['kind']): number {
  const last = connection
    .prepare('SELECT max(search_rowid) FROM subject_search_row WHERE search_rowid BETWEEN ? AND ?')
    .pluck()
    .get(FIRST_ROW[kind], lastRow(kind)) as number | null;
  return (last ?? FIRST_ROW[kind]) + 1;
}

export function indexSubject(db: Db, { kind, id, texts, names }: SearchedSubject): void {
  const connection = connectionOf(db);
  const known = connection
    .prepare('SELECT search_rowid FROM subject_search_row WHERE kind = ? AND subject_id = ?')
    .pluck()
    .get(kind, id) as number | undefined;
  if (known !== undefined) connection.prepare('DELETE FROM subject_search WHERE rowid = ?').run(known);
  const rowid = known ?? nextRow(connection, kind);
  if (known === undefined) {
    connection
      .prepare('INSERT INTO subject_search_row (search_rowid, kind, subject_id) VALUES (?, ?, ?)')
      .run(rowid, kind, id);
  }
  connection
    .prepare('INSERT INTO subject_search (rowid, pairs, names) VALUES (?, ?, ?)')
    .run(rowid, bigramTokens(texts.join('\n')), bigramTokens(names.join('\n')));
}

type RequestTexts = Pick<
  typeof foiRequest.$inferSelect,
  'id' | 'registerNumber' | 'externalNumber' | 'subject' | 'applicantName'
>;

export function searchedRequest({
  id,
  registerNumber,
  externalNumber,
  subject,
  applicantName,
}: RequestTexts): SearchedSubject {
  return { kind: 'request', id, texts: [registerNumber, externalNumber, subject], names: [applicantName] };
}

type MatterTexts = Pick<typeof disclosureMatter.$inferSelect, 'id' | 'kind' | 'title' | 'body'>;

export function searchedMatter(matter: MatterTexts): SearchedSubject {
  return { kind: 'matter', id: matter.id, texts: [matter.title, matterNumber(matter)], names: [] };
}

/** Indexes what an older version of the program entered. */
export function indexOlderSubjects({ writer, readable, writable }: Store): void {
  const isMissing = (kind: SearchedSubject['kind']) =>
    sql`id NOT IN (SELECT subject_id FROM subject_search_row WHERE kind = ${kind})`;
  const requests = readable.select().from(foiRequest).where(isMissing('request')).all();
  const matters = readable.select().from(disclosureMatter).where(isMissing('matter')).all();
  if (requests.length + matters.length === 0) return;
  const store = writer.transaction(() => {
    for (const request of requests) indexSubject(writable, searchedRequest(request));
    for (const matter of matters) indexSubject(writable, searchedMatter(matter));
  });
  store.immediate();
}

export type WordsAsked = {
  readonly query: string;
  readonly limit: number;
  readonly divisionId: string | undefined;
};

export type FoundRequest = Pick<typeof foiRequest.$inferSelect, 'id' | 'registerNumber' | 'subject' | 'state'>;

/** A few requests whose numbers, subject or, where names are looked into, applicant hold the words; the newest first, none that is void. */
export function findRequestsByWords(
  db: ReadableDb,
  { query, limit, divisionId, searchesNames }: WordsAsked & { readonly searchesNames: boolean },
): readonly FoundRequest[] {
  const words = matchExpression(query, () => (searchesNames ? '{pairs names}' : 'pairs'));
  if (words === null) return [];
  const scope = divisionId === undefined ? sql`` : sql`AND ${ofDivision(foiRequest.divisionId, divisionId)}`;
  return db.all<FoundRequest>(
    sql`SELECT foi_request.id, register_number AS registerNumber, subject, state FROM subject_search AS found
      CROSS JOIN subject_search_row AS kept ON kept.search_rowid = found.rowid
      CROSS JOIN foi_request ON foi_request.id = kept.subject_id
      WHERE subject_search MATCH ${words} AND found.rowid BETWEEN ${FIRST_ROW.request} AND ${lastRow('request')} AND state <> 'voided' ${scope}
      ORDER BY found.rowid DESC LIMIT ${limit}`,
  );
}

/** Ids of a few matters whose title or number hold the words; the newest first, none that is void. */
export function matterIdsByWords(db: ReadableDb, { query, limit, divisionId }: WordsAsked): readonly string[] {
  const words = matchExpression(query, () => 'pairs');
  if (words === null) return [];
  const scope = divisionId === undefined ? sql`` : sql`AND ${ofDivision(disclosureMatter.divisionId, divisionId)}`;
  return db
    .all<{ id: string }>(
      sql`SELECT disclosure_matter.id FROM subject_search AS found
        CROSS JOIN subject_search_row AS kept ON kept.search_rowid = found.rowid
        CROSS JOIN disclosure_matter ON disclosure_matter.id = kept.subject_id
        WHERE subject_search MATCH ${words} AND found.rowid BETWEEN ${FIRST_ROW.matter} AND ${lastRow('matter')} AND voided_at IS NULL ${scope}
        ORDER BY found.rowid DESC LIMIT ${limit}`,
    )
    .map(({ id }) => id);
}
