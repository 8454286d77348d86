/** What a subject has to say about its duties: the one form in which boards, calendar, reminders and lists hear of them. */

import type { OwedDuty } from '../../domain/duties.ts';
import type { Look } from '../registry.ts';

export type DutiesAsked = {
  /** Only of this division; undefined for all. */
  readonly divisionId: string | undefined;
  /** Leaves out what is done, which over the years is most. */
  readonly openOnly: boolean;
};

export type DutySource = (look: Look, asked: DutiesAsked) => readonly OwedDuty[];
