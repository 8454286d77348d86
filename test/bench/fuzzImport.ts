/**
 * Mutated ledgers, seeded: none may crash the engine, hang it, or leave half of itself in the registry.
 * `node test/bench/fuzzImport.ts [files] [seed]`; a file that fails is written beside the others in the temporary folder.
 */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { type Engine, openEngine } from '../../electron/engine/engine.ts';
import { registryOf } from '../../electron/engine/procedure.ts';
import { sourceResources } from '../../electron/engine/resources.ts';
import { router } from '../../electron/engine/router.ts';
import { generateDocuments } from '../../electron/engine/sample/generating.ts';
import { findPersonByLogin, startSession } from '../../electron/store/people.ts';
import { mutatedFiles } from './mutatedFiles.ts';

const FILES = 5_000;
const SEED = 1;
/** Of the processor's time, which other programs on the machine do not lengthen. */
const LONGEST_MS = 10_000;

export type FuzzFigures = {
  readonly files: number;
  readonly seed: number;
  readonly taken: number;
  readonly rows: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly peakMB: number;
  readonly failures: readonly string[];
};

/** Every file is imported for good, as it is and by halves; the registry is counted before and after each. */
export async function fuzzImport(files: number, seed: number): Promise<FuzzFigures> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-fuzz-'));
  const resources = sourceResources(path.resolve(import.meta.dirname, '../..'));
  const engine = openEngine({ dataFolder, resources, clock: () => new Date('2026-11-25T02:00:00.000Z') });
  try {
    await generateDocuments(engine, { documents: 0, seed });
    return await fuzz(engine, dataFolder, files, seed);
  } finally {
    engine.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function fuzz(engine: Engine, dataFolder: string, files: number, seed: number): Promise<FuzzFigures> {
  const client = clientOf(engine);
  const refusals: Record<string, number> = {};
  const failures: string[] = [];
  let [taken, rows, slowestMs] = [0, 0, 0];
  for await (const { name, bytes, mutation } of mutatedFiles(files, seed)) {
    const before = countedIn(engine);
    const started = process.cpuUsage();
    const outcome = await importOf(client, new File([bytes], name));
    const { user, system } = process.cpuUsage(started);
    const ms = (user + system) / 1000;
    slowestMs = Math.max(slowestMs, ms);
    const after = countedIn(engine);
    const grown = after.documents - before.documents;
    if (typeof outcome === 'string') refusals[outcome] = (refusals[outcome] ?? 0) + 1;
    else {
      taken += outcome > 0 ? 1 : 0;
      rows += outcome;
    }
    const expected = typeof outcome === 'string' ? 0 : outcome;
    const problem =
      outcome === 'FAULT' || outcome === 'CRASH'
        ? outcome
        : ms > LONGEST_MS
          ? `${Math.round(ms)} ms`
          : grown !== expected || after.batches - before.batches !== (expected > 0 ? 1 : 0)
            ? `${grown} documents for ${expected} rows`
            : undefined;
    if (problem !== undefined) {
      const kept = path.join(os.tmpdir(), `fuzz-${seed}-${failures.length}-${name}`);
      fs.writeFileSync(kept, bytes);
      failures.push(`${problem}: ${mutation} (${kept})`);
    }
    // Every import makes a copy first; they are not what is measured here.
    fs.rmSync(path.join(dataFolder, 'backups'), { recursive: true, force: true });
  }
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  return { files, seed, taken, rows, refusals, slowestMs: Math.round(slowestMs), peakMB, failures };
}

/** How many documents came in, or the code of the refusal. */
async function importOf(client: EngineClient, file: File): Promise<number | string> {
  try {
    const asked = { file, mapping: null, isDryRun: false, isPartial: true };
    for await (const step of await client.registry.import(asked)) {
      if (step.kind === 'result') return step.result.accepted;
    }
    return 'CRASH';
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { broken?: readonly { code: string }[] } };
    return data?.broken?.[0]?.code ?? code ?? 'CRASH';
  }
}

function countedIn(engine: Engine): { readonly documents: number; readonly batches: number } {
  const { reader } = registryOf(engine).store;
  const count = (table: string) => reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return { documents: count('official_document'), batches: count('import_batch') };
}

function clientOf(engine: Engine): EngineClient {
  const { store } = registryOf(engine);
  const clerk = findPersonByLogin(store.readable, 'bench');
  if (!clerk) throw new Error('no clerk');
  const token = randomBytes(16).toString('hex');
  startSession(store.writable, tokenHash(token), clerk.id, engine.clock().toISOString());
  return createRouterClient(router, { context: () => ({ engine, token, workstation: 'fuzz' }) }) as EngineClient;
}

if (import.meta.filename === process.argv[1]) {
  const [files, seed] = [Number(process.argv[2] ?? FILES), Number(process.argv[3] ?? SEED)];
  const figures = await fuzzImport(files, seed);
  console.log(JSON.stringify(figures, null, 2));
  process.exitCode = figures.failures.length === 0 ? 0 : 1;
}
