/** Tables of divisions and people: who may sign in, with which roles and which signing key. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';
import type { Role } from '../../electron/domain/roles.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

export const division = sqliteTable('division', {
  id: text().primaryKey(),
  name: text().notNull(),
  shortName: text().notNull(),
  isGeneralOffice: flag().notNull(),
  position: integer().notNull(),
  closedOn: day(),
  version: integer().notNull(),
  /** The division that goes on with its work from that day. */
  successorId: text(),
});

export const person = sqliteTable('person', {
  id: text().primaryKey(),
  login: text().notNull(),
  name: text().notNull(),
  divisionId: text().notNull(),
  passwordHash: text().notNull(),
  mustChangePassword: flag().notNull(),
  publicKey: text().notNull(),
  sealedPrivateKey: text().notNull(),
  isActive: flag().notNull(),
  failedTries: integer().notNull(),
  barredUntil: text(),
  version: integer().notNull(),
});

/** Every signing key a person ever had: an old signature is verified with the key of its time. */
export const signingKey = sqliteTable('signing_key', {
  publicKey: text().primaryKey(),
  personId: text().notNull(),
  activeFrom: text().notNull(),
});

export const roleGrant = sqliteTable('role_grant', {
  id: text().primaryKey(),
  personId: text().notNull(),
  role: text().$type<Role>().notNull(),
  grantedAt: text().notNull(),
  revokedAt: text(),
});

export const session = sqliteTable('session', {
  tokenHash: text().primaryKey(),
  personId: text().notNull(),
  startedAt: text().notNull(),
  isLocked: flag().notNull(),
  endedAt: text(),
});
