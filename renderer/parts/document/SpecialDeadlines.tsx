/** Deadlines by special laws on the document page: what holds, what was withdrawn, and the way to set one. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { specialDeadlineText } from '../../text/specialDeadline.ts';
import type { DialogAsked } from './DocumentDialogs.tsx';

type Props = { readonly detail: DocumentDetail; readonly onAsk: (dialog: DialogAsked) => void };

export function SpecialDeadlines({ detail: { specialDeadlines, summary }, onAsk }: Props) {
  const { t } = useText(specialDeadlineText);
  const { actor } = useSeat();
  const mayChange = holds(actor, ['clerk']) && summary.posting !== null && summary.postedOn === null;
  const hasOne = specialDeadlines.some(({ withdrawal }) => withdrawal === null);
  return (
    <>
      {specialDeadlines.map((special) => {
        const { id, law, days, unit, dueOn, enteredBy: by, enteredOn: on, reason, withdrawal } = special;
        const length = dueOn === null ? t(unit ?? 'WD', { days: days ?? 0 }) : t('dueOnIs', { day: dueOn });
        return (
          <div key={id} className="special-deadline">
            <div className={withdrawal === null ? undefined : 'grey'}>
              {t('byLaw', { law })} · {length}
              {withdrawal === null && mayChange && (
                <button
                  type="button"
                  className="link-button line-end"
                  onClick={() => onAsk({ kind: 'withdrawSpecial', special })}
                >
                  {t('withdraw')}
                </button>
              )}
            </div>
            <div className="grey">{t('entered', { by, on, reason })}</div>
            {withdrawal !== null && <div className="grey">{t('withdrawn', withdrawal)}</div>}
          </div>
        );
      })}
      {mayChange && !hasOne && (
        <button type="button" className="link-button" onClick={() => onAsk({ kind: 'special' })}>
          {t('set')}
        </button>
      )}
    </>
  );
}
