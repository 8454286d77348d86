/** The General Office's desk: archive entries, returned documents, contacts while chasing. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Retention } from '../../electron/domain/archive.ts';
import type { ChaseDegree, ContactWay } from '../../electron/domain/chasing.ts';
import type { Day } from '../../electron/domain/day.ts';
import type { SubjectKind } from '../../electron/domain/duties.ts';
import type { ReturnReason } from '../../electron/domain/returning.ts';

const day = () => text().$type<Day>();

/** What the filing stamp (归档章) on a document says. */
export const archiveEntry = sqliteTable('archive_entry', {
  documentId: text().primaryKey(),
  version: integer().notNull(),
  fondsNumber: text().notNull(),
  archiveYear: integer().notNull(),
  retention: text().$type<Retention>().notNull(),
  organisation: text().notNull(),
  pieceNumber: integer().notNull(),
  pages: integer().notNull(),
  boxNumber: integer(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** A document that was sent back before it could be registered (退文). */
export const returnNotice = sqliteTable('return_notice', {
  id: text().primaryKey(),
  number: text().notNull(),
  divisionId: text().notNull(),
  title: text().notNull(),
  docNumber: text().notNull(),
  deliveredBy: text().notNull(),
  reasons: text({ mode: 'json' }).$type<readonly ReturnReason[]>().notNull(),
  note: text().notNull(),
  returnedOn: day().notNull(),
  answerBy: day(),
  issuedById: text().notNull(),
  enteredAt: text().notNull(),
});

/** One contact about something owed (催办记录). */
export const chaseContact = sqliteTable('chase_contact', {
  id: text().primaryKey(),
  subjectKind: text().$type<SubjectKind>().notNull(),
  subjectId: text().notNull(),
  rule: text().notNull(),
  dueOn: day().notNull(),
  degree: text().$type<ChaseDegree>().notNull(),
  noticeNumber: text().notNull(),
  way: text().$type<ContactWay>().notNull(),
  contactedOn: day().notNull(),
  contactedTime: text().notNull(),
  contactedPerson: text().notNull(),
  answer: text().notNull(),
  promisedOn: day(),
  escalatedTo: text().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});
