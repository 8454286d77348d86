/** Figures of a period (统计): by month, division and attribute, with what is late and what was changed; the circular on them. */

import { z } from 'zod';
import { procedure } from './errors.ts';
import { paper } from './ledgers.ts';
import { attribute, day, duty, dutySubject, id } from './records.ts';

/** Counts of one group; rate and mean are null where nothing was due or posted. */
export const tally = z.object({
  documents: z.number(),
  proactive: z.number(),
  onRequest: z.number(),
  notDisclosed: z.number(),
  inTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  notDue: z.number(),
  shortOfCopies: z.number(),
  copiesMissing: z.number(),
  onTimeRate: z.number().nullable(),
  meanWorkingDays: z.number().nullable(),
});
export type TallyRecord = z.infer<typeof tally>;

export const statisticsRequest = z.object({
  /** First and last day of signing; null = without an end. */
  from: day.nullable(),
  to: day.nullable(),
  divisionId: id.nullable(),
});
export type StatisticsRequest = z.infer<typeof statisticsRequest>;

export const statisticsRecord = z.object({
  today: day,
  calendarVersion: z.string(),
  /** A rule gives postings to a division: what tells of the clock stands with that one, counts with the drafting one. */
  isGiven: z.boolean(),
  total: tally,
  /** `YYYY-MM` of signing, every month of the period from the first to the last that has documents. */
  months: z.array(tally.extend({ month: z.string() })),
  /** The best first; `place` is null where nothing was due. */
  divisions: z.array(
    tally.extend({ divisionId: id, divisionName: z.string(), shortName: z.string(), place: z.number().nullable() }),
  ),
  backlog: z.array(
    z.object({
      fromDays: z.number(),
      toDays: z.number().nullable(),
      dueFrom: day.nullable(),
      dueTo: day,
      count: z.number(),
    }),
  ),
  /** The longest overdue first, as many as are shown at once. */
  overdue: z.array(z.object({ subject: dutySubject, duty })),
  changes: z.array(z.object({ from: attribute, to: attribute, count: z.number() })),
});
export type StatisticsRecord = z.infer<typeof statisticsRecord>;

const language = z.enum(['zh', 'en']);

export const statistics = {
  figures: procedure.input(statisticsRequest).output(statisticsRecord),
  export: procedure.input(statisticsRequest.extend({ language })).output(z.file()),
  /** 通报 over all divisions. */
  circular: procedure.input(statisticsRequest.omit({ divisionId: true }).extend({ language })).output(paper),
};
