/** The bureau's budget and final accounts (部门预决算): public twenty calendar days after approval. 实施方案一（四）; 预算法第十四条. */

import { broken } from '../broken.ts';
import { dayIn, numberIn } from './body.ts';
import { firstPosting, type MatterKind } from './kind.ts';

export const budget: MatterKind = {
  key: 'budget',
  obligation: 'O6',
  fields: [
    { key: 'budgetKind', type: 'choice', choices: ['budget', 'finalAccounts'], needed: 'opening', initial: 'budget' },
    { key: 'fiscalYear', type: 'number', needed: 'opening' },
    { key: 'approvedBy', type: 'text' },
    { key: 'approvedOn', type: 'day', needed: 'opening', isPast: true },
    { key: 'approvalNumber', type: 'text', needed: 'opening' },
  ],
  columns: ['budgetKind', 'fiscalYear', 'approvedOn'],
  numberField: 'approvalNumber',
  stages: ['posting'],
  channels: ['website', 'other'],
  owed: (facts) => {
    const on = dayIn(facts.body, 'approvedOn');
    if (on === null) return [];
    return [{ rule: 'budgetPosting', trigger: { on, source: 'budgetApproved' }, doneOn: firstPosting(facts) }];
  },
  brokenOnBody: ({ body }) => {
    const year = numberIn(body, 'fiscalYear');
    return year !== null && (year < 2000 || year > 2100) ? [broken('matter.notThisYear', 'fiscalYear')] : [];
  },
  brokenOnClosing: (facts) => (firstPosting(facts) === null ? [broken('matter.notPublished', 'postings')] : []),
};
