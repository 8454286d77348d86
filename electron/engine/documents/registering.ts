/** Registering and amending: the rules, the rows, the trail. Used by form, import and sample. */

import type { DocumentInputRecord } from '../../contract/documentInput.ts';
import type { Broken } from '../../domain/broken.ts';
import { brokenOnDelivery } from '../../domain/copies.ts';
import { brokenOnRegistering, warningsOnRegistering } from '../../domain/issuing.ts';
import {
  type DocumentRow,
  insertAttributeChange,
  insertDocument,
  insertFiling,
  insertStanding,
} from '../../store/documents.ts';
import { findDivision } from '../../store/people.ts';
import { changesBetween } from '../changes.ts';
import { newId } from '../newId.ts';
import { refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { DERIVED_COLUMNS, inputColumns } from './documentColumns.ts';
import { currentRow, indexRow, labelOf, reviseDocument, storeRevision } from './revising.ts';
import { contentOf, freshStanding, hashOfContent, NOTHING_HUNG, reviewedDocument } from './standing.ts';

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
  const changes = changesBetween<DocumentRow>(before, values).filter(({ field }) => !DERIVED_COLUMNS.includes(field));
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
