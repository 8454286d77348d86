/** Commands about the other lists of the window, as words, as JSON, or as a table file: requests, matters, re-assessment. */

import type { Command } from 'commander';
import type { ReassessmentRecord } from '../contract/normative.ts';
import type { EngineClient } from '../contract/procedures.ts';
import type { RequestFilter, RequestSummary } from '../contract/requests.ts';
import { yearOf } from '../domain/day.ts';
import { REQUEST_STATES } from '../domain/foiRequest.ts';
import { MATTER_KINDS } from '../domain/matters/kinds.ts';
import { OCCASIONS, type Occasion } from '../domain/reassessment.ts';
import { say } from '../domain/wording/say.ts';
import { divisionNamed, oneOf } from './documentCommands.ts';
import { answer, languageOf, run } from './outcome.ts';
import { wholeNumber } from './ruleCommands.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';
import { answerFile, fileArgument, type OutFile, TABLE_FORMATS } from './tableCommands.ts';

const KINDS = MATTER_KINDS.map(({ key }) => key);
const SHOWN = ['open', 'all', 'stale'] as const;
const STATES = ['open', 'closed', ...REQUEST_STATES] as const;
const ROWS_AT_ONCE = 500;

type ListOptions = PersonOptions & { readonly out?: OutFile<(typeof TABLE_FORMATS)[number]> };

export function addListCommands(program: Command): void {
  withOut(withPerson(program.command('requests')))
    .description('依申请公开 · requests for information')
    .option('--query <text>', '编号、所需信息、申请人 · number, subject, applicant')
    .option('--state <state>', STATES.join(' | '), oneOf(STATES))
    .option('--division <name>', '承办处室 · division')
    .option('--year <year>', '登记年度 · year of the register', wholeNumber)
    .action((options: RequestsOptions) => run(options, () => requests(options)));

  withOut(withPerson(program.command('matters')))
    .description('公开事项 · matters of one kind')
    .requiredOption('--kind <kind>', KINDS.join(' | '), oneOf(KINDS))
    .option('--show <which>', SHOWN.join(' | '), oneOf(SHOWN), 'open')
    .action((options: MattersOptions) => run(options, () => matters(options)));

  withOut(withPerson(program.command('reassessment')))
    .description('动态调整、存量清理、规范性文件清理 · lists of the re-assessment')
    .option('--occasion <name>', OCCASIONS.join(' | '), oneOf(OCCASIONS), 'yearly')
    .option('--year <year>', '年度 · year', wholeNumber)
    .option('--division <name>', '处室 · division')
    .option('--decided', '只列已定的 · only what is decided')
    .action((options: ReassessmentOptions) => run(options, () => reassessment(options)));
}

function withOut(command: Command): Command {
  return command.option('--out <file>', 'FILE.xlsx | FILE.csv', fileArgument(TABLE_FORMATS));
}

async function divisionOf(client: EngineClient, name: string | undefined): Promise<{ readonly divisionId?: string }> {
  return name === undefined ? {} : { divisionId: await divisionNamed(client, name) };
}

type RequestsOptions = ListOptions & {
  readonly query?: string;
  readonly state?: (typeof STATES)[number];
  readonly division?: string;
  readonly year?: number;
};

async function requests(options: RequestsOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const { query, state, division, year, out } = options;
    const language = languageOf(options);
    const filter: RequestFilter = {
      ...(query === undefined ? {} : { query }),
      ...(state === undefined ? {} : { state }),
      ...(year === undefined ? {} : { year }),
      ...(await divisionOf(client, division)),
    };
    if (out) {
      return answerFile(options, out.path, await client.requests.export({ filter, format: out.format, language }));
    }
    const rows: RequestSummary[] = [];
    let total = 0;
    do {
      const page = await client.requests.list({ filter, offset: rows.length, limit: ROWS_AT_ONCE });
      total = page.total;
      if (page.rows.length === 0) break;
      rows.push(...page.rows);
    } while (rows.length < total);
    const lines = rows.map((row) =>
      [
        row.registerNumber,
        row.receivedOn ?? '',
        say(language, `requestState.${row.state}`),
        row.dueOn ?? '',
        row.divisionName,
        row.subject,
      ].join('\t'),
    );
    answer(options, { total, requests: rows }, lines);
  });
}

type MattersOptions = ListOptions & { readonly kind: string; readonly show: (typeof SHOWN)[number] };

async function matters(options: MattersOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const { kind, show, out } = options;
    const language = languageOf(options);
    if (out) {
      const file = await client.matters.export({ kind, show, format: out.format, language });
      return answerFile(options, out.path, file);
    }
    const rows =
      show === 'stale'
        ? (await client.matters.staleColumns()).map(({ matter }) => matter).filter((matter) => matter.kind === kind)
        : await client.matters.list({ kind, isOpen: show === 'open' });
    const lines = rows.map(({ number, duty, divisionName, title }) =>
      [
        number || '—',
        duty?.dueOn ?? '',
        duty === null ? '' : say(language, `dutyState.${duty.state}`),
        divisionName,
        title,
      ].join('\t'),
    );
    answer(options, { total: rows.length, matters: rows }, lines);
  });
}

type ReassessmentOptions = ListOptions & {
  readonly occasion: Occasion;
  readonly year?: number;
  readonly division?: string;
  readonly decided?: boolean;
};

async function reassessment(options: ReassessmentOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const { occasion, division, decided: isDecided = false, out } = options;
    const language = languageOf(options);
    const year = options.year ?? yearOf((await client.registry.state()).today);
    const asked = { occasion, year, isDecided, ...(await divisionOf(client, division)) };
    if (out) {
      return answerFile(
        options,
        out.path,
        await client.reassessments.export({ ...asked, format: out.format, language }),
      );
    }
    const rows: ReassessmentRecord[] = [];
    let told: { readonly open: number; readonly done: number; readonly dueOn: string };
    for (;;) {
      const { rows: more, ...counts } = await client.reassessments.list({
        ...asked,
        offset: rows.length,
        limit: ROWS_AT_ONCE,
      });
      rows.push(...more);
      told = counts;
      if (more.length < ROWS_AT_ONCE) break;
    }
    const lines = rows.map(({ docNumber, divisionName, attribute, proposal, decided, title }) => {
      const decision = (isDecided ? decided : proposal)?.decision;
      return [
        docNumber ?? '—',
        divisionName,
        say(language, `attribute.${attribute}`),
        decision === undefined ? '' : say(language, `decision.${decision}`),
        title,
      ].join('\t');
    });
    answer(options, { occasion, year, ...told, documents: rows }, lines);
  });
}
