/** Who did what to a record, newest first, a page at a time. */

import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { momentText } from '../moment.ts';
import { useActName } from '../useActName.ts';
import { Section } from './Section.tsx';
import { useFieldValue } from './useFieldValue.ts';

const PAGE = 10;
/** What is known to the registry by its id only says nothing to a reader. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/;
type Change = DocumentDetail['history'][number]['changes'][number];

export function HistorySection({ history }: Pick<DocumentDetail, 'history'>) {
  const { t } = useText(documentText);
  const actName = useActName();
  const [shown, setShown] = useState(PAGE);
  const newest = history.toSorted((a, b) => b.seq - a.seq);
  const left = newest.length - shown;
  return (
    <Section id="history" title={t('history')}>
      <ol className="lines">
        {newest.slice(0, shown).map(({ seq, at, actorName, act, reason, changes }) => (
          <li key={seq}>
            <span className="number grey">{momentText(at)}</span>
            <span>{actorName}</span>
            <b>{actName(act)}</b>
            {reason !== '' && <span>{t('historyReason', { reason })}</span>}
            <Changes changes={changes} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" className="link-button" onClick={() => setShown(shown + PAGE * 5)}>
          {t('historyMore', { count: Math.min(left, PAGE * 5) })}
        </button>
      )}
    </Section>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const worded = useFieldValue();
  const told = changes.filter(({ field, after }) => hasWords(`field.${field}`) && !ID.test(worded(field, after)));
  if (told.length === 0) return null;
  return (
    <ul className="changes grey">
      {told.map(({ field, before, after }) => (
        <li key={field}>
          {before === ''
            ? t('historySet', { field: terms(`field.${field}`), after: worded(field, after) })
            : t('historyChange', {
                field: terms(`field.${field}`),
                before: worded(field, before),
                after: worded(field, after),
              })}
        </li>
      ))}
    </ul>
  );
}
