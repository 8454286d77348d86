/** Commands that print: every form and register by its name, sheets of labels. They act as a person. */

import path from 'node:path';
import type { Command } from 'commander';
import type { Paper } from '../contract/ledgers.ts';
import type { RegisterRequest } from '../contract/printing.ts';
import type { EngineClient } from '../contract/procedures.ts';
import { BATCHES } from '../domain/batches.ts';
import { LABEL_CODES, LABEL_KINDS } from '../domain/labels.ts';
import { RECIPIENTS, REGISTERS } from '../domain/registers.ts';
import { divisionNamed, fetchTo, lastOf, oneOf } from './documentCommands.ts';
import { answer, CommandRefused, languageOf, run } from './outcome.ts';
import { dayArgument, wholeNumber } from './ruleCommands.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';

const FORMS = ['receipt', 'review', 'notice', 'whyDate'] as const;
const NAMES = [...FORMS, 'return', ...REGISTERS, ...BATCHES] as const;
type Name = (typeof NAMES)[number];

export function addPaperCommands(program: Command): void {
  withRange(withPerson(program.command('form')))
    .description(`单据与登记簿 PDF · ${NAMES.join(' | ')}`)
    .argument('<name>', '', oneOf(NAMES))
    .option('--document <id>', '文件 · of this document')
    .option('--return <id>', '退回记录 · of this return')
    .option('--series <name>', '文号序列，如 辽市监发〔2019〕')
    .option('--recipient <name>', RECIPIENTS.join(' | '), oneOf(RECIPIENTS), 'archives')
    .option('--recipient-name <name>', '接收单位名称', '')
    .option('--overdue', '批量催办连同已逾期的 · reminders also of what is overdue')
    .requiredOption('--out <file>', 'FILE.pdf，批量可为 FILE.zip')
    .action((name: Name, options: FormOptions) => run(options, () => printForm(name, options)));

  withRange(withPerson(program.command('labels')))
    .description('标签 PDF · sheets of labels')
    .option('--kind <name>', LABEL_KINDS.join(' | '), oneOf(LABEL_KINDS), 'shelf')
    .option('--code <name>', LABEL_CODES.join(' | '), oneOf(LABEL_CODES), 'qr')
    .option('--start <n>', '从第几格开始 · first place', wholeNumber, 1)
    .requiredOption('--out <file>')
    .action((options: LabelOptions) => run(options, () => printLabels(options)));
}

type RangeOptions = PersonOptions & {
  readonly from?: string;
  readonly to?: string;
  readonly division?: string;
  readonly out: string;
};

function withRange(command: Command): Command {
  return command.option('--from <day>', '自').option('--to <day>', '至').option('--division <name>', '处室');
}

type FormOptions = RangeOptions & {
  readonly document?: string;
  readonly return?: string;
  readonly series?: string;
  readonly recipient: RegisterRequest['recipient'];
  readonly recipientName: string;
  readonly overdue?: boolean;
};

async function rangeOf(client: EngineClient, { from, to, division }: RangeOptions) {
  return {
    from: from === undefined ? null : dayArgument(from),
    to: to === undefined ? null : dayArgument(to),
    divisionId: division === undefined ? null : await divisionNamed(client, division),
  };
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text);
}

async function printForm(name: Name, options: FormOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const made: Made = await composed(client, name, options);
    await fetchTo(client, made.paperId, options.out);
    const file = path.resolve(options.out);
    const { pages, bytes, number, rows, items } = made;
    answer(options, { file, pages, bytes, number, rows, items }, [file]);
  });
}

/** Registers have a number and rows, batches a count of forms. */
type Made = Paper & { readonly number?: string; readonly rows?: number; readonly items?: number };

async function composed(client: EngineClient, name: Name, options: FormOptions): Promise<Made> {
  const language = languageOf(options);
  if (name === 'return') {
    return client.printing.returnSlip({ id: needed(options.return, 'return'), language });
  }
  if (isOneOf(FORMS, name)) {
    return client.ledgers.form({ form: name, documentId: needed(options.document, 'document'), language });
  }
  const range = await rangeOf(client, options);
  if (isOneOf(BATCHES, name)) {
    const shape = options.out.toLowerCase().endsWith('.zip') ? ('apart' as const) : ('one' as const);
    const asked = { batch: name, language, ...range, withOverdue: options.overdue ?? false, shape };
    return lastOf(await client.printing.batch(asked), 'printing.batch');
  }
  const { recipient, recipientName, series = '' } = options;
  const asked = { register: name, language, ...range, series, recipient, recipientName, copiesEach: 1 };
  return lastOf(await client.printing.register(asked), 'printing.register');
}

/** The one option without which this paper has nothing to say. */
function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new CommandRefused('paper.optionMissing', [{ code: 'paper.optionMissing', field: '', params: { option } }]);
}

type LabelOptions = RangeOptions & {
  readonly kind: (typeof LABEL_KINDS)[number];
  readonly code: (typeof LABEL_CODES)[number];
  readonly start: number;
};

async function printLabels(options: LabelOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const { kind, code, start } = options;
    const { from, to, divisionId } = await rangeOf(client, options);
    const filter = {
      ...(from === null ? {} : { signedFrom: from }),
      ...(to === null ? {} : { signedTo: to }),
      ...(divisionId === null ? {} : { divisionId }),
    };
    const asked = { kind, code, language: languageOf(options), documentIds: null, filter, startAt: start };
    const made = await lastOf(await client.printing.labels(asked), 'printing.labels');
    await fetchTo(client, made.paperId, options.out);
    const file = path.resolve(options.out);
    const { pages, bytes, items, withoutEntry } = made;
    answer(options, { file, pages, bytes, items, withoutEntry }, [`${file}\t${items}`]);
  });
}
