/** The window: first run, the sign-in gate, and what lies behind it. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { orpc } from './client.ts';
import { opensAtSignIn } from './native.ts';
import { FirstRunPage } from './pages/FirstRunPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { ChangePassword } from './parts/ChangePassword.tsx';
import { PageState } from './parts/PageState.tsx';

const loadSignedIn = () => import('./SignedIn.tsx');
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));

export function App() {
  const state = useQuery(orpc.registry.state.queryOptions({ refetchInterval: 60_000 }));
  const session = useQuery(orpc.people.session.queryOptions({ enabled: state.data?.status === 'ready' }));
  const isShown = session.data !== undefined;
  // While name and password are typed: the first page does not wait for the rooms, nor the rooms for the person.
  useEffect(() => {
    if (isShown) void loadSignedIn();
  }, [isShown]);
  if (state.data?.status === 'none') return <FirstRunPage />;
  if (state.data === undefined || session.data === undefined) {
    const awaited = state.data === undefined ? state : session;
    return awaited.isPending && opensAtSignIn() ? <SignInPage state={state.data} /> : <PageState of={awaited} />;
  }
  const { actor, isLocked, mustChangePassword } = session.data;
  if (actor === null) return <SignInPage state={state.data} />;
  if (mustChangePassword && !isLocked) return <ChangePassword onDone={() => undefined} />;
  return (
    <Suspense>
      <SignedIn key={actor.id} actor={actor} state={state.data} isLocked={isLocked} />
    </Suspense>
  );
}
