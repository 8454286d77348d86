/** Lists of powers, duties and services (权责清单、政务服务事项), version by version, with the codes of the four levels (四级四同). 实施方案一（二）. */

import { type Broken, broken, isBlank } from '../broken.ts';
import { dayIn, textIn } from './body.ts';
import { firstPosting, type MatterFacts, type MatterKind } from './kind.ts';

/** 国家、省、市、县 */
export const LEVEL_CODES = ['nationalCode', 'provincialCode', 'cityCode', 'countyCode'] as const;

function isOfService({ body }: MatterFacts): boolean {
  return ['serviceCatalogue', 'serviceGuide'].includes(textIn(body, 'listKind'));
}

/** The same service carries the same code on all four levels; where it does not, someone has to say why. */
function brokenOnClosing(facts: MatterFacts): readonly Broken[] {
  const { body } = facts;
  const missing = isOfService(facts) ? LEVEL_CODES.filter((key) => isBlank(textIn(body, key))) : [];
  const codes = LEVEL_CODES.map((key) => textIn(body, key).trim()).filter((code) => code !== '');
  const isExplained = !isBlank(textIn(body, 'codeDifference'));
  return [
    ...(isExplained ? [] : missing.map((key) => broken('matter.codeMissing', key, { field: key }))),
    ...(new Set(codes).size > 1 && !isExplained ? [broken('matter.codesDiffer', 'codeDifference')] : []),
    ...(firstPosting(facts) === null ? [broken('matter.notPublished', 'postings')] : []),
  ];
}

export const authorityList: MatterKind = {
  key: 'authorityList',
  obligation: 'O4',
  fields: [
    {
      key: 'listKind',
      type: 'choice',
      choices: ['powers', 'duties', 'serviceCatalogue', 'serviceGuide'],
      needed: 'opening',
      initial: 'powers',
    },
    { key: 'listVersion', type: 'text', needed: 'opening' },
    { key: 'listChangedOn', type: 'day', needed: 'opening', isPast: true },
    { key: 'listChange', type: 'long', needed: 'closing' },
    ...LEVEL_CODES.map((key) => ({ key, type: 'text' as const })),
    { key: 'codeDifference', type: 'long' },
  ],
  columns: ['listKind', 'listVersion', 'listChangedOn'],
  numberField: 'listVersion',
  stages: ['posting'],
  channels: ['website', 'serviceNet', 'other'],
  owed: (facts) => {
    const on = dayIn(facts.body, 'listChangedOn');
    if (on === null) return [];
    return [{ rule: 'listPosting', trigger: { on, source: 'listChanged' }, doneOn: firstPosting(facts) }];
  },
  brokenOnClosing,
};
