import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { readCalendarFile } from '../../electron/exchange/calendarFile.ts';

const today = toDay('2026-11-24');
const read = (text: string) => readCalendarFile(new Uint8Array(new TextEncoder().encode(text)), today);
const DAYS = [
  { name: '国庆节', date: '2019-10-01', isOffDay: true },
  { name: '国庆节', date: '2019-09-29', isOffDay: false },
];

test('the JSON that holiday-cn publishes becomes a notice, issued on the day in its address', async () => {
  const papers = ['http://www.gov.cn/zhengce/content/2018-12/06/content_5346276.htm'];
  expect(await read(JSON.stringify({ $schema: 'x', year: 2019, papers, days: DAYS }))).toEqual({
    ok: true,
    notice: {
      year: 2019,
      number: '',
      issuedOn: '2018-12-06',
      url: papers[0],
      days: [
        { day: '2019-09-29', kind: 'work', name: '国庆节' },
        { day: '2019-10-01', kind: 'off', name: '国庆节' },
      ],
    },
  });
});

test('every notice of the shipped calendar is read back as it is', async () => {
  const notices = JSON.parse(readFileSync(new URL('../../drizzle/seed/holidays.json', import.meta.url), 'utf8'));
  expect(notices.length).toBeGreaterThan(8);
  for (const notice of notices) {
    const days = notice.days.toSorted((a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : 1));
    expect(await read(JSON.stringify(notice))).toEqual({ ok: true, notice: { ...notice, days } });
  }
});

test('a table of days is read with Chinese or English headers', async () => {
  const chinese = await read('日期,名称,是否放假\n2027年1月1日,元旦,是\n2027-01-03,元旦,班');
  expect(chinese).toMatchObject({
    ok: true,
    notice: {
      year: 2027,
      issuedOn: today,
      days: [
        { day: '2027-01-01', kind: 'off' },
        { day: '2027-01-03', kind: 'work' },
      ],
    },
  });
  expect(await read('date,name,is_off_day\n2026-12-31,元旦,true\n2027-01-01,元旦,true')).toMatchObject({
    notice: { year: 2027 },
  });
});

test('what cannot be a year of days off is refused by name', async () => {
  const problems = async (text: string) => {
    const reading = await read(text);
    return reading.ok ? [] : reading.problems.map(({ code }) => code);
  };
  const csv = 'date,name,is_off_day\n';
  expect(await problems(`${csv}2027-02-29,春节,true`)).toEqual(['calendar.dayUnread']);
  expect(await problems(`${csv}2027-02-28,春节,maybe`)).toEqual(['calendar.kindUnread']);
  expect(await problems(`${csv}2027-02-28,春节,true\n2027-02-28,春节,false`)).toEqual(['calendar.dayTwice']);
  expect(await problems('标题,文号\n甲,1')).toEqual(['calendar.columnsMissing']);
  expect(await problems('{"days":')).toEqual(['calendar.notJson']);
  expect(await problems('{"year":2027,"days":[]}')).toEqual(['calendar.noDays']);
  expect(await problems('{"year":2027.5,"days":[{"date":"2027-01-01","isOffDay":true}]}')).toEqual([
    'calendar.yearBad',
  ]);
  const all = readFileSync(new URL('../fixtures/holidays.csv', import.meta.url), 'utf8');
  expect(await problems(all)).toEqual(['calendar.tooManyDays']);
  const two = all.split('\n').filter((line, at) => at === 0 || /^(?:2019|2021)/u.test(line));
  expect(await problems(two.join('\n'))).toEqual(['calendar.severalYears']);
});
