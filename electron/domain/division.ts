/** Reorganised divisions (机构改革): who goes on with the work of a closed one, and what a division was called on a day. */

import { type Broken, broken } from './broken.ts';
import type { Day } from './day.ts';

/** A closed division and the one that took over; open divisions have no successor. */
export type DivisionLink = { readonly id: string; readonly successorId: string | null };

/** The division that has this one's work today, over any number of steps. Throws where the links turn in a circle, which no write lets happen. */
export function presentDivision(links: readonly DivisionLink[], id: string): string {
  const successors = new Map(links.map((link) => [link.id, link.successorId]));
  const passed = new Set<string>();
  let present = id;
  for (let next = successors.get(present); next; next = successors.get(present)) {
    passed.add(present);
    if (passed.has(next)) throw new RangeError('divisions that succeed each other in a circle');
    present = next;
  }
  return present;
}

/** This division and all whose work came to it. */
export function divisionHeritage(links: readonly DivisionLink[], id: string): readonly string[] {
  const heritage = [id];
  for (const heir of heritage) {
    for (const link of links) if (link.successorId === heir && !heritage.includes(link.id)) heritage.push(link.id);
  }
  return heritage;
}

export type DivisionName = { readonly name: string; readonly shortName: string };
export type FormerName = DivisionName & {
  /** First day of the name that came after. */
  readonly replacedOn: Day;
};

/** The name borne on a day. */
export function nameOn(current: DivisionName, former: readonly FormerName[], day: Day): DivisionName {
  const next = former
    .filter(({ replacedOn }) => day < replacedOn)
    .toSorted((a, b) => (a.replacedOn < b.replacedOn ? -1 : 1))[0];
  return next ? { name: next.name, shortName: next.shortName } : current;
}

/** Closing is told once it has happened, so that responsibility is never held by two. */
export function brokenOnClosing(
  input: { readonly id: string; readonly closedOn: Day | null; readonly successorId: string | null },
  facts: {
    readonly divisions: readonly (DivisionLink & {
      readonly isGeneralOffice: boolean;
      readonly closedOn: Day | null;
    })[];
    readonly today: Day;
  },
): readonly Broken[] {
  const { id, closedOn, successorId } = input;
  const findings: Broken[] = [];
  const own = facts.divisions.find((division) => division.id === id);
  if (own?.isGeneralOffice && closedOn) findings.push(broken('division.generalOfficeStays', 'closedOn'));
  if (closedOn && closedOn > facts.today)
    findings.push(broken('division.closedInFuture', 'closedOn', { day: closedOn }));
  if (successorId === null) return findings;
  if (!closedOn) findings.push(broken('division.successorThoughOpen', 'successorId'));
  const successor = facts.divisions.find((division) => division.id === successorId);
  if (!successor) findings.push(broken('division.successorUnknown', 'successorId'));
  else if (divisionHeritage(facts.divisions, id).includes(successorId)) {
    findings.push(broken('division.successorInCircle', 'successorId'));
  } else if (closedOn && successor.closedOn && successor.closedOn < closedOn) {
    findings.push(broken('division.successorClosed', 'successorId', { day: successor.closedOn }));
  }
  return findings;
}

/** A new name holds from a day that has come, after the one before it. */
export function brokenOnRenaming(
  renamedOn: Day | null,
  facts: { readonly former: readonly FormerName[]; readonly today: Day },
): readonly Broken[] {
  if (!renamedOn) return [broken('division.renamedOnMissing', 'renamedOn')];
  if (renamedOn > facts.today) return [broken('division.renamedInFuture', 'renamedOn', { day: renamedOn })];
  const last = facts.former
    .map(({ replacedOn }) => replacedOn)
    .toSorted()
    .at(-1);
  if (last && renamedOn <= last) return [broken('division.renamedBefore', 'renamedOn', { day: last })];
  return [];
}
