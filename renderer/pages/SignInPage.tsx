/** Sign-in: name and password, asked for before the engine answers; in the sample registry also the people who may be tried. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ROLES, type Role } from '../../electron/domain/roles.ts';
import { changeSeat, client, orpc } from '../client.ts';
import { Labelled } from '../parts/Labelled.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { Problem } from '../parts/Problem.tsx';
import type { RegistryState } from '../session.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/LockScreen.css';
import './SignInPage.css';

export function SignInPage({ state }: { readonly state: RegistryState | undefined }) {
  const { t, language, setLanguage } = useText(shellText);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [hasTried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: (who: { login: string; password: string }) => changeSeat(() => client.people.signIn(who)),
    onError: () => setPassword(''),
  });

  /** Enter in the name goes on to the password; what is missing is told once it was meant to be sent. */
  function submit(form: HTMLFormElement): void {
    const inputs = [...form.querySelectorAll('input')];
    const empty = inputs.find(({ value }) => value === '');
    const isGoingOn = inputs.some((input) => input === document.activeElement && input.value !== '');
    setTried(empty !== undefined && !isGoingOn);
    if (empty !== undefined) empty.focus();
    else signIn.mutate({ login, password });
  }

  return (
    <main className="welcome">
      <div className="welcome-name">{t('productName')}</div>
      <div className="welcome-bureau">{state?.bureauName ?? '\u00a0'}</div>
      <form
        className="card sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <h1>{t('signIn')}</h1>
        <Labelled label={t('login')} problem={hasTried && login === '' ? t('loginMissing') : undefined}>
          {(id, told) => (
            <Input
              {...told}
              id={id}
              autoFocus
              value={login}
              autoComplete="username"
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Labelled>
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          problem={hasTried && password === '' ? t('passwordMissing') : undefined}
        />
        <Problem error={signIn.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={signIn.isPending}>
            {t('signIn')}
          </Button>
          <span className="grow" />
          <Button type="text" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {t('language')}
          </Button>
        </div>
      </form>
      {state?.isSample && <SamplePeople onTry={(who) => signIn.mutate(who)} />}
      <p className="not-secret-below">{t('notSecret')}</p>
    </main>
  );
}

/** Who does the day's work comes first. */
function rank(roles: readonly Role[]): number {
  return Math.min(ROLES.length, ...roles.map((role) => ROLES.indexOf(role)));
}

function SamplePeople({ onTry }: { readonly onTry: (who: { login: string; password: string }) => void }) {
  const { t } = useText(shellText);
  const terms = useTerms();
  const sample = useQuery(orpc.registry.samplePeople.queryOptions());
  if (sample.data === undefined || sample.data.people.length === 0) return <Problem error={sample.error} />;
  const { password } = sample.data;
  const people = sample.data.people.toSorted((a, b) => rank(a.roles) - rank(b.roles));
  return (
    <section className="card sample-people" aria-label={t('sampleMark')}>
      <p>
        {t('samplePeople')} <code>{password}</code>
        <br />
        <span className="grey">{t('sampleHint')}</span>
      </p>
      <table className="table">
        <thead>
          <tr>
            <th>{t('nameColumn')}</th>
            <th>{t('roleColumn')}</th>
            <th>{t('divisionColumn')}</th>
            <th>{t('login')}</th>
            <th>
              <span className="offscreen">{t('tryAs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ login, name, divisionName, roles }) => (
            <tr key={login}>
              <td>{name}</td>
              <td>{roles.map((role) => terms(`role.${role}`)).join(t('listSeparator'))}</td>
              <td>{divisionName}</td>
              <td>{login}</td>
              <td>
                <Button size="small" onClick={() => onTry({ login, password })} aria-label={`${t('tryAs')}：${name}`}>
                  {t('tryAs')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
