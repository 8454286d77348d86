/** Printed ledgers and forms, read back from the very bytes: rows, dates, numbers, and what anchors them in the trail. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { ledgerSnapshot } from '../../drizzle/schema.ts';
import type { LedgerRequest } from '../../electron/contract/ledgers.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';

let world: World;
const ids: string[] = [];

/** A name that no typeface has: a character of a private area, as old ledgers hold them. */
const PRIVATE_NAME = '王\u{E010}';

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  const register = async (special: Partial<RegisterInput>) => {
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world, special));
    ids.push(document.id);
  };
  const signedOn = (text: string) => ({ signedOn: toDay(text), writtenOn: toDay(text), printedOn: toDay(text) });
  const numbered = (number: string) => ({ isUnnumbered: false, docNumberRaw: number });
  await register({ ...numbered('滨市监发〔2019〕9号'), ...signedOn('2019-08-22'), title: '关于食品抽检情况的通告' });
  await register({ ...numbered('滨市监发〔2019〕10号'), ...signedOn('2019-09-20'), title: '关于𠮷祥食品的通知' });
  await register({
    ...{ ...numbered('滨市监函〔2019〕2号'), ...signedOn('2019-09-10'), title: '关于商请提供案卷的函' },
    ...{ attribute: 'NOT_DISCLOSED', basis: 'enforcementFile', reason: '涉及正在办理的行政执法案件。' },
    ...{ draftingDivisionId: world.divisions.policy, delivery: { copies: 5, deliveredBy: '孙喆', location: '柜二' } },
  });
  await register({ ...signedOn('2019-07-02'), signer: PRIVATE_NAME, title: '关于夏季值班的通知' });
});
afterAll(() => world.close());

const REQUEST: LedgerRequest = {
  preset: 'brief',
  language: 'zh',
  filter: {},
  sort: { by: 'docNumber', direction: 'asc' },
  period: '',
};

async function compose(special: Partial<LedgerRequest> = {}, person: PersonKey = 'clerk', signal?: AbortSignal) {
  const steps = await world.as(person).ledgers.compose({ ...REQUEST, ...special }, signal ? { signal } : {});
  const progress: number[] = [];
  for await (const step of steps) {
    if (step.kind === 'progress') progress.push(step.done);
    else return { ...step.result, progress, content: await fetched(step.result.paperId, person) };
  }
  throw new Error('no result');
}

async function fetched(paperId: string, person: PersonKey): Promise<Uint8Array> {
  const file = await world.as(person).ledgers.fetch({ paperId });
  expect(file.type).toBe('application/pdf');
  return new Uint8Array(await file.arrayBuffer());
}

const printed = async (content: Uint8Array) => textOf(await readPages(content)).replace(/\s/gu, '');
const snapshotRows = () => world.registry().store.readable.select().from(ledgerSnapshot).all();

describe('a ledger', () => {
  test('prints every document in the order of its number, with the dates of the screen', async () => {
    const { content, pages, bytes, progress } = await compose();
    const text = await printed(content);
    expect(bytes).toBe(content.byteLength);
    expect(pages).toBe((await readPages(content)).length);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const { rows } = await world.as('clerk').documents.list({ ...REQUEST, offset: 0, limit: 50 });
    let at = -1;
    for (const { docNumber, posting } of rows) {
      const next = text.indexOf(docNumber ?? '无文号', at + 1);
      expect(next).toBeGreaterThan(at);
      at = next;
      if (posting) expect(text).toContain(posting.dueOn);
    }
    expect(text).toContain('关于𠮷祥食品的通知');
    expect(text).toContain(
      '共4件：主动公开3件（已上网0件，未上网3件），依申请公开0件，不予公开1件；逾期2件；缺备案23份。',
    );
  });

  test('carries number, filter, print data and the head of the trail, and is kept as a snapshot of those very bytes', async () => {
    const before = await compose();
    const filter = { attribute: 'PROACTIVE', signedFrom: toDay('2019-07-01'), signedTo: toDay('2019-09-30') } as const;
    const { content, snapshot } = await compose({ filter });
    const text = await printed(content);
    expect(snapshot.number.slice(-4)).toBe(String(Number(before.snapshot.number.slice(-4)) + 1).padStart(4, '0'));
    expect(text).toContain('统计期间：2019年第三季度');
    expect(text).toContain('筛选：公开属性为主动公开；签发日期2019-07-01至2019-09-30');
    expect(text).toContain(snapshot.number);
    expect(text).toContain('打印人陈静2019-09-3016:20');
    expect(text).toContain(snapshot.headHash.slice(0, 16).toUpperCase());
    const row = snapshotRows().find(({ id }) => id === snapshot.id);
    expect(row).toMatchObject({ rows: 3, pdfSha256: createHash('sha256').update(content).digest('hex') });
    const [entry] = listTrail(world.registry().store.readable, { act: 'ledgers.compose', limit: 1 }).entries;
    expect(entry).toMatchObject({ label: snapshot.number, entityId: snapshot.id, actorName: '陈静' });
    expect((await world.as('auditor').ledgers.snapshots())[0]).toEqual(snapshot);
  });

  test('says the second time that it is the second print of the same ledger', async () => {
    const filter = { signer: '李建明', docType: '函' };
    expect(await printed((await compose({ filter })).content)).toContain('首次打印');
    expect(await printed((await compose({ filter })).content)).toContain('第2次打印');
  });

  test('without any document is a nil return', async () => {
    const { content, snapshot } = await compose({ filter: { signedFrom: toDay('2019-09-29') }, period: '国庆节前' });
    const text = await printed(content);
    expect(snapshot.rows).toBe(0);
    expect(text).toContain('本期无');
    expect(text).toContain('统计期间：国庆节前');
  });

  test('in English and with all columns is complete too', async () => {
    const { content } = await compose({ preset: 'full', language: 'en', filter: { isNormative: false } });
    const text = await printed(content);
    expect(text).toContain('Filter:nonormativedocuments');
    expect(text).toContain('upto30September2019');
  });

  test('of a division head holds the own division, under its name, whatever is asked for', async () => {
    const { content, snapshot } = await compose({}, 'policyHead');
    const text = await printed(content);
    expect(snapshot.rows).toBe(1);
    expect(text).toContain('滨市监函〔2019〕2号');
    expect(text).toContain('填报单位（盖章）：滨海市市场监督管理局法规处');
    expect(text).toContain('筛选：起草处室为法规处');
    const foreign = await compose({ filter: { divisionId: world.divisions.food } }, 'policyHead');
    expect(foreign.snapshot.rows).toBe(0);
    const seen = await world.as('policyHead').ledgers.snapshots();
    expect(seen.map(({ printedBy }) => printedBy)).toEqual(['赵国强', '赵国强']);
  });

  test('reports a character that no typeface has, with the row it stands in, and names it in the foot', async () => {
    const { content, missing } = await compose({ preset: 'full' });
    expect(missing).toEqual([{ character: '\u{E010}', code: 'U+E010', where: ['4 签发人'] }]);
    expect(await printed(content)).toContain('字库未收的字以代码框表示：U+E010');
    expect((await compose({ filter: { attribute: 'NOT_DISCLOSED' }, preset: 'full' })).missing).toEqual([]);
  });

  test('printed by two at the same time gets two numbers, each with its own paper', async () => {
    const both = await Promise.all([compose(), compose({}, 'officeReviewer')]);
    expect(new Set(both.map(({ snapshot }) => snapshot.number)).size).toBe(2);
    for (const { content, snapshot } of both) expect(await printed(content)).toContain(snapshot.number);
  });

  test('that is cancelled leaves neither number nor snapshot', async () => {
    const before = snapshotRows().length;
    const cancel = new AbortController();
    const steps = await world.as('clerk').ledgers.compose(REQUEST, { signal: cancel.signal });
    const reading = (async () => {
      for await (const step of steps) if (step.kind === 'progress') cancel.abort();
    })();
    await reading.catch(() => undefined);
    expect(snapshotRows().length).toBe(before);
  });

  test('whose period carries a mark of secrecy is refused', async () => {
    await expect(compose({ period: '机密★10年' })).rejects.toMatchObject({
      data: { broken: [{ code: 'secret.marked', field: 'period' }] },
    });
  });

  test('is fetched only from the seat that composed it', async () => {
    const { paperId } = await compose();
    await expect(world.as('officeReviewer').ledgers.fetch({ paperId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a form', () => {
  const made = async (form: 'receipt' | 'review' | 'notice' | 'whyDate', documentId: string, rule?: string) => {
    const asked = { form, documentId, language: 'zh' as const, ...(rule === undefined ? {} : { rule }) };
    const paper = await world.as('clerk').ledgers.form(asked);
    return { ...paper, text: await printed(await fetched(paper.paperId, 'clerk')) };
  };

  test('receipt: what came, what is missing, under one number on both halves, the same when printed again', async () => {
    const [first, second] = [await made('receipt', ids[2] ?? ''), await made('receipt', ids[2] ?? '')];
    expect(first.text).toContain('HZ-2019-0001');
    expect(second.text.split('HZ-2019-0001').length).toBeGreaterThan(2);
    for (const said of ['法规处', '孙喆', '7份', '5份', '缺2份', '不予公开', '陈静'])
      expect(second.text).toContain(said);
    await world.as('clerk').copies.deliver({
      ...{ id: newId(), documentId: ids[2] ?? '', copies: 2, deliveredOn: toDay('2019-09-30') },
      ...{ deliveredBy: '孙喆', location: '柜二', note: '' },
    });
    expect((await made('receipt', ids[2] ?? '')).text).toContain('HZ-2019-0002');
  });

  test('receipt of a document without any delivery is refused', async () => {
    await expect(made('receipt', ids[0] ?? '')).rejects.toMatchObject({
      data: { broken: [{ code: 'copies.filingUnknown' }] },
    });
  });

  test('reminder: the day owed, the working days late, and where it is stuck', async () => {
    const { text, pages } = await made('notice', ids[0] ?? '');
    expect(pages).toBe(2);
    for (const said of ['CB-2019-0001', '逾期督办', '应于2019年9月20日前上网公开', '已逾期7个工作日', '未送保密审查']) {
      expect(text).toContain(said);
    }
    expect((await made('notice', ids[1] ?? '')).text).toContain('CB-2019-0002');
  });

  test('reminder of a document that owes nothing is refused and takes no number', async () => {
    await expect(made('notice', ids[2] ?? '', 'posting')).rejects.toMatchObject({
      data: { broken: [{ code: 'paper.nothingOwed' }] },
    });
    expect((await made('notice', ids[1] ?? '')).text).toContain('CB-2019-0003');
  });

  test('review form: empty boxes before the first signature, the steps as signed after it', async () => {
    const { text } = await made('review', ids[1] ?? '');
    expect(text).toContain('（审查未完成）');
    const detail = await world.as('clerk').documents.get({ id: ids[1] ?? '' });
    const ticks = {
      ...{ stateSecret: false, workSecret: false, tradeSecret: false },
      ...{ personalPrivacy: false, threeSecuritiesOneStability: false },
    };
    const signed = await world.as('clerk').reviews.sign({
      ...{ id: newId(), documentId: ids[1] ?? '', step: 'drafter', outcome: 'proposeDisclosure', opinion: '', ticks },
      ...{ basis: null, onBehalfOf: '', overrideReason: '', isLeaderInfoProofread: false },
      ...{ signedOn: toDay('2019-09-30'), contentHash: detail.contentHash, password: world.people.clerk.password },
    });
    const after = await made('review', ids[1] ?? '');
    expect(after.text).toContain(signed.reviews[0]?.formNumber);
    expect(after.text).toContain('签字：陈静2019年9月30日');
  });

  test('counted days: the same due day as the board, each day numbered', async () => {
    const { text } = await made('whyDate', ids[1] ?? '');
    expect(text).toContain('2019年10月23日');
    expect(text).toContain('第20日');
    expect(text).toContain('国办发明电〔2018〕15号');
  });

  test('stands in the history of its document and is out of reach for another division', async () => {
    const { history } = await world.as('clerk').documents.get({ id: ids[2] ?? '' });
    expect(history.filter(({ act }) => act === 'ledgers.form').length).toBe(3);
    const asked = { form: 'review', documentId: ids[2] ?? '', language: 'zh' } as const;
    await expect(world.as('foodHead').ledgers.form(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
