/** Everything still missing before a document may be registered as issued (发文, 登记). 实施方案三（一）、五（三）; 公文处理工作条例. */

import { brokenOnAttribute, type DisclosureAttribute, readAttributeLabel } from './attribute.ts';
import { type Broken, broken, isBlank } from './broken.ts';
import { type Day, yearOf } from './day.ts';
import { parseDocNumber } from './docNumber.ts';
import { docTypeOfTitle } from './docType.ts';
import type { Annex } from './reviewContent.ts';
import { secretMark } from './secret.ts';

/** What the register form holds; texts are empty and days null where nothing was entered. */
export type DocumentInput = {
  /** As typed; `parseDocNumber` repairs or refuses it. */
  readonly docNumberRaw: string;
  /** 无文号 */
  readonly isUnnumbered: boolean;
  readonly title: string;
  readonly docType: string;
  readonly draftingDivisionId: string;
  readonly drafter: string;
  readonly signer: string;
  readonly signedOn: Day | null;
  readonly writtenOn: Day | null;
  readonly printedOn: Day | null;
  readonly attribute: DisclosureAttribute | null;
  readonly basis: string | null;
  readonly basisLaw: string;
  readonly reason: string;
  readonly isNormative: boolean;
  readonly isLeaderRelated: boolean;
  readonly isJoint: boolean;
  /** 牵头机关; empty or our own bureau where we lead. */
  readonly leadAgency: string;
  readonly legalityReviewNumber: string;
  readonly legalityReviewOn: Day | null;
  readonly interpretationPlan: string;
  readonly channel: string;
  readonly annexes: readonly Annex[];
  /** 附注, such as （此件公开发布） */
  readonly remarkNote: string;
  readonly note: string;
};

export type RegisteringFacts = {
  readonly today: Day;
  /** An old ledger names no signer and no legality review; what it does not know is not invented (补录). */
  readonly isImported?: boolean;
};

const TEXT_FIELDS = [
  'docNumberRaw',
  'title',
  'drafter',
  'signer',
  'basisLaw',
  'reason',
  'leadAgency',
  'legalityReviewNumber',
  'interpretationPlan',
  'remarkNote',
  'note',
] as const satisfies readonly (keyof DocumentInput)[];

const DAY_FIELDS = ['signedOn', 'writtenOn', 'printedOn', 'legalityReviewOn'] as const;

/** 文件标题 longer than this is a whole text pasted into the field. */
export const TITLE_LENGTH = 500;

/** All broken rules at once. A secret mark is the only finding when there is one: nothing else of the text is spoken of. */
export function brokenOnRegistering(input: DocumentInput, facts: RegisteringFacts): readonly Broken[] {
  const secrets = brokenOnSecrets(input);
  if (secrets.length > 0) return secrets;
  return [
    ...brokenOnNumber(input),
    ...brokenOnTitle(input),
    ...brokenOnAttribute(input),
    ...brokenOnPeopleAndDays(input, facts),
    ...(facts.isImported ? [] : brokenOnNormative(input)),
    ...brokenOnAnnexes(input),
  ];
}

/** Fields that carry the mark of a state secret; the caller keeps nothing of the input. */
export function brokenOnSecrets(input: DocumentInput): readonly Broken[] {
  const marked: string[] = TEXT_FIELDS.filter((field) => secretMark(input[field]) !== undefined);
  if (input.annexes.some(({ name }) => secretMark(name) !== undefined)) marked.push('annexes');
  return marked.map((field) => broken('secret.marked', field));
}

function brokenOnNumber({ docNumberRaw, isUnnumbered }: DocumentInput): readonly Broken[] {
  if (isUnnumbered) {
    return isBlank(docNumberRaw) ? [] : [broken('document.numberThoughUnnumbered', 'docNumberRaw')];
  }
  if (isBlank(docNumberRaw)) return [broken('document.numberMissing', 'docNumberRaw')];
  const reading = parseDocNumber(docNumberRaw);
  return reading.ok ? [] : [broken(reading.code, 'docNumberRaw', reading.params)];
}

function brokenOnTitle({ title }: DocumentInput): readonly Broken[] {
  if (isBlank(title)) return [broken('document.titleMissing', 'title')];
  const length = Array.from(title).length;
  return length > TITLE_LENGTH ? [broken('document.titleTooLong', 'title', { length, most: TITLE_LENGTH })] : [];
}

function brokenOnPeopleAndDays(input: DocumentInput, { today, isImported }: RegisteringFacts): readonly Broken[] {
  const findings: Broken[] = [];
  if (isBlank(input.draftingDivisionId)) findings.push(broken('document.divisionMissing', 'draftingDivisionId'));
  if (isBlank(input.signer) && !isImported) findings.push(broken('document.signerMissing', 'signer'));
  if (!input.signedOn && !(isImported && input.writtenOn)) {
    findings.push(broken('document.signedOnMissing', 'signedOn'));
  }
  for (const field of DAY_FIELDS) {
    const day = input[field];
    if (day && day > today) findings.push(broken('document.dayInFuture', field, { day, field }));
  }
  if (input.isJoint && isBlank(input.leadAgency)) findings.push(broken('document.leadAgencyMissing', 'leadAgency'));
  return findings;
}

/** 未经合法性审查不得印发; 解读与文件同步公布. */
function brokenOnNormative(input: DocumentInput): readonly Broken[] {
  if (!input.isNormative) return [];
  const findings: Broken[] = [];
  if (isBlank(input.legalityReviewNumber)) {
    findings.push(broken('document.legalityNumberMissing', 'legalityReviewNumber'));
  }
  const { legalityReviewOn, signedOn } = input;
  if (!legalityReviewOn) findings.push(broken('document.legalityOnMissing', 'legalityReviewOn'));
  else if (signedOn && legalityReviewOn > signedOn) {
    findings.push(broken('document.legalityAfterSigning', 'legalityReviewOn', { legalityReviewOn, signedOn }));
  }
  if (isBlank(input.interpretationPlan)) {
    findings.push(broken('document.interpretationPlanMissing', 'interpretationPlan'));
  }
  return findings;
}

function brokenOnAnnexes({ annexes }: DocumentInput): readonly Broken[] {
  return annexes.some(({ name }) => isBlank(name)) ? [broken('document.annexNameMissing', 'annexes')] : [];
}

/** What is unusual and may still be right; shown, never in the way. */
export function warningsOnRegistering(input: DocumentInput): readonly Broken[] {
  return [...warningsOnDays(input), ...warningsOnTexts(input)];
}

/** Usual order: 签发 = 成文 <= 印发. */
function warningsOnDays({ signedOn, writtenOn, printedOn, legalityReviewOn }: DocumentInput): readonly Broken[] {
  const findings: Broken[] = [];
  if (signedOn && writtenOn && signedOn !== writtenOn) {
    findings.push(broken('document.writtenNotSigned', 'writtenOn', { signedOn, writtenOn }));
  }
  const printable = writtenOn ?? signedOn;
  if (printedOn && printable && printedOn < printable) {
    findings.push(broken('document.printedBeforeWritten', 'printedOn', { printedOn, writtenOn: printable }));
  }
  if (legalityReviewOn && signedOn && legalityReviewOn > signedOn) {
    findings.push(broken('document.legalityAfterSigning', 'legalityReviewOn', { legalityReviewOn, signedOn }));
  }
  return findings;
}

function warningsOnTexts(input: DocumentInput): readonly Broken[] {
  const findings: Broken[] = [];
  const reading = input.isUnnumbered ? undefined : parseDocNumber(input.docNumberRaw);
  const dated = input.writtenOn ?? input.signedOn;
  if (reading?.ok && reading.number.year !== null && dated && reading.number.year !== yearOf(dated)) {
    const years = { numberYear: reading.number.year, writtenYear: yearOf(dated) };
    findings.push(broken('document.yearDiffers', 'docNumberRaw', years));
  }
  const typeOfTitle = docTypeOfTitle(input.title);
  if (!isBlank(input.title) && typeOfTitle === undefined) findings.push(broken('document.titleWithoutType', 'title'));
  else if (typeOfTitle && input.docType && typeOfTitle !== input.docType) {
    findings.push(broken('document.typeDiffers', 'docType', { typeOfTitle, docType: input.docType }));
  }
  const noted = readAttributeLabel(input.remarkNote);
  if (noted && input.attribute && noted !== input.attribute) {
    findings.push(broken('document.noteDiffers', 'remarkNote', { noted, attribute: input.attribute }));
  }
  return findings;
}
