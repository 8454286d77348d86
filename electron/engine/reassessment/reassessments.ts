/** Re-assessment (动态调整, 存量清理, 规范性文件清理): the list of an occasion, proposals of divisions, decisions of the General Office. */

import type { ReassessmentRecord } from '../../contract/normative.ts';
import type { ValidityStatus } from '../../domain/normative.ts';
import { decisionsFor, type Occasion } from '../../domain/reassessment.ts';
import { say } from '../../domain/wording/say.ts';
import {
  batchSize,
  countReassessments,
  type Judgement,
  judgementsOf,
  listReassessments,
  type ReassessmentLine,
  type ReassessmentScope,
} from '../../store/reassessments.ts';
import { divisionScope } from '../actor.ts';
import { exportPage } from '../exchange/pageExport.ts';
import { os, read, writeOnce } from '../procedure.ts';
import type { Look, Work } from '../registry.ts';
import { decideReassessment, formedOnOf, proposeReassessment } from './reassessing.ts';
import { reassessmentScope, scopeDueOn } from './reassessmentDuties.ts';
import { reassessmentColumns } from './reassessmentExport.ts';

type Asked = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly isDecided: boolean;
  readonly divisionId?: string | undefined;
};

/** Undefined where another division's documents are asked for: they do not exist for this person. */
function scopeOf(look: Look, { occasion, year, divisionId }: Asked): ReassessmentScope | undefined {
  const own = divisionScope(look.actor);
  const isForeign = own !== undefined && divisionId !== undefined && divisionId !== own;
  return isForeign ? undefined : reassessmentScope(look, occasion, year, own ?? divisionId);
}

type Page = { readonly offset: number; readonly limit: number };

/** Of what is asked for only the named parts are taken: the division is the scope's. */
function rowsOf(look: Look, asked: Asked, scope: ReassessmentScope, { offset, limit }: Page) {
  const lines = listReassessments(look.db, { ...scope, isDecided: asked.isDecided, offset, limit });
  const judgements = judgementsOf(
    look.db,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => rowOf(line, asked, judgements.get(line.id) ?? []));
}

const list = os.reassessments.list.handler(
  read(async (look) => {
    const { input } = look;
    const dueOn = scopeDueOn(look, input.occasion, input.year);
    const scope = scopeOf(look, input);
    if (scope === undefined) return { rows: [], open: 0, done: 0, dueOn };
    return { rows: rowsOf(look, input, scope, input), ...countReassessments(look.db, scope), dueOn };
  }),
);

const ROWS_AT_ONCE = 500;

const exported = os.reassessments.export.handler(
  read(async (look) => {
    const { format, language, ...asked } = look.input;
    return exportPage<ReassessmentRecord>(
      { look, registry: look.registry, signal: look.signal },
      {
        ...{ act: 'reassessments.export', label: asked, name: say(language, `occasion.${asked.occasion}`) },
        columns: reassessmentColumns(asked.occasion, asked.isDecided),
        rows: async (still, pause) => {
          const scope = scopeOf(still, asked);
          const rows: ReassessmentRecord[] = [];
          for (let offset = 0; scope !== undefined; offset += ROWS_AT_ONCE) {
            const page = rowsOf(still, asked, scope, { offset, limit: ROWS_AT_ONCE });
            rows.push(...page);
            if (page.length < ROWS_AT_ONCE) break;
            await pause();
          }
          return rows;
        },
      },
      { format, language },
    );
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

type Batch = { readonly id: string; readonly items: readonly unknown[] };

/** A repeated call is the same decision. */
function batchOnce<Input extends Batch>(
  name: 'decide' | 'propose',
  act: (work: Work & { readonly input: Input }) => void,
) {
  return writeOnce<Input, unknown, void, { count: number }>({
    isKnown: ({ db, input }) => batchSize(db, input.id) > 0,
    again: ({ db, input: { id } }) => ({
      ...{ act: `reassessments.${name}Again`, entity: 'reassessment', entityId: id, label: String(batchSize(db, id)) },
    }),
    act,
    answer: ({ input }) => ({ count: input.items.length }),
  });
}

const decide = os.reassessments.decide.handler(batchOnce('decide', (work) => decideReassessment(work, work.input)));

const propose = os.reassessments.propose.handler(
  batchOnce('propose', (work) => proposeReassessment(work, work.input, divisionScope(work.actor))),
);

export const reassessments = { list, export: exported, decide, propose };
