/** Commands about the registry as a whole: found, check, back up, restore, serve, fill for measurements. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { paperVerdict } from '../domain/ledgerPaper.ts';
import type { Language } from '../domain/wording/catalogue.ts';
import { say } from '../domain/wording/say.ts';
import { BackupUnsound, writeBackup } from '../engine/backupFiles.ts';
import { type Engine, SYSTEM } from '../engine/engine.ts';
import { newId } from '../engine/newId.ts';
import type { OpeningProblem } from '../engine/opening.ts';
import { checkPaper, type Presented } from '../engine/paper/paperCheck.ts';
import { registryOf } from '../engine/procedure.ts';
import { createRegistry } from '../engine/registryAffairs.ts';
import { restoreFrom } from '../engine/restoring.ts';
import { generateDocuments } from '../engine/sample/generating.ts';
import { createSample, sampleCast } from '../engine/sample/sample.ts';
import { verifyRegistry } from '../engine/verification.ts';
import { answer, CommandRefused, languageOf, run } from './outcome.ts';
import { wholeNumber } from './ruleCommands.ts';
import {
  asPerson,
  type DataOptions,
  type PersonOptions,
  withClosedEngine,
  withData,
  withEngine,
  withPerson,
} from './session.ts';

export function addRegistryCommands(program: Command): void {
  withData(program.command('init'))
    .description('新建登记库 · found a registry')
    .option('--sample', '样例库 · the sample registry')
    .option('--bureau <name>', '单位名称 · name of the bureau', '本单位')
    .action((options: InitOptions) => run(options, () => init(options)));

  withData(program.command('verify'))
    .description('核验 · integrity, references, trail, attachments; or one printed ledger against the registry')
    .option('--ledger <file>', '已打印的台账 PDF · a printed ledger')
    .option('--number <code>', '台账编号或核验码 · its number or check code')
    .action((options: VerifyOptions) => run(options, () => verifyAsked(options)));

  withPerson(program.command('backup'))
    .description('备份并复核 · a verified copy')
    .requiredOption('--out <file>')
    .action((options: PersonOptions & { out: string }) => run(options, () => backup(options)));

  withPerson(program.command('restore'))
    .description('由备份恢复 · put a verified copy in place')
    .argument('<file>')
    .action((file: string, options: PersonOptions) => run(options, () => restore(file, options)));

  withData(program.command('generate'))
    .description('生成测试用登记库 · a synthetic registry for benchmarks')
    .requiredOption('--documents <n>', '', (text) => Number(text))
    .option('--seed <n>', '', (text) => Number(text), 1)
    .action((options: GenerateOptions) => run(options, () => generate(options)));

  withData(program.command('serve'))
    .description('在本机浏览器中使用 · serve on loopback')
    .option('--port <n>', '', wholeNumber)
    .action((options: DataOptions & { port?: number }) => run(options, () => serveHere(options)));
}

type InitOptions = DataOptions & { readonly sample?: boolean; readonly bureau: string };

/** The first person is clerk and administrator, so that the registry can be used and given to others. */
async function init(options: InitOptions): Promise<void> {
  await withEngine(options, async (engine) => {
    if (options.sample) {
      const password = await createSample(engine);
      const cast = sampleCast(registryOf(engine).store.readable);
      const first = cast.people.find(({ roles }) => roles.includes('administrator'));
      answer(options, { login: first?.login, password, people: cast.people }, [`${first?.login}\t${password}`]);
      return;
    }
    const password = `init-${randomBytes(6).toString('hex')}`;
    const divisionId = newId();
    const name = '办公室';
    await createRegistry(engine, {
      bureauName: options.bureau,
      divisions: [{ id: divisionId, name, shortName: name, isGeneralOffice: true }],
      administrator: {
        id: newId(),
        name: '管理员',
        login: 'admin',
        divisionId,
        roles: ['clerk', 'administrator'],
        password,
      },
    });
    answer(options, { login: 'admin', password }, [`admin\t${password}`]);
  });
}

type VerifyOptions = DataOptions & { readonly ledger?: string; readonly number?: string };

async function verifyAsked(options: VerifyOptions): Promise<void> {
  if (options.ledger !== undefined) return verifyLedger(options, { pdf: readPdf(options.ledger) });
  return options.number === undefined ? verify(options) : verifyLedger(options, { text: options.number });
}

function readPdf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new CommandRefused('file.unreadable', [
      { code: 'file.unreadable', field: '', params: { file, reason: String((error as { code?: string }).code) } },
    ]);
  }
}

/** Whoever may read the registry's file may check a paper against it. */
async function verifyLedger(options: DataOptions, presented: Presented): Promise<void> {
  await withEngine(options, async (engine) => {
    const check = await checkPaper(registryOf(engine), { ...SYSTEM, roles: ['auditor'] }, presented);
    const language = languageOf(options);
    const { snapshot, paper, reprint } = check;
    const copy = paper === 'original' || paper === 'reprint' ? copyInWords(language, reprint) : '';
    const lines = check.changes.flatMap(({ kind, position, docNumber, title, fields }) => [
      [position ?? '+', docNumber, title, say(language, `paperChange.${kind}`)].join('\t'),
      ...fields.map(({ field, before, after }) => `\t${say(language, `ledgerField.${field}`)}\t${before} → ${after}`),
    ]);
    const verdict = paperVerdict(check);
    answer(options, { ...check, verdict }, [
      [snapshot?.number, copy, say(language, `paperCheck.${verdict}`)].filter(Boolean).join('\t'),
      ...lines,
    ]);
    if (!check.isSound) process.exitCode = 1;
  });
}

function copyInWords(language: Language, reprint: number): string {
  return reprint === 0
    ? say(language, 'paperCheck.original')
    : say(language, 'paperCheck.reprinted', { count: reprint });
}

async function verify(options: DataOptions): Promise<void> {
  await withEngine(options, async (engine) => {
    const verification = await verifyRegistry(engine, registryOf(engine));
    const language = languageOf(options);
    const lines = verification.checks.map(
      ({ name, isSound, checked, problems }) =>
        `${isSound ? '✓' : '✗'} ${say(language, `check.${name}`)} ${checked} ${problems.join(', ')}`,
    );
    answer(options, verification, [...lines, `${verification.headSeq} ${verification.headHash}`]);
    if (!verification.isSound) process.exitCode = 1;
  });
}

/** Whoever may read the file may copy it: no person is asked for, but one that is named is the actor of the trail. */
async function backup(options: PersonOptions & { readonly out: string }): Promise<void> {
  await asPerson(options, async (client, engine) => {
    const { registry } = engine;
    if (!registry) throw new CommandRefused('NO_REGISTRY');
    const actor = (await client.people.session()).actor;
    const out = path.resolve(options.out);
    try {
      writeBackup(registry.store.reader, out);
    } catch (error) {
      throw error instanceof BackupUnsound ? new CommandRefused('backup.unsound') : error;
    }
    const who = actor ? { ...SYSTEM, personId: actor.id, name: actor.name, roles: actor.roles } : SYSTEM;
    await registry.write(who, async ({ record }) => {
      record({ act: 'registry.backUp', entity: 'registry', entityId: 'registry', label: path.basename(out) });
    });
    answer(options, { file: out }, [out]);
  });
}

const BEYOND_OPENING: readonly string[] = ['registry.lost', 'registry.damaged'] satisfies OpeningProblem[];

/** A registry that is lost or damaged knows no person any more, and is what copies are kept for. */
async function restore(file: string, options: PersonOptions): Promise<void> {
  try {
    await asPerson(options, (_client, engine) => putBack(engine, file, options));
  } catch (error) {
    if (!(error instanceof CommandRefused && BEYOND_OPENING.includes(error.code))) throw error;
    await withClosedEngine(options, (engine) => putBack(engine, file, options));
  }
}

async function putBack(engine: Engine, file: string, options: PersonOptions): Promise<void> {
  try {
    await restoreFrom(engine, SYSTEM, path.resolve(file));
  } catch (error) {
    throw error instanceof BackupUnsound ? new CommandRefused('backup.unsound') : error;
  }
  answer(options, { restored: path.resolve(file) }, [path.resolve(file)]);
}

type GenerateOptions = DataOptions & { readonly documents: number; readonly seed: number };

async function generate(options: GenerateOptions): Promise<void> {
  await withEngine(options, async (engine) => {
    const made = await generateDocuments(engine, options);
    answer(options, made, [`${made.documents}`]);
  });
}

async function serveHere(options: DataOptions & { readonly port?: number }): Promise<void> {
  const { runService } = await import('../serve.ts');
  await runService({ data: options.data, port: options.port });
}
