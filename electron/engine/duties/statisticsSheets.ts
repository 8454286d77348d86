/** The sheets of the statistics' Excel file: by month, by division, age of the backlog, what is overdue, changed attributes. */

import type { StatisticsRecord, TallyRecord } from '../../contract/statistics.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { Sheet, SheetColumn } from '../../exchange/sheet.ts';

type Cell = string | number | null;

const COUNTS = [
  'documents',
  'proactive',
  'onRequest',
  'notDisclosed',
  'inTime',
  'late',
  'overdue',
  'notDue',
  'shortOfCopies',
  'copiesMissing',
] as const satisfies readonly (keyof TallyRecord)[];

const DRAFTED = [
  'documents',
  'proactive',
  'onRequest',
  'notDisclosed',
  'shortOfCopies',
  'copiesMissing',
] as const satisfies readonly (keyof TallyRecord)[];

export function statisticsSheets(record: StatisticsRecord, language: Language): readonly Sheet[] {
  const words = (key: string) => say(language, `statistics.${key}`);
  const text = (key: string, width: number): SheetColumn => ({ header: words(key), width, kind: 'text' });
  const number = (key: string): SheetColumn => ({ header: words(key), width: 12, kind: 'number' });
  const amount = (key: string): SheetColumn => ({ header: words(key), width: 12, kind: 'amount' });
  const ofDrafting = DRAFTED.map(words);
  const tallyColumns = [...COUNTS.map(number), amount('onTimePercent'), amount('meanWorkingDays')];
  // Whose figure it is stands in the head, where the two may be different divisions.
  const sharedColumns = tallyColumns.map((column) => ({
    ...column,
    header: `${column.header}${words(ofDrafting.includes(column.header) ? 'byDrafting' : 'byAnswering')}`,
  }));
  return [
    {
      name: words('byMonth'),
      columns: [text('month', 12), ...tallyColumns],
      rows: record.months.map((month) => [month.month, ...tallyCells(month)]),
    },
    {
      name: words('byDivision'),
      columns: [number('place'), text('division', 26), ...(record.isGiven ? sharedColumns : tallyColumns)],
      rows: record.divisions.map((division) => [division.place, division.divisionName, ...tallyCells(division)]),
    },
    {
      name: words('backlog'),
      columns: [text('overdueFor', 20), number('documents')],
      rows: record.backlog.map(({ fromDays, toDays, count }) => [
        toDays === null ? `> ${fromDays - 1}` : `${fromDays}–${toDays}`,
        count,
      ]),
    },
    {
      name: words('overdueList'),
      columns: [
        text('division', 26),
        text('docNumber', 24),
        text('title', 60),
        { header: words('dueOn'), width: 12, kind: 'day' },
        number('overdueWorkingDays'),
      ],
      rows: record.overdue.map(({ subject, duty }) => [
        ...[subject.divisionName, subject.number, subject.title, duty.dueOn],
        duty.overdueWorkingDays,
      ]),
    },
    {
      name: words('changes'),
      columns: [text('changedFrom', 16), text('changedTo', 16), number('times')],
      rows: record.changes.map(({ from, to, count }) => [
        say(language, `attribute.${from}`),
        say(language, `attribute.${to}`),
        count,
      ]),
    },
  ];
}

/** To a tenth: what follows is no news. */
function tallyCells(tally: TallyRecord): readonly Cell[] {
  const { onTimeRate, meanWorkingDays } = tally;
  return [
    ...COUNTS.map((key) => tally[key]),
    onTimeRate === null ? null : Math.round(onTimeRate * 1000) / 10,
    meanWorkingDays === null ? null : Math.round(meanWorkingDays * 10) / 10,
  ];
}
