/** Registering and amending: the rules, the revision that signatures bind to, the trail. Used by form, import and sample. */

import type { DocumentInputRecord } from '../../contract/documentInput.ts';
import type { BasisCode } from '../../domain/attribute.ts';
import type { Broken } from '../../domain/broken.ts';
import { brokenOnDelivery } from '../../domain/copies.ts';
import { parseDocNumber, sortKey } from '../../domain/docNumber.ts';
import { docTypeOfTitle } from '../../domain/docType.ts';
import { brokenOnRegistering, warningsOnRegistering } from '../../domain/issuing.ts';
import { changedBoundFields } from '../../domain/reviewContent.ts';
import {
  type DocumentRow,
  findDocument,
  insertAttributeChange,
  insertDocument,
  insertFiling,
  insertRevision,
  insertStanding,
  updateDocument,
} from '../../store/documents.ts';
import type { Db } from '../../store/open.ts';
import { findDivision } from '../../store/people.ts';
import { type Change, historyOf } from '../../store/trail.ts';
import { changesBetween } from '../changes.ts';
import { newId } from '../newId.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { contentOf, freshStanding, hashOfContent, NOTHING_HUNG, restand, reviewedDocument } from './standing.ts';

export type Registration = DocumentInputRecord & {
  readonly id: string;
  readonly delivery: { readonly copies: number; readonly deliveredBy: string; readonly location: string } | null;
  readonly lateEntryReason: string;
};

export type Origin = {
  readonly source: 'form' | 'import' | 'sample';
  readonly importBatchId: string | null;
  /** Why copies that an old ledger does not know of are not asked for. */
  readonly copiesWaivedReason?: string;
};

type NumberColumns = Pick<
  DocumentRow,
  'docNumberRaw' | 'docNumber' | 'numberKind' | 'agencyCode' | 'docYear' | 'docSeq' | 'sortKey'
>;

/** Columns that follow from the number as typed; the trail tells the number itself. */
const DERIVED: readonly string[] = ['numberKind', 'agencyCode', 'docYear', 'docSeq', 'sortKey'];

/** Documents without a number sort after all others, by their title. */
const AFTER_ALL_NUMBERS = '\u{10FFFD} ';

function numberColumns(input: DocumentInputRecord): NumberColumns {
  const reading = input.isUnnumbered ? undefined : parseDocNumber(input.docNumberRaw);
  if (!reading?.ok) {
    const none = { docNumber: null, numberKind: 'none', agencyCode: '', docYear: null, docSeq: null };
    return { docNumberRaw: input.docNumberRaw, ...none, sortKey: `${AFTER_ALL_NUMBERS}${input.title}` };
  }
  const { number } = reading;
  return {
    docNumberRaw: input.docNumberRaw,
    docNumber: number.text,
    numberKind: number.kind,
    agencyCode: number.agencyCode,
    docYear: number.year,
    docSeq: number.seq,
    sortKey: sortKey(number),
  };
}

/** Columns that the form fills, as they are stored. */
function inputColumns(input: DocumentInputRecord) {
  const { docNumberRaw: _, isUnnumbered: __, basis, attribute, docType, ...same } = input;
  if (attribute === null) throw new Error('A document without attribute is refused before it is stored');
  return {
    ...same,
    ...numberColumns(input),
    attribute,
    basis: basis as BasisCode | null,
    docType: docType || (docTypeOfTitle(input.title) ?? ''),
  };
}

export function registerDocument(work: Work, input: Registration, origin: Origin): readonly Broken[] {
  const { row, filing } = enterDocument(work, input, origin);
  insertStanding(work.db, freshStanding(work, row, { ...NOTHING_HUNG, filings: filing ? [filing] : [] }));
  return warningsOnRegistering(input);
}

type FilingRow = Parameters<typeof insertFiling>[1];

/** All of a registration but where the document then stands: an import says that once everything hangs on it. */
export function enterDocument(
  work: Work,
  input: Registration,
  origin: Origin,
): { readonly row: DocumentRow; readonly filing: FilingRow | undefined } {
  const { db, actor, now, today } = work;
  const isImported = origin.source !== 'form';
  const findings = [
    ...brokenOnRegistering(input, { today, isImported }),
    ...(input.delivery && input.delivery.copies > 0
      ? brokenOnDelivery({ ...input.delivery, deliveredOn: today }, { today })
      : []),
    ...brokenOnDivision(work, input),
  ];
  refuseIfBroken(findings);
  const row: DocumentRow = {
    id: input.id,
    version: 1,
    revision: 1,
    contentHash: '',
    ...storedInput(input),
    copiesWaivedOn: origin.copiesWaivedReason === undefined ? null : today,
    copiesWaivedReason: origin.copiesWaivedReason ?? '',
    voidedAt: null,
    voidReason: '',
    source: origin.source,
    importBatchId: origin.importBatchId,
    registeredById: actor.personId ?? '',
    enteredAt: now,
  };
  const content = contentOf(reviewedDocument(row));
  const sealed = { ...row, contentHash: hashOfContent(content) };
  insertDocument(db, sealed);
  storeRevision(work, sealed, content);
  insertAttributeChange(db, firstAttribute(work, sealed));
  const filing = firstFiling(work, input);
  if (filing) insertFiling(db, filing);
  indexRow(work, sealed);
  const changes = changesBetween<Partial<DocumentRow>>({}, telling(sealed));
  const reason = input.lateEntryReason;
  work.record({
    act: 'documents.register',
    entity: 'document',
    entityId: row.id,
    label: labelOf(sealed),
    reason,
    changes,
  });
  return { row: sealed, filing };
}

function firstFiling({ actor, now, today }: Work, { id, delivery }: Registration): FilingRow | undefined {
  if (!delivery || delivery.copies <= 0) return undefined;
  const received = { deliveredOn: today, receivedById: actor.personId ?? '', enteredAt: now };
  return { id: newId(), documentId: id, ...delivery, ...received, note: '', correctsId: null };
}

function storedInput(input: Registration) {
  const { id: _, delivery: __, lateEntryReason: ___, ...document } = input;
  return inputColumns(document);
}

/** What the trail tells of a new document; the rest is empty or follows from it. */
function telling({
  docNumber,
  title,
  draftingDivisionId,
  signer,
  signedOn,
  attribute,
  basis,
  contentHash,
}: DocumentRow) {
  return { docNumber, title, draftingDivisionId, signer, signedOn, attribute, basis, contentHash };
}

/** A closed division drafts nothing any more; what it signed before may still be entered. */
function brokenOnDivision({ db }: Work, input: DocumentInputRecord): readonly Broken[] {
  const { draftingDivisionId: divisionId, signedOn, writtenOn } = input;
  if (divisionId === '') return [];
  const division = findDivision(db, divisionId);
  if (!division) return [{ code: 'document.divisionUnknown', field: 'draftingDivisionId' }];
  const formedOn = signedOn ?? writtenOn;
  const { closedOn } = division;
  if (closedOn === null || formedOn === null || formedOn < closedOn) return [];
  return [{ code: 'document.divisionClosed', field: 'draftingDivisionId', params: { day: closedOn } }];
}

function firstAttribute({ actor, now, today }: Work, row: DocumentRow) {
  return {
    id: newId(),
    documentId: row.id,
    fromAttribute: null,
    toAttribute: row.attribute,
    basis: row.basis,
    basisLaw: row.basisLaw,
    reason: row.reason,
    changedOn: row.signedOn ?? row.writtenOn ?? today,
    changedById: actor.personId ?? '',
    enteredAt: now,
  };
}

export function labelOf({ docNumber, title }: Pick<DocumentRow, 'docNumber' | 'title'>): string {
  return docNumber ? `${docNumber} ${title}` : title;
}

function indexRow({ index }: Work, { id, docNumber, title, drafter, signer }: DocumentRow): void {
  index({ documentId: id, docNumber: docNumber ?? '', title, drafter, signer });
}

function storeRevision({ db, actor, now }: Work, row: DocumentRow, content: string): void {
  insertRevision(db, {
    id: newId(),
    documentId: row.id,
    revision: row.revision,
    contentHash: row.contentHash,
    boundFields: content,
    madeAt: now,
    madeById: actor.personId ?? '',
  });
}

/** Acts that make a new version of a document's row. */
const VERSION_ACTS: readonly string[] = [
  'documents.amend',
  'documents.changeAttribute',
  'documents.void',
  'copies.waive',
];

/** Fields that others changed since the version that the caller saw. */
function changedSince(db: Db, { id, version }: DocumentRow, seen: number): readonly string[] {
  const acts = historyOf(db, id).filter(({ act }) => VERSION_ACTS.includes(act));
  const fields = acts
    .slice(0, Math.max(0, version - seen))
    .flatMap(({ changes }) => (JSON.parse(changes) as readonly Change[]).map(({ field }) => field));
  return [...new Set(fields)];
}

/** Finds the row as the caller saw it; anything else is STALE and names what changed. */
export function currentRow({ db }: Work, id: string, version: number): DocumentRow {
  const row = findDocument(db, id);
  if (!row) throw refusal('NOT_FOUND');
  if (row.version !== version) {
    throw refusal('STALE', { currentVersion: row.version, changedFields: changedSince(db, row, version) });
  }
  if (row.voidedAt !== null) refuseBroken('document.voided', 'id');
  return row;
}

/** Stores new values; a change of a bound field makes a new revision, and every signature over the old one lapses. */
export function reviseDocument(work: Work, before: DocumentRow, values: Partial<DocumentRow>): DocumentRow {
  const { db } = work;
  const after: DocumentRow = { ...before, ...values, version: before.version + 1 };
  const isRevised = changedBoundFields(reviewedDocument(before), reviewedDocument(after)).length > 0;
  const revised = isRevised ? { ...after, revision: before.revision + 1 } : after;
  const content = contentOf(reviewedDocument(revised));
  const sealed = isRevised ? { ...revised, contentHash: hashOfContent(content) } : revised;
  const { id, ...columns } = sealed;
  updateDocument(db, id, columns);
  if (isRevised) storeRevision(work, sealed, content);
  indexRow(work, sealed);
  restand(work, id);
  return sealed;
}

export type Amendment = DocumentInputRecord & {
  readonly id: string;
  readonly version: number;
  readonly reasonForChange: string;
};

export function amendDocument(work: Work, { id, version, reasonForChange, ...input }: Amendment): readonly Broken[] {
  const before = currentRow(work, id, version);
  const isImported = before.source !== 'form';
  const findings: Broken[] = [
    ...brokenOnRegistering(input, { today: work.today, isImported }),
    ...brokenOnDivision(work, input),
  ];
  // History keeps every attribute with its day and reason: it changes by its own act.
  if (input.attribute !== before.attribute) findings.push({ code: 'attribute.changeByItself', field: 'attribute' });
  refuseIfBroken(findings);
  const values = inputColumns(input);
  const changes = changesBetween<DocumentRow>(before, values).filter(({ field }) => !DERIVED.includes(field));
  if (changes.length > 0) reviseDocument(work, before, values);
  work.record({
    act: 'documents.amend',
    entity: 'document',
    entityId: id,
    label: labelOf(before),
    reason: reasonForChange,
    changes,
  });
  return warningsOnRegistering(input);
}
