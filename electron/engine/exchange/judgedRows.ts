/** Judged rows in the shapes that travel: counts, pages of rows with the addresses of their cells, refused rows as a workbook. */

import type { ImportCounts, ImportRow, RowShow } from '../../contract/imports.ts';
import type { Broken } from '../../domain/broken.ts';
import { cellAddress } from '../../domain/cellAddress.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { hasWords, say } from '../../domain/wording/say.ts';
import type { DocumentRow } from '../../exchange/documentRow.ts';
import { columnOfField } from '../../exchange/rowReader.ts';
import { LONGEST_CELL_TEXT, type Sheet } from '../../exchange/sheet.ts';
import type { TableRow } from '../../exchange/table.ts';
import { isKnown, isSecret, type Judgement } from './judging.ts';

export function countsOf({ rows, warnings, corrections }: Judgement): ImportCounts {
  const taken = rows.filter(({ input }) => input !== null);
  const days = taken.flatMap(({ input }) => input?.writtenOn ?? input?.signedOn ?? []).sort();
  return {
    rows: rows.length,
    accepted: taken.length,
    repaired: taken.filter(isRepaired).length,
    known: warnings.filter(isKnown).length,
    refused: rows.length - taken.length,
    corrected: corrections.size,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
  };
}

/** Put into form or filled in from the mapping; what only follows from another cell changes nothing that was written. */
function isRepaired({ repairs }: DocumentRow): boolean {
  return repairs.some(({ kind }) => kind !== 'derived');
}

/** Indexes of the rows that are shown. */
export function shownRows({ rows, warnings }: Judgement, show: RowShow): readonly number[] {
  const all = rows.map((_, index) => index);
  if (show === 'all') return all;
  return all.filter((index) => {
    const row = rows[index] as DocumentRow;
    if (show === 'refused') return row.input === null;
    if (show === 'known') return isKnown(warnings[index] ?? []);
    return row.input !== null && (show === 'accepted' || isRepaired(row));
  });
}

export function importRow(judgement: Judgement, index: number): ImportRow {
  const { sources, rows, warnings, columns, corrections } = judgement;
  const source = sources[index] as TableRow;
  const row = rows[index] as DocumentRow;
  const mapped = [...new Set([...columns.fields.values()].flat())].sort((a, b) => a - b);
  const cellOf = (field: string): string | null => {
    const column = columnOfField(source, columns, field);
    return column === undefined ? null : cellAddress(source.row, column);
  };
  const placed = ({ code, field, params }: Broken) => ({
    ...{ code, field, cell: cellOf(field) },
    ...(params && { params: { ...params } }),
  });
  return {
    row: source.row,
    state: row.input === null ? 'refused' : isRepaired(row) ? 'repaired' : 'accepted',
    isSecret: isSecret(row),
    cells: mapped.map((column) => ({
      column,
      text: source.cells[column] ?? '',
      isCorrected: corrections.has(cellAddress(source.row, column)),
    })),
    repairs: row.repairs.map((repair) => ({ ...repair, cell: cellOf(repair.field) })),
    problems: row.problems.map(placed),
    warnings: (warnings[index] ?? []).map(placed),
  };
}

/** 签发日期 D17：“二〇一九”不是日期。 */
export function findingInWords(language: Language, { code, field, params }: Broken, cell: string | null): string {
  const name = hasWords(`field.${field}`) ? say(language, `field.${field}`) : '';
  const place = [name, cell ?? ''].filter((part) => part !== '').join(' ');
  const colon = language === 'zh' ? '：' : ': ';
  return `${place === '' ? '' : `${place}${colon}`}${say(language, code, params)}`;
}

/** The refused rows as they stand, first their number in the old file and the reasons; a secret row is only named. */
export function refusedSheet(judgement: Judgement, language: Language): Sheet {
  const column = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  const refused = shownRows(judgement, 'refused');
  return {
    name: say(language, 'import.refusedSheet'),
    columns: [
      column(say(language, 'import.refusedRow'), 8),
      column(say(language, 'import.refusedReasons'), 50),
      ...judgement.headers.map((header) => column(header, 18)),
    ],
    rows: refused.map((index) => {
      const { row, problems } = importRow(judgement, index);
      const reasons = problems.map((problem) => findingInWords(language, problem, problem.cell));
      const { cells } = judgement.sources[index] as TableRow;
      return [String(row), ...[reasons.join('\n'), ...judgement.headers.map((_, at) => cells[at] ?? '')].map(fitting)];
    }),
  };
}

/** A text file may hold longer cells than a workbook; the old file still has them whole. */
function fitting(text: string): string {
  return text.length > LONGEST_CELL_TEXT ? `${text.slice(0, LONGEST_CELL_TEXT - 1)}…` : text;
}
