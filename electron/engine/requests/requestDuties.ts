/** Requests as a source of duties: what the Office, the division in charge, applicants and consulted parties owe. */

import { presentDivision } from '../../domain/division.ts';
import { type DutySubject, dutyOf, type OwedDuty } from '../../domain/duties.ts';
import { asKept } from '../../domain/keptDuty.ts';
import { dutiesOfRequest } from '../../domain/requestDuties.ts';
import { owedOnSeveral } from '../../domain/severalRequests.ts';
import { listDivisions } from '../../store/people.ts';
import { allRequests, openRequests, type RequestRow } from '../../store/requests.ts';
import type { DutySource } from '../duties/dutySource.ts';
import type { Look } from '../registry.ts';
import { held } from './requestStanding.ts';
import { allOfSeveral, type Several } from './severalRequests.ts';

/** Before it is assigned a request is the General Office's. */
export const requestDuties: DutySource = (look, { divisionId, openOnly }) => {
  const rows = openOnly ? openRequests(look.db, undefined) : allRequests(look.db, undefined);
  const divisions = listDivisions(look.db);
  const office = divisions.find(({ isGeneralOffice }) => isGeneralOffice);
  const several = new Map(allOfSeveral(look).map((each) => [each.requests[0]?.id, each]));
  const known = new Set(rows.map(({ id }) => id));
  // What several ask for may still have to be judged when all of them have their reply.
  const naming = openOnly
    ? [...several.values()].flatMap(({ requests: [first] }) => (first && !known.has(first.id) ? [first] : []))
    : [];
  return [...rows, ...naming].flatMap((row) => {
    const division =
      divisions.find(({ id }) => row.divisionId && id === presentDivision(divisions, row.divisionId)) ?? office;
    if (!division || (divisionId !== undefined && division.id !== divisionId)) return [];
    return owedByRequest(look, row, division, several.get(row.id)).filter(
      ({ duty }) => !openOnly || duty.doneOn === null,
    );
  });
};

function owedByRequest(
  look: Look,
  row: RequestRow,
  division: { readonly id: string; readonly name: string },
  several: Several | undefined,
): readonly OwedDuty[] {
  const { standing, facts, kept } = held(look, row);
  const subject: DutySubject = {
    ...{ kind: 'request', id: row.id, number: row.registerNumber, title: row.subject },
    ...{ divisionId: division.id, divisionName: division.name },
  };
  const judging = several && dutyOf(owedOnSeveral(several.askedOn, several.answeredOn), look);
  const duties = [...dutiesOfRequest(standing, facts.events, look), ...(judging ? [judging] : [])];
  return duties.map((duty) => ({ subject, duty: asKept(duty, kept) }));
}
