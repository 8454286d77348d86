/** The full-text index over documents: kept in the transaction that writes the document. */

import { sql } from 'drizzle-orm';
import { initialsOf } from './initials.ts';
import type { Db } from './open.ts';
import { bigramTokens } from './searchText.ts';

export type SearchedTexts = {
  readonly documentId: string;
  readonly docNumber: string;
  readonly title: string;
  readonly drafter: string;
  readonly signer: string;
};

export function indexDocument(db: Db, texts: SearchedTexts): void {
  const found = db.get<{ search_rowid: number } | undefined>(
    sql`SELECT search_rowid FROM document_search_row WHERE document_id = ${texts.documentId}`,
  );
  let rowid = found?.search_rowid;
  if (rowid === undefined) {
    const { lastInsertRowid } = db.run(sql`INSERT INTO document_search_row (document_id) VALUES (${texts.documentId})`);
    rowid = Number(lastInsertRowid);
  } else {
    db.run(sql`DELETE FROM document_search WHERE rowid = ${rowid}`);
  }
  const all = [texts.docNumber, texts.title, texts.drafter, texts.signer].join('\n');
  db.run(
    sql`INSERT INTO document_search (rowid, pairs, initials) VALUES (${rowid}, ${bigramTokens(all)}, ${bigramTokens(initialsOf(texts.title))})`,
  );
}
