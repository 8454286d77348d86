/** Excel in and out: ten thousand rows taken into an empty registry with all checks, a hundred thousand written to a file. */

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { type Engine, openEngine } from '../../electron/engine/engine.ts';
import { registryOf } from '../../electron/engine/procedure.ts';
import { sourceResources } from '../../electron/engine/resources.ts';
import { router } from '../../electron/engine/router.ts';
import { generateDocuments } from '../../electron/engine/sample/generating.ts';
import { syntheticDocuments } from '../../electron/exchange/syntheticDocuments.ts';
import { writeXlsx } from '../../electron/exchange/xlsxWriter.ts';
import { findPersonByLogin, startSession } from '../../electron/store/people.ts';

const IMPORTED = 10_000;
const EXPORTED = 100_000;
const DIVISIONS = 30;
const SEED = 7;
const TODAY = toDay('2026-11-24');
const LABELS = { PROACTIVE: '主动公开', ON_REQUEST: '依申请公开', NOT_DISCLOSED: '不予公开' } as const;

type Figures = {
  readonly rows: number;
  readonly seconds: number;
  /** The processor's time, which other programs on the machine do not lengthen. */
  readonly cpuSeconds: number;
  readonly peakMB: number;
  readonly bytes: number;
};

type Start = { readonly ms: number; readonly cpu: NodeJS.CpuUsage };

/** A ledger as offices keep it: every fourth day as text, every third number in the wrong brackets. */
async function oldLedger(rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const headers = ['序号', '文件标题', '发文字号', '文种', '起草处室', '拟稿人', '签发人', '签发日期', '成文日期'];
  const more = ['印发日期', '公开属性', '认定依据', '理由', '份数', '备案日期', '公开日期', '网址', '备注'];
  const columns = [...headers, ...more].map((header) => ({
    ...{ header, width: 14 },
    kind: header.endsWith('日期') ? ('day' as const) : ('text' as const),
  }));
  const cells = function* () {
    let at = 0;
    for (const { input, divisionNo, copiesReceived, postedOn, url } of syntheticDocuments(rows, SEED, TODAY)) {
      at += 1;
      const division = divisionNo % DIVISIONS === 0 ? '办公室' : `第${divisionNo % DIVISIONS}处`;
      const number = at % 3 === 0 ? input.docNumberRaw.replace('〔', '[').replace('〕', ']') : input.docNumberRaw;
      const signed = at % 4 === 0 ? (input.signedOn ?? '').replaceAll('-', '.') : input.signedOn;
      const posted = input.attribute === 'PROACTIVE' ? postedOn : null;
      yield [
        ...[String(at), input.title, number || '无', input.docType, division, input.drafter, input.signer, signed],
        ...[input.writtenOn, input.printedOn, LABELS[input.attribute ?? 'PROACTIVE'], input.basis ?? '', input.reason],
        ...[String(copiesReceived), input.printedOn, posted, posted === null ? '' : url, input.note],
      ];
    }
  };
  return new Uint8Array(await writeXlsx({ name: '台账', columns, rows: cells() }));
}

function clientOf(engine: Engine): EngineClient {
  const { store } = registryOf(engine);
  const clerk = findPersonByLogin(store.readable, 'bench');
  if (!clerk) throw new Error('no clerk');
  const token = randomBytes(16).toString('hex');
  startSession(store.writable, tokenHash(token), clerk.id, engine.clock().toISOString());
  return createRouterClient(router, { context: () => ({ engine, token, workstation: 'bench' }) }) as EngineClient;
}

function openIn(dataFolder: string): Engine {
  const resources = sourceResources(path.resolve(import.meta.dirname, '../..'));
  return openEngine({ dataFolder, resources, clock: () => new Date('2026-11-25T02:00:00.000Z') });
}

async function fillRegistry(dataFolder: string, documents: number): Promise<void> {
  const engine = openIn(dataFolder);
  await generateDocuments(engine, { documents, seed: SEED });
  engine.close();
}

/** What a process of its own makes does not stay in the memory of this one. */
function inOwnProcess(...work: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [import.meta.filename, ...work], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${work[0]} failed`);
}

async function inRegistry<Result>(documents: number, body: (client: EngineClient) => Promise<Result>): Promise<Result> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-exchange-'));
  inOwnProcess('fill', dataFolder, String(documents));
  const engine = openIn(dataFolder);
  try {
    return await body(clientOf(engine));
  } finally {
    engine.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

function start(): Start {
  return { ms: performance.now(), cpu: process.cpuUsage() };
}

function figures(rows: number, { ms, cpu }: Start, bytes: number): Figures {
  const { user, system } = process.cpuUsage(cpu);
  const rounded = (seconds: number) => Math.round(seconds * 100) / 100;
  return {
    rows,
    seconds: rounded((performance.now() - ms) / 1000),
    cpuSeconds: rounded((user + system) / 1_000_000),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    bytes,
  };
}

async function measureImport(rows: number, known: number): Promise<Figures> {
  const file = path.join(os.tmpdir(), `old-ledger-${process.pid}.xlsx`);
  inOwnProcess('write', file, String(rows));
  const bytes = new Uint8Array(fs.readFileSync(file));
  fs.rmSync(file);
  const one = await oldLedger(1);
  return inRegistry(known, async (client) => {
    // Loads what an import needs: sources are stripped of their types meanwhile, which a built program is spared.
    await takeIn(client, one, 1, true);
    const started = start();
    await takeIn(client, bytes, rows, false);
    return figures(rows, started, bytes.length);
  });
}

async function takeIn(
  client: EngineClient,
  bytes: Uint8Array<ArrayBuffer>,
  rows: number,
  isDryRun: boolean,
): Promise<void> {
  const asked = { file: new File([bytes], '台账.xlsx'), mapping: null };
  for await (const step of await client.registry.import({ ...asked, isDryRun, isPartial: false })) {
    if (step.kind === 'progress') continue;
    const { accepted, refused } = step.result;
    if (accepted !== rows) throw new Error(`${accepted} taken: ${JSON.stringify(refused.slice(0, 3))}`);
  }
}

async function measureExport(rows: number, format: 'xlsx' | 'csv'): Promise<Figures> {
  return inRegistry(rows, async (client) => {
    const started = start();
    const sort = { by: 'docNumber', direction: 'asc' } as const;
    const file = await client.documents.export({ filter: {}, sort, format, language: 'zh' });
    return figures(rows, started, file.size);
  });
}

const MEASUREMENTS: Readonly<Record<string, () => Promise<Figures>>> = {
  'import into an empty registry': () => measureImport(IMPORTED, 0),
  'import beside 20,000': () => measureImport(IMPORTED, 20_000),
  'export to xlsx': () => measureExport(EXPORTED, 'xlsx'),
  'export to csv': () => measureExport(EXPORTED, 'csv'),
};

if (import.meta.filename === process.argv[1]) {
  const [name, place = '', rows] = process.argv.slice(2);
  if (name === 'write') fs.writeFileSync(place, await oldLedger(Number(rows)));
  else if (name === 'fill') await fillRegistry(place, Number(rows));
  else if (name !== undefined) console.log(JSON.stringify({ [name]: await MEASUREMENTS[name]?.() }));
  else {
    // Each in a process of its own, so that the peak of memory is its own.
    for (const each of Object.keys(MEASUREMENTS)) {
      const { status } = spawnSync(process.execPath, [import.meta.filename, each], { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
  }
}
