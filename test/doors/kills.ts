/** Kills the built program in the middle of writes, again and again, and compares what it had promised with what is there. */

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { verifyRegistry } from '../../electron/engine/verification.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import type { Connection } from '../../electron/store/open.ts';
import { ordinaryDocument, PASSWORD, type World } from '../world.ts';

/** What the program acknowledged, and what it was asked and may or may not have done. */
export type Promised = {
  readonly documents: Set<string>;
  readonly filings: Set<string>;
  /** The latest acknowledged version of each document. */
  readonly versions: Map<string, number>;
  readonly asked: Set<string>;
};

export type Toll = {
  kills: number;
  acknowledged: number;
  /** Kills that hit while at least one write was on its way. */
  inFlight: number;
  /** Writes that were done although their acknowledgement never arrived. */
  doneUnheard: number;
  slowestStartMs: number;
  readonly problems: string[];
};

const WRITERS = 4;
const LONGEST_LIFE_MS = 350;
const BUILT_PROGRAM = path.resolve(import.meta.dirname, '../../out/main/serve.js');

export function nothingPromised(): Promised {
  return { documents: new Set(), filings: new Set(), versions: new Map(), asked: new Set() };
}

/** The world's own engine has to be closed meanwhile; it is open again when this ends. */
export async function killAgainAndAgain(world: World, kills: number, seed: number): Promise<Toll> {
  const random = seededRandom(seed);
  const promised = nothingPromised();
  const toll: Toll = { kills: 0, acknowledged: 0, inFlight: 0, doneUnheard: 0, slowestStartMs: 0, problems: [] };
  world.engine.close();
  while (toll.kills < kills) {
    await oneLife(world, promised, toll, Math.ceil(10 + random() * (LONGEST_LIFE_MS - 10)));
    toll.kills += 1;
    world.reopen();
    const { reader } = world.registry().store;
    toll.doneUnheard += [...promised.asked].filter((id) => isThere(reader, id)).length;
    promised.asked.clear();
    toll.problems.push(...compare(reader, promised));
    const isTimeForAll = toll.kills === kills || toll.kills % 25 === 0;
    if (isTimeForAll) {
      const { checks } = await verifyRegistry(world.engine, world.registry());
      toll.problems.push(...checks.flatMap(({ problems }) => problems));
    }
    if (toll.problems.length > 0) break;
    if (toll.kills < kills) world.engine.close();
  }
  toll.acknowledged = promised.documents.size + promised.filings.size + sum(promised.versions.values());
  return toll;
}

async function oneLife(world: World, promised: Promised, toll: Toll, lifeMs: number): Promise<void> {
  const begun = performance.now();
  const program = spawn(process.execPath, [BUILT_PROGRAM, '--data', world.dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const client = await clientOf(program);
  await client.people.signIn({ login: world.people.clerk.login, password: PASSWORD });
  toll.slowestStartMs = Math.max(toll.slowestStartMs, performance.now() - begun);
  const writers = Array.from({ length: WRITERS }, () => writeUntilGone(client, world, promised));
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  if (promised.asked.size > 0) toll.inFlight += 1;
  program.kill('SIGKILL');
  await Promise.all(writers);
  await gone;
}

async function clientOf(program: ChildProcess): Promise<EngineClient> {
  if (!program.stdout) throw new Error('The program has no output');
  for await (const line of createInterface(program.stdout)) {
    const address = new URL(line);
    const answer = await fetch(address, { redirect: 'manual' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { origin } = address;
    return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }));
  }
  throw new Error('The program did not start');
}

/** A document, a delivery to it, an amendment of it, and the next; until the program is gone. */
async function writeUntilGone(client: EngineClient, world: World, promised: Promised): Promise<void> {
  const { documents, filings, versions, asked } = promised;
  async function ask<Answer>(id: string, call: Promise<Answer>): Promise<Answer> {
    asked.add(id);
    const answer = await call;
    asked.delete(id);
    return answer;
  }
  try {
    for (;;) {
      const input = ordinaryDocument(world);
      const { document } = await ask(input.id, client.documents.register(input));
      documents.add(document.id);
      versions.set(document.id, document.version);
      const filing = { id: newId(), documentId: input.id, copies: 3, deliveredOn: toDay('2019-06-11') };
      const delivery = { ...filing, deliveredBy: '刘洋', location: '', note: '' };
      const delivered = await ask(filing.id, client.copies.deliver(delivery));
      filings.add(filing.id);
      versions.set(document.id, delivered.version);
      const { version } = delivered;
      const change = { ...input, version, title: '关于做好抽检的补充通知', reasonForChange: '更正标题错字漏字' };
      const amended = await client.documents.amend(change);
      versions.set(document.id, amended.document.version);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== undefined && !/^(ECONN|UND_)/.test(code)) throw error;
  }
}

/** Everything acknowledged is there, and nothing is there by half. */
export function compare(reader: Connection, promised: Promised): readonly string[] {
  const lost = [
    ...[...promised.documents].filter((id) => !isThere(reader, id)).map((id) => `document lost ${id}`),
    ...[...promised.filings].filter((id) => !isThere(reader, id)).map((id) => `delivery lost ${id}`),
    ...[...promised.versions]
      .filter(([id, version]) => (versionOf(reader, id) ?? 0) < version)
      .map(([id]) => `amendment lost ${id}`),
  ];
  const halves = HALVES.flatMap(([what, statement]) => {
    const ids = reader.prepare(statement).pluck().all() as string[];
    return ids.map((id) => `${what} ${id}`);
  });
  return [...lost, ...halves];
}

const HALVES: readonly (readonly [string, string])[] = [
  [
    'document without trail',
    `SELECT id FROM official_document WHERE id NOT IN (SELECT entity_id FROM audit_entry WHERE act = 'documents.register')`,
  ],
  [
    'trail without document',
    `SELECT entity_id FROM audit_entry WHERE act = 'documents.register' AND result = 'done'
       AND entity_id NOT IN (SELECT id FROM official_document)`,
  ],
  [
    'delivery without trail',
    `SELECT id FROM paper_filing AS f WHERE (SELECT count(*) FROM audit_entry WHERE act = 'copies.deliver' AND entity_id = f.document_id) = 0`,
  ],
  [
    'trail without delivery',
    `SELECT DISTINCT entity_id FROM audit_entry AS a WHERE act = 'copies.deliver'
       AND entity_id NOT IN (SELECT document_id FROM paper_filing)`,
  ],
  [
    'amendment without trail',
    `SELECT d.id FROM official_document AS d WHERE d.title LIKE '%补充%'
       AND d.id NOT IN (SELECT entity_id FROM audit_entry WHERE act = 'documents.amend')`,
  ],
  [
    'document without its standing',
    'SELECT id FROM official_document WHERE id NOT IN (SELECT document_id FROM document_standing)',
  ],
  [
    'document without its revision',
    `SELECT d.id FROM official_document AS d
       WHERE NOT EXISTS (SELECT 1 FROM document_revision AS r WHERE r.document_id = d.id AND r.revision = d.revision)`,
  ],
  [
    'document that cannot be found',
    'SELECT id FROM official_document WHERE id NOT IN (SELECT document_id FROM document_search_row)',
  ],
];

function isThere(reader: Connection, id: string): boolean {
  return (
    reader
      .prepare('SELECT 1 FROM official_document WHERE id = ? UNION ALL SELECT 1 FROM paper_filing WHERE id = ?')
      .get(id, id) !== undefined
  );
}

function versionOf(reader: Connection, id: string): number | undefined {
  return reader.prepare('SELECT version FROM official_document WHERE id = ?').pluck().get(id) as number | undefined;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number - 1;
  return total;
}

/** One line for a report. */
export function tollInWords(toll: Toll, seed: number): string {
  const { kills, acknowledged, inFlight, doneUnheard, slowestStartMs, problems } = toll;
  return (
    `${kills} kills (seed ${seed}): ${acknowledged} acknowledged writes, ${inFlight} kills with writes on their way, ` +
    `${doneUnheard} writes done unheard, slowest start with sign-in ${Math.round(slowestStartMs)} ms, ` +
    `${problems.length} lost or half`
  );
}
