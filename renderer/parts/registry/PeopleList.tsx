/** People with their roles; the administrator enters, amends and gives new passwords. */

import { useState } from 'react';
import type { DivisionRecord, PersonRecord } from '../../../electron/contract/records.ts';
import { useText } from '../../text/index.ts';
import { peopleText } from '../../text/people.ts';
import { shellText } from '../../text/shell.ts';
import { useTerms } from '../../text/terms.ts';
import { RowTable } from '../RowTable.tsx';
import { useRowKeys } from '../useRowKeys.ts';
import { ListCard } from './ListCard.tsx';
import { PersonDialog, ResetPasswordDialog } from './PersonDialog.tsx';

type Props = {
  readonly people: readonly PersonRecord[];
  readonly divisions: readonly DivisionRecord[];
  readonly mayChange: boolean;
};

export function PeopleList({ people, divisions, mayChange }: Props) {
  const { t } = useText(peopleText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const [showsInactive, setShowsInactive] = useState(false);
  const [amended, setAmended] = useState<PersonRecord | 'new'>();
  const [reset, setReset] = useState<PersonRecord>();
  const rows = people
    .filter(({ isActive }) => isActive || showsInactive)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const nameOf = (divisionId: string) => divisions.find(({ id }) => id === divisionId)?.name;
  const { rowProps } = useRowKeys(
    rows,
    ({ id }) => id,
    (person) => mayChange && setAmended(person),
  );
  return (
    <ListCard
      name={t('tab.people')}
      count={t('countPeople', { count: rows.length })}
      all={{ label: t('showInactive'), isShown: showsInactive, onShow: setShowsInactive }}
      add={t('addPerson')}
      onAdd={mayChange ? () => setAmended('new') : undefined}
      none={rows.length === 0 ? t('emptyPeople') : undefined}
    >
      <RowTable
        name={t('tab.people')}
        columns={[
          ...(['name', 'login', 'division', 'roles', 'state'] as const).map((id) => ({
            id,
            heading: t(`column.${id}`),
          })),
          ...(mayChange ? [{ id: 'acts', heading: t('amend'), isOffscreen: true }] : []),
        ]}
        isHidden={rows.length === 0}
      >
        {rows.map((person) => (
          <tr key={person.id} {...rowProps(person)}>
            <td className="number">{person.name}</td>
            <td className="number">{person.login}</td>
            <td>{nameOf(person.divisionId)}</td>
            <td>{person.roles.map((role) => terms(`role.${role}`)).join(shell('listSeparator')) || t('noRoles')}</td>
            <td className={person.isActive ? 'number state-on' : 'number state-off'}>
              {t(person.isActive ? 'active' : 'inactive')}
            </td>
            {mayChange && (
              <td className="acts">
                <button type="button" className="link-button" onClick={() => setAmended(person)}>
                  {t('amend')}
                </button>
                <button type="button" className="link-button" onClick={() => setReset(person)}>
                  {t('resetPassword')}
                </button>
              </td>
            )}
          </tr>
        ))}
      </RowTable>
      {amended !== undefined && (
        <PersonDialog person={amended === 'new' ? undefined : amended} onDone={() => setAmended(undefined)} />
      )}
      {reset !== undefined && <ResetPasswordDialog person={reset} onDone={() => setReset(undefined)} />}
    </ListCard>
  );
}
