import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SeriesEntry, seriesLines, seriesTotals } from '../../electron/domain/numberSeries.ts';

const registered = (seq: number) => ({ seq, isVoided: false });
const voided = (seq: number) => ({ seq, isVoided: true });

/** Each line as it would be read aloud. */
const read = (entries: readonly SeriesEntry[]) =>
  seriesLines(entries).map(({ state, from, to }) => `${state} ${from === to ? from : `${from}-${to}`}`);

describe('the register of a number series', () => {
  test('names what is missing between the first number and the last, in one line', () => {
    expect(read([registered(7), registered(2), registered(3)])).toEqual([
      'gap 1',
      'registered 2',
      'registered 3',
      'gap 4-6',
      'registered 7',
    ]);
  });

  test('keeps a void document in its place, also where its number was given again', () => {
    expect(read([voided(1), registered(2), voided(2)])).toEqual(['void 1', 'registered 2', 'void 2']);
    expect(seriesTotals([voided(1), registered(2), voided(2)])).toEqual({
      last: 2,
      registered: 1,
      voided: 1,
      missing: 0,
      duplicated: 0,
    });
  });

  test('says of both documents that they carry the same number', () => {
    expect(read([registered(1), registered(1)])).toEqual(['duplicate 1', 'duplicate 1']);
    expect(seriesTotals([registered(1), registered(1)]).duplicated).toBe(1);
  });

  test('of no document is empty', () => {
    expect(read([])).toEqual([]);
    expect(seriesTotals([])).toEqual({ last: 0, registered: 0, voided: 0, missing: 0, duplicated: 0 });
  });
});

const entries = fc.array(fc.record({ seq: fc.integer({ min: 1, max: 60 }), isVoided: fc.boolean() }), {
  maxLength: 40,
});

describe('whatever was registered', () => {
  test('every number from 1 to the last stands in the register, in order, and gaps hold no document', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const lines = seriesLines(all);
        const numbers = lines.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
        expect([...new Set(numbers)]).toEqual(Array.from({ length: seriesTotals(all).last }, (_, at) => at + 1));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(lines.filter(({ state }) => state !== 'gap')).toHaveLength(all.length);
      }),
    );
  });

  test('registered, void and missing numbers together are the last number', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { last, registered: inForce, voided: onlyVoid, missing } = seriesTotals(all);
        expect(inForce + onlyVoid + missing).toBe(last);
        const gaps = seriesLines(all).filter(({ state }) => state === 'gap');
        expect(gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(missing);
      }),
    );
  });
});
