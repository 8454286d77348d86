/** What a printed ledger or register says of itself in its code, and how its rows differ from those of the registry. */

/** How many digits of each hash stand in the code. */
const HEAD_DIGITS = 16;
const ROWS_DIGITS = 12;

export type LedgerCode = {
  readonly number: string;
  /** First digits of the head of the trail at the moment of printing; empty where only the number was given. */
  readonly head: string;
  /** First digits of the hash over the rows. */
  readonly rows: string;
};

/** TZ-2019-0017 9F3C71A2E04B88D1 5A2B…: what the QR code of a ledger holds. */
export function ledgerCode(ledger: { readonly number: string; readonly headHash: string; readonly rowsHash: string }) {
  const digits = (hash: string, count: number) => hash.slice(0, count).toUpperCase();
  return `${ledger.number} ${digits(ledger.headHash, HEAD_DIGITS)} ${digits(ledger.rowsHash, ROWS_DIGITS)}`;
}

/** Numbers of ledgers (台账) and registers (登记簿). */
const CODE = /^((?:TZ|DJ)-\d{4}-\d{4,})(?:([0-9A-F]{16})([0-9A-F]{12})?)?$/;

/** Reads a code as scanned, or a number as typed, with or without the check code that stands in groups on the paper. */
export function readLedgerCode(text: string): LedgerCode | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '').replace(/[—–−]/g, '-');
  const [, number, head = '', rows = ''] = CODE.exec(plain) ?? [];
  return number === undefined ? undefined : { number, head, rows };
}

/** Whether the code could stand on a paper with these hashes. */
export function fitsCode(code: LedgerCode, ledger: { readonly headHash: string; readonly rowsHash: string }): boolean {
  const begins = (hash: string, digits: string) => hash.toUpperCase().startsWith(digits);
  return begins(ledger.headHash, code.head) && begins(ledger.rowsHash, code.rows);
}

type Value = string | number | boolean | null;
/** A row as it is kept: the document or whatever else it tells of, and what it says. */
export type KeptRow<Row> = { readonly id: string; readonly row: Row };

export type FieldChange<Field extends string> = {
  readonly field: Field;
  readonly before: Value;
  readonly after: Value;
};

export type RowChange<Row> = {
  readonly kind: 'changed' | 'removed' | 'added';
  /** Where the row stands on the paper, from 1; null where it is not on it. */
  readonly position: number | null;
  readonly row: Row;
  readonly fields: readonly FieldChange<keyof Row & string>[];
};

/** Rows that say something else than before, in the order of the paper; then those that came since. */
export function ledgerChanges<Row extends Readonly<Record<string, Value>>>(
  before: readonly KeptRow<Row>[],
  now: readonly KeptRow<Row>[],
): readonly RowChange<Row>[] {
  const nowById = new Map(now.map(({ id, row }) => [id, row]));
  const known = new Set(before.map(({ id }) => id));
  const onPaper = before.flatMap(({ id, row }, index): readonly RowChange<Row>[] => {
    const current = nowById.get(id);
    const position = index + 1;
    if (!current) return [{ kind: 'removed', position, row, fields: [] }];
    const fields = Object.keys(row)
      .filter((field) => row[field] !== current[field])
      .map((field) => ({ field, before: row[field] ?? null, after: current[field] ?? null }));
    return fields.length === 0 ? [] : [{ kind: 'changed', position, row, fields }];
  });
  const added = now
    .filter(({ id }) => !known.has(id))
    .map(({ row }): RowChange<Row> => ({ kind: 'added', position: null, row, fields: [] }));
  return [...onPaper, ...added];
}

export type PaperFindings = {
  readonly paper: 'original' | 'reprint' | 'number' | 'altered' | 'unknown';
  readonly isCodeRight: boolean;
  readonly isOnTrail: boolean;
  readonly isKept: boolean;
  readonly changed: number;
};

/** What to tell of a paper, the gravest first; wording `paperCheck.<verdict>`. */
export function paperVerdict({ paper, isCodeRight, isOnTrail, isKept, changed }: PaperFindings) {
  if (paper === 'unknown' || paper === 'altered') return paper;
  if (!isCodeRight) return 'codeWrong';
  if (!isOnTrail) return 'offTrail';
  if (!isKept) return 'notKept';
  return changed > 0 ? 'changed' : 'sound';
}
