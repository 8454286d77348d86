/** Mappings of columns: saved by the office under a name, shipped with the program, or given as a file. */

import fs from 'node:fs';
import path from 'node:path';
import type { ImportMapping } from '../../contract/imports.ts';
import { type Broken, isBlank } from '../../domain/broken.ts';
import { brokenOnMapping, type DocumentMapping, readMapping } from '../../exchange/mapping.ts';
import {
  findImportMapping,
  insertImportMapping,
  listImportMappings,
  removeImportMapping,
} from '../../store/importMappings.ts';
import type { ReadableDb } from '../../store/open.ts';
import type { Engine } from '../engine.ts';
import { os, read, write, writeOnce } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

export type SavedMapping = {
  /** Null for the one that ships with the program. */
  readonly id: string | null;
  readonly name: string;
  readonly savedAt: string;
  readonly mapping: DocumentMapping;
};

export const fittingMapping: (headers: readonly string[], mapping: DocumentMapping) => readonly Broken[] =
  brokenOnMapping;

export function mappingGiven(json: string): DocumentMapping {
  const reading = readMapping(json);
  if (reading.ok) return reading.mapping;
  refuseIfBroken(reading.problems);
  throw new Error('A mapping is refused without a reason');
}

export function mappingNamed(db: ReadableDb, name: string): DocumentMapping {
  const found = listImportMappings(db).find((saved) => saved.name === name);
  if (found === undefined) return refuseBroken('mapping.nameUnknown', 'mapping', { name });
  return mappingGiven(found.body);
}

/** The office's own mappings, then the shipped one. */
export function savedMappings(db: ReadableDb, engine: Engine): readonly SavedMapping[] {
  const shipped = fs.readFileSync(path.join(engine.resources.seed, 'documents.mapping.json'), 'utf8');
  return [
    ...listImportMappings(db).map(({ id, name, savedAt, body }) => ({
      ...{ id, name, savedAt, mapping: mappingGiven(body) },
    })),
    { id: null, name: '', savedAt: '', mapping: mappingGiven(shipped) },
  ];
}

/** A mapping as it travels: its name stands beside it. */
export function mappingRecord({ name: _, ...mapping }: DocumentMapping): ImportMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).map(([field, names]) => [field, [...names]]));
  const { noteColumns, defaults, isUnnumberedWhenEmpty, isPostedDayWrittenDay } = mapping;
  return {
    columns,
    noteColumns: { ...noteColumns },
    defaults: { ...defaults },
    ...{ isUnnumberedWhenEmpty, isPostedDayWrittenDay },
  };
}

const mappings = os.imports.mappings.handler(
  read(async ({ db }) =>
    listImportMappings(db).map(({ id, name, savedAt, body }) => ({
      ...{ id, name, savedAt, mapping: mappingRecord(mappingGiven(body)) },
    })),
  ),
);

type MappingToSave = { readonly id: string; readonly name: string; readonly mapping: unknown };

function told({ id, name }: MappingToSave) {
  return { entity: 'importMapping', entityId: id, label: name.trim() };
}

/** Under a name that is taken the new mapping takes the old one's place; the old one stays in the table. */
function keepMapping({ db, input, actor, now, record }: Work & { readonly input: MappingToSave }): void {
  const name = input.name.trim();
  if (isBlank(name)) refuseBroken('mapping.nameMissing', 'name');
  refuseIfBroken(brokenOnTexts({ name, mapping: JSON.stringify(input.mapping) }));
  const body = JSON.stringify(input.mapping);
  mappingGiven(body);
  const before = listImportMappings(db).find((saved) => saved.name === name);
  if (before) removeImportMapping(db, before.id, now);
  insertImportMapping(db, {
    ...{ id: input.id, name, body },
    savedById: actor.personId ?? '',
    savedAt: now,
    removedAt: null,
  });
  const changes = [{ field: 'mapping', before: before?.body ?? '', after: body }];
  record({ act: 'imports.saveMapping', ...told(input), changes });
}

const saveMapping = os.imports.saveMapping.handler(
  writeOnce({
    isKnown: ({ db, input }) => findImportMapping(db, input.id) !== undefined,
    again: ({ input }) => ({ act: 'imports.saveMappingAgain', ...told(input) }),
    act: keepMapping,
    answer: () => ({}),
  }),
);

const removeMapping = os.imports.removeMapping.handler(
  write(async ({ db, input, now, record }) => {
    const known = findImportMapping(db, input.id);
    if (!known) throw refusal('NOT_FOUND');
    if (known.removedAt === null) removeImportMapping(db, known.id, now);
    record({ act: 'imports.removeMapping', entity: 'importMapping', entityId: known.id, label: known.name });
    return {};
  }),
);

export const importMappings = { mappings, saveMapping, removeMapping };
