/** Refused rows as a table for the office's spreadsheet program. */

import type { ImportReport } from '../../../electron/contract/ledgers.ts';

/** A cell that begins like a formula is text to a spreadsheet only with an apostrophe before it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function refusedRowsFile(
  refused: ImportReport['refused'],
  name: string,
  headings: readonly string[],
  reasonsOf: (row: ImportReport['refused'][number]) => string,
): File {
  const rows = refused.map((row) => [String(row.row), row.label, reasonsOf(row)]);
  const lines = [headings, ...rows].map((cells) => cells.map(cell).join(','));
  return new File([`\uFEFF${lines.join('\r\n')}\r\n`], `${name}.csv`, { type: 'text/csv' });
}
