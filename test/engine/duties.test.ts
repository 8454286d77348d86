/** The Today board against a walk over every document, why a date is what it is, and who sees what. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TileName } from '../../electron/contract/duties.ts';
import { addDays, toDay } from '../../electron/domain/day.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';

const TODAY = toDay('2019-09-24');
/** Signed on this Monday, a document is due on 24 September. */
const DUE_TODAY = toDay('2019-08-26');
const TILES = ['overdue', 'today', 'soon', 'copies', 'review', 'interpretation'] as const;

let world: World;
const ids: string[] = [];

/** Ninety documents of three divisions: open and to be withheld, plain and normative, short of copies and complete. */
beforeAll(async () => {
  world = await makeWorld({ now: `${TODAY}T01:00:00.000Z` });
  const random = seededRandom(20190924);
  const divisions = Object.values(world.divisions);
  for (let at = 0; at < 90; at += 1) {
    const signedOn = at < 3 ? DUE_TODAY : addDays(TODAY, -Math.floor(random() * 60));
    const isNormative = random() < 0.25;
    const isOpen = random() < 0.8;
    const special: Partial<RegisterInput> = {
      ...{ signedOn, writtenOn: signedOn, printedOn: signedOn, isNormative },
      draftingDivisionId: divisions[Math.floor(random() * divisions.length)] ?? '',
      title: `关于第${at + 1}项工作的通知`,
      ...(isNormative
        ? { legalityReviewNumber: '合审1号', legalityReviewOn: signedOn, interpretationPlan: '图解' }
        : {}),
      ...(isOpen
        ? {}
        : { attribute: 'NOT_DISCLOSED', basis: 'internalWorkflow', reason: '属于内部工作流程，不予公开。' }),
      delivery: { copies: Math.floor(random() * 9), deliveredBy: '刘洋', location: '' },
    };
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world, special));
    ids.push(document.id);
    if (random() < 0.1) {
      await world.as('clerk').documents.void({ id: document.id, version: document.version, reason: '重复登记' });
    }
  }
});
afterAll(() => world.close());

type Looked = Awaited<ReturnType<typeof look>>;

function look(person: PersonKey, id: string) {
  return world.as(person).documents.get({ id });
}

/** What the board has to say of one document, told from its page. */
function tilesOf({ summary, duties }: Looked): TileName[] {
  if (summary.isVoided) return [];
  const [urgent] = duties
    .filter(({ rule, doneOn }) => ['posting', 'interpretation'].includes(rule) && doneOn === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const isInReview = ['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge', 'referred'];
  const isUnreviewed =
    ['none', 'returned', 'lapsed'].includes(summary.reviewStage) && summary.attribute === 'PROACTIVE';
  return [
    ...TILES.filter((tile) => tile === urgent?.state),
    ...(summary.copiesMissing > 0 ? (['copies'] as const) : []),
    ...(isInReview.includes(summary.reviewStage) || isUnreviewed ? (['review'] as const) : []),
    ...(summary.isNormative && summary.attribute === 'PROACTIVE' && summary.interpretedOn === null
      ? (['interpretation'] as const)
      : []),
  ];
}

describe('board', () => {
  test('each tile counts and lists exactly the documents that a walk over all pages finds', async () => {
    const pages = await Promise.all(ids.map((id) => look('clerk', id)));
    for (const tile of TILES) {
      const expected = pages.filter((page) => tilesOf(page).includes(tile));
      const board = await world.as('clerk').duties.board({ tile });
      const rows = board.groups.flatMap((group) => group.rows);
      expect([tile, rows.map(({ subject }) => subject.id).toSorted()]).toEqual([
        tile,
        expected.map(({ summary }) => summary.id).toSorted(),
      ]);
      expect(board.tiles[tile].count).toBe(expected.length);
      expect(new Set(board.tiles[tile].divisions)).toEqual(new Set(expected.map((page) => page.summary.divisionName)));
      expect(expected.length).toBeGreaterThan(0);
    }
  });

  test('says the longest delay and how many copies are missing in all', async () => {
    const pages = await Promise.all(ids.map((id) => look('clerk', id)));
    const { tiles } = await world.as('clerk').duties.board({});
    const urgent = pages.filter((page) => tilesOf(page).includes('overdue')).flatMap(({ duties }) => duties);
    const late = urgent.filter(({ rule }) => rule === 'posting' || rule === 'interpretation');
    expect(tiles.overdue.detail).toBe(Math.max(...late.map(({ overdueWorkingDays }) => overdueWorkingDays)));
    expect(tiles.copies.detail).toBe(pages.reduce((sum, { summary }) => sum + summary.copiesMissing, 0));
  });

  test('without a tile it lists what is late, due today or soon, by division and the most urgent first', async () => {
    const { groups, tiles } = await world.as('clerk').duties.board({});
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.length).toBe(tiles.overdue.count + tiles.today.count + tiles.soon.count);
    for (const group of groups) {
      const due = group.rows.map(({ duty }) => duty?.dueOn ?? '');
      expect(due).toEqual(due.toSorted());
      expect(group.rows.every(({ subject }) => subject.divisionId === group.divisionId)).toBe(true);
    }
  });

  test('a division head sees counts and rows of the own division only', async () => {
    const everyones = await world.as('clerk').duties.board({ tile: 'copies' });
    const own = await world.as('foodHead').duties.board({ tile: 'copies' });
    expect(own.groups.map(({ divisionId }) => divisionId)).toEqual([world.divisions.food]);
    const group = everyones.groups.find(({ divisionId }) => divisionId === world.divisions.food);
    expect(own.tiles.copies.count).toBe(group?.rows.length);
    expect(own.tiles.copies.divisions).toEqual(['食品安全监督管理处']);
  });

  test('on 24 September 2019 National Day is five working days ahead, with 29 September and 12 October worked', async () => {
    const { ahead, workingDaysToNextHoliday, isWorkingDay } = await world.as('clerk').duties.board({});
    expect(isWorkingDay).toBe(true);
    expect(workingDaysToNextHoliday).toBe(5);
    expect(ahead.filter(({ kind }) => kind === 'makeUp').map(({ day }) => day)).toEqual(['2019-09-29', '2019-10-12']);
    expect(ahead.filter(({ kind }) => kind === 'off').map(({ day }) => day)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => `2019-10-0${day}`),
    );
  });
});

describe('why a date is what it is', () => {
  test('signed Friday 2019-09-20, due Wednesday 2019-10-23: every day between is named or numbered', async () => {
    const special = { signedOn: toDay('2019-09-20'), writtenOn: toDay('2019-09-20'), printedOn: toDay('2019-09-20') };
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world, special));
    const { duty, days } = await world
      .as('clerk')
      .duties.explain({ kind: 'document', id: document.id, rule: 'posting' });
    expect(duty).toMatchObject({ dueOn: '2019-10-23', triggerOn: '2019-09-20', days: 20, unit: 'WD' });
    expect(days[0]).toEqual({ day: '2019-09-20', kind: 'trigger', ordinal: null, name: null });
    expect(days.find(({ day }) => day === '2019-09-29')).toMatchObject({ kind: 'makeUp', ordinal: 6 });
    expect(days.find(({ day }) => day === '2019-10-01')).toEqual({
      ...{ day: '2019-10-01', kind: 'off', ordinal: null, name: '国庆节' },
    });
    expect(days.at(-1)).toMatchObject({ day: '2019-10-23', ordinal: 20 });
    expect(days.length).toBe(34);
  });

  test('another division’s document does not exist, nor does a duty that it does not owe', async () => {
    const id = ids[0] ?? '';
    const owner = (await look('clerk', id)).summary.divisionId;
    const stranger = owner === world.divisions.food ? 'policyHead' : 'foodHead';
    const asked = { kind: 'document', id, rule: 'posting' } as const;
    await expect(world.as(stranger).duties.explain(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.as('clerk').duties.explain({ ...asked, rule: 'none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('the hint beside the form agrees with the duty of the registered document', async () => {
    const preview = world.as('clerk').duties.preview;
    const from = toDay('2019-08-22');
    expect(await preview({ from, rule: 'posting' })).toMatchObject({ dueOn: '2019-09-20', provisional: false });
    expect(await preview({ from, rule: 'budgetPosting' })).toMatchObject({ dueOn: '2019-09-11', unit: 'CD' });
    expect(await preview({ from: toDay('2007-01-04'), rule: 'posting' })).toBeNull();
  });
});
