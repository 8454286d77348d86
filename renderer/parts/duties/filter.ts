/** What of all duties is asked for. */

import type { DutyListFilter } from '../../../electron/contract/duties.ts';

export const STATE_CHOICES = [
  'unmet',
  'overdue',
  'today',
  'soon',
  'open',
  'done',
  'met',
  'metLate',
  'all',
] as const satisfies readonly DutyListFilter['state'][];

export type DutyFilter = Pick<DutyListFilter, 'state' | 'rule' | 'kind' | 'from' | 'to' | 'signed'> & {
  /** Empty for all. */
  readonly divisionId: string;
};

export const EVERY_DUTY: DutyFilter = {
  ...{ state: 'unmet', rule: null, kind: null, divisionId: '', from: null, to: null },
};
