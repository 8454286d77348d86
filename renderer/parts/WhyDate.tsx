/** Why a date is what it is: trigger, rule, calendar, and every day from the trigger to the due date. */

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Explanation } from '../../electron/contract/duties.ts';
import type { DutySubjectRecord } from '../../electron/contract/records.ts';
import { addDays, type Day, weekday } from '../../electron/domain/day.ts';
import { sayRule } from '../../electron/domain/wording/say.ts';
import { orpc } from '../client.ts';
import { boardText } from '../text/board.ts';
import { type Language, useText } from '../text/index.ts';
import { useTerms } from '../text/terms.ts';
import { PageState } from './PageState.tsx';
import { monthAndDay, WEEK, weekdayName } from './weekdays.ts';
import './WhyDate.css';

type Props = {
  readonly subject: Pick<DutySubjectRecord, 'kind' | 'id'>;
  readonly rule: string;
  /** Where a subject may owe the same of several days. */
  readonly triggerOn?: Day;
  readonly children?: ReactNode;
};

export function WhyDate({ subject: { kind, id }, rule, triggerOn, children }: Props) {
  const { t, language } = useText(boardText);
  const terms = useTerms();
  const asked = useQuery(
    orpc.duties.explain.queryOptions({
      input: { kind, id, rule, ...(triggerOn && { triggerOn }) },
      placeholderData: (before) => before,
    }),
  );
  if (asked.data === undefined) return <PageState of={asked} />;
  const { duty, days } = asked.data;
  const [issued = '', mark = ''] = duty.calendarVersion.split('/');
  return (
    <section className="why" aria-labelledby="why-title">
      <h2 id="why-title">{t('whyTitle', { day: monthAndDay(duty.dueOn, language) })}</h2>
      <dl className="facts">
        <dt>{t('from')}</dt>
        <dd>
          {t('fromDay', {
            source: terms(`trigger.${duty.triggerSource}`),
            day: duty.triggerOn,
            weekday: weekdayName(duty.triggerOn, language),
          })}
        </dd>
        <dt>{t('rule')}</dt>
        <dd>
          {duty.isSet ? t('dateSet') : t(PERIODS[duty.unit], { days: duty.days })} ·{' '}
          {sayRule(language, 'dutyArticle', duty.article)}
        </dd>
        <dt>{t('calendar')}</dt>
        <dd>{t('calendarVersion', { issued, mark })}</dd>
      </dl>
      {duty.provisional && <p className="provisional">{t('provisionalWhy')}</p>}
      {!duty.isSet && duty.unit !== 'M' && <Strip days={days} language={language} isLate={duty.state === 'overdue'} />}
      {children}
    </section>
  );
}

const PERIODS = { WD: 'ruleWorkingDays', CD: 'ruleCalendarDays', M: 'ruleMonths' } as const;

type Cell = { readonly day: Day; readonly kind: string; readonly note: string };
/** A day off has room for three signs of Chinese. */
function noteOf(name: string | null, language: Language, offMark: string): string {
  if (name === null) return '';
  return language === 'zh' ? name.slice(0, 3) : offMark;
}

type StripProps = { readonly days: Explanation['days']; readonly language: Language; readonly isLate: boolean };

function Strip({ days, language, isLate }: StripProps) {
  const { t } = useText(boardText);
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (first === undefined || last === undefined) return null;
  const before = Array.from({ length: weekday(first) - 1 }, (_, i) => addDays(first, i + 1 - weekday(first)));
  const after = Array.from({ length: 7 - weekday(last) }, (_, i) => addDays(last, i + 1));
  const plain = (day: Day): Cell => ({ day, kind: 'outside', note: '' });
  const cells: readonly Cell[] = [
    ...before.map(plain),
    ...days.map(({ day, kind, ordinal, name }) => ({
      day,
      kind: day === last ? 'due' : kind,
      note:
        kind === 'trigger'
          ? t('triggerMark')
          : ordinal !== null
            ? String(ordinal)
            : noteOf(name, language, t('offMark')),
    })),
    ...after.map(plain),
  ];
  return (
    <ol className={`strip${isLate ? ' late' : ''}`} aria-label={t('strip')}>
      {WEEK[language].map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the seven columns never move
        <li key={index} className="head" aria-hidden="true">
          {name}
        </li>
      ))}
      {cells.map(({ day, kind, note }) => (
        <li key={day} className={kind} aria-hidden={kind === 'outside'}>
          <span className="offscreen">{day.slice(0, 8)}</span>
          {Number(day.slice(8))}
          <small>{note}</small>
        </li>
      ))}
    </ol>
  );
}
