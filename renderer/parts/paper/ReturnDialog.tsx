/** Returns a document that cannot be registered as it is: what it is, who brought it, why it goes back. */

import type { ReturnRecord } from '../../../electron/contract/desk.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { brokenOnReturn, RETURN_REASONS, type ReturnReason } from '../../../electron/domain/returning.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, DialogField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { DivisionEntry } from '../form/ListEntry.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = { readonly onCancel: () => void; readonly onDone: (made: ReturnRecord) => void };

type Value = {
  readonly title: string;
  readonly docNumber: string;
  readonly divisionId: string;
  readonly deliveredBy: string;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly returnedOn: Day | null;
  readonly answerBy: Day | null;
};

export function ReturnDialog({ onCancel, onDone }: Props) {
  const { t } = useText(deskText);
  const terms = useTerms();
  const { today } = useSeat().state;
  const form = useDialogForm<Value, ReturnRecord>({
    initial: {
      ...{ title: '', docNumber: '', divisionId: '', deliveredBy: '', reasons: [], note: '' },
      ...{ returnedOn: today, answerBy: null },
    },
    check: (value) => brokenOnReturn(value, { today }),
    write: (value, id) => client.returning.issue({ ...value, id, reasons: [...value.reasons] }),
    onDone,
  });
  const { value, set } = form;
  const toggle = (reason: ReturnReason) =>
    set({
      reasons: value.reasons.includes(reason)
        ? value.reasons.filter((each) => each !== reason)
        : [...value.reasons, reason],
    });
  return (
    <FormDialog title={t('returnNew')} confirm={t('returnConfirm')} form={form} onCancel={onCancel}>
      <TextField
        name="title"
        label={t('returnTitle')}
        isRequired
        isLong
        maxLength={2000}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        name="docNumber"
        label={t('returnNumber')}
        isHalf
        maxLength={200}
        value={value.docNumber}
        onChange={(docNumber) => set({ docNumber })}
      />
      <DivisionEntry
        name="divisionId"
        label={t('returnDivision')}
        isRequired
        isHalf
        value={value.divisionId}
        onChange={(divisionId) => set({ divisionId })}
      />
      <TextField
        name="deliveredBy"
        label={t('returnBy')}
        isRequired
        isHalf
        maxLength={100}
        value={value.deliveredBy}
        onChange={(deliveredBy) => set({ deliveredBy })}
      />
      <DialogField name="reasons" label={t('returnReasons')} isRequired>
        {({ id, ...control }) => (
          <fieldset id={id} aria-label={t('returnReasons')} className="print-reasons">
            {RETURN_REASONS.map((reason) => (
              <label key={reason}>
                <input
                  type="checkbox"
                  checked={value.reasons.includes(reason)}
                  aria-invalid={control['aria-invalid']}
                  aria-describedby={control['aria-describedby']}
                  onChange={() => toggle(reason)}
                />{' '}
                {terms(`returnReason.${reason}`)}
              </label>
            ))}
          </fieldset>
        )}
      </DialogField>
      <TextField
        name="note"
        label={t('returnNote')}
        isLong
        maxLength={1000}
        value={value.note}
        onChange={(note) => set({ note })}
      />
      <DayEntry
        name="returnedOn"
        label={t('returnedOn')}
        isRequired
        isHalf
        value={value.returnedOn}
        onChange={(returnedOn) => set({ returnedOn })}
      />
      <DayEntry
        name="answerBy"
        label={t('answerBy')}
        isHalf
        value={value.answerBy}
        onChange={(answerBy) => set({ answerBy })}
      />
    </FormDialog>
  );
}
