/** The engine at a hundred thousand documents: durable registrations, ledger pages, searches, the board, the morning's sweep. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { DocumentFilter, DocumentSort } from '../../electron/contract/documents.ts';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { addDays, toDay } from '../../electron/domain/day.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { sweepReminders } from '../../electron/engine/duties/reminders.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { registryOf } from '../../electron/engine/procedure.ts';
import { sourceResources } from '../../electron/engine/resources.ts';
import { router } from '../../electron/engine/router.ts';
import { generateDocuments } from '../../electron/engine/sample/generating.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { findPersonByLogin, startSession } from '../../electron/store/people.ts';
import { ordinaryDocument } from '../world.ts';

const TIMES = 100;
const PAGE_TIMES = 40;
const PAGE = 100;
/** The quick search shows so many. */
const FOUND_AT_ONCE = 8;
/** It counts so far. */
const COUNTED_AT_ONCE = 200;
const SEED = 1;

/** Wall time, and the processor's time of one call, which other programs on the machine do not lengthen. */
type Timing = { readonly p50Ms: number; readonly p95Ms: number; readonly cpuMs: number };
export type EngineFigures = {
  readonly documents: number;
  readonly generatedSeconds: number | null;
  readonly registration: Timing;
  readonly pages: Readonly<Record<string, Timing & { readonly total: number }>>;
  readonly searches: Readonly<Record<string, Timing>>;
  readonly board: Readonly<Record<string, Timing>>;
  /** What tells of all duties at once: statistics, the list of duties, a month of the calendar. */
  readonly overviews: Readonly<Record<string, Timing>>;
  /** All that is short of copies, on paper. */
  readonly ledger: { readonly rows: number; readonly ms: number; readonly bytes: number; readonly pages: number };
  readonly sweepMs: { readonly first: number; readonly again: number };
};

type ListInput = { readonly filter: DocumentFilter; readonly sort?: DocumentSort; readonly offset?: number };

/** `folder` keeps the generated registry, so that a second run need not wait for it. */
export async function measureEngine(documents: number, folder?: string): Promise<EngineFigures> {
  const dataFolder = folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'registry-bench-'));
  const resources = sourceResources(path.resolve(import.meta.dirname, '../..'));
  // A Wednesday at ten, so that there is a sweep to measure.
  const engine = openEngine({ dataFolder, resources, clock: () => new Date('2026-11-25T02:00:00.000Z') });
  try {
    const started = performance.now();
    const isNew = engine.registry === undefined;
    if (isNew) await generateDocuments(engine, { documents, seed: SEED });
    const generatedSeconds = isNew ? (performance.now() - started) / 1000 : null;
    const { store, today } = registryOf(engine);
    const clerk = findPersonByLogin(store.readable, 'bench');
    if (!clerk) throw new Error('no clerk');
    const token = randomBytes(16).toString('hex');
    startSession(store.writable, tokenHash(token), clerk.id, engine.clock().toISOString());
    const context = () => ({ engine, token, workstation: 'bench' });
    const client = createRouterClient(router, { context }) as unknown as EngineClient;

    const list = ({ filter, sort, offset = 0 }: ListInput) =>
      client.documents.list({ filter, sort: sort ?? { by: 'signedOn', direction: 'desc' }, offset, limit: PAGE });
    const divisions = await client.people.divisions();
    const divisionId = divisions[3]?.id ?? '';
    const days = { signedOn: today(), writtenOn: today(), printedOn: today() };
    const registration = await timed(TIMES * 2, () => {
      const place = { office: divisionId, policy: divisionId, food: divisionId };
      return client.documents.register(ordinaryDocument({ divisions: place }, { ...days, id: newId() }));
    });

    const pages: Record<string, Timing & { total: number }> = {};
    for (const [name, asked] of Object.entries(ledgerPages(divisionId, addDays(today(), -90)))) {
      const { total } = await list(asked);
      pages[name] = { ...(await timed(PAGE_TIMES, () => list(asked))), total };
    }
    const searches: Record<string, Timing> = {};
    const titles = (await list({ filter: {}, offset: documents / 2 })).rows.map(({ title }) => title);
    for (const characters of [1, 2, 4]) {
      const queries = parts(titles, characters);
      let at = 0;
      const sort = { by: 'enteredAt', direction: 'desc' } as const;
      searches[`${characters} characters`] = await timed(TIMES, () =>
        client.documents.list({
          filter: { query: queries[at++] ?? '' },
          sort,
          offset: 0,
          limit: FOUND_AT_ONCE,
          countUpTo: COUNTED_AT_ONCE,
        }),
      );
      at = 0;
      searches[`${characters} characters, by signing day`] = await timed(TIMES, () =>
        list({ filter: { query: queries[at++] ?? '' } }),
      );
    }
    const board: Record<string, Timing> = {};
    for (const tile of [undefined, 'overdue', 'copies', 'review', 'interpretation'] as const) {
      board[tile ?? 'all'] = await timed(30, () => client.duties.board(tile ? { tile } : {}));
    }
    const overviews: Record<string, Timing> = {};
    for (const [name, look] of Object.entries(overviewsOf(client))) overviews[name] = await timed(20, look);
    const ledger = await printed(client);
    const first = await timed(1, () => sweepReminders(engine));
    const again = await timed(3, () => sweepReminders(engine));
    const sweepMs = { first: first.p50Ms, again: again.p50Ms };
    return { documents, generatedSeconds, registration, pages, searches, board, overviews, ledger, sweepMs };
  } finally {
    engine.close();
    if (folder === undefined) fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

function ledgerPages(divisionId: string, since: ReturnType<typeof addDays>): Record<string, ListInput> {
  const by = (column: DocumentSort['by'], direction: DocumentSort['direction'] = 'asc') => ({ by: column, direction });
  return {
    everything: { filter: {} },
    'everything by number': { filter: {}, sort: by('docNumber') },
    'everything by number, deep': { filter: {}, sort: by('docNumber'), offset: 50_000 },
    'everything by title': { filter: {}, sort: by('title') },
    'everything by due day': { filter: {}, sort: by('dueOn') },
    'everything by division': { filter: {}, sort: by('division') },
    'one division': { filter: { divisionId } },
    'one division by number': { filter: { divisionId }, sort: by('docNumber') },
    'an attribute': { filter: { attribute: 'ON_REQUEST' }, sort: by('docNumber') },
    'the last quarter': { filter: { signedFrom: since }, sort: by('docNumber') },
    overdue: { filter: { postingState: 'overdue' }, sort: by('dueOn') },
    'not posted': { filter: { postingState: 'open' }, sort: by('dueOn') },
    posted: { filter: { postingState: 'posted' }, sort: by('postedOn', 'desc') },
    'posted late': { filter: { postingState: 'postedLate' }, sort: by('postedOn', 'desc') },
    'copies missing': { filter: { isShortOfCopies: true } },
    'review missing': { filter: { reviewStage: 'missing', postingState: 'open' } },
    'search within a division': { filter: { divisionId, query: '食品安全' } },
  };
}

function overviewsOf(client: EngineClient): Record<string, () => Promise<unknown>> {
  const duties = { state: 'unmet' as const, rule: null, kind: null, divisionId: null, on: null, from: null, to: null };
  const year = { from: toDay('2026-01-01'), to: toDay('2026-12-31'), divisionId: null };
  return {
    statistics: () => client.statistics.figures({ from: null, to: null, divisionId: null }),
    'statistics of a year': () => client.statistics.figures(year),
    duties: () => client.duties.list({ ...duties, offset: 0, limit: PAGE }),
    'a month of the calendar': () => client.calendar.month({ year: 2026, month: 11 }),
  };
}

async function printed(client: EngineClient): Promise<EngineFigures['ledger']> {
  const start = performance.now();
  const steps = await client.ledgers.compose({
    ...{ preset: 'brief', language: 'zh', period: '' },
    filter: { isShortOfCopies: true },
    sort: { by: 'docNumber', direction: 'asc' },
  });
  for await (const step of steps) {
    if (step.kind === 'progress') continue;
    const { snapshot, bytes, pages } = step.result;
    return { rows: snapshot.rows, ms: Math.round(performance.now() - start), bytes, pages };
  }
  throw new Error('no ledger');
}

/** Parts of titles that are there. */
function parts(titles: readonly string[], characters: number): readonly string[] {
  const random = seededRandom(SEED + characters);
  return Array.from({ length: TIMES }, () => {
    const title = Array.from(titles[Math.floor(random() * titles.length)] ?? '');
    const start = Math.floor(random() * (title.length - characters));
    return title.slice(start, start + characters).join('');
  });
}

async function timed(times: number, work: () => Promise<unknown>): Promise<Timing> {
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = taken.toSorted((a, b) => a - b);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), cpuMs: rounded((user + system) / 1000 / times) };
}

if (import.meta.filename === process.argv[1]) {
  const figures = await measureEngine(Number(process.argv[2] ?? 100_000), process.argv[3]);
  console.log(JSON.stringify(figures, null, 2));
}
