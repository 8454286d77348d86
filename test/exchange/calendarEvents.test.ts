import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { type CalendarEvent, writeCalendar } from '../../electron/exchange/calendarEvents.ts';

const EVENT: CalendarEvent = {
  ...{ uid: 'document-1-posting@disclosure-registry', day: toDay('2019-12-31'), category: '办公室' },
  ...{
    summary: '上网公开：辽市监发〔2019〕12号 关于甲、乙；丙,丁的通知',
    description: '条例第二十六条\n自2019年12月3日起算',
  },
  ...{ isProvisional: false, isDone: false, alarms: [{ day: toDay('2019-12-24'), words: '上网公开' }] },
};
const text = (events: readonly CalendarEvent[]) =>
  new TextDecoder().decode(writeCalendar('政务公开期限', events, '2019-12-03T02:03:04.000Z'));
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('an iCalendar file', () => {
  test('holds an all-day event with its alarm, and marks what means something in the format', () => {
    const lines = unfolded(text([EVENT]));
    expect(lines.slice(0, 5)).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Disclosure Registry//Deadlines//ZH', 'CALSCALE:GREGORIAN'],
      'METHOD:PUBLISH',
    ]);
    for (const line of [
      'UID:document-1-posting@disclosure-registry',
      'DTSTAMP:20191203T020304Z',
      'DTSTART;VALUE=DATE:20191231',
      'DTEND;VALUE=DATE:20200101',
      'SUMMARY:上网公开：辽市监发〔2019〕12号 关于甲、乙；丙\\,丁的通知',
      'DESCRIPTION:条例第二十六条\\n自2019年12月3日起算',
      'STATUS:CONFIRMED',
      'TRIGGER;VALUE=DATE-TIME:20191224T010000Z',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.filter((line) => line.startsWith('BEGIN:')).length).toBe(
      lines.filter((line) => line.startsWith('END:')).length,
    );
  });

  test('says that a date is provisional, and does not ring for what is done', () => {
    expect(unfolded(text([{ ...EVENT, isProvisional: true }]))).toContain('STATUS:TENTATIVE');
    expect(text([{ ...EVENT, isDone: true }])).not.toContain('VALARM');
  });

  test('has no line longer than 75 octets, ends each with CRLF, and gives every text back', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom('食', '𬭚', ',', ';', '\\', '\n', 'a', '〔'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, (summary) => {
        const file = text([{ ...EVENT, summary }]);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        const line = unfolded(file).find((one) => one.startsWith('SUMMARY:')) ?? '';
        const back = line
          .slice('SUMMARY:'.length)
          .replace(/\\(.)/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark));
        expect(back).toBe(
          summary
            .replace(/\r\n?/gu, '\n')
            .replace(/(?!\n)\p{Cc}/gu, ' ')
            .toWellFormed(),
        );
      }),
    );
  });
});
