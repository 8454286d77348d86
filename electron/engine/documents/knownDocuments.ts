/** Warnings about rows of an old ledger whose document the registry or the file itself may know already. */

import { type Broken, broken } from '../../domain/broken.ts';
import { isNearTitle, plainTitle } from '../../domain/duplicate.ts';
import type { DocumentRow } from '../../exchange/documentRow.ts';
import { documentsSigned, keyOfSigning, type Signing, titlesOfNumbers } from '../../store/duplicates.ts';
import type { ReadableDb } from '../../store/open.ts';

/** Codes of these warnings; others tell of cells that were left out. */
export const KNOWN_CODES: readonly string[] = [
  'import.sameNumber',
  'import.nearTitle',
  'import.sameNumberAsRow',
  'import.nearTitleOfRow',
];

/** Rows of one division and one day that a row is compared with: the nearest in the file. */
const COMPARED = 20;

/** For each row what the registry has of its number, else of a near title from its division and day. */
export function knownInRegistry(db: ReadableDb, rows: readonly DocumentRow[]): readonly (readonly Broken[])[] {
  const taken = rows.filter(({ input }) => input !== null);
  const titles = titlesOfNumbers(
    db,
    taken.flatMap(({ docNumber }) => docNumber ?? []),
  );
  const signed = documentsSigned(
    db,
    taken.flatMap((row) => signingOf(row) ?? []),
  );
  return rows.map((row) => {
    const { input, docNumber } = row;
    if (input === null) return [];
    const same = docNumber === null ? undefined : titles.get(docNumber);
    if (same !== undefined) {
      return [broken('import.sameNumber', 'docNumberRaw', { number: docNumber ?? '', title: same })];
    }
    const signing = signingOf(row);
    const others = signing === undefined ? undefined : signed.get(keyOfSigning(signing));
    const near = others?.find(
      (other) => !areTwoNumbers(other.docNumber, docNumber) && isNearTitle(other.title, input.title),
    );
    return near === undefined ? [] : [broken('import.nearTitle', 'title', { title: near.title })];
  });
}

function signingOf({ input }: DocumentRow): Signing | undefined {
  if (input === null || input.signedOn === null) return undefined;
  return { divisionId: input.draftingDivisionId, signedOn: input.signedOn };
}

/** Different numbers are different documents, however near their titles are. */
function areTwoNumbers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** For each row the earlier row of the same file with its number or with a near title of the same division and day. */
export function knownInFile(rows: readonly DocumentRow[]): readonly (readonly Broken[])[] {
  const byNumber = new Map<string, number>();
  const byDay = new Map<string, DocumentRow[]>();
  return rows.map((row) => {
    const { input, docNumber } = row;
    if (input === null) return [];
    const sameNumber = docNumber === null ? undefined : byNumber.get(docNumber);
    if (docNumber !== null && sameNumber === undefined) byNumber.set(docNumber, row.row);
    const place = `${input.draftingDivisionId} ${input.signedOn ?? ''}`;
    const others = byDay.get(place) ?? [];
    byDay.set(place, [...others.slice(1 - COMPARED), row]);
    if (sameNumber !== undefined) {
      return [broken('import.sameNumberAsRow', 'docNumberRaw', { number: docNumber ?? '', row: sameNumber })];
    }
    if (input.signedOn === null) return [];
    const near = others.find((other) => isNearRow(other, row));
    return near === undefined ? [] : [broken('import.nearTitleOfRow', 'title', { row: near.row })];
  });
}

function isNearRow(one: DocumentRow, other: DocumentRow): boolean {
  if (one.input === null || other.input === null || areTwoNumbers(one.docNumber, other.docNumber)) return false;
  const [a, b] = [one.input.title, other.input.title];
  return plainTitle(a).length > 0 && isNearTitle(a, b);
}
