/** The paper copies of a document: each as a box, deliveries with their corrections, loans and transfers. */

import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { holds, useSeat } from '../../session.ts';
import { copiesText } from '../../text/copies.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from './Section.tsx';
import './CopiesSection.css';

export type FilingShown = DocumentDetail['filings'][number];

type Props = {
  readonly detail: DocumentDetail;
  readonly onDeliver: () => void;
  readonly onWaive: () => void;
  readonly onMove: (copyNo: number) => void;
  readonly onCorrect: (filing: FilingShown) => void;
};

export function CopiesSection({ detail, onDeliver, onWaive, onMove, onCorrect }: Props) {
  const { t } = useText(copiesText);
  const { actor } = useSeat();
  const { summary, copiesWaivedReason } = detail;
  const { copiesReceived: received, copiesRequired: required, copiesMissing: missing } = summary;
  const mayWrite = holds(actor, ['clerk']) && !summary.isVoided;
  return (
    <Section
      id="copies"
      title={t('copies')}
      aside={required === 0 ? t('copiesNone') : t('copiesCount', { received, required })}
      action={
        mayWrite && (
          <>
            <Button onClick={onDeliver}>{t('copiesDeliver')}</Button>
            {missing > 0 && <Button onClick={onWaive}>{t('copiesWaive')}</Button>}
          </>
        )
      }
    >
      {copiesWaivedReason !== '' && <p className="form-note">{t('copiesWaived', { reason: copiesWaivedReason })}</p>}
      <CopyBoxes detail={detail} onMove={mayWrite ? onMove : undefined} />
      <Deliveries detail={detail} onCorrect={mayWrite ? onCorrect : undefined} />
      <Movements detail={detail} />
    </Section>
  );
}

function CopyBoxes({
  detail,
  onMove,
}: {
  readonly detail: DocumentDetail;
  readonly onMove: Props['onMove'] | undefined;
}) {
  const { t } = useText(copiesText);
  const { copyStates, summary } = detail;
  const absent = Array.from({ length: summary.copiesMissing }, (_, at) => copyStates.length + at + 1);
  return (
    <div className="copy-boxes">
      {copyStates.map(({ copyNo, state, party }) => {
        const word = t(`copyState.${copyStateOf(state)}`);
        return (
          <button
            key={copyNo}
            type="button"
            className={`copy-box ${state}`}
            disabled={onMove === undefined}
            title={party === '' ? undefined : party}
            onClick={() => onMove?.(copyNo)}
          >
            {copyNo}
            <small>{word}</small>
            {party !== '' && <span className="offscreen">{party}</span>}
          </button>
        );
      })}
      {absent.map((copyNo) => (
        <span key={copyNo} className="copy-box missing">
          {copyNo}
          <small>{t('copyState.missing')}</small>
        </span>
      ))}
    </div>
  );
}

function copyStateOf(state: string): 'received' | 'lent' | 'transferred' {
  return state === 'lent' || state === 'transferred' ? state : 'received';
}

function Deliveries(props: { readonly detail: DocumentDetail; readonly onCorrect: Props['onCorrect'] | undefined }) {
  const { t } = useText(copiesText);
  const { filings } = props.detail;
  const deliveries = filings.filter(({ correctsId }) => correctsId === null);
  if (deliveries.length === 0) return null;
  return (
    <ul className="lines" aria-label={t('copiesDeliveries')}>
      {deliveries.map((filing) => {
        const corrections = filings.filter(({ correctsId }) => correctsId === filing.id);
        return (
          <li key={filing.id}>
            <b>{t('copiesDeliveryLine', { on: filing.deliveredOn, copies: filing.copies })}</b>
            <span className="grey">
              {t('copiesDeliveredBy')} {filing.deliveredBy} · {t('copiesReceivedBy')} {filing.receivedBy}
              {filing.location !== '' && ` · ${filing.location}`}
              {filing.note !== '' && ` · ${filing.note}`}
            </span>
            {corrections.map((correction) => (
              <span key={correction.id} className="badge today">
                {t('copiesCorrectionLine', { copies: correction.copies, reason: correction.note })}
              </span>
            ))}
            {props.onCorrect && (
              <span className="line-end">
                <Button size="small" onClick={() => props.onCorrect?.(corrections.at(-1) ?? filing)}>
                  {t('copiesCorrect')}
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Movements({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(copiesText);
  const terms = useTerms();
  if (detail.movements.length === 0) return null;
  return (
    <ul className="lines" aria-label={t('copiesMovements')}>
      {detail.movements.map(({ id, movedOn, copyNo, kind, party, dueBackOn, note }) => (
        <li key={id}>
          <span>{t('copiesMovementLine', { on: movedOn, copyNo, kind: terms(`movement.${kind}`), party })}</span>
          {dueBackOn !== null && <span className="grey">{t('copiesDueBack', { on: dueBackOn })}</span>}
          {note !== '' && <span className="grey">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
