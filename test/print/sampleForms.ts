/** One document on each of the forms, as the engine would hand it over. */

import { toDay } from '../../electron/domain/day.ts';
import { explainDeadline } from '../../electron/domain/deadline.ts';
import type { Label } from '../../electron/print/labels.ts';
import type { ReceiptSlip } from '../../electron/print/receiptSlip.ts';
import type { ReminderSlip } from '../../electron/print/reminderSlip.ts';
import type { ReturnSlip } from '../../electron/print/returnSlip.ts';
import type { ReviewForm } from '../../electron/print/reviewForm.ts';
import type { WhyDate } from '../../electron/print/whyDate.ts';
import { calendar } from '../domain/seed.ts';

const TITLE = '关于印发《辽宁省市场监督管理局2019年政务公开工作实施方案》的通知';
const BUREAU = { bureau: '辽宁省市场监督管理局', unit: '办公室' } as const;
const PRINTED = { printedBy: '王䶮', printedAt: '2019-08-05 09:12' } as const;

export const RECEIPT: ReceiptSlip = {
  ...BUREAU,
  language: 'zh',
  number: 'HZ-2019-0031',
  division: '登记注册处',
  title: TITLE,
  docNumber: '辽市监发〔2019〕62号',
  attribute: '主动公开',
  copiesRequired: 7,
  copiesReceived: 5,
  missingBy: toDay('2019-08-08'),
  deliveredBy: '马𠮷',
  receivedBy: '李𬭚',
  receivedAt: '2019-08-02 15:40',
  receivedOn: toDay('2019-08-02'),
  dueOn: toDay('2019-08-29'),
  isProvisional: false,
  remark: '',
};

export const REVIEW: ReviewForm = {
  language: 'zh',
  bureau: BUREAU.bureau,
  number: 'BM-2019-0058',
  filledOn: toDay('2019-08-02'),
  title: TITLE,
  docNumber: '辽市监发〔2019〕62号',
  division: '登记注册处',
  drafter: '马𠮷',
  docType: '通知',
  channel: '省局门户网站',
  attribute: '主动公开',
  basis: '条例第二十条第一项：行政法规、规章和规范性文件',
  revision: 2,
  contentHash: '9f3c71a2e04b88d1bb20f1c4e5d6a7980123456789abcdef0123456789abcdef',
  ticks: {
    stateSecret: false,
    workSecret: false,
    tradeSecret: false,
    personalPrivacy: true,
    threeSecuritiesOneStability: false,
  },
  stepsRequired: ['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge'],
  steps: [
    {
      step: 'drafter',
      outcome: 'proposeDisclosure',
      opinion: '附件联系人手机号已删去，拟主动公开。',
      signerName: '马𠮷',
      onBehalfOf: '',
      signedOn: toDay('2019-08-02'),
    },
    {
      step: 'divisionHead',
      outcome: 'agree',
      opinion: '同意公开。',
      signerName: '周犇',
      onBehalfOf: '严𰻝',
      signedOn: toDay('2019-08-05'),
    },
  ],
  conclusion: null,
  lapse: '',
  remark: '',
  ...PRINTED,
};

export const REMINDER: ReminderSlip = {
  ...BUREAU,
  language: 'zh',
  number: 'CB-2019-0009',
  degree: 'urging',
  division: '登记注册处',
  kind: 'document',
  isPosting: true,
  trigger: '签发日期',
  title: '关于印发“证照分离”改革全覆盖试点工作方案的通知',
  docNumber: '辽市监发〔2019〕79号',
  signedOn: toDay('2019-08-20'),
  attribute: '主动公开',
  duty: '在省局门户网站公开',
  article: '《中华人民共和国政府信息公开条例》第二十六条和《辽宁省市场监督管理局2019年政务公开工作实施方案》五（三）',
  dueOn: toDay('2019-09-18'),
  isProvisional: false,
  workingDaysLeft: -9,
  isOverdue: true,
  standing: '待处室负责人审查',
  answerBy: toDay('2019-10-08'),
  issuedOn: toDay('2019-09-30'),
  contact: '李𬭚　024-00000000',
  copyTo: '分管局领导',
};

export const WHY: WhyDate = {
  ...BUREAU,
  language: 'zh',
  title: '辽宁省产品质量监督抽查管理办法',
  docNumber: '辽市监发〔2019〕91号',
  division: '质量监督处',
  duty: '在省局门户网站公开',
  article: '《中华人民共和国政府信息公开条例》第二十六条',
  trigger: '签发日期',
  deadline: explainDeadline(toDay('2019-09-27'), 20, 'WD', calendar),
  notices: ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'],
  ...PRINTED,
};

export const RETURN: ReturnSlip = {
  ...BUREAU,
  language: 'zh',
  number: 'TW-2019-0003',
  division: '登记注册处',
  title: '关于印发“证照分离”改革全覆盖试点工作方案的通知',
  docNumber: '',
  deliveredBy: '马𠮷',
  reasons: ['attributeMissing', 'reviewMissing', 'other'],
  note: '附件二缺第三页，请补齐后一并报送。',
  returnedOn: toDay('2019-08-06'),
  answerBy: toDay('2019-08-08'),
  issuedBy: '李𬭚',
};

export const SHELF_LABEL: Label = {
  stamp: ['0123', '2019', '0062', '办公室', '定期30年', '14'],
  heading: '辽市监发〔2019〕62号',
  text: TITLE,
  lines: ['办公室　2019-08-01', '0123-2019-定期30年-办公室-0062'],
  code: 'WJ3F9A1C0277BE',
  readable: 'WJ 3F9A 1C02 77BE',
};
