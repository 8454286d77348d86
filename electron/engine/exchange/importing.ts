/** Import of an old ledger (补录): every row is judged first, then all are written in one transaction, or none. */

import type { ImportReport } from '../../contract/ledgers.ts';
import { chooseMapping } from '../../exchange/mapping.ts';
import type { Table } from '../../exchange/table.ts';
import { findImportBatch, IMPORT_ACT, type ImportBatchRow, insertImportBatch } from '../../store/importBatches.ts';
import { insertTogether } from '../../store/insertRow.ts';
import { withPagesForImport } from '../../store/open.ts';
import type { Actor } from '../actor.ts';
import { backUpFile } from '../backupFiles.ts';
import { follow, type Report } from '../documents/following.ts';
import type { Engine } from '../engine.ts';
import { newId } from '../newId.ts';
import { work as longWork, os } from '../procedure.ts';
import { refuseIfBroken } from '../refusal.ts';
import type { Registry } from '../registry.ts';
import { fittingMapping, mappingGiven, mappingNamed, savedMappings } from './importMappings.ts';
import { countsOf } from './judgedRows.ts';
import { isKnown, isSecret, type Judgement, judge } from './judging.ts';
import { takeRow } from './takingRows.ts';

/** Rows that are stored together, and between two reports. */
const ROWS_AT_ONCE = 100;
/** A hundred thousand rows take longer than any other write. */
const LONGEST_IMPORT_MS = 15 * 60_000;

export type Taking = {
  readonly id: string;
  readonly fileName: string;
  /** Takes the rows that can be taken; otherwise one refused row refuses the file. */
  readonly isPartial: boolean;
  /** Leaves out what the registry or the file may know already. */
  readonly isKnownLeftOut: boolean;
};

/** Writes what was judged as one batch; the caller mints its id, so that an import repeated is the same one. */
export async function takeBatch(
  engine: Engine,
  registry: Registry,
  actor: Actor,
  judgement: Judgement,
  { id, fileName, isPartial, isKnownLeftOut }: Taking,
  report: Report,
): Promise<ImportReport> {
  const known = findImportBatch(registry.store.readable, id);
  if (known) return { ...reportOf(judgement, false), accepted: known.accepted, batchId: id };
  const { rows, warnings } = judgement;
  const taken = rows.filter((row, at) => row.input !== null && !(isKnownLeftOut && isKnown(warnings[at] ?? [])));
  const refused = rows.filter(({ input }) => input === null).length;
  if (taken.length === 0 || (!isPartial && refused > 0)) return { ...reportOf(judgement, false), accepted: 0 };
  backUpFile(registry.store.reader, engine.dataFolder, 'import', engine.clock());
  const write = () =>
    registry.replay(async (as) => {
      const work = as(actor);
      const repaired = taken.filter(({ repairs }) => repairs.length > 0).length;
      const batch: ImportBatchRow = {
        ...{ id, fileName, accepted: taken.length, refused, repaired },
        ...{ sheet: judgement.sheet, headerRow: judgement.headerRow, mapping: JSON.stringify(judgement.mapping) },
        corrections: [...judgement.corrections.values()],
        ...{ importedById: actor.personId ?? '', enteredAt: work.now },
        ...{ withdrawnAt: null, withdrawnById: null, withdrawalReason: '' },
      };
      insertImportBatch(work.db, batch);
      for (let at = 0; at < taken.length; at += ROWS_AT_ONCE) {
        await report(at, taken.length);
        const some = taken.slice(at, at + ROWS_AT_ONCE);
        insertTogether(work.db, () => {
          for (const row of some) takeRow(work, row, id);
        });
      }
      const counts = { accepted: taken.length, refused, corrected: judgement.corrections.size };
      work.record({
        ...{ act: IMPORT_ACT, entity: 'importBatch', entityId: id, label: fileName },
        changes: Object.entries(counts).map(([field, count]) => ({ field, before: '', after: String(count) })),
      });
      // The last moment at which a person can still stop it.
      await report(taken.length, taken.length);
    }, LONGEST_IMPORT_MS);
  await withPagesForImport(registry.store, write);
  return { ...reportOf(judgement, false), accepted: taken.length, batchId: id };
}

function reportOf(judgement: Judgement, isDryRun: boolean): ImportReport {
  const { accepted, repaired, fromDay, toDay } = countsOf(judgement);
  const refused = judgement.rows.filter(({ input }) => input === null);
  return {
    ...{ isDryRun, accepted, repaired, batchId: null, fromDay, toDay },
    refused: refused.map((row) => ({
      row: row.row,
      label: isSecret(row) ? '' : row.label,
      problems: row.problems.map(({ code, field, params }) =>
        params ? { code, field, params: { ...params } } : { code, field },
      ),
    })),
  };
}

/** Everything at once, for the command line: read, judge and take a file. */
export const importing = os.registry.import.handler(
  longWork('registry.import', async function* ({ context, input, signal, registry }) {
    const { engine, actor } = context;
    const { file, isDryRun, isPartial, sheet, headerRow } = input;
    yield* follow(signal, async (report) => {
      const { table, ...place } = await tableOf(new Uint8Array(await file.arrayBuffer()), { sheet, headerRow });
      const mapping = mappingFor(engine, registry, table, input);
      refuseIfBroken(fittingMapping(table.headers, mapping));
      const asked = { ...place, table, mapping, corrections: [] };
      const judgement = await judge(registry, asked, (done, total) => report(done, total * 2));
      if (isDryRun) return reportOf(judgement, true);
      const taking = { id: newId(), fileName: file.name, isPartial, isKnownLeftOut: false };
      return takeBatch(engine, registry, actor, judgement, taking, (done, total) => report(total + done, total * 2));
    });
  }),
);

/** The mapping given as a file or by its name, else a saved or shipped one that fits, else what the usual headers say. */
function mappingFor(
  engine: Engine,
  registry: Registry,
  table: Table,
  { mapping, mappingName }: { readonly mapping: string | null; readonly mappingName?: string | undefined },
) {
  const db = registry.store.readable;
  if (mapping !== null) return mappingGiven(mapping);
  if (mappingName !== undefined) return mappingNamed(db, mappingName);
  return chooseMapping(
    table.headers,
    savedMappings(db, engine).map((saved) => saved.mapping),
  );
}

async function tableOf(
  bytes: Uint8Array<ArrayBuffer>,
  asked: { readonly sheet?: string | undefined; readonly headerRow?: number | undefined },
): Promise<{ readonly table: Table; readonly sheet: string; readonly headerRow: number }> {
  // Loaded when it is needed: the window must not wait for it at every start.
  const { readTable } = await import('../../exchange/readTable.ts');
  const reading = await readTable(bytes, asked);
  if (!reading.ok) refuseIfBroken(reading.problems);
  const { table, sheet, headerRow } = reading as Extract<typeof reading, { ok: true }>;
  return { table, sheet, headerRow };
}
