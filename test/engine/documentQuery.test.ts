/** Filters of the ledger against a look at every document, under each setting that moves a due day. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentFilter } from '../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../electron/contract/records.ts';
import { addDays, type Day, toDay } from '../../electron/domain/day.ts';
import { postDocument } from '../../electron/engine/documents/publishing.ts';
import { newId } from '../../electron/engine/newId.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { linesOf } from '../../electron/store/ledgerQuery.ts';
import { makeWorld, ordinaryDocument, type RegisterInput, type World } from '../world.ts';

const TODAY = toDay('2019-09-24');
const MONTH = { signedFrom: toDay('2019-08-10'), signedTo: toDay('2019-09-09') };
type Order = 'signedOn' | 'enteredAt' | 'dueOn' | 'postedOn' | 'division';
let world: World;

beforeAll(async () => {
  world = await makeWorld({ now: `${TODAY}T01:00:00.000Z` });
  const random = seededRandom(7);
  const { food, policy, office } = world.divisions;
  for (let at = 0; at < 120; at += 1) {
    const signedOn = addDays(TODAY, -Math.floor(random() * 70));
    const isNormative = random() < 0.3;
    const isClosed = random() < 0.15;
    const special: Partial<RegisterInput> = {
      ...{ signedOn, writtenOn: signedOn, printedOn: signedOn, isNormative },
      draftingDivisionId: [food, policy, office][Math.floor(random() * 3)] ?? food,
      title: `关于${random() < 0.5 ? '食品' : '电梯'}第${at + 1}项工作的通知`,
      ...(isNormative
        ? { legalityReviewNumber: '合审1号', legalityReviewOn: signedOn, interpretationPlan: '图解' }
        : {}),
      ...(isClosed ? { attribute: 'ON_REQUEST' as const, reason: '只涉及特定的一家企业。' } : {}),
    };
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world, special));
    const postedOn = addDays(signedOn, 1 + Math.floor(random() * 40));
    if (!isClosed && postedOn <= TODAY) await post(document.id, postedOn);
    else if (random() < 0.2) {
      await world.as('clerk').documents.void({ id: document.id, version: document.version, reason: '重复登记' });
    }
  }
});
afterAll(() => world.close());

async function post(documentId: string, postedOn: Day): Promise<void> {
  const { id, name, login, divisionId, roles } = world.people.clerk;
  const actor = { personId: id, name, login, divisionId, roles, workstation: 'test' };
  const posting = { channel: 'website', url: 'https://example.invalid/a', lateReason: '', exceptionReason: '' };
  await world.registry().write(actor, async (work) => {
    postDocument(work, { id: newId(), documentId, postedOn, evidenceId: null, ...posting }, { isHistorical: true });
  });
}

async function found(filter: DocumentFilter, by: Order = 'signedOn') {
  const rows: DocumentSummary[] = [];
  for (;;) {
    const sort = { by, direction: 'asc' } as const;
    const page = await world.as('clerk').documents.list({ filter, sort, offset: rows.length, limit: 17 });
    rows.push(...page.rows);
    if (page.rows.length === 0) {
      expect(rows.length).toBe(page.total);
      return rows;
    }
  }
}

const idsOf = (rows: readonly DocumentSummary[]) => rows.map(({ id }) => id).toSorted();
const all = async () => [...(await found({})), ...(await found({ isVoided: true }))];
const standing = async () => (await all()).filter(({ isVoided }) => !isVoided);

describe('a filter finds exactly what a look at every document finds', () => {
  test.each<[string, DocumentFilter, (row: DocumentSummary) => boolean]>([
    ['posted late', { postingState: 'postedLate' }, ({ posting }) => posting?.state === 'metLate'],
    ['posted on time', { postingState: 'postedInTime' }, ({ posting }) => posting?.state === 'met'],
    [
      'open and not overdue',
      { postingState: 'inTime' },
      ({ posting }) => posting !== null && posting.doneOn === null && posting.state !== 'overdue',
    ],
    [
      'due within a month',
      { dueFrom: toDay('2019-09-01'), dueTo: toDay('2019-09-30') },
      ({ posting }) => posting !== null && posting.dueOn >= '2019-09-01' && posting.dueOn <= '2019-09-30',
    ],
    [
      'overdue and due by a day',
      { postingState: 'overdue', dueTo: toDay('2019-09-18') },
      ({ posting }) => posting?.state === 'overdue' && posting.dueOn <= '2019-09-18',
    ],
    [
      'posted within a month',
      { postedFrom: toDay('2019-09-01'), postedTo: toDay('2019-09-15') },
      ({ postedOn }) => postedOn !== null && postedOn >= '2019-09-01' && postedOn <= '2019-09-15',
    ],
    ['posted', { postingState: 'posted' }, ({ postedOn }) => postedOn !== null],
    ['overdue', { postingState: 'overdue' }, ({ posting }) => posting?.state === 'overdue'],
    [
      'open without review',
      { postingState: 'open', reviewStage: 'missing' },
      ({ posting, reviewStage }) =>
        posting !== null && posting.doneOn === null && ['none', 'returned', 'lapsed'].includes(reviewStage),
    ],
    ['due today', { postingState: 'today' }, ({ posting }) => posting?.state === 'today'],
    ['due soon', { postingState: 'soon' }, ({ posting }) => posting?.state === 'soon'],
    ['open', { postingState: 'open' }, ({ posting }) => posting !== null && posting.doneOn === null],
    ['not to be posted', { postingState: 'notDue' }, ({ posting }) => posting === null],
    [
      'without review',
      { reviewStage: 'missing' },
      ({ reviewStage }) => ['none', 'returned', 'lapsed'].includes(reviewStage),
    ],
    ['short of copies', { isShortOfCopies: true }, ({ copiesMissing }) => copiesMissing > 0],
    ['normative', { isNormative: true }, ({ isNormative }) => isNormative],
    ['by words', { query: '电梯 通知' }, ({ title }) => title.includes('电梯')],
    [
      'late and normative',
      { postingState: 'postedLate', isNormative: true },
      (row) => row.isNormative && row.posting?.state === 'metLate',
    ],
    [
      'late, by words',
      { postingState: 'postedLate', query: '食品' },
      (row) => row.title.includes('食品') && row.posting?.state === 'metLate',
    ],
  ])('%s', async (_, filter, isMeant) => {
    const expected = (await standing()).filter(isMeant);
    expect(idsOf(await found(filter))).toEqual(idsOf(expected));
    expect(expected.length).toBeGreaterThan(_ === 'due today' ? -1 : 0);
  });

  test('another due day of normative documents moves what is open and nothing that is closed', async () => {
    const { setSetting } = world.as('administrator').registry;
    const late = await found({ postingState: 'postedLate' });
    const overdue = await found({ postingState: 'overdue' });
    await setSetting({ key: 'normativePosting', value: '"interpretation"', reason: '局务会议定' });
    expect(idsOf(await found({ postingState: 'postedLate' }))).toEqual(idsOf(late));
    const expected = (await standing()).filter(({ posting }) => posting?.state === 'overdue');
    expect(idsOf(await found({ postingState: 'overdue' }))).toEqual(idsOf(expected));
    expect(expected.length).toBeGreaterThan(overdue.length);
    await setSetting({ key: 'normativePosting', value: '"posting"', reason: '恢复' });
    expect(idsOf(await found({ postingState: 'overdue' }))).toEqual(idsOf(overdue));
  });
});

describe('an order', () => {
  test.each(['signedOn', 'enteredAt', 'dueOn', 'postedOn', 'division'] as const)(
    'by %s shows every document once, page by page',
    async (by) => {
      const rows = await found({}, by);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(idsOf(rows)).toEqual(idsOf(await standing()));
    },
  );

  test.each<[string, Order, DocumentFilter]>([
    ['common', 'signedOn', { query: '工作' }],
    ['common', 'dueOn', { query: '通知 工作' }],
    ['common', 'postedOn', { query: '食品' }],
    ['common', 'division', { query: '食品' }],
    ['common, with a filter', 'signedOn', { query: '工作', isNormative: true }],
    ['rare', 'signedOn', { query: '第7项' }],
    ['fairly common', 'signedOn', { query: '食品' }],
    ['void', 'signedOn', { query: '食品', isVoided: true }],
    ['fairly common, of a month', 'signedOn', { query: '食品', ...MONTH }],
    ['common, of a month', 'signedOn', { query: '工作', ...MONTH }],
    ['fairly common, of a month', 'enteredAt', { query: '食品', ...MONTH }],
    ['one that may be initials', 'signedOn', { query: 'gz' }],
  ])('of %s words, by %s, is that of the whole ledger', async (_, by, filter) => {
    const { query, ...others } = filter;
    const terms = query === 'gz' ? ['工作'] : (query ?? '').split(' ');
    const expected = (await found(others, by)).filter(({ title }) => terms.every((term) => title.includes(term)));
    expect(expected.length).toBeGreaterThan(0);
    expect((await found(filter, by)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test.each<DocumentFilter>([{ postingState: 'open' }, { postingState: 'overdue', reviewStage: 'missing' }])(
    'of signing, asked for %o, is that of the whole ledger',
    async (filter) => {
      const meant = new Set(idsOf(await found(filter, 'dueOn')));
      const expected = (await found({})).filter(({ id }) => meant.has(id));
      expect(expected.length).toBeGreaterThan(1);
      expect((await found(filter)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    },
  );

  test('of signing follows an amendment of that day', async () => {
    const clerk = world.as('clerk');
    const [before, ...others] = await found({ postingState: 'open' });
    const { summary, input } = await clerk.documents.get({ id: before?.id ?? '' });
    const days = { signedOn: TODAY, writtenOn: TODAY, printedOn: TODAY };
    const { id, version } = summary;
    await clerk.documents.amend({ ...input, ...days, id, version, reasonForChange: '更正签发日期' });
    const rows = await found({ postingState: 'open' });
    const words = input.title.slice(0, 6);
    const searched = await found({ query: words, signedFrom: TODAY });
    expect(searched.some((row) => row.id === id)).toBe(true);
    expect(rows[0]?.id).toBe(others[0]?.id);
    expect(rows.find((row) => row.id === id)?.signedOn).toBe(TODAY);
    expect(rows.map(({ signedOn }) => signedOn)).toEqual(rows.map(({ signedOn }) => signedOn).toSorted());
  });

  test('of words by entry is the order in which the documents were registered', async () => {
    const rows = await found({ query: '食品' }, 'enteredAt');
    const byNumber = rows.map(({ title }) => Number(/第(\d+)项/.exec(title)?.[1]));
    expect(byNumber).toEqual(byNumber.toSorted((a, b) => a - b));
    const withVoid = await found({ query: '食品', isVoided: true }, 'enteredAt');
    expect(withVoid.length).toBeGreaterThan(0);
    expect(withVoid.every(({ isVoided }) => isVoided)).toBe(true);
  });
});

test.each([undefined, false, true])(
  'common words within a division, void %s, are counted as they are listed',
  async (isVoided) => {
    const ofState = isVoided === undefined ? {} : { isVoided };
    for (const divisionId of Object.values(world.divisions)) {
      const expected = (await found(ofState)).filter((row) => row.divisionId === divisionId);
      expect(idsOf(await found({ ...ofState, divisionId, query: '通知' }))).toEqual(idsOf(expected));
    }
  },
);

test('a list of forty thousand ids is one statement', () => {
  const ids = Array.from({ length: 40_000 }, () => newId());
  expect(linesOf(world.registry().store.readable, ids)).toEqual([]);
});

test('a count that may stop early is exact below its limit and at least the limit above', async () => {
  const ask = (countUpTo?: number) =>
    world.as('clerk').documents.list({
      filter: { query: '工作' },
      sort: { by: 'enteredAt', direction: 'desc' },
      offset: 0,
      limit: 5,
      ...(countUpTo === undefined ? {} : { countUpTo }),
    });
  const { total } = await ask();
  expect(total).toBeGreaterThan(20);
  expect((await ask(total + 1)).total).toBe(total);
  expect((await ask(7)).total).toBe(7);
});
