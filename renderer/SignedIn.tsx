/** The rooms behind the sign-in gate: their pages, each loaded when it is first entered, and the lock before them. */

import { type ComponentType, useCallback, useEffect, useMemo, useState } from 'react';
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { client, orpc, queryClient } from './client.ts';
import { onScreenLocked } from './native.ts';
import { Frame } from './parts/Frame.tsx';
import { LockScreen } from './parts/LockScreen.tsx';
import { PageFault, WindowFault } from './parts/PageFault.tsx';
import { firstRoom } from './rooms.ts';
import { type Actor, type RegistryState, SeatContext, useSeat } from './session.ts';

function Nothing() {
  return null;
}

function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): RouteObject {
  return { path, lazy: async () => ({ Component: (await load())[name] }), HydrateFallback: Nothing };
}

const PAGES: readonly RouteObject[] = [
  page('/today', () => import('./pages/TodayPage.tsx'), 'TodayPage'),
  page('/register', () => import('./pages/RegisterPage.tsx'), 'RegisterPage'),
  page('/register/:id', () => import('./pages/RegisterPage.tsx'), 'RegisterPage'),
  page('/ledger', () => import('./pages/LedgerPage.tsx'), 'LedgerPage'),
  page('/documents/:id', () => import('./pages/DocumentPage.tsx'), 'DocumentPage'),
  page('/reviews', () => import('./pages/ReviewsPage.tsx'), 'ReviewsPage'),
  page('/publication', () => import('./pages/PublicationPage.tsx'), 'PublicationPage'),
  page('/requests', () => import('./pages/RequestsPage.tsx'), 'RequestsPage'),
  page('/requests/:id', () => import('./pages/RequestPage.tsx'), 'RequestPage'),
  page('/matters', () => import('./pages/MattersPage.tsx'), 'MattersPage'),
  page('/matters/of/:kind', () => import('./pages/MattersPage.tsx'), 'MattersPage'),
  page('/matters/:id', () => import('./pages/MatterPage.tsx'), 'MatterPage'),
  page('/duties', () => import('./pages/DutiesPage.tsx'), 'DutiesPage'),
  page('/reassessment', () => import('./pages/ReassessmentPage.tsx'), 'ReassessmentPage'),
  page('/reminders', () => import('./pages/RemindersPage.tsx'), 'RemindersPage'),
  page('/print', () => import('./pages/PrintPage.tsx'), 'PrintPage'),
  page('/statistics', () => import('./pages/StatisticsPage.tsx'), 'StatisticsPage'),
  page('/annual-report', () => import('./pages/AnnualReportPage.tsx'), 'AnnualReportPage'),
  page('/import', () => import('./pages/ImportPage.tsx'), 'ImportPage'),
  page('/people', () => import('./pages/PeoplePage.tsx'), 'PeoplePage'),
  page('/rules', () => import('./pages/RulesPage.tsx'), 'RulesPage'),
  page('/calendar', () => import('./pages/CalendarPage.tsx'), 'CalendarPage'),
  page('/trail', () => import('./pages/TrailPage.tsx'), 'TrailPage'),
  page('/backup', () => import('./pages/BackupPage.tsx'), 'BackupPage'),
  page('/fonts', () => import('./pages/TypefacesPage.tsx'), 'TypefacesPage'),
  page('/settings', () => import('./pages/SettingsPage.tsx'), 'SettingsPage'),
];

function Start() {
  const { actor } = useSeat();
  return <Navigate to={firstRoom(actor.roles)} replace />;
}

type SignedInProps = { readonly actor: Actor; readonly state: RegistryState; readonly isLocked: boolean };

export function SignedIn({ actor, state, isLocked }: SignedInProps) {
  const [isCovered, setCovered] = useState(false);
  const lock = useCallback(() => {
    setCovered(true);
    void client.people.lock().finally(() => queryClient.invalidateQueries({ queryKey: orpc.people.session.key() }));
  }, []);
  useIdleLock(state.idleLockMinutes, lock);
  useEffect(() => onScreenLocked(lock), [lock]);
  const router = useMemo(() => {
    const routes: RouteObject[] = [
      {
        element: <Frame onLock={lock} />,
        errorElement: <WindowFault />,
        children: [{ index: true, element: <Start /> }, ...PAGES, { path: '*', element: <Start /> }].map((route) => ({
          ...route,
          errorElement: <PageFault />,
        })),
      },
    ];
    return createHashRouter(routes);
  }, [lock]);
  const seat = useMemo(() => ({ actor, state }), [actor, state]);
  const isHidden = isLocked || isCovered;
  return (
    <SeatContext value={seat}>
      <div hidden={isHidden}>
        <RouterProvider router={router} />
      </div>
      {isHidden && <LockScreen name={actor.name} onUnlocked={() => setCovered(false)} />}
    </SeatContext>
  );
}

/** Locks after so many minutes without a key, a click or a turn of the wheel. */
function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    let lastUse = performance.now();
    const note = () => {
      lastUse = performance.now();
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    const timer = setInterval(() => {
      if (performance.now() - lastUse < minutes * 60_000) return;
      note();
      lock();
    }, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note);
      clearInterval(timer);
    };
  }, [minutes, lock]);
}
