/** Adds a division, renames one with its history, or closes it with the division that goes on with its work. */

import { useQuery } from '@tanstack/react-query';
import type { DivisionRecord } from '../../../electron/contract/records.ts';
import { broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { brokenOnClosing, brokenOnRenaming } from '../../../electron/domain/division.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { peopleText } from '../../text/people.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Entered = {
  readonly name: string;
  readonly shortName: string;
  /** Whether another name was given, or a wrong one is put right. */
  readonly naming: 'renamed' | 'corrected';
  readonly renamedOn: Day | null;
  readonly closedOn: Day | null;
  readonly successorId: string;
};
type Props = { readonly division: DivisionRecord | undefined; readonly onDone: () => void };

export function DivisionDialog({ division, onDone }: Props) {
  const { t } = useText(peopleText);
  const { state } = useSeat();
  const divisions = useQuery(orpc.people.divisions.queryOptions());
  const initial: Entered = {
    name: division?.name ?? '',
    shortName: division?.shortName ?? '',
    naming: 'renamed',
    renamedOn: state.today,
    closedOn: division?.closedOn ?? null,
    successorId: division?.successorId ?? '',
  };
  const isRenamed = (entered: Entered) => division !== undefined && entered.name.trim() !== division.name;
  const form = useDialogForm<Entered, unknown>({
    initial,
    check: (entered) => [
      ...(entered.name.trim() === '' ? [broken('division.nameMissing', 'name')] : []),
      ...(division && isRenamed(entered) && entered.naming === 'renamed'
        ? brokenOnRenaming(entered.renamedOn, { former: division.formerNames, today: state.today })
        : []),
      ...(division && divisions.data
        ? brokenOnClosing(
            { id: division.id, closedOn: entered.closedOn, successorId: entered.successorId || null },
            { divisions: divisions.data, today: state.today },
          )
        : []),
    ],
    write: (entered, id) => {
      const name = entered.name.trim();
      const names = { name, shortName: entered.shortName.trim() || name.slice(0, 40) };
      if (!division) return client.people.addDivision({ id, ...names });
      return client.people.amendDivision({
        ...{ id: division.id, version: division.version, ...names, closedOn: entered.closedOn },
        renamedOn: isRenamed(entered) && entered.naming === 'renamed' ? entered.renamedOn : null,
        successorId: entered.successorId || null,
      });
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
      {isRenamed(value) && (
        <RadioField
          name="naming"
          label={t('naming')}
          hint={t(value.naming === 'renamed' ? 'namingRenamedHint' : 'namingCorrectedHint')}
          value={value.naming}
          onChange={(naming) => set({ naming: naming === 'corrected' ? 'corrected' : 'renamed' })}
          options={(['renamed', 'corrected'] as const).map((one) => ({ value: one, label: t(`naming.${one}`) }))}
        />
      )}
      {isRenamed(value) && value.naming === 'renamed' && (
        <DayEntry
          name="renamedOn"
          label={t('renamedOn')}
          isRequired
          value={value.renamedOn}
          onChange={(renamedOn) => set({ renamedOn })}
        />
      )}
      {division && !division.isGeneralOffice && (
        <>
          <DayEntry
            name="closedOn"
            label={t('closedOnLabel')}
            hint={t('closedOnHint')}
            value={value.closedOn}
            onChange={(closedOn) => set({ closedOn, ...(closedOn === null ? { successorId: '' } : {}) })}
          />
          {value.closedOn !== null && (
            <ChoiceField
              name="successorId"
              label={t('successor')}
              hint={t('successorHint')}
              empty={t('successorNone')}
              value={value.successorId}
              onChange={(successorId) => set({ successorId })}
              options={(divisions.data ?? [])
                .filter(({ id, closedOn }) => id !== division.id && (closedOn === null || id === value.successorId))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
