/** Duties as an iCalendar file for the calendars of the office: all-day events that speak up at the registry's own stages. */

import { addDays, type Day, formatDay } from '../../domain/day.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import { type CalendarEvent, writeCalendar } from '../../exchange/calendarEvents.ts';
import { fileOf } from '../exchange/listExport.ts';
import type { Look } from '../registry.ts';

const FURTHEST_DAYS = 400;

export function calendarFile(look: Look, owed: readonly OwedDuty[], language: Language): File {
  const events = owed.map((each) => eventOf(look, each, language));
  const name = say(language, 'export.deadlines');
  return fileOf(writeCalendar(name, events, look.now), `${name}-${look.today}.ics`, 'text/calendar');
}

/** The same duty of the same subject has the same name in every export, whatever its day. */
function eventOf(look: Look, { subject, duty }: OwedDuty, language: Language): CalendarEvent {
  const named = [subject.number, subject.title].filter((part) => part !== '').join(' ');
  const rule = say(language, `duty.${duty.rule}`);
  const provisional = duty.provisional ? `${say(language, 'export.provisional')} ` : '';
  const article = say(language, `dutyArticle.${duty.article}`);
  const params = { day: formatDay(duty.triggerOn, language), division: subject.divisionName };
  const counted = say(language, 'export.counted', params);
  return {
    uid: `${subject.kind}-${subject.id}-${duty.rule}@disclosure-registry`,
    day: duty.dueOn,
    summary: `${provisional}${rule}${say(language, 'export.colon')}${named}`,
    description: [article.replace(/^dutyArticle\./u, ''), counted].join('\n'),
    category: subject.divisionName,
    isProvisional: duty.provisional,
    isDone: duty.doneOn !== null,
    alarms: alarmDays(look, duty.dueOn).map((day) => ({
      day,
      words: `${rule}${say(language, 'export.colon')}${named}`,
    })),
  };
}

/** The stages before the due day that are still to come, and the due day itself. */
function alarmDays({ calendar, settings, today }: Look, dueOn: Day): readonly Day[] {
  const before = settings.reminderStages.map((stage) => workingDaysBefore(calendar.isWorkingDay, dueOn, stage));
  return [...new Set([...before, dueOn])].filter((day) => day >= today).toSorted();
}

function workingDaysBefore(isWorkingDay: (day: Day) => boolean, dueOn: Day, workingDays: number): Day {
  let day = dueOn;
  for (let left = workingDays, looked = 0; left > 0 && looked < FURTHEST_DAYS; looked += 1) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
