/** Documents sent back before they are registered (退文): numbered, reasons ticked, never changed. 国办发〔2016〕80号 */

import type { ReturnRecord } from '../../contract/desk.ts';
import { yearOf } from '../../domain/day.ts';
import { brokenOnReturn } from '../../domain/returning.ts';
import { findReturn, insertReturn, listReturns, nextReturnNumber, type ReturnRow } from '../../store/desk.ts';
import { findPerson, listDivisions } from '../../store/people.ts';
import { divisionScope } from '../actor.ts';
import { os, read, writeOnce } from '../procedure.ts';
import { refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

/** 退文 */
const NUMBER_PREFIX = 'TW';
const MOST_LISTED = 500;

export function returnRecord({ db }: Pick<Look, 'db'>, row: ReturnRow): ReturnRecord {
  const { issuedById, enteredAt: _, reasons, ...known } = row;
  return {
    ...known,
    reasons: [...reasons],
    divisionName: listDivisions(db).find(({ id }) => id === row.divisionId)?.name ?? '',
    issuedBy: findPerson(db, issuedById)?.name ?? '',
  };
}

const list = os.returning.list.handler(
  read(async (look) =>
    listReturns(look.db, MOST_LISTED, divisionScope(look.actor)).map((row) => returnRecord(look, row)),
  ),
);

export type ReturnEntry = Parameters<typeof brokenOnReturn>[0] & {
  readonly id: string;
  readonly docNumber: string;
};

export function issueReturn(work: Work, input: ReturnEntry): ReturnRecord {
  const { db, actor, now, today } = work;
  const { title, docNumber, deliveredBy, note, reasons, divisionId } = input;
  refuseIfBroken([...brokenOnTexts({ title, docNumber, deliveredBy, note }), ...brokenOnReturn(input, { today })]);
  if (!listDivisions(db).some(({ id }) => id === divisionId)) refuseBroken('input.invalid', 'divisionId');
  const returnedOn = input.returnedOn ?? today;
  const number = nextReturnNumber(db, `${NUMBER_PREFIX}-${yearOf(returnedOn)}-`);
  const row: ReturnRow = {
    ...{ id: input.id, number, divisionId, title, docNumber, deliveredBy, reasons, note, returnedOn },
    ...{ answerBy: input.answerBy ?? null, issuedById: actor.personId ?? '', enteredAt: now },
  };
  insertReturn(db, row);
  work.record({
    act: 'returning.issue',
    entity: 'return',
    entityId: row.id,
    label: `${number} ${title}`,
    changes: [{ field: 'reasons', before: '', after: reasons.join(' ') }],
  });
  return returnRecord(work, row);
}

const issue = os.returning.issue.handler(
  writeOnce({
    isKnown: ({ db, input }) => findReturn(db, input.id) !== undefined,
    again: ({ db, input: { id } }) => ({
      ...{ act: 'returning.issueAgain', entity: 'return', entityId: id, label: findReturn(db, id)?.number ?? '' },
    }),
    act: (work) => issueReturn(work, work.input),
    answer: (work) => returnRecord(work, findReturn(work.db, work.input.id) as ReturnRow),
  }),
);

export const returning = { list, issue };
