/** Export of a list as asked, to Excel or CSV; the trail knows of it before the file exists. */

import type { DocumentFilter, DocumentSort } from '../contract/documents.ts';
import type { DocumentSummary } from '../contract/records.ts';
import { say } from '../domain/wording/say.ts';
import { writeCsv } from '../exchange/csv.ts';
import type { SheetColumn } from '../exchange/sheet.ts';
import { countLedger, listLedger } from '../store/ledgerQuery.ts';
import { conditionsOf } from './documentQuery.ts';
import type { Look, Registry } from './registry.ts';
import { summaryOf } from './summaries.ts';

type Language = 'zh' | 'en';

export type Export = {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
};

type Column = {
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly kind: SheetColumn['kind'];
  readonly value: (row: DocumentSummary, language: Language) => string | number | null;
};

/** Headers that our own import reads again; the order of the full ledger. */
const COLUMNS: readonly Column[] = [
  { zh: '发文字号', en: 'Document number', width: 24, kind: 'text', value: (row) => row.docNumber ?? '' },
  { zh: '文件标题', en: 'Title', width: 60, kind: 'text', value: (row) => row.title },
  { zh: '文种', en: 'Document type', width: 8, kind: 'text', value: (row) => row.docType },
  { zh: '起草处室', en: 'Division', width: 16, kind: 'text', value: (row) => row.divisionName },
  { zh: '拟稿人', en: 'Drafter', width: 10, kind: 'text', value: (row) => row.drafter },
  { zh: '签发人', en: 'Signer', width: 10, kind: 'text', value: (row) => row.signer },
  { zh: '签发日期', en: 'Signed on', width: 12, kind: 'day', value: (row) => row.signedOn },
  { zh: '成文日期', en: 'Written on', width: 12, kind: 'day', value: (row) => row.writtenOn },
  { zh: '印发日期', en: 'Printed on', width: 12, kind: 'day', value: (row) => row.printedOn },
  {
    zh: '公开属性',
    en: 'Disclosure attribute',
    width: 12,
    kind: 'text',
    value: (row, language) => say(language, `attribute.${row.attribute}`),
  },
  { zh: '理由', en: 'Reason', width: 30, kind: 'text', value: (row) => row.reason },
  { zh: '应送份数', en: 'Copies required', width: 10, kind: 'number', value: (row) => row.copiesRequired },
  { zh: '实收份数', en: 'Copies received', width: 10, kind: 'number', value: (row) => row.copiesReceived },
  {
    zh: '保密审查',
    en: 'Confidentiality review',
    width: 14,
    kind: 'text',
    value: (row, language) => say(language, `reviewStage.${row.reviewStage}`),
  },
  { zh: '审查日期', en: 'Reviewed on', width: 12, kind: 'day', value: (row) => row.reviewApprovedOn },
  { zh: '应公开截止日', en: 'Due on', width: 12, kind: 'day', value: (row) => row.posting?.dueOn ?? null },
  { zh: '公开日期', en: 'Posted on', width: 12, kind: 'day', value: (row) => row.postedOn },
  {
    zh: '逾期工作日数',
    en: 'Working days overdue',
    width: 10,
    kind: 'number',
    value: (row) => row.posting?.overdueWorkingDays ?? null,
  },
  { zh: '网址', en: 'Address', width: 40, kind: 'text', value: (row) => row.postedUrl ?? '' },
];

const MOST_ROWS = 1_000_000;

export async function exportDocuments(registry: Registry, look: Look, asked: Export): Promise<File> {
  const { language, format, sort } = asked;
  const conditions = conditionsOf(asked.filter, look);
  const rows = countLedger(look.db, conditions);
  await registry.write(look.actor, async ({ record }) => {
    const changes = [{ field: 'rows', before: '', after: String(rows) }];
    record({
      act: 'documents.export',
      entity: 'ledger',
      entityId: format,
      label: JSON.stringify(asked.filter),
      changes,
    });
  });
  const lines = listLedger(look.db, conditions, sort, { offset: 0, limit: MOST_ROWS });
  const cells = lines.map((line) => {
    const summary = summaryOf(line, look);
    return COLUMNS.map(({ value }) => value(summary, language));
  });
  const name = `${language === 'zh' ? '文件公开台账' : 'disclosure-ledger'}-${look.today}.${format}`;
  if (format === 'csv') {
    const texts = cells.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    return fileOf(
      writeCsv(
        COLUMNS.map((column) => column[language]),
        texts,
      ),
      name,
      'text/csv',
    );
  }
  const columns = COLUMNS.map((column) => ({ header: column[language], width: column.width, kind: column.kind }));
  // Loaded when it is needed: the window must not wait for it at every start.
  const { writeXlsx } = await import('../exchange/xlsxWriter.ts');
  const bytes = await writeXlsx({
    name: language === 'zh' ? '文件公开台账' : 'Disclosure ledger',
    columns,
    rows: cells,
  });
  return fileOf(bytes, name, XLSX_TYPE);
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function fileOf(bytes: Uint8Array, name: string, type: string): File {
  return new File([new Uint8Array(bytes)], name, { type });
}
