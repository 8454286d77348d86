/** Addresses of the rows behind the figures of the clock: they lie with the division that answers for the posting. */

import type { StatisticsRequest } from '../../../electron/contract/statistics.ts';
import { useSeat } from '../../session.ts';
import { isBound } from '../subject.ts';
import { type ClockRows, dutiesHref, ledgerHref } from './rows.ts';

export function useClockHref(isGiven: boolean): (asked: StatisticsRequest, rows: ClockRows) => string {
  const { actor, state } = useSeat();
  return (asked, rows) => {
    if (!isGiven) return ledgerHref(asked, rows);
    if (isBound(actor)) return dutiesHref(asked, rows, state.today);
    const answering = asked.divisionId ? { answeredById: asked.divisionId } : {};
    return ledgerHref({ ...asked, divisionId: null }, { ...rows, ...answering });
  };
}
