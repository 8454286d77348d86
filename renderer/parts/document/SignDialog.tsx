/** Signs one step of the confidentiality review: the bound content, the opinion, the signer's password. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import {
  mayReturn,
  type ReviewStepName,
  SECRECY_TICKS,
  type SecrecyTick,
  type SecrecyTicks,
  STEP_OUTCOMES,
} from '../../../electron/domain/review.ts';
import { brokenOnSigning } from '../../../electron/domain/signing.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { PageState } from '../PageState.tsx';
import { openReview } from './review.ts';
import { SignAside } from './SignAside.tsx';
import { SignFields, type Signing } from './SignFields.tsx';

type Props = {
  readonly documentId: string;
  readonly step: ReviewStepName;
  readonly onDone: (detail: DocumentDetail) => void;
  readonly onCancel: () => void;
};

export function SignDialog(props: Props) {
  const asked = useQuery(orpc.documents.get.queryOptions({ input: { id: props.documentId } }));
  if (asked.data === undefined) return <PageState of={asked} />;
  return <SignForm {...props} detail={asked.data} />;
}

function SignForm({ detail, step, onDone, onCancel }: Props & { readonly detail: DocumentDetail }) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const [firstHash] = useState(detail.contentHash);
  const review = openReview(detail);
  const form = useDialogForm<Signing, DocumentDetail>({
    initial: {
      outcome: '',
      opinion: '',
      ticks: {},
      basis: '',
      onBehalfOf: '',
      overrideReason: '',
      isLeaderInfoProofread: false,
      signedOn: state.today,
      password: '',
    },
    check: (value) => [
      ...withoutOutcome(
        value,
        brokenOnSigning({
          ...value,
          signedOn: value.signedOn ?? undefined,
          today: state.today,
          basis: value.basis || null,
          review,
          step,
          signer: actor,
          document: { draftingDivisionId: detail.summary.divisionId, isLeaderRelated: detail.summary.isLeaderRelated },
          currentContentHash: detail.contentHash,
        }),
      ),
      ...(value.signedOn === null ? [{ code: 'review.signedOnMissing', field: 'signedOn' }] : []),
      ...(value.password === '' ? [{ code: 'password.missing', field: 'password' }] : []),
    ],
    write: (value, id) =>
      client.reviews.sign({
        ...value,
        id,
        documentId: detail.summary.id,
        step,
        ticks: step === 'drafter' ? completeTicks(value.ticks) : null,
        basis: value.basis || null,
        signedOn: value.signedOn ?? state.today,
        contentHash: detail.contentHash,
      }),
    onDone,
  });
  const { value } = form;
  const isSendingBack = mayReturn(step) && value.outcome === STEP_OUTCOMES[step].at(-1);
  const inTheWay = form.own.filter(({ field }) => field === 'step');
  return (
    <FormDialog
      title={t('signStep', { step: terms(`step.${step}`) })}
      confirm={t('confirm')}
      form={form}
      onCancel={onCancel}
      isDanger={isSendingBack}
      width={1000}
      aside={<SignAside detail={detail} step={step} isChanged={detail.contentHash !== firstHash} inTheWay={inTheWay} />}
    >
      <SignFields form={form} step={step} detail={detail} isSendingBack={isSendingBack} />
    </FormDialog>
  );
}

/** An opinion not chosen yet is one sentence, not the list of what it would demand. */
function withoutOutcome({ outcome }: Signing, found: readonly Broken[]): readonly Broken[] {
  if (outcome !== '') return found;
  const others = found.filter(({ field }) => field !== 'outcome');
  return [...others, { code: 'review.outcomeMissing', field: 'outcome' }];
}

function completeTicks(ticks: SecrecyTicks): Record<SecrecyTick, boolean> {
  const entries = SECRECY_TICKS.map((tick) => [tick, ticks[tick] === true] as const);
  return Object.fromEntries(entries) as Record<SecrecyTick, boolean>;
}
