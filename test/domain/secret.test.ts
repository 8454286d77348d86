import { describe, expect, test } from 'vitest';
import { SECRET_MARKS, type SecretMark, secretMark } from '../../electron/domain/secret.ts';
import { fixture } from './seed.ts';

const MARKED: Readonly<Record<SecretMark, readonly string[]>> = {
  topSecret: [
    '绝密★',
    '绝密★长期',
    '绝密★启用前',
    '绝 密 ★ 30年',
    '绝　密　★　３０年',
    '绝\u{200B}密★',
    '絕密★',
    '绝密☆10年',
    '绝密*长期',
    '绝密级★',
    '密级：绝密',
    '密级 绝密',
    '绝密',
    '【绝密】关于某某事项的通知',
    '[绝密]方案.docx',
    '绝密：关于某某事项的报告',
    '绝密 特急',
    '特急 绝密',
    '000012　绝密★',
    '绝密-方案.docx',
    '方案_绝密.pdf',
    '此件属绝密级，阅后退回',
  ],
  secret: [
    '机密★',
    '机密★20年',
    '机密★二十年',
    '机密★20 年',
    '机 密★',
    '机    密',
    '機密★10年',
    '机密⭐️10年',
    '机密※10年',
    '机密＊10年',
    '机密**长期',
    '机密*',
    '密级：机密',
    '密 级：机 密',
    '密级：☑机密',
    '密级为机密',
    '密级（机密）',
    '□绝密 ☑机密 □秘密',
    '机密',
    '机密级',
    '机密件',
    '(机密)',
    '（机密）关于某某事项的通知',
    '关于某某事项的通知（机密）',
    '关于转发（机密）文件的通知',
    '机密：关于某某事项的通知',
    '机密 关于某某事项的通知',
    '机密·特急',
    '【机密 特急】关于某某的函',
    '机密10年',
    '关于某某的函 机密10年',
    '机密-关于某某.doc',
    '机密_名单.xlsx',
    '名单-机密.xlsx',
    '份号：000012 机密',
    '本文件密级为机密',
    '本件定为机密级',
    '辽宁省市场监督管理局\n机密★1年\n关于某某的通知',
    '第一行\r\n机密\r\n第三行',
    '标题\u{2028}机密★',
  ],
  confidential: [
    '秘密★',
    '秘密★1年',
    '秘密★6个月',
    '秘密★解密前',
    '秘 密 ★ 1 年',
    '祕密★',
    '秘密☆',
    '秘密✩3年',
    '秘密*1年',
    '国家秘密★5年',
    '密级：秘密',
    '密级:秘密★3年',
    '秘密',
    '秘密★ 特急',
    '（秘密）',
    '秘密：关于某某事项的请示',
    '秘密-会议材料.pdf',
    '会议材料（秘密）.pdf',
    '秘密1年',
    '该文件属于秘密级',
  ],
  secretPeriod: [
    '★10年',
    '★ 10 年',
    '★长期',
    '★启用前',
    '★6个月',
    '核心商密★5年',
    '保密期限：10年',
    '保密期限: 长期',
    '保密期限10年',
    '保密期限为三年',
    '保密期限：',
    '标题\n保密期限\n10年',
  ],
};

const UNMARKED: readonly string[] = [
  // what the review itself speaks of
  '保密审查',
  '政府信息公开保密审查表',
  '关于加强政府信息公开保密审查工作的通知',
  '保密审查意见：可以公开',
  '经保密审查，不涉及国家秘密',
  '是否含有国家秘密',
  '国家秘密：否',
  '国家秘密 □是 ☑否',
  '国家秘密、工作秘密、商业秘密、个人隐私、三安全一稳定',
  '☑不涉及国家秘密',
  '本文件不属于国家秘密',
  '本文件是否属于国家秘密',
  '此件不涉密',
  '非涉密',
  '涉密文件另册登记',
  '涉密人员管理办法',
  '本机为非涉密计算机，严禁录入、存储国家秘密',
  '请转涉密载体登记簿',
  '密级',
  '密级：无',
  '密级：公开',
  '密级：内部',
  '密级：',
  '密级：□绝密 □机密 □秘密',
  '密级（绝密、机密、秘密）',
  '密级：绝密、机密、秘密',
  '密级：绝密/机密/秘密',
  '密级和保密期限',
  '密级标志',
  '定密管理',
  '定密责任人',
  '解密审核',
  '脱密期管理',
  '保密',
  '保密委员会办公室',
  '保密工作要点',
  '保密承诺书',
  '保密协议',
  '内部资料 注意保存',
  // titles of laws and rules, and sentences from them
  '中华人民共和国保守国家秘密法',
  '中华人民共和国保守国家秘密法实施条例',
  '关于印发《国家秘密定密管理规定》的通知',
  '《国家秘密载体印制资质管理办法》',
  '《机密级计算机管理规定》解读',
  '国家秘密的密级分为绝密、机密、秘密三级',
  '国家秘密的密级分为“绝密”“机密”“秘密”三级',
  '绝密级国家秘密是最重要的国家秘密',
  '机密级国家秘密的保密期限不超过二十年',
  '国家秘密的保密期限，绝密级不超过三十年',
  '关于国家秘密保密期限变更的规定',
  '保密期限的确定',
  '保密期限：无',
  '保密期限：不涉密',
  '机关、单位应当确定密级、保密期限和知悉范围',
  '保密期限届满自行解密',
  '不得泄露国家秘密',
  '保守国家秘密，慎之又慎',
  '工作秘密管理暂行办法',
  '机密文件管理办法',
  '绝密级载体应当由两人护送',
  '国家秘密载体印制资质（秘密级）',
  '涉密信息系统集成资质（机密级）',
  // other secrets
  '商业秘密',
  '商业秘密保护规定',
  '关于开展商业秘密保护创新试点的通知',
  '涉及商业秘密、个人隐私的政府信息',
  '反不正当竞争（商业秘密）执法专项行动方案',
  '商业秘密*',
  '侵犯商业秘密罪',
  '企业秘密',
  '技术秘密转让合同',
  '技术秘密',
  '个人秘密',
  '秘密投票',
  '无记名秘密投票选举办法',
  '采取秘密投票方式',
  '秘密写票处',
  '秘密调查',
  '秘密行动',
  '秘密窃取公私财物',
  '秘密花园主题公园',
  '绝密飞行',
  '机密大使',
  '“秘密武器”',
  '健康的秘密',
  '长寿的秘密',
  '解开宇宙的秘密',
  // neighbouring words
  '机要文件交换站',
  '机要局',
  '密码管理局',
  '商用密码管理条例',
  '密云水库水质监测报告',
  '精密仪器检定规程',
  '人口密度',
  '密切联系群众',
  '加密算法标准',
  '密封条检验规范',
  '危险化学品生产企业搬迁改造工作领导小组',
  '张石高速公路密涿支线收费站的复函',
  '飞机密封舱',
  '手机密码保护',
  '计算机密码重置流程',
  '司机密集区',
  '杜绝密闭空间作业事故',
  '杜绝密集型养殖',
  '拒绝密码登录',
  '动机密码',
  '有机密植栽培技术',
  '神秘密室经营场所安全指引',
  '奥秘密码',
  // stars and asterisks
  '★',
  '★★★',
  '三星级 ★★★',
  '带★的项目为必填项',
  '★表示重点任务',
  '★2019年工作要点',
  '★2019年8月1日',
  '★5A级旅游景区',
  '★10年间发展成就',
  '★5年来工作回顾',
  '☆☆☆☆☆',
  '带*号的为必填项',
  '*保密审查表',
  '注：*为约束性指标',
  '食品抽检不合格项目*5',
  '★☆',
  // the bureau's daily papers
  '辽宁省市场监督管理局关于印发2019年政务公开工作实施方案的通知',
  '关于开展“双随机、一公开”抽查工作的通知',
  '辽市监发〔2019〕12号',
  '特急',
  '特急·明电',
  '加急',
  '此件公开发布',
  '不予公开',
  '依申请公开',
  '政府信息公开条例第十四条',
  '有效期5年',
  '保管期限：30年',
  '保管期限：永久',
  '长期',
  '启用前',
  '10年',
  '',
  ' ',
  '\n',
];

const marked = Object.entries(MARKED).flatMap(([mark, texts]) => texts.map((text) => [text, mark] as const));

describe('a mark of state secrets', () => {
  test('is tried on at least sixty marked and one hundred and twenty unmarked texts', () => {
    expect(marked.length).toBeGreaterThanOrEqual(60);
    expect(new Set(UNMARKED).size).toBeGreaterThanOrEqual(120);
    expect(Object.keys(MARKED)).toEqual([...SECRET_MARKS]);
  });

  test.each(marked)('in %j is found as %s', (text, mark) => {
    expect(secretMark(text)).toBe(mark);
  });

  test.each(UNMARKED.map((text) => [text]))('is not seen in %j', (text) => {
    expect(secretMark(text)).toBeUndefined();
  });

  test.each(marked)('%j is found in the middle of a long text too', (text, mark) => {
    const page = '关于印发工作方案的通知\n各市市场监督管理局：\n';
    expect(secretMark(`${page}${text}\n${page}`)).toBe(mark);
  });

  test('is not seen when all unmarked texts stand in one file', () => {
    expect(secretMark(UNMARKED.join('\n'))).toBeUndefined();
  });

  test('is not seen in any of the hostile strings of real titles and names', () => {
    for (const { value = '' } of fixture('rare_names.csv'))
      expect([value, secretMark(value)]).toEqual([value, undefined]);
  });

  test('gives its kind only, so that nothing of the text can travel on', () => {
    expect(secretMark('机密★10年 关于某某事项的通知')).toBe('secret');
  });

  test('is looked for in a text of ten million characters without getting stuck', () => {
    const hostile = [
      '机 密 '.repeat(300_000),
      '★'.repeat(1_000_000),
      '密级 '.repeat(500_000),
      ' '.repeat(2_000_000),
    ].join('绝');
    const start = performance.now();
    secretMark(hostile);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('no sign that is passed over at once becomes part of a mark when it is made plain', () => {
  const inText = (sign: string) => secretMark(`机${sign}★长期`);
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    if (!/密|[★☆⭐✩-✰⭑⭒✡]/.test(sign.normalize('NFKC'))) continue;
    expect(inText(sign), `U+${code.toString(16)}`).toBe(secretMark(`机${sign.normalize('NFKC')}★长期`));
    expect(secretMark(sign === '密' ? '机密' : `机密${sign}`), `U+${code.toString(16)}`).toBe('secret');
  }
});
