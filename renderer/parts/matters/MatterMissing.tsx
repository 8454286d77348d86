/** What stands in the way of closing a matter, by the same rules that the engine asks. */

import { Button } from 'antd';
import type { MatterDetail } from '../../../electron/contract/matters.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { brokenOnClosing } from '../../../electron/domain/matters/matter.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useBrokenText } from '../../text/terms.ts';
import { factsOf } from './facts.ts';

type Props = { readonly detail: MatterDetail; readonly onClose: (() => void) | undefined };

export function MatterMissing({ detail, onClose }: Props) {
  const { t } = useText(mattersText);
  const { state } = useSeat();
  const brokenText = useBrokenText();
  const kind = kindOf(detail.summary.kind);
  const { today } = state;
  const missing = brokenOnClosing(kind, { closedOn: today }, { ...factsOf(detail), today });
  return (
    <section className="card doc-section" aria-labelledby="missing-title">
      <h2 id="missing-title">{t('missing')}</h2>
      {kind.isStanding ? (
        <p className="grey">{t('missingStanding')}</p>
      ) : missing.length === 0 ? (
        <p>{t('missingNone')}</p>
      ) : (
        <ul className="matter-missing">
          {missing.map((finding) => (
            <li key={`${finding.code}${finding.field}${finding.params?.channel ?? ''}`}>{brokenText(finding)}</li>
          ))}
        </ul>
      )}
      {onClose && (
        <p className="actions">
          <Button disabled={missing.length > 0} onClick={onClose}>
            {t(kind.isStanding ? 'closeStanding' : 'close')}
          </Button>
        </p>
      )}
    </section>
  );
}
