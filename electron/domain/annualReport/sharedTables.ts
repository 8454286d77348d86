/** Tables that both formats share: 三 requests by kind of applicant, 四 reconsideration and litigation. */

import type { ReportColumn, ReportRow, ReportTable } from './layout.ts';

export const REQUESTS_BLOCK = 'all';

const ORGANISATIONS = ['business', 'research', 'charity', 'legalService', 'otherBody'] as const;
/** 自然人，法人或其他组织 by kind; the last column of table 三 adds them up. */
export const APPLICANT_COLUMNS = ['natural', ...ORGANISATIONS] as const;

const APPLICANTS: readonly ReportColumn[] = [
  { key: 'natural' },
  ...ORGANISATIONS.map((key) => ({ key, group: 'organisation' })),
  { key: 'total', sumOf: APPLICANT_COLUMNS },
];

/** 三（三）不予公开 */
const WITHHELD = [
  'stateSecret',
  'forbiddenByLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'process',
  'enforcementFile',
  'administrativeInquiry',
] as const;
/** 三（四）无法提供 */
const UNAVAILABLE = ['notHeld', 'needsMaking', 'stillUnclear'] as const;
/** 三（五）不予处理 */
const UNPROCESSED = ['complaint', 'repeated', 'publication', 'excessive', 'confirmation'] as const;

/** Rows under one heading within 三, 本年度办理结果. */
function results(group: string, keys: readonly string[]): readonly ReportRow[] {
  return keys.map((key) => ({ key, groups: ['results', group] }));
}

/** `others` are the rows of （六）其他处理, which the two formats divide differently. */
export function requestsTable(others: readonly ReportRow[]): ReportTable {
  const endings: readonly ReportRow[] = [
    { key: 'granted', groups: ['results'] },
    { key: 'partly', groups: ['results'] },
    ...results('withheld', WITHHELD),
    ...results('unavailable', UNAVAILABLE),
    ...results('unprocessed', UNPROCESSED),
    ...others,
  ];
  const rows: readonly ReportRow[] = [
    { key: 'received', groups: [] },
    { key: 'carriedIn', groups: [] },
    ...endings,
    { key: 'handled', groups: ['results'], sumOf: endings.map(({ key }) => key) },
    { key: 'carriedOut', groups: [] },
  ];
  return { key: 'requests', blocks: [{ key: REQUESTS_BLOCK, rows, columns: APPLICANTS }] };
}

const DISPUTES = ['reconsideration', 'directSuit', 'suitAfter'] as const;
const OUTCOMES = ['upheld', 'corrected', 'otherwise', 'pending'] as const;

/** One row of three times five columns: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const DISPUTES_TABLE: ReportTable = {
  key: 'disputes',
  blocks: [
    {
      key: 'all',
      rows: [{ key: 'number', groups: [] }],
      columns: DISPUTES.flatMap((group): ReportColumn[] => {
        const outcomes = OUTCOMES.map((outcome) => `${group}-${outcome}`);
        return [...outcomes.map((key) => ({ key, group })), { key: `${group}-total`, group, sumOf: outcomes }];
      }),
    },
  ],
};
