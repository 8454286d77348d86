/** Marks of state secrets (密级标志), which this machine may not hold. 保守国家秘密法第二十九条、第三十一条 */

/** 绝密 / 机密 / 秘密 / a period of secrecy without a level. Only the kind leaves this file, never the text. */
export const SECRET_MARKS = ['topSecret', 'secret', 'confidential', 'secretPeriod'] as const;
export type SecretMark = (typeof SECRET_MARKS)[number];

const LEVEL = '(?:[绝絕] ?密|[机機] ?密|[秘祕] ?密)';
/** Five-pointed stars as printed, and what typists put instead. */
const STAR = '[★☆⭐✩✪✫✬✭✮✯✰⭑⭒✡]';
const STAND_IN = '[*＊※✱✲✳]';
const LENGTH = String.raw`(?:\d{1,3} ?(?:年|个月)|[一二三四五六七八九十]{1,3}(?:年|个月)|长期|永久|(?:启用|公布|公开|解密|公告)前)`;
const URGENCY = '(?:特急|特提|加急|平急|急件|急)';
const TICK = '[☑√✓✔■●▣☒]';
const OPEN = String.raw`[(\[【〔〖{「『<〈]`;
const CLOSE = String.raw`[)\]】〕〗}」』>〉]`;
const NOT_A_LEVEL = '(?<!商业|工作|国家|技术|军事|保守|泄露|公司|企业|个人)';

/** Each pattern carries the level in its first group where it has one; the text is plain and single-spaced. */
const MARKS: readonly RegExp[] = [
  // 机密★, 绝 密 ★ 长期, 秘密☆1年; 商业秘密★ alone is no state secret
  new RegExp(`(?<!商业)(${LEVEL}) ?级? ?${STAR}`, 'm'),
  // 秘密*1年, 机密※长期; with a stand-in for the star only where the period follows or nothing precedes
  new RegExp(`${NOT_A_LEVEL}(${LEVEL}) ?级? ?${STAND_IN}+ ?${LENGTH}`, 'm'),
  new RegExp(`^ ?(${LEVEL}) ?级? ?${STAND_IN}+ ?$`, 'm'),
  // ★10年, ★长期: the period behind the star, whatever stood before
  new RegExp(`${STAR} ?${LENGTH}(?![来间规度内])`, 'm'),
  // 密级：机密, 密级 机密, 密级:☑秘密; not the empty choice 密级：绝密、机密、秘密
  new RegExp(`密 ?级 ?[:=为是]? ?${TICK}? ?(${LEVEL})(?! ?[、/,和或及|] ?${LEVEL})`, 'm'),
  new RegExp(`${TICK} ?(${LEVEL})`, 'm'),
  // 保密期限：10年, 保密期限10年, or the label alone on its line
  new RegExp(`保 ?密 ?期 ?限 ?[:=为是]? ?${LENGTH}`, 'm'),
  /保 ?密 ?期 ?限 ?:(?! ?[无不/—-])|^ ?保 ?密 ?期 ?限 ?$/m,
  // a line that is nothing but the mark, with a copy number before or an urgency behind it: 000012 机密 特急
  new RegExp(
    `^ ?(?:(?:份号|No\\.?)? ?:? ?\\d{1,8} )?${OPEN}? ?(${LEVEL}) ?(?:级|件|文件)? ?${CLOSE}? ?[·.]? ?${URGENCY}? ?(?:${LENGTH})? ?$`,
    'm',
  ),
  new RegExp(`^ ?${URGENCY} ?[·.]? ?(${LEVEL}) ?$`, 'm'),
  // 【机密】关于…, 关于…的通知（秘密）: the bare level in brackets
  new RegExp(`${OPEN} ?(${LEVEL})(?: ?[·.]? ?${URGENCY}| ?${LENGTH})? ?${CLOSE}(?! ?级)`, 'm'),
  // 机密：关于…, 机密 关于…, 绝密-方案.docx: the level before the title or in a file name
  new RegExp(`^ ?(${LEVEL})(?: ?[:_—–-] ?| (?=关于|${URGENCY}|\\d))`, 'm'),
  new RegExp(`[ _—–.·-](${LEVEL})(?:级)?(?:\\.[A-Za-z0-9]{2,5})? ?$`, 'm'),
  // 机密10年 at the head of a line or after a blank
  new RegExp(`(?:^| )(${LEVEL}) ?${LENGTH}(?![来间规度内以])`, 'm'),
  // 本文件密级为机密, 此件属秘密级, 本件定为绝密
  new RegExp(
    `(?:此件|本件|本文件|本文|该件|该文件)[^。;,不非未无否]{0,6}(?:为|属|属于|系|定为|确定为) ?(?:国家)?(${LEVEL})`,
    'm',
  ),
];

/** Signs that stay what they are, or become plain ones, in any reading of a text; neither 密 nor a star is among them. */
const NEVER_A_MARK = /^[\0-\x7f\u3001-\u301f\u4e00-\u5bc5\u5bc7-\u9fff\uff01-\uff5e]*$/;

/**
 * The mark that a text carries, or undefined. Made for titles, remarks, file names and extracted text; speaks of secrets
 * as such (商业秘密, 保密审查, 保守国家秘密法, 秘密投票) carry none. The caller keeps nothing of a text that has one.
 */
export function secretMark(text: string): SecretMark | undefined {
  if (NEVER_A_MARK.test(text)) return undefined;
  const plain = plainLines(text);
  if (!/密|[★☆⭐✩-✰⭑⭒✡]/.test(plain)) return undefined;
  for (const pattern of MARKS) {
    const found = pattern.exec(plain);
    if (found) return kindOf(found[1]);
  }
  return undefined;
}

/** One form for each sign, lines kept, blanks of any kind as one blank, and 机 密 ★ closed up by the patterns. */
function plainLines(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[^\S\n]+/g, ' ');
}

function kindOf(level: string | undefined): SecretMark {
  if (level === undefined) return 'secretPeriod';
  if (/^[绝絕]/.test(level)) return 'topSecret';
  return /^[机機]/.test(level) ? 'secret' : 'confidential';
}
