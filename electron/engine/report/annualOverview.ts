/** What the registry can say for 一、总体情况 of an annual report: a text for the clerk to take over and go on from. */

import { say } from '../../domain/wording/say.ts';
import { countYear } from '../../store/annualReports.ts';
import type { Look } from '../registry.ts';
import type { ComposedReport } from './annualReport.ts';

/** Always Chinese: it becomes part of the report. */
export function overviewProposal({ db }: Pick<Look, 'db'>, { year }: ComposedReport): string {
  const counted = countYear(db, { from: `${year}-01-01`, to: `${year}-12-31` });
  return say('zh', 'report.overview', { year, ...counted });
}
