/** Re-assessment (动态调整, 存量清理, 规范性文件清理): the list of an occasion, proposals of divisions, decisions of the General Office. */

import type { ReassessmentRecord } from '../contract/normative.ts';
import type { ValidityStatus } from '../domain/normative.ts';
import { decisionsFor, type Occasion } from '../domain/reassessment.ts';
import {
  batchSize,
  countReassessments,
  type Judgement,
  judgementsOf,
  listReassessments,
  type ReassessmentLine,
} from '../store/reassessments.ts';
import { divisionScope } from './actor.ts';
import { os, read, write } from './procedure.ts';
import { decideReassessment, formedOnOf, proposeReassessment } from './reassessing.ts';
import { reassessmentScope, scopeDueOn } from './reassessmentDuties.ts';
import type { Work } from './registry.ts';

const list = os.reassessments.list.handler(
  read(async (look) => {
    const { db, actor, input } = look;
    const own = divisionScope(actor);
    // Asking for another division's documents finds nothing, as they do not exist for this person.
    if (own !== undefined && input.divisionId !== undefined && input.divisionId !== own) {
      return { rows: [], open: 0, done: 0, dueOn: scopeDueOn(look, input.occasion, input.year) };
    }
    const scope = reassessmentScope(look, input.occasion, input.year, own ?? input.divisionId);
    const { isDecided, offset, limit } = input;
    const lines = listReassessments(db, { ...scope, isDecided, offset, limit });
    const judgements = judgementsOf(
      db,
      lines.map(({ id }) => id),
    );
    const rows = lines.map((line) => rowOf(line, input, judgements.get(line.id) ?? []));
    return { rows, ...countReassessments(db, scope), dueOn: scopeDueOn(look, input.occasion, input.year) };
  }),
);

function rowOf(
  line: ReassessmentLine,
  { occasion, year }: { readonly occasion: Occasion; readonly year: number },
  judgements: readonly Judgement[],
): ReassessmentRecord {
  const { id, version, docNumber, title, divisionId, divisionName, attribute, basis, reason, lastReviewedOn } = line;
  const validity = line.validity as ValidityStatus;
  const formedOn = formedOnOf(line, occasion);
  const isOfOccasion = (judged: Judgement) =>
    (judged.occasion === occasion || (occasion === 'yearly' && judged.occasion === 'stock')) &&
    (occasion === 'stock' || judged.year === year);
  const own = judgements.filter(isOfOccasion);
  const decided = own.findLast(({ kind }) => kind === 'decision');
  const proposal = own.findLast(({ kind }) => kind === 'proposal');
  return {
    documentId: id,
    ...{ version, docNumber, title, divisionId, divisionName, formedOn, attribute, basis, reason, validity },
    lastReviewedOn,
    decisions: [...decisionsFor(occasion, { attribute, isNormative: occasion === 'cleanup', validity, formedOn })],
    proposal: proposal && !decided ? judgementRecord(proposal) : null,
    decided: decided ? judgementRecord(decided) : null,
  };
}

export function judgementRecord({ decision, fromValue, toValue, reason, basisLaw, byName, decidedOn }: Judgement) {
  return { decision, from: fromValue, to: toValue, reason, basisLaw, byName, decidedOn };
}

/** A repeated call is the same decision. */
function isKnown({ db, record }: Work, id: string, act: string): boolean {
  const size = batchSize(db, id);
  if (size > 0) record({ act, entity: 'reassessment', entityId: id, label: String(size) });
  return size > 0;
}

const decide = os.reassessments.decide.handler(
  write(async (work) => {
    if (!isKnown(work, work.input.id, 'reassessments.decideAgain')) decideReassessment(work, work.input);
    return { count: work.input.items.length };
  }),
);

const propose = os.reassessments.propose.handler(
  write(async (work) => {
    const { input, actor } = work;
    if (!isKnown(work, input.id, 'reassessments.proposeAgain')) {
      proposeReassessment(work, input, divisionScope(actor));
    }
    return { count: input.items.length };
  }),
);

export const reassessments = { list, decide, propose };
