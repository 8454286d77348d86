/** The full-text index over documents: kept in the transaction that writes the document. */

import { initialsOf } from './initials.ts';
import type { Connection, Db } from './open.ts';
import { bigramTokens } from './searchText.ts';
import { connectionOf } from './selectRows.ts';

export type SearchedTexts = {
  readonly documentId: string;
  readonly docNumber: string;
  readonly title: string;
  readonly drafter: string;
  readonly signer: string;
};

const NEW_ROW = `INSERT INTO document_search_row (document_id, signed_on, is_voided)
  SELECT id, signed_on, voided_at IS NOT NULL FROM official_document WHERE id = ?`;

/** Enough to stay with one kind of work for a while: to go to and fro with every document takes half as long again. */
const DOCUMENTS_AT_ONCE = 100;

export function indexDocuments(db: Db, texts: readonly SearchedTexts[]): void {
  for (let at = 0; at < texts.length; at += DOCUMENTS_AT_ONCE) {
    indexSlice(connectionOf(db), texts.slice(at, at + DOCUMENTS_AT_ONCE));
  }
}

function indexSlice(connection: Connection, texts: readonly SearchedTexts[]): void {
  const tokens = texts.map(tokensOf);
  const rowids = texts.map(({ documentId }) => emptyRow(connection, documentId));
  const insert = connection.prepare('INSERT INTO document_search (rowid, pairs, initials) VALUES (?, ?, ?)');
  for (const [at, rowid] of rowids.entries()) insert.run(rowid, ...(tokens[at] ?? []));
}

function tokensOf({ docNumber, title, drafter, signer }: SearchedTexts): readonly [pairs: string, initials: string] {
  return [bigramTokens([docNumber, title, drafter, signer].join('\n')), bigramTokens(initialsOf(title))];
}

/** The place of a document in the index: a new one, or its own, emptied. */
function emptyRow(connection: Connection, documentId: string): number {
  const known = connection
    .prepare('SELECT search_rowid FROM document_search_row WHERE document_id = ?')
    .raw(true)
    .get(documentId) as readonly [number] | undefined;
  if (known === undefined) return Number(connection.prepare(NEW_ROW).run(documentId).lastInsertRowid);
  connection.prepare('DELETE FROM document_search WHERE rowid = ?').run(known[0]);
  return known[0];
}
