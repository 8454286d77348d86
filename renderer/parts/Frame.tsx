/** The frame around every page: name, search, day, account, lock; the line about secrets; navigation with counts. */

import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { ZOOM_STEPS } from '../../electron/desktop/bridge.ts';
import { formatDay } from '../../electron/domain/day.ts';
import { changeSeat, client, orpc } from '../client.ts';
import { isDesktop, onCommand, tellLanguage } from '../native.ts';
import { ROOMS, type Room } from '../rooms.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { setZoom, useZoom } from '../zoom.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { QuickSearch } from './QuickSearch.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useArrowToRows } from './useArrowToRows.ts';
import { weekdayName } from './weekdays.ts';
import './Frame.css';

const REGISTER_KEYS = isDesktop() ? ['Ctrl+N', 'Alt+N'] : ['Alt+N'];
export function Frame({ onLock }: { readonly onLock: () => void }) {
  const { t, language } = useText(shellText);
  const { actor, state } = useSeat();
  const navigate = useNavigate();
  const mayRegister = holds(actor, ['clerk']);
  useArrowToRows();
  useShortcuts(
    mayRegister ? [{ keys: REGISTER_KEYS, label: t('keyRegister'), run: () => void navigate('/register') }] : [],
  );
  useEffect(() => tellLanguage(language), [language]);
  useEffect(
    () =>
      onCommand((command) => {
        if (command === 'lock') onLock();
        else void navigate(`/${command}`);
      }),
    [navigate, onLock],
  );
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t('skipToContent')}
      </button>
      <header>
        <span className="product">{t('productName')}</span>
        <QuickSearch />
        <span className="grow" />
        {state.isSample && <span className="sample-mark">{t('sampleMark')}</span>}
        <span className="day">
          {t('headerDay', {
            day: formatDay(state.today, language),
            weekday: weekdayName(state.today, language, 'long'),
          })}{' '}
          · <b className={state.isWorkingDay ? 'works' : 'rests'}>{t(state.isWorkingDay ? 'workingDay' : 'dayOff')}</b>
        </span>
        <AccountMenu />
        <Button onClick={onLock}>{t('lock')}</Button>
      </header>
      <aside className="not-secret" aria-label={t('notSecretLabel')}>
        {t('notSecret')}
      </aside>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutHelp />
    </div>
  );
}

function AccountMenu() {
  const { t, language, setLanguage } = useText(shellText);
  const { actor } = useSeat();
  const zoom = useZoom();
  const [isChanging, setChanging] = useState(false);
  const items: MenuProps['items'] = [
    {
      key: 'language',
      label: `${t('languageMenu')}：${t('language')}`.replace('：', language === 'zh' ? '：' : ': '),
      onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    {
      key: 'zoom',
      type: 'group',
      label: t('zoom'),
      children: ZOOM_STEPS.map((percent) => ({
        key: `zoom${percent}`,
        label: `${percent === zoom ? '● ' : '○ '}${t('zoomStep', { percent })}`,
        onClick: () => setZoom(percent),
      })),
    },
    { type: 'divider' },
    { key: 'password', label: t('changePassword'), onClick: () => setChanging(true) },
    { key: 'signOut', label: t('signOut'), onClick: () => void changeSeat(() => client.people.signOut()) },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" className="account">
          {t('account', { division: actor.divisionName, name: actor.name })} ▾
        </Button>
      </Dropdown>
      {isChanging && <ChangePassword onDone={() => setChanging(false)} mayCancel />}
    </>
  );
}

/** Enlarged, the navigation is longer than the window. */
function bringIntoView(entry: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'nearest' });
}

function Navigation() {
  const { t } = useText(shellText);
  const { actor } = useSeat();
  const { pathname } = useLocation();
  const counts = useCounts();
  const open = ROOMS.filter(({ roles }) => holds(actor, roles));
  const groups = [undefined, 'output', 'registry'] as const;
  return (
    <nav aria-label={t('navigation')}>
      {groups.map((group) => {
        const rooms = open.filter((room: Room) => room.group === group);
        if (rooms.length === 0) return null;
        return (
          <div key={group ?? 'daily'}>
            {group !== undefined && <div className="nav-group">{t(group)}</div>}
            {rooms.map(({ path, label }) => {
              const isHere = pathname.startsWith(path);
              return (
                <Link
                  key={path}
                  to={path}
                  ref={isHere ? bringIntoView : null}
                  aria-current={isHere ? 'page' : undefined}
                >
                  {t(label)}
                  <span className="nav-count">
                    {path === '/register' ? REGISTER_KEYS[0]?.replace('+', ' ') : counts[path]}
                  </span>
                </Link>
              );
            })}
          </div>
        );
      })}
    </nav>
  );
}

/** Counts beside the rooms; each reads what its page reads, so that the two cannot disagree. */
function useCounts(): Readonly<Record<string, number | undefined>> {
  const { actor } = useSeat();
  const may = (path: string) => ROOMS.some((room) => room.path === path && holds(actor, room.roles));
  const board = useQuery(orpc.duties.board.queryOptions({ input: {}, enabled: may('/today') }));
  const ledger = useQuery(
    orpc.documents.list.queryOptions({
      input: { filter: {}, sort: { by: 'enteredAt', direction: 'desc' }, offset: 0, limit: 1 },
      enabled: may('/ledger'),
    }),
  );
  const waiting = useQuery(orpc.reviews.waiting.queryOptions({ enabled: may('/reviews') }));
  const reminders = useQuery(orpc.duties.reminders.queryOptions({ enabled: may('/reminders') }));
  const matters = useQuery(orpc.matters.kinds.queryOptions({ enabled: may('/matters') }));
  const tiles = board.data?.tiles;
  return {
    '/today': tiles && tiles.overdue.count + tiles.today.count + tiles.soon.count,
    '/ledger': ledger.data?.total,
    '/reviews': waiting.data?.filter(({ isMine }) => isMine).length,
    '/matters': matters.data?.reduce((sum, { open }) => sum + open, 0),
    '/reminders': reminders.data?.filter(({ answeredAt }) => answeredAt === null).length,
  };
}
