/** Printed registers are kept as ledgers are: printed again to the byte, held against the registry row by row. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { RegisterRequest } from '../../electron/contract/printing.ts';
import { toDay } from '../../electron/domain/day.ts';
import { REGISTERS } from '../../electron/domain/registers.ts';
import { SYSTEM } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { checkPaper } from '../../electron/engine/paper/paperCheck.ts';
import { modulesIn, readQr } from '../print/codeReader.ts';
import { shapeOf } from '../print/pdfShape.ts';
import { faultsOf, rasterise, readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';

let world: World;
const ids: string[] = [];
const SERIES = '滨市监发〔2019〕';

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  await register(1, {});
  await register(4, {
    ...{ attribute: 'NOT_DISCLOSED', basis: 'enforcementFile', reason: '涉及正在办理的行政执法案件。' },
  });
  await deliver(0, 5);
});
afterAll(() => world.close());

async function register(seq: number, special: Partial<Parameters<typeof ordinaryDocument>[1]>): Promise<void> {
  const input = ordinaryDocument(world, {
    ...{ isUnnumbered: false, docNumberRaw: `滨市监发〔2019〕${seq}号`, title: `关于第${seq}项工作的通知` },
    ...{ signedOn: toDay('2019-09-10'), writtenOn: toDay('2019-09-10'), printedOn: toDay('2019-09-11') },
    ...special,
  });
  ids.push((await world.as('clerk').documents.register(input)).document.id);
}

async function deliver(document: number, copies: number): Promise<void> {
  await world.as('clerk').copies.deliver({
    ...{ id: newId(), documentId: ids[document] ?? '', copies, deliveredOn: toDay('2019-09-20') },
    ...{ deliveredBy: '刘洋', location: '柜二', note: '' },
  });
}

const REQUEST: RegisterRequest = {
  ...{ register: 'copies', language: 'zh', from: null, to: null, divisionId: null, series: SERIES },
  ...{ recipient: 'archives', recipientName: '', copiesEach: 1 },
};

async function fetched(paperId: string, person: PersonKey = 'clerk'): Promise<Uint8Array> {
  return new Uint8Array(await (await world.as(person).ledgers.fetch({ paperId })).arrayBuffer());
}

async function printed(special: Partial<RegisterRequest>, person: PersonKey = 'clerk') {
  for await (const step of await world.as(person).printing.register({ ...REQUEST, ...special })) {
    if (step.kind !== 'result') continue;
    const { number, paperId } = step.result;
    const snapshot = (await world.as(person).ledgers.snapshots()).find((each) => each.number === number);
    if (!snapshot) throw new Error('not kept');
    return { ...snapshot, bytes: await fetched(paperId, person) };
  }
  throw new Error('no result');
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const check = (bytes: Uint8Array, person: PersonKey = 'clerk') =>
  world.as(person).ledgers.verifyPaper({ file: new File([Uint8Array.from(bytes)], 'register.pdf'), number: '' });
const checkNumber = (number: string) => world.as('clerk').ledgers.verifyPaper({ file: null, number });

test.each(REGISTERS)('%s: kept, printed again to the byte, and found to agree', async (name) => {
  const { id, number, preset, bytes } = await printed({ register: name });
  expect(preset).toBe(name);
  expect(number).toMatch(/^DJ-2019-\d{4}$/);
  const { paperId } = await world.as('clerk').ledgers.reprint({ id: newId(), snapshotId: id });
  const again = await fetched(paperId);
  expect(sha256(again.slice(0, bytes.length))).toBe(sha256(bytes));
  expect(textOf(await readPages(again))).toContain('第 1 次重印　2019-09-30 16:20　打印人 陈静');
  expect([faultsOf(again), (await shapeOf(again)).faults]).toEqual([[], []]);
  expect(await check(bytes)).toMatchObject({ paper: 'original', isSound: true, changes: [], snapshot: { number } });
  expect(await check(again)).toMatchObject({ paper: 'reprint', reprint: 1, isSound: true });
  const forged = Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte));
  expect(await check(forged)).toMatchObject({ paper: 'altered', isSound: false, snapshot: { number } });
});

test('the code on the paper leads to it, with its check code', async () => {
  const { number, bytes } = await printed({});
  const [picture] = rasterise(bytes, 300);
  if (!picture) throw new Error('no picture');
  const code = readQr(modulesIn(picture, { left: 750, top: 31, right: 803, bottom: 81 }, 300));
  expect(code.startsWith(`${number} `)).toBe(true);
  expect(await checkNumber(code)).toMatchObject({ paper: 'number', isSound: true, snapshot: { number } });
});

test('what changed since is named: deliveries, numbers, divisions', async () => {
  const copies = await printed({});
  const series = await printed({ register: 'series' });
  const reviews = await printed({ register: 'reviewSummary' });
  await deliver(0, 2);
  await register(2, {});
  const version = (await world.as('clerk').documents.get({ id: ids[0] ?? '' })).summary.version;
  await world.as('clerk').documents.void({ id: ids[0] ?? '', version, reason: '重复登记，予以作废。' });
  const deliveries = await check(copies.bytes);
  expect(deliveries).toMatchObject({ paper: 'original', isSound: false });
  const numbers = await check(series.bytes);
  expect(numbers.changes).toEqual([
    {
      ...{ kind: 'changed', position: 1, docNumber: '滨市监发〔2019〕1号', title: '关于第1项工作的通知' },
      fields: expect.arrayContaining([{ field: 'state', before: '已登记', after: '作废' }]),
    },
    { kind: 'removed', position: 2, docNumber: '2—3', title: '', fields: [] },
    { kind: 'added', position: null, docNumber: '滨市监发〔2019〕2号', title: '关于第2项工作的通知', fields: [] },
    { kind: 'added', position: null, docNumber: '3', title: '', fields: [] },
  ]);
  expect(await check(reviews.bytes)).toMatchObject({ isSound: true });
  world.setNow('2019-11-20T02:00:00.000Z');
  const later = await checkPaper(world.registry(), { ...SYSTEM, roles: ['auditor'] }, { text: reviews.number });
  world.setNow('2019-09-30T08:20:00.000Z');
  expect(later).toMatchObject({ isSound: true, changed: 0 });
});

test('of a division head holds to the own division, and is the head’s alone', async () => {
  const own = await printed({ register: 'notDisclosed', divisionId: world.divisions.policy }, 'foodHead');
  expect(await check(own.bytes, 'foodHead')).toMatchObject({ paper: 'original', isSound: true });
  expect(await check(own.bytes)).toMatchObject({ paper: 'original', isSound: true, changed: 0 });
  const other = await printed({});
  expect(await check(other.bytes, 'foodHead')).toMatchObject({ paper: 'unknown', snapshot: null });
  const asked = world.as('foodHead').ledgers.reprint({ id: newId(), snapshotId: other.id });
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
