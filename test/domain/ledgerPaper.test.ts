import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsCode, ledgerChanges, ledgerCode, readLedgerCode } from '../../electron/domain/ledgerPaper.ts';

const HASHES = { headHash: '9f3c71a2e04b88d1bb20', rowsHash: '5a2b00ff17e4aa' };

describe('the code of a printed ledger', () => {
  test('holds number and the beginnings of both hashes, and is read again from a scan or by hand', () => {
    const code = ledgerCode({ number: 'TZ-2019-0017', ...HASHES });
    expect(code).toBe('TZ-2019-0017 9F3C71A2E04B88D1 5A2B00FF17E4');
    expect(readLedgerCode(code)).toEqual({ number: 'TZ-2019-0017', head: '9F3C71A2E04B88D1', rows: '5A2B00FF17E4' });
    expect(readLedgerCode('tz-2019-0017')).toEqual({ number: 'TZ-2019-0017', head: '', rows: '' });
    expect(readLedgerCode(' ＴＺ－２０１９－００１７ 9F3C 71A2 E04B 88D1 ')?.head).toBe('9F3C71A2E04B88D1');
    expect(readLedgerCode('DJ-2019-0004')).toEqual({ number: 'DJ-2019-0004', head: '', rows: '' });
    for (const other of ['', 'TZ-2019', 'HZ-2019-0031', 'TZ-2019-0017 9F3C']) {
      expect(readLedgerCode(other)).toBeUndefined();
    }
  });

  test('fits its own ledger only; a number alone fits any', () => {
    const code = readLedgerCode(ledgerCode({ number: 'TZ-2019-0017', ...HASHES }));
    if (!code) throw new Error('unread');
    expect(fitsCode(code, HASHES)).toBe(true);
    expect(fitsCode(code, { ...HASHES, rowsHash: '6a2b00ff17e4aa' })).toBe(false);
    expect(fitsCode(code, { ...HASHES, headHash: '8f3c71a2e04b88d1bb20' })).toBe(false);
    expect(fitsCode({ number: 'TZ-2019-0017', head: '', rows: '' }, HASHES)).toBe(true);
  });
});

describe('rows against the registry', () => {
  const row = (title: string, postedOn: string | null = null) => ({ title, postedOn });

  test('name the field, before and after; rows that went and rows that came', () => {
    const before = [
      { id: 'a', row: row('甲') },
      { id: 'b', row: row('乙') },
      { id: 'c', row: row('丙') },
    ];
    const now = [
      { id: 'c', row: row('丙', '2019-09-30') },
      { id: 'd', row: row('丁') },
      { id: 'a', row: row('甲') },
    ];
    expect(ledgerChanges(before, now)).toEqual([
      { kind: 'removed', position: 2, row: row('乙'), fields: [] },
      {
        ...{ kind: 'changed', position: 3, row: row('丙') },
        fields: [{ field: 'postedOn', before: null, after: '2019-09-30' }],
      },
      { kind: 'added', position: null, row: row('丁'), fields: [] },
    ]);
  });

  test('are no change in any other order, and every difference is told exactly once', () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.string(), row: fc.record({ title: fc.string() }) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(rows, rows, (before, now) => {
        expect(ledgerChanges(before, before.toReversed())).toEqual([]);
        const changes = ledgerChanges(before, now);
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        const after = new Map(now.map(({ id, row }) => [id, row.title]));
        expect(count('removed')).toBe(before.filter(({ id }) => !after.has(id)).length);
        expect(count('added') - count('removed')).toBe(now.length - before.length);
        expect(count('changed')).toBe(
          before.filter(({ id, row }) => after.has(id) && after.get(id) !== row.title).length,
        );
      }),
    );
  });
});
