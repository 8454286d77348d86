/** The table of duty rules: read by everyone, amended by the administrator, never rewritten. */

import type { DutyRuleRecord, RuleAmendmentInput, RuleEffect } from '../../contract/rules.ts';
import { daysOf } from '../../domain/duties.ts';
import type { DutyRule } from '../../domain/dutyRules.ts';
import { AMENDED_FIELDS, brokenOnRuleAmendment, currentRules } from '../../domain/ruleAmendment.ts';
import { dutyRuleOf, insertDutyRule, listDutyRules } from '../../store/dutyRules.ts';
import { findPerson, listDivisions } from '../../store/people.ts';
import { changesBetween } from '../changes.ts';
import { restandOpen } from '../documents/standing.ts';
import { os, read, writeOnce } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { movedDeadlines } from './movedDeadlines.ts';

/** Moves shown one by one; the count is of all. */
const MOST_MOVES = 500;

const list = os.rules.list.handler(
  read(async ({ db, settings }): Promise<DutyRuleRecord[]> => {
    const rows = listDutyRules(db);
    const rules = rows.map(dutyRuleOf);
    const current = new Set(currentRules(rules).map(({ id }) => id));
    const names = new Map(listDivisions(db).map(({ id, name }) => [id, name]));
    return rows.map((row, at) => {
      const rule = rules[at] as DutyRule;
      return {
        ...rule,
        reason: row.reason,
        isCurrent: current.has(rule.id),
        period: daysOf(rule, settings),
        divisionName: rule.divisionId === null ? null : (names.get(rule.divisionId) ?? null),
        enteredBy: row.enteredById === null ? '' : (findPerson(db, row.enteredById)?.name ?? ''),
        enteredAt: row.enteredAt,
      };
    });
  }),
);

/** Refused with all its faults at once. */
function ruleOf(look: Look, id: string, { reason, ...input }: RuleAmendmentInput): DutyRule {
  const { db, rules, today } = look;
  const { article, trigger, gate, evidence } = input;
  const divisions = listDivisions(db).filter(({ closedOn }) => closedOn === null || closedOn > today);
  if (input.correctsId !== null && !currentRules(rules).some((row) => row.id === input.correctsId)) {
    const isThere = rules.some((row) => row.id === input.correctsId);
    throw isThere ? refusal('STALE', { currentVersion: 0, changedFields: [] }) : refusal('NOT_FOUND');
  }
  refuseIfBroken([
    ...brokenOnRuleAmendment(
      { id, ...input, reason },
      rules,
      divisions.map((division) => division.id),
    ),
    ...brokenOnTexts({ article, trigger, gate, evidence, reason }),
  ]);
  return { id, ...input, isBuiltIn: false, enteredOn: today };
}

function effectOf(look: Look, rule: DutyRule): RuleEffect {
  const moved = movedDeadlines(look, { ...look, rules: [...look.rules, rule] });
  return { count: moved.length, moved: moved.slice(0, MOST_MOVES) };
}

/** As the trail names it. */
function told({ days, ...rule }: Partial<DutyRule>): Readonly<Record<string, unknown>> {
  const fields = AMENDED_FIELDS.filter((field) => field !== 'days');
  return { periodLength: days, ...Object.fromEntries(fields.map((field) => [field, rule[field]])) };
}

const NEW_ID = '';

type Amendment = RuleAmendmentInput & { readonly id: string };

function amendRule(work: Work, { id, ...amendment }: Amendment): RuleEffect {
  const { db, actor, now, rules, record } = work;
  const { reason, correctsId } = amendment;
  const rule = ruleOf(work, id, amendment);
  const effect = effectOf(work, rule);
  insertDutyRule(db, rule, { reason, enteredById: actor.personId, enteredAt: now });
  restandOpen({ ...work, rules: [...rules, rule] });
  const before = rules.find((row) => row.id === correctsId) ?? {};
  record({
    ...{ act: 'rules.amend', ...named({ id, ...amendment }), reason },
    changes: [
      ...changesBetween(told(before), told(rule)),
      { field: 'movedDeadlines', before: '', after: String(effect.count) },
    ],
  });
  return effect;
}

function named({ id, rule, effectiveFrom }: Amendment) {
  return { entity: 'rule', entityId: id, label: `${rule} ${effectiveFrom}` };
}

const amend = os.rules.amend.handler(
  writeOnce({
    isKnown: ({ rules, input }) => rules.some(({ id }) => id === input.id),
    again: ({ input }) => ({ act: 'rules.amendAgain', ...named(input) }),
    act: (work) => amendRule(work, work.input),
    answer: (_, effect = { count: 0, moved: [] }) => effect,
  }),
);

export const rules = {
  list,
  preview: os.rules.preview.handler(read(async (look) => effectOf(look, ruleOf(look, NEW_ID, look.input)))),
  amend,
};
