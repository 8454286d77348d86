/** The full-text index over documents: kept in the transaction that writes the document. */

import { initialsOf } from './initials.ts';
import type { Db } from './open.ts';
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

export function indexDocument(db: Db, texts: SearchedTexts): void {
  const connection = connectionOf(db);
  const run = (source: string, ...values: readonly unknown[]) => connection.prepare(source).run(...values);
  const known = connection
    .prepare('SELECT search_rowid FROM document_search_row WHERE document_id = ?')
    .raw(true)
    .get(texts.documentId) as readonly [number] | undefined;
  if (known !== undefined) run('DELETE FROM document_search WHERE rowid = ?', known[0]);
  const rowid = known?.[0] ?? Number(run(NEW_ROW, texts.documentId).lastInsertRowid);
  const all = [texts.docNumber, texts.title, texts.drafter, texts.signer].join('\n');
  const initials = bigramTokens(initialsOf(texts.title));
  run('INSERT INTO document_search (rowid, pairs, initials) VALUES (?, ?, ?)', rowid, bigramTokens(all), initials);
}
