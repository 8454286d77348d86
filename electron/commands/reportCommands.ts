/** The annual report from the command line; it ends with 1 and names the cells where the tables do not balance. */

import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { writeAnswered } from './documentCommands.ts';
import { answer, languageOf, run } from './outcome.ts';
import { asPerson, type PersonOptions, withPerson } from './session.ts';

type ReportOptions = PersonOptions & { readonly year: number; readonly out: string };

export function addReportCommands(program: Command): void {
  withPerson(program.command('annual-report'))
    .description('政府信息公开工作年度报告 PDF / Excel · annual report on open government information')
    .requiredOption('--year <year>', '报告年度 · reporting year', yearArgument)
    .requiredOption('--out <file>', '*.pdf | *.xlsx', fileArgument)
    .action((options: ReportOptions) => run(options, () => annualReport(options)));
}

function yearArgument(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('YYYY');
  return Number(text);
}

function fileArgument(text: string): string {
  if (!/\.(?:pdf|xlsx)$/i.test(text)) throw new InvalidArgumentError('*.pdf | *.xlsx');
  return text;
}

async function annualReport(options: ReportOptions): Promise<void> {
  const { year, out } = options;
  await asPerson(options, async (client) => {
    const asked = { year, language: languageOf(options), mustBalance: true };
    const { edition, missing, layout } = await client.reports.get({ year });
    if (/\.pdf$/i.test(out)) {
      const { paperId } = await client.reports.paper(asked);
      await writeAnswered(await client.ledgers.fetch({ paperId }), out);
    } else {
      await writeAnswered(await client.reports.export(asked), out);
    }
    const file = path.resolve(out);
    const signedOn = edition?.signedOn ?? null;
    const told = { year, layout, edition: edition?.edition ?? null, signedOn, isBalanced: true, missing };
    answer(options, { file, ...told }, [`${file}\t${year}\t${signedOn ?? '—'}`]);
  });
}
