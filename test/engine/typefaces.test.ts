/** Typefaces of the office's own through their life: loaded, chosen, printed with, withdrawn; what was printed stays. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { AS_ALL, AS_SHIPPED, type TypeScope } from '../../electron/domain/typefaces.ts';
import { newId } from '../../electron/engine/newId.ts';
import { verifyAttachments } from '../../electron/store/attachments.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { makeCollection, makeFont, OFFICE_EN, OFFICE_ZH } from '../print/fontFiles.ts';
import { run, withFile } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

let world: World;
let documentId: string;

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  const filed = ordinaryDocument(world, { delivery: { copies: 7, deliveredBy: '刘洋', location: '' } });
  documentId = (await world.as('clerk').documents.register(filed)).document.id;
});
afterAll(() => world.close());

const CHARACTERS = '政务公开文件台账备案收件回执食品安全抽检工作0123456789';
const BODY = makeFont({ from: 'hei', characters: CHARACTERS });
const basis = '采购合同 2019-07 号';
const administrator = () => world.as('administrator');
const asFile = (bytes: Uint8Array, name = 'office.ttf') => new File([Uint8Array.from(bytes)], name);
const load = (bytes: Uint8Array, special: object = {}) =>
  administrator().typefaces.add({ id: newId(), file: asFile(bytes), face: 0, licenceBasis: basis, ...special });
const trailOf = (act: string) => listTrail(world.registry().store.readable, { act, limit: 1 }).entries[0];
const changesIn = (act: string) => JSON.parse(trailOf(act)?.changes ?? '[]') as { field: string; after: string }[];

async function choose(scope: TypeScope, faces: { title?: string; body?: string; heading?: string }) {
  const { choices } = await administrator().typefaces.list();
  const now = choices.find((choice) => choice.scope === scope);
  if (!now) throw new Error('no such scope');
  const { title, body, heading, choiceId } = now;
  const choice = { title, body, heading, ...faces };
  return administrator().typefaces.choose({ id: newId(), scope, ...choice, reason: '', seen: choiceId });
}

async function receipt(): Promise<Uint8Array> {
  const { paperId } = await world.as('clerk').ledgers.form({ form: 'receipt', documentId, language: 'zh' });
  return new Uint8Array(await (await world.as('clerk').ledgers.fetch({ paperId })).arrayBuffer());
}

async function ledger() {
  const request = { preset: 'brief', language: 'zh', filter: {}, period: '' } as const;
  const sort = { by: 'docNumber', direction: 'asc' } as const;
  for await (const step of await world.as('clerk').ledgers.compose({ ...request, sort })) {
    if (step.kind !== 'result') continue;
    const file = await world.as('clerk').ledgers.fetch({ paperId: step.result.paperId });
    return { id: step.result.snapshot.id, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  throw new Error('no result');
}

const facesOn = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdffonts', path));
const textOn = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdftotext', '-raw', path, '-'));

test('a file is told before anything is kept of it', async () => {
  const { faces, broken, sha256, bytes } = await administrator().typefaces.check({ file: asFile(BODY) });
  expect(faces[0]).toMatchObject({ familyZh: OFFICE_ZH, familyEn: OFFICE_EN, licence: 'installable', broken: [] });
  expect([broken, bytes]).toEqual([[], BODY.length]);
  expect(sha256).toBe(createHash('sha256').update(BODY).digest('hex'));
  expect((await administrator().typefaces.list()).typefaces).toEqual([]);
});

describe('a file that may not be used is refused, with all that is wrong', () => {
  test('for its licence and for want of the office’s own', async () => {
    const broken = await brokenBy(load(makeFont({ characters: CHARACTERS, fsType: 0x0102 }), { licenceBasis: ' ' }));
    expect(broken).toEqual(['typeface.restricted', 'typeface.noSubsetting', 'typeface.basisMissing']);
  });
  test('for being none, for a face it has not, for the mark of a secret', async () => {
    expect(await brokenBy(load(new TextEncoder().encode('no font at all')))).toEqual(['typeface.notAFont']);
    expect(await brokenBy(load(BODY, { face: 3 }))).toEqual(['typeface.noSuchFace']);
    expect(await brokenBy(load(BODY, { licenceBasis: '机密★10年' }))).toEqual(['secret.marked']);
  });
  test('and nothing of it stays', async () => {
    expect((await administrator().typefaces.list()).typefaces).toEqual([]);
    expect(verifyAttachments(world.registry().store.reader).checked).toBe(0);
  });
});

describe('a face that was loaded', () => {
  let body: string;

  test('is kept whole under its hash, once, however often it is sent', async () => {
    body = newId();
    const loaded = await load(BODY, { id: body });
    expect(await load(BODY, { id: body })).toEqual(loaded);
    expect(loaded).toMatchObject({ id: body, fileName: 'office.ttf', licenceBasis: basis, enteredBy: '吴涛' });
    expect(await brokenBy(load(BODY))).toEqual(['typeface.loadedAlready']);
    expect(verifyAttachments(world.registry().store.reader)).toEqual({ checked: 1, problems: [] });
    expect(trailOf('typefaces.add')).toMatchObject({ label: `${OFFICE_ZH} Version 5.30`, reason: basis });
    expect(changesIn('typefaces.add')).toContainEqual({ field: 'sha256', before: '', after: loaded.sha256 });
  });

  test('changes no paper until it is chosen', async () => {
    expect(facesOn(await receipt())).not.toContain(OFFICE_EN);
  });

  test('chosen for all papers, sets them; the record of each print names it', async () => {
    await choose('all', { body });
    const bytes = await receipt();
    expect(facesOn(bytes)).toContain(OFFICE_EN);
    expect(textOn(bytes)).toContain('关于做好食品安全抽检工作的通知');
    expect(changesIn('ledgers.form')).toContainEqual({ field: 'bodyFace', before: '', after: OFFICE_ZH });
    expect(facesOn((await ledger()).bytes)).toContain(OFFICE_EN);
    expect(changesIn('ledgers.compose')).toContainEqual({ field: 'bodyFace', before: '', after: OFFICE_ZH });
    expect(changesIn('typefaces.choose')).toEqual([{ field: 'bodyFace', before: 'shipped', after: OFFICE_ZH }]);
  });

  test('one kind of paper goes its own way', async () => {
    await choose('receipt', { body: AS_SHIPPED });
    expect(facesOn(await receipt())).not.toContain(OFFICE_EN);
    expect(facesOn((await ledger()).bytes)).toContain(OFFICE_EN);
    await choose('receipt', { body: AS_ALL });
    expect(facesOn(await receipt())).toContain(OFFICE_EN);
  });

  test('is seen on a page before it is chosen', async () => {
    const faces = { title: body, body: AS_SHIPPED, heading: AS_ALL };
    const file = await administrator().typefaces.specimen({ ...faces, language: 'zh' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(facesOn(bytes)).toContain(OFFICE_EN);
    expect(textOn(bytes)).toContain(`标题：${OFFICE_ZH}`);
  });

  test('withdrawn, it leaves its place to the shipped ones and cannot be chosen; reprints keep their bytes', async () => {
    const printed = await ledger();
    const id = newId();
    const again = async () => {
      const { paperId } = await world.as('clerk').ledgers.reprint({ id, snapshotId: printed.id });
      return new Uint8Array(await (await world.as('clerk').ledgers.fetch({ paperId })).arrayBuffer());
    };
    const before = await again();
    expect(await brokenBy(administrator().typefaces.withdraw({ id: body, reason: '' }))).toEqual([
      'typeface.reasonMissing',
    ]);
    const { withdrawal } = await administrator().typefaces.withdraw({ id: body, reason: '授权到期' });
    expect(withdrawal).toMatchObject({ reason: '授权到期', withdrawnBy: '吴涛' });
    expect(facesOn(await receipt())).not.toContain(OFFICE_EN);
    const after = await again();
    expect(Buffer.from(after).equals(before)).toBe(true);
    expect(Buffer.from(after.slice(0, printed.bytes.length)).equals(printed.bytes)).toBe(true);
    expect(await brokenBy(choose('ledger', { title: body }))).toEqual(['typeface.notUsable']);
    expect(await brokenBy(administrator().typefaces.withdraw({ id: body, reason: '再次' }))).toEqual([
      'typeface.withdrawnAlready',
    ]);
  });

  test('may be loaded anew, as one of its own', async () => {
    const again = await load(BODY);
    expect(again.id).not.toBe(body);
    expect((await administrator().typefaces.list()).typefaces).toHaveLength(2);
    expect(facesOn(await receipt())).not.toContain(OFFICE_EN);
  });
});

test('of a collection each face is loaded by its number', async () => {
  const file = makeCollection([
    makeFont({ characters: CHARACTERS, zh: '甲', en: 'FirstFace' }),
    makeFont({ characters: CHARACTERS, zh: '乙', en: 'SecondFace' }),
  ]);
  const second = await load(file, { face: 1 });
  expect(second).toMatchObject({ familyZh: '乙', index: 1 });
  await choose('notice', { heading: second.id });
  await choose('receipt', { heading: second.id });
  expect(facesOn(await receipt())).toContain('SecondFace');
});

describe('a choice', () => {
  test('made on what someone else changed meanwhile is stale', async () => {
    const faces = { title: AS_SHIPPED, body: AS_SHIPPED, heading: AS_SHIPPED };
    const late = administrator().typefaces.choose({ id: newId(), scope: 'receipt', ...faces, reason: '', seen: null });
    expect(await outcomeOf(late)).toBe('STALE');
  });
  test('for all papers follows no other', async () => {
    expect(await brokenBy(choose('all', { body: AS_SHIPPED, heading: AS_ALL }))).toEqual(['typeface.noneToFollow']);
  });
  test('sent twice is one', async () => {
    const id = newId();
    const { choices } = await administrator().typefaces.list();
    const seen = choices.find(({ scope }) => scope === 'label')?.choiceId ?? null;
    const faces = { title: AS_ALL, body: AS_SHIPPED, heading: AS_ALL };
    const send = () => administrator().typefaces.choose({ id, scope: 'label', ...faces, reason: '标签用黑体', seen });
    expect(await send()).toEqual(await send());
  });
});
