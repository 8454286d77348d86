/** The columns of a document as its form fills them, the number taken apart. */

import type { DocumentInputRecord } from '../../contract/documentInput.ts';
import type { BasisCode } from '../../domain/attribute.ts';
import { parseDocNumber, sortKey } from '../../domain/docNumber.ts';
import { docTypeOfTitle } from '../../domain/docType.ts';
import type { DocumentRow } from '../../store/documents.ts';

type NumberColumns = Pick<
  DocumentRow,
  'docNumberRaw' | 'docNumber' | 'numberKind' | 'agencyCode' | 'docYear' | 'docSeq' | 'sortKey'
>;

/** Columns that follow from the number as typed; the trail tells the number itself. */
export const DERIVED_COLUMNS: readonly string[] = ['numberKind', 'agencyCode', 'docYear', 'docSeq', 'sortKey'];

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
export function inputColumns(input: DocumentInputRecord) {
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
