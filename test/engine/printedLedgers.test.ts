/** Printed ledgers are kept: printed again they are the same bytes, held against the registry they name what changed. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { LedgerRequest } from '../../electron/contract/ledgers.ts';
import { toDay } from '../../electron/domain/day.ts';
import { SYSTEM } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { checkPaper } from '../../electron/engine/paper/paperCheck.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { modulesIn, readQr } from '../print/codeReader.ts';
import { shapeOf } from '../print/pdfShape.ts';
import { faultsOf, rasterise, readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';

let world: World;
const ids: string[] = [];

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  for (const seq of [9, 10, 11]) {
    const { document } = await world.as('clerk').documents.register(
      ordinaryDocument(world, {
        ...{ isUnnumbered: false, docNumberRaw: `滨市监发〔2019〕${seq}号`, title: `关于第${seq}项工作的通知` },
        ...{ signedOn: toDay('2019-09-20'), writtenOn: toDay('2019-09-20'), printedOn: toDay('2019-09-20') },
      }),
    );
    ids.push(document.id);
  }
});
afterAll(() => world.close());

const REQUEST: LedgerRequest = {
  ...{ preset: 'brief', language: 'zh', filter: {}, period: '' },
  sort: { by: 'docNumber', direction: 'asc' },
};

async function fetched(paperId: string, person: PersonKey = 'clerk'): Promise<Uint8Array> {
  return new Uint8Array(await (await world.as(person).ledgers.fetch({ paperId })).arrayBuffer());
}

async function printed(special: Partial<LedgerRequest> = {}, person: PersonKey = 'clerk') {
  for await (const step of await world.as(person).ledgers.compose({ ...REQUEST, ...special })) {
    if (step.kind === 'result') return { ...step.result.snapshot, bytes: await fetched(step.result.paperId, person) };
  }
  throw new Error('no result');
}

async function reprinted(snapshotId: string, id = newId()): Promise<Uint8Array> {
  const { paperId } = await world.as('clerk').ledgers.reprint({ id, snapshotId });
  return fetched(paperId);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const asFile = (bytes: Uint8Array) => new File([Uint8Array.from(bytes)], 'ledger.pdf', { type: 'application/pdf' });
const check = (bytes: Uint8Array, person: PersonKey = 'clerk') =>
  world.as(person).ledgers.verifyPaper({ file: asFile(bytes), number: '' });
const checkNumber = (number: string) => world.as('clerk').ledgers.verifyPaper({ file: null, number });

describe('a reprint', () => {
  test('is the original to the byte, followed by nothing but the mark, and counts on', async () => {
    const { id, number, bytes } = await printed();
    const [first, second] = [await reprinted(id), await reprinted(id)];
    expect(sha256(first.slice(0, bytes.length))).toBe(sha256(bytes));
    expect(sha256(second.slice(0, bytes.length))).toBe(sha256(bytes));
    expect(first.length - bytes.length).toBeLessThan(20_000);
    const before = textOf(await readPages(bytes));
    const after = textOf(await readPages(first));
    expect(after.replace('第 1 次重印　2019-09-30 16:20　打印人 陈静', '')).toBe(before);
    expect(textOf(await readPages(second))).toContain('第 2 次重印');
    expect(faultsOf(first)).toEqual([]);
    expect((await shapeOf(first)).faults).toEqual([]);
    const [entry] = listTrail(world.registry().store.readable, { act: 'ledgers.reprint', limit: 1 }).entries;
    expect(entry).toMatchObject({ label: number, entityId: id, actorName: '陈静' });
    expect(entry?.changes).toContain(sha256(second));
  });

  test('asked for twice with the same id is one reprint, the same to the byte', async () => {
    const { id } = await printed();
    const reprintId = newId();
    const [first, again] = [await reprinted(id, reprintId), await reprinted(id, reprintId)];
    expect(sha256(first)).toBe(sha256(again));
    expect(textOf(await readPages(await reprinted(id)))).toContain('第 2 次重印');
  });

  test('of somebody else’s ledger is out of reach for who sees one division only', async () => {
    const { id } = await printed();
    const asked = world.as('policyHead').ledgers.reprint({ id: newId(), snapshotId: id });
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a printed ledger held against the registry', () => {
  test('agrees with it, as original, as reprint, by number and by the code on the paper', async () => {
    const { id, number, bytes } = await printed();
    expect(await check(bytes)).toMatchObject({ paper: 'original', reprint: 0, isSound: true, changed: 0, changes: [] });
    await reprinted(id);
    expect(await check(await reprinted(id))).toMatchObject({ paper: 'reprint', reprint: 2, isSound: true });
    expect(await checkNumber(number)).toMatchObject({ paper: 'number', isSound: true, snapshot: { id, number } });
    const [picture] = rasterise(bytes, 300);
    if (!picture) throw new Error('no picture');
    const code = readQr(modulesIn(picture, { left: 750, top: 31, right: 803, bottom: 81 }, 300));
    expect(code.startsWith(`${number} `)).toBe(true);
    expect(await checkNumber(code)).toMatchObject({ isSound: true });
    expect(await checkNumber(code.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).toMatchObject({
      isSound: false,
      isCodeRight: false,
    });
  });

  test('changed by one byte, or made elsewhere, is not taken for it', async () => {
    const { number, bytes } = await printed();
    const forged = Uint8Array.from(bytes);
    const at = Math.floor(bytes.length / 2);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(await check(forged)).toMatchObject({ paper: 'altered', isSound: false, snapshot: { number } });
    const foreign = new TextEncoder().encode('%PDF-1.7 nothing of ours');
    expect(await check(foreign)).toMatchObject({ paper: 'unknown', isSound: false, snapshot: null });
    expect(await checkNumber('TZ-2019-9999')).toMatchObject({ paper: 'unknown', snapshot: null });
    await expect(checkNumber('HZ-2019-0001')).rejects.toMatchObject({
      data: { broken: [{ code: 'paper.numberUnread', field: 'number' }] },
    });
  });

  test('of another’s division is unknown to who sees one division only', async () => {
    const { bytes } = await printed();
    expect(await check(bytes, 'policyHead')).toMatchObject({ paper: 'unknown', snapshot: null });
    expect(await check((await printed({}, 'policyHead')).bytes, 'policyHead')).toMatchObject({ paper: 'original' });
  });

  test('names the rows that changed since, field by field, and those that came or went', async () => {
    const { bytes } = await printed({ filter: { isShortOfCopies: true } });
    const { rows } = await world.as('clerk').documents.list({ ...REQUEST, offset: 0, limit: 9 });
    expect((await check(bytes)).changes).toEqual([]);
    const clerk = world.as('clerk');
    await clerk.copies.deliver({
      ...{ id: newId(), documentId: ids[0] ?? '', copies: 2, deliveredBy: '孙喆', deliveredOn: toDay('2019-09-30') },
      ...{ location: '柜一', note: '' },
    });
    await clerk.documents.register(
      ordinaryDocument(world, {
        isUnnumbered: false,
        docNumberRaw: '滨市监发〔2019〕12号',
        title: '关于补充事项的通知',
      }),
    );
    const found = await check(bytes);
    expect(rows.length).toBe(3);
    expect(found).toMatchObject({ paper: 'original', isSound: false, changed: 2 });
    expect(found.changes).toEqual([
      {
        ...{ kind: 'changed', position: 1, docNumber: '滨市监发〔2019〕9号', title: '关于第9项工作的通知' },
        fields: expect.arrayContaining([{ field: 'copiesReceived', before: '0', after: '2' }]),
      },
      { kind: 'added', position: null, docNumber: '滨市监发〔2019〕12号', title: '关于补充事项的通知', fields: [] },
    ]);
  });

  test('does not change by the mere passing of days', async () => {
    const { bytes } = await printed();
    world.setNow('2019-11-20T02:00:00.000Z');
    const found = await checkPaper(world.registry(), { ...SYSTEM, roles: ['auditor'] }, { pdf: bytes });
    world.setNow('2019-09-30T08:20:00.000Z');
    expect(found).toMatchObject({ isSound: true, changed: 0 });
  });
});
