/** The registry itself: what it is, its settings, its trail, files that prove something, what a person left unfinished. */

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

/** One row: what this registry is. */
export const installation = sqliteTable('installation', {
  id: text().primaryKey(),
  bureauName: text().notNull(),
  createdAt: text().notNull(),
  isSample: flag().notNull(),
  sampleToday: day(),
  /** Hash that the first trail entry links to. */
  genesisHash: text().notNull(),
  /** In which form the standings of documents were told last. */
  standingForm: integer().notNull(),
});

export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text().notNull(),
});

export const auditEntry = sqliteTable('audit_entry', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  actorId: text(),
  actorName: text().notNull(),
  roles: text().notNull(),
  workstation: text().notNull(),
  act: text().notNull(),
  entity: text().notNull(),
  entityId: text().notNull(),
  label: text().notNull(),
  reason: text().notNull(),
  result: text().notNull(),
  changes: text().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
});

/** A file that proves something; its bytes stand once per content in `attachment_content`. */
export const attachment = sqliteTable('attachment', {
  id: text().primaryKey(),
  sha256: text().notNull(),
  name: text().notNull(),
  mediaType: text().notNull(),
  bytes: integer().notNull(),
  enteredAt: text().notNull(),
});

export const attachmentContent = sqliteTable('attachment_content', {
  sha256: text().primaryKey(),
  content: blob({ mode: 'buffer' }).notNull(),
});

export const draft = sqliteTable(
  'draft',
  {
    personId: text().notNull(),
    form: text().notNull(),
    body: text().notNull(),
    savedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.form] })],
);

export const savedView = sqliteTable('saved_view', {
  id: text().primaryKey(),
  personId: text().notNull(),
  name: text().notNull(),
  body: text().notNull(),
});
