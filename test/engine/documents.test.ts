/** Registering, amending, changing the attribute and voiding, against a real registry. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { historyOf, trailHead } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type RegisterInput, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const register = (special: Partial<RegisterInput> = {}) =>
  world.as('clerk').documents.register(ordinaryDocument(world, special));
const brokenOf = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = (await promise.catch((caught: unknown) => caught)) as {
    code: string;
    data: { broken: { code: string }[] };
  };
  expect(error.code).toBe('BROKEN_RULES');
  return error.data.broken.map(({ code }) => code);
};
const acts = (id: string) => historyOf(world.registry().store.readable, id).map(({ act }) => act);

describe('register', () => {
  test('stores the document with its deadline, normalises the number and leaves one trail entry', async () => {
    const before = trailHead(world.registry().store.readable).seq;
    const { document } = await register({ isUnnumbered: false, docNumberRaw: '滨市监发[2019]012号' });
    expect(document).toMatchObject({
      docNumber: '滨市监发〔2019〕12号',
      attribute: 'PROACTIVE',
      copiesMissing: 7,
      state: 'issued',
      posting: { dueOn: '2019-07-08', state: 'open', provisional: false, triggerOn: '2019-06-10' },
    });
    expect(trailHead(world.registry().store.readable).seq).toBe(before + 1);
    expect(acts(document.id)).toEqual(['documents.register']);
  });

  test('answers a repeated registration with the same record', async () => {
    const input = ordinaryDocument(world, { title: '关于重复提交的通知' });
    const first = await world.as('clerk').documents.register(input);
    const second = await world.as('clerk').documents.register(input);
    expect(second.document).toEqual(first.document);
    const { total } = await world.as('clerk').documents.list({
      filter: { query: '关于重复提交' },
      sort: { by: 'signedOn', direction: 'asc' },
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(1);
  });

  test('names all broken rules at once and stores nothing', async () => {
    const before = trailHead(world.registry().store.readable);
    const codes = await brokenOf(
      register({
        title: ' ',
        attribute: null,
        signer: '',
        signedOn: toDay('2019-12-31'),
        isUnnumbered: false,
        docNumberRaw: '滨市监发〔19〕1号',
      }),
    );
    expect(codes).toEqual(
      expect.arrayContaining([
        'document.titleMissing',
        'attribute.missing',
        'document.signerMissing',
        'document.dayInFuture',
        'docNumber.twoDigitYear',
      ]),
    );
    expect(trailHead(world.registry().store.readable)).toEqual(before);
  });

  test('keeps nothing of a document with a secrecy mark', async () => {
    expect(await brokenOf(register({ title: '关于某事的通知 机密★10年' }))).toEqual(['secret.marked']);
    await world.as('clerk').documents.saveDraft({ form: 'register', body: JSON.stringify({ title: '初稿' }) });
    const marked = world
      .as('clerk')
      .documents.saveDraft({ form: 'register', body: JSON.stringify({ title: '绝密★长期' }) });
    expect(await brokenOf(marked)).toEqual(['secret.marked']);
    expect(await world.as('clerk').documents.loadDraft({ form: 'register' })).toBeNull();
  });

  test('warns of the number that another document bears, and still takes it', async () => {
    const number = { isUnnumbered: false, docNumberRaw: '滨市监函〔2019〕5号' };
    const first = (await register({ ...number, title: '关于甲的函' })).document;
    const same = await world.as('clerk').documents.sameNumber({ docNumberRaw: '滨市监函[2019]05号', exceptId: null });
    expect(same).toEqual([{ id: first.id, docNumber: '滨市监函〔2019〕5号', title: '关于甲的函', isVoided: false }]);
    const second = (await register({ ...number, title: '关于乙的函' })).document;
    expect((await world.as('clerk').documents.get({ id: second.id })).sameNumber).toMatchObject([{ id: first.id }]);
  });

  test('counts the copies that came with it', async () => {
    const delivery = { copies: 5, deliveredBy: '孙犇', location: '甲柜' };
    const { document } = await register({ delivery });
    expect(document).toMatchObject({ copiesReceived: 5, copiesMissing: 2 });
  });
});

describe('amend', () => {
  test('refuses an old version and says which one stands', async () => {
    const { document } = await register();
    const detail = await world.as('clerk').documents.get({ id: document.id });
    const amendment = { ...detail.input, id: document.id, version: document.version, reasonForChange: '更正标题' };
    await world.as('clerk').documents.amend({ ...amendment, title: '关于更正后的通知' });
    const stale = await world
      .as('clerk')
      .documents.amend({ ...amendment, title: '又一个标题' })
      .catch((error: unknown) => error);
    expect(stale).toMatchObject({ code: 'STALE', data: { currentVersion: 2, changedFields: ['title'] } });
  });

  test('makes a new revision for what signatures cover, and none for notes', async () => {
    const { document } = await register();
    const read = () => world.as('clerk').documents.get({ id: document.id });
    const first = await read();
    await world
      .as('clerk')
      .documents.amend({ ...first.input, id: document.id, version: 1, reasonForChange: '备注', note: '存甲柜' });
    const noted = await read();
    expect(noted).toMatchObject({ revision: 1, contentHash: first.contentHash });
    await world.as('clerk').documents.amend({
      ...noted.input,
      id: document.id,
      version: 2,
      reasonForChange: '改题',
      title: '关于另一事项的通知',
    });
    const retitled = await read();
    expect(retitled.revision).toBe(2);
    await world.as('clerk').documents.amend({
      ...retitled.input,
      id: document.id,
      version: 3,
      reasonForChange: '改回',
      title: first.input.title,
    });
    // The old text put back is still another content.
    expect((await read()).contentHash).not.toBe(first.contentHash);
    expect(acts(document.id)).toEqual(['documents.amend', 'documents.amend', 'documents.amend', 'documents.register']);
  });

  test('leaves the attribute to its own act', async () => {
    const { document } = await register();
    const { input } = await world.as('clerk').documents.get({ id: document.id });
    const amendment = {
      ...input,
      id: document.id,
      version: 1,
      reasonForChange: '改属性',
      attribute: 'ON_REQUEST' as const,
      reason: '涉及特定当事人，需个案权衡后提供',
    };
    expect(await brokenOf(world.as('clerk').documents.amend(amendment))).toContain('attribute.changeByItself');
  });
});

describe('change of attribute', () => {
  test('to 主动公开 starts a new clock on the day of the change, across the make-up Saturday', async () => {
    const later = await makeWorld({ now: '2026-03-04T01:00:00.000Z' });
    const special = {
      signedOn: toDay('2026-01-05'),
      writtenOn: toDay('2026-01-05'),
      printedOn: toDay('2026-01-06'),
      attribute: 'NOT_DISCLOSED',
      basis: 'internalWorkflow',
      reason: '属于内部工作流程信息，依规不予公开',
    } as const;
    const { document } = await later.as('clerk').documents.register(ordinaryDocument(later, special));
    expect(document.posting).toBeNull();
    const changed = await later.as('clerk').documents.changeAttribute({
      id: document.id,
      version: 1,
      to: 'PROACTIVE',
      basis: null,
      basisLaw: '',
      reason: '年度评估认为应当主动公开',
      changedOn: toDay('2026-02-13'),
    });
    // 02-14 #1, 02-24 to 02-28 #2-6 (the 28th works), 03-02 to 03-06 #7-11, 03-09 to 03-13 #12-16, 03-16 to 03-19 #17-20.
    expect(changed.posting).toMatchObject({
      triggerOn: '2026-02-13',
      triggerSource: 'attributeChange',
      dueOn: '2026-03-19',
    });
    const { attributeChanges } = await later.as('clerk').documents.get({ id: document.id });
    expect(attributeChanges.map(({ from, to }) => [from, to])).toEqual([
      [null, 'NOT_DISCLOSED'],
      ['NOT_DISCLOSED', 'PROACTIVE'],
    ]);
    later.close();
  });
});

describe('void', () => {
  test('keeps number and record, and owes nothing any more', async () => {
    const { document } = await register({ isUnnumbered: false, docNumberRaw: '滨市监发〔2019〕99号' });
    const noReason = world.as('clerk').documents.void({ id: document.id, version: 1, reason: '' });
    expect(await brokenOf(noReason)).toEqual(['document.voidReasonMissing']);
    const voided = await world.as('clerk').documents.void({ id: document.id, version: 1, reason: '文号误用' });
    expect(voided).toMatchObject({ isVoided: true, state: 'voided', posting: null, copiesMissing: 0 });
    const same = await world.as('clerk').documents.sameNumber({ docNumberRaw: '滨市监发〔2019〕99号', exceptId: null });
    expect(same).toMatchObject([{ isVoided: true }]);
  });
});

describe('division heads', () => {
  test('see what their division filed and nothing of another', async () => {
    const food = (await register({ title: '关于本处事项的通知' })).document;
    const policy = (await register({ title: '关于他处事项的通知', draftingDivisionId: world.divisions.policy }))
      .document;
    const head = world.as('foodHead');
    expect((await head.documents.get({ id: food.id })).summary.id).toBe(food.id);
    await expect(head.documents.get({ id: policy.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = await head.documents.list({
      filter: {},
      sort: { by: 'signedOn', direction: 'asc' },
      offset: 0,
      limit: 500,
    });
    expect(new Set(list.rows.map(({ divisionId }) => divisionId))).toEqual(new Set([world.divisions.food]));
    const other = await head.documents.list({
      filter: { divisionId: world.divisions.policy },
      sort: { by: 'signedOn', direction: 'asc' },
      offset: 0,
      limit: 10,
    });
    expect(other).toEqual({ rows: [], total: 0 });
  });
});

test('an id that is no id is refused by name before anything else is looked at', async () => {
  const input = { ...ordinaryDocument(world), id: 'x' };
  const error = await world
    .as('clerk')
    .documents.register(input)
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'BROKEN_RULES', data: { broken: [{ code: 'input.invalid', field: 'id' }] } });
  await expect(world.as('clerk').documents.get({ id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
