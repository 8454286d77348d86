/** The steps of an import: open a file, name its columns, judge and mend its rows, take them in. */

import type { ImportMapping, OpenedFile } from '../../contract/imports.ts';
import { columnLetters } from '../../domain/cellAddress.ts';
import { say } from '../../domain/wording/say.ts';
import { proposedHeaderRow, proposedSheet } from '../../exchange/headerRow.ts';
import { brokenOnMapping, chooseMapping, type DocumentMapping } from '../../exchange/mapping.ts';
import { type Book, type BookSheet, type Table, tableBelow } from '../../exchange/table.ts';
import type { Actor } from '../actor.ts';
import { follow } from '../documents/following.ts';
import type { Engine } from '../engine.ts';
import { work as longWork, os, registryOf } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import { takeBatch } from './importing.ts';
import { importMappings, mappingGiven, mappingRecord, savedMappings } from './importMappings.ts';
import type { Trial } from './importTrials.ts';
import { countsOf, importRow, refusedSheet, shownRows } from './judgedRows.ts';
import { type Judgement, judge } from './judging.ts';
import { fileOf, XLSX_TYPE } from './listExport.ts';
import { importBatches } from './withdrawingImport.ts';

const TOP_ROWS = 12;
const TOP_CELLS = 30;
const LONGEST_SAMPLE = 60;
const SAMPLES = 3;

type Seat = { readonly engine: Engine; readonly token: string; readonly actor: Actor };

function trialOf({ engine, token, actor }: Seat, fileId: string): Trial {
  const trial = engine.trials.find(fileId, token, actor.personId ?? '');
  if (!trial) throw refusal('NOT_FOUND');
  return trial;
}

function judgementOf(seat: Seat, fileId: string): Judgement {
  const { judgement } = trialOf(seat, fileId);
  if (!judgement) throw refusal('NOT_FOUND');
  return judgement;
}

const open = os.imports.open.handler(
  longWork('imports.open', async function* ({ context, input, signal }) {
    yield* follow(signal, async (report) => {
      await report(0, 0);
      // Loaded when it is needed: the window must not wait for it at every start.
      const { readBook } = await import('../../exchange/readTable.ts');
      const reading = await readBook(new Uint8Array(await input.file.arrayBuffer()));
      await report(0, 0);
      if (!reading.ok) refuseIfBroken(reading.problems);
      const { book } = reading as Extract<typeof reading, { ok: true }>;
      const { engine, token, actor } = context;
      const personId = actor.personId ?? '';
      const fileId = engine.trials.keep({ token, personId, fileName: input.file.name, book, judgement: undefined });
      return { fileId, ...bookRecord(book) };
    });
  }),
);

function bookRecord({ format, encoding, sheets }: Book): Omit<OpenedFile, 'fileId'> {
  return {
    ...{ format, encoding, sheet: proposedSheet(sheets) },
    sheets: sheets.map((sheet) => ({
      ...{ name: sheet.name, isHidden: sheet.isHidden, rows: sheet.records.length },
      headerRow: proposedHeaderRow(sheet),
      top: sheet.records.slice(0, TOP_ROWS).map(({ row, cells }) => ({
        row,
        cells: cells.slice(0, TOP_CELLS).map((cell) => cell.slice(0, LONGEST_SAMPLE)),
      })),
    })),
  };
}

type Place = { readonly sheet: number; readonly headerRow: number };

function sheetAt({ book }: Trial, { sheet, headerRow }: Place): { readonly sheet: BookSheet; readonly table: Table } {
  const found = book.sheets[sheet];
  if (!found) throw refusal('NOT_FOUND');
  if (!found.records.some(({ row }) => row === headerRow)) {
    refuseBroken('file.headerRowEmpty', 'headerRow', { row: headerRow });
  }
  return { sheet: found, table: tableBelow(found, headerRow, book.isFrom1904) };
}

const columns = os.imports.columns.handler(async ({ context, input }) => {
  const { table } = sheetAt(trialOf(context, input.fileId), input);
  const saved = savedMappings(registryOf(context.engine).store.readable, context.engine);
  const asked = saved.find(({ id }) => id !== null && id === input.savedId);
  if (input.savedId !== null && !asked) throw refusal('NOT_FOUND');
  if (asked) refuseIfBroken(brokenOnMapping(table.headers, asked.mapping));
  const known = saved.map(({ mapping }) => mapping);
  const mapping = asked?.mapping ?? chooseMapping(table.headers, known);
  return {
    columns: table.headers.map((header, column) => {
      const filled = table.rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '');
      const samples = [...new Set(filled.slice(0, 50))].slice(0, SAMPLES).map((text) => text.slice(0, LONGEST_SAMPLE));
      return { letters: columnLetters(column), header, filled: filled.length, samples };
    }),
    mapping: mappingRecord(mapping),
    savedId: saved.find((one) => one.mapping === mapping)?.id ?? null,
  };
});

/** Goes the way of a mapping file, so that both are checked by the same rules. */
function mappingOf(asked: ImportMapping): DocumentMapping {
  return mappingGiven(JSON.stringify(asked));
}

const judgeFile = os.imports.judge.handler(
  longWork('imports.judge', async function* ({ context, input, signal, registry }) {
    const trial = trialOf(context, input.fileId);
    yield* follow(signal, async (report) => {
      const { sheet, table } = sheetAt(trial, input);
      const mapping = mappingOf(input.mapping);
      refuseIfBroken(brokenOnMapping(table.headers, mapping));
      const { headerRow, corrections } = input;
      const kept = corrections.filter(({ row, column }) => row > headerRow && column < table.headers.length);
      const asked = { sheet: sheet.name, headerRow, table, mapping, corrections: kept };
      trial.judgement = await judge(registry, asked, report);
      return countsOf(trial.judgement);
    });
  }),
);

const rows = os.imports.rows.handler(async ({ context, input }) => {
  const judgement = judgementOf(context, input.fileId);
  const shown = shownRows(judgement, input.show);
  const page = shown.slice(input.offset, input.offset + input.limit);
  return { total: shown.length, rows: page.map((index) => importRow(judgement, index)) };
});

const correct = os.imports.correct.handler(async ({ context, input: { fileId, row, column, text } }) => {
  const judgement = judgementOf(context, fileId);
  judgement.correct({ row, column, text });
  const index = judgement.sources.findIndex((source) => source.row === row);
  return { counts: countsOf(judgement), row: importRow(judgement, index) };
});

const refusedFile = os.imports.refusedFile.handler(async ({ context, input: { fileId, language } }) => {
  const { fileName } = trialOf(context, fileId);
  const { writeXlsx } = await import('../../exchange/xlsxWriter.ts');
  const bytes = await writeXlsx(refusedSheet(judgementOf(context, fileId), language));
  return fileOf(bytes, `${fileName.replace(/\.\w+$/u, '')} ${say(language, 'import.refusedSheet')}.xlsx`, XLSX_TYPE);
});

const take = os.imports.take.handler(
  longWork('imports.take', async function* ({ context, input, signal, registry }) {
    const trial = trialOf(context, input.fileId);
    const judgement = judgementOf(context, input.fileId);
    const { fileName } = trial;
    const { engine, actor } = context;
    yield* follow(signal, (report) => takeBatch(engine, registry, actor, judgement, { ...input, fileName }, report));
  }),
);

const close = os.imports.close.handler(async ({ context, input }) => {
  context.engine.trials.drop(input.fileId, context.token);
  return {};
});

export const imports = {
  ...{ open, columns, judge: judgeFile, rows, correct, refusedFile, take, close },
  ...importMappings,
  ...importBatches,
};
