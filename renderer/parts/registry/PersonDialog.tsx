/** Adds a person or amends one: name, division, roles, and whether they still work here. */

import { Button } from 'antd';
import type { PersonRecord } from '../../../electron/contract/records.ts';
import { type Broken, broken } from '../../../electron/domain/broken.ts';
import { ROLES, type Role } from '../../../electron/domain/roles.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { peopleText } from '../../text/people.ts';
import { useTerms } from '../../text/terms.ts';
import { DialogField, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { DivisionEntry } from '../form/ListEntry.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { LEAST_PASSWORD, makePassword } from './makePassword.ts';

type Entered = {
  readonly name: string;
  readonly login: string;
  readonly divisionId: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly password: string;
};

const NOBODY: Entered = { name: '', login: '', divisionId: '', roles: [], isActive: true, password: '' };

function brokenOn(entered: Entered): readonly Broken[] {
  return [
    ...(entered.name.trim() === '' ? [broken('person.nameMissing', 'name')] : []),
    ...(entered.divisionId === '' ? [broken('person.divisionUnknown', 'divisionId')] : []),
  ];
}

function brokenOnLogin({ login }: Entered): readonly Broken[] {
  return login.trim() === '' ? [broken('person.loginBad', 'login')] : [];
}

/** The engine judges a password; that there is none is seen here. */
function brokenOnNone({ password }: { readonly password: string }): readonly Broken[] {
  return password === '' ? [broken('password.tooShort', 'password', { least: LEAST_PASSWORD })] : [];
}

type Props = { readonly person: PersonRecord | undefined; readonly onDone: () => void };

export function PersonDialog({ person, onDone }: Props) {
  const { t } = useText(peopleText);
  const form = useDialogForm<Entered, unknown>({
    initial: person ? { ...NOBODY, ...person } : NOBODY,
    check: (entered) => [
      ...brokenOn(entered),
      ...(person ? [] : [...brokenOnLogin(entered), ...brokenOnNone(entered)]),
    ],
    write: ({ name, login, divisionId, roles, isActive, password }, id) => {
      const common = { name: name.trim(), divisionId, roles: [...roles] };
      if (person) return client.people.amend({ id: person.id, version: person.version, isActive, ...common });
      return client.people.add({ id, login: login.trim(), password, ...common });
    },
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog
      title={t(person ? 'amendPerson' : 'addPerson')}
      confirm={t('save')}
      form={form}
      onCancel={onDone}
      width={640}
    >
      <TextField
        name="name"
        label={t('name')}
        isRequired
        isHalf
        maxLength={100}
        value={value.name}
        onChange={(name) => set({ name })}
      />
      {person ? (
        <DialogField name="login" label={t('login')} isHalf>
          {(control) => <input {...control} className="in" value={value.login} disabled />}
        </DialogField>
      ) : (
        <TextField
          name="login"
          label={t('login')}
          hint={t('loginHint')}
          isRequired
          isHalf
          maxLength={60}
          value={value.login}
          onChange={(login) => set({ login: login.toLowerCase() })}
        />
      )}
      <DivisionEntry
        name="divisionId"
        label={t('division')}
        isRequired
        value={value.divisionId}
        onChange={(divisionId) => set({ divisionId })}
      />
      <RolesField roles={value.roles} onRoles={(roles) => set({ roles })} />
      {person ? (
        <RadioField
          name="isActive"
          label={t('state')}
          hint={t('stateHint')}
          value={String(value.isActive)}
          options={[
            { value: 'true', label: t('active') },
            { value: 'false', label: t('inactive') },
          ]}
          onChange={(state) => set({ isActive: state === 'true' })}
        />
      ) : (
        <PasswordField label={t('password')} password={value.password} onPassword={(password) => set({ password })} />
      )}
    </FormDialog>
  );
}

type RolesProps = { readonly roles: readonly Role[]; readonly onRoles: (roles: readonly Role[]) => void };

function RolesField({ roles, onRoles }: RolesProps) {
  const { t } = useText(peopleText);
  const terms = useTerms();
  return (
    <DialogField name="roles" label={t('roles')} hint={t('rolesHint')}>
      {({ id, 'aria-required': _, ...control }) => (
        <div className="role-list">
          {ROLES.map((role, at) => (
            <label key={role}>
              <input
                {...(at === 0 && { ...control, id })}
                type="checkbox"
                checked={roles.includes(role)}
                onChange={(event) =>
                  onRoles(ROLES.filter((each) => (each === role ? event.target.checked : roles.includes(each))))
                }
              />
              <b>{terms(`role.${role}`)}</b>
              <span className="grey">{t(`does.${role}`)}</span>
            </label>
          ))}
        </div>
      )}
    </DialogField>
  );
}

type PasswordProps = {
  readonly label: string;
  readonly password: string;
  readonly onPassword: (password: string) => void;
};

/** In clear, since it is told to somebody and holds only until their first sign-in. */
function PasswordField({ label, password, onPassword }: PasswordProps) {
  const { t } = useText(peopleText);
  return (
    <DialogField name="password" label={label} hint={t('passwordHint')} isRequired>
      {(control) => (
        <div className="password-row">
          <input
            {...control}
            className="in"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={password}
            onChange={(event) => onPassword(event.target.value)}
          />
          <Button onClick={() => onPassword(makePassword())}>{t('makePassword')}</Button>
        </div>
      )}
    </DialogField>
  );
}

/** Gives a person a new first password. */
export function ResetPasswordDialog({
  person,
  onDone,
}: {
  readonly person: PersonRecord;
  readonly onDone: () => void;
}) {
  const { t } = useText(peopleText);
  const form = useDialogForm({
    initial: { password: '' },
    check: brokenOnNone,
    write: ({ password }) => client.people.resetPassword({ id: person.id, password }),
    onDone,
  });
  return (
    <FormDialog
      title={t('resetTitle', { name: person.name })}
      confirm={t('reset')}
      form={form}
      onCancel={onDone}
      isDanger
    >
      <p className="form-note warn">{t('resetWarning')}</p>
      <PasswordField
        label={t('newPassword')}
        password={form.value.password}
        onPassword={(password) => form.set({ password })}
      />
    </FormDialog>
  );
}
