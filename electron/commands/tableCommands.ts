/** Commands about table files: an old ledger in, the list of documents out. They act as a person. */

import fs from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { LARGEST_UPLOAD_BYTES } from '../contract/records.ts';
import { brokenByFileSize } from '../domain/fileSize.ts';
import { say } from '../domain/wording/say.ts';
import { writeCsv } from '../exchange/csv.ts';
import { columnSetNamed, type FilterOptions, filterOf, lastOf, SORT, withFilter } from './documentCommands.ts';
import { answer, CommandRefused, languageOf, run } from './outcome.ts';
import { wholeNumber } from './ruleCommands.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';

export function addTableCommands(program: Command): void {
  withPerson(program.command('import'))
    .description('导入旧台账 · take in an old ledger')
    .argument('<file>')
    .option('--map <file>', '列对应文件 · mapping file')
    .option('--mapping <name>', '已存的列对应 · saved mapping')
    .option('--sheet <name>', '工作表 · sheet')
    .option('--header-row <n>', '表头行 · row of the headers', wholeNumber)
    .option('--dry-run', '只检查 · check only')
    .option('--partial', '可收的先收 · take what can be taken')
    .option('--refused <file>', '未收各行写入 · where refused rows are written')
    .action((file: string, options: ImportOptions) => run(options, () => importFile(file, options)));

  withFilter(withPerson(program.command('export')))
    .description('导出 · export to .xlsx, .csv or .ics')
    .requiredOption('--out <file>', 'FILE.xlsx | FILE.csv | FILE.ics', fileArgument(LIST_FORMATS))
    .option('--columns <name>', '已存的自选列 · saved columns')
    .action((options: ExportOptions) => run(options, () => exportTo(options)));
}

type ImportOptions = PersonOptions & {
  readonly map?: string;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly refused?: string;
};

async function importFile(file: string, options: ImportOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const steps = await client.registry.import({
      file: new File([readUpload(file)], path.basename(file)),
      mapping: options.map === undefined ? null : fs.readFileSync(options.map, 'utf8'),
      ...(options.mapping === undefined ? {} : { mappingName: options.mapping }),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      ...(options.headerRow === undefined ? {} : { headerRow: options.headerRow }),
      isDryRun: options.dryRun ?? false,
      isPartial: options.partial ?? false,
    });
    const report = await lastOf(steps, 'registry.import');
    const language = languageOf(options);
    const refused = report.refused.map(({ row, label, problems }) => ({
      ...{ row, label },
      reason: problems.map(({ code, params }) => say(language, code, params)).join('；'),
      codes: problems.map(({ code }) => code),
    }));
    const refusedFile = refused.length > 0 && !options.dryRun ? writeRefused(file, options, refused) : undefined;
    const { accepted, repaired, batchId } = report;
    answer(options, { accepted, repaired, refused, batchId, ...(refusedFile ? { refusedFile } : {}) }, [
      `${accepted} ✓  ${refused.length} ✗`,
      ...refused.map(({ row, label, reason }) => `${row}\t${label}\t${reason}`),
    ]);
    if (refused.length > 0 && !options.partial && !options.dryRun) process.exitCode = 1;
  });
}

/** A file too large to be taken is not read at all. */
function readUpload(file: string): Buffer<ArrayBuffer> {
  const problem = brokenByFileSize('file', LARGEST_UPLOAD_BYTES);
  if (fs.statSync(file).size > LARGEST_UPLOAD_BYTES) throw new CommandRefused(problem.code, [problem]);
  return fs.readFileSync(file);
}

function writeRefused(
  file: string,
  options: ImportOptions,
  refused: readonly { row: number; label: string; reason: string }[],
): string {
  const target = options.refused ?? path.join(path.dirname(file), `${path.parse(file).name}.refused.csv`);
  const headers = options.lang === 'en' ? ['row', 'document', 'reason'] : ['行', '文件', '原因'];
  writeOut(
    target,
    writeCsv(
      headers,
      refused.map(({ row, label, reason }) => [String(row), label, reason]),
    ),
  );
  return target;
}

export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
/** Of what has deadlines, the list may also be a calendar. */
export const LIST_FORMATS = [...TABLE_FORMATS, 'ics'] as const;

export type OutFile<Format> = { readonly path: string; readonly format: Format };

/** A file whose name says what it is to hold, or a usage error that names the endings. */
export function fileArgument<Format extends string>(formats: readonly Format[]): (file: string) => OutFile<Format> {
  return (file) => {
    const format = formats.find((known) => path.extname(file).toLowerCase() === `.${known}`);
    if (format === undefined) throw new InvalidArgumentError(formats.map((known) => `.${known}`).join(' | '));
    return { path: path.resolve(file), format };
  };
}

type ExportOptions = FilterOptions & {
  readonly out: OutFile<(typeof LIST_FORMATS)[number]>;
  readonly columns?: string;
};

/** The list of `documents`, with the columns named or all that the registry knows of each; `.ics` tells their open deadlines. */
async function exportTo(options: ExportOptions): Promise<void> {
  await asPerson(options, async (client) => {
    const filter = await filterOf(client, options);
    const set = options.columns === undefined ? undefined : await columnSetNamed(client, options.columns);
    const chosen = set ? { columns: set.columns } : {};
    const { format } = options.out;
    const asked = { filter, sort: SORT, format, language: languageOf(options), ...chosen };
    await answerFile(options, options.out.path, await client.documents.export(asked));
  });
}

export async function answerFile(options: PersonOptions, target: string, file: File): Promise<void> {
  writeOut(target, new Uint8Array(await file.arrayBuffer()));
  answer(options, { file: target, bytes: file.size }, [target]);
}

/** Only for the person who asked; a place that cannot be written to is said in words. */
function writeOut(target: string, bytes: Uint8Array): void {
  try {
    fs.writeFileSync(target, bytes, { mode: 0o600 });
  } catch (error) {
    const reason = String((error as { code?: string }).code);
    throw new CommandRefused('file.unwritable', [
      { code: 'file.unwritable', field: '', params: { file: target, reason } },
    ]);
  }
}
