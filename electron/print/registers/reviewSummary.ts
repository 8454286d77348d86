/** 保密审查汇总表: the reviews begun in a month, a line for each division, also for one without any. 条例第十七条; 实施方案五（三） */

import { addCounts } from '../../domain/counts.ts';
import type { PaperLanguage } from '../page.ts';
import type { Bilingual, RegisterDefinition } from '../register.ts';
import { countColumn, NIL, NONE } from './columns.ts';

/** Reviews of one division, each counted once by how it stands. */
export type ReviewSummaryRow = {
  readonly division: string;
  readonly begun: number;
  readonly disclose: number;
  readonly disclosePart: number;
  readonly withhold: number;
  /** 需报审 */
  readonly referred: number;
  /** 退回 */
  readonly returned: number;
  /** Still waiting for a signature. */
  readonly open: number;
  /** Working days from the first day to the last signature, all ended reviews together. */
  readonly workingDays: number;
};

export type SummarisedReviews = Omit<ReviewSummaryRow, 'division'>;

const NONE_YET: SummarisedReviews = {
  ...{ begun: 0, disclose: 0, disclosePart: 0, withhold: 0, referred: 0, returned: 0, open: 0, workingDays: 0 },
};

function sumOf(rows: readonly ReviewSummaryRow[]): SummarisedReviews {
  return rows.reduce((sum, { division: _, ...counts }) => addCounts(sum, counts), NONE_YET);
}

/** One decimal, as averages are reported. */
function averageDays({ disclose, disclosePart, withhold, workingDays }: SummarisedReviews): string {
  const ended = disclose + disclosePart + withhold;
  return ended === 0 ? NONE : (workingDays / ended).toFixed(1);
}

function remark({ begun }: ReviewSummaryRow, language: PaperLanguage): string {
  if (begun > 0) return '';
  return language === 'zh' ? '本期无' : 'none in this period';
}

function totals(rows: readonly ReviewSummaryRow[], language: PaperLanguage): string {
  const sum = sumOf(rows);
  const average = averageDays(sum);
  if (language === 'zh') {
    const days = average === NONE ? '' : `；已办结的平均用时 ${average} 个工作日`;
    return `审查 ${sum.begun} 件：可以公开 ${sum.disclose} 件，区分处理后公开 ${sum.disclosePart} 件，不予公开 ${sum.withhold} 件，报审 ${sum.referred} 件，退回 ${sum.returned} 件，办理中 ${sum.open} 件${days}。`;
  }
  const days = average === NONE ? '' : `; ended reviews took ${average} working days on average`;
  return `${sum.begun} reviews: ${sum.disclose} may be disclosed, ${sum.disclosePart} in part, ${sum.withhold} withheld, ${sum.referred} referred, ${sum.returned} returned, ${sum.open} open${days}.`;
}

const count = (zh: string, en: string, of: (row: ReviewSummaryRow) => number) =>
  countColumn<ReviewSummaryRow>({ zh, en }, of, 21);

/** Sums below their columns, as such summaries end. */
function sums(rows: readonly ReviewSummaryRow[], language: PaperLanguage): readonly string[] {
  const sum = sumOf(rows);
  const { begun, disclose, disclosePart, withhold, referred, returned, open } = sum;
  const counts = [begun, disclose, disclosePart, withhold, referred, returned, open].map(String);
  return ['', language === 'zh' ? '合计' : 'Total', ...counts, averageDays(sum), ''];
}

const DIVISION: Bilingual = { zh: '处室', en: 'Division' };

export const REVIEW_SUMMARY: RegisterDefinition<ReviewSummaryRow> = {
  title: { zh: '政府信息公开保密审查汇总表', en: 'Summary of Confidentiality Reviews' },
  measure: { zh: '单位：件', en: 'Unit: reviews' },
  columns: [
    { header: { zh: '序号', en: 'No.' }, width: 12, text: (_, __, index) => String(index + 1) },
    { header: DIVISION, width: 0, align: 'left', text: (row) => row.division },
    count('审查件数', 'Reviews', (row) => row.begun),
    count('可以公开', 'Disclose', (row) => row.disclose),
    count('区分处理\n后公开', 'Disclose\nin part', (row) => row.disclosePart),
    count('不予公开', 'Withhold', (row) => row.withhold),
    count('报审', 'Referred', (row) => row.referred),
    count('退回', 'Returned', (row) => row.returned),
    count('办理中', 'Open', (row) => row.open),
    {
      header: { zh: '平均用时\n（工作日）', en: 'Average\nworking days' },
      width: 23,
      text: (row) => averageDays(row),
    },
    { header: { zh: '备注', en: 'Remarks' }, width: 25, text: remark },
  ],
  nil: NIL,
  totals,
  sums,
};
