/** Paper: ledgers and forms are composed first, then fetched as the very bytes that are previewed, saved and printed. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { LEDGER_PRESETS, SHEET_SIZES } from '../domain/ledgerPreset.ts';
import { documentFilter, documentSort } from './documents.ts';
import { procedure } from './errors.ts';
import { day, id, instant, progress, text } from './records.ts';

const language = z.enum(['zh', 'en']);
export const paper = z.object({
  paperId: z.string(),
  fileName: z.string(),
  pages: z.number(),
  bytes: z.number(),
  /** Characters that no typeface has: drawn as boxes with their code, to be shown before anyone prints. */
  missing: z.array(z.object({ character: z.string(), code: z.string(), where: z.array(z.string()) })),
});

export type Paper = z.infer<typeof paper>;

export const ledgerSnapshot = z.object({
  id,
  number: z.string(),
  printedAt: instant,
  printedBy: z.string(),
  preset: z.string(),
  /** Name of the own columns it was printed with, as it was then; empty for a form that ships with the program. */
  columnSet: z.string(),
  rows: z.number(),
  headSeq: z.number(),
  headHash: z.string(),
});

export type LedgerSnapshot = z.infer<typeof ledgerSnapshot>;

/** A printed ledger held against the registry. */
export const paperCheck = z.object({
  /** The very bytes as printed, a reprint, only a number, a file that was altered, or nothing of this registry. */
  paper: z.enum(['original', 'reprint', 'number', 'altered', 'unknown']),
  /** 第几次重印; 0 = none. */
  reprint: z.number(),
  snapshot: ledgerSnapshot.nullable(),
  isSound: z.boolean(),
  /** The check code that was given with the number is that of the ledger. */
  isCodeRight: z.boolean(),
  /** The head that the ledger carries lies on the trail. */
  isOnTrail: z.boolean(),
  /** What the ledger said is kept unaltered; false for those printed before contents were kept. */
  isKept: z.boolean(),
  /** How many rows changed since; the first ones are named. */
  changed: z.number(),
  changes: z.array(
    z.object({
      kind: z.enum(['changed', 'removed', 'added']),
      position: z.number().nullable(),
      docNumber: z.string(),
      title: z.string(),
      fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});
export type PaperCheck = z.infer<typeof paperCheck>;

const LARGEST_PAPER = 100_000_000;

export const ledgerRequest = z.object({
  preset: z.enum(LEDGER_PRESETS),
  /** Own columns in place of those of the preset. */
  columnSetId: id.optional(),
  /** Ignored where the columns find no room on it. */
  size: z.enum(SHEET_SIZES).optional(),
  language,
  filter: documentFilter,
  sort: documentSort,
  /** 统计期间 as printed; derived from the filter when empty. */
  period: text(100),
});
export type LedgerRequest = z.infer<typeof ledgerRequest>;

export const ledgers = {
  compose: procedure.input(ledgerRequest).output(eventIterator(progress(paper.extend({ snapshot: ledgerSnapshot })))),
  form: procedure
    .input(
      z.object({
        form: z.enum(['receipt', 'review', 'notice', 'whyDate']),
        documentId: id,
        rule: text(40).optional(),
        language,
      }),
    )
    .output(paper),
  fetch: procedure.input(z.object({ paperId: text(80) })).output(z.file()),
  snapshots: procedure.output(z.array(ledgerSnapshot)),
  /** The id is that of the reprint: a repeated call gives the same one. */
  reprint: procedure.input(z.object({ id, snapshotId: id })).output(paper),
  verifyPaper: procedure
    .input(z.object({ file: z.file().max(LARGEST_PAPER).nullable(), number: text(200) }))
    .output(paperCheck),
};

export const trailEntry = z.object({
  seq: z.number(),
  at: instant,
  actorName: z.string(),
  roles: z.string(),
  act: z.string(),
  entity: z.string(),
  entityId: z.string(),
  label: z.string(),
  reason: z.string(),
  result: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  hash: z.string(),
});

export const verification = z.object({
  isSound: z.boolean(),
  headSeq: z.number(),
  headHash: z.string(),
  checks: z.array(
    z.object({ name: z.string(), isSound: z.boolean(), checked: z.number(), problems: z.array(z.string()) }),
  ),
});
export type Verification = z.infer<typeof verification>;

export const backupFile = z.object({ name: z.string(), madeAt: instant, bytes: z.number(), occasion: z.string() });

export const importRefusal = z.object({
  row: z.number(),
  label: z.string(),
  problems: z.array(
    z.object({
      code: z.string(),
      field: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

export const importReport = z.object({
  isDryRun: z.boolean(),
  accepted: z.number(),
  repaired: z.number(),
  refused: z.array(importRefusal),
  batchId: id.nullable(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
});
export type ImportReport = z.infer<typeof importReport>;
