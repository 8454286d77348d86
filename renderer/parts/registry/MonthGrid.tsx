/** One month of the calendar: what works, what rests and why, and how much is due on each day. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Day, monthOf, weekday, yearOf } from '../../../electron/domain/day.ts';
import { orpc } from '../../client.ts';
import { ROOMS } from '../../rooms.ts';
import { holds, useSeat } from '../../session.ts';
import { calendarText, HOLIDAYS_IN_ENGLISH } from '../../text/calendar.ts';
import { type Language, useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { PageState } from '../PageState.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { weekdayName } from '../weekdays.ts';
import './MonthGrid.css';

type MonthDay = {
  readonly day: Day;
  readonly isWorkingDay: boolean;
  readonly isMakeUp: boolean;
  readonly name: string | null;
  readonly isCovered: boolean;
  readonly due: readonly { readonly rule: string; readonly count: number }[];
};

export function MonthGrid() {
  const { t, language } = useText(calendarText);
  const terms = useTerms();
  const { today } = useSeat().state;
  const thisMonth = yearOf(today) * 12 + monthOf(today) - 1;
  const [counted, setCounted] = useState(thisMonth);
  const year = Math.floor(counted / 12);
  const month = (counted % 12) + 1;
  const asked = useQuery(orpc.calendar.month.queryOptions({ input: { year, month }, placeholderData: (last) => last }));
  useShortcuts([
    { keys: ['PageUp'], label: t('monthBefore'), run: () => setCounted(counted - 1) },
    { keys: ['PageDown'], label: t('monthAfter'), run: () => setCounted(counted + 1) },
    { keys: ['Alt+Home'], label: t('keyToday'), run: () => setCounted(thisMonth) },
  ]);
  const days = asked.data;
  const title = t('monthTitle', { year, month: terms(`month.${month}`) });
  const works = days?.filter(({ isWorkingDay }) => isWorkingDay).length ?? 0;
  return (
    <section className="card month" aria-label={title}>
      <div className="list-bar">
        <h2>
          <span role="status">{title}</span> <small className="grey">{t('workingDays', { count: works })}</small>
        </h2>
        <span className="actions">
          <Button onClick={() => setCounted(counted - 1)}>
            {t('monthBefore')} <kbd>PageUp</kbd>
          </Button>
          <Button disabled={counted === thisMonth} onClick={() => setCounted(thisMonth)}>
            {t('thisMonth')}
          </Button>
          <Button onClick={() => setCounted(counted + 1)}>
            {t('monthAfter')} <kbd>PageDown</kbd>
          </Button>
        </span>
      </div>
      {days === undefined ? <PageState of={asked} /> : <Weeks days={days} today={today} language={language} />}
      {days?.some(({ isCovered }) => !isCovered) && <p className="month-note">{t('uncovered')}</p>}
      <ul className="month-legend">
        <li className="works">{t('legendWorks')}</li>
        <li className="make-up">{t('legendMakeUp')}</li>
        <li className="off">{t('legendOff')}</li>
        <li className="weekend">{t('legendWeekend')}</li>
      </ul>
    </section>
  );
}

type WeeksProps = { readonly days: readonly MonthDay[]; readonly today: Day; readonly language: Language };

function Weeks({ days, today, language }: WeeksProps) {
  const lead = days[0] ? weekday(days[0].day) - 1 : 0;
  const cells: readonly (MonthDay | undefined)[] = [...Array.from({ length: lead }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  const heads = days.slice(0, 7).toSorted((a, b) => weekday(a.day) - weekday(b.day));
  return (
    <table className="month-table">
      <thead>
        <tr>
          {heads.map(({ day }) => (
            <th key={day} scope="col">
              {weekdayName(day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month
          <tr key={at}>
            {Array.from({ length: 7 }, (_, on) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place in the week
              <Cell key={on} of={week[on]} today={today} language={language} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day's duties by kind; opens them all. */
function Due({ day, due }: Pick<MonthDay, 'day' | 'due'>) {
  const { t } = useText(calendarText);
  const terms = useTerms();
  const { actor } = useSeat();
  const count = due.reduce((sum, each) => sum + each.count, 0);
  const kinds = due.map((each) => t('dueOfKind', { duty: terms(`duty.${each.rule}`), count: each.count }));
  const all = t('due', { count });
  const mayOpen = ROOMS.some(({ path, roles }) => path === '/duties' && holds(actor, roles));
  return (
    <div className="month-due" title={kinds.join('\n')}>
      {mayOpen ? <Link to={`/duties?from=${day}&to=${day}`}>{all}</Link> : all}
      <ul className="plain-list month-kinds">
        {kinds.slice(0, SHOWN_KINDS).map((kind) => (
          <li key={kind}>{kind}</li>
        ))}
        {kinds.length > SHOWN_KINDS && <li>{t('dueMore', { count: kinds.length - SHOWN_KINDS })}</li>}
      </ul>
    </div>
  );
}

const SHOWN_KINDS = 2;

type CellProps = { readonly of: MonthDay | undefined; readonly today: Day; readonly language: Language };

function Cell({ of, today, language }: CellProps) {
  const { t } = useText(calendarText);
  if (of === undefined) return <td className="month-none" />;
  const { day, isWorkingDay, isMakeUp, name, due } = of;
  const kind = isMakeUp ? 'make-up' : isWorkingDay ? 'works' : name === null ? 'weekend' : 'off';
  const holiday = (name ?? '').replace('调休上班', '');
  const said = language === 'en' ? (HOLIDAYS_IN_ENGLISH[holiday] ?? holiday) : holiday;
  return (
    <td className={day === today ? `${kind} is-today` : kind} aria-current={day === today ? 'date' : undefined}>
      <div className="month-day">
        <b>{Number(day.slice(8))}</b>
        {isMakeUp && <span className="mark">{t('makeUp')}</span>}
        {kind === 'off' && <span className="mark">{t('off')}</span>}
        {day === today && <span className="mark now">{t('today')}</span>}
      </div>
      <div className="month-name" title={said}>
        {said}
      </div>
      {due.length > 0 && <Due day={day} due={due} />}
    </td>
  );
}
