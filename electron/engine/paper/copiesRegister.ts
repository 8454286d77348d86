/** Rows of the register at the copies desk (公文备案登记簿). */

import { copyHoldings, filingsInForce } from '../../domain/copies.ts';
import type { KeptRow } from '../../domain/ledgerPaper.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { joinParts, say } from '../../domain/wording/say.ts';
import type { CopiesRow } from '../../print/registers/copies.ts';
import { filingsOf } from '../../store/documents.ts';
import { type LedgerLine, linesInOrder } from '../../store/ledgerQuery.ts';
import { listPeople } from '../../store/people.ts';
import { deliveredDocumentIds } from '../../store/registers.ts';
import { copiesFacts } from '../documents/standing.ts';
import type { Look } from '../registry.ts';
import { documentCells, type RegisterAsked } from './registerRows.ts';

/** One row for each delivery in the period; what came before counts, what came later completes. */
export function copiesRows(look: Look, asked: RegisterAsked): readonly KeptRow<CopiesRow>[] {
  const names = new Map(listPeople(look.db).map(({ id, name }) => [id, name]));
  const lines = linesInOrder(look.db, deliveredDocumentIds(look.db, asked, asked.divisionId));
  return lines
    .flatMap((line) => deliveriesOf(look, line, names, asked))
    .toSorted(({ row: a }, { row: b }) => (a.deliveredOn < b.deliveredOn ? -1 : a.deliveredOn > b.deliveredOn ? 1 : 0));
}

function deliveriesOf(
  look: Look,
  line: LedgerLine,
  names: ReadonlyMap<string, string>,
  { from, to, language }: RegisterAsked,
): readonly KeptRow<CopiesRow>[] {
  const { document, standing } = line;
  const facts = copiesFacts(look.db, document, standing.copiesRequired);
  const { received, completeOn } = copyHoldings(facts);
  const counted = new Map(filingsInForce(facts.filings).map(({ id, copies }) => [id, copies]));
  const deliveries = filingsOf(look.db, document.id).filter(({ id }) => (counted.get(id) ?? 0) > 0);
  let copiesSoFar = 0;
  return deliveries
    .toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1))
    .flatMap((filing, index): KeptRow<CopiesRow>[] => {
      const copies = counted.get(filing.id) ?? 0;
      copiesSoFar += copies;
      const missing = Math.max(0, standing.copiesRequired - copiesSoFar);
      if ((from !== null && filing.deliveredOn < from) || (to !== null && filing.deliveredOn > to)) return [];
      const isLast = index === deliveries.length - 1;
      const row = {
        ...documentCells(line),
        ...{ deliveredOn: filing.deliveredOn, deliveredBy: filing.deliveredBy, copies, copiesSoFar, missing },
        copiesRequired: standing.copiesRequired,
        completedOn: missing > 0 ? (completeOn ?? null) : null,
        isWaived: received < standing.copiesRequired,
        receivedBy: names.get(filing.receivedById) ?? '',
        whereabouts: isLast ? whereaboutsOf(facts, filing.location, language) : filing.location,
        remark: filing.note,
      };
      return [{ id: filing.id, row }];
    });
}

/** 去向: what was transferred or lent, and what the Office keeps. */
function whereaboutsOf(facts: ReturnType<typeof copiesFacts>, location: string, language: Language): string {
  const { copies } = copyHoldings(facts);
  const away = new Map<string, number>();
  for (const { state, party } of copies) {
    const key = `${state} ${party}`;
    if (state !== 'received') away.set(key, (away.get(key) ?? 0) + 1);
  }
  const kept = copies.filter(({ state }) => state === 'received').length;
  const parts = [...away].map(([key, count]) => {
    const [state = '', ...party] = key.split(' ');
    return say(language, `whereabouts.${state}`, { party: party.join(' '), count });
  });
  if (kept > 0) {
    parts.push(
      say(language, location === '' ? 'whereabouts.kept' : 'whereabouts.keptAt', { place: location, count: kept }),
    );
  }
  return joinParts(language, parts);
}
