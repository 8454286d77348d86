/** What happens to one copy: lent, returned, handed over. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { isBlank } from '../../../electron/domain/broken.ts';
import { MOVEMENT_KINDS } from '../../../electron/domain/copies.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { copiesText } from '../../text/copies.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = {
  readonly detail: DocumentDetail;
  readonly copyNo: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type Movement = {
  readonly kind: string;
  readonly party: string;
  readonly movedOn: Day | null;
  readonly dueBackOn: Day | null;
  readonly note: string;
};

export function MoveCopyDialog({ detail, copyNo, onDone, onCancel }: Props) {
  const { t } = useText(copiesText);
  const terms = useTerms();
  const { state } = useSeat();
  const copy = detail.copyStates.find((one) => one.copyNo === copyNo);
  const isLent = copy?.state === 'lent';
  const kinds = MOVEMENT_KINDS.filter((kind) => (kind === 'return') === isLent);
  const form = useDialogForm<Movement, DocumentSummary>({
    initial: {
      kind: isLent ? 'return' : 'lend',
      party: isLent ? copy.party : '',
      movedOn: state.today,
      dueBackOn: null,
      note: '',
    },
    check: ({ kind, party, movedOn }) => [
      ...(kind !== 'return' && isBlank(party) ? [{ code: 'copies.partyMissing', field: 'party' }] : []),
      ...(movedOn === null ? [{ code: 'copies.movedOnMissing', field: 'movedOn' }] : []),
    ],
    write: ({ kind, party, movedOn, dueBackOn, note }, id) =>
      client.copies.move({
        id,
        documentId: detail.summary.id,
        copyNo,
        kind: kinds.find((one) => one === kind) ?? 'lend',
        party,
        movedOn: movedOn ?? state.today,
        dueBackOn: kind === 'lend' ? dueBackOn : null,
        note,
      }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog
      title={t('copiesMoveTitle', { copyNo })}
      confirm={t('copiesMoveConfirm')}
      form={form}
      onCancel={onCancel}
    >
      {copy?.state === 'transferred' && <p className="form-note warn">{t('copiesGone', { party: copy.party })}</p>}
      <RadioField
        name="kind"
        label={t('copiesMoveKind')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((kind) => ({ value: kind, label: terms(`movement.${kind}`) }))}
      />
      <TextField
        name="party"
        label={t('copiesParty')}
        isRequired={value.kind !== 'return'}
        maxLength={100}
        value={value.party}
        onChange={(party) => set({ party })}
      />
      <DayEntry
        name="movedOn"
        label={t('copiesMovedOn')}
        isRequired
        isHalf
        value={value.movedOn}
        onChange={(movedOn) => set({ movedOn })}
      />
      {value.kind === 'lend' && (
        <DayEntry
          name="dueBackOn"
          label={t('copiesDueBackOn')}
          isHalf
          value={value.dueBackOn}
          onChange={(dueBackOn) => set({ dueBackOn })}
        />
      )}
      <TextField
        name="note"
        label={t('copiesNote')}
        maxLength={500}
        value={value.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  );
}
