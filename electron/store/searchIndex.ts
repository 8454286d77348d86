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

export function indexDocument(db: Db, texts: SearchedTexts): void {
  const connection = connectionOf(db);
  const run = (source: string, ...values: readonly unknown[]) => connection.prepare(source).run(...values);
  const known = connection
    .prepare('SELECT search_rowid FROM document_search_row WHERE document_id = ?')
    .raw(true)
    .get(texts.documentId) as readonly [number] | undefined;
  if (known !== undefined) run('DELETE FROM document_search WHERE rowid = ?', known[0]);
  const rowid =
    known?.[0] ??
    Number(run('INSERT INTO document_search_row (document_id) VALUES (?)', texts.documentId).lastInsertRowid);
  const all = [texts.docNumber, texts.title, texts.drafter, texts.signer].join('\n');
  const initials = bigramTokens(initialsOf(texts.title));
  run('INSERT INTO document_search (rowid, pairs, initials) VALUES (?, ?, ?)', rowid, bigramTokens(all), initials);
}
