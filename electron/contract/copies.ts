/** Paper copies: delivered, corrected, waived, lent and handed over. */

import { z } from 'zod';
import { procedure } from './errors.ts';
import { day, documentSummary, id, text } from './records.ts';

export const copies = {
  deliver: procedure
    .input(
      z.object({
        id,
        documentId: id,
        copies: z.int().min(1).max(999),
        deliveredOn: day,
        deliveredBy: text(100),
        location: text(200),
        note: text(500),
      }),
    )
    .output(documentSummary),
  /** A correction entry beside the wrong delivery, never an overwrite. */
  correct: procedure
    .input(z.object({ id, filingId: id, copies: z.int().min(0).max(999), reason: text(500) }))
    .output(documentSummary),
  waive: procedure.input(z.object({ documentId: id, version: z.number(), reason: text(500) })).output(documentSummary),
  move: procedure
    .input(
      z.object({
        id,
        documentId: id,
        copyNo: z.int().min(1),
        kind: z.enum(['lend', 'return', 'transfer']),
        party: text(100),
        movedOn: day,
        dueBackOn: day.nullable(),
        note: text(500),
      }),
    )
    .output(documentSummary),
};
