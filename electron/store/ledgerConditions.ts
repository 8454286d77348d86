/** What is asked of a list, as conditions on rows of as few tables as can be. */

import { and, eq, gt, gte, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import type { DisclosureAttribute } from '../domain/attribute.ts';
import type { Day } from '../domain/day.ts';
import type { ValidityStatus } from '../domain/normative.ts';
import { type Answering, answeredWithin } from './answering.ts';
import { ofDivision } from './divisions.ts';
import { validityColumn } from './normative.ts';
import { matchExpression } from './searchText.ts';

/** Limits on the due day of the posting. */
export type DueRange = { readonly after?: Day | undefined; readonly upTo?: Day | undefined };

export type LedgerConditions = {
  readonly query?: string | undefined;
  readonly attribute?: DisclosureAttribute | undefined;
  readonly divisionId?: string | undefined;
  /** Also of divisions whose work came to that one. */
  readonly withPredecessors?: boolean | undefined;
  readonly answering?: Answering | undefined;
  readonly signer?: string | undefined;
  readonly docType?: string | undefined;
  readonly signedFrom?: Day | undefined;
  readonly signedTo?: Day | undefined;
  readonly isToPost?: boolean | undefined;
  readonly isPosted?: boolean | undefined;
  readonly isWithdrawn?: boolean | undefined;
  readonly due?: DueRange | undefined;
  readonly isPostedLate?: true | undefined;
  readonly isPostedInTime?: true | undefined;
  readonly postedFrom?: Day | undefined;
  readonly postedTo?: Day | undefined;
  readonly changedFrom?: Day | undefined;
  readonly changedTo?: Day | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly reviewStages?: readonly string[] | undefined;
  readonly isShortOfCopies?: boolean | undefined;
  readonly isMissingInterpretation?: boolean | undefined;
  readonly isNormative?: boolean | undefined;
  /** Validity of normative documents on a day. */
  readonly validity?: { readonly status: ValidityStatus; readonly on: Day } | undefined;
  readonly isLeaderRelated?: boolean | undefined;
  readonly isVoided?: boolean | undefined;
};

/** Conditions that most rows meet are tested while the order is walked; the sign + keeps their indexes away. */
export type Tested = { readonly attribute?: boolean | undefined; readonly words?: boolean | undefined };

/** What a statement has to look at; joining the rest would cost more than the look. */
type Conditions = { readonly ofDocument: readonly SQL[]; readonly ofStanding: readonly SQL[] };

export function conditions(asked: LedgerConditions, tested: Tested = {}): Conditions {
  const { attribute, divisionId, signer, docType, signedFrom, signedTo, isNormative, isLeaderRelated } = asked;
  const ofDocument = [
    attribute && sql`${signOf(tested.attribute)}${eq(officialDocument.attribute, attribute)}`,
    divisionId ? inDivision(asked, divisionId) : undefined,
    signer ? eq(officialDocument.signer, signer) : undefined,
    docType ? eq(officialDocument.docType, docType) : undefined,
    signedFrom && gte(officialDocument.signedOn, signedFrom),
    signedTo && lte(officialDocument.signedOn, signedTo),
    flagged(isNormative, sql`${officialDocument.isNormative} = 1`, sql`${officialDocument.isNormative} = 0`),
    asked.validity &&
      sql`${officialDocument.isNormative} = 1 AND ${validityColumn(asked.validity.on)} = ${asked.validity.status}`,
    isLeaderRelated === undefined ? undefined : eq(officialDocument.isLeaderRelated, isLeaderRelated),
    asked.changedFrom || asked.changedTo ? attributeChanged(asked.changedFrom, asked.changedTo) : undefined,
  ].filter((condition) => condition !== undefined);
  const { clockOn, postedOn, postingDueOn } = documentStanding;
  const ofStanding = [
    asked.answering && answeredWithin(asked.answering),
    flagged(asked.isToPost, isNotNull(clockOn), isNull(clockOn)),
    flagged(asked.isPosted, isNotNull(postedOn), isNull(postedOn)),
    flagged(asked.isWithdrawn, isNotNull(documentStanding.withdrawnOn), isNull(documentStanding.withdrawnOn)),
    asked.due?.after && gt(postingDueOn, asked.due.after),
    asked.due?.upTo && lte(postingDueOn, asked.due.upTo),
    asked.reviewStages && inStages(asked.reviewStages, asked.isToPost === true && asked.isPosted === false),
    asked.postedFrom && gte(postedOn, asked.postedFrom),
    asked.postedTo && lte(postedOn, asked.postedTo),
    // Literals: a partial index serves only a condition that repeats its own words.
    asked.isPostedLate && LATE,
    asked.isPostedInTime && sql`${documentStanding.postedOn} <= ${documentStanding.postingDueOn}`,
    flagged(asked.isShortOfCopies, SHORT, sql`${documentStanding.copiesMissing} <= 0`),
    flagged(asked.isMissingInterpretation, UNINTERPRETED, sql`NOT (${UNINTERPRETED})`),
  ].filter((condition) => condition !== undefined);
  return { ofDocument, ofStanding };
}

function signOf(isTested: boolean | undefined): SQL {
  return isTested ? sql`+` : sql``;
}

function inDivision({ withPredecessors }: LedgerConditions, divisionId: string): SQL {
  const column = officialDocument.draftingDivisionId;
  return withPredecessors ? ofDivision(column, divisionId) : eq(column, divisionId);
}

/** Where only what is still to be posted is asked for, that narrows more: the sign keeps the index of stages away. */
function inStages(stages: readonly string[], isNarrowed: boolean): SQL {
  const column = isNarrowed ? sql`+${documentStanding.reviewStage}` : sql`${documentStanding.reviewStage}`;
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(stages)}))`;
}

const LATE = sql`${documentStanding.postedOn} > ${documentStanding.postingDueOn}`;

/** What was only stated at registration is no change. */
function attributeChanged(from = '0000-01-01', to = '9999-12-31'): SQL {
  return sql`${officialDocument.id} IN (SELECT document_id FROM attribute_change
    WHERE from_attribute IS NOT NULL AND changed_on BETWEEN ${from} AND ${to})`;
}
const SHORT = sql`${documentStanding.copiesMissing} > 0`;
const UNINTERPRETED = sql`${documentStanding.needsInterpretation} = 1 AND ${documentStanding.interpretedOn} IS NULL`;

/** Conditions on the id alone: words found, a list given. */
export function onId(asked: LedgerConditions, id: IdColumn, tested: Tested = {}): SQL | undefined {
  const expression = asked.query === undefined ? null : matchExpression(asked.query);
  return and(
    expression === null
      ? undefined
      : sql`${signOf(tested.words)}${id} IN (SELECT document_id FROM document_search_row WHERE search_rowid IN (SELECT rowid FROM document_search WHERE document_search MATCH ${expression}))`,
    asked.ids === undefined ? undefined : oneOf(id, asked.ids),
  );
}

type IdColumn = typeof officialDocument.id | typeof documentStanding.documentId;

export function whole(asked: LedgerConditions, tested: Tested = {}): SQL | undefined {
  const { ofDocument, ofStanding } = conditions(asked, tested);
  const voided = flagged(asked.isVoided, isNotNull(officialDocument.voidedAt), isNull(officialDocument.voidedAt));
  return and(onId(asked, officialDocument.id, tested), ...ofDocument, ...ofStanding, voided);
}

/** Where the table of standings tells all that is asked. */
export function wholeOfStanding(asked: LedgerConditions): SQL | undefined {
  const { state } = documentStanding;
  const voided = flagged(asked.isVoided, sql`${state} = 'voided'`, sql`${state} <> 'voided'`);
  return and(onId(asked, documentStanding.documentId), ...conditions(asked).ofStanding, voided);
}

/** Only what is still to be posted, and nothing that its standing does not tell. */
export function narrowsToOpenPostings(asked: LedgerConditions): boolean {
  const isOpen = asked.isToPost === true && asked.isPosted === false;
  const isOfStanding = conditions(asked).ofDocument.length === 0 && asked.answering === undefined;
  return isOpen && isOfStanding && asked.query === undefined && asked.ids === undefined;
}

/** A list of any length as one value: no limit of variables, and one statement for all lengths. */
export function oneOf(column: IdColumn, values: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function flagged(asked: boolean | undefined, yes: SQL, no: SQL): SQL | undefined {
  if (asked === undefined) return undefined;
  return asked ? yes : no;
}
