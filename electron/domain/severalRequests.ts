/**
 * Several ask for the same information: whether everyone is to have it is judged by a day, and the answer is kept.
 * 条例第四十四条: 可以纳入主动公开的范围. The article names no day, the bureau sets it.
 */

import type { Day } from './day.ts';
import type { Owed } from './duties.ts';
import { severalApplicants } from './requestRegistering.ts';

/** 纳入主动公开 / 不纳入 */
export const OPENING_ANSWERS = ['opened', 'kept'] as const;
export type OpeningAnswer = (typeof OPENING_ANSWERS)[number];

/** What of a request tells that it asks for the same as another. */
export type AskedRequest = {
  readonly id: string;
  readonly documentId: string | null;
  readonly subject: string;
  readonly applicantName: string;
  readonly receivedOn: Day | null;
};

/** Requests for the same document, or word for word for the same subject, put together; each group in the order given. */
export function askedTogether<Request extends AskedRequest>(
  requests: readonly Request[],
): readonly (readonly Request[])[] {
  const groups = new Set<Request[]>();
  const groupOf = new Map<string, Request[]>();
  for (const request of requests) {
    const keys = keysOf(request);
    const known = new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined));
    const merged = [...[...known].flat(), request];
    for (const group of known) groups.delete(group);
    groups.add(merged);
    for (const member of merged) for (const key of keysOf(member)) groupOf.set(key, merged);
  }
  const places = new Map(requests.map(({ id }, at) => [id, at]));
  return [...groups].map((group) => group.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)));
}

function keysOf({ documentId, subject }: AskedRequest): readonly string[] {
  return [`subject ${subject}`, ...(documentId === null ? [] : [`document ${documentId}`])];
}

/** The day on which another applicant than the first had asked; null while only one has. */
export function askedBySeveralOn(group: readonly AskedRequest[]): Day | null {
  const received = group.flatMap(({ applicantName, receivedOn }) =>
    receivedOn ? [{ applicantName, receivedOn }] : [],
  );
  const inOrder = received.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const at = inOrder.findIndex(
    (_, last) => severalApplicants(inOrder.slice(0, last + 1).map(({ applicantName }) => applicantName)) > 0,
  );
  return inOrder[at]?.receivedOn ?? null;
}

/** What follows from it: one duty, however many have asked. */
export function owedOnSeveral(askedOn: Day, answeredOn: Day | null): Owed {
  return { rule: 'severalRequests', trigger: { on: askedOn, source: 'severalAsked' }, doneOn: answeredOn };
}
