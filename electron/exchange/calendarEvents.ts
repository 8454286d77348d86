/** Deadlines as an iCalendar file (RFC 5545): all-day events whose names stay the same, so that a calendar that reads it again replaces them. */

import type { Day } from '../domain/day.ts';
import { addDays } from '../domain/day.ts';

export type CalendarEvent = {
  /** Stable over all exports: the same duty of the same subject. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  /** Counted beyond the published calendar. */
  readonly isProvisional: boolean;
  readonly isDone: boolean;
  /** Days on which the calendar speaks up, at nine in the morning of Beijing. */
  readonly alarms: readonly { readonly day: Day; readonly words: string }[];
};

const LONGEST_LINE = 75;
/** 09:00 in Beijing, as the format wants it. */
const ALARM_TIME = 'T010000Z';

/** `now` is an instant in ISO form. The name of the calendar is shown by most programs. */
export function writeCalendar(name: string, events: readonly CalendarEvent[], now: string): Uint8Array {
  const stamp = `${now.slice(0, 19).replace(/[-:]/gu, '')}Z`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Disclosure Registry//Deadlines//ZH', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function eventLines(event: CalendarEvent, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(event.day)}`,
    // The end of an all-day event is the day after it.
    `DTEND;VALUE=DATE:${plainDay(addDays(event.day, 1))}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `CATEGORIES:${escaped(event.category)}`,
    `STATUS:${event.isProvisional ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(event.isDone ? [] : event.alarms.flatMap(alarmLines)),
    'END:VEVENT',
  ];
}

function alarmLines({ day, words }: CalendarEvent['alarms'][number]): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER;VALUE=DATE-TIME:${plainDay(day)}${ALARM_TIME}`,
    `DESCRIPTION:${escaped(words)}`,
    'END:VALARM',
  ];
}

function plainDay(day: Day): string {
  return day.replaceAll('-', '');
}

/** Backslash, semicolon, comma and line breaks mean something in the format; other control characters may not stand in it. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|\n/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/** No line is longer than 75 octets; a character is never torn apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
