/** People with their roles, and the divisions of the bureau; everybody may look, the administrator changes. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES } from '../../electron/domain/roles.ts';
import { orpc } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { DivisionList } from '../parts/registry/DivisionList.tsx';
import { PeopleList } from '../parts/registry/PeopleList.tsx';
import { Segments } from '../parts/Segments.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
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
        {tab === 'people' ? <PeopleList {...known} /> : <DivisionList {...known} />}
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
