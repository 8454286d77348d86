/**
 * Own columns of the ledger (自选列) under a name. A set is its owner's alone until a clerk shares it; a shared one
 * belongs to the office: whoever reads the ledger uses it, every clerk may change, rename and withdraw it.
 */

import type { ColumnSetRecord } from '../../contract/columnSets.ts';
import { broken } from '../../domain/broken.ts';
import { brokenOnColumnSet, type LedgerColumnName } from '../../domain/ledgerColumnSet.ts';
import { LEDGER_PRESETS } from '../../domain/ledgerPreset.ts';
import { LANGUAGES } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import {
  type ColumnSetRow,
  columnSetsSeenBy,
  findColumnSet,
  insertColumnSet,
  updateColumnSet,
} from '../../store/columnSets.ts';
import type { ReadableDb } from '../../store/open.ts';
import type { Actor } from '../actor.ts';
import { os, read, write } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

export type ColumnSetInput = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly columns: readonly string[];
  readonly isShared: boolean;
};

const PRESET_NAMES = LANGUAGES.flatMap((language) =>
  LEDGER_PRESETS.map((preset) => say(language, `ledgerPreset.${preset}`)),
);

const isClerk = (actor: Actor) => actor.roles.includes('clerk');

function isOf(actor: Actor, { ownerId, isShared }: ColumnSetRow): boolean {
  return ownerId === actor.personId || (isShared && isClerk(actor));
}

function recordOf(row: ColumnSetRow, actor: Actor): ColumnSetRecord {
  const { id, version, name, columns, isShared, ownerName } = row;
  return { id, version, name, columns: [...columns], isShared, ownerName, isMine: isOf(actor, row) };
}

function seenBy(db: ReadableDb, { personId }: Actor): readonly ColumnSetRow[] {
  const sets = columnSetsSeenBy(db, personId ?? '');
  return [...sets.filter(({ ownerId }) => ownerId === personId), ...sets.filter(({ ownerId }) => ownerId !== personId)];
}

/** What is to be printed with; refused where the set was withdrawn or is someone else's. */
export function columnsToPrint(
  db: ReadableDb,
  actor: Actor,
  id: string,
): { readonly columns: readonly LedgerColumnName[]; readonly name: string } {
  const found = columnSetsSeenBy(db, actor.personId ?? '').find((set) => set.id === id);
  return found ?? refuseBroken('columnSet.gone', 'columnSetId');
}

/** Names of all that the person or the owner sees; to the owner a set must be one of its name as well. */
function namesTaken({ db, actor }: Work, id: string, ownerId: string): readonly string[] {
  const others = [...columnSetsSeenBy(db, actor.personId ?? ''), ...columnSetsSeenBy(db, ownerId)];
  return [...PRESET_NAMES, ...LEDGER_PRESETS, ...others.filter((set) => set.id !== id).map(({ name }) => name)];
}

export function saveColumnSet(work: Work, input: ColumnSetInput): ColumnSetRecord {
  const { db, actor, now, record } = work;
  const known = findColumnSet(db, input.id);
  const name = input.name.trim();
  const label = { entity: 'columnSet', entityId: input.id, label: known?.name ?? name };
  if (!known && input.version > 0) throw refusal('NOT_FOUND');
  if (known && (known.withdrawnAt !== null || !isOf(actor, known))) throw refusal('NOT_FOUND');
  const changed = known ? changedFields(known, input) : [];
  if (known && changed.length === 0) {
    record({ act: 'columnSets.saveAgain', ...label });
    return recordOf(known, actor);
  }
  if (known && known.version !== input.version) {
    throw refusal('STALE', { currentVersion: known.version, changedFields: changed });
  }
  const ownerId = known?.ownerId ?? actor.personId ?? '';
  const isSharing = input.isShared && !known?.isShared;
  refuseIfBroken([
    ...brokenOnColumnSet(input, namesTaken(work, input.id, ownerId)),
    ...(isSharing && !isClerk(actor) ? [broken('columnSet.mayNotShare', 'isShared')] : []),
    ...brokenOnTexts({ name }),
  ]);
  const columns = input.columns as readonly LedgerColumnName[];
  const said = { name, columns, isShared: input.isShared, savedAt: now };
  if (known) updateColumnSet(db, known.id, { ...said, version: known.version + 1 });
  else insertColumnSet(db, { ...said, id: input.id, version: 1, ownerId, withdrawnAt: null });
  const before = known ?? { name: '', columns: [], isShared: false };
  record({
    act: known ? 'columnSets.amend' : 'columnSets.save',
    ...label,
    changes: [
      { field: 'name', before: before.name, after: name },
      { field: 'columns', before: before.columns.join(' '), after: columns.join(' ') },
      { field: 'isShared', before: String(before.isShared), after: String(input.isShared) },
    ].filter((change) => change.before !== change.after),
  });
  const saved = findColumnSet(db, input.id);
  if (!saved) throw new Error('A set of columns was saved and is not there');
  return recordOf(saved, actor);
}

function changedFields(known: ColumnSetRow, input: ColumnSetInput): readonly string[] {
  return [
    ...(known.name === input.name.trim() ? [] : ['name']),
    ...(known.columns.join(' ') === input.columns.join(' ') ? [] : ['columns']),
    ...(known.isShared === input.isShared ? [] : ['isShared']),
  ];
}

export const columnSets = {
  list: os.columnSets.list.handler(read(async ({ db, actor }) => seenBy(db, actor).map((row) => recordOf(row, actor)))),
  save: os.columnSets.save.handler(write(async (work) => saveColumnSet(work, work.input))),
  withdraw: os.columnSets.withdraw.handler(
    write(async ({ db, input, actor, now, record }) => {
      const known = findColumnSet(db, input.id);
      if (!known || !isOf(actor, known)) throw refusal('NOT_FOUND');
      if (known.withdrawnAt === null) updateColumnSet(db, known.id, { withdrawnAt: now, version: known.version + 1 });
      record({ act: 'columnSets.withdraw', entity: 'columnSet', entityId: known.id, label: known.name });
      return {};
    }),
  ),
};
