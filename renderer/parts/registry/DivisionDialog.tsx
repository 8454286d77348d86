/** Adds a division, renames one, or closes it from a day on. */

import type { DivisionRecord } from '../../../electron/contract/records.ts';
import { broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { peopleText } from '../../text/people.ts';
import { DayEntry, TextField } from '../document/DialogField.tsx';
import { FormDialog } from '../document/FormDialog.tsx';
import { useDialogForm } from '../document/useDialogForm.ts';

type Entered = { readonly name: string; readonly shortName: string; readonly closedOn: Day | null };
type Props = { readonly division: DivisionRecord | undefined; readonly onDone: () => void };

export function DivisionDialog({ division, onDone }: Props) {
  const { t } = useText(peopleText);
  const initial: Entered = division
    ? { name: division.name, shortName: division.shortName, closedOn: division.closedOn }
    : { name: '', shortName: '', closedOn: null };
  const form = useDialogForm<Entered, unknown>({
    initial,
    check: ({ name }) => (name.trim() === '' ? [broken('division.nameMissing', 'name')] : []),
    write: (entered, id) => {
      const name = entered.name.trim();
      const names = { name, shortName: entered.shortName.trim() || name.slice(0, 40) };
      if (!division) return client.people.addDivision({ id, ...names });
      const { closedOn } = entered;
      return client.people.amendDivision({ id: division.id, version: division.version, closedOn, ...names });
    },
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t(division ? 'amendDivision' : 'addDivision')} confirm={t('save')} form={form} onCancel={onDone}>
      <TextField
        name="name"
        label={t('divisionName')}
        isRequired
        maxLength={100}
        value={value.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        name="shortName"
        label={t('shortName')}
        hint={t('shortNameHint')}
        maxLength={40}
        value={value.shortName}
        onChange={(shortName) => set({ shortName })}
      />
      {division && !division.isGeneralOffice && (
        <DayEntry
          name="closedOn"
          label={t('closedOnLabel')}
          hint={t('closedOnHint')}
          value={value.closedOn}
          onChange={(closedOn) => set({ closedOn })}
        />
      )}
    </FormDialog>
  );
}
