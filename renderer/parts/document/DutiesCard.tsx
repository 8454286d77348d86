/** The deadlines of a document, each with the days that were counted for it. */

import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DeadlineBadge } from '../DeadlineBadge.tsx';
import { WhyDate } from '../WhyDate.tsx';
import type { DialogAsked } from './DocumentDialogs.tsx';
import { SpecialDeadlines } from './SpecialDeadlines.tsx';

type Props = { readonly detail: DocumentDetail; readonly onAsk: (dialog: DialogAsked) => void };

export function DutiesCard({ detail, onAsk }: Props) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const [explained, setExplained] = useState<string>();
  const { duties, summary } = detail;
  return (
    <section className="card doc-section" aria-labelledby="duties-title">
      <h2 id="duties-title">{t('duties')}</h2>
      {duties.length === 0 && <p className="grey">{t('dutiesNone')}</p>}
      <ul className="lines">
        {duties.map((duty) => (
          <li key={duty.rule}>
            <span>{terms(`duty.${duty.rule}`)}</span>
            <b className="number">{duty.dueOn}</b>
            <DeadlineBadge duty={duty} />
            {duty.doneOn !== null && <span className="grey">{t('dutyMet', { on: duty.doneOn })}</span>}
            <button
              type="button"
              className="link-button line-end"
              aria-expanded={explained === duty.rule}
              onClick={() => setExplained(explained === duty.rule ? undefined : duty.rule)}
            >
              {t('dutyWhy')}
            </button>
          </li>
        ))}
      </ul>
      <SpecialDeadlines detail={detail} onAsk={onAsk} />
      {explained !== undefined && <WhyDate subject={{ kind: 'document', id: summary.id }} rule={explained} />}
    </section>
  );
}
