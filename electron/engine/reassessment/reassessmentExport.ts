/** The list of a re-assessment as a table file: the columns of its page. */

import type { ReassessmentRecord } from '../../contract/normative.ts';
import type { Occasion } from '../../domain/reassessment.ts';
import { say } from '../../domain/wording/say.ts';
import { dayColumn, type PageColumn, textColumn } from '../exchange/pageExport.ts';

type Column = PageColumn<ReassessmentRecord>;
type Judged = NonNullable<ReassessmentRecord['decided']>;

const FIRST: readonly Column[] = [
  textColumn(
    '发文字号',
    'Number',
    24,
    ({ docNumber }, language) => docNumber ?? (language === 'zh' ? '无文号' : 'No number'),
  ),
  textColumn('文件标题', 'Title', 50, ({ title }) => title),
  textColumn('起草处室', 'Division', 16, ({ divisionName }) => divisionName),
];
const OF_ATTRIBUTE: readonly Column[] = [
  dayColumn('签发日期', 'Signed on', ({ formedOn }) => formedOn),
  textColumn('现公开属性', 'Attribute', 14, ({ attribute }, language) => say(language, `attribute.${attribute}`)),
  textColumn('依据', 'Basis', 24, ({ basis }, language) => (basis ? say(language, `basis.${basis}`) : '')),
  textColumn('理由', 'Reason', 40, ({ reason }) => reason),
];
const OF_VALIDITY: readonly Column[] = [
  dayColumn('印发日期', 'Issued on', ({ formedOn }) => formedOn),
  textColumn('有效性', 'Validity', 12, ({ validity }, language) => say(language, `validity.${validity}`)),
  dayColumn('上次清理', 'Last review', ({ lastReviewedOn }) => lastReviewedOn),
];

/** What was proposed or decided, why, by whom and when. */
function judged(zh: string, en: string, of: (row: ReassessmentRecord) => Judged | null): readonly Column[] {
  return [
    textColumn(zh, en, 18, (row, language) => {
      const decision = of(row)?.decision;
      return decision === undefined ? '' : say(language, `decision.${decision}`);
    }),
    textColumn('意见理由', 'Why', 40, (row) => of(row)?.reason ?? ''),
    textColumn('经办人', 'By', 12, (row) => of(row)?.byName ?? ''),
    dayColumn('日期', 'On', (row) => of(row)?.decidedOn ?? null),
  ];
}

export function reassessmentColumns(occasion: Occasion, isDecided: boolean): readonly Column[] {
  const own = occasion === 'cleanup' ? OF_VALIDITY : OF_ATTRIBUTE;
  const last = isDecided
    ? judged('决定', 'Decision', ({ decided }) => decided)
    : judged('处室意见', 'Proposal', ({ proposal }) => proposal);
  return [...FIRST, ...own, ...last];
}
