/** Registering, amending and moving on a request: the rules, the row, the event, the trail. Used by the window and the sample. */

import type { RequestInputRecord } from '../../contract/requests.ts';
import type { Broken } from '../../domain/broken.ts';
import type { Day } from '../../domain/day.ts';
import { yearOf } from '../../domain/day.ts';
import { isOpen, type RequestStep } from '../../domain/foiRequest.ts';
import { receivedOn } from '../../domain/requestClock.ts';
import { brokenOnRequest } from '../../domain/requestRegistering.ts';
import { brokenOnStep } from '../../domain/requestSteps.ts';
import { findDocument } from '../../store/documents.ts';
import { listDivisions } from '../../store/people.ts';
import {
  findRequest,
  insertRequest,
  insertRequestEvent,
  nextRequestSeq,
  type RequestRow,
  updateRequest,
} from '../../store/requests.ts';
import { indexSubject, searchedRequest } from '../../store/subjectSearch.ts';
import type { Change } from '../../store/trail.ts';
import { changesBetween } from '../changes.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { requestInputOf } from './requestDetail.ts';
import { held, requestFor, requestLabel, restandRequest, stepLook } from './requestStanding.ts';

type Registration = RequestInputRecord & { readonly id: string };

export function registerRequest(work: Work, input: Registration): void {
  const { db, actor, now, today } = work;
  refuseIfBroken([...brokenOnEntry(work, input), ...brokenOnRequest(input, today)]);
  const registerYear = yearOf(input.arrivedOn);
  const registerSeq = nextRequestSeq(db, registerYear);
  const received = receivedOn(input) ?? null;
  const row: RequestRow = {
    ...input,
    version: 1,
    registerYear,
    registerSeq,
    registerNumber: `YSQ-${registerYear}-${String(registerSeq).padStart(4, '0')}`,
    divisionId: null,
    state: received === null ? 'unconfirmed' : 'received',
    receivedOn: received,
    closedOn: null,
    result: null,
    registeredById: actor.personId ?? '',
    enteredAt: now,
  };
  insertRequest(db, row);
  indexSubject(db, searchedRequest(row));
  work.record({ act: 'requests.register', entity: 'request', entityId: row.id, label: requestLabel(row) });
}

/** Texts without secret marks, and a document that exists. */
function brokenOnEntry({ db }: Pick<Work, 'db'>, input: RequestInputRecord): readonly Broken[] {
  const { applicantName, contact, address, subject, content, externalNumber, note } = input;
  const document = input.documentId === null ? undefined : findDocument(db, input.documentId);
  const isUnknown = input.documentId !== null && (!document || document.voidedAt !== null);
  return [
    ...brokenOnTexts({ applicantName, contact, address, subject, content, externalNumber, note }),
    ...(isUnknown ? [{ code: 'request.documentUnknown', field: 'documentId' }] : []),
  ];
}

export function amendRequest(
  work: Work,
  { version, reasonForChange, ...input }: Registration & { readonly version: number; readonly reasonForChange: string },
): void {
  const request = requestFor(work, input.id);
  const { row, facts } = request;
  if (row.version !== version) throw refusal('STALE', { currentVersion: row.version, changedFields: [] });
  const { id: _, ...typed } = input;
  // A confirmation that is an event of its own is not typed over.
  const isConfirmed = facts.events.some(({ step }) => step.kind === 'confirmed');
  const entry = isConfirmed ? { ...typed, confirmedOn: row.confirmedOn } : typed;
  refuseIfBroken([
    ...brokenOnEntry(work, entry),
    ...brokenOnTexts({ reasonForChange }),
    ...brokenOnRequest(entry, work.today),
    ...(reasonForChange.trim() === '' ? [{ code: 'request.fieldMissing', field: 'reasonForChange' }] : []),
  ]);
  const changes = changesBetween(requestInputOf(row), entry).map(withoutPerson);
  updateRequest(work.db, row.id, entry);
  indexSubject(work.db, searchedRequest({ ...row, ...entry }));
  restandRequest(work, { ...row, ...entry });
  const label = requestLabel({ ...row, ...entry });
  work.record({ act: 'requests.amend', entity: 'request', entityId: row.id, label, reason: reasonForChange, changes });
}

const PERSONAL: readonly string[] = ['applicantName', 'contact', 'address', 'note'];

/** The trail is read by people who may not see applicants: it tells that these fields changed, not to what. */
function withoutPerson(change: Change): Change {
  if (change.field === 'channel') return { ...change, field: 'requestChannel' };
  return PERSONAL.includes(change.field) ? { ...change, before: '***', after: '***' } : change;
}

export type Taken = {
  readonly id: string;
  readonly requestId: string;
  readonly version: number;
  readonly on: Day;
  readonly attachmentId?: string | null;
};

/** One event: refused with everything that is wrong with it, or written, and the row restated. */
export function takeStep(
  work: Work,
  { id, requestId, version, on, attachmentId = null }: Taken,
  step: RequestStep,
): void {
  const { db, actor, now } = work;
  const request = requestFor(work, requestId);
  const { row } = request;
  if (row.version !== version) throw refusal('STALE', { currentVersion: row.version, changedFields: ['state'] });
  refuseIfBroken([
    ...brokenOnTexts(textsOf(step)),
    ...brokenOnOthers(work, row, step),
    ...brokenOnStep(step, on, stepLook(request, work)),
  ]);
  insertRequestEvent(db, {
    ...{ id, requestId, attachmentId, facts: step },
    seq: request.eventRows.length + 1,
    kind: step.kind,
    happenedOn: on,
    enteredById: actor.personId ?? '',
    enteredByName: actor.name,
    enteredAt: now,
  });
  restandRequest(work, row);
  const after = held(work, findRequest(db, requestId) ?? row).standing.state;
  const changes = [
    { field: 'requestStep', before: '', after: step.kind },
    ...(after === row.state ? [] : [{ field: 'state', before: row.state, after }]),
  ];
  const reason = 'reason' in step ? step.reason : '';
  work.record({
    act: 'requests.step',
    entity: 'request',
    entityId: requestId,
    label: requestLabel(row),
    reason,
    changes,
  });
}

function textsOf(step: RequestStep): Readonly<Record<string, string>> {
  const typed: Readonly<Record<string, unknown>> = step.kind === 'drafted' ? step.draft : step;
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What a step names besides the request itself has to exist and to fit. */
function brokenOnOthers({ db }: Pick<Work, 'db'>, row: RequestRow, step: RequestStep): readonly Broken[] {
  if (step.kind === 'assigned') {
    const division = listDivisions(db).find(({ id }) => id === step.divisionId);
    return division && division.closedOn === null ? [] : [{ code: 'request.divisionUnknown', field: 'divisionId' }];
  }
  if (step.kind !== 'merged' && step.kind !== 'related') return [];
  const other = findRequest(db, step.otherId);
  if (!other) return [{ code: 'request.otherUnknown', field: 'otherId' }];
  if (other.id === row.id) return [{ code: 'request.otherIsSame', field: 'otherId' }];
  const isFit = other.applicantName === row.applicantName && isOpen(other.state);
  return step.kind === 'related' || isFit ? [] : [{ code: 'request.otherApplicant', field: 'otherId' }];
}
