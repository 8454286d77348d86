/** Export of the ledger as asked: columns, filter and order of the screen; the trail knows of it before the file exists. */

import type { DocumentFilter, DocumentSort } from '../../contract/documents.ts';
import { say } from '../../domain/wording/say.ts';
import { firstHung } from '../../store/documents.ts';
import { countLedger } from '../../store/ledgerCount.ts';
import { ledgerIds, linesInOrder } from '../../store/ledgerQuery.ts';
import { openMoment } from '../../store/open.ts';
import { owedByDocuments } from '../documents/documentDuties.ts';
import { conditionsOf } from '../documents/documentQuery.ts';
import { summaryOf } from '../documents/summaries.ts';
import { calendarFile } from '../duties/dutyCalendar.ts';
import { chosenColumns, type LedgerColumn } from '../paper/ledgerColumns.ts';
import type { Look, Registry } from '../registry.ts';
import { listFile } from './listExport.ts';

type Language = 'zh' | 'en';

export type Export = {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly format: 'xlsx' | 'csv' | 'ics';
  readonly language: Language;
  /** Names of the screen's columns; all that the registry knows where absent. */
  readonly columns?: readonly string[] | undefined;
};

const MOST_ROWS = 1_000_000;
const LINES_AT_ONCE = 1000;

export async function exportDocuments(
  registry: Registry,
  look: Look,
  asked: Export,
  signal?: AbortSignal,
): Promise<File> {
  const { language, format, sort } = asked;
  const conditions = conditionsOf(asked.filter, look);
  const rows = countLedger(look.db, conditions);
  await registry.write(look.actor, async ({ record }) => {
    const changes = [{ field: 'rows', before: '', after: String(rows) }];
    const label = JSON.stringify(asked.filter);
    record({ act: 'documents.export', entity: 'ledger', entityId: format, label, changes });
  });
  // All rows of one moment, while others go on writing.
  const moment = openMoment(registry.store.file);
  try {
    const still = registry.look(look.actor, moment.db);
    const ids = ledgerIds(moment.db, conditions, sort, { offset: 0, limit: MOST_ROWS });
    if (format === 'ics') return calendarOf(still, ids, language);
    const columns = chosenColumns(asked.columns);
    return await listFile(
      {
        name: say(language, 'export.ledger'),
        columns: columns.map(({ width, kind, ...names }) => ({ width, kind, header: names[language] })),
        slices: slices(still, ids, columns, language, signal),
      },
      { format, language, today: look.today },
    );
  } finally {
    moment.close();
  }
}

/** In slices, so that callers get their turn between them and memory does not grow with the rows. */
async function* slices(
  look: Look,
  ids: readonly string[],
  columns: readonly LedgerColumn[],
  language: Language,
  signal: AbortSignal | undefined,
) {
  for (let at = 0; at < ids.length; at += LINES_AT_ONCE) {
    signal?.throwIfAborted();
    const asked = ids.slice(at, at + LINES_AT_ONCE);
    const hung = firstHung(look.db, asked);
    yield linesInOrder(look.db, asked).map((line) => {
      const row = { line, summary: summaryOf(line, look), hung, language };
      return columns.map(({ value }) => value(row));
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function calendarOf(look: Look, ids: readonly string[], language: Language): File {
  const owed = owedByDocuments(look, ids).filter(({ duty }) => duty.doneOn === null);
  return calendarFile(look, owed, language);
}
