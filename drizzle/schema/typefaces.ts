/** Tables of the office's own typefaces; the bytes of a file stand in `attachment_content`. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TypeScope } from '../../electron/domain/typefaces.ts';

export const typeface = sqliteTable('typeface', {
  id: text().primaryKey(),
  sha256: text().notNull(),
  face: integer().notNull(),
  fileName: text().notNull(),
  bytes: integer().notNull(),
  /** What the face said of itself when it was checked. */
  report: text().notNull(),
  /** By what the office may use it, such as the number of a contract. */
  licenceBasis: text().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

export const typefaceWithdrawal = sqliteTable('typeface_withdrawal', {
  typefaceId: text().primaryKey(),
  reason: text().notNull(),
  withdrawnById: text().notNull(),
  withdrawnAt: text().notNull(),
});

export const typefaceChoice = sqliteTable('typeface_choice', {
  seq: integer().primaryKey(),
  id: text().notNull(),
  scope: text().$type<TypeScope>().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  heading: text().notNull(),
  reason: text().notNull(),
  chosenById: text().notNull(),
  chosenAt: text().notNull(),
});
