/** Every figure of an annual report that has rows behind it opens exactly those: as many as it counts, whatever came later. */

import fs from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { layoutOf } from '../../electron/domain/annualReport/report.ts';
import { addDays, toDay, yearOf } from '../../electron/domain/day.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { postDocument } from '../../electron/engine/documents/publishing.ts';
import { openEngine, SYSTEM } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import type { Registry } from '../../electron/engine/registry.ts';
import { knownFigures } from '../../electron/engine/report/annualFigures.ts';
import { router } from '../../electron/engine/router.ts';
import { createSample } from '../../electron/engine/sample/sample.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { listPeople, rolesOf, startSession } from '../../electron/store/people.ts';
import { readFilter } from '../../renderer/parts/ledger/address.ts';
import { makeWorld, ordinaryDocument, RESOURCES, temporaryFolder, type World } from '../world.ts';

/** A sample is told in some two thousand acts, with real signatures. */
const SAMPLE_MS = 180_000;

const YEARS = [2019, 2020, 2021, 2022] as const;

/** Walks the figures of one year by the format of another, so that both formats are walked over all that is there. */
async function walked(registry: Registry, client: EngineClient, year: number, formatOf: number) {
  const layout = layoutOf(formatOf);
  if (!layout) throw new Error('no format');
  const figures = [...knownFigures(registry.look(SYSTEM), layout, year).values()];
  const wrong: string[] = [];
  for (const { key, value, rows } of figures) {
    if (rows.room === 'annual-report') continue;
    const filter = readFilter(new URLSearchParams(rows.params));
    const sort = { by: 'signedOn', direction: 'asc' } as const;
    const listed = rows.room === 'ledger' ? await client.documents.list({ filter, sort, offset: 0, limit: 500 }) : null;
    if (rows.room === 'requests') for (const { id } of rows.items) await client.requests.get({ id });
    const count = listed ? listed.total : rows.items.length;
    if (count !== value) wrong.push(`${year} ${key}: ${value} counted, ${count} listed`);
    if (listed?.rows.some(({ isNormative, isVoided }) => !isNormative || isVoided)) wrong.push(`${key} lists others`);
  }
  return { figures, wrong };
}

function total(figures: Awaited<ReturnType<typeof walked>>['figures'], end: string): number {
  return figures.filter(({ key }) => key.endsWith(end)).reduce((sum, { value }) => sum + value, 0);
}

describe('in the sample', () => {
  const dataFolder = temporaryFolder();
  const engine = openEngine({ dataFolder, resources: RESOURCES, clock: () => new Date() });
  let client: EngineClient;
  beforeAll(async () => {
    await createSample(engine);
    const { store } = engine.registry as Registry;
    const clerk = listPeople(store.readable).find(({ id }) => rolesOf(store.readable, id).includes('clerk'));
    startSession(store.writable, tokenHash('seat'), clerk?.id ?? '', engine.clock().toISOString());
    client = createRouterClient(router, { context: () => ({ engine, token: 'seat', workstation: 'test' }) });
  }, SAMPLE_MS);
  afterAll(() => {
    engine.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  test.each([2018, 2019, 2020])('of %i', async (year) => {
    for (const format of [2019, 2021]) {
      const { figures, wrong } = await walked(engine.registry as Registry, client, year, format);
      expect(wrong).toEqual([]);
      expect(figures.length).toBeGreaterThan(2);
    }
  });
});

describe('in a registry of four years', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ now: '2022-12-30T01:00:00.000Z' });
    const random = seededRandom(20);
    const within = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
    for (let at = 0; at < 40; at += 1) {
      const signedOn = addDays(toDay('2019-01-01'), within(0, 1400));
      // Printed weeks later, at times in the next year: made by the day of printing.
      const printedOn = random() < 0.3 ? null : addDays(signedOn, within(0, 40));
      const legality = { legalityReviewNumber: `合审${at}号`, legalityReviewOn: signedOn, interpretationPlan: '图解' };
      const days = { signedOn, writtenOn: signedOn, printedOn };
      const input = ordinaryDocument(world, { ...days, isNormative: at % 8 > 0, ...(at % 8 > 0 ? legality : {}) });
      const { id, version } = (await world.as('clerk').documents.register(input)).document;
      const issuedOn = printedOn ?? signedOn;
      const isPosted = random() < 0.6;
      if (isPosted) await post(id, addDays(issuedOn, within(0, 30)));
      if (at % 8 > 0 && random() < 0.6) await end(id, addDays(issuedOn, within(1, 500)), random() < 0.5);
      if (!isPosted && random() < 0.3)
        await world.as('clerk').documents.void({ id, version, reason: '重复登记，以另一件为准' });
    }
  });
  afterAll(() => world.close());

  async function post(documentId: string, postedOn: ReturnType<typeof toDay>): Promise<void> {
    const actor = { ...SYSTEM, personId: world.people.clerk.id };
    const place = {
      channel: 'website' as const,
      url: `http://scjg.example.cn/${documentId}`,
      postedOn,
      evidenceId: null,
    };
    const posting = { id: newId(), documentId, ...place, lateReason: '', exceptionReason: '补录' };
    await world.registry().write(actor, async (work) => postDocument(work, posting, { isHistorical: true }));
  }

  /** Ended, and at times put in force again within the year or after it. */
  async function end(documentId: string, effectiveOn: ReturnType<typeof toDay>, isRevived: boolean): Promise<void> {
    const change = { documentId, basis: '省局公告', reason: '经清理，上位法已作调整，另行公布', successorId: null };
    const client = world.as('clerk').normative;
    await client.changeValidity({ ...change, id: newId(), status: 'abolished', effectiveOn });
    const again = { ...change, id: newId(), status: 'valid' as const, effectiveOn: addDays(effectiveOn, 60) };
    if (isRevived) await client.changeValidity(again);
  }

  test.each(YEARS)('of %i', async (year) => {
    for (const format of [2019, 2021]) {
      const { wrong } = await walked(world.registry(), world.as('clerk'), year, format);
      expect(wrong).toEqual([]);
    }
  });

  test('something was made, ended and in force in some year, and what ended since is still in force then', async () => {
    const of = async (year: number) => (await walked(world.registry(), world.as('clerk'), year, 2021)).figures;
    const [first, last] = [await of(2019), await of(2022)];
    expect(total(first, 'made')).toBeGreaterThan(3);
    expect(total(await of(2020), 'abolished')).toBeGreaterThan(0);
    expect(total(last, 'inForce')).toBeGreaterThan(total(last, 'made'));
    const { rows } = await world.as('clerk').documents.list({
      ...{
        filter: { normativeFigure: 'inForce.2020' },
        sort: { by: 'signedOn', direction: 'asc' },
        offset: 0,
        limit: 500,
      },
    });
    expect(rows.some(({ validity }) => validity === 'abolished')).toBe(true);
    expect(rows.every(({ signedOn, printedOn }) => yearOf(printedOn ?? signedOn ?? toDay('2999-01-01')) <= 2020)).toBe(
      true,
    );
  });
});
