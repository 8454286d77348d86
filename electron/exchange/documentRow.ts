/** A row of a foreign ledger becomes a document for late entry (补录): read, repaired visibly, or refused with every reason. */

import {
  ATTRIBUTES,
  type BasisCode,
  basisOf,
  type DisclosureAttribute,
  readAttributeLabel,
} from '../domain/attribute.ts';
import { type Broken, broken } from '../domain/broken.ts';
import type { Day } from '../domain/day.ts';
import { parseDocNumber } from '../domain/docNumber.ts';
import { docTypeOfTitle } from '../domain/docType.ts';
import { brokenOnRegistering, type DocumentInput } from '../domain/issuing.ts';
import { isWebAddress, type PublicationChannel } from '../domain/publication.ts';
import { secretMark } from '../domain/secret.ts';
import { isSecrecyLevel, isUnnumberedWord, readBasis, readChannel, readCount, readOwnWord } from './cellReading.ts';
import type { DocumentMapping } from './mapping.ts';
import { type ColumnNumbers, openRow, type RowReader, type RowRepair } from './rowReader.ts';
import type { TableRow } from './table.ts';

type PostedFact = { readonly postedOn: Day; readonly url: string; readonly channel: PublicationChannel };
type FiledFact = { readonly copies: number; readonly filedOn: Day | null; readonly deliveredBy: string };

export type DocumentRow = {
  readonly row: number;
  /** Number and title, to find the row again; empty where the row carries a secret mark. */
  readonly label: string;
  /** The number in its one spelling; null where there is none. */
  readonly docNumber: string | null;
  /** The same for two rows that tell of the same document; null where the row is refused. */
  readonly key: string | null;
  /** Null where the row is refused. */
  readonly input: DocumentInput | null;
  readonly filing: FiledFact | null;
  readonly posting: PostedFact | null;
  readonly interpretation: { readonly postedOn: Day; readonly url: string } | null;
  readonly repairs: readonly RowRepair[];
  /** Cells left out of a row that is taken. */
  readonly notTaken: readonly Broken[];
  /** Why the row is refused; all reasons at once. */
  readonly problems: readonly Broken[];
};

export type RowFacts = {
  readonly today: Day;
  /** Whether bare day numbers count from 1904. */
  readonly isFrom1904?: boolean;
  /** Id of the division of that name or short name. */
  readonly divisionIdOf: (name: string) => string | undefined;
};

export function readDocumentRow(
  row: TableRow,
  columns: ColumnNumbers,
  mapping: DocumentMapping,
  facts: RowFacts,
): DocumentRow {
  const reader = openRow(row, columns, facts.isFrom1904 ?? false);
  if (row.cells.some((cell) => secretMark(cell) !== undefined) || isSecrecyLevel(reader.text('secrecyLevel'))) {
    return secretRow(row.row);
  }
  const posting = readPosting(reader, mapping);
  const filing = readFiling(reader);
  const interpretation = readInterpretation(reader);
  // Last, because its note keeps what the others left out.
  const input = readInput(reader, mapping, posting, facts);
  const docNumber = normalNumber(input);
  const read: DocumentRow = {
    row: row.row,
    label: [input.docNumberRaw, input.title].filter((text) => text !== '').join(' '),
    docNumber,
    key: JSON.stringify([input.title, docNumber ?? input.writtenOn ?? input.signedOn]),
    input,
    filing,
    posting,
    interpretation,
    repairs: reader.repairs,
    notTaken: reader.notTaken,
    problems: [],
  };
  const unread = new Set(reader.problems.map(({ field }) => field));
  const rules = brokenOnRegistering(input, { today: facts.today, isImported: true });
  const problems = [
    ...reader.problems,
    ...rules.filter(({ field }) => !unread.has(field)),
    ...brokenOnLength(input),
    ...brokenOnPosted(input, posting, facts.today),
    ...brokenOnInterpreted(interpretation, facts.today),
  ];
  return problems.length === 0 ? read : refusedRow(read, problems);
}

function normalNumber({ isUnnumbered, docNumberRaw }: DocumentInput): string | null {
  const reading = isUnnumbered ? undefined : parseDocNumber(docNumberRaw);
  return reading?.ok ? reading.number.text : null;
}

export function refusedRow(row: DocumentRow, problems: readonly Broken[]): DocumentRow {
  const nothing = { key: null, input: null, filing: null, posting: null, interpretation: null };
  return { ...row, ...nothing, problems: [...row.problems, ...problems] };
}

/** Nothing of a row with a secret mark is kept, not even to show which row it was. */
function secretRow(row: number): DocumentRow {
  return {
    row,
    label: '',
    docNumber: null,
    key: null,
    input: null,
    filing: null,
    posting: null,
    interpretation: null,
    repairs: [],
    notTaken: [],
    problems: [broken('secret.marked', 'title')],
  };
}

function readInput(
  reader: RowReader,
  mapping: DocumentMapping,
  posting: PostedFact | null,
  facts: RowFacts,
): DocumentInput {
  const title = readTitle(reader);
  const attribute = readAttribute(reader, mapping);
  const writtenOn = reader.day('writtenOn');
  const signedOn = reader.day('signedOn');
  const isWrittenUnknown = writtenOn === null && signedOn === null && reader.text('writtenOn') === '';
  const stand = isWrittenUnknown && mapping.isPostedDayWrittenDay ? (posting?.postedOn ?? null) : null;
  if (stand !== null) reader.repair('writtenOn', '', stand, 'defaulted');
  return {
    ...readNumber(reader, mapping),
    title,
    docType: reader.text('docType') || reader.derived('docType', docTypeOfTitle(title) ?? ''),
    draftingDivisionId: readDivision(reader, mapping, facts),
    drafter: reader.text('drafter'),
    signer: reader.text('signer'),
    signedOn,
    writtenOn: writtenOn ?? stand,
    printedOn: reader.day('printedOn'),
    attribute,
    basis: readBasisCell(reader, attribute),
    basisLaw: reader.text('basisLaw'),
    reason: readReason(reader, mapping, attribute),
    isNormative: reader.flag('isNormative'),
    isLeaderRelated: reader.flag('isLeaderRelated'),
    isJoint: reader.flag('isJoint'),
    leadAgency: reader.text('leadAgency'),
    legalityReviewNumber: reader.text('legalityReviewNumber'),
    legalityReviewOn: reader.day('legalityReviewOn'),
    interpretationPlan: '',
    channel: posting?.channel ?? '',
    annexes: [],
    remarkNote: reader.text('remarkNote'),
    note: readNote(reader, stand !== null),
  };
}

/** White space at the ends goes, line breaks become blanks; everything else in a title stays as it is. */
function readTitle(reader: RowReader): string {
  const raw = reader.raw('title');
  const title = raw.replace(/[\r\n\t]+/gu, ' ').trim();
  if (title !== raw) reader.repair('title', raw, title, 'read');
  return title;
}

function readNumber(reader: RowReader, mapping: DocumentMapping): Pick<DocumentInput, 'docNumberRaw' | 'isUnnumbered'> {
  const raw = reader.text('docNumber');
  if (isUnnumberedWord(raw)) return { docNumberRaw: '', isUnnumbered: true };
  if (raw === '' && mapping.isUnnumberedWhenEmpty) {
    reader.repair('isUnnumbered', '', 'true', 'defaulted');
    return { docNumberRaw: '', isUnnumbered: true };
  }
  const reading = parseDocNumber(raw);
  if (reading.ok && reading.number.text !== raw) reader.repair('docNumberRaw', raw, reading.number.text, 'read');
  return { docNumberRaw: raw, isUnnumbered: false };
}

function readDivision(reader: RowReader, mapping: DocumentMapping, facts: RowFacts): string {
  const written = reader.text('draftingDivision');
  const name = written || (mapping.defaults.draftingDivision ?? '');
  if (name === '') return '';
  if (written === '') reader.repair('draftingDivisionId', '', name, 'defaulted');
  const id = facts.divisionIdOf(name);
  if (id === undefined) reader.problem(broken('import.divisionUnknown', 'draftingDivisionId', { name }));
  return id ?? '';
}

/** The mapping's default and our own words in both languages besides what ledgers say. */
function readAttribute(reader: RowReader, mapping: DocumentMapping): DisclosureAttribute | null {
  const label = reader.text('attribute');
  const attribute =
    label === ''
      ? mapping.defaults.attribute
      : (readAttributeLabel(label) ?? readOwnWord('attribute', ATTRIBUTES, label));
  if (label === '' && attribute !== undefined) reader.repair('attribute', '', attribute, 'defaulted');
  if (label !== '' && attribute === undefined)
    reader.problem(broken('import.attributeUnread', 'attribute', { text: label }));
  return attribute ?? null;
}

function readReason(reader: RowReader, mapping: DocumentMapping, attribute: DisclosureAttribute | null): string {
  const reason = reader.text('reason');
  const byDefault = reader.text('attribute') === '' && attribute !== null ? (mapping.defaults.reason ?? '') : '';
  if (reason === '' && byDefault !== '') reader.repair('reason', '', byDefault, 'defaulted');
  return reason || byDefault;
}

/** A basis in words we do not know is left out, and the note keeps it. */
function readBasisCell(reader: RowReader, attribute: DisclosureAttribute | null): BasisCode | null {
  const text = reader.text('basis');
  if (text === '') return basisInReason(reader, attribute);
  const basis = readBasis(text);
  if (basis === undefined) reader.leaveOut(broken('import.basisUnread', 'basis', { text }), `认定依据：${text}`);
  return basis ?? null;
}

/** Ledgers with one column for both name the basis in the reason (认定依据/理由). */
function basisInReason(reader: RowReader, attribute: DisclosureAttribute | null): BasisCode | null {
  const basis = attribute === 'NOT_DISCLOSED' ? readBasis(reader.text('reason')) : undefined;
  if (basis === undefined || !basisOf(basis)?.forAttribute.includes('NOT_DISCLOSED')) return null;
  reader.repair('basis', '', basis, 'derived');
  return basis;
}

function readNote(reader: RowReader, isWrittenDayStandIn: boolean): string {
  const standIn = isWrittenDayStandIn ? ['原件未载成文日期，暂以公开日期登记'] : [];
  return [reader.text('note'), ...reader.keptInNote, ...standIn].filter((part) => part !== '').join('；');
}

function readFiling(reader: RowReader): FiledFact | null {
  const text = reader.text('copiesReceived');
  if (text === '') return null;
  const copies = readCount(text);
  if (copies === undefined) reader.leaveOut(broken('import.countUnread', 'copiesReceived', { text }), `份数：${text}`);
  if (!copies) return null;
  return { copies, filedOn: reader.day('filedOn'), deliveredBy: reader.text('deliveredBy') };
}

function readPosting(reader: RowReader, mapping: DocumentMapping): PostedFact | null {
  const postedOn = reader.day('postedOn');
  if (postedOn === null) return null;
  const written = reader.text('channel');
  const channel = written === '' ? (mapping.defaults.channel ?? 'website') : (readChannel(written) ?? 'other');
  if (written === '') reader.repair('channel', '', channel, mapping.defaults.channel ? 'defaulted' : 'derived');
  return { postedOn, url: readAddress(reader, 'url'), channel };
}

function readAddress(reader: RowReader, field: 'url' | 'interpretationUrl'): string {
  const url = reader.text(field);
  if (url === '' || isWebAddress(url)) return url;
  reader.leaveOut(broken('import.addressUnread', field, { text: url }), `网址：${url}`);
  return '';
}

/** Without its address an interpretation cannot be looked up: the note keeps its day. */
function readInterpretation(reader: RowReader): DocumentRow['interpretation'] {
  const postedOn = reader.day('interpretedOn');
  if (postedOn === null) return null;
  const url = readAddress(reader, 'interpretationUrl');
  if (url !== '') return { postedOn, url };
  reader.leaveOut(broken('import.interpretationPlaceMissing', 'interpretedOn'), `解读日期：${postedOn}`);
  return null;
}

/** What the form and the registry hold of each text at the most. */
const LONGEST = {
  ...{ docNumberRaw: 200, docType: 40, drafter: 100, signer: 100, basisLaw: 300, reason: 2000 },
  ...{ leadAgency: 200, legalityReviewNumber: 200, remarkNote: 500, note: 2000 },
} as const satisfies Partial<Record<keyof DocumentInput, number>>;

function brokenOnLength(input: DocumentInput): readonly Broken[] {
  return Object.entries(LONGEST).flatMap(([field, most]) => {
    const { length } = input[field as keyof typeof LONGEST];
    return length > most ? [broken('import.textTooLong', field, { length, most })] : [];
  });
}

function brokenOnInterpreted(interpretation: DocumentRow['interpretation'], today: Day): readonly Broken[] {
  if (interpretation === null || interpretation.postedOn <= today) return [];
  return [broken('publication.inFuture', 'interpretedOn', { day: interpretation.postedOn })];
}

/** Facts of posting that contradict the row; a person has to say which is right. */
function brokenOnPosted(input: DocumentInput, posting: PostedFact | null, today: Day): readonly Broken[] {
  if (posting === null) return [];
  const { postedOn } = posting;
  const findings: Broken[] = [];
  const written = input.signedOn ?? input.writtenOn;
  if (postedOn > today) findings.push(broken('publication.inFuture', 'postedOn', { day: postedOn }));
  if (written && postedOn < written) findings.push(broken('publication.beforeSigning', 'postedOn', { day: written }));
  if (input.attribute && input.attribute !== 'PROACTIVE') {
    findings.push(broken('publication.notProactive', 'postedOn', { attribute: input.attribute }));
  }
  return findings;
}
