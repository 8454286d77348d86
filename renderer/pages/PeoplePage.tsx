/** People with their roles, and the divisions of the bureau; everybody may look, the administrator changes. */

import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { DivisionRecord, PersonRecord } from '../../electron/contract/records.ts';
import { ROLES } from '../../electron/domain/roles.ts';
import { orpc } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { DivisionDialog } from '../parts/registry/DivisionDialog.tsx';
import { PersonDialog, ResetPasswordDialog } from '../parts/registry/PersonDialog.tsx';
import { Segments } from '../parts/Segments.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { peopleText } from '../text/people.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './PeoplePage.css';
import './WorkList.css';

const TABS = ['people', 'divisions'] as const;

export function PeoplePage() {
  const { t } = useText(peopleText);
  const { t: shell } = useText(shellText);
  const { actor } = useSeat();
  const [tab, setTab] = useState<(typeof TABS)[number]>('people');
  const people = useQuery(orpc.people.list.queryOptions());
  const divisions = useQuery(orpc.people.divisions.queryOptions());
  const mayChange = holds(actor, ['administrator']);
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    ...(mayChange ? [{ keys: ['Enter'], label: t('keyAmend') }] : []),
  ]);
  if (people.data === undefined) return <PageState of={people} />;
  if (divisions.data === undefined) return <PageState of={divisions} />;
  const known = { people: people.data, divisions: divisions.data, mayChange };
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <Segments name={t('heading')} options={TABS} value={tab} say={(name) => t(`tab.${name}`)} onChoose={setTab} />
      <div className="room two">
        {tab === 'people' ? <People {...known} /> : <Divisions {...known} />}
        <RoleCard />
      </div>
    </>
  );
}

function RoleCard() {
  const { t } = useText(peopleText);
  const terms = useTerms();
  return (
    <section className="card side-card" aria-label={t('rolesTitle')}>
      <h2>{t('rolesTitle')}</h2>
      <dl className="explained">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{terms(`role.${role}`)}</dt>
            <dd>{t(`does.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Known = {
  readonly people: readonly PersonRecord[];
  readonly divisions: readonly DivisionRecord[];
  readonly mayChange: boolean;
};

function People({ people, divisions, mayChange }: Known) {
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
    <section className="card list-card" aria-label={t('tab.people')}>
      <div className="list-bar">
        <span className="actions">
          <span role="status">{t('countPeople', { count: rows.length })}</span>
          <Checkbox checked={showsInactive} onChange={(event) => setShowsInactive(event.target.checked)}>
            {t('showInactive')}
          </Checkbox>
        </span>
        {mayChange && (
          <Button type="primary" onClick={() => setAmended('new')}>
            {t('addPerson')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className="list-none">{t('emptyPeople')}</p>}
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
    </section>
  );
}

function Divisions({ people, divisions, mayChange }: Known) {
  const { t } = useText(peopleText);
  const [showsClosed, setShowsClosed] = useState(false);
  const [amended, setAmended] = useState<DivisionRecord | 'new'>();
  const rows = divisions.filter(({ closedOn }) => closedOn === null || showsClosed);
  const nameOf = (divisionId: string) => divisions.find(({ id }) => id === divisionId)?.name;
  const staffOf = (division: DivisionRecord) =>
    people.filter(({ divisionId, isActive }) => isActive && divisionId === division.id);
  const { rowProps } = useRowKeys(
    rows,
    ({ id }) => id,
    (division) => mayChange && setAmended(division),
  );
  return (
    <section className="card list-card" aria-label={t('tab.divisions')}>
      <div className="list-bar">
        <span className="actions">
          <span role="status">{t('countDivisions', { count: rows.length })}</span>
          <Checkbox checked={showsClosed} onChange={(event) => setShowsClosed(event.target.checked)}>
            {t('showClosed')}
          </Checkbox>
        </span>
        {mayChange && (
          <Button type="primary" onClick={() => setAmended('new')}>
            {t('addDivision')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className="list-none">{t('emptyDivisions')}</p>}
      <RowTable
        name={t('tab.divisions')}
        columns={[
          ...(['divisionName', 'shortName', 'people', 'state'] as const).map((id) => ({
            id,
            heading: t(`column.${id}`),
          })),
          ...(mayChange ? [{ id: 'acts', heading: t('amend'), isOffscreen: true }] : []),
        ]}
        isHidden={rows.length === 0}
      >
        {rows.map((division) => (
          <tr key={division.id} {...rowProps(division)}>
            <td>
              {division.name}
              {division.formerNames.map(({ name, replacedOn }) => (
                <small key={replacedOn} className="former grey">
                  {t('formerName', { name, day: replacedOn })}
                </small>
              ))}
            </td>
            <td>{division.shortName}</td>
            <td>
              {staffOf(division)
                .map(({ name }) => name)
                .join(' ')}
            </td>
            <td className={division.closedOn === null ? 'number state-on' : 'number state-off'}>
              {division.closedOn === null ? t('open') : t('closedOn', { day: division.closedOn })}
              {division.successorId !== null && (
                <small className="former grey">{t('succeededBy', { name: nameOf(division.successorId) ?? '' })}</small>
              )}
            </td>
            {mayChange && (
              <td className="acts">
                <button type="button" className="link-button" onClick={() => setAmended(division)}>
                  {t('amend')}
                </button>
              </td>
            )}
          </tr>
        ))}
      </RowTable>
      {amended !== undefined && (
        <DivisionDialog division={amended === 'new' ? undefined : amended} onDone={() => setAmended(undefined)} />
      )}
    </section>
  );
}
