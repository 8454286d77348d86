/** Requests of the sample registry (依申请公开), told step by step through the engine's own rules, as a summer at the desk went. */

import type { RequestInputRecord } from '../../contract/requests.ts';
import type { Day } from '../../domain/day.ts';
import type { ReplyDraft, RequestStep } from '../../domain/foiRequest.ts';
import { NO_DRAFT } from '../../domain/requestDraft.ts';
import { findRequest } from '../../store/requests.ts';
import { newId } from '../newId.ts';
import type { Work } from '../registry.ts';
import { registerRequest, takeStep } from '../requests/requestStepping.ts';

type RequestEvent = { readonly on: Day; readonly by: string; readonly act: (work: Work) => void };

/** What happened, on which day, entered by whom. */
type Told = readonly [on: string, by: string, step: RequestStep];

type SampleRequest = Omit<RequestInputRecord, 'documentId' | 'note' | 'arrivedOn' | 'confirmedOn'> & {
  readonly arrivedOn: string;
  readonly confirmedOn?: string;
  readonly told: (divisionId: (name: string) => string) => readonly Told[];
};

const CLERK = 'zhouminglan';
const REVIEWER = 'shenjingyi';
const CONSULTATION = '01900000-0000-7000-8000-000000000001';

const byClerk = (on: string, step: RequestStep): Told => [on, CLERK, step];
const assigned = (on: string, divisionId: string) => byClerk(on, { kind: 'assigned', divisionId });
const correctionAsked = (on: string, items: string, replyBy: string) =>
  byClerk(on, { kind: 'correctionAsked', items, replyBy: replyBy as Day });
const drafted = (on: string, by: string, draft: Partial<ReplyDraft> & Pick<ReplyDraft, 'replyKind'>): Told => [
  on,
  by,
  { kind: 'drafted', draft: { ...NO_DRAFT, ...draft } },
];
const approved = (on: string): Told => [on, REVIEWER, { kind: 'approved', opinion: '' }];
const mailed = (on: string, mailNumber: string) =>
  byClerk(on, { kind: 'replied', way: 'mail', mailNumber, receivedBy: '' });
const delivered = (on: string, receivedBy: string) =>
  byClerk(on, { kind: 'delivered', receivedBy, proof: '邮政投递回执' });
const archived = (on: string, archiveNumber: string) => byClerk(on, { kind: 'archived', archiveNumber });

const REQUESTS: readonly SampleRequest[] = [
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '孙立新', contact: '13800000001', channel: 'inPerson' },
    ...{ address: '沈阳市和平区南京南街12号', wantedForm: 'paper', externalNumber: '', arrivedOn: '2019-06-10' },
    subject: '2018年度食品安全监督抽检不合格产品名单',
    content: '2018年度省局组织的食品安全监督抽检中，全部不合格批次的产品名称、标称生产企业和不合格项目。',
    told: (divisionId) => [
      assigned('2019-06-12', divisionId('食品抽检处')),
      drafted('2019-06-26', 'fengwei', {
        replyKind: 'alreadyPublic',
        how: '登录省局门户网站“食品抽检信息”专栏，按2018年各期公告查阅',
      }),
      approved('2019-06-28'),
      mailed('2019-07-01', 'XA20190701021'),
      delivered('2019-07-04', '孙立新'),
      archived('2019-07-08', '2019-YSQ-001'),
    ],
  },
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '赵文', contact: 'zhaowen@example.com', channel: 'internet' },
    ...{ address: '', wantedForm: 'email', externalNumber: 'WS201907030015', arrivedOn: '2019-07-03' },
    confirmedOn: '2019-07-03',
    subject: '电梯相关材料',
    content: '',
    told: () => [
      correctionAsked('2019-07-09', '一、所需材料的名称或者文号；二、所涉电梯的使用单位和时间范围。', '2019-07-24'),
      byClerk('2019-07-25', { kind: 'abandoned', cause: 'notCorrected' }),
    ],
  },
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '钱玉珍', contact: '13800000002', channel: 'internet' },
    ...{ address: '大连市中山区人民路8号', wantedForm: 'paper', externalNumber: 'WS201907150032' },
    ...{ arrivedOn: '2019-07-15', confirmedOn: '2019-07-16' },
    subject: '2019年上半年特种设备安全监督检查情况',
    content: '检查的单位、时间、发现的问题和处理结果。',
    told: (divisionId) => [
      correctionAsked('2019-07-22', '请写明所需检查情况的设备类别和地区。', '2019-08-05'),
      byClerk('2019-07-26', { kind: 'corrected', content: '设备类别为电梯，地区为大连市中山区。', lateReason: '' }),
      assigned('2019-07-29', divisionId('特种设备处')),
      drafted('2019-08-13', 'qinchuan', {
        replyKind: 'partial',
        how: '随附《2019年上半年电梯安全监督检查情况表》纸质件一份',
        withheldPart: '表中电梯安全管理人员的姓名和联系电话',
        reason: '该部分内容涉及个人隐私，公开会对第三方合法权益造成损害',
      }),
      approved('2019-08-15'),
      mailed('2019-08-16', 'XA20190816007'),
      delivered('2019-08-20', '钱玉珍'),
    ],
  },
  {
    ...{ applicantKind: 'legalService', applicantName: '辽宁同泽律师事务所', contact: '024-00000003' },
    ...{ address: '沈阳市沈河区青年大街66号', channel: 'signedMail', wantedForm: 'paper', externalNumber: '' },
    arrivedOn: '2019-08-05',
    subject: '某公司设立登记档案',
    content: '设立登记申请书、章程和验资报告。',
    told: (divisionId) => [
      assigned('2019-08-06', divisionId('登记注册处')),
      drafted('2019-08-12', 'maimaitiaili', {
        replyKind: 'specialAccess',
        law: '《中华人民共和国公司登记管理条例》',
        how: '持律师执业证书和立案证明，到登记机关档案查询窗口查询',
      }),
      approved('2019-08-14'),
      byClerk('2019-08-16', { kind: 'replied', way: 'inPerson', mailNumber: '', receivedBy: '受托律师' }),
      archived('2019-08-19', '2019-YSQ-004'),
    ],
  },
  {
    ...{ applicantKind: 'business', applicantName: '沈阳北方电梯有限公司', contact: '024-00000004' },
    ...{ address: '沈阳市铁西区建设东路20号', channel: 'signedMail', wantedForm: 'copy', externalNumber: '' },
    arrivedOn: '2019-08-16',
    subject: '近三年电梯维保单位行政许可审批统计数据',
    content: '2016年至2018年，按年度、许可级别分列。',
    told: (divisionId) => [
      assigned('2019-08-19', divisionId('特种设备处')),
      [
        '2019-09-12',
        REVIEWER,
        { kind: 'extended', workingDays: 10, approver: '沈静怡', reason: '涉及三个年度的许可档案，需要逐件检索核对' },
      ],
    ],
  },
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '李国栋', contact: '13800000005', channel: 'signedMail' },
    ...{ address: '鞍山市铁东区胜利路3号', wantedForm: 'paper', externalNumber: '', arrivedOn: '2019-08-21' },
    subject: '对某超市价格违法举报的调查处理材料',
    content: '立案审批表、询问笔录和处理决定。',
    told: (divisionId) => [assigned('2019-08-23', divisionId('执法稽查局'))],
  },
  {
    ...{ applicantKind: 'research', applicantName: '东北质量技术研究院', contact: '024-00000006', channel: 'fax' },
    ...{ address: '沈阳市皇姑区崇山东路5号', wantedForm: 'copy', externalNumber: '' },
    ...{ arrivedOn: '2019-08-27', confirmedOn: '2019-08-27' },
    subject: '2019年产品质量监督抽查中童车产品检验报告',
    content: '全部批次的检验报告。',
    told: (divisionId) => [
      assigned('2019-08-29', divisionId('质量监督处')),
      byClerk('2019-09-03', {
        kind: 'consulted',
        consultationId: CONSULTATION,
        party: 'thirdParty',
        name: '沈阳小天童车有限公司',
        matter: '检验报告载有该公司产品的结构图和材料配比，可能涉及商业秘密',
      }),
      byClerk('2019-09-06', { kind: 'letterReceived', consultationId: CONSULTATION }),
    ],
  },
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '周敏', contact: 'zhoumin@example.com', channel: 'internet' },
    ...{ address: '', wantedForm: 'email', externalNumber: 'WS201908280007' },
    ...{ arrivedOn: '2019-08-28', confirmedOn: '2019-08-28' },
    subject: '2019年上半年食品监督抽检不合格产品核查处置情况',
    content: '按产品批次列明核查处置的单位、措施和结果。',
    told: (divisionId) => [
      assigned('2019-09-02', divisionId('食品抽检处')),
      drafted('2019-09-23', 'fengwei', {
        replyKind: 'provided',
        how: '随附《2019年上半年食品监督抽检不合格产品核查处置情况表》电子文档一份',
      }),
    ],
  },
  {
    ...{ applicantKind: 'publicWelfare', applicantName: '辽宁省消费者权益促进会', contact: '024-00000008' },
    ...{ address: '沈阳市大东区北海街9号', channel: 'inPerson', wantedForm: 'paper', externalNumber: '' },
    arrivedOn: '2019-09-20',
    subject: '2019年上半年食品监督抽检不合格产品核查处置情况',
    content: '核查处置结果汇总。',
    told: () => [],
  },
  {
    ...{ applicantKind: 'naturalPerson', applicantName: '吴晓峰', contact: '13800000009', channel: 'internet' },
    ...{ address: '', wantedForm: 'any', externalNumber: 'WS201909230011', arrivedOn: '2019-09-23' },
    subject: '省局机关食堂食材采购合同',
    content: '2019年度全部合同。',
    told: () => [],
  },
];

export function requestEvents(divisionIdOf: ReadonlyMap<string, string>): readonly RequestEvent[] {
  const divisionId = (name: string) => divisionIdOf.get(name) ?? '';
  return REQUESTS.flatMap(({ told, arrivedOn, confirmedOn, ...typed }): RequestEvent[] => {
    const id = newId();
    const [arrived, confirmed] = [arrivedOn as Day, (confirmedOn ?? null) as Day | null];
    const input = { ...typed, id, arrivedOn: arrived, confirmedOn: confirmed, documentId: null, note: '' };
    return [
      { on: confirmed ?? arrived, by: CLERK, act: (work) => registerRequest(work, input) },
      ...told(divisionId).map(([on, by, step]) => ({ on: on as Day, by, act: (work: Work) => take(work, id, step) })),
    ];
  });
}

function take(work: Work, requestId: string, step: RequestStep): void {
  const version = findRequest(work.db, requestId)?.version ?? 0;
  takeStep(work, { id: newId(), requestId, version, on: work.today }, step);
}
