/** Pages that have to stay fresh: each publication on them starts their cycle anew. */

import { textIn } from './body.ts';
import { renewalPeriod, UPDATE_CYCLES, type UpdateCycle } from './cycle.ts';
import type { MatterField, MatterKind } from './kind.ts';

export function renewalFields(cycle: UpdateCycle): readonly MatterField[] {
  return [
    { key: 'columnUrl', type: 'url', needed: 'opening' },
    { key: 'updateCycle', type: 'choice', choices: UPDATE_CYCLES, needed: 'opening', initial: cycle },
  ];
}

/** Every renewal answers the one before it; the last one is still to be answered. */
export function owedByRenewal(rule: 'progressUpdate' | 'columnUpdate'): MatterKind['owed'] {
  const source = rule === 'progressUpdate' ? 'progressMade' : 'lastUpdated';
  return ({ body, openedOn, postings }) => {
    const cycle = textIn(body, 'updateCycle') as UpdateCycle;
    if (!UPDATE_CYCLES.includes(cycle)) return [];
    const renewals = postings.map(({ postedOn }) => postedOn).filter((day, i, all) => all.indexOf(day) === i);
    const turns = [openedOn, ...renewals.filter((day) => day > openedOn)];
    return turns.map((on, i) => ({
      rule,
      trigger: { on, source },
      period: renewalPeriod(cycle),
      doneOn: turns[i + 1] ?? null,
    }));
  };
}
