/** Import of an old ledger (补录): every row is judged first, then all are written in one transaction, or none. */

import fs from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '../contract/ledgers.ts';
import { type DocumentRow, rowsToDocuments } from '../exchange/documentRows.ts';
import { brokenOnMapping, chooseMapping, type DocumentMapping, readMapping } from '../exchange/mapping.ts';
import type { Table } from '../exchange/table.ts';
import { insertImportBatch } from '../store/importBatches.ts';
import { listDivisions } from '../store/people.ts';
import type { Actor } from './actor.ts';
import { backUpFile } from './backupFiles.ts';
import type { Engine } from './engine.ts';
import { follow, type Report } from './following.ts';
import { newId } from './newId.ts';
import { work as longWork, os } from './procedure.ts';
import { refuseIfBroken } from './refusal.ts';
import type { Registry } from './registry.ts';
import { takeRow } from './takingRows.ts';

export type Importing = {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A mapping as JSON; the usual headers map themselves. */
  readonly mapping: string | null;
  readonly isDryRun: boolean;
  /** Takes the rows that can be taken; otherwise one refused row refuses the file. */
  readonly isPartial: boolean;
};

const ROWS_BETWEEN_REPORTS = 100;
export async function importDocuments(
  engine: Engine,
  registry: Registry,
  actor: Actor,
  asked: Importing,
  report: Report,
): Promise<ImportReport> {
  const table = await tableOf(asked.bytes);
  const mapping = mappingOf(engine, table, asked.mapping);
  refuseIfBroken(brokenOnMapping(table.headers, mapping));
  const total = table.rows.length * 2;
  const rows = await judge(registry, table, mapping, (done) => report(done, total));
  const taken = rows.filter(({ input }) => input !== null);
  const refused = rows.filter(({ input }) => input === null);
  const isWritten = !asked.isDryRun && taken.length > 0 && (asked.isPartial || refused.length === 0);
  const batchId = isWritten ? newId() : null;
  if (batchId !== null) {
    backUpFile(registry.store.reader, engine.dataFolder, 'import', engine.clock());
    await registry.replay(async (as) => {
      const work = as(actor);
      const { fileName } = asked;
      const counts = { accepted: taken.length, refused: refused.length };
      insertImportBatch(work.db, {
        id: batchId,
        fileName,
        ...counts,
        importedById: actor.personId ?? '',
        enteredAt: work.now,
      });
      work.record({
        act: 'registry.import',
        entity: 'importBatch',
        entityId: batchId,
        label: fileName,
        changes: Object.entries(counts).map(([field, count]) => ({ field, before: '', after: String(count) })),
      });
      for (const [at, row] of taken.entries()) {
        takeRow(work, row, batchId);
        if (at % ROWS_BETWEEN_REPORTS === 0) await report(table.rows.length + at, total);
      }
    });
  }
  const days = taken.flatMap(({ input }) => input?.writtenOn ?? input?.signedOn ?? []).sort();
  return {
    isDryRun: asked.isDryRun,
    accepted: isWritten || asked.isDryRun ? taken.length : 0,
    repaired: taken.filter(({ repairs }) => repairs.length > 0).length,
    refused: refused.map(({ row, label, problems }) => ({
      ...{ row, label },
      problems: problems.map(({ code, field, params }) =>
        params ? { code, field, params: { ...params } } : { code, field },
      ),
    })),
    batchId,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
  };
}

async function tableOf(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  // Loaded when it is needed: the window must not wait for it at every start.
  const { readTable } = await import('../exchange/readTable.ts');
  const reading = await readTable(bytes);
  if (!reading.ok) refuseIfBroken(reading.problems);
  return reading.ok ? reading.table : { headers: [], rows: [] };
}

/** The mapping given, else a shipped one that fits, else what the usual headers say. */
function mappingOf(engine: Engine, table: Table, given: string | null): DocumentMapping {
  const parse = (text: string): DocumentMapping => {
    const reading = readMapping(text);
    if (reading.ok) return reading.mapping;
    refuseIfBroken(reading.problems);
    throw new Error('A mapping is refused without a reason');
  };
  if (given !== null) return parse(given);
  const shipped = parse(fs.readFileSync(path.join(engine.resources.seed, 'documents.mapping.json'), 'utf8'));
  return chooseMapping(table.headers, [shipped]);
}

async function judge(
  registry: Registry,
  table: Table,
  mapping: DocumentMapping,
  report: (done: number) => Promise<void>,
): Promise<readonly DocumentRow[]> {
  const divisions = new Map(
    listDivisions(registry.store.readable).flatMap(({ id, name, shortName }) => [
      [shortName, id],
      [name, id],
    ]),
  );
  const facts = { today: registry.today(), divisionIdOf: (name: string) => divisions.get(name) };
  const rows: DocumentRow[] = [];
  for (const row of rowsToDocuments(table, mapping, facts)) {
    rows.push(row);
    if (rows.length % ROWS_BETWEEN_REPORTS === 0) await report(rows.length);
  }
  return rows;
}

export const importing = os.registry.import.handler(
  longWork('registry.import', async function* ({ context, input, signal, registry }) {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const { mapping, isDryRun, isPartial } = input;
    const asked = { fileName: input.file.name, bytes, mapping, isDryRun, isPartial };
    yield* follow(signal, (report) => importDocuments(context.engine, registry, context.actor, asked, report));
  }),
);
