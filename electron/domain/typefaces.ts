/**
 * Typefaces of the office's own (自备字体): whether a file's licence and make let papers embed it, and which face a paper
 * is set in. The licence is what the file itself says: OpenType specification, table OS/2, field fsType.
 */

import { type Broken, broken, isBlank } from './broken.ts';

/** 标题 (小标宋), 正文 (仿宋), 栏目 (黑体): the roles in which papers set type. */
export const TYPE_ROLES = ['title', 'body', 'heading'] as const;
export type TypeRole = (typeof TYPE_ROLES)[number];

/** Kinds of papers that may have faces of their own. */
export const PAPER_KINDS = [
  'ledger',
  'register',
  'letter',
  'receipt',
  'review',
  'notice',
  'return',
  'whyDate',
  'label',
  'circular',
  'annualReport',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a choice is made for: one kind of paper, or all that have no choice of their own. */
export const TYPE_SCOPES = ['all', ...PAPER_KINDS] as const;
export type TypeScope = (typeof TYPE_SCOPES)[number];

/** As all papers; as shipped with the program; else the id of a face of the office's own. */
export const AS_ALL = 'all';
export const AS_SHIPPED = 'shipped';
export type ChosenFace = typeof AS_ALL | typeof AS_SHIPPED | (string & {});
export type TypeChoice = Readonly<Record<TypeRole, ChosenFace>>;

/** Before anyone chose. */
export function unchosen(scope: TypeScope): TypeChoice {
  const face = scope === 'all' ? AS_SHIPPED : AS_ALL;
  return { title: face, body: face, heading: face };
}

/** The face of each role on a paper, where it is one of the office's own that may be used; else the shipped one. */
export function facesFor(
  kind: PaperKind,
  choiceOf: (scope: TypeScope) => TypeChoice | undefined,
  isUsable: (id: string) => boolean,
): Readonly<Partial<Record<TypeRole, string>>> {
  const [own, common] = [choiceOf(kind) ?? unchosen(kind), choiceOf('all') ?? unchosen('all')];
  const chosen = TYPE_ROLES.flatMap((role) => {
    const wanted = isOpen(own[role], isUsable) ? common[role] : own[role];
    return isOffice(wanted) && isUsable(wanted) ? [[role, wanted]] : [];
  });
  return Object.fromEntries(chosen);
}

/** A face that was withdrawn leaves its place to what all papers have. */
function isOpen(face: ChosenFace, isUsable: (id: string) => boolean): boolean {
  return face === AS_ALL || (isOffice(face) && !isUsable(face));
}

export function isOffice(face: ChosenFace): boolean {
  return face !== AS_ALL && face !== AS_SHIPPED;
}

export const LICENCES = ['installable', 'editable', 'previewAndPrint', 'restricted', 'unsaid'] as const;
export type Licence = (typeof LICENCES)[number];

export type Embedding = {
  readonly licence: Licence;
  /** Only the whole font may be embedded. */
  readonly noSubsetting: boolean;
  readonly bitmapsOnly: boolean;
};

const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;
/** From this version of the table on the first bits exclude each other, and the two last ones exist. */
const EXCLUSIVE_FROM = 3;
const LAST_BITS_FROM = 2;

/** Where an old file sets several of the first bits, the most permissive one holds; a new file may not, and the strictest does. */
export function embeddingOf(fsType: number, version: number): Embedding {
  const has = (bit: number) => (fsType & bit) !== 0;
  const lenient: Licence = has(EDITABLE) ? 'editable' : has(PREVIEW_AND_PRINT) ? 'previewAndPrint' : 'restricted';
  const strict: Licence = has(RESTRICTED) ? 'restricted' : lenient;
  const isSaid = has(RESTRICTED) || has(PREVIEW_AND_PRINT) || has(EDITABLE);
  return {
    licence: isSaid ? (version < EXCLUSIVE_FROM ? lenient : strict) : 'installable',
    noSubsetting: version >= LAST_BITS_FROM && has(NO_SUBSETTING),
    bitmapsOnly: version >= LAST_BITS_FROM && has(BITMAPS_ONLY),
  };
}

/** In thousandths of an em. */
export type FaceMetrics = {
  readonly ascent: number;
  readonly descent: number;
  /** Advance of 国; null where the face has no such character. */
  readonly hanWidth: number | null;
};

export type FaceMake = Embedding & {
  readonly metrics: FaceMetrics;
  readonly isVariable: boolean;
  /** Of the characters that papers are likely to need. */
  readonly covered: number;
};

/** Taller or flatter than any face for text: its lines would run into each other or its metrics are broken. */
const ASCENTS = { least: 400, most: 2000 };
const DESCENTS = { least: -1500, most: 0 };
const HAN_WIDTHS = { least: 400, most: 1600 };

export function brokenOnFace({ metrics, ...face }: FaceMake): readonly Broken[] {
  const { ascent, descent, hanWidth } = metrics;
  const isWithin = (value: number, { least, most }: { least: number; most: number }) => value >= least && value <= most;
  const isSound =
    isWithin(ascent, ASCENTS) && isWithin(descent, DESCENTS) && (hanWidth === null || isWithin(hanWidth, HAN_WIDTHS));
  return [
    ...(face.licence === 'restricted' ? [broken('typeface.restricted', 'file')] : []),
    ...(face.licence === 'unsaid' ? [broken('typeface.licenceUnsaid', 'file')] : []),
    ...(face.noSubsetting ? [broken('typeface.noSubsetting', 'file')] : []),
    ...(face.bitmapsOnly ? [broken('typeface.bitmapsOnly', 'file')] : []),
    ...(face.isVariable ? [broken('typeface.variable', 'file')] : []),
    ...(isSound ? [] : [broken('typeface.metricsUnsound', 'file', { ascent, descent })]),
    ...(face.covered === 0 ? [broken('typeface.drawsNothing', 'file')] : []),
  ];
}

/** Whoever loads a face says by what the office may use it: the file's own bits allow embedding, they prove no purchase. */
export function brokenOnLoading(licenceBasis: string, isLoadedAlready: boolean): readonly Broken[] {
  return [
    ...(isBlank(licenceBasis) ? [broken('typeface.basisMissing', 'licenceBasis')] : []),
    ...(isLoadedAlready ? [broken('typeface.loadedAlready', 'file')] : []),
  ];
}

export function brokenOnTypefaceWithdrawal(reason: string, isWithdrawn: boolean): readonly Broken[] {
  return [
    ...(isBlank(reason) ? [broken('typeface.reasonMissing', 'reason')] : []),
    ...(isWithdrawn ? [broken('typeface.withdrawnAlready', 'reason')] : []),
  ];
}

/** All papers together have no others to follow, and nobody chooses what was withdrawn. */
export function brokenOnChoice(
  scope: TypeScope,
  choice: TypeChoice,
  isUsable: (id: string) => boolean,
): readonly Broken[] {
  return TYPE_ROLES.flatMap((role) => {
    const face = choice[role];
    if (face === AS_ALL) return scope === 'all' ? [broken('typeface.noneToFollow', role)] : [];
    return isOffice(face) && !isUsable(face) ? [broken('typeface.notUsable', role)] : [];
  });
}
