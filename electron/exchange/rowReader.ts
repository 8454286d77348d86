/** Opens one row of a foreign table by field: what was repaired, left out or unreadable is gathered on the way. */

import { type Broken, broken } from '../domain/broken.ts';
import { type Day, readDay } from '../domain/day.ts';
import type { ImportField } from '../domain/importFields.ts';
import { readNumberedDay, readYesNo } from './cellReading.ts';
import type { DocumentMapping } from './mapping.ts';
import type { TableRow } from './table.ts';

export type RowRepair = {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** read: another spelling; derived: from another cell of the row; defaulted: from the mapping. */
  readonly kind: 'read' | 'derived' | 'defaulted';
};

export type ColumnNumbers = {
  readonly fields: ReadonlyMap<ImportField, readonly number[]>;
  readonly notes: readonly (readonly [label: string, column: number])[];
};

export type RowReader = {
  readonly repairs: readonly RowRepair[];
  readonly notTaken: readonly Broken[];
  readonly problems: readonly Broken[];
  readonly keptInNote: readonly string[];
  /** The first filled cell of the field as it stands, and without white space at its ends. */
  raw(field: ImportField): string;
  text(field: ImportField): string;
  /** Null where the cell is empty or, with a problem noted, holds no day. */
  day(field: ImportField): Day | null;
  flag(field: ImportField): boolean;
  derived(field: string, value: string): string;
  repair(field: string, before: string, after: string, kind: RowRepair['kind']): void;
  problem(finding: Broken): void;
  /** Leaves a cell out of the row and keeps its words in the note. */
  leaveOut(finding: Broken, note: string): void;
};

export function columnNumbers(headers: readonly string[], mapping: DocumentMapping): ColumnNumbers {
  const numberOf = (header: string) => headers.indexOf(header);
  const fields = Object.entries(mapping.columns).map(
    ([field, names]) => [field as ImportField, names.map(numberOf).filter((column) => column >= 0)] as const,
  );
  const notes = Object.entries(mapping.noteColumns).map(([header, label]) => [label, numberOf(header)] as const);
  return { fields: new Map(fields), notes: notes.filter(([, column]) => column >= 0) };
}

/** Fields of a document whose column in a ledger is called otherwise. */
const IMPORT_FIELD_OF: Readonly<Record<string, ImportField>> = {
  docNumberRaw: 'docNumber',
  isUnnumbered: 'docNumber',
  draftingDivisionId: 'draftingDivision',
};

/** The column in which a person mends a finding about this field: the filled one, else the first that is mapped. */
export function columnOfField({ cells }: TableRow, columns: ColumnNumbers, field: string): number | undefined {
  const mapped = columns.fields.get(IMPORT_FIELD_OF[field] ?? (field as ImportField)) ?? [];
  return mapped.find((column) => (cells[column] ?? '').trim() !== '') ?? mapped[0];
}

export function openRow(row: TableRow, columns: ColumnNumbers, isFrom1904 = false): RowReader {
  const repairs: RowRepair[] = [];
  const notTaken: Broken[] = [];
  const problems: Broken[] = [];
  const keptInNote = columns.notes
    .map(([label, column]) => [label, row.cells[column]?.trim() ?? ''] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`);
  const raw = (field: ImportField) =>
    (columns.fields.get(field) ?? []).map((column) => row.cells[column] ?? '').find((cell) => cell.trim() !== '') ?? '';
  const text = (field: ImportField) => raw(field).trim();
  return {
    repairs,
    notTaken,
    problems,
    keptInNote,
    raw,
    text,
    day(field) {
      const written = text(field);
      if (written === '') return null;
      const day = readDay(written) ?? readNumberedDay(written, isFrom1904);
      if (day === undefined) problems.push(broken('import.dayUnread', field, { text: written }));
      else if (day !== written) repairs.push({ field, before: written, after: day, kind: 'read' });
      return day ?? null;
    },
    flag(field) {
      const written = text(field);
      const answer = readYesNo(written);
      if (answer === undefined) problems.push(broken('import.yesNoUnread', field, { text: written }));
      return answer ?? false;
    },
    derived(field, value) {
      if (value !== '') repairs.push({ field, before: '', after: value, kind: 'derived' });
      return value;
    },
    repair(field, before, after, kind) {
      repairs.push({ field, before, after, kind });
    },
    problem(finding) {
      problems.push(finding);
    },
    leaveOut(finding, note) {
      notTaken.push(finding);
      keptInNote.push(note);
    },
  };
}
