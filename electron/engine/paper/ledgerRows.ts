/** Rows, totals and head of a printed ledger, from the same duties as the screen. */

import type { DocumentFilter } from '../../contract/documents.ts';
import { basisOf } from '../../domain/attribute.ts';
import type { Day } from '../../domain/day.ts';
import type { Duty } from '../../domain/duties.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { joinParts, say } from '../../domain/wording/say.ts';
import type { LedgerRow, LedgerTotals } from '../../print/ledgerSheet.ts';
import type { LedgerConditions } from '../../store/ledgerConditions.ts';
import type { LedgerOrder } from '../../store/ledgerOrder.ts';
import { type LedgerLine, listLedger } from '../../store/ledgerQuery.ts';
import type { Look } from '../registry.ts';

/** A statement of SQLite takes so many values at the most. */
const LINES_AT_ONCE = 20_000;

/** All lines at one moment: nothing else is written or read between its slices. */
export function allLines(look: Look, conditions: LedgerConditions, order: LedgerOrder): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  let next: readonly LedgerLine[];
  do {
    next = listLedger(look.db, conditions, order, { offset: lines.length, limit: LINES_AT_ONCE });
    for (const line of next) lines.push(line);
  } while (next.length === LINES_AT_ONCE);
  return lines;
}

export function ledgerRow(
  line: LedgerLine,
  duties: readonly Duty[],
  overdueReason: string,
  language: Language,
): LedgerRow {
  const { document, standing, divisionName } = line;
  const { title, docType, isNormative, signer, signedOn, writtenOn } = document;
  const posting = duties.find(({ rule }) => rule === 'posting');
  const { copiesReceived, copiesRequired, postedOn, reviewStage } = standing;
  return {
    docNumber: document.docNumber ?? '',
    ...{ title, docType, isNormative, signer, signedOn, writtenOn },
    division: divisionName,
    attribute: say(language, `attribute.${document.attribute}`),
    basis: basisInWords(line, language),
    // Who need not post need not be reviewed either.
    review: reviewStage === 'none' && standing.clockOn === null ? '' : say(language, `stage.${reviewStage}`),
    reviewedOn: standing.reviewApprovedOn,
    ...{ copiesReceived, copiesRequired, filedOn: standing.copiesCompleteOn },
    dueOn: posting?.dueOn ?? null,
    isProvisional: posting?.provisional ?? false,
    postedOn,
    channel: standing.postedChannel ? say(language, `channel.${standing.postedChannel}`) : '',
    url: standing.postedUrl ?? '',
    interpretation: interpretationInWords(line, language),
    interpretedOn: standing.interpretedOn,
    overdueWorkingDays: posting?.overdueWorkingDays ?? 0,
    overdueReason: posting?.state === 'metLate' ? overdueReason : '',
    handler: document.drafter,
    remark: remarkInWords(line, language),
  };
}

/** 条例第十六条第一款：内部事务信息…；理由 */
export function basisInWords({ document }: LedgerLine, language: Language): string {
  const basis = basisOf(document.basis);
  const colon = language === 'zh' ? '：' : ': ';
  const named = basis
    ? `${say(language, `article.${basis.article}`)}${colon}${say(language, `basis.${basis.code}`)}`
    : '';
  return joinParts(language, [named, document.basisLaw, document.reason]);
}

function interpretationInWords({ document, standing }: LedgerLine, language: Language): string {
  if (standing.interpretedOn !== null) return say(language, 'interpretation.done');
  if (standing.needsInterpretation) return say(language, 'interpretation.missing');
  const isExcused = document.isNormative && document.attribute === 'PROACTIVE' && standing.postedOn !== null;
  return isExcused ? say(language, 'interpretation.excused') : '';
}

export function remarkInWords({ document, standing }: LedgerLine, language: Language): string {
  const { copiesMissing, withdrawnOn } = standing;
  return joinParts(language, [
    document.voidedAt === null ? '' : say(language, 'ledgerRemark.voided', { reason: document.voidReason }),
    withdrawnOn === null ? '' : say(language, 'ledgerRemark.withdrawn', { day: withdrawnOn }),
    copiesMissing > 0 ? say(language, 'ledgerRemark.copiesMissing', { missing: copiesMissing }) : '',
    document.copiesWaivedOn === null ? '' : say(language, 'ledgerRemark.waived'),
    document.remarkNote,
  ]);
}

export function ledgerTotals(lines: readonly LedgerLine[], rows: readonly LedgerRow[]): LedgerTotals {
  const having = (attribute: string) => lines.filter(({ document }) => document.attribute === attribute);
  const proactive = having('PROACTIVE');
  const posted = proactive.filter(({ standing }) => standing.postedOn !== null).length;
  return {
    documents: lines.length,
    proactive: proactive.length,
    posted,
    notPosted: proactive.length - posted,
    onRequest: having('ON_REQUEST').length,
    notDisclosed: having('NOT_DISCLOSED').length,
    undecided: 0,
    overdue: rows.filter(({ overdueWorkingDays }) => overdueWorkingDays > 0).length,
    copiesMissing: lines.reduce((sum, { standing }) => sum + standing.copiesMissing, 0),
  };
}

const FLAGS = ['isShortOfCopies', 'isMissingInterpretation', 'isNormative', 'isLeaderRelated', 'isVoided'] as const;

/** The filter as it stands in the foot of the ledger; empty for all documents. */
export function filterInWords(
  filter: DocumentFilter,
  nameOf: (divisionId: string) => string,
  language: Language,
): string {
  const { query, attribute, divisionId, answeredById, signer, docType, signedFrom: from, signedTo: to } = filter;
  const { postingState, reviewStage, withPredecessors, validity, normativeFigure } = filter;
  const [figure, year = ''] = normativeFigure?.split('.') ?? [];
  const parts = [
    query?.trim() ? say(language, 'filter.query', { query: query.trim() }) : '',
    attribute ? say(language, 'filter.attribute', { attribute }) : '',
    divisionId ? say(language, 'filter.division', { name: nameOf(divisionId) }) : '',
    divisionId && withPredecessors ? say(language, 'filter.withPredecessors') : '',
    answeredById ? say(language, 'filter.answeredBy', { name: nameOf(answeredById) }) : '',
    validity ? say(language, 'filter.validity', { validity }) : '',
    figure ? say(language, `filter.normativeFigure.${figure}`, { year }) : '',
    signer ? say(language, 'filter.signer', { name: signer }) : '',
    docType ? say(language, 'filter.docType', { name: docType }) : '',
    from && to ? say(language, 'filter.signedBetween', { from, to }) : '',
    from && !to ? say(language, 'filter.signedFrom', { from }) : '',
    to && !from ? say(language, 'filter.signedTo', { to }) : '',
    postingState ? say(language, `filter.posting.${postingState}`) : '',
    ...RANGES.map(([code, first, last]) => rangeInWords(code, filter[first], filter[last], language)),
    reviewStage ? reviewInWords(reviewStage, language) : '',
    ...FLAGS.map((flag) => (filter[flag] === undefined ? '' : say(language, `filter.${flag}.${yesNo(filter[flag])}`))),
  ];
  return joinParts(language, parts);
}

const RANGES = [
  ['posted', 'postedFrom', 'postedTo'],
  ['due', 'dueFrom', 'dueTo'],
  ['changed', 'changedFrom', 'changedTo'],
] as const;

/** An open end of a range is shown as one. */
function rangeInWords(code: string, from: Day | undefined, to: Day | undefined, language: Language): string {
  return from || to ? say(language, `filter.${code}`, { from: from ?? '…', to: to ?? '…' }) : '';
}

function reviewInWords(stage: string, language: Language): string {
  if (stage === 'waiting' || stage === 'missing') return say(language, `filter.review.${stage}`);
  return say(language, 'filter.review.stage', { stage });
}

function yesNo(flag: boolean): 'yes' | 'no' {
  return flag ? 'yes' : 'no';
}
