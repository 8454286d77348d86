/** A list as its page shows it, as a table file: what all such lists share. The trail knows of it before the file exists. */

import type { DutyRecord } from '../../contract/records.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { SheetCell, SheetColumn } from '../../exchange/sheet.ts';
import { openMoment } from '../../store/open.ts';
import type { Look, Registry } from '../registry.ts';
import { listFile } from './listExport.ts';

export type Wanted = { readonly format: 'xlsx' | 'csv'; readonly language: Language };

export type PageColumn<Row> = Omit<SheetColumn, 'header'> & {
  readonly zh: string;
  readonly en: string;
  readonly value: (row: Row, language: Language) => SheetCell;
};

type Value<Row> = PageColumn<Row>['value'];

export function textColumn<Row>(zh: string, en: string, width: number, value: Value<Row>): PageColumn<Row> {
  return { zh, en, width, kind: 'text', value };
}

export function dayColumn<Row>(zh: string, en: string, value: Value<Row>): PageColumn<Row> {
  return { zh, en, width: 12, kind: 'day', value };
}

type Call = { readonly look: Look; readonly registry: Registry; readonly signal: AbortSignal | undefined };

type PageList<Row> = {
  /** As the trail calls the export. */
  readonly act: string;
  /** What was asked for; no names of applicants, because auditors read the trail. */
  readonly label: object;
  readonly name: string;
  readonly columns: readonly PageColumn<Row>[];
  readonly rows: (still: Look, pause: () => Promise<void>) => Promise<readonly Row[]>;
};

const ROWS_AT_ONCE = 500;

/** All rows of one moment, while others go on writing. */
export async function exportPage<Row>(call: Call, list: PageList<Row>, wanted: Wanted): Promise<File> {
  const { look, registry, signal } = call;
  const { format, language } = wanted;
  const { act, columns, name } = list;
  const rows = await rowsOfMoment(call, list);
  await registry.write(look.actor, async ({ record }) => {
    const changes = [{ field: 'rows', before: '', after: String(rows.length) }];
    record({ act, entity: 'ledger', entityId: format, label: JSON.stringify(list.label), changes });
  });
  const slices = async function* () {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      signal?.throwIfAborted();
      const slice = rows.slice(at, at + ROWS_AT_ONCE);
      yield slice.map((row) => columns.map(({ value }) => value(row, language)));
    }
  };
  const headed = columns.map(({ width, kind, ...names }) => ({ width, kind, header: names[language] }));
  return listFile({ name, columns: headed, slices: slices() }, { format, language, today: look.today });
}

async function rowsOfMoment<Row>({ look, registry, signal }: Call, { rows }: PageList<Row>): Promise<readonly Row[]> {
  const moment = openMoment(registry.store.file);
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  };
  try {
    return await rows(registry.look(look.actor, moment.db), pause);
  } finally {
    moment.close();
  }
}

type Running = Pick<DutyRecord, 'state' | 'workingDaysLeft' | 'overdueWorkingDays' | 'provisional'>;

/** How much time is left, as the mark on the screen says it. */
export function timeLeft(duty: Running | null, language: Language): string {
  if (duty === null) return '';
  return `${lefts(duty, language)}${duty.provisional ? say(language, 'export.provisional') : ''}`;
}

function lefts({ state, workingDaysLeft, overdueWorkingDays }: Running, language: Language): string {
  if (state === 'overdue' && overdueWorkingDays > 0)
    return say(language, 'deadline.overdue', { days: overdueWorkingDays });
  if (state === 'open' || state === 'soon') return say(language, 'deadline.left', { days: workingDaysLeft });
  return say(language, `dutyState.${state}`);
}
