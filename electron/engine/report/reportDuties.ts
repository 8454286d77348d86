/** The annual report as a duty: published by 31 January of the year after. 条例第四十九条. */

import { FIRST_REPORT_YEAR, yearEnd } from '../../domain/annualReport/report.ts';
import { todayIn, yearOf } from '../../domain/day.ts';
import { type Duty, dutyOf, type OwedDuty } from '../../domain/duties.ts';
import { asKept } from '../../domain/keptDuty.ts';
import { say } from '../../domain/wording/say.ts';
import { firstPostings, listReports } from '../../store/annualReports.ts';
import { readInstallation } from '../../store/installation.ts';
import { keptDutiesOf } from '../../store/keptDuties.ts';
import { listDivisions } from '../../store/people.ts';
import type { DutySource } from '../duties/dutySource.ts';
import type { Look } from '../registry.ts';

export function reportDuty(look: Look, year: number): Duty | undefined {
  const trigger = { on: yearEnd(year), source: 'yearEnded' } as const;
  const duty = dutyOf({ rule: 'annualReport', trigger, doneOn: firstPostings(look.db).get(year) ?? null }, look);
  return duty && asKept(duty, keptDutiesOf(look.db, 'report', String(year)));
}

/** Owed for every year that ended in the life of this registry, and for those whose report was opened in it. */
function reportYears({ db, today }: Look): readonly number[] {
  const founded = readInstallation(db)?.createdAt;
  const first = Math.max(FIRST_REPORT_YEAR, founded ? yearOf(todayIn(founded)) : yearOf(today));
  const ended = Array.from({ length: Math.max(0, yearOf(today) - first) }, (_, at) => first + at);
  const opened = listReports(db).map(({ year }) => year);
  return [...new Set([...ended, ...opened])].filter((year) => yearEnd(year) < today).toSorted((a, b) => a - b);
}

/** The General Office owes it; its subject is the year. */
export const reportDuties: DutySource = (look, { divisionId, openOnly }) => {
  const office = listDivisions(look.db).find(({ isGeneralOffice }) => isGeneralOffice);
  if (!office || (divisionId !== undefined && divisionId !== office.id)) return [];
  return reportYears(look).flatMap((year): OwedDuty[] => {
    const duty = reportDuty(look, year);
    if (!duty || (openOnly && duty.doneOn !== null)) return [];
    const title = say('zh', 'report.dutyTitle', { year });
    const owing = { divisionId: office.id, divisionName: office.name };
    return [{ subject: { kind: 'report', id: String(year), number: '', title, ...owing }, duty }];
  });
};
