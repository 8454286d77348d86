/** Own columns of the disclosure ledger (自选列) under a name, for paper and table files alike. */

import { z } from 'zod';
import { LEDGER_COLUMN_NAMES } from '../domain/ledgerColumnSet.ts';
import { procedure } from './errors.ts';
import { id, text } from './records.ts';

export const columnSetRecord = z.object({
  id,
  version: z.number(),
  name: z.string(),
  columns: z.array(z.enum(LEDGER_COLUMN_NAMES)),
  /** Everyone who reads the ledger may use it. */
  isShared: z.boolean(),
  ownerName: z.string(),
  /** Whoever asks may change, rename and withdraw it. */
  isMine: z.boolean(),
});
export type ColumnSetRecord = z.infer<typeof columnSetRecord>;

const MOST_COLUMNS = 100;

export const columnSets = {
  /** The own ones and those of the office, the own ones first. */
  list: procedure.output(z.array(columnSetRecord)),
  /** `version` 0 for a new one. */
  save: procedure
    .input(
      z.object({
        id,
        version: z.int().min(0),
        name: text(80),
        columns: z.array(text(40)).max(MOST_COLUMNS),
        isShared: z.boolean(),
      }),
    )
    .output(columnSetRecord),
  withdraw: procedure.input(z.object({ id })).output(z.object({})),
};
