/** Many forms in one go: what belongs to a day or a week, numbered together or not at all, in one file or one each. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { BatchRequest } from '../../electron/contract/printing.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { readPages, run, textOf, withFile } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';
import { brokenBy } from './answers.ts';

let world: World;
const ids: string[] = [];

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-17T08:20:00.000Z' });
  const clerk = world.as('clerk');
  for (const [number, day] of [
    [1, '2019-08-09'],
    [2, '2019-08-22'],
    [3, '2019-09-12'],
  ] as const) {
    const signed = { signedOn: toDay(day), writtenOn: toDay(day), printedOn: toDay(day) };
    const input = ordinaryDocument(world, {
      isUnnumbered: false,
      docNumberRaw: `滨市监发〔2019〕${number}号`,
      ...signed,
    });
    ids.push((await clerk.documents.register(input)).document.id);
  }
  const deliver = (at: number, copies: number, deliveredOn: string) =>
    clerk.copies.deliver({
      ...{ id: newId(), documentId: ids[at] ?? '', copies, deliveredOn: toDay(deliveredOn) },
      ...{ deliveredBy: '刘洋', location: '柜二', note: '' },
    });
  await deliver(0, 5, '2019-09-16');
  await deliver(0, 2, '2019-09-17');
  await deliver(1, 7, '2019-09-17');
});
afterAll(() => world.close());

const TODAY = toDay('2019-09-17');
const REQUEST: BatchRequest = {
  ...{ batch: 'receipts', language: 'zh', from: TODAY, to: TODAY, divisionId: null, withOverdue: false, shape: 'one' },
};
const forms = () => listTrail(world.registry().store.readable, { act: 'ledgers.form', limit: 200 }).entries;

async function made(special: Partial<BatchRequest>, person: PersonKey = 'clerk') {
  for await (const step of await world.as(person).printing.batch({ ...REQUEST, ...special })) {
    if (step.kind !== 'result') continue;
    const file = await world.as(person).ledgers.fetch({ paperId: step.result.paperId });
    return { ...step.result, type: file.type, content: new Uint8Array(await file.arrayBuffer()) };
  }
  throw new Error('no batch');
}

describe('all receipts of a day', () => {
  test('are one paper, a sheet for each delivery, with the numbers they keep when printed again', async () => {
    const { content, items, pages } = await made({});
    expect([items, pages]).toEqual([2, 2]);
    const texts = (await readPages(content)).map((page) => textOf([page]));
    expect(texts.map((text) => /HZ-2019-\d{4}/.exec(text)?.[0]).toSorted()).toEqual(['HZ-2019-0001', 'HZ-2019-0002']);
    const again = await made({ from: toDay('2019-09-16') });
    expect(again.items).toBe(3);
    const numbers = textOf(await readPages(again.content)).match(/HZ-2019-\d{4}/g);
    expect([...new Set(numbers)].toSorted()).toEqual(['HZ-2019-0001', 'HZ-2019-0002', 'HZ-2019-0003']);
    expect(forms()).toHaveLength(5);
  });

  test('are one file each in a zip that other programs unpack', async () => {
    const { content, type, fileName } = await made({ shape: 'apart' });
    expect(type).toBe('application/zip');
    expect(fileName).toMatch(/\.zip$/);
    const [listed, sound] = withFile(content, (path) => [
      run('python3', '-m', 'zipfile', '-l', path),
      run('python3', '-m', 'zipfile', '-t', path),
    ]);
    expect(listed?.match(/收件回执 HZ-2019-\d{4}\.pdf/g)).toHaveLength(2);
    expect(sound).toContain('Done testing');
  });

  test('of a day without a delivery are refused, and counted as none', async () => {
    const empty = { from: toDay('2019-09-01'), to: toDay('2019-09-02') };
    expect(await brokenBy(made(empty))).toEqual(['batch.nothing']);
    expect(await world.as('clerk').printing.batchSize({ ...REQUEST, ...empty })).toEqual({ items: 0 });
    expect(await brokenBy(made({ from: TODAY, to: toDay('2019-09-01') }))).toEqual(['register.periodTurned']);
  });
});

describe('all notices of a week', () => {
  const week = { batch: 'notices', from: toDay('2019-09-16'), to: toDay('2019-09-22') } as const;

  test('chase what is due in it, with what is late where asked, each under a number of its own', async () => {
    expect((await made(week)).items).toBe(1);
    const { content, items, pages } = await made({ ...week, withOverdue: true });
    expect([items, pages]).toEqual([2, 4]);
    const text = textOf(await readPages(content));
    expect(text).toContain('政务公开逾期督办通知单');
    expect(new Set(text.match(/CB-2019-\d{4}/g)).size).toBe(2);
    expect(await world.as('clerk').printing.batchSize({ ...REQUEST, ...week })).toEqual({ items: 1 });
  });

  test('of a division head are about the own division', async () => {
    expect(await brokenBy(made({ ...week, withOverdue: true }, 'policyHead'))).toEqual(['batch.nothing']);
    expect((await made({ ...week, withOverdue: true }, 'foodHead')).items).toBe(2);
  });
});

test('review forms that wait for a signature are printed with room to sign', async () => {
  expect(await brokenBy(made({ batch: 'reviews', from: null, to: null }))).toEqual(['batch.nothing']);
  const ticks = {
    ...{ stateSecret: false, workSecret: false, tradeSecret: false },
    ...{ personalPrivacy: false, threeSecuritiesOneStability: false },
  };
  const { contentHash } = await world.as('clerk').documents.get({ id: ids[2] ?? '' });
  await world.as('clerk').reviews.sign({
    ...{ id: newId(), documentId: ids[2] ?? '', step: 'drafter', outcome: 'proposeDisclosure', opinion: '', ticks },
    ...{ basis: null, onBehalfOf: '', overrideReason: '', isLeaderInfoProofread: false, contentHash },
    ...{ signedOn: TODAY, password: world.people.clerk.password },
  });
  const { content, items } = await made({ batch: 'reviews', from: null, to: null });
  expect(items).toBe(1);
  expect(textOf(await readPages(content)).match(/签字：　+年　　月　　日/g)?.length).toBeGreaterThan(1);
});

test('a batch that is cancelled hands out no number and leaves no entry', async () => {
  const before = forms().length;
  const cancel = new AbortController();
  const steps = await world.as('clerk').printing.batch({ ...REQUEST, shape: 'apart' }, { signal: cancel.signal });
  const reading = (async () => {
    for await (const step of steps) if (step.kind === 'progress') cancel.abort();
  })();
  await reading.catch(() => undefined);
  expect(forms()).toHaveLength(before);
});

test('two batches at once never share a number', async () => {
  const notices = { batch: 'notices', from: null, to: null, withOverdue: true } as const;
  const both = await Promise.all([made(notices), made(notices, 'officeReviewer')]);
  const numbers = await Promise.all(
    both.map(async ({ content }) => [...new Set(textOf(await readPages(content)).match(/CB-2019-\d{4}/g))]),
  );
  expect(new Set(numbers.flat()).size).toBe(numbers.flat().length);
});

describe('an excerpt', () => {
  test('has the pages asked for, and only those', async () => {
    const { paperId } = await made({ from: toDay('2019-09-16') });
    const { printing, ledgers } = world.as('clerk');
    const part = await printing.excerpt({ paperId, pages: '3，1' });
    const file = await ledgers.fetch({ paperId: part.paperId });
    const pages = await readPages(new Uint8Array(await file.arrayBuffer()));
    expect(pages).toHaveLength(2);
    expect(await brokenBy(printing.excerpt({ paperId, pages: '2-9' }))).toEqual(['pages.beyond']);
    expect(await brokenBy(printing.excerpt({ paperId, pages: '二' }))).toEqual(['pages.unreadable']);
    expect(await brokenBy(world.as('officeReviewer').printing.excerpt({ paperId, pages: '1' }))).toEqual(['NOT_FOUND']);
  });
});
