/** Paper: ledgers and forms are composed first, then fetched as the very bytes that are previewed, saved and printed. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
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
  rows: z.number(),
  headSeq: z.number(),
  headHash: z.string(),
});

export const ledgerRequest = z.object({
  preset: z.enum(['brief', 'full']),
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
