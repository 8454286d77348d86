/** A figure of the clock opens its rows: in the ledger, or for a division bound to its own among the duties. */

import { expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { type ClockState, dutiesHref, ledgerHref } from '../../renderer/parts/statistics/rows.ts';

const asked = { from: toDay('2019-01-01'), to: toDay('2019-12-31'), divisionId: null };
const today = toDay('2019-09-24');

function duties(postingState: ClockState, more = {}): Record<string, string> {
  const [, query = ''] = dutiesHref(asked, { postingState, ...more }, today).split('?');
  return Object.fromEntries(new URLSearchParams(query));
}

test('each state as the duties call it, of what was signed in the period', () => {
  const signed = { rule: 'posting', kind: 'document', signedFrom: '2019-01-01', signedTo: '2019-12-31' };
  expect(duties('postedInTime')).toEqual({ state: 'met', ...signed });
  expect(duties('postedLate')).toEqual({ state: 'metLate', ...signed });
  expect(duties('posted')).toEqual({ state: 'done', ...signed });
  expect(duties('inTime')).toEqual({ state: 'unmet', from: '2019-09-24', ...signed });
  const late = { dueFrom: toDay('2019-09-02'), dueTo: toDay('2019-09-09') };
  expect(duties('overdue', late)).toEqual({ state: 'overdue', from: '2019-09-02', to: '2019-09-09', ...signed });
});

test('without an end where the period has none', () => {
  const href = dutiesHref({ from: null, to: null, divisionId: null }, { postingState: 'overdue' }, today);
  expect(href).toBe('/duties?state=overdue&rule=posting&kind=document&signedFrom=&signedTo=');
  expect(ledgerHref({ ...asked, divisionId: 'a' }, { postingState: 'overdue' })).toBe(
    '/ledger?signedFrom=2019-01-01&signedTo=2019-12-31&divisionId=a&postingState=overdue',
  );
});
