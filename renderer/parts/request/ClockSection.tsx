/** The clock of a request: due day, what moved it, and every day of it as counted, paused, off or begun afresh. */

import type { RequestClockRecord, RequestDetail } from '../../../electron/contract/requests.ts';
import { addDays, type Day, formatDay, monthOf, weekday } from '../../../electron/domain/day.ts';
import { isConfirmedLate } from '../../../electron/domain/requestClock.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { WEEK } from '../weekdays.ts';
import { RequestBadge } from './RequestBadge.tsx';
import '../WhyDate.css';
import './Request.css';

export function ClockSection({ detail }: { readonly detail: RequestDetail }) {
  const { t, language } = useText(requestText);
  const { summary, input, clock, correction, correctionBy } = detail;
  const day = (value: Day) => formatDay(value, language);
  return (
    <Section id="clock" title={t('clock')} aside={<RequestBadge summary={summary} />}>
      {summary.state === 'unconfirmed' && <p>{t('clockUnconfirmed')}</p>}
      {isConfirmedLate(input) && <p className="form-note warn">{t('confirmedLate')}</p>}
      {summary.state === 'correcting' && correction && <p>{t('clockCorrecting', { day: day(correction.replyBy) })}</p>}
      {summary.state === 'feeDue' && <p>{t('clockFee')}</p>}
      {summary.closedOn !== null && (
        <p>{t(summary.state === 'replied' ? 'clockReplied' : 'clockEnded', { day: day(summary.closedOn) })}</p>
      )}
      {clock && (
        <>
          <p>
            <b>{t('clockDue', { day: day(summary.dueOn ?? clock.dueOn) })}</b>
            {summary.provisional && <span className="clock-provisional"> {t('clockProvisional')}</span>}
          </p>
          <p className="grey">
            {t('clockDays', { days: clock.workingDays, day: day(clock.startsOn) })}
            {clock.pausedWorkingDays > 0 && ` · ${t('clockPaused', { days: clock.pausedWorkingDays })}`}
          </p>
          {summary.isPaused && <p className="form-note warn">{t('clockRunningPause')}</p>}
          {correctionBy !== null && <p className="grey">{t('correctionBy', { day: day(correctionBy) })}</p>}
          <ClockStrip clock={clock} isLate={summary.deadlineState === 'overdue'} />
        </>
      )}
    </Section>
  );
}

function ClockStrip({ clock, isLate }: { readonly clock: RequestClockRecord; readonly isLate: boolean }) {
  const { t, language } = useText(requestText);
  const terms = useTerms();
  const first = clock.days[0]?.day;
  if (first === undefined) return null;
  const before = Array.from({ length: weekday(first) - 1 }, (_, at) => addDays(first, at + 1 - weekday(first)));
  const shown = [...new Set(clock.days.map(({ kind }) => kind))].filter((kind) => kind !== 'weekend');
  return (
    <>
      <ol className={`strip clock-strip${isLate ? ' late' : ''}`} aria-label={t('strip')}>
        {WEEK[language].map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the seven columns never move
          <li key={index} className="head" aria-hidden="true">
            {name}
          </li>
        ))}
        {before.map((day) => (
          <li key={day} className="outside" aria-hidden="true">
            {Number(day.slice(8))}
          </li>
        ))}
        {clock.days.map(({ day, kind, ordinal, name }) => (
          <li key={day} className={day === clock.dueOn ? 'due' : kind} title={terms(`clockDay.${kind}`)}>
            <span className="offscreen">
              {day} {terms(`clockDay.${kind}`)}{' '}
            </span>
            {day === first || day.endsWith('-01')
              ? t('month', { month: monthOf(day), day: Number(day.slice(8)) })
              : Number(day.slice(8))}
            <small>{ordinal ?? (language === 'zh' ? (name?.slice(0, 3) ?? MARKS.zh[kind]) : MARKS.en[kind])}</small>
          </li>
        ))}
      </ol>
      <ul className="clock-legend grey">
        {shown.map((kind) => (
          <li key={kind}>
            <i className={kind} /> {terms(`clockDay.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

type Marks = { readonly [Kind in RequestClockRecord['days'][number]['kind']]?: string };
/** What stands under a day that has no number. */
const MARKS: { readonly zh: Marks; readonly en: Marks } = {
  zh: { received: '收到', restarted: '重起', paused: '中止' },
  en: { received: 'in', restarted: 'anew', paused: 'pause', off: 'off' },
};
