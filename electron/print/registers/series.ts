/** 发文字号登记簿: every number of a series from the first to the last, with gaps and voids, and the closing statement. GB/T 9704 7.2.5 */

import type { SeriesState, SeriesTotals } from '../../domain/numberSeries.ts';
import type { PaperLanguage } from '../page.ts';
import type { RegisterDefinition } from '../register.ts';
import { type DocumentCells, division, docType, NIL, remark, signedOn, signer, title } from './columns.ts';

export type SeriesRow = DocumentCells & {
  readonly state: SeriesState;
  readonly from: number;
  readonly to: number;
  /** 公开属性 in words. */
  readonly attribute: string;
  readonly remark: string;
};

const STATES: Readonly<Record<PaperLanguage, Readonly<Record<SeriesState, string>>>> = {
  zh: { registered: '已登记', void: '作废', duplicate: '重号', gap: '未登记' },
  en: { registered: 'registered', void: 'void', duplicate: 'given twice', gap: 'not registered' },
};

/** Numbers of a gap: what the total counts, line by line. */
function many(numbers: number, language: PaperLanguage): string {
  return language === 'zh' ? `共 ${numbers} 号` : `${numbers} numbers`;
}

function totals(rows: readonly SeriesRow[], language: PaperLanguage): string {
  const having = (state: SeriesState) =>
    rows.filter((row) => row.state === state).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const words = STATES[language];
  const [documents, voided, twice, gap] = [
    having('registered') + having('duplicate'),
    having('void'),
    having('duplicate'),
    having('gap'),
  ];
  if (language === 'zh') {
    return `登记 ${documents} 件${twice > 0 ? `（其中${words.duplicate} ${twice} 件）` : ''}，${words.void} ${voided} 件，${words.gap} ${gap} 号。`;
  }
  return `${documents} registered${twice > 0 ? ` (${twice} ${words.duplicate})` : ''}, ${voided} void, ${gap} not registered.`;
}

export const SERIES_REGISTER: RegisterDefinition<SeriesRow> = {
  title: { zh: '发文字号登记簿', en: 'Register of a Document Number Series' },
  measure: { zh: '单位：号', en: 'Unit: numbers' },
  about: { zh: '文号序列：', en: 'Series: ' },
  columns: [
    {
      header: { zh: '顺序号', en: 'Number' },
      width: 20,
      text: ({ from, to }) => (from === to ? String(from) : `${from}—${to}`),
    },
    {
      header: { zh: '登记情况', en: 'State' },
      width: 22,
      text: (row, language) => STATES[language][row.state],
    },
    title(),
    docType(),
    division(),
    signer(),
    { ...signedOn(), text: ({ signedOn: day }) => day ?? '' },
    { header: { zh: '公开属性', en: 'Disclosure' }, width: 24, text: (row) => row.attribute },
    {
      ...remark(38),
      text: (row, language) => (row.from === row.to ? row.remark : many(row.to - row.from + 1, language)),
    },
  ],
  nil: NIL,
  totals,
};

/** 截止说明: what a reader of the closed book has to know; `isClosed` once the year of the series has ended. */
export function closingStatement(
  series: string,
  { last, registered, voided, missing, duplicated }: SeriesTotals,
  { language, isClosed, on }: { readonly language: PaperLanguage; readonly isClosed: boolean; readonly on: string },
): string {
  if (language === 'zh') {
    const used =
      last === 0
        ? '未使用字号'
        : `自第 1 号起至第 ${last} 号止，其中已登记 ${registered} 号，作废 ${voided} 号，未登记 ${missing} 号${duplicated > 0 ? `，重号 ${duplicated} 号` : ''}`;
    const end = isClosed ? '该序列当年字号至此截止，下一年度自第 1 号另行编号。' : '该序列尚在使用，字号未截止。';
    return `截止说明：截至${on}，${series}序列${used}。${end}`;
  }
  const used =
    last === 0
      ? 'no number was used'
      : `numbers 1 to ${last}: ${registered} registered, ${voided} void, ${missing} not registered${duplicated > 0 ? `, ${duplicated} given twice` : ''}`;
  const end = isClosed
    ? 'The series is closed for the year; numbering begins again with 1.'
    : 'The series is in use and not closed.';
  return `Closing statement as of ${on}, series ${series}: ${used}. ${end}`;
}
