/** Commands about documents: list, what is due, ledgers and forms on paper. They act as a person. */

import fs from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ColumnSetRecord } from '../contract/columnSets.ts';
import type { DocumentFilter } from '../contract/documents.ts';
import type { EngineClient } from '../contract/procedures.ts';
import { ATTRIBUTES, type DisclosureAttribute, readAttributeLabel } from '../domain/attribute.ts';
import { LEDGER_PRESETS, type LedgerPreset, SHEET_SIZES, type SheetSize } from '../domain/ledgerPreset.ts';
import { say } from '../domain/wording/say.ts';
import { answer, CommandRefused, languageOf, run } from './outcome.ts';
import { dayArgument } from './ruleCommands.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';

export const SORT = { by: 'docNumber', direction: 'asc' } as const;
const ROWS_AT_ONCE = 500;

export function addDocumentCommands(program: Command): void {
  withFilter(withPerson(program.command('documents')))
    .description('文件列表 · list documents')
    .action((options: FilterOptions) => run(options, () => documents(options)));

  withPerson(program.command('due'))
    .description('到期与逾期 · what is due or overdue')
    .option('--on <day>', '截止日 · due by this day')
    .action((options: PersonOptions & { on?: string }) => run(options, () => due(options)));

  withFilter(withPerson(program.command('ledger')))
    .description('文件公开台账 PDF · disclosure ledger')
    .requiredOption('--out <file>')
    .option('--preset <name>', LEDGER_PRESETS.join(' | '), oneOf(LEDGER_PRESETS), 'brief')
    .addOption(new Option('--columns <name>', '已存的自选列 · saved columns').conflicts('preset'))
    .option('--size <name>', SHEET_SIZES.join(' | '), oneOf(SHEET_SIZES))
    .action((options: LedgerOptions) => run(options, () => ledger(options)));
}

/** One of these words, or a usage error that names them. */
export function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((known) => known === text);
    if (value === undefined) throw new InvalidArgumentError(values.join(' | '));
    return value;
  };
}

export type FilterOptions = PersonOptions & {
  readonly query?: string;
  readonly attribute?: string;
  readonly division?: string;
  readonly from?: string;
  readonly to?: string;
};

export function withFilter(command: Command): Command {
  return command
    .option('--query <text>', '标题、文号、人名、拼音首字母')
    .option('--attribute <name>', `${ATTRIBUTES.join(' | ')} | 主动公开 …`)
    .option('--division <name>', '起草处室')
    .option('--from <day>', '签发日期起')
    .option('--to <day>', '签发日期止');
}

export async function filterOf(client: EngineClient, options: FilterOptions): Promise<DocumentFilter> {
  const { query, attribute, division, from, to } = options;
  return {
    ...(query === undefined ? {} : { query }),
    ...(attribute === undefined ? {} : { attribute: attributeArgument(attribute) }),
    ...(division === undefined ? {} : { divisionId: await divisionNamed(client, division) }),
    ...(from === undefined ? {} : { signedFrom: dayArgument(from) }),
    ...(to === undefined ? {} : { signedTo: dayArgument(to) }),
  };
}

function attributeArgument(text: string): DisclosureAttribute {
  const attribute = ATTRIBUTES.find((known) => known === text) ?? readAttributeLabel(text);
  if (attribute === undefined)
    throw new CommandRefused('attribute.unknown', [{ code: 'attribute.unknown', field: '', params: { text } }]);
  return attribute;
}

export async function divisionNamed(client: EngineClient, name: string): Promise<string> {
  const division = (await client.people.divisions()).find((known) => known.name === name || known.shortName === name);
  if (!division)
    throw new CommandRefused('division.unknown', [{ code: 'division.unknown', field: '', params: { name } }]);
  return division.id;
}

/** The own set before one of the office's that has its name. */
export async function columnSetNamed(client: EngineClient, name: string): Promise<ColumnSetRecord> {
  const set = (await client.columnSets.list()).find((known) => known.name === name.trim());
  if (set) return set;
  throw new CommandRefused('columnSet.nameUnknown', [{ code: 'columnSet.nameUnknown', field: '', params: { name } }]);
}

type Stepped<Result> = AsyncIterable<
  { kind: 'progress'; done: number; total: number } | { kind: 'result'; result: Result }
>;

/** Follows long work to its result; progress goes to a terminal only. */
export async function lastOf<Result extends object>(steps: Stepped<Result>, name: string): Promise<Result> {
  for await (const step of steps) {
    if (step.kind === 'result') return step.result;
    if (process.stderr.isTTY) process.stderr.write(`\r${step.done} / ${step.total} `);
  }
  throw new Error(`${name} ended without a result`);
}

async function documents(options: FilterOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const filter = await filterOf(client, options);
    const rows = [];
    let total = 0;
    do {
      const page = await client.documents.list({ filter, sort: SORT, offset: rows.length, limit: ROWS_AT_ONCE });
      total = page.total;
      rows.push(...page.rows);
      if (page.rows.length === 0) break;
    } while (rows.length < total);
    const language = languageOf(options);
    answer(
      options,
      { total, documents: rows },
      rows.map((row) =>
        [
          row.docNumber ?? '—',
          row.signedOn ?? row.writtenOn ?? '',
          say(language, `attribute.${row.attribute}`),
          row.posting?.dueOn ?? '',
          row.postedOn ?? '',
          row.title,
        ].join('\t'),
      ),
    );
  });
}

async function due(options: PersonOptions & { readonly on?: string }): Promise<void> {
  await asPerson(options, async (client) => {
    const on = options.on === undefined ? undefined : dayArgument(options.on);
    const board = await client.duties.due({ on: on ?? null });
    const language = languageOf(options);
    const lines = board.items.map(({ subject, duty, stage }) =>
      [
        duty.dueOn,
        say(language, `dutyState.${duty.state}`),
        stage ?? '',
        say(language, `duty.${duty.rule}`),
        subject.number || '—',
        subject.divisionName,
        subject.title,
      ].join('\t'),
    );
    answer(options, board, lines);
  });
}

type LedgerOptions = FilterOptions & {
  readonly out: string;
  readonly preset: LedgerPreset;
  readonly columns?: string;
  readonly size?: SheetSize;
};

async function ledger(options: LedgerOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const filter = await filterOf(client, options);
    const { preset, columns, size } = options;
    const steps = await client.ledgers.compose({
      preset,
      ...(columns === undefined ? {} : { columnSetId: (await columnSetNamed(client, columns)).id }),
      ...(size === undefined ? {} : { size }),
      language: languageOf(options),
      filter,
      sort: SORT,
      period: '',
    });
    const paper = await lastOf(steps, 'ledgers.compose');
    await fetchTo(client, paper.paperId, options.out);
    const { pages, bytes, snapshot } = paper;
    answer(options, { file: path.resolve(options.out), pages, bytes, ...snapshot }, [
      `${path.resolve(options.out)}\t${snapshot.number}\t${snapshot.rows}`,
    ]);
  });
}

export async function fetchTo(client: EngineClient, paperId: string, out: string): Promise<void> {
  await writeAnswered(await client.ledgers.fetch({ paperId }), out);
}

/** For its owner's eyes only, as everything that leaves the registry. */
export async function writeAnswered(file: File, out: string): Promise<void> {
  fs.writeFileSync(out, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
}
