/** The kinds of matters with what is open and overdue of each. */

import { Link } from 'react-router';
import type { MatterKindCount } from '../../../electron/contract/matters.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';

type Props = { readonly kinds: readonly MatterKindCount[]; readonly chosen: string };

export function MatterKinds({ kinds, chosen }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  return (
    <nav className="card matter-kinds" aria-label={t('kinds')}>
      {kinds.map(({ kind, open, overdue }) => (
        <Link key={kind} to={`/matters/of/${kind}`} aria-current={kind === chosen ? 'page' : undefined}>
          <span>{terms(`matterKind.${kind}`)}</span>
          <small>
            {t('kindOpen', { count: open })}
            {overdue > 0 && <b> {t('kindOverdue', { count: overdue })}</b>}
          </small>
        </Link>
      ))}
    </nav>
  );
}
