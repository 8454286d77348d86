/** Chooses the faces of one kind of paper, or of all, with the specimen beside the choice. */

import type { TypeChoiceRecord, TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import {
  AS_ALL,
  AS_SHIPPED,
  brokenOnChoice,
  TYPE_ROLES,
  type TypeChoice,
  type TypeRole,
} from '../../../electron/domain/typefaces.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { ChoiceField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { faceName, styleName } from './faceName.ts';
import { Specimen } from './Specimen.tsx';

type Props = {
  readonly choice: TypeChoiceRecord;
  readonly typefaces: readonly TypefaceRecord[];
  readonly onDone: () => void;
};

type Entry = Readonly<Record<TypeRole, string>> & { readonly reason: string };

export function ChooseDialog({ choice, typefaces, onDone }: Props) {
  const { t } = useText(typefacesText);
  const terms = useTerms();
  const { scope, title, body, heading } = choice;
  const isUsable = (id: string) => typefaces.some((face) => face.id === id && face.withdrawal === null);
  const form = useDialogForm<Entry, TypeChoiceRecord>({
    initial: { title, body, heading, reason: '' },
    check: (value) => brokenOnChoice(scope, value, isUsable),
    write: ({ reason, ...faces }, id) =>
      client.typefaces.choose({ id, scope, ...facesOf(faces), reason, seen: choice.choiceId }),
    onDone,
  });
  const { value, set } = form;
  const isShown = brokenOnChoice('ledger', value, isUsable).length === 0;
  return (
    <FormDialog
      title={t('chooseTitle', { paper: terms(`typeScope.${scope}`) })}
      confirm={t('chooseConfirm')}
      form={form}
      onCancel={onDone}
      width={980}
      aside={isShown ? <Specimen faces={facesOf(value)} /> : undefined}
    >
      {TYPE_ROLES.map((role) => (
        <FaceField
          key={role}
          role={role}
          isForAll={scope === 'all'}
          typefaces={typefaces}
          value={value[role]}
          onChange={(face) => set({ [role]: face })}
        />
      ))}
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        isLong
        maxLength={500}
        value={value.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}

function facesOf({ title, body, heading }: TypeChoice): TypeChoice {
  return { title, body, heading };
}

type FieldProps = {
  readonly role: TypeRole;
  readonly isForAll: boolean;
  readonly typefaces: readonly TypefaceRecord[];
  readonly value: string;
  readonly onChange: (face: string) => void;
};

function FaceField({ role, isForAll, typefaces, value, onChange }: FieldProps) {
  const { t, language } = useText(typefacesText);
  const terms = useTerms();
  const offered = typefaces.filter(({ id, withdrawal }) => withdrawal === null || id === value);
  const options = [
    ...(isForAll ? [] : [{ value: AS_ALL, label: terms('typefaceChoice.all') }]),
    { value: AS_SHIPPED, label: terms('typefaceChoice.shipped') },
    ...offered.map((face) => {
      const name = `${faceName(face, language)} ${styleName(face, language)}`.trim();
      return { value: face.id, label: face.withdrawal === null ? name : t('withdrawnOption', { name }) };
    }),
  ];
  return (
    <ChoiceField name={role} label={terms(`field.${role}Face`)} value={value} options={options} onChange={onChange} />
  );
}
