/** Trail and verification: who did what, in words, and whether the registry is still what was entered. */

import { TrailList } from '../parts/registry/TrailList.tsx';
import { VerifyCard } from '../parts/registry/VerifyCard.tsx';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { trailText } from '../text/trail.ts';
import '../parts/registry/Registry.css';
import './TrailPage.css';

export function TrailPage() {
  const { t } = useText(trailText);
  const { actor } = useSeat();
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="room two">
        {holds(actor, ['auditor']) ? <TrailList /> : <p className="card list-none">{t('notMine')}</p>}
        <VerifyCard />
      </div>
    </>
  );
}
