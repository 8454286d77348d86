/** What was made of a row, in words. */

import type { ImportRow } from '../../../electron/contract/imports.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import type { TextParams } from '../../text/index.ts';

type Terms = (code: string, params?: TextParams) => string;
type Repair = ImportRow['repairs'][number];

const KNOWN = ['import.sameNumber', 'import.nearTitle', 'import.sameNumberAsRow', 'import.nearTitleOfRow'];

export function isKnownRow(row: ImportRow): boolean {
  return row.warnings.some(({ code }) => KNOWN.includes(code));
}

/** The value after a repair: codes by their words, flags as yes and no. */
export function repairedWords({ field, after }: Repair, terms: Terms, t: (key: 'yes' | 'no') => string): string {
  if (after === 'true') return field === 'isUnnumbered' ? terms('field.isUnnumbered') : t('yes');
  if (after === 'false') return t('no');
  const code = `${field}.${after}`;
  return hasWords(code) ? terms(code) : after;
}
