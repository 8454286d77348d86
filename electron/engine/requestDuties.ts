/** Requests as a source of duties: what the Office, the division in charge, applicants and consulted parties owe. */

import { presentDivision } from '../domain/division.ts';
import type { DutySubject, OwedDuty } from '../domain/duties.ts';
import { asKept } from '../domain/keptDuty.ts';
import { dutiesOfRequest } from '../domain/requestDuties.ts';
import { listDivisions } from '../store/people.ts';
import { allRequests, openRequests, type RequestRow } from '../store/requests.ts';
import type { DutySource } from './dutySource.ts';
import type { Look } from './registry.ts';
import { held } from './requestStanding.ts';

/** Before it is assigned a request is the General Office's. */
export const requestDuties: DutySource = (look, { divisionId, openOnly }) => {
  const rows = openOnly ? openRequests(look.db, undefined) : allRequests(look.db, undefined);
  const divisions = listDivisions(look.db);
  const office = divisions.find(({ isGeneralOffice }) => isGeneralOffice);
  return rows.flatMap((row) => {
    const division =
      divisions.find(({ id }) => row.divisionId && id === presentDivision(divisions, row.divisionId)) ?? office;
    if (!division || (divisionId !== undefined && division.id !== divisionId)) return [];
    return owedByRequest(look, row, division).filter(({ duty }) => !openOnly || duty.doneOn === null);
  });
};

function owedByRequest(
  look: Look,
  row: RequestRow,
  division: { readonly id: string; readonly name: string },
): readonly OwedDuty[] {
  const { standing, facts, kept } = held(look, row);
  const subject: DutySubject = {
    ...{ kind: 'request', id: row.id, number: row.registerNumber, title: row.subject },
    ...{ divisionId: division.id, divisionName: division.name },
  };
  return dutiesOfRequest(standing, facts.events, look).map((duty) => ({ subject, duty: asKept(duty, kept) }));
}
