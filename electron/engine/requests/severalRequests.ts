/** What several applicants ask for, with the answer whether everyone is to have it. 条例第四十四条. */

import type { Day } from '../../domain/day.ts';
import { type DutySight, dutyOf } from '../../domain/duties.ts';
import { replyRule } from '../../domain/replyKind.ts';
import { severalApplicants } from '../../domain/requestRegistering.ts';
import { askedBySeveralOn, askedTogether, owedOnSeveral } from '../../domain/severalRequests.ts';
import { findDocument } from '../../store/documents.ts';
import { openingAnswers, type RequestRow, requestsForSame, requestsOfSeveral } from '../../store/requests.ts';
import type { Look } from '../registry.ts';

type Seen = Pick<Look, 'db'>;

export type Several = {
  /** In the order of the register; the first one names what is asked for. */
  readonly requests: readonly RequestRow[];
  readonly applicants: number;
  readonly askedOn: Day;
  readonly answeredOn: Day | null;
};

/** Everything that several have asked for and that can be opened, or about which an answer was given. */
export function allOfSeveral(seen: Seen): readonly Several[] {
  return askedTogether(requestsOfSeveral(seen.db)).flatMap((group) => severalOf(seen, group) ?? []);
}

/** What this request has in common with others; undefined where nothing follows from it. */
export function severalAround(seen: Seen, row: RequestRow): Several | undefined {
  if (row.state === 'voided') return undefined;
  const same = [row, ...requestsForSame(seen.db, row)];
  return severalOf(
    seen,
    same.toSorted((a, b) => a.registerYear - b.registerYear || a.registerSeq - b.registerSeq),
  );
}

function severalOf(seen: Seen, requests: readonly RequestRow[]): Several | undefined {
  const applicants = severalApplicants(requests.map(({ applicantName }) => applicantName));
  const askedOn = askedBySeveralOn(requests);
  if (applicants === 0 || askedOn === null) return undefined;
  const answeredOn =
    openingAnswers(
      seen.db,
      requests.map(({ id }) => id),
    ).at(-1)?.happenedOn ?? null;
  if (answeredOn === null && !couldBeOpened(seen, requests)) return undefined;
  return { requests, applicants, askedOn, answeredOn };
}

/** Null where no rule asks for an answer. */
export function judgedBy(look: DutySight, { askedOn, answeredOn }: Several): Day | null {
  return dutyOf(owedOnSeveral(askedOn, answeredOn), look)?.dueOn ?? null;
}

/** Only what can be opened, and is not open to everyone yet. */
function couldBeOpened({ db }: Seen, requests: readonly RequestRow[]): boolean {
  const documentId = documentOf(requests);
  if (documentId !== null && findDocument(db, documentId)?.attribute === 'PROACTIVE') return false;
  return requests.some(({ result, closedOn }) => closedOn === null || (result !== null && discloses(result)));
}

/** The document asked for, where one of the requests names it. */
export function documentOf(requests: readonly RequestRow[]): string | null {
  return requests.find(({ documentId }) => documentId !== null)?.documentId ?? null;
}

function discloses(result: NonNullable<RequestRow['result']>): boolean {
  const isClosure = ['notCorrected', 'feeUnpaid', 'withdrawn', 'merged'].includes(result);
  return !isClosure && replyRule(result as Parameters<typeof replyRule>[0]).discloses === true;
}
