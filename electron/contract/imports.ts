/** Import of old ledgers (补录): a file is opened, its columns named, its rows judged and mended, then taken in as one batch. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { brokenSchema, procedure } from './errors.ts';
import { importReport } from './ledgers.ts';
import { attribute, day, id, instant, progress, text, upload } from './records.ts';

const language = z.enum(['zh', 'en']);
const headerRow = z.int().min(1).max(1_048_576);

const cells = z.array(z.string());

/** What lies in an opened file. It stays with the engine, for the seat that opened it, until it is closed. */
export const openedFile = z.object({
  fileId: z.string(),
  format: z.enum(['xlsx', 'xls', 'csv']),
  encoding: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      rows: z.number(),
      /** The row that looks like the headers. */
      headerRow: z.number(),
      /** The first rows as they stand, to choose the header row from. */
      top: z.array(z.object({ row: z.number(), cells })),
    }),
  ),
  /** The sheet that looks like a ledger. */
  sheet: z.number(),
});
export type OpenedFile = z.infer<typeof openedFile>;

/** Which header of the file is which of our fields; the same form as a mapping file. */
export const importMapping = z.object({
  columns: z.record(text(40), z.array(text(300)).max(20)),
  noteColumns: z.record(text(300), text(60)),
  defaults: z.object({
    attribute: attribute.optional(),
    reason: text(2000).optional(),
    draftingDivision: text(100).optional(),
    channel: text(40).optional(),
  }),
  isUnnumberedWhenEmpty: z.boolean(),
  isPostedDayWrittenDay: z.boolean(),
});
export type ImportMapping = z.infer<typeof importMapping>;

export const importColumns = z.object({
  columns: z.array(z.object({ letters: z.string(), header: z.string(), filled: z.number(), samples: cells })),
  mapping: importMapping,
  /** Id of the saved mapping that was taken, because all its columns are there; null for the proposal by headers. */
  savedId: id.nullable(),
});
export type ImportColumns = z.infer<typeof importColumns>;

const found = brokenSchema.extend({
  /** Address of the cell in which it can be mended, D17; null where there is none. */
  cell: z.string().nullable(),
});

export const ROW_SHOWS = ['all', 'accepted', 'repaired', 'known', 'refused'] as const;
export type RowShow = (typeof ROW_SHOWS)[number];

export const importRow = z.object({
  row: z.number(),
  state: z.enum(['accepted', 'repaired', 'refused']),
  /** Carries the mark of a state secret: nothing of it is shown, kept or written anywhere. */
  isSecret: z.boolean(),
  /** The cells of the mapped columns as they stand, corrections included. */
  cells: z.array(z.object({ column: z.number(), text: z.string(), isCorrected: z.boolean() })),
  repairs: z.array(
    z.object({
      field: z.string(),
      before: z.string(),
      after: z.string(),
      kind: z.enum(['read', 'derived', 'defaulted']),
      cell: z.string().nullable(),
    }),
  ),
  problems: z.array(found),
  /** What was left out of the row, and documents that may be the same. */
  warnings: z.array(found),
});
export type ImportRow = z.infer<typeof importRow>;

export const importCounts = z.object({
  rows: z.number(),
  accepted: z.number(),
  /** Of the accepted. */
  repaired: z.number(),
  /** Accepted, though the registry or the file may know the document already. */
  known: z.number(),
  refused: z.number(),
  corrected: z.number(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const importBatch = z.object({
  id,
  fileName: z.string(),
  sheet: z.string(),
  accepted: z.number(),
  repaired: z.number(),
  refused: z.number(),
  corrections: z.number(),
  importedBy: z.string(),
  enteredAt: instant,
  /** Documents that someone has had in hand since; such a batch cannot be withdrawn. */
  touched: z.number(),
  withdrawnAt: instant.nullable(),
  withdrawalReason: z.string(),
});
export type ImportBatch = z.infer<typeof importBatch>;

const opened = z.object({ fileId: text(80) });
const correction = z.object({ row: z.int().min(1), column: z.int().min(0).max(200), text: text(32_767) });

export const imports = {
  open: procedure.input(z.object({ file: upload })).output(eventIterator(progress(openedFile))),
  columns: procedure
    .input(opened.extend({ sheet: z.int().min(0), headerRow, savedId: id.nullable() }))
    .output(importColumns),
  /** Judges every row; corrections made before are kept where their cells are still there. */
  judge: procedure
    .input(
      opened.extend({
        sheet: z.int().min(0),
        headerRow,
        mapping: importMapping,
        corrections: z.array(correction).max(50_000),
      }),
    )
    .output(eventIterator(progress(importCounts))),
  rows: procedure
    .input(opened.extend({ show: z.enum(ROW_SHOWS), offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.number(), rows: z.array(importRow) })),
  /** Mends one cell and judges its row anew. */
  correct: procedure.input(opened.extend(correction.shape)).output(z.object({ counts: importCounts, row: importRow })),
  /** The refused rows as a workbook with their reasons, to be mended and imported by itself. */
  refusedFile: procedure.input(opened.extend({ language })).output(z.file()),
  /** All or nothing, or the accepted rows only; the caller mints the batch's id. */
  take: procedure
    .input(opened.extend({ id, isPartial: z.boolean(), isKnownLeftOut: z.boolean() }))
    .output(eventIterator(progress(importReport))),
  close: procedure.input(opened).output(z.object({})),
  batches: procedure.output(z.array(importBatch)),
  withdraw: procedure.input(z.object({ id, reason: text(500) })).output(eventIterator(progress(importBatch))),
  mappings: procedure.output(z.array(z.object({ id, name: z.string(), savedAt: instant, mapping: importMapping }))),
  saveMapping: procedure.input(z.object({ id, name: text(80), mapping: importMapping })).output(z.object({})),
  removeMapping: procedure.input(z.object({ id })).output(z.object({})),
};
