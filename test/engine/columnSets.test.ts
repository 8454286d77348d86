/** Own columns under a name: saved, shared, renamed, withdrawn; printed and exported by them; prints keep what was printed. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { LedgerRequest } from '../../electron/contract/ledgers.ts';
import { toDay } from '../../electron/domain/day.ts';
import { LEDGER_COLUMN_NAMES } from '../../electron/domain/ledgerColumnSet.ts';
import { newId } from '../../electron/engine/newId.ts';
import { readCsv } from '../../electron/exchange/csv.ts';
import { historyOf } from '../../electron/store/trail.ts';
import { readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';
import { outcomeOf } from './answers.ts';

let world: World;
let documentId = '';

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  const { document } = await world.as('clerk').documents.register(
    ordinaryDocument(world, {
      ...{ isUnnumbered: false, docNumberRaw: '滨市监发〔2019〕9号', title: '关于第九项工作的通知' },
      ...{ signedOn: toDay('2019-09-20'), writtenOn: toDay('2019-09-20'), printedOn: toDay('2019-09-23') },
    }),
  );
  documentId = document.id;
});
afterAll(() => world.close());

const CHOSEN = ['docNumber', 'title', 'printedOn', 'heldBy', 'deadline'];
type Saved = Parameters<ReturnType<World['as']>['columnSets']['save']>[0];

const input = (special: Partial<Saved> = {}): Saved => ({
  ...{ id: newId(), version: 0, name: '网站核对', columns: [...CHOSEN], isShared: false },
  ...special,
});
const save = (special: Partial<Saved> = {}, person: PersonKey = 'clerk') =>
  world.as(person).columnSets.save(input(special));
const namesOf = async (person: PersonKey) => (await world.as(person).columnSets.list()).map(({ name }) => name);
const withdrawAll = async () => {
  const clerk = world.as('clerk').columnSets;
  for (const { id, isMine } of await clerk.list()) if (isMine) await clerk.withdraw({ id });
};

async function brokenOf(asked: Promise<unknown>): Promise<readonly string[]> {
  return asked.then(
    () => [],
    ({ data }) => data.broken.map(({ code }: { code: string }) => code),
  );
}

async function printed(columnSetId: string, special: Partial<LedgerRequest> = {}, person: PersonKey = 'clerk') {
  const request = {
    preset: 'brief',
    language: 'zh',
    filter: {},
    period: '',
    sort: { by: 'docNumber', direction: 'asc' },
  };
  const client = world.as(person).ledgers;
  for await (const step of await client.compose({ ...(request as LedgerRequest), columnSetId, ...special })) {
    if (step.kind !== 'result') continue;
    const bytes = await (await client.fetch({ paperId: step.result.paperId })).arrayBuffer();
    return { ...step.result.snapshot, bytes: new Uint8Array(bytes) };
  }
  throw new Error('no result');
}

describe('a set of own columns', () => {
  test('is its owner’s alone until a clerk shares it; then every reader uses it and the office changes it', async () => {
    const mine = await save({ name: '处室自查' }, 'policyHead');
    const own = await save();
    expect(await namesOf('clerk')).toEqual(['网站核对']);
    expect(await namesOf('policyHead')).toEqual(['处室自查']);
    await save({ id: own.id, version: own.version, isShared: true });
    expect(await namesOf('policyHead')).toEqual(['处室自查', '网站核对']);
    const [, shared] = await world.as('policyHead').columnSets.list();
    expect(shared).toMatchObject({ isShared: true, isMine: false, ownerName: '陈静' });
    const theirs = save({ id: own.id, version: 2, name: '改名' }, 'policyHead');
    expect(await outcomeOf(theirs)).toBe('NOT_FOUND');
    expect(await outcomeOf(world.as('policyHead').columnSets.withdraw({ id: own.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(printed(mine.id, {}, 'clerk'))).toBe('BROKEN_RULES');
    expect(await brokenOf(save({ name: '共用', isShared: true }, 'policyHead'))).toEqual(['columnSet.mayNotShare']);
    await withdrawAll();
    await world.as('policyHead').columnSets.withdraw({ id: mine.id });
    expect(await namesOf('policyHead')).toEqual([]);
  });

  test('is the same when saved again, and refuses who has an old version', async () => {
    const id = newId();
    const first = await save({ id });
    expect(await save({ id })).toEqual(first);
    const renamed = await save({ id, version: 1, name: '上网核对' });
    expect(renamed).toMatchObject({ version: 2, name: '上网核对' });
    expect(await save({ id, version: 1, name: '上网核对' })).toEqual(renamed);
    const stale = save({ id, version: 1, name: '另名' });
    await expect(stale).rejects.toMatchObject({ code: 'STALE', data: { currentVersion: 2, changedFields: ['name'] } });
    await world.as('clerk').columnSets.withdraw({ id });
    expect(await outcomeOf(save({ id, version: 2, name: '上网核对' }))).toBe('NOT_FOUND');
    const acts = historyOf(world.registry().store.readable, id).map(({ act }) => act);
    expect(acts).toEqual([
      'columnSets.withdraw',
      'columnSets.saveAgain',
      'columnSets.amend',
      'columnSets.saveAgain',
      'columnSets.save',
    ]);
  });

  test('is refused with every reason at once, and leaves nothing', async () => {
    await save();
    const refused: readonly (readonly [Partial<Saved>, readonly string[]])[] = [
      [{ name: '' }, ['columnSet.nameMissing']],
      [{ name: ' 网站核对 ' }, ['columnSet.nameTaken']],
      [{ name: '上报表' }, ['columnSet.nameTaken']],
      [{ name: 'brief' }, ['columnSet.nameTaken']],
      [{ name: '空', columns: [] }, ['columnSet.columnMissing']],
      [{ name: '生', columns: ['title', 'colour'] }, ['columnSet.columnUnknown']],
      [{ name: '机密★1年' }, ['secret.marked']],
      [
        {
          name: '',
          columns: [...LEDGER_COLUMN_NAMES, 'x'],
        },
        ['columnSet.nameMissing', 'columnSet.columnUnknown', 'columnSet.tooWide'],
      ],
    ];
    for (const [special, codes] of refused) expect(await brokenOf(save(special))).toEqual(codes);
    expect(await namesOf('clerk')).toEqual(['网站核对']);
    await withdrawAll();
  });
});

describe('a ledger with own columns', () => {
  test('shows them in their order; a change of the set changes no print, and both prints agree with the registry', async () => {
    const set = await save();
    const first = await printed(set.id);
    expect(first).toMatchObject({ preset: 'own', columnSet: '网站核对' });
    const before = textOf(await readPages(first.bytes));
    expect(before).toContain('序号发文字号文件标题印发日期卡在逾期情况');
    expect(before).toContain('2019-09-23');
    await save({ id: set.id, version: 1, name: '精简', columns: ['title', 'signedOn'] });
    const clerk = world.as('clerk').ledgers;
    const again = await clerk.reprint({ id: newId(), snapshotId: first.id });
    const bytes = new Uint8Array(await (await clerk.fetch({ paperId: again.paperId })).arrayBuffer());
    expect(Buffer.from(bytes.slice(0, first.bytes.length)).equals(Buffer.from(first.bytes))).toBe(true);
    const second = await printed(set.id);
    expect(textOf(await readPages(second.bytes))).toContain('序号文件标题签发日期');
    expect((await clerk.snapshots()).map(({ columnSet }) => columnSet)).toEqual(['精简', '网站核对']);
    expect(await clerk.verifyPaper({ file: null, number: first.number })).toMatchObject({ isSound: true, changed: 0 });
  });

  test('names a changed field that only own columns show', async () => {
    const set = await save({ name: '印发核对' });
    const { number } = await printed(set.id);
    const detail = await world.as('clerk').documents.get({ id: documentId });
    const amendment = { ...detail.input, id: documentId, version: detail.summary.version, reasonForChange: '更正' };
    await world.as('clerk').documents.amend({ ...amendment, printedOn: toDay('2019-09-24') });
    const check = await world.as('clerk').ledgers.verifyPaper({ file: null, number });
    expect(check.changes).toMatchObject([
      { kind: 'changed', fields: [{ field: 'printedOn', before: '2019-09-23', after: '2019-09-24' }] },
    ]);
  });

  test('is refused by the name of what is wrong once its set is withdrawn', async () => {
    const set = await save({ name: '将删' });
    await world.as('clerk').columnSets.withdraw({ id: set.id });
    expect(await brokenOf(printed(set.id))).toEqual(['columnSet.gone']);
  });
});

test('a table file has the columns of the set in their order', async () => {
  const { columns } = await save({ name: '导出用', columns: ['postedOn', 'title', 'validity', 'copies'] });
  const asked = { filter: {}, sort: { by: 'docNumber', direction: 'asc' }, format: 'csv', language: 'zh' } as const;
  const file = await world.as('clerk').documents.export({ ...asked, columns });
  const reading = readCsv(new Uint8Array(await file.arrayBuffer()));
  expect(reading.ok && reading.table.headers).toEqual(['公开日期', '文件标题', '有效性', '应送份数', '实收份数']);
});
