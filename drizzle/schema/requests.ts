/** Tables of requests for information (依申请公开). */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';
import type { RequestState, RequestStep, RequestStepKind, WantedForm } from '../../electron/domain/foiRequest.ts';
import type { ApplicantKind, RequestResult } from '../../electron/domain/replyKind.ts';
import type { RequestChannel } from '../../electron/domain/requestClock.ts';

const day = () => text().$type<Day>();

export const foiRequest = sqliteTable('foi_request', {
  id: text().primaryKey(),
  version: integer().notNull(),
  registerYear: integer().notNull(),
  registerSeq: integer().notNull(),
  registerNumber: text().notNull(),
  /** Its number in a platform of the province, where it has one. */
  externalNumber: text().notNull(),
  applicantKind: text().$type<ApplicantKind>().notNull(),
  applicantName: text().notNull(),
  contact: text().notNull(),
  address: text().notNull(),
  subject: text().notNull(),
  content: text().notNull(),
  wantedForm: text().$type<WantedForm>().notNull(),
  channel: text().$type<RequestChannel>().notNull(),
  arrivedOn: day().notNull(),
  confirmedOn: day(),
  documentId: text(),
  note: text().notNull(),
  /** 承办处室 */
  divisionId: text(),
  state: text().$type<RequestState>().notNull(),
  receivedOn: day(),
  closedOn: day(),
  result: text().$type<RequestResult>(),
  registeredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** One step in the life of a request; `facts` is the step as the domain knows it. */
export const foiRequestEvent = sqliteTable('foi_request_event', {
  id: text().primaryKey(),
  requestId: text().notNull(),
  seq: integer().notNull(),
  kind: text().$type<RequestStepKind>().notNull(),
  happenedOn: day().notNull(),
  facts: text({ mode: 'json' }).$type<RequestStep>().notNull(),
  attachmentId: text(),
  enteredById: text().notNull(),
  enteredByName: text().notNull(),
  enteredAt: text().notNull(),
});
