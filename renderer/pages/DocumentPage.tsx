/** One document with its whole life: facts, attribute, copies, review, publication, deadlines, trail. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { DocumentDetail } from '../../electron/contract/documents.ts';
import { orpc, refusalOf } from '../client.ts';
import { ArchiveSection } from '../parts/document/ArchiveSection.tsx';
import { AttributeSection } from '../parts/document/AttributeSection.tsx';
import { ContactsSection } from '../parts/document/ContactsSection.tsx';
import { CopiesSection } from '../parts/document/CopiesSection.tsx';
import { type DialogAsked, DocumentDialogs } from '../parts/document/DocumentDialogs.tsx';
import { DutiesCard } from '../parts/document/DutiesCard.tsx';
import { FactsSection } from '../parts/document/FactsSection.tsx';
import { HistorySection } from '../parts/document/HistorySection.tsx';
import { NormativeSection } from '../parts/document/NormativeSection.tsx';
import { PaperMenu } from '../parts/document/PaperMenu.tsx';
import { ProofreadingSection } from '../parts/document/ProofreadingSection.tsx';
import { PublicationSection } from '../parts/document/PublicationSection.tsx';
import { ReviewSection } from '../parts/document/ReviewSection.tsx';
import { type NextStep, nextStepOf } from '../parts/document/review.ts';
import { PageState } from '../parts/PageState.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useSeat } from '../session.ts';
import { documentText } from '../text/document.ts';
import { type Say, useText } from '../text/index.ts';
import { useTerms } from '../text/terms.ts';
import './DocumentPage.css';

export function DocumentPage() {
  const { id = '' } = useParams();
  const { t } = useText(documentText);
  const asked = useQuery(orpc.documents.get.queryOptions({ input: { id } }));
  if (asked.data === undefined) {
    if (refusalOf(asked.error)?.code !== 'NOT_FOUND') return <PageState of={asked} />;
    return (
      <div className="doc-missing">
        <p>{t('notFound')}</p>
        <Link to="/ledger">{t('back')}</Link>
      </div>
    );
  }
  return <Loaded key={id} detail={asked.data} />;
}

function Loaded({ detail }: { readonly detail: DocumentDetail }) {
  const { actor } = useSeat();
  const [dialog, setDialog] = useState<DialogAsked>();
  const [said, setSaid] = useState('');
  const next = nextStepOf(detail, actor);
  // Coming from a list leaves the focus nowhere; from anywhere else it stays where the person put it.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, []);
  function open(asked: DialogAsked): void {
    setSaid('');
    setDialog(asked);
  }
  return (
    <div className="doc-page">
      <DocumentHead detail={detail} next={next} onNext={open} />
      <p className="doc-said" role="status">
        {said}
      </p>
      <Banners detail={detail} />
      <div className="doc-columns">
        <div className="doc-main">
          <FactsSection detail={detail} onVoid={() => open({ kind: 'void' })} />
          <AttributeSection detail={detail} onChange={() => open({ kind: 'attribute' })} />
          <CopiesSection
            detail={detail}
            onDeliver={() => open({ kind: 'deliver' })}
            onWaive={() => open({ kind: 'waive' })}
            onMove={(copyNo) => open({ kind: 'move', copyNo })}
            onCorrect={(filing) => open({ kind: 'correct', filing })}
          />
          <ProofreadingSection detail={detail} onProofread={() => open({ kind: 'proofread' })} />
          <PublicationSection
            detail={detail}
            onPost={() => open({ kind: 'post' })}
            onWithdraw={(publication) => open({ kind: 'withdraw', publication })}
            onInterpret={() => open({ kind: 'interpret' })}
          />
          <ContactsSection detail={detail} />
          <ArchiveSection detail={detail} />
          <NormativeSection
            detail={detail}
            onFile={() => open({ kind: 'fileNormative' })}
            onValidity={() => open({ kind: 'validity' })}
          />
          <HistorySection history={detail.history} />
        </div>
        <div className="doc-side">
          <DutiesCard detail={detail} onAsk={open} />
          <ReviewSection detail={detail} onSign={(step) => open({ kind: 'sign', step })} />
        </div>
      </div>
      {dialog && (
        <DocumentDialogs
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

type HeadProps = {
  readonly detail: DocumentDetail;
  readonly next: NextStep | undefined;
  readonly onNext: (next: NextStep) => void;
};

function DocumentHead({ detail, next, onNext }: HeadProps) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const { summary } = detail;
  const label = next && nextLabel(next, t, terms);
  useShortcuts(next && label ? [{ keys: ['Ctrl+Enter'], label, run: () => onNext(next) }] : []);
  return (
    <header className="doc-head">
      <div className="doc-title">
        <h1>
          <span className="number">{summary.docNumber ?? t('unnumbered')}</span>{' '}
          <span className={`badge doc-state ${summary.state}`}>{terms(`state.${summary.state}`)}</span>
        </h1>
        <p className="doc-name">{summary.title}</p>
        <p className="doc-held">
          {summary.blockers.length === 0 ? (
            !summary.isVoided && <span className="grey">{t('blockersNone')}</span>
          ) : (
            <>
              <span className="grey">{t('heldBy')}</span>
              <b>{terms(`holder.${summary.heldBy}`)}</b>
              {t('heldColon')}
              {summary.blockers.map(({ code, params }) => terms(`blocker.${code}`, params)).join(t('blockerJoin'))}
            </>
          )}
        </p>
      </div>
      <div className="actions">
        {next && (
          <Button type="primary" onClick={() => onNext(next)}>
            {label} <kbd>{t('nextKey')}</kbd>
          </Button>
        )}
        <PaperMenu detail={detail} />
      </div>
    </header>
  );
}

function nextLabel(next: NextStep, t: Say<keyof typeof documentText.zh>, terms: (code: string) => string): string {
  if (next.kind === 'sign') return t('nextSign', { step: terms(`step.${next.step}`) });
  const keys = { post: 'nextPost', interpret: 'nextInterpret', deliver: 'nextDeliver', proofread: 'nextProofread' };
  return t(keys[next.kind] as 'nextPost');
}

function Banners({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(documentText);
  const { summary, sameNumber, voidReason } = detail;
  return (
    <>
      {summary.isVoided && <p className="form-note wrong">{t('voidedBanner', { reason: voidReason })}</p>}
      {sameNumber.length > 0 && (
        <p className="form-note warn">
          {t('sameNumber', { count: sameNumber.length })}{' '}
          {sameNumber.map(({ id, title }) => (
            <Link key={id} to={`/documents/${id}`}>
              {title}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}
