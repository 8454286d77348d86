/** The register of requests (依申请公开): filtered, ordered, found by a few words, and as a table file. */

import type { RequestFilter, RequestSummary } from '../../contract/requests.ts';
import { REQUEST_STATES, UNFINISHED_STATES } from '../../domain/foiRequest.ts';
import { maySeeApplicant } from '../../domain/requestRegistering.ts';
import { joinParts, say } from '../../domain/wording/say.ts';
import { countRequests, listRequests, openRequests, type RequestConditions } from '../../store/requests.ts';
import { findRequestsByWords } from '../../store/subjectSearch.ts';
import { type Actor, divisionScope } from '../actor.ts';
import { dayColumn, exportPage, type PageColumn, textColumn, timeLeft } from '../exchange/pageExport.ts';
import { os, read } from '../procedure.ts';
import type { Look } from '../registry.ts';
import { requestSummaryOf } from './requestDetail.ts';
import { held } from './requestStanding.ts';
import { judgedBy, severalAround } from './severalRequests.ts';

const list = os.requests.list.handler(
  read(async (look) => {
    const { filter, offset, limit } = look.input;
    const asked = conditionsOf(filter, look.actor);
    const openOnes = openRequests(look.db, divisionScope(look.actor));
    return {
      rows:
        filter.state === 'open'
          ? openRows(look, asked).slice(offset, offset + limit)
          : anyRows(look, asked, offset, limit),
      total: countRequests(look.db, asked),
      open: openOnes.length,
      undelivered: openOnes.filter(({ state }) => state === 'replied').length,
      suggestions: suggestionsOf(look, openOnes),
    };
  }),
);

function conditionsOf({ state, ...filter }: RequestFilter, actor: Actor): RequestConditions {
  const scope = divisionScope(actor);
  const closed = REQUEST_STATES.filter((each) => !UNFINISHED_STATES.some((open) => open === each) && each !== 'voided');
  const states = state === 'open' ? UNFINISHED_STATES : state === 'closed' ? closed : state && [state];
  return { ...filter, states, divisionId: scope ?? filter.divisionId, searchesNames: searchesNames(actor) };
}

/** Within a scope everything is the own division's. */
function searchesNames(actor: Actor): boolean {
  return maySeeApplicant(actor, divisionScope(actor) ?? null);
}

function anyRows(look: Look, asked: RequestConditions, offset: number, limit: number): RequestSummary[] {
  return listRequests(look.db, asked, { offset, limit }).map((row) => requestSummaryOf(look, held(look, row)));
}

/** More requests than this are not open at once in any bureau. */
const MOST_OPEN = 2000;

/** Those due first; what does not run, such as a correction awaited, stands behind, and behind it what is only to be delivered. */
function openRows(look: Look, asked: RequestConditions): RequestSummary[] {
  return anyRows(look, asked, 0, MOST_OPEN).toSorted((a, b) => urgency(a).localeCompare(urgency(b)) || compare(a, b));
}

function urgency({ state, dueOn }: RequestSummary): string {
  return state === 'replied' ? '9999 replied' : (dueOn ?? '9999');
}

function compare(a: { readonly registerNumber: string }, b: { readonly registerNumber: string }): number {
  return a.registerNumber.localeCompare(b.registerNumber);
}

/** One line for each thing that several ask for and nobody has judged yet, named by the oldest open request for it. */
function suggestionsOf(look: Look, openOnes: ReturnType<typeof openRequests>) {
  const known = new Set<string>();
  return openOnes.flatMap((row) => {
    const several = known.has(row.id) ? undefined : severalAround(look, row);
    for (const { id } of several?.requests ?? []) known.add(id);
    if (!several || several.answeredOn !== null) return [];
    const { applicants } = several;
    return [{ requestId: row.id, subject: row.subject, applicants, dueOn: judgedBy(look, several) }];
  });
}

const find = os.requests.find.handler(
  read(async ({ db, actor, input: { query, limit } }) =>
    findRequestsByWords(db, {
      ...{ query, limit, divisionId: divisionScope(actor), searchesNames: searchesNames(actor) },
    }).map((found) => ({ ...found })),
  ),
);

/** The columns of the page. */
const COLUMNS: readonly PageColumn<RequestSummary>[] = [
  textColumn('登记编号', 'Number', 18, ({ registerNumber }) => registerNumber),
  textColumn('申请人', 'Applicant', 14, ({ applicantName }) => applicantName),
  textColumn('所需信息', 'Information wanted', 50, ({ subject }) => subject),
  dayColumn('收到日期', 'Received', ({ receivedOn }) => receivedOn),
  textColumn('承办处室', 'Division', 16, ({ divisionName }) => divisionName),
  textColumn('办理状态', 'State', 16, ({ result, state }, language) =>
    joinParts(language, [
      result ? say(language, `reply.${result}`) : '',
      !result || state === 'replied' ? say(language, `requestState.${state}`) : '',
    ]),
  ),
  dayColumn('答复期限', 'Reply due', ({ dueOn }) => dueOn),
  textColumn('期限', 'Clock', 18, ({ deadlineState, workingDaysLeft, provisional }, language) => {
    const overdueWorkingDays = Math.max(0, -workingDaysLeft);
    return timeLeft(
      deadlineState && { state: deadlineState, workingDaysLeft, overdueWorkingDays, provisional },
      language,
    );
  }),
];

const ROWS_AT_ONCE = 200;

const exported = os.requests.export.handler(
  read(async (look) => {
    const { filter, format, language } = look.input;
    const { query, ...label } = filter;
    const asked = conditionsOf(filter, look.actor);
    return exportPage<RequestSummary>(
      { look, registry: look.registry, signal: look.signal },
      {
        ...{ act: 'requests.export', name: say(language, 'export.requests'), columns: COLUMNS },
        // The words looked for may be a person's name.
        label: query === undefined ? label : { ...label, query: '*' },
        rows: async (still, pause) => {
          if (filter.state === 'open') return openRows(still, asked);
          const rows: RequestSummary[] = [];
          for (let offset = 0; ; offset += ROWS_AT_ONCE) {
            const page = anyRows(still, asked, offset, ROWS_AT_ONCE);
            rows.push(...page);
            if (page.length < ROWS_AT_ONCE) return rows;
            await pause();
          }
        },
      },
      { format, language },
    );
  }),
);

export const requestList = { list, find, export: exported };
