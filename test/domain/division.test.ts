import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import {
  brokenOnClosing,
  brokenOnRenaming,
  type DivisionLink,
  divisionHeritage,
  nameOn,
  presentDivision,
} from '../../electron/domain/division.ts';

const link = (id: string, successorId: string | null = null): DivisionLink => ({ id, successorId });
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

/** 工商局的几个处并入市场监管局: consumer → food, price → competition → food. */
const LINKS = [link('food'), link('consumer', 'food'), link('competition', 'food'), link('price', 'competition')];

/** Links that only point to a division made earlier cannot turn in a circle. */
const forests = fc
  .array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 20 })
  .map((picks) => picks.map((pick, at) => link(`d${at}`, pick === null || at === 0 ? null : `d${pick % at}`)));

describe('the present division', () => {
  test.each([
    ['food', 'food'],
    ['consumer', 'food'],
    ['price', 'food'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (id, present) => {
    expect(presentDivision(LINKS, id)).toBe(present);
  });
  test('a circle is refused, not followed for ever', () => {
    expect(() => presentDivision([link('a', 'b'), link('b', 'a')], 'a')).toThrow('circle');
    expect(() => presentDivision([link('a', 'a')], 'a')).toThrow('circle');
  });
  test('it has no successor itself, and its heritage holds everyone who came to it', () => {
    fc.assert(
      fc.property(forests, (links) => {
        for (const { id } of links) {
          const present = presentDivision(links, id);
          expect(links.find((one) => one.id === present)?.successorId).toBeNull();
          expect(divisionHeritage(links, present)).toContain(id);
        }
      }),
    );
  });
  test('heritages of the divisions of today share nobody and leave nobody out', () => {
    fc.assert(
      fc.property(forests, (links) => {
        const today = links.filter(({ successorId }) => successorId === null);
        const heirs = today.flatMap(({ id }) => divisionHeritage(links, id));
        expect(heirs.toSorted()).toEqual(links.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('the name on a day', () => {
  const current = { name: '食品安全处', shortName: '食品' };
  const former = [
    { name: '食品处', shortName: '食', replacedOn: toDay('2018-11-01') },
    { name: '食品监管处', shortName: '食监', replacedOn: toDay('2019-06-01') },
  ];
  test.each([
    ['2018-10-31', '食品处'],
    ['2018-11-01', '食品监管处'],
    ['2019-05-31', '食品监管处'],
    ['2019-06-01', '食品安全处'],
  ])('%s: %s', (day, name) => {
    expect(nameOn(current, former.toReversed(), toDay(day)).name).toBe(name);
  });
});

describe('closing', () => {
  const today = toDay('2019-06-12');
  const day = (text: string) => toDay(text);
  const open = (id: string, successorId: string | null = null) => ({
    ...link(id, successorId),
    isGeneralOffice: id === 'office',
    closedOn: successorId === null ? null : day('2019-01-01'),
  });
  const divisions = [open('office'), open('food'), open('policy'), open('old', 'food')];
  const close = (id: string, closedOn: string | null, successorId: string | null) =>
    codes(
      brokenOnClosing({ id, closedOn: closedOn === null ? null : day(closedOn), successorId }, { divisions, today }),
    );

  test('with a successor, from a day that has come', () => {
    expect(close('policy', '2019-06-12', 'food')).toEqual([]);
    expect(close('policy', '2019-06-01', null)).toEqual([]);
    expect(close('policy', null, null)).toEqual([]);
  });
  test('never into a circle', () => {
    expect(close('food', '2019-06-12', 'food')).toEqual(['division.successorInCircle']);
    expect(close('food', '2019-06-12', 'old')).toContain('division.successorInCircle');
  });
  test.each([
    ['policy', '2019-06-13', null, 'division.closedInFuture'],
    ['policy', null, 'food', 'division.successorThoughOpen'],
    ['policy', '2019-06-12', 'nobody', 'division.successorUnknown'],
    ['policy', '2019-06-12', 'old', 'division.successorClosed'],
    ['office', '2019-06-12', null, 'division.generalOfficeStays'],
  ])('%s on %s by %s: %s', (id, closedOn, successorId, code) => {
    expect(close(id, closedOn, successorId)).toEqual([code]);
  });
});

test('a new name begins on a day that has come, after the one before', () => {
  const today = toDay('2019-06-12');
  const former = [{ name: '食品处', shortName: '食', replacedOn: toDay('2019-03-01') }];
  expect(brokenOnRenaming(toDay('2019-06-12'), { former, today })).toEqual([]);
  expect(codes(brokenOnRenaming(null, { former, today }))).toEqual(['division.renamedOnMissing']);
  expect(codes(brokenOnRenaming(toDay('2019-06-13'), { former, today }))).toEqual(['division.renamedInFuture']);
  expect(codes(brokenOnRenaming(toDay('2019-03-01'), { former, today }))).toEqual(['division.renamedBefore']);
});
