/** The deadlines of a document, each with the days that were counted for it. */

import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { DutyLine } from '../subject/DutyLine.tsx';
import { WhyDate } from '../WhyDate.tsx';
import type { DialogAsked } from './DocumentDialogs.tsx';
import { SpecialDeadlines } from './SpecialDeadlines.tsx';

type Props = { readonly detail: DocumentDetail; readonly onAsk: (dialog: DialogAsked) => void };

export function DutiesCard({ detail, onAsk }: Props) {
  const { t } = useText(documentText);
  const [explained, setExplained] = useState<string>();
  const { duties, summary } = detail;
  return (
    <section className="card doc-section" aria-labelledby="duties-title">
      <h2 id="duties-title">{t('duties')}</h2>
      {duties.length === 0 && <p className="grey">{t('dutiesNone')}</p>}
      <ul className="lines">
        {duties.map((duty) => (
          <DutyLine
            key={duty.rule}
            duty={duty}
            isExplained={explained === duty.rule}
            onExplain={() => setExplained(explained === duty.rule ? undefined : duty.rule)}
          />
        ))}
      </ul>
      <SpecialDeadlines detail={detail} onAsk={onAsk} />
      {explained !== undefined && <WhyDate subject={{ kind: 'document', id: summary.id }} rule={explained} />}
    </section>
  );
}
