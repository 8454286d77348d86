/** Invented documents with titles, numbers and days as a bureau writes them; the same seed gives the same documents. */

import type { BasisCode, DisclosureAttribute } from '../domain/attribute.ts';
import { addDays, type Day, toDay, yearOf } from '../domain/day.ts';
import type { DocumentInput } from '../domain/issuing.ts';

export type SyntheticDocument = {
  /** The form without a division; `draftingDivisionId` is empty, the caller deals the divisions out by `divisionNo`. */
  readonly input: DocumentInput;
  readonly divisionNo: number;
  readonly copiesReceived: number;
  /** Null where it is not posted. */
  readonly postedOn: Day | null;
  readonly url: string;
};

const FIRST_DAY = toDay('2015-01-05');
const DAYS = 4_000;
const PLACES = [
  '辽宁省',
  '沈阳市',
  '大连市',
  '鞍山市',
  '抚顺市',
  '本溪市',
  '丹东市',
  '锦州市',
  '营口市',
  '阜新市',
  '辽阳市',
  '盘锦市',
  '铁岭市',
  '朝阳市',
  '葫芦岛市',
  '沈抚改革创新示范区',
];
const VERBS = [
  '加强',
  '规范',
  '推进',
  '深化',
  '开展',
  '做好',
  '促进',
  '落实',
  '优化',
  '完善',
  '严格',
  '进一步加强',
  '全面推行',
  '加快实施',
  '组织开展',
  '贯彻落实',
];
const FIELDS = [
  '食品安全',
  '特种设备安全',
  '产品质量',
  '计量器具',
  '知识产权',
  '广告',
  '网络交易',
  '价格收费',
  '反不正当竞争',
  '企业信用',
  '登记注册',
  '检验检测机构',
  '认证认可',
  '地方标准',
  '消费者权益保护',
  '药品零售',
  '儿童用品',
  '危险化学品包装',
  '电梯',
  '压力容器',
  '农贸市场',
  '餐饮服务',
  '校园食堂',
  '保健食品',
  '婴幼儿配方乳粉',
  '工业产品生产许可',
  '缺陷产品召回',
  '公平竞争审查',
  '直销企业',
  '加油机',
];
const MATTERS = [
  '监督管理',
  '专项整治',
  '监督抽查',
  '风险排查',
  '提升行动',
  '分级分类监管',
  '双随机、一公开',
  '信用监管',
  '标准化建设',
  '能力验证',
  '执法检查',
  '宣传活动',
  '示范创建',
  '信息公示',
  '投诉举报处理',
  '应急处置',
  '质量提升',
  '追溯体系建设',
  '证照分离改革',
  '包容审慎监管',
];
const OBJECTS = [
  '工作',
  '有关工作',
  '有关事项',
  '工作方案',
  '实施细则',
  '管理办法（试行）',
  '三年行动计划',
  '工作要点',
  '若干措施',
  '操作规程',
];
const TYPES = ['通知', '通知', '通知', '通知', '意见', '通报', '函', '批复', '公告', '报告', '决定'];
const CODES = ['辽市监发', '辽市监函', '辽市监办发', '辽市监食', '辽市监特', '辽市监信', '辽市监知'];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰䶮喆犇堃';
const WITHHELD: readonly BasisCode[] = [
  'internalWorkflow',
  'processDiscussion',
  'processRequest',
  'enforcementFile',
  'personalPrivacy',
];

/** mulberry32: small, fast and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` documents in order of their days, none later than `lastDay`. */
export function* syntheticDocuments(count: number, seed: number, lastDay?: Day): Generator<SyntheticDocument> {
  const random = seededRandom(seed);
  const first = lastDay === undefined ? FIRST_DAY : addDays(lastDay, 1 - DAYS);
  const sequences = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const signedOn = addDays(first, Math.floor((at * DAYS) / count));
    const code = oneOf(CODES, random);
    const series = `${code}〔${yearOf(signedOn)}〕`;
    const sequence = (sequences.get(series) ?? 0) + 1;
    sequences.set(series, sequence);
    yield documentOf(random, signedOn, `${series}${sequence}号`, addDays(first, DAYS - 1));
  }
}

function documentOf(random: () => number, signedOn: Day, docNumber: string, lastDay: Day): SyntheticDocument {
  const docType = oneOf(TYPES, random);
  const attribute = attributeBy(random());
  const isWithheld = attribute === 'NOT_DISCLOSED';
  const posted = addDays(signedOn, 1 + Math.floor(random() * 30));
  const isPosted = attribute === 'PROACTIVE' && posted <= lastDay && random() < 0.97;
  return {
    input: {
      docNumberRaw: docNumber,
      isUnnumbered: false,
      title: titleBy(random, docType),
      docType,
      draftingDivisionId: '',
      drafter: nameBy(random),
      signer: nameBy(random),
      signedOn,
      writtenOn: signedOn,
      printedOn: signedOn,
      attribute,
      basis: isWithheld ? oneOf(WITHHELD, random) : attribute === 'ON_REQUEST' ? 'particularPersons' : null,
      basisLaw: '',
      reason: attribute === 'PROACTIVE' ? '' : '涉及特定对象的具体事项，不宜普遍公开。',
      isNormative: false,
      isLeaderRelated: false,
      isJoint: false,
      leadAgency: '',
      legalityReviewNumber: '',
      legalityReviewOn: null,
      interpretationPlan: '',
      channel: attribute === 'PROACTIVE' ? 'website' : '',
      annexes: [],
      remarkNote: '',
      note: '',
    },
    divisionNo: Math.floor(random() * 1_000),
    copiesReceived: random() < 0.9 ? 7 : Math.floor(random() * 7),
    postedOn: isPosted ? posted : null,
    url: isPosted ? `https://synthetic.invalid/${encodeURIComponent(docNumber)}.html` : '',
  };
}

function titleBy(random: () => number, docType: string): string {
  const agency = random() < 0.5 ? `${oneOf(PLACES, random)}市场监督管理局` : '';
  const place = random() < 0.4 ? oneOf(PLACES, random) : random() < 0.3 ? `${2015 + Math.floor(random() * 12)}年` : '';
  const matter = `${place}${oneOf(FIELDS, random)}${oneOf(MATTERS, random)}`;
  const object = oneOf(OBJECTS, random);
  if (/[案则）划点施程]$/u.test(object)) return `${agency}关于印发《${matter}${object}》的${docType}`;
  return `${agency}关于${oneOf(VERBS, random)}${matter}${object}的${docType}`;
}

function attributeBy(share: number): DisclosureAttribute {
  if (share < 0.9) return 'PROACTIVE';
  return share < 0.96 ? 'ON_REQUEST' : 'NOT_DISCLOSED';
}

function nameBy(random: () => number): string {
  const given = Array.from(GIVEN);
  const second = random() < 0.7 ? oneOf(given, random) : '';
  return `${oneOf(Array.from(SURNAMES), random)}${oneOf(given, random)}${second}`;
}

function oneOf<Item>(list: readonly Item[], random: () => number): Item {
  return list[Math.floor(random() * list.length)] as Item;
}
