/** Words of the rules of requests for information (依申请公开): what is owed, by which article, from which day on. */

import { catalogue } from './catalogue.ts';

export const requestRuleWording = catalogue(
  {
    'duty.requestReply': '依申请公开答复',
    'duty.requestCorrection': '补正告知',
    'duty.requestCorrected': '申请人补正',
    'duty.requestConsultation': '征求意见回复',
    'duty.requestFee': '缴费',
    'duty.requestDelivery': '答复送达',
    'duty.severalRequests': '多人申请事项的主动公开研究',

    'dutyArticle.requestReply': '《政府信息公开条例》第三十三条',
    'dutyArticle.requestCorrection': '《政府信息公开条例》第三十条',
    'dutyArticle.requestCorrected': '《政府信息公开条例》第三十条；合理期限由补正告知书载明',
    'dutyArticle.requestConsultation': '《政府信息公开条例》第三十二条、第三十四条',
    'dutyArticle.requestFee': '《政府信息公开条例》第四十二条；国办函〔2020〕109号',
    'dutyArticle.requestDelivery': '实施方案五（一）；国办公开办函〔2016〕235号；期限由本局设定',
    'dutyArticle.severalRequests': '《政府信息公开条例》第四十四条；期限由本局设定',

    'ruleTrigger.requestReply': '收到申请（收到补正后重新起算）',
    'ruleTrigger.requestCorrection': '收到申请',
    'ruleTrigger.requestCorrected': '补正告知',
    'ruleTrigger.requestConsultation': '第三方或共同制作机关收到征求意见书',
    'ruleTrigger.requestFee': '收费通知',
    'ruleTrigger.requestDelivery': '答复发出',
    'ruleTrigger.severalRequests': '收到第二名申请人就同一信息的申请',

    'ruleGate.requestDelivery': '未登记送达的，不得归档',

    'ruleEvidence.requestReply': '答复书、送达凭证',
    'ruleEvidence.requestCorrection': '补正告知书、送达凭证',
    'ruleEvidence.requestCorrected': '申请人的补正材料',
    'ruleEvidence.requestConsultation': '征求意见书、书面回复',
    'ruleEvidence.requestFee': '收费通知、缴费凭证',
    'ruleEvidence.requestDelivery': '送达回证、邮件签收记录',
    'ruleEvidence.severalRequests': '研究结论和理由',
  },
  {
    'duty.requestReply': 'Reply to a request for information',
    'duty.requestCorrection': 'Notice to correct a request',
    'duty.requestCorrected': 'Correction by the applicant',
    'duty.requestConsultation': 'Answer of a party consulted',
    'duty.requestFee': 'Payment of the fee',
    'duty.requestDelivery': 'Delivery of the reply',
    'duty.severalRequests': 'Whether to open what several ask for',

    'dutyArticle.requestReply': 'Regulation on Open Government Information, Article 33',
    'dutyArticle.requestCorrection': 'Regulation on Open Government Information, Article 30',
    'dutyArticle.requestCorrected':
      'Regulation on Open Government Information, Article 30; period stated in the notice',
    'dutyArticle.requestConsultation': 'Regulation on Open Government Information, Articles 32 and 34',
    'dutyArticle.requestFee':
      'Regulation on Open Government Information, Article 42; State Council Office 2020, No. 109',
    'dutyArticle.requestDelivery':
      'Implementation Plan V(1); State Council Office 2016, No. 235; period set by the bureau',
    'dutyArticle.severalRequests': 'Regulation on Open Government Information, Article 44; period set by the bureau',

    'ruleTrigger.requestReply': 'The request is received (afresh once it is corrected)',
    'ruleTrigger.requestCorrection': 'The request is received',
    'ruleTrigger.requestCorrected': 'The notice to correct',
    'ruleTrigger.requestConsultation': 'The party consulted receives the letter',
    'ruleTrigger.requestFee': 'The fee notice',
    'ruleTrigger.requestDelivery': 'The reply is sent',
    'ruleTrigger.severalRequests': 'A second applicant asks for the same',

    'ruleGate.requestDelivery': 'Not archived before its delivery is recorded',

    'ruleEvidence.requestReply': 'Letter of reply, proof of delivery',
    'ruleEvidence.requestCorrection': 'Notice to correct, proof of delivery',
    'ruleEvidence.requestCorrected': 'What the applicant sent in',
    'ruleEvidence.requestConsultation': 'Letter and written answer',
    'ruleEvidence.requestFee': 'Fee notice, proof of payment',
    'ruleEvidence.requestDelivery': 'Proof of delivery, record of the post',
    'ruleEvidence.severalRequests': 'The answer and its reason',
  },
);
