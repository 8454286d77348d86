/** The drafter's five checks (起草人自查五项); Alt+0 answers no to all of them. */

import { SECRECY_TICKS, type SecrecyTicks } from '../../../electron/domain/review.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import { RadioField } from '../form/DialogField.tsx';
import './Signing.css';

type Props = { readonly ticks: SecrecyTicks; readonly onTicks: (ticks: SecrecyTicks) => void };

const NONE: SecrecyTicks = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, false]));

export function SelfCheck({ ticks, onTicks }: Props) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!event.altKey || event.code !== 'Digit0') return;
    event.preventDefault();
    onTicks(NONE);
  }
  return (
    <fieldset aria-label={t('ticks')} className="self-check" onKeyDown={onKeyDown}>
      <div className="self-check-head">
        <h3>{t('ticks')}</h3>
        <button type="button" className="link-button" onClick={() => onTicks(NONE)}>
          {t('ticksAllNo')} <kbd>{t('ticksAllNoKey')}</kbd>
        </button>
      </div>
      {SECRECY_TICKS.map((tick) => (
        <RadioField
          key={tick}
          name={`ticks.${tick}`}
          label={terms(`tick.${tick}`)}
          value={ticks[tick] === undefined ? '' : String(ticks[tick])}
          onChange={(value) => onTicks({ ...ticks, [tick]: value === 'true' })}
          options={[
            { value: 'false', label: t('tickNo') },
            { value: 'true', label: t('tickYes') },
          ]}
        />
      ))}
    </fieldset>
  );
}
