/** Prints what must not depend on the machine's time zone: run once per zone by `deadline.test.ts`. */
import { addDays, readDay, toDay, todayIn } from '../../electron/domain/day.ts';
import { addWorkingDays, explainDeadline } from '../../electron/domain/deadline.ts';
import { calendar, fixture } from './seed.ts';

const cases = fixture('deadline_cases.csv').map(
  (row) => addWorkingDays(toDay(row.written_date ?? ''), 20, calendar).dueOn,
);
const everyDay: string[] = [];
for (let day = toDay('2018-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
  everyDay.push(addWorkingDays(day, 5, calendar).dueOn, addWorkingDays(day, 20, calendar).dueOn);
}
const report = {
  cases,
  everyDay,
  explained: explainDeadline(toDay('2021-09-17'), 20, 'WD', calendar),
  today: todayIn('2019-08-01T16:30:00Z'),
  read: [readDay('2019年8月1日'), readDay('2024-01-15 23:59:59'), readDay('2026年2月30日') ?? null],
};
process.stdout.write(JSON.stringify({ zone: new Date(0).getTimezoneOffset(), report }));
