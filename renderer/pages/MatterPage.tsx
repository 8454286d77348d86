/** One matter with its whole life: what was entered, what was published where, what is due, what is missing, its trail. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { MatterDetail } from '../../electron/contract/matters.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { orpc, refusalOf } from '../client.ts';
import { HistorySection } from '../parts/document/HistorySection.tsx';
import { type MatterAsked, MatterDialogs } from '../parts/matters/MatterDialogs.tsx';
import { MatterDuties } from '../parts/matters/MatterDuties.tsx';
import { MatterFactsSection } from '../parts/matters/MatterFactsSection.tsx';
import { MatterMissing } from '../parts/matters/MatterMissing.tsx';
import { MatterPublications } from '../parts/matters/MatterPublications.tsx';
import { PageState } from '../parts/PageState.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
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
    if (refusalOf(asked.error)?.code !== 'NOT_FOUND') return <PageState of={asked} />;
    return (
      <div className="doc-missing">
        <h1>{t('heading')}</h1>
        <p>{t('notFound')}</p>
        <Link to="/matters">{t('back')}</Link>
      </div>
    );
  }
  return <Loaded key={id} detail={asked.data} />;
}

function Loaded({ detail }: { readonly detail: MatterDetail }) {
  const { actor } = useSeat();
  const [dialog, setDialog] = useState<MatterAsked>();
  const [said, setSaid] = useState('');
  // Coming from a list leaves the focus nowhere; from anywhere else it stays where the person put it.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, []);
  function open(asked: MatterAsked): void {
    setSaid('');
    setDialog(asked);
  }
  const { summary, history } = detail;
  const isLive = !summary.isVoided && summary.closedOn === null;
  const mayWrite = holds(actor, ['clerk', 'divisionHead']) && isLive;
  const mayClose = holds(actor, ['clerk']) && isLive;
  const mayWithdraw = holds(actor, ['clerk']) && !summary.isVoided;
  return (
    <div className="doc-page">
      <Head detail={detail} onPublish={mayWrite ? () => open({ kind: 'publish' }) : undefined} />
      <p className="doc-said" role="status">
        {said}
      </p>
      <Banners detail={detail} />
      <div className="doc-columns">
        <div className="doc-main">
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
        </div>
        <div className="doc-side">
          <MatterDuties detail={detail} />
          {isLive && <MatterMissing detail={detail} onClose={mayClose ? () => open({ kind: 'close' }) : undefined} />}
        </div>
      </div>
      {dialog && (
        <MatterDialogs
          detail={detail}
          asked={dialog}
          onCancel={() => setDialog(undefined)}
          onDone={(sentence) => {
            setDialog(undefined);
            setSaid(sentence);
          }}
        />
      )}
    </div>
  );
}

function Head({
  detail: { summary },
  onPublish,
}: {
  readonly detail: MatterDetail;
  readonly onPublish: (() => void) | undefined;
}) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  useShortcuts(onPublish ? [{ keys: ['Ctrl+Enter'], label: t('keyPublish'), run: onPublish }] : []);
  return (
    <header className="doc-head">
      <div className="doc-title">
        <h1>
          <Link to={`/matters/of/${summary.kind}`}>{terms(`matterKind.${summary.kind}`)}</Link>{' '}
          <span className="badge doc-state">{terms(`matterState.${stateOf(summary)}`)}</span>
        </h1>
        <p className="doc-name">{summary.title}</p>
      </div>
      {onPublish && (
        <div className="actions">
          <Button type="primary" onClick={onPublish}>
            {t('publish')} <kbd>Ctrl Enter</kbd>
          </Button>
        </div>
      )}
    </header>
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
