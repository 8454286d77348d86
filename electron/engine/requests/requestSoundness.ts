/** Whether the row of each request still says what its events say, and whether the trail knows of it. */

import { allRequests } from '../../store/requests.ts';
import type { Finding } from '../../store/soundness.ts';
import { historyOf } from '../../store/trail.ts';
import type { Look } from '../registry.ts';
import { held, standingColumns } from './requestStanding.ts';

const MOST_PROBLEMS = 20;

export function verifyRequests(look: Look): Finding {
  const rows = allRequests(look.db, undefined);
  const problems = rows.flatMap((row) => {
    const told = standingColumns(held(look, row), row);
    const isTold = Object.entries(told).every(([column, value]) => row[column as keyof typeof told] === value);
    const { id, registerNumber } = row;
    return [
      ...(isTold ? [] : [`request.differs ${registerNumber}`]),
      ...(historyOf(look.db, id).length > 0 ? [] : [`request.untrailed ${registerNumber}`]),
    ];
  });
  return { checked: rows.length, problems: problems.slice(0, MOST_PROBLEMS) };
}
