/** Words of the rules of penalties (行政处罚信息公示): what is owed, by which article, from which day on. 总局令第45号. */

import { catalogue } from './catalogue.ts';

export const penaltyRuleWording = catalogue(
  {
    'duty.penaltyPosting': '行政处罚信息公示',
    'duty.penaltyForwarding': '行政处罚信息推送外省',
    'duty.penaltyPostingForOther': '外省推送行政处罚信息公示',
    'duty.penaltyTakingDown': '行政处罚信息撤回',

    'dutyArticle.penaltyPosting2019': '实施方案二（二）；《政府信息公开条例》第二十条第（六）项、第二十六条',
    'dutyArticle.penaltyPosting': '《市场监督管理行政处罚信息公示规定》（总局令第45号）第九条',
    'dutyArticle.penaltyForwarding': '《市场监督管理行政处罚信息公示规定》（总局令第45号）第十条',
    'dutyArticle.penaltyPostingForOther': '《市场监督管理行政处罚信息公示规定》（总局令第45号）第十条',
    'dutyArticle.penaltyTakingDown': '《市场监督管理行政处罚信息公示规定》（总局令第45号）第十一条',

    'ruleTrigger.penaltyPosting': '作出行政处罚决定（当事人在本省登记）',
    'ruleTrigger.penaltyForwarding': '作出行政处罚决定（当事人在外省登记）',
    'ruleTrigger.penaltyPostingForOther': '收到外省推送的行政处罚信息',
    'ruleTrigger.penaltyTakingDown': '行政处罚决定被变更、撤销、确认违法或无效',

    'ruleGate.penaltyTakingDown': '仍在任一渠道公示的，不得办结',

    'ruleEvidence.penaltyPosting': '各公示渠道的网址',
    'ruleEvidence.penaltyForwarding': '推送日期',
    'ruleEvidence.penaltyPostingForOther': '各公示渠道的网址',
    'ruleEvidence.penaltyTakingDown': '撤回日期、说明',
  },
  {
    'duty.penaltyPosting': 'Posting of a penalty',
    'duty.penaltyForwarding': 'Forwarding to another province',
    'duty.penaltyPostingForOther': 'Posting of a penalty forwarded to us',
    'duty.penaltyTakingDown': 'Taking down of a penalty',

    'dutyArticle.penaltyPosting2019':
      'Implementation Plan II(2); Regulation on Open Government Information, Articles 20(6) and 26',
    'dutyArticle.penaltyPosting': 'Provisions on Publishing Penalties (SAMR Order 45), Article 9',
    'dutyArticle.penaltyForwarding': 'Provisions on Publishing Penalties (SAMR Order 45), Article 10',
    'dutyArticle.penaltyPostingForOther': 'Provisions on Publishing Penalties (SAMR Order 45), Article 10',
    'dutyArticle.penaltyTakingDown': 'Provisions on Publishing Penalties (SAMR Order 45), Article 11',

    'ruleTrigger.penaltyPosting': 'The penalty is decided (party registered in this province)',
    'ruleTrigger.penaltyForwarding': 'The penalty is decided (party registered in another province)',
    'ruleTrigger.penaltyPostingForOther': 'The penalty is received from another province',
    'ruleTrigger.penaltyTakingDown': 'It is changed, withdrawn, or found unlawful or void',

    'ruleGate.penaltyTakingDown': 'Not closed while it still stands on any channel',

    'ruleEvidence.penaltyPosting': 'Web address on each channel',
    'ruleEvidence.penaltyForwarding': 'Day of forwarding',
    'ruleEvidence.penaltyPostingForOther': 'Web address on each channel',
    'ruleEvidence.penaltyTakingDown': 'Day of the withdrawal, explanation',
  },
);
