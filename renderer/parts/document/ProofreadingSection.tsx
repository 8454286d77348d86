/** Proof-reading of leaders' information by the head of the division, and its signature. */

import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { BoundContent } from './BoundContent.tsx';
import { isHeadOf } from './review.ts';
import { Section } from './Section.tsx';
import { useRoundsRequired } from './useRounds.ts';

export function ProofreadingSection(props: { readonly detail: DocumentDetail; readonly onProofread: () => void }) {
  const { t } = useText(documentText);
  const { actor } = useSeat();
  const required = useRoundsRequired();
  const { summary, proofreadings, revision, reviews, contentHash } = props.detail;
  if (!summary.isLeaderRelated) return null;
  // The tick on a signature over the present text is one of the rounds.
  const ticked = reviews[0]?.steps.find((step) => step.isLeaderInfoProofread && step.contentHash === contentHash);
  const may = !summary.isVoided && isHeadOf(summary.presentDivisionId, actor);
  return (
    <Section
      id="proofreading"
      title={t('proofreading')}
      action={may && <Button onClick={props.onProofread}>{t('proofread')}</Button>}
    >
      <p className="grey">{t('proofreadingHint', { required })}</p>
      {proofreadings.length === 0 && ticked === undefined && <p className="grey">{t('proofreadingNone')}</p>}
      <ul className="lines">
        {ticked && <li>{t('proofreadingSigned', { name: ticked.signerName, on: ticked.signedOn })}</li>}
        {proofreadings.map((one) => (
          <li key={one.id}>
            <span>{t('proofreadingRound', { round: one.round, name: one.byName, on: one.proofreadOn })}</span>
            {one.revision !== revision && <span className="grey">{t('proofreadingOld')}</span>}
            {one.note !== '' && <span className="grey">{one.note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type DialogProps = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function ProofreadDialog({ detail, onDone, onCancel }: DialogProps) {
  const { t } = useText(documentText);
  const words = useText(reviewText);
  const form = useDialogForm<{ readonly note: string; readonly password: string }, DocumentDetail>({
    initial: { note: '', password: '' },
    check: ({ password }) => (password === '' ? [{ code: 'password.missing', field: 'password' }] : []),
    write: ({ note, password }, id) =>
      client.reviews.proofread({
        id,
        documentId: detail.summary.id,
        contentHash: detail.contentHash,
        note,
        password,
      }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog
      title={t('proofreadTitle')}
      confirm={t('proofreadConfirm')}
      form={form}
      onCancel={onCancel}
      width={900}
      aside={<BoundContent detail={detail} />}
    >
      <TextField
        name="note"
        label={t('proofreadNote')}
        maxLength={500}
        value={value.note}
        onChange={(note) => set({ note })}
      />
      <TextField
        name="password"
        label={words.t('password')}
        hint={words.t('passwordHint')}
        isRequired
        type="password"
        autoComplete="current-password"
        value={value.password}
        onChange={(password) => set({ password })}
      />
    </FormDialog>
  );
}
