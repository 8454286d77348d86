/** One document with its whole life: facts, attribute, copies, review, publication, deadlines, trail. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { DocumentDetail } from '../../electron/contract/documentDetail.ts';
import { orpc } from '../client.ts';
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
import { useShortcuts } from '../parts/shortcuts.ts';
import { SubjectAwaited, SubjectHead, SubjectPage, useDialogAsked } from '../parts/subject/SubjectPage.tsx';
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
    return <SubjectAwaited of={asked} notFound={t('notFound')} back={t('back')} to="/ledger" />;
  }
  return <Loaded key={id} detail={asked.data} />;
}

function Loaded({ detail }: { readonly detail: DocumentDetail }) {
  const { actor } = useSeat();
  const { asked, said, open, ends } = useDialogAsked<DialogAsked>();
  return (
    <SubjectPage
      head={<DocumentHead detail={detail} next={nextStepOf(detail, actor)} onNext={open} />}
      said={said}
      banners={<Banners detail={detail} />}
      main={<Sections detail={detail} onAsk={open} />}
      side={
        <>
          <DutiesCard detail={detail} onAsk={open} />
          <ReviewSection detail={detail} onSign={(step) => open({ kind: 'sign', step })} />
        </>
      }
      dialog={asked && <DocumentDialogs detail={detail} asked={asked} {...ends} />}
    />
  );
}

type SectionProps = { readonly detail: DocumentDetail; readonly onAsk: (asked: DialogAsked) => void };

function Sections({ detail, onAsk }: SectionProps) {
  return (
    <>
      <FactsSection detail={detail} onVoid={() => onAsk({ kind: 'void' })} />
      <AttributeSection detail={detail} onChange={() => onAsk({ kind: 'attribute' })} />
      <CopiesSection
        detail={detail}
        onDeliver={() => onAsk({ kind: 'deliver' })}
        onWaive={() => onAsk({ kind: 'waive' })}
        onMove={(copyNo) => onAsk({ kind: 'move', copyNo })}
        onCorrect={(filing) => onAsk({ kind: 'correct', filing })}
      />
      <ProofreadingSection detail={detail} onProofread={() => onAsk({ kind: 'proofread' })} />
      <PublicationSection
        detail={detail}
        onPost={() => onAsk({ kind: 'post' })}
        onWithdraw={(publication) => onAsk({ kind: 'withdraw', publication })}
        onInterpret={() => onAsk({ kind: 'interpret' })}
      />
      <ContactsSection detail={detail} />
      <ArchiveSection detail={detail} />
      <NormativeSection
        detail={detail}
        onFile={() => onAsk({ kind: 'fileNormative' })}
        onValidity={() => onAsk({ kind: 'validity' })}
      />
      <HistorySection history={detail.history} />
    </>
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
    <SubjectHead
      number={<span className="number">{summary.docNumber ?? t('unnumbered')}</span>}
      state={terms(`state.${summary.state}`)}
      tone={summary.state}
      name={summary.title}
      actions={
        <>
          {next && (
            <Button type="primary" onClick={() => onNext(next)}>
              {label} <kbd>{t('nextKey')}</kbd>
            </Button>
          )}
          <PaperMenu detail={detail} />
        </>
      }
    >
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
    </SubjectHead>
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
