/** Field by field, what an act changed: the before and after that the trail shows. */

import type { Change } from '../store/trail.ts';

/** Fields of `after` whose value differs in `before`. */
export function changesBetween<Row extends object>(before: Row, after: Partial<Row>): readonly Change[] {
  return (Object.keys(after) as (keyof Row & string)[])
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
