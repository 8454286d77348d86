/** The order of a list, and which tables are looked at for it. */

import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { division, documentStanding, officialDocument } from '../../drizzle/schema.ts';
import { conditions, type LedgerConditions, onId, type Tested, whole } from './ledgerConditions.ts';

export type LedgerOrder = {
  readonly by: 'docNumber' | 'title' | 'signedOn' | 'dueOn' | 'postedOn' | 'enteredAt' | 'division';
  readonly direction: 'asc' | 'desc';
};

const ORDER_COLUMNS = {
  docNumber: officialDocument.sortKey,
  title: officialDocument.title,
  signedOn: officialDocument.signedOn,
  dueOn: documentStanding.postingDueOn,
  postedOn: documentStanding.postedOn,
  enteredAt: officialDocument.enteredAt,
  division: division.position,
} as const;

export type Page = { readonly offset: number; readonly limit: number };

/** FROM, WHERE and ORDER BY of what is asked. `areWordsTested`: words that most rows hold narrow nothing. */
export function inOrder(asked: LedgerConditions, order: LedgerOrder, areWordsTested = false): SQL {
  const column = ORDER_COLUMNS[order.by];
  const direction = order.direction === 'asc' ? asc : desc;
  const last = order.by === 'dueOn' || order.by === 'postedOn' ? documentStanding.documentId : officialDocument.id;
  // Most documents are for everyone to read; only in the order of signing does the index of attributes come in that order.
  const tested = { attribute: asked.attribute === 'PROACTIVE' && order.by !== 'signedOn', words: areWordsTested };
  // An index holds the numbers of a range of days; walking the order of numbers instead could pass all other years first.
  const isGathered = order.by === 'docNumber' && (asked.signedFrom ?? asked.signedTo) !== undefined;
  return sql`FROM ${tablesFor(asked, order.by, tested)} WHERE ${whole(asked, tested) ?? sql`1`}
    ORDER BY ${direction(isGathered ? sql`+${column}` : column)}, ${direction(last)}`;
}

/**
 * The tables looked at. Where nothing narrows the documents, the table of the order is walked first (CROSS JOIN keeps
 * it there), so that the walk ends with the page; otherwise SQLite weighs which condition narrows most.
 */
function tablesFor(asked: LedgerConditions, by: LedgerOrder['by'], tested: Tested): SQL {
  const { ofStanding } = conditions(asked);
  const narrowing = conditions({ ...asked, ...(tested.attribute ? { attribute: undefined } : {}) }).ofDocument;
  const byId = { ...asked, ...(tested.words ? { query: undefined } : {}) };
  const isNarrowed = narrowing.length > 0 || onId(byId, officialDocument.id) !== undefined;
  const join = isNarrowed ? sql`JOIN` : sql`CROSS JOIN`;
  const standing = sql`${documentStanding} ON ${documentStanding.documentId} = ${officialDocument.id}`;
  if (by === 'dueOn' || by === 'postedOn') {
    return sql`${documentStanding} ${join} ${officialDocument} ON ${officialDocument.id} = ${documentStanding.documentId}`;
  }
  const documents =
    by === 'division'
      ? sql`${division} ${join} ${officialDocument} ON ${officialDocument.draftingDivisionId} = ${division.id}`
      : sql`${officialDocument}`;
  return ofStanding.length > 0 ? sql`${documents} JOIN ${standing}` : documents;
}
