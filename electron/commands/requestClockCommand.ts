/** The clock of a request for information, counted without a registry: when the reply is due, and by which days. */

import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { Broken } from '../domain/broken.ts';
import { buildCalendar, type HolidayNotice } from '../domain/calendar.ts';
import { type Day, parseDay } from '../domain/day.ts';
import { isSensiblePause, LONGEST_EXTENSION, type Pause, requestClock } from '../domain/requestClock.ts';
import { say } from '../domain/wording/say.ts';
import { answer, CommandRefused, languageOf, type Output, run } from './outcome.ts';
import { dayArgument, resources } from './ruleCommands.ts';

type Options = Output & {
  readonly received: string;
  readonly corrected?: string;
  readonly pause: readonly string[];
  readonly extend?: string;
};

export function addRequestClockCommand(program: Command): void {
  program
    .command('request-clock')
    .description('依申请公开答复期限 · the day by which a request for information is answered')
    .requiredOption('--received <day>', '收到之日 · day of receipt, YYYY-MM-DD')
    .option('--corrected <day>', '收到补正之日 · the period begins afresh')
    .option('--pause <from..to>', '征求意见，可多次 · opinions sought, may be repeated', gathered, [])
    .option('--extend <n>', '延长的工作日数 · working days of extension, 20 at most')
    .option('--json', 'JSON')
    .option('--lang <language>', 'zh | en', 'zh')
    .action((options: Options) => run(options, async () => clockOf(options)));
}

function gathered(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function clockOf(options: Options): void {
  const receivedOn = dayArgument(options.received);
  const correctedOn = options.corrected === undefined ? undefined : dayArgument(options.corrected);
  const pauses = options.pause.map(pauseIn);
  const extension = options.extend === undefined ? 0 : extensionIn(options.extend);
  const broken: Broken[] = [
    ...(correctedOn !== undefined && correctedOn < receivedOn
      ? [{ code: 'clock.correctedBeforeReceipt', field: '' }]
      : []),
    ...(pauses.includes(undefined) ? [{ code: 'clock.pauseBad', field: '' }] : []),
    ...(extension === undefined ? [{ code: 'clock.extensionBad', field: '' }] : []),
  ];
  if (broken[0]) throw new CommandRefused(broken[0].code, broken);
  const notices = JSON.parse(fs.readFileSync(path.join(resources().seed, 'holidays.json'), 'utf8')) as HolidayNotice[];
  const clock = requestClock(
    {
      receivedOn,
      restarts: correctedOn === undefined ? [] : [correctedOn],
      pauses: pauses.filter((pause) => pause !== undefined),
      extension: extension ?? 0,
    },
    buildCalendar(notices),
  );
  tell(options, clock);
}

/** 2019-06-10..2019-06-21; undefined where it is none. */
function pauseIn(text: string): Pause | undefined {
  const [from, to, ...others] = text.split('..').map((part) => parseDay(part.trim()));
  if (from === undefined || to === undefined || others.length > 0) return undefined;
  return isSensiblePause({ from, to }) ? { from, to } : undefined;
}

function extensionIn(text: string): number | undefined {
  const days = Number(text);
  return /^\d+$/.test(text) && days <= LONGEST_EXTENSION ? days : undefined;
}

type Counted = { readonly day: Day; readonly ordinal: number };

function tell(options: Options, clock: ReturnType<typeof requestClock>): void {
  const language = languageOf(options);
  const { dueOn, provisional, calendarVersion, startsOn, workingDays, pausedWorkingDays, days } = clock;
  const counted = days.flatMap(({ day, ordinal, kind }): Counted[] =>
    ordinal === undefined || kind === 'lapsed' ? [] : [{ day, ordinal }],
  );
  answer(
    options,
    { dueOn, provisional, calendar: calendarVersion, startsOn, workingDays, pausedWorkingDays, counted, days },
    [
      `${dueOn}${provisional ? ` ${say(language, 'deadline.provisional')}` : ''}`,
      ...days.map(({ day, kind, ordinal, name }) =>
        [day, ordinal ?? '—', name ?? '', say(language, `clockDay.${kind}`)].join('\t'),
      ),
    ],
  );
}
