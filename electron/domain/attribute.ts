/** Disclosure attribute (公开属性) and what each demands. 条例第十三至十六条; 实施方案五（三）. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { Day } from './day.ts';

export const ATTRIBUTES = ['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'] as const;

/** 主动公开 / 依申请公开 / 不予公开 */
export type DisclosureAttribute = (typeof ATTRIBUTES)[number];

/** Force of the article (不予公开 / 不得公开 / 可以不予公开); shown beside each basis. */
export type BasisForce = 'shallNot' | 'mustNot' | 'may';

export const BASIS_CODES = [
  'stateSecret',
  'forbiddenByLaw',
  'threeSecuritiesOneStability',
  'tradeSecret',
  'personalPrivacy',
  'internalPersonnel',
  'internalLogistics',
  'internalWorkflow',
  'processDiscussion',
  'processDraft',
  'processConsultation',
  'processRequest',
  'enforcementFile',
  'otherRule',
  'particularPersons',
  'notGenerallyApplicable',
  'caseByCase',
] as const;
export type BasisCode = (typeof BASIS_CODES)[number];

/** Article of the Regulation, named in words by `article.<key>`; `other` = the rule that the clerk names. */
export type ArticleKey = '13' | '14' | '15' | '16.1' | '16.2' | 'other';

/** Basis of the attribute (认定依据). */
export type Basis = {
  readonly code: BasisCode;
  readonly article: ArticleKey;
  readonly force?: BasisForce;
  readonly forAttribute: readonly DisclosureAttribute[];
  /** The clerk must name the law that forbids disclosure. */
  readonly needsLaw?: true;
  /** State secrets never enter this registry (保密法第三十一条第三项). */
  readonly isDisabled?: true;
};

const WITHHELD = ['NOT_DISCLOSED'] as const;
const REQUESTED = ['ON_REQUEST'] as const;

export const BASES: readonly Basis[] = [
  { code: 'stateSecret', article: '14', force: 'shallNot', forAttribute: WITHHELD, isDisabled: true },
  { code: 'forbiddenByLaw', article: '14', force: 'shallNot', forAttribute: WITHHELD, needsLaw: true },
  { code: 'threeSecuritiesOneStability', article: '14', force: 'shallNot', forAttribute: WITHHELD },
  { code: 'tradeSecret', article: '15', force: 'mustNot', forAttribute: WITHHELD },
  { code: 'personalPrivacy', article: '15', force: 'mustNot', forAttribute: WITHHELD },
  { code: 'internalPersonnel', article: '16.1', force: 'may', forAttribute: WITHHELD },
  { code: 'internalLogistics', article: '16.1', force: 'may', forAttribute: WITHHELD },
  { code: 'internalWorkflow', article: '16.1', force: 'may', forAttribute: WITHHELD },
  { code: 'processDiscussion', article: '16.2', force: 'may', forAttribute: WITHHELD },
  { code: 'processDraft', article: '16.2', force: 'may', forAttribute: WITHHELD },
  { code: 'processConsultation', article: '16.2', force: 'may', forAttribute: WITHHELD },
  { code: 'processRequest', article: '16.2', force: 'may', forAttribute: WITHHELD },
  { code: 'enforcementFile', article: '16.2', force: 'may', forAttribute: WITHHELD },
  { code: 'otherRule', article: 'other', force: 'may', forAttribute: WITHHELD, needsLaw: true },
  // 依申请公开 is a way of opening (第十三条), not an exemption: no article lists its cases, so no force word.
  { code: 'particularPersons', article: '13', forAttribute: REQUESTED },
  { code: 'notGenerallyApplicable', article: '13', forAttribute: REQUESTED },
  { code: 'caseByCase', article: '13', forAttribute: REQUESTED },
];

export function basisOf(code: string | null | undefined): Basis | undefined {
  return BASES.find((basis) => basis.code === code);
}

export function basesFor(attribute: DisclosureAttribute): readonly Basis[] {
  return BASES.filter((basis) => basis.forAttribute.includes(attribute));
}

const LABELS: Readonly<Record<string, DisclosureAttribute>> = {
  主动公开: 'PROACTIVE',
  公开: 'PROACTIVE',
  公开发布: 'PROACTIVE',
  依申请公开: 'ON_REQUEST',
  依申请: 'ON_REQUEST',
  不予公开: 'NOT_DISCLOSED',
  不公开: 'NOT_DISCLOSED',
  免予公开: 'NOT_DISCLOSED',
  免于公开: 'NOT_DISCLOSED',
  不予主动公开: 'NOT_DISCLOSED',
  proactive: 'PROACTIVE',
  onrequest: 'ON_REQUEST',
  notdisclosed: 'NOT_DISCLOSED',
};

/**
 * Reads the label variants met on paper and in ledgers: 「（此件公开发布）」, 「信息公开属性：主动公开」, 「免予公开」.
 * Undefined for anything else (「删减后公开」 too): an attribute is never guessed.
 */
export function readAttributeLabel(text: string): DisclosureAttribute | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}()[\]【】〔〕「」《》<>"'“”。.,,、;:_-]+/gu, '');
  const label = plain.replace(/^(?:政府)?(?:信息)?公开(?:属性|方式|形式|类别)(?:为|是)?/u, '').replace(/^此件/u, '');
  return Object.hasOwn(LABELS, label) ? LABELS[label] : undefined;
}

export type AttributeInput = {
  readonly attribute?: DisclosureAttribute | null | undefined;
  /** Any text from outside; only the codes of `BASES` pass. */
  readonly basis?: string | null | undefined;
  /** Law or rule named where the basis needs one. */
  readonly basisLaw?: string | undefined;
  readonly reason?: string | undefined;
};

/** 不予公开 needs basis and reason, 依申请公开 a reason; without an attribute no issue (国办发〔2016〕80号). */
export function brokenOnAttribute(input: AttributeInput): readonly Broken[] {
  const { attribute } = input;
  if (!attribute) return [broken('attribute.missing', 'attribute')];
  const findings: Broken[] = [];
  const basis = basisOf(input.basis);
  if (attribute === 'NOT_DISCLOSED' && !input.basis) findings.push(broken('attribute.basisMissing', 'basis'));
  if (basis?.isDisabled) findings.push(broken('attribute.stateSecret', 'basis'));
  else if (input.basis && !basis) findings.push(broken('attribute.basisUnknown', 'basis'));
  else if (basis && !basis.forAttribute.includes(attribute)) {
    findings.push(broken('attribute.basisUnfit', 'basis', { attribute, basis: basis.code }));
  }
  if (basis?.needsLaw && isBlank(input.basisLaw)) findings.push(broken('attribute.lawMissing', 'basisLaw'));
  if (attribute !== 'PROACTIVE') findings.push(...brokenOnReason(input.reason));
  return findings;
}

function brokenOnReason(reason: string | undefined): readonly Broken[] {
  const said = saidLength(reason);
  return said < REASON_LENGTH ? [broken('attribute.reasonTooShort', 'reason', { least: REASON_LENGTH, said })] : [];
}

/** Moves that the yearly re-assessment may make (动态调整, 条例第十八条): always towards more openness. */
export function allowedMoves(from: DisclosureAttribute | null | undefined): readonly DisclosureAttribute[] {
  if (!from) return ATTRIBUTES;
  if (from === 'NOT_DISCLOSED') return ['PROACTIVE', 'ON_REQUEST'];
  return from === 'ON_REQUEST' ? ['PROACTIVE'] : [];
}

/** Towards less openness: after posting it is a withdrawal with approver, reason and take-down day. */
export function isBackwardMove(from: DisclosureAttribute | null | undefined, to: DisclosureAttribute): boolean {
  return !!from && from !== to && !allowedMoves(from).includes(to);
}

export type AttributeChangeInput = AttributeInput & {
  readonly changedOn?: Day | null | undefined;
};

/** Every change says why (理由 covers it, also towards 主动公开); what is on the web is taken down before it is closed. */
export function brokenOnAttributeChange(
  input: AttributeChangeInput,
  facts: {
    readonly from: DisclosureAttribute | null | undefined;
    readonly isPosted: boolean;
    readonly today: Day;
  },
): readonly Broken[] {
  const { attribute } = input;
  const onDay = brokenOnChangeDay(input.changedOn, facts.today);
  if (!attribute) return [broken('attribute.targetMissing', 'attribute'), ...brokenOnReason(input.reason), ...onDay];
  const findings: Broken[] = [...brokenOnAttribute(input)];
  if (facts.from === attribute) findings.push(broken('attribute.unchanged', 'attribute', { attribute }));
  if (attribute === 'PROACTIVE') findings.push(...brokenOnReason(input.reason));
  findings.push(...onDay);
  if (facts.isPosted && isBackwardMove(facts.from, attribute)) {
    findings.push(broken('attribute.stillPosted', 'attribute', { attribute }));
  }
  return findings;
}

function brokenOnChangeDay(day: Day | null | undefined, today: Day): readonly Broken[] {
  if (!day) return [broken('attribute.changedOnMissing', 'changedOn')];
  return day > today ? [broken('attribute.changedInFuture', 'changedOn', { day })] : [];
}
