/** Divisions (处室): added, renamed with their history of names, closed with a successor. */

import { type Broken, broken } from '../../domain/broken.ts';
import type { Day } from '../../domain/day.ts';
import { brokenOnClosing, brokenOnRenaming } from '../../domain/division.ts';
import { formerNames, insertFormerName } from '../../store/divisions.ts';
import type { ReadableDb } from '../../store/open.ts';
import { type DivisionRow, insertDivision, listDivisions, updateDivision } from '../../store/people.ts';
import { changesBetween } from '../changes.ts';
import { newId } from '../newId.ts';
import { os, read, write } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

function divisionRecords(db: ReadableDb) {
  const former = formerNames(db);
  return listDivisions(db).map(({ position: _, ...row }) => ({
    ...row,
    formerNames: former
      .filter(({ divisionId }) => divisionId === row.id)
      .map(({ name, shortName, replacedOn }) => ({ name, shortName, replacedOn })),
  }));
}

function recordOf(db: ReadableDb, id: string) {
  const record = divisionRecords(db).find((division) => division.id === id);
  if (!record) throw refusal('NOT_FOUND');
  return record;
}

function brokenOnName(known: readonly DivisionRow[], id: string, name: string): readonly Broken[] {
  if (name === '') return [broken('division.nameMissing', 'name')];
  const isTaken = known.some((other) => other.id !== id && other.name === name);
  return isTaken ? [broken('division.nameTaken', 'name', { name })] : [];
}

const addDivision = os.people.addDivision.handler(
  write(async ({ db, input, record }) => {
    const name = input.name.trim();
    const known = listDivisions(db);
    if (!known.some(({ id }) => id === input.id)) {
      refuseIfBroken([...brokenOnTexts({ name, shortName: input.shortName }), ...brokenOnName(known, input.id, name)]);
      insertDivision(db, {
        ...{ id: input.id, name, shortName: input.shortName.trim() || name },
        ...{ isGeneralOffice: false, position: known.length, closedOn: null, successorId: null, version: 1 },
      });
    }
    record({ act: 'people.addDivision', entity: 'division', entityId: input.id, label: name });
    return recordOf(db, input.id);
  }),
);

export type DivisionAmendment = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly shortName: string;
  /** First day of a new name; null where a wrong name is put right, which leaves no history. */
  readonly renamedOn: Day | null;
  readonly closedOn: Day | null;
  readonly successorId: string | null;
};

/** 更名、撤销、承接: documents keep the division and the name of their time; open work goes to the successor. */
export function amendDivisionOf(work: Work, input: DivisionAmendment): void {
  const { db, actor, now, today, record } = work;
  const known = listDivisions(db);
  const before = known.find(({ id }) => id === input.id);
  if (!before) throw refusal('NOT_FOUND');
  const { id, closedOn, successorId, renamedOn } = input;
  const name = input.name.trim();
  const shortName = input.shortName.trim() || name;
  const former = formerNames(db).filter(({ divisionId }) => divisionId === id);
  const isRenamed = name !== before.name && renamedOn !== null;
  refuseIfBroken([
    ...brokenOnTexts({ name, shortName }),
    ...brokenOnName(known, id, name),
    ...(isRenamed ? brokenOnRenaming(renamedOn, { former, today }) : []),
    ...brokenOnClosing({ id, closedOn, successorId }, { divisions: known, today }),
  ]);
  if (!updateDivision(db, id, input.version, { name, shortName, closedOn, successorId })) {
    throw refusal('STALE', { currentVersion: before.version, changedFields: [] });
  }
  if (isRenamed) {
    insertFormerName(db, {
      ...{ id: newId(), divisionId: id, name: before.name, shortName: before.shortName },
      ...{ replacedOn: renamedOn, enteredById: actor.personId ?? '', enteredAt: now },
    });
  }
  const changes = changesBetween<DivisionRow>(before, { name, shortName, closedOn, successorId });
  const renaming = isRenamed ? [{ field: 'renamedOn', before: '', after: renamedOn }] : [];
  record({
    act: 'people.amendDivision',
    entity: 'division',
    entityId: id,
    label: name,
    changes: [...changes, ...renaming],
  });
}

const amendDivision = os.people.amendDivision.handler(
  write(async (work) => {
    amendDivisionOf(work, work.input);
    return recordOf(work.db, work.input.id);
  }),
);

export const divisions = {
  divisions: os.people.divisions.handler(read(async ({ db }) => divisionRecords(db))),
  addDivision,
  amendDivision,
};
