/** Changes the disclosure attribute, says what follows from it, and demands the reason. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import {
  ATTRIBUTES,
  type BasisCode,
  basesFor,
  basisOf,
  brokenOnAttributeChange,
  type DisclosureAttribute,
  isBackwardMove,
} from '../../../electron/domain/attribute.ts';
import { REASON_LENGTH } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

type Change = {
  readonly to: DisclosureAttribute | null;
  readonly basis: string;
  readonly basisLaw: string;
  readonly reason: string;
  readonly changedOn: Day | null;
};

export function ChangeAttributeDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const { state } = useSeat();
  const { summary } = detail;
  const facts = { from: summary.attribute, isPosted: summary.postedOn !== null, today: state.today };
  const form = useDialogForm<Change, DocumentSummary>({
    initial: { to: null, basis: '', basisLaw: '', reason: '', changedOn: state.today },
    check: ({ to, ...change }) =>
      brokenOnAttributeChange(
        { ...change, attribute: to ?? undefined, basis: (change.basis || undefined) as BasisCode | undefined },
        facts,
      ),
    write: ({ to, basis, basisLaw, reason, changedOn }) =>
      client.documents.changeAttribute({
        id: summary.id,
        version: summary.version,
        to: to ?? summary.attribute,
        basis: basis || null,
        basisLaw,
        reason,
        changedOn: changedOn ?? state.today,
      }),
    onDone,
  });
  const { value, set } = form;
  const { to } = value;
  return (
    <FormDialog title={t('attributeChangeTitle')} confirm={t('attributeChangeConfirm')} form={form} onCancel={onCancel}>
      <p className="form-note">
        {t('attributeNow')} <b>{terms(`attribute.${summary.attribute}`)}</b>
      </p>
      <RadioField
        name="attribute"
        label={t('attributeChangeTo')}
        isRequired
        value={to ?? ''}
        onChange={(next) => set({ to: ATTRIBUTES.find((one) => one === next) ?? null, basis: '', basisLaw: '' })}
        options={ATTRIBUTES.filter((one) => one !== summary.attribute).map((one) => ({
          value: one,
          label: terms(`attribute.${one}`),
        }))}
      />
      {to !== null && <p className="form-note warn">{t(consequenceOf(to, facts))}</p>}
      {to !== null && to !== 'PROACTIVE' && (
        <ChoiceField
          name="basis"
          label={t('attributeBasis')}
          isRequired={to === 'NOT_DISCLOSED'}
          empty={t('fact.none')}
          value={value.basis}
          onChange={(basis) => set({ basis })}
          options={basesFor(to).map(({ code, article, force, isDisabled }) => ({
            value: code,
            label: [terms(`basis.${code}`), terms(`article.${article}`), force && terms(`force.${force}`)]
              .filter(Boolean)
              .join(' · '),
            isDisabled: isDisabled ?? false,
          }))}
        />
      )}
      {basisOf(value.basis)?.needsLaw && (
        <TextField
          name="basisLaw"
          label={t('attributeChangeLaw')}
          isRequired
          maxLength={300}
          value={value.basisLaw}
          onChange={(basisLaw) => set({ basisLaw })}
        />
      )}
      <TextField
        name="reason"
        label={t('attributeChangeReason')}
        hint={t('attributeChangeReasonHint', { least: REASON_LENGTH })}
        isRequired
        isLong
        maxLength={2000}
        value={value.reason}
        onChange={(reason) => set({ reason })}
      />
      <DayEntry
        name="changedOn"
        label={t('attributeChangedOn')}
        isRequired
        isHalf
        value={value.changedOn}
        onChange={(changedOn) => set({ changedOn })}
      />
    </FormDialog>
  );
}

function consequenceOf(
  to: DisclosureAttribute,
  { from, isPosted }: { readonly from: DisclosureAttribute; readonly isPosted: boolean },
) {
  if (to === 'PROACTIVE') return 'attributeConsequenceProactive';
  return isPosted && isBackwardMove(from, to) ? 'attributeConsequenceWithdraw' : 'attributeConsequenceOther';
}
