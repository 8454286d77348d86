/** Tables that both formats share: 三 requests by kind of applicant, 四 reconsideration and litigation. */

import { APPLICANT_KINDS, REMEDIES, REMEDY_RESULTS, type ResultRow } from '../replyKind.ts';
import type { ReportColumn, ReportRow, ReportTable } from './layout.ts';

export const REQUESTS_BLOCK = 'all';

/** 自然人 by itself, the kinds of 法人或其他组织 under one heading, and what all of them add up to. */
const APPLICANTS: readonly ReportColumn[] = [
  ...APPLICANT_KINDS.map((key) => (key === 'naturalPerson' ? { key } : { key, group: 'organisation' })),
  { key: 'total', sumOf: APPLICANT_KINDS },
];

/** 三（三）不予公开、（四）无法提供、（五）不予处理 */
const GROUPED = {
  withheld: [
    'refusedStateSecret',
    'refusedByLaw',
    'refusedSecurity',
    'refusedThirdParty',
    'refusedInternal',
    'refusedProcess',
    'refusedEnforcement',
    'refusedQuery',
  ],
  unavailable: ['notHeld', 'toBeMade', 'stillUnclear'],
  unprocessed: ['petition', 'repeated', 'publishedMaterial', 'excessive', 'reissue'],
} as const satisfies Record<string, readonly ResultRow[]>;

/** `others` are the rows of （六）其他处理, which the two formats divide differently. */
export function requestsTable(others: readonly ReportRow[]): ReportTable {
  const endings: readonly ReportRow[] = [
    { key: 'granted', groups: ['results'] },
    { key: 'partial', groups: ['results'] },
    ...Object.entries(GROUPED).flatMap(([group, keys]) => keys.map((key) => ({ key, groups: ['results', group] }))),
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

export const DISPUTES_BLOCK = 'all';
export const DISPUTES_ROW = 'number';

/** `reconsideration-upheld`; also the key of the total. */
export function disputeColumn(remedy: string, result: string): string {
  return `${remedy}-${result}`;
}

/** One row of three times five columns: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const DISPUTES_TABLE: ReportTable = {
  key: 'disputes',
  blocks: [
    {
      key: DISPUTES_BLOCK,
      rows: [{ key: DISPUTES_ROW, groups: [] }],
      columns: REMEDIES.flatMap((group): ReportColumn[] => {
        const results = REMEDY_RESULTS.map((result) => disputeColumn(group, result));
        return [
          ...results.map((key) => ({ key, group })),
          { key: disputeColumn(group, 'total'), group, sumOf: results },
        ];
      }),
    },
  ],
};
