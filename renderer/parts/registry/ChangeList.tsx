/** What an act changed, field by field, in the words of the field rather than in codes. */

import { useText } from '../../text/index.ts';
import { trailText } from '../../text/trail.ts';
import { useTrailWords } from './useTrailWords.ts';

type Change = { readonly field: string; readonly before: string; readonly after: string };

export function ChangeList({ act, changes }: { readonly act: string; readonly changes: readonly Change[] }) {
  const { t } = useText(trailText);
  const words = useTrailWords();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list grey trail-changes">
      {changes.map(({ field, before, after }) => {
        const told = {
          field: words.field(field, after),
          before: words.value(field, before, act),
          after: words.value(field, after, act),
        };
        return <li key={`${field} ${after}`}>{t(before === '' ? 'set' : 'changed', told)}</li>;
      })}
    </ul>
  );
}
