/** Files that prove something (公开凭证): bytes stand once per content, named by their SHA-256. */

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { attachment, attachmentContent } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Connection, Db, ReadableDb } from './open.ts';

export type AttachmentRow = typeof attachment.$inferSelect;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function insertAttachment(
  db: Db,
  file: { id: string; name: string; mediaType: string; content: Uint8Array; enteredAt: string },
): void {
  const sha256 = storeContent(db, file.content);
  const { id, name, mediaType, enteredAt } = file;
  insertRow(db, attachment, { id, name, mediaType, enteredAt, sha256, bytes: file.content.byteLength });
}

/** The name under which the bytes stand; once, however often they are handed in. */
export function storeContent(db: Db, content: Uint8Array): string {
  const sha256 = sha256Of(content);
  db.insert(attachmentContent)
    .values({ sha256, content: Buffer.from(content) })
    .onConflictDoNothing()
    .run();
  return sha256;
}

export function findAttachment(db: ReadableDb, id: string): (AttachmentRow & { content: Uint8Array }) | undefined {
  const row = db.select().from(attachment).where(eq(attachment.id, id)).get();
  if (!row) return undefined;
  const stored = db.select().from(attachmentContent).where(eq(attachmentContent.sha256, row.sha256)).get();
  return stored && { ...row, content: stored.content };
}

/** Names of contents whose bytes no longer have their hash, and of attachments without content. */
export function verifyAttachments(connection: Connection): { checked: number; problems: readonly string[] } {
  const problems: string[] = [];
  let checked = 0;
  const contents = connection.prepare('SELECT sha256, content FROM attachment_content').iterate();
  for (const { sha256, content } of contents as IterableIterator<{ sha256: string; content: Buffer }>) {
    checked += 1;
    if (sha256Of(content) !== sha256) problems.push(`attachment.altered ${sha256.slice(0, 12)}`);
  }
  return { checked, problems };
}
