/** The log of contacts about what is owed (催办记录): time, way, person, answer, and to whom it was taken further. */

import type { ContactRecord } from '../../contract/desk.ts';
import { brokenOnContact, chaseDegree } from '../../domain/chasing.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import { type ContactRow, contactsOf, findContact, insertContact } from '../../store/desk.ts';
import { findPerson } from '../../store/people.ts';
import { divisionScope } from '../actor.ts';
import { lineOf } from '../documents/summaries.ts';
import { os, read, writeOnce } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { dutiesOfSubject, type SubjectKey } from './dutySources.ts';

function contactRecord({ db }: Pick<Look, 'db'>, row: ContactRow): ContactRecord {
  const { subjectKind: _, subjectId: __, enteredById, ...contact } = row;
  return { ...contact, enteredBy: findPerson(db, enteredById)?.name ?? '' };
}

const contacts = os.chasing.contacts.handler(
  read(async (look) => {
    const { subject } = look.input;
    mustSee(look, subject);
    const rows = contactsOf(look.db, [subject.id]).filter(({ subjectKind }) => subjectKind === subject.kind);
    return rows.map((row) => contactRecord(look, row));
  }),
);

/** Another division's subject does not exist for this person; a document may owe nothing and still be seen. */
function mustSee(look: Look, subject: SubjectKey): void {
  const scope = divisionScope(look.actor);
  if (dutiesOfSubject(look, subject, scope).length > 0) return;
  if (subject.kind !== 'document') throw refusal('NOT_FOUND');
  lineOf(look, subject.id, scope);
}

/** The duty asked of a subject that is still owed. */
export function openDutyOf(look: Look, subject: SubjectKey, rule: string | undefined): OwedDuty {
  mustSee(look, subject);
  const owed = dutiesOfSubject(look, subject, divisionScope(look.actor));
  const open = owed.filter(({ duty }) => duty.doneOn === null);
  const first = open.toSorted((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : 1))[0];
  const found = rule === undefined ? first : open.find(({ duty }) => duty.rule === rule);
  if (!found) refuseBroken('paper.nothingOwed', 'rule');
  return found;
}

export type Contact = Parameters<typeof brokenOnContact>[0] & {
  readonly id: string;
  readonly subject: SubjectKey;
  readonly rule: string;
  readonly noticeNumber: string;
  readonly escalatedTo: string;
};

export function recordContact(work: Work, input: Contact): ContactRecord {
  const { db, actor, now, today } = work;
  const { subject, contactedOn, contactedPerson, answer, escalatedTo, noticeNumber } = input;
  const { duty, subject: about } = openDutyOf(work, subject, input.rule);
  refuseIfBroken([
    ...brokenOnTexts({ contactedPerson, answer, escalatedTo, noticeNumber }),
    ...brokenOnContact(input, { today }),
  ]);
  const row: ContactRow = {
    ...{ id: input.id, subjectKind: subject.kind, subjectId: subject.id, rule: duty.rule, dueOn: duty.dueOn },
    ...{ degree: chaseDegree(duty, today), noticeNumber, way: input.way, contactedOn: contactedOn ?? today },
    ...{ contactedTime: input.contactedTime, contactedPerson, answer, promisedOn: input.promisedOn ?? null },
    ...{ escalatedTo, enteredById: actor.personId ?? '', enteredAt: now },
  };
  insertContact(db, row);
  work.record({
    act: 'chasing.contact',
    entity: subject.kind,
    entityId: subject.id,
    label: [about.number, about.title].filter((part) => part !== '').join(' '),
    changes: [
      { field: 'contactWay', before: '', after: `${duty.rule} ${row.degree} ${row.way} ${row.contactedOn}` },
      { field: 'contactedPerson', before: '', after: contactedPerson },
      { field: 'answer', before: '', after: answer },
      ...(escalatedTo === '' ? [] : [{ field: 'escalatedTo', before: '', after: escalatedTo }]),
    ],
  });
  return contactRecord(work, row);
}

const contact = os.chasing.contact.handler(
  writeOnce({
    isKnown: ({ db, input }) => findContact(db, input.id) !== undefined,
    again: ({
      input: {
        subject: { kind, id },
      },
    }) => ({ act: 'chasing.contactAgain', entity: kind, entityId: id, label: '' }),
    act: (work) => recordContact(work, work.input),
    answer: (work) => contactRecord(work, findContact(work.db, work.input.id) as ContactRow),
  }),
);

export const chasing = { contacts, contact };
