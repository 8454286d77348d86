/** The working-day calendar: a month at a time, the notices it rests on, and the entry of another year. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { yearOf } from '../../electron/domain/day.ts';
import { orpc } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { MonthGrid } from '../parts/registry/MonthGrid.tsx';
import { NoticeDialog } from '../parts/registry/NoticeDialog.tsx';
import { holds, useSeat } from '../session.ts';
import { calendarText } from '../text/calendar.ts';
import { useText } from '../text/index.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './CalendarPage.css';

export function CalendarPage() {
  const { t } = useText(calendarText);
  const { actor, state } = useSeat();
  const asked = useQuery(orpc.calendar.notices.queryOptions());
  const [enteredYear, setEnteredYear] = useState<number>();
  if (asked.data === undefined) return <PageState of={asked} />;
  const { notices, isNextYearMissing, lastCoveredYear } = asked.data;
  const mayChange = holds(actor, ['administrator']);
  const nextYear = yearOf(state.today) + 1;
  const newest = notices.toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="room">
        {isNextYearMissing && (
          <p className="notice calendar-nag" role="status">
            {t(mayChange ? 'nextMissing' : 'nextMissingTell', { year: nextYear })}
            {mayChange && (
              <Button size="small" type="primary" onClick={() => setEnteredYear(nextYear)}>
                {t('addYear', { year: nextYear })}
              </Button>
            )}
          </p>
        )}
        <div className="room two calendar-room">
          <MonthGrid />
          <section className="card list-card" aria-label={t('notices')}>
            <div className="list-bar">
              <h2>
                {t('notices')}{' '}
                <small className="grey">
                  {lastCoveredYear === null ? t('coveredNone') : t('coveredTo', { year: lastCoveredYear })}
                </small>
              </h2>
              {mayChange && (
                <Button onClick={() => setEnteredYear((lastCoveredYear ?? yearOf(state.today) - 1) + 1)}>
                  {t('add')}
                </Button>
              )}
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <ul className="plain-list notices" tabIndex={0}>
              {newest.map(({ id, year, number, issuedOn, days, isBuiltIn }) => (
                <li key={id}>
                  <b>{year}</b>
                  <span>
                    {number}
                    <small className="grey">
                      {issuedOn} · {t('offCount', { count: days.filter(({ kind }) => kind === 'off').length })} ·{' '}
                      {t('makeUpCount', { count: days.filter(({ kind }) => kind === 'work').length })} ·{' '}
                      <span className="number">{t(isBuiltIn ? 'builtIn' : 'entered')}</span>
                    </small>
                  </span>
                  {mayChange && (
                    <button type="button" className="link-button" onClick={() => setEnteredYear(year)}>
                      {t('amend')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      {enteredYear !== undefined && (
        <NoticeDialog year={enteredYear} notices={notices} onDone={() => setEnteredYear(undefined)} />
      )}
    </>
  );
}
