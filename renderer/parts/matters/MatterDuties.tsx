/** The deadlines of a matter. Of what comes again and again only the last turns are shown. */

import { useState } from 'react';
import type { MatterDetail } from '../../../electron/contract/matters.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { DutyLine } from '../subject/DutyLine.tsx';
import { WhyDate } from '../WhyDate.tsx';

const MOST_SHOWN = 4;

export function MatterDuties({ detail: { duties, summary } }: { readonly detail: MatterDetail }) {
  const { t } = useText(mattersText);
  const [explained, setExplained] = useState<string>();
  const shown = duties.slice(-MOST_SHOWN);
  const earlier = duties.length - shown.length;
  return (
    <section className="card doc-section" aria-labelledby="duties-title">
      <h2 id="duties-title">{t('duties')}</h2>
      {duties.length === 0 && <p className="grey">{t('dutiesNone')}</p>}
      {earlier > 0 && <p className="grey">{t('dutyEarlier', { count: earlier })}</p>}
      <ul className="lines">
        {shown.map((duty) => (
          <DutyLine
            key={`${duty.rule}${duty.triggerOn}`}
            duty={duty}
            isExplained={explained === duty.rule}
            onExplain={
              duty.doneOn === null ? () => setExplained(explained === duty.rule ? undefined : duty.rule) : undefined
            }
          >
            {duty.movedTo !== null && duty.doneOn === null && (
              <p className="form-note warn">{t('dutyMoved', { dueOn: duty.dueOn, movedTo: duty.movedTo })}</p>
            )}
          </DutyLine>
        ))}
      </ul>
      {explained !== undefined && <WhyDate subject={{ kind: 'matter', id: summary.id }} rule={explained} />}
    </section>
  );
}
