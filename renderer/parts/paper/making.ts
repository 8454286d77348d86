/** Asks the engine for the paper that was chosen, as long work with progress, or in one step. */

import type { DocumentFilter } from '../../../electron/contract/documents.ts';
import type { Paper } from '../../../electron/contract/ledgers.ts';
import type { BatchRequest } from '../../../electron/contract/printing.ts';
import { client } from '../../client.ts';
import { batchOf, formOf, labelOf, type PaperName, registerOf, type Wishes } from './papers.ts';

type Made = Pick<Paper, 'paperId' | 'missing' | 'pages' | 'fileName'> & { readonly items?: number };
type Step =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Made };

async function* only(answer: Promise<Made>): AsyncGenerator<Step> {
  yield { kind: 'result', result: await answer };
}

export function batchRequest(batch: BatchRequest['batch'], wishes: Wishes): BatchRequest {
  const { language, from, to, withOverdue, shape } = wishes;
  const isPeriodic = batch !== 'reviews';
  return {
    ...{ batch, language, withOverdue, shape },
    from: isPeriodic ? from : null,
    to: isPeriodic ? to : null,
    divisionId: wishes.divisionId || null,
  };
}

export function labelFilter({ from, to, divisionId }: Wishes): DocumentFilter {
  return {
    ...(from === null ? {} : { signedFrom: from }),
    ...(to === null ? {} : { signedTo: to }),
    ...(divisionId === '' ? {} : { divisionId }),
  };
}

/** Undefined for a paper that is not made here: the ledger, and what is made from a list of its own. */
export function startMaking(
  paper: PaperName,
  wishes: Wishes,
  signal: AbortSignal,
): Promise<AsyncIterable<Step>> | undefined {
  const { language, from, to, documentId, recipient, recipientName, copiesEach, series, code, startAt } = wishes;
  const register = registerOf(paper);
  if (register) {
    const period = register === 'series' ? { from: null, to: null } : { from, to };
    const divisionId = wishes.divisionId || null;
    const asked = { register, language, ...period, divisionId, series, recipient, recipientName, copiesEach };
    return client.printing.register(asked, { signal });
  }
  const form = formOf(paper);
  if (form && documentId !== '') return Promise.resolve(only(client.ledgers.form({ form, documentId, language })));
  const label = labelOf(paper);
  if (label) {
    const asked = { kind: label, code, language, startAt, documentIds: null, filter: labelFilter(wishes) };
    return client.printing.labels(asked, { signal });
  }
  const batch = batchOf(paper);
  return batch && client.printing.batch(batchRequest(batch, wishes), { signal });
}
