/** Closes a matter that has everything, or takes a column down. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { commonFields } from '../../../electron/domain/matters/kind.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { brokenOnClosing } from '../../../electron/domain/matters/matter.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { factsOf } from './facts.ts';

type Props = { readonly detail: MatterDetail; readonly onDone: () => void; readonly onCancel: () => void };
type Closing = { readonly closedOn: Day | null; readonly note: string };

export function CloseMatterDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { state } = useSeat();
  const { id, version, kind: key } = detail.summary;
  const kind = kindOf(key);
  const form = useDialogForm<Closing, MatterDetail>({
    initial: { closedOn: state.today, note: '' },
    check: (value) => brokenOnClosing(kind, value, { ...factsOf(detail), today: state.today }),
    write: (value) => client.matters.close({ ...value, id, version }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog
      title={t(kind.isStanding ? 'closeTitleStanding' : 'closeTitle')}
      confirm={t(kind.isStanding ? 'closeStanding' : 'closeConfirm')}
      form={form}
      onCancel={onCancel}
    >
      <DayEntry
        name="closedOn"
        label={terms(`field.${commonFields(kind).closedOn}`)}
        isRequired
        isHalf
        value={value.closedOn}
        onChange={(closedOn) => set({ closedOn })}
      />
      <TextField
        name="note"
        label={t('closeNote')}
        isLong
        maxLength={1000}
        value={value.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  );
}
