/** Document types (文种) and the one that a title ends in. 党政机关公文处理工作条例第八条 */

/** The fifteen types of official documents; 令 stands for 命令（令）. */
export const DOC_TYPES = [
  '决议',
  '决定',
  '令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
export type DocType = (typeof DOC_TYPES)[number];

/** Types of texts that are usually printed as the annex of a 通知, yet also stand alone in ledgers. */
export const ANNEX_TYPES = [
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '规程',
  '规范',
  '制度',
  '方案',
  '规划',
  '计划',
  '措施',
  '预案',
  '要点',
  '指南',
  '指引',
  '目录',
  '清单',
  '标准',
  '基准',
  '要求',
  '章程',
  '协议',
  '答复',
  '解读',
] as const;
export type AnnexType = (typeof ANNEX_TYPES)[number];

const TYPES: readonly (DocType | AnnexType)[] = [...DOC_TYPES, ...ANNEX_TYPES];
const INVISIBLE = /[\s\p{Cf}]/gu;
/** （试行）, (2019年修订), （冀科政〔2013〕12号）; the brackets of a remark behind the type. */
const REMARK = /[(〔[【](?:[^()〔〕[\]【】]|〔[^〔〕]*〕)*[)〕\]】]$/;
const CLOSING_SIGNS = /[》〉」』”’"'。.…,;:!]+$/;

/** Whether a type is one of the fifteen; titles that end otherwise are warned about, not refused. */
export function isDocType(type: string): type is DocType {
  return (DOC_TYPES as readonly string[]).includes(type);
}

/**
 * The type that a title ends in, remarks such as （试行） left aside: 关于印发某某办法的通知 is a 通知, 某某管理办法（试行）
 * a 办法, a 复函 a 函, a 命令 a 令. Undefined where it ends in none.
 */
export function docTypeOfTitle(title: string): DocType | AnnexType | undefined {
  const end = withoutRemarks(title.normalize('NFKC').replace(INVISIBLE, ''));
  return TYPES.find((type) => end.endsWith(type));
}

function withoutRemarks(title: string): string {
  const shorter = title.replace(CLOSING_SIGNS, '').replace(REMARK, '');
  return shorter === title ? title : withoutRemarks(shorter);
}
