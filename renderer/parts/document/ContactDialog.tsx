/** Records one contact about something owed: it is never changed afterwards. */

import type { ContactRecord } from '../../../electron/contract/desk.ts';
import type { DutyRecord } from '../../../electron/contract/records.ts';
import { brokenOnContact, CONTACT_WAYS, type ContactWay } from '../../../electron/domain/chasing.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { SubjectKind } from '../../../electron/domain/duties.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly owed: readonly DutyRecord[];
  readonly onCancel: () => void;
  readonly onDone: () => void;
};

type Value = {
  readonly rule: string;
  readonly way: ContactWay;
  readonly contactedOn: Day | null;
  readonly contactedTime: string;
  readonly contactedPerson: string;
  readonly answer: string;
  readonly promisedOn: Day | null;
  readonly escalatedTo: string;
  readonly noticeNumber: string;
};

export function ContactDialog({ subject, owed, onCancel, onDone }: Props) {
  const { t } = useText(deskText);
  const terms = useTerms();
  const { today } = useSeat().state;
  const form = useDialogForm<Value, ContactRecord>({
    initial: {
      ...{ rule: owed[0]?.rule ?? '', way: 'phone', contactedOn: today, contactedTime: '', contactedPerson: '' },
      ...{ answer: '', promisedOn: null, escalatedTo: '', noticeNumber: '' },
    },
    check: (value) => brokenOnContact(value, { today }),
    write: (value, id) => client.chasing.contact({ ...value, id, subject }),
    onDone,
  });
  const { value, set } = form;
  const text = (name: 'contactedTime' | 'contactedPerson' | 'escalatedTo' | 'noticeNumber', maxLength: number) => (
    <TextField
      name={name}
      label={t(name)}
      isHalf
      isRequired={name === 'contactedPerson'}
      maxLength={maxLength}
      value={value[name]}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <FormDialog title={t('contactAdd')} confirm={t('contactAdd')} form={form} onCancel={onCancel}>
      <ChoiceField
        name="rule"
        label={t('contactRule')}
        value={value.rule}
        options={owed.map(({ rule }) => ({ value: rule, label: terms(`duty.${rule}`) }))}
        onChange={(rule) => set({ rule })}
      />
      <RadioField
        name="way"
        label={t('way')}
        value={value.way}
        options={CONTACT_WAYS.map((way) => ({ value: way, label: terms(`contactWay.${way}`) }))}
        onChange={(next) => set({ way: CONTACT_WAYS.find((way) => way === next) ?? value.way })}
      />
      <DayEntry
        name="contactedOn"
        label={t('contactedOn')}
        isRequired
        isHalf
        value={value.contactedOn}
        onChange={(contactedOn) => set({ contactedOn })}
      />
      {text('contactedTime', 5)}
      {text('contactedPerson', 100)}
      <DayEntry
        name="promisedOn"
        label={t('promisedOn')}
        isHalf
        value={value.promisedOn}
        onChange={(promisedOn) => set({ promisedOn })}
      />
      <TextField
        name="answer"
        label={t('answer')}
        isRequired={value.way !== 'letter'}
        isLong
        maxLength={1000}
        value={value.answer}
        onChange={(answer) => set({ answer })}
      />
      {text('escalatedTo', 100)}
      {text('noticeNumber', 40)}
    </FormDialog>
  );
}
