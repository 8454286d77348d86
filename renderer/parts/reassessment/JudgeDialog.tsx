/** One decision, or a division's proposal, over the chosen documents: what follows from it, and the reason. */

import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import { basesFor } from '../../../electron/domain/attribute.ts';
import {
  attributeAfter,
  brokenOnDeciding,
  type Decision,
  type Occasion,
  validityAfter,
} from '../../../electron/domain/reassessment.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { reassessmentText } from '../../text/reassessment.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly decision: Decision;
  readonly chosen: readonly ReassessmentRecord[];
  readonly isProposal: boolean;
  /** Proposed for the reason; what is typed takes its place. */
  readonly reason: string;
  readonly onDone: (count: number, reason: string) => void;
  readonly onCancel: () => void;
};

type Entered = { readonly reason: string; readonly basis: string; readonly basisLaw: string };

export function JudgeDialog({ occasion, year, decision, chosen, isProposal, reason, onDone, onCancel }: Props) {
  const { t } = useText(reassessmentText);
  const terms = useTerms();
  const { state } = useSeat();
  const form = useDialogForm<Entered, { count: number }>({
    initial: { reason, basis: '', basisLaw: '' },
    check: (entered) => brokenOnDeciding({ occasion, year, decision, ...entered, count: chosen.length }, state.today),
    write: ({ basis, ...entered }, id) => {
      const items = chosen.map(({ documentId, version }) => ({ documentId, version }));
      const asked = { id, occasion, year, decision, items, ...entered, basis: basis || null };
      return isProposal ? client.reassessments.propose(asked) : client.reassessments.decide(asked);
    },
    onDone: ({ count }) => onDone(count, value.reason),
  });
  const { value, set } = form;
  const attribute = attributeAfter(decision);
  const title = chosen[0]?.title ?? '';
  const follows = followsOf(decision);
  return (
    <FormDialog
      title={t('judgeTitle', { decision: terms(`decision.${decision}`) })}
      confirm={t(isProposal ? 'propose' : 'decide')}
      form={form}
      onCancel={onCancel}
    >
      <p className="form-note">
        {chosen.length === 1 ? t('judgeOne', { title }) : t('judgeMany', { count: chosen.length, title })}
      </p>
      {follows !== undefined && !isProposal && <p className="form-note warn">{t(follows)}</p>}
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        isRequired
        isLong
        maxLength={2000}
        value={value.reason}
        onChange={(next) => set({ reason: next })}
      />
      {attribute === 'ON_REQUEST' && (
        <ChoiceField
          name="basis"
          label={t('basis')}
          empty={t('basisNone')}
          value={value.basis}
          onChange={(basis) => set({ basis })}
          options={basesFor(attribute).map(({ code }) => ({ value: code, label: terms(`basis.${code}`) }))}
        />
      )}
      {validityAfter(decision) !== undefined && (
        <TextField
          name="basisLaw"
          label={t('basisLaw')}
          hint={t('basisLawHint')}
          isRequired
          maxLength={300}
          value={value.basisLaw}
          onChange={(basisLaw) => set({ basisLaw })}
        />
      )}
    </FormDialog>
  );
}

function followsOf(decision: Decision) {
  if (decision === 'proactive' || decision === 'onRequest' || decision === 'amend')
    return `follows.${decision}` as const;
  return validityAfter(decision) === undefined ? undefined : ('follows.end' as const);
}
