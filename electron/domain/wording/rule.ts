/** Words of amending the rules of duties. */

import { catalogue } from './catalogue.ts';

export const ruleWording = catalogue(
  {
    'rule.articleMissing': '请写明依据的条款。',
    'rule.triggerMissing': '请写明自何日起算。',
    'rule.evidenceMissing': '请写明以何为凭证。',
    'rule.effectiveFromMissing': '请填写适用自哪个起算日。',
    'rule.reasonMissing': '请写明修改规则的理由。',
    'rule.periodBad': '期限须为 1 至 {most} 的整数。',
    'rule.periodByStatute': '依申请公开的期限由《条例》规定，按办理经过计算，不能改动。',
    'rule.endsBeforeStart': '失效日早于生效日。',
    'rule.divisionUnknown': '没有这个处室，或者该处室已撤销。',
    'rule.unchanged': '与原规则没有差别。',
    'rule.sameDay': '已有自{day:day}起适用的同一规则，请更正该条。',
    'field.effectiveFrom': '适用自',
    'field.effectiveTo': '适用至',
    'field.periodLength': '期限',
    'field.unit': '期限单位',
    'field.trigger': '起算',
    'field.article': '依据',
    'field.gate': '前置条件',
    'field.isEnabled': '启用',
  },
  {
    'rule.articleMissing': 'Enter the article.',
    'rule.triggerMissing': 'Enter the day from which it is counted.',
    'rule.evidenceMissing': 'Enter what proves it.',
    'rule.effectiveFromMissing': 'Enter the first day that starts under this rule.',
    'rule.reasonMissing': 'Enter why the rule is amended.',
    'rule.periodBad': 'The period is a whole number from 1 to {most}.',
    'rule.periodByStatute':
      'The periods of requests are those of the Regulation and are told by their own clock; they cannot be amended.',
    'rule.endsBeforeStart': 'The last day is before the first.',
    'rule.divisionUnknown': 'There is no such division, or it is closed.',
    'rule.unchanged': 'Nothing differs from the rule as it was.',
    'rule.sameDay': 'A wording of this rule already applies from {day:day}: correct that one.',
    'field.effectiveFrom': 'Applies from',
    'field.effectiveTo': 'Applies until',
    'field.periodLength': 'Period',
    'field.unit': 'Unit of the period',
    'field.trigger': 'Counted from',
    'field.article': 'Article',
    'field.gate': 'Gate',
    'field.isEnabled': 'In use',
  },
);
