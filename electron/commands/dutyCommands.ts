/** The command about duties: every one of every subject, with rule, trigger, due date and state. */

import type { Command } from 'commander';
import type { DutyList } from '../contract/duties.ts';
import { say, sayRule } from '../domain/wording/say.ts';
import { divisionNamed } from './documentCommands.ts';
import { answer, languageOf, run } from './outcome.ts';
import { dayArgument } from './ruleCommands.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';
import { answerFile, fileArgument, LIST_FORMATS, type OutFile } from './tableCommands.ts';

const ROWS_AT_ONCE = 1000;

type DutiesOptions = PersonOptions & {
  readonly on?: string;
  readonly division?: string;
  readonly open?: boolean;
  readonly out?: OutFile<(typeof LIST_FORMATS)[number]>;
};

export function addDutyCommands(program: Command): void {
  withPerson(program.command('duties'))
    .description('职责与期限 · every duty with its rule, trigger, due date and state')
    .option('--on <day>', '截至日 · as of this day')
    .option('--division <name>', '处室 · division')
    .option('--open', '只列未办结 · only what is not done')
    .option('--out <file>', 'FILE.xlsx | FILE.csv | FILE.ics', fileArgument(LIST_FORMATS))
    .action((options: DutiesOptions) => run(options, () => duties(options)));
}

async function duties(options: DutiesOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const filter = {
      on: options.on === undefined ? null : dayArgument(options.on),
      state: options.open ? ('unmet' as const) : ('all' as const),
      divisionId: options.division === undefined ? null : await divisionNamed(client, options.division),
      ...{ rule: null, kind: null, from: null, to: null },
    };
    if (options.out !== undefined) {
      const { path, format } = options.out;
      const asked = { ...filter, language: languageOf(options) };
      const { calendarFile, export: table } = client.duties;
      return answerFile(options, path, await (format === 'ics' ? calendarFile(asked) : table({ ...asked, format })));
    }
    const rows: DutyList['rows'][number][] = [];
    let page: DutyList;
    do {
      page = await client.duties.list({ ...filter, offset: rows.length, limit: ROWS_AT_ONCE });
      rows.push(...page.rows);
    } while (page.rows.length > 0 && rows.length < page.total);
    const language = languageOf(options);
    const lines = rows.map(({ subject, duty }) =>
      [
        duty.dueOn,
        say(language, `dutyState.${duty.state}`),
        say(language, `duty.${duty.rule}`),
        `${say(language, `trigger.${duty.triggerSource}`)} ${duty.triggerOn}`,
        sayRule(language, 'dutyArticle', duty.article),
        subject.number || '—',
        subject.divisionName,
        subject.title,
      ].join('\t'),
    );
    answer(options, { on: page.on, total: page.total, duties: rows }, lines);
  });
}
