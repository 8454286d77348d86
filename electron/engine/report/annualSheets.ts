/** The sheets of an annual report's Excel file: the three tables, where each figure comes from, and the text. */

import { REPORT_SECTIONS, type ReportCell } from '../../domain/annualReport/layout.ts';
import { reportCells } from '../../domain/annualReport/report.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { Sheet, SheetColumn } from '../../exchange/sheet.ts';
import type { ComposedReport } from './annualReport.ts';

const FEN_PER_TEN_THOUSAND = 1_000_000;

const HEADS = {
  zh: {
    item: '条款',
    row: '项目',
    column: '指标',
    value: '数',
    origin: '数据来源',
    note: '来源说明',
    reason: '与登记库不同的理由',
    section: '部分',
    text: '正文',
    sources: '数据来源',
  },
  en: {
    item: 'Item',
    row: 'Row',
    column: 'Column',
    value: 'Figure',
    origin: 'Origin',
    note: 'Source',
    reason: 'Reason for differing from the registry',
    section: 'Section',
    text: 'Text',
    sources: 'Sources',
  },
} as const;

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });

export function reportSheets(report: ComposedReport, language: Language): readonly Sheet[] {
  return [
    ...report.layout.tables.map(({ key }) => tableSheet(report, key, language)),
    sourceSheet(report, language),
    textSheet(report, language),
  ];
}

function tableSheet(report: ComposedReport, key: ReportCell['table'], language: Language): Sheet {
  const cells = reportCells(report.layout).filter(({ table }) => table === key);
  return key === 'requests' ? requestsSheet(report, cells, language) : listSheet(report, key, cells, language);
}

/** 表三: one row for each row of the table, one column for each kind of applicant. */
function requestsSheet(report: ComposedReport, cells: readonly ReportCell[], language: Language): Sheet {
  const block = cells[0]?.block;
  const inRow = (row: string) => cells.filter((cell) => cell.row.key === row);
  return {
    name: say(language, 'reportTable.requests'),
    columns: [
      text(HEADS[language].row, 60),
      ...(block?.columns ?? []).map(
        ({ key }): SheetColumn => ({ header: say(language, `reportColumn.${key}`), width: 10, kind: 'number' }),
      ),
    ],
    rows: (block?.rows ?? []).map((row) => [
      rowWords(row, language),
      ...inRow(row.key).map((cell) => amount(report, cell)),
    ]),
  };
}

/** 表二 and 表四: one row for each figure. */
function listSheet(report: ComposedReport, key: string, cells: readonly ReportCell[], language: Language): Sheet {
  const heads = HEADS[language];
  return {
    name: say(language, `reportTable.${key}`),
    columns: [
      text(heads.item, 20),
      text(heads.row, 26),
      text(heads.column, 30),
      { header: heads.value, width: 14, kind: 'amount' },
    ],
    rows: cells.map((cell) => [
      key === 'disclosed' ? say(language, `reportBlock.${cell.block.key}`) : '',
      say(language, `reportRow.${cell.row.key}`),
      say(language, `reportColumn.${cell.column.key}`),
      amount(report, cell),
    ]),
  };
}

function sourceSheet(report: ComposedReport, language: Language): Sheet {
  const heads = HEADS[language];
  const figures = new Map(report.figures.map((figure) => [figure.key, figure]));
  return {
    name: heads.sources,
    columns: [
      text(say(language, 'field.table'), 8),
      text(heads.row, 40),
      text(heads.column, 26),
      { header: heads.value, width: 12, kind: 'amount' },
      text(heads.origin, 12),
      text(heads.note, 36),
      text(heads.reason, 36),
    ],
    rows: reportCells(report.layout).map((cell) => {
      const figure = figures.get(cell.key);
      return [
        say(language, `reportTable.${cell.table}`),
        rowWords(cell.row, language),
        say(language, `reportColumn.${cell.column.key}`),
        amount(report, cell),
        figure?.origin ? say(language, `reportOrigin.${figure.origin}`) : '',
        figure?.sourceNote ?? '',
        figure?.overrideReason ?? '',
      ];
    }),
  };
}

function textSheet({ row }: ComposedReport, language: Language): Sheet {
  const heads = HEADS[language];
  return {
    name: heads.text,
    columns: [text(heads.section, 40), text(heads.text, 120)],
    rows: REPORT_SECTIONS.map((section) => [say(language, `reportSection.${section}`), row?.texts[section] ?? '']),
  };
}

/** （三）不予公开 1.属于国家秘密: the heading that the table shows beside the row stands before it. */
function rowWords({ key, groups }: ReportCell['row'], language: Language): string {
  const nearest = groups.slice(1).map((group) => say(language, `reportGroup.${group}`));
  return [...nearest, say(language, `reportRow.${key}`)].join(' ');
}

/** Amounts in 万元, as the table says. */
function amount({ values }: ComposedReport, { key, kind }: ReportCell): number | null {
  const value = values[key] ?? null;
  return value === null || kind !== 'money' ? value : value / FEN_PER_TEN_THOUSAND;
}
