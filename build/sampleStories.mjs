/** The invented half of the sample registry: people, and what happens to the documents that its own day looks at. */

export const BUREAU = '辽宁省市场监督管理局';
export const TODAY = '2019-09-24';
export const OFFICE = '办公室';

/** Drafters of each division that documents go to; the first words of a title choose the division. */
export const DESKS = [
  { division: '食品抽检处', words: /食品|药品|餐饮|农产品|生猪|粮|渔|渔业|禁捕/u, drafters: ['董晓晨', '白珊'] },
  { division: '特种设备处', words: /安全|消防|应急|烟花|防汛|灾害|公路|高速|铁路/u, drafters: ['姚立新', '韩琎'] },
  { division: '质量监督处', words: /质量|标准|计量|品牌|环境|污染|垃圾|工程/u, drafters: ['邵文杰', '崔楠'] },
  { division: '人事处', words: /任免|任职|职务|表彰|人员|职称|奖励|人才|就业/u, drafters: ['石蕾', '葛天宇'] },
  { division: '财务处', words: /财政|资金|税|预算|收费|价格|采购|担保|金融|基金/u, drafters: ['汪丽娜', '龚铭'] },
  {
    division: '登记注册处',
    words: /登记|营商|审批|放管服|政务服务|证照|园区|工业园|开发区|行政区/u,
    drafters: ['潘雨桐', '江涛'],
  },
  {
    division: '信用监管处',
    words: /信用|双随机|监管|企业|科技|创新|产业|贸易|进口|抽查/u,
    drafters: ['杜若飞', '丁一'],
  },
  { division: '政策法规处', words: /办法|规定|条例|细则|法/u, drafters: ['卢思远', '钟灵'] },
  { division: OFFICE, words: /(?:)/u, drafters: ['范晓东', '许䃅'] },
];

export const PEOPLE = [
  { login: 'zhouminglan', name: '周明岚', division: OFFICE, roles: ['clerk', 'administrator'] },
  { login: 'heyan', name: '何䶮', division: OFFICE, roles: ['clerk'] },
  { login: 'shenjingyi', name: '沈静怡', division: OFFICE, roles: ['officeReviewer'] },
  { login: 'zhenghuaiyuan', name: '郑怀远', division: OFFICE, roles: ['leaderInCharge'] },
  { login: 'lujianzhang', name: '陆建章', division: OFFICE, roles: ['leaderInCharge'] },
  { login: 'gaowenbo', name: '高文博', division: OFFICE, roles: ['divisionHead'] },
  { login: 'linzhixia', name: '林知夏', division: '政策法规处', roles: ['divisionHead'] },
  { login: 'songyaqin', name: '宋雅琴', division: '财务处', roles: ['divisionHead'] },
  { login: 'maxiao', name: '马骁', division: '人事处', roles: ['divisionHead'] },
  { login: 'fengwei', name: '冯韡', division: '食品抽检处', roles: ['divisionHead'] },
  { login: 'tangyifan', name: '唐一凡', division: '质量监督处', roles: ['divisionHead'] },
  { login: 'qinchuan', name: '秦川', division: '特种设备处', roles: ['divisionHead'] },
  { login: 'luoxinran', name: '罗欣然', division: '信用监管处', roles: ['divisionHead'] },
  { login: 'maimaitiaili', name: '买买提·艾力', division: '登记注册处', roles: ['divisionHead'] },
  { login: 'guming', name: '顾铭', division: '机关党委', roles: ['auditor'] },
];

/** Divisions in the charge of the second leader; the first has the others. */
export const SECOND_LEADER = ['食品抽检处', '质量监督处', '特种设备处', '财务处'];

export const PARTICULAR = {
  attribute: 'ON_REQUEST',
  basis: 'particularPersons',
  reason: '涉及特定地区和单位的具体事项，不具有普遍适用性。',
};
const REQUESTED_REPORT = {
  attribute: 'NOT_DISCLOSED',
  basis: 'processRequest',
  reason: '属报送上级机关的请示报告，为过程性信息。',
};
const OWN_WORKFLOW = {
  attribute: 'NOT_DISCLOSED',
  basis: 'internalWorkflow',
  reason: '属内部议事协调机构人员分工，为内部工作流程信息。',
};

/**
 * What the documents of the last weeks, and a few older ones, wait for. `steps` = signatures given; `end` replaces the last
 * outcome; a document without a story is posted on its real day, or has one of the everyday fates.
 */
export const STORIES = {
  D03881: { posted: '2019-08-09', channel: 'gazette', copies: [7], isNormative: true, interpretation: 'same' },
  // due today and in the next five working days
  D02414: { signedOn: '2019-08-26', steps: 2, copies: [5] },
  D03756: { attribute: 'PROACTIVE', steps: 4, copies: [7] },
  D00752: { steps: 3, copies: [5] },
  D00748: { ...PARTICULAR, change: { on: '2019-08-26', steps: 3 }, copies: [7] },
  D00746: { ...OWN_WORKFLOW, change: { on: '2019-08-28', steps: 1 }, copies: [4, 3] },
  // overdue
  D03752: { steps: 2, end: 'disagree', copies: [7] },
  D00751: { steps: 1, copies: [4] },
  D01219: { steps: 4, copies: [7], isNormative: true },
  D02413: { steps: 4, amended: true, copies: [4, 2], isNormative: true, interpretation: 'before' },
  D00744: { steps: 3, end: 'referUp', copies: [7] },
  D00743: { steps: 0, copies: [3] },
  // posted with what belongs to it
  D03753: { isNormative: true, interpretation: 'same', copies: [4, 3] },
  D02410: { isNormative: true, interpretation: 'later', copies: [7] },
  D02411: { isNormative: true, interpretation: 'same', copies: [3, 2, 2] },
  D03740: { isLeaderRelated: true, copies: [7] },
  D02409: { partial: true, copies: [5, 2] },
  // led by another agency: it opens the document, we only watch
  D02412: { isJoint: true, leadAgency: '科技部', steps: 0, copies: [7] },
  D01664: { isJoint: true, leadAgency: '中共中央组织部', steps: 0, copies: [2] },
  D02113: { isJoint: true, leadAgency: BUREAU, copies: [7] },
  // not to be posted
  D00750: { ...REQUESTED_REPORT, steps: 3, end: 'withhold', copies: [7] },
  D00736: { ...REQUESTED_REPORT, steps: 3, end: 'withhold', copies: [7] },
  D00724: { ...OWN_WORKFLOW, copies: [7] },
  D00734: { ...OWN_WORKFLOW, copies: [6], waiver: '原件印数不足，归档一份由办公室复印件代替，免予补交。' },
  D00739: { ...OWN_WORKFLOW, copies: [7] },
  D00726: { ...OWN_WORKFLOW, copies: [7], change: { on: '2019-05-20', posted: '2019-06-10' } },
  D02122: { ...PARTICULAR, copies: [7] },
  D00753: { ...PARTICULAR, copies: [3] },
  // September: at each step of the review
  D03758: { steps: 0, copies: [7] },
  D03759: { steps: 3, end: 'return', copies: [5] },
  D02416: { steps: 1, copies: [7] },
  D03761: { steps: 2, copies: [4] },
  D03763: { steps: 3, copies: [7] },
  D03764: { isLeaderRelated: true, steps: 4, copies: [] },
  D03765: { steps: 0, copies: [] },
  // entered twice, the second one voided
  D03751: { twice: true, copies: [7] },
  // copies out of the house
  D00310: { copies: [7], loan: true },
  D03754: { copies: [4, 3], loan: true },
};

export const LATE_REASONS = [
  '网站集约化迁移期间栏目暂停更新，恢复后补发。',
  '会签单位反馈较晚，文本定稿后即发布。',
  '附件涉及个人信息，脱密处理耗时。',
];
export const RETURN_OPINIONS = {
  disagree: '附件三含未公开的联系人手机号，请删改后重新送审。',
  return: '公开属性理由与附注不一致，请核实后重新送审。',
  referUp: '第四部分涉及跨部门数据口径，提请保密行政管理部门确定。',
  withhold: '同意不予公开，依据和理由充分。',
};
export const AGREEING = ['', '', '', '同意公开。', '已核对，同意。', '无涉密内容，同意公开。'];
