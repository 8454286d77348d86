/** Rules of duties: dated rows, their history, and an amendment with all that it would move. */

import { z } from 'zod';
import { DUTY_RULE_IDS, PERIOD_SETTINGS } from '../domain/dutyRules.ts';
import { movedDeadline } from './duties.ts';
import { procedure } from './errors.ts';
import { day, id, instant, periodUnit, text } from './records.ts';

const ruleFields = {
  rule: z.enum(DUTY_RULE_IDS),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  unit: periodUnit,
  /** Length of the period in its unit, or the setting that holds it. */
  days: z.union([z.int(), z.enum(PERIOD_SETTINGS)]),
  article: text(300),
  trigger: text(200),
  gate: text(200),
  evidence: text(200),
  divisionId: id.nullable(),
  isEnabled: z.boolean(),
  /** The row that this one takes the place of; null for one that applies from a day of its own. */
  correctsId: text(80).nullable(),
  reason: text(500),
};

export const dutyRuleRecord = z.object({
  ...ruleFields,
  id: z.string(),
  isBuiltIn: z.boolean(),
  /** Corrected by no other row. */
  isCurrent: z.boolean(),
  /** What `days` comes to, under the settings of today. */
  period: z.number(),
  divisionName: z.string().nullable(),
  enteredBy: z.string(),
  enteredOn: day.nullable(),
  enteredAt: instant,
});
export type DutyRuleRecord = z.infer<typeof dutyRuleRecord>;

const amendment = z.object(ruleFields);
export type RuleAmendmentInput = z.infer<typeof amendment>;

const effect = z.object({
  /** How many open deadlines move; the first of them by their new day. */
  count: z.number(),
  moved: z.array(movedDeadline),
});
export type RuleEffect = z.infer<typeof effect>;

export const rules = {
  /** All rows, also those that were corrected since, in the order they were entered. */
  list: procedure.output(z.array(dutyRuleRecord)),
  preview: procedure.input(amendment).output(effect),
  amend: procedure.input(amendment.extend({ id })).output(effect),
};
