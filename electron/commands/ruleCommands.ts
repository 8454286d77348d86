/** Commands that need no registry: a due date, a document number. */

import fs from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { buildCalendar, type HolidayNotice } from '../domain/calendar.ts';
import { type Day, parseDay } from '../domain/day.ts';
import { explainDeadline, type PeriodUnit } from '../domain/deadline.ts';
import { parseDocNumber } from '../domain/docNumber.ts';
import { resourcesBeside } from '../engine/resources.ts';
import { answer, CommandRefused, type Output, run } from './outcome.ts';

const LONGEST_PERIOD = 4000;

export function resources() {
  return resourcesBeside(import.meta.dirname.replace(/[\\/]commands$/, ''));
}

export function addRuleCommands(program: Command): void {
  program
    .command('deadline')
    .description('应完成日期 · the day by which a period ends')
    .requiredOption('--from <day>', '起算日 · day of the trigger, YYYY-MM-DD')
    .option('--working-days <n>', '工作日数', wholeNumber)
    .option('--calendar-days <n>', '自然日数', wholeNumber)
    .option('--explain', '逐日说明 · every counted day')
    .option('--json', 'JSON')
    .option('--lang <language>', 'zh | en', 'zh')
    .action((options: DeadlineOptions, command: Command) => run(options, async () => deadline(options, command)));

  program
    .command('number')
    .description('规范发文字号 · a document number in its one right form')
    .argument('<text>')
    .option('--json', 'JSON')
    .option('--lang <language>', 'zh | en', 'zh')
    .action((text: string, options: Output) => run(options, async () => documentNumber(text, options)));
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > LONGEST_PERIOD)
    throw new InvalidArgumentError(`1 … ${LONGEST_PERIOD}`);
  return value;
}

export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === undefined)
    throw new CommandRefused('day.impossible', [{ code: 'day.impossible', field: '', params: { text } }]);
  return day;
}

type DeadlineOptions = Output & {
  readonly from: string;
  readonly workingDays?: number;
  readonly calendarDays?: number;
  readonly explain?: boolean;
};

function deadline(options: DeadlineOptions, command: Command): void {
  const { workingDays, calendarDays } = options;
  const days = workingDays ?? calendarDays;
  if (days === undefined || (workingDays !== undefined && calendarDays !== undefined)) {
    command.error('--working-days N | --calendar-days N', { exitCode: 2 });
    return;
  }
  const unit: PeriodUnit = workingDays === undefined ? 'CD' : 'WD';
  const notices = JSON.parse(fs.readFileSync(path.join(resources().seed, 'holidays.json'), 'utf8')) as HolidayNotice[];
  const explained = explainDeadline(dayArgument(options.from), days, unit, buildCalendar(notices));
  const { dueOn, provisional, calendarVersion, movedTo } = explained;
  const counted = explained.days.map(({ day, kind, ordinal, name }) => ({
    day,
    kind,
    ordinal: ordinal ?? null,
    name: name ?? null,
  }));
  answer(
    options,
    {
      dueOn,
      provisional,
      calendar: calendarVersion,
      ...(movedTo ? { movedTo } : {}),
      ...(options.explain ? { days: counted } : {}),
    },
    [
      `${dueOn}${provisional ? (options.lang === 'en' ? ' (provisional)' : '（暂定）') : ''}`,
      ...(options.explain
        ? counted.map(({ day, kind, ordinal, name }) => [day, ordinal ?? '—', name ?? '', kind].join('\t'))
        : []),
    ],
  );
}

function documentNumber(text: string, options: Output): void {
  const reading = parseDocNumber(text);
  if (!reading.ok) {
    const { code, params, suggestion } = reading;
    throw new CommandRefused(code, [{ code, field: '', ...(params ? { params } : {}) }], {
      reason: code,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  const { number, fixes } = reading;
  answer(
    options,
    {
      number: number.text,
      fixes,
      kind: number.kind,
      agencyCode: number.agencyCode,
      year: number.year,
      seq: number.seq,
    },
    [number.text],
  );
}
