/** Values of a field as the trail and the signed content keep them, in words: codes, divisions by name, annexes by name. */

import { useQuery } from '@tanstack/react-query';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import { orpc } from '../../client.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { recordedCodes } from '../matters/recordedCodes.ts';

const CODED: readonly string[] = ['attribute', 'basis', 'channel', 'step', 'outcome', 'validity', 'decision'];

export function useFieldValue(): (field: string, value: string) => string {
  const { t } = useText(documentText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  return (field, value) => {
    if (value === '') return t('historyEmpty');
    if (/(?:division|successor)Id$/i.test(field)) return divisions.data?.find(({ id }) => id === value)?.name ?? value;
    if (field === 'annexes') return annexNames(value).join(t('listJoin')) || t('historyEmpty');
    const codes = recordedCodes(field, value);
    if (codes !== undefined) return codes.map((code) => terms(code)).join(t('listJoin'));
    const code = `${field}.${value}`;
    return CODED.includes(field) && hasWords(code) ? terms(code) : value;
  };
}

function annexNames(value: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(value);
    if (!Array.isArray(read)) return [value];
    return read.map((annex: { readonly name?: unknown }) => String(annex.name ?? ''));
  } catch {
    return [value];
  }
}
