/** One matter with its whole life: what was entered, what was published where, what is due, what is missing, its trail. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { MatterDetail } from '../../electron/contract/matters.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { orpc } from '../client.ts';
import { HistorySection } from '../parts/document/HistorySection.tsx';
import { type MatterAsked, MatterDialogs } from '../parts/matters/MatterDialogs.tsx';
import { MatterDuties } from '../parts/matters/MatterDuties.tsx';
import { MatterFactsSection } from '../parts/matters/MatterFactsSection.tsx';
import { MatterMissing } from '../parts/matters/MatterMissing.tsx';
import { MatterPublications } from '../parts/matters/MatterPublications.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { SubjectAwaited, SubjectHead, SubjectPage, useDialogAsked } from '../parts/subject/SubjectPage.tsx';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { mattersText } from '../text/matters.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/Disclosure.css';
import './DocumentPage.css';
import './MattersPage.css';

export function MatterPage() {
  const { id = '' } = useParams();
  const { t } = useText(mattersText);
  const asked = useQuery(orpc.matters.get.queryOptions({ input: { id } }));
  if (asked.data === undefined) {
    return <SubjectAwaited of={asked} notFound={t('notFound')} back={t('back')} to="/matters" />;
  }
  return <Loaded key={id} detail={asked.data} />;
}

function Loaded({ detail }: { readonly detail: MatterDetail }) {
  const { actor } = useSeat();
  const { asked, said, open, ends } = useDialogAsked<MatterAsked>();
  const { summary, history } = detail;
  const isLive = !summary.isVoided && summary.closedOn === null;
  const mayWrite = holds(actor, ['clerk', 'divisionHead']) && isLive;
  const mayClose = holds(actor, ['clerk']) && isLive;
  const mayWithdraw = holds(actor, ['clerk']) && !summary.isVoided;
  return (
    <SubjectPage
      head={<Head detail={detail} onPublish={mayWrite ? () => open({ kind: 'publish' }) : undefined} />}
      said={said}
      banners={<Banners detail={detail} />}
      main={
        <>
          <MatterFactsSection
            detail={detail}
            onAmend={mayWrite ? () => open({ kind: 'amend' }) : undefined}
            onVoid={mayClose ? () => open({ kind: 'void' }) : undefined}
          />
          <MatterPublications
            detail={detail}
            onWithdraw={mayWithdraw ? (publication) => open({ kind: 'withdraw', publication }) : undefined}
          />
          <HistorySection history={history} />
        </>
      }
      side={
        <>
          <MatterDuties detail={detail} />
          {isLive && <MatterMissing detail={detail} onClose={mayClose ? () => open({ kind: 'close' }) : undefined} />}
        </>
      }
      dialog={asked && <MatterDialogs detail={detail} asked={asked} {...ends} />}
    />
  );
}

type HeadProps = { readonly detail: MatterDetail; readonly onPublish: (() => void) | undefined };

function Head({ detail: { summary }, onPublish }: HeadProps) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  useShortcuts(onPublish ? [{ keys: ['Ctrl+Enter'], label: t('keyPublish'), run: onPublish }] : []);
  return (
    <SubjectHead
      number={<Link to={`/matters/of/${summary.kind}`}>{terms(`matterKind.${summary.kind}`)}</Link>}
      state={terms(`matterState.${stateOf(summary)}`)}
      name={summary.title}
      actions={
        onPublish && (
          <Button type="primary" onClick={onPublish}>
            {t('publish')} <kbd>Ctrl+Enter</kbd>
          </Button>
        )
      }
    />
  );
}

function stateOf({ kind, isVoided, closedOn }: MatterDetail['summary']): string {
  if (isVoided) return 'voided';
  const { isStanding } = kindOf(kind);
  if (closedOn === null) return isStanding ? 'inUse' : 'open';
  return isStanding ? 'takenDown' : 'closed';
}

function Banners({ detail }: { readonly detail: MatterDetail }) {
  const { t } = useText(mattersText);
  const { summary, voidReason, closeNote, previousId, nextId } = detail;
  return (
    <>
      {summary.isVoided && <p className="form-note wrong">{t('voidedBanner', { reason: voidReason })}</p>}
      {summary.closedOn !== null && (
        <p className="form-note">{t('closedBanner', { on: summary.closedOn, note: closeNote })}</p>
      )}
      {(previousId !== null || nextId !== null) && (
        <p className="actions">
          {previousId !== null && <Link to={`/matters/${previousId}`}>← {t('previous')}</Link>}
          {nextId !== null && <Link to={`/matters/${nextId}`}>{t('next')} →</Link>}
        </p>
      )}
    </>
  );
}
