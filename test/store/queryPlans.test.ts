/** The lists and boards that everyone looks at all day go through an index, and do not walk or sort the registry. */

import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, test } from 'vitest';
import * as schema from '../../drizzle/schema.ts';
import { toDay } from '../../electron/domain/day.ts';
import type { Occasion } from '../../electron/domain/reassessment.ts';
import {
  documentsWithNumber,
  filingsOf,
  findDocument,
  publicationsOf,
  reviewsOf,
} from '../../electron/store/documents.ts';
import type { LedgerConditions } from '../../electron/store/ledgerConditions.ts';
import type { LedgerOrder } from '../../electron/store/ledgerOrder.ts';
import { ledgerIds, listLedger } from '../../electron/store/ledgerQuery.ts';
import type { ReadableDb } from '../../electron/store/open.ts';
import {
  countOpen,
  listOpen,
  normativeLines,
  openDocumentIds,
  plainLinesToPost,
  toPostByDueDay,
} from '../../electron/store/openWork.ts';
import { findPersonByLogin, rolesOf } from '../../electron/store/people.ts';
import { openReassessmentsByDivision } from '../../electron/store/reassessments.ts';
import { historyOf, listTrail, trailHead } from '../../electron/store/trail.ts';
import { freshRegistry } from './files.ts';

/** How SQLite means to answer each statement that `look` runs. */
function plansOf(look: (db: ReadableDb) => unknown): readonly string[] {
  const registry = freshRegistry();
  const asked: string[] = [];
  const watched = new Proxy(registry, {
    get: (target, key) => {
      if (key === 'prepare') return (sql: string) => [asked.push(sql), target.prepare(sql)][1];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  look(drizzle({ client: watched, schema, casing: 'snake_case' }));
  expect(asked.length).toBeGreaterThan(0);
  return asked.flatMap((sql) => {
    const params = (sql.match(/\?/g) ?? []).map(() => null);
    return (registry.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[]).map(
      ({ detail }) => detail,
    );
  });
}

/** The trail is read from its end by its key, and the search table is itself an index; one row says what a registry is. */
const IN_ORDER = /^SCAN (audit_entry|installation)$|VIRTUAL TABLE INDEX/;
const walks = (plans: readonly string[]) =>
  plans.filter((plan) => /^SCAN (?!.* USING )/.test(plan) && !IN_ORDER.test(plan));
/** Sorting only the last term orders rows of one day among themselves. */
const sorts = (plans: readonly string[]) => plans.filter((plan) => /TEMP B-TREE FOR ORDER BY/.test(plan));

const page = { offset: 0, limit: 100 };
const ledger = (conditions: LedgerConditions, by: LedgerOrder['by']) => (db: ReadableDb) =>
  // As the engine asks: what is void is left out unless it is asked for.
  listLedger(db, { isVoided: false, ...conditions }, { by, direction: 'desc' }, page);

describe('without a walk', () => {
  test.each<[string, (db: ReadableDb) => unknown]>([
    ['one document', (db) => findDocument(db, 'a')],
    ['documents of one number', (db) => documentsWithNumber(db, 'a', null)],
    ['the copies of a document', (db) => filingsOf(db, 'a')],
    ['the reviews of a document', (db) => reviewsOf(db, 'a')],
    ['the postings of a document', (db) => publicationsOf(db, 'a')],
    ['the history of a document', (db) => historyOf(db, 'a')],
    ['the head of the trail', (db) => trailHead(db)],
    ['the newest entries of the trail', (db) => listTrail(db, { limit: 50 })],
    ['a person by login', (db) => findPersonByLogin(db, 'a')],
    ['the roles of a person', (db) => rolesOf(db, 'a')],
    ['what is to be posted, by due day', (db) => toPostByDueDay(db, undefined)],
    [
      'what falls due between two days',
      (db) =>
        plainLinesToPost(db, {
          from: toDay('2019-01-01'),
          upTo: toDay('2019-02-01'),
          divisionId: undefined,
          limit: 50,
        }),
    ],
    ['who lacks copies', (db) => countOpen(db, 'copies', undefined)],
    ['documents that lack copies', (db) => listOpen(db, 'copies', { divisionId: undefined, limit: 50 })],
    ['documents that wait for a review', (db) => listOpen(db, 'review', { divisionId: undefined, limit: 50 })],
    ['documents without interpretation', (db) => listOpen(db, 'interpretation', { divisionId: undefined, limit: 50 })],
    ['the ledger by words', ledger({ query: '食品安全' }, 'signedOn')],
    ['the ledger of a division', ledger({ divisionId: 'a' }, 'signedOn')],
    ['the ledger of a year', ledger({ signedFrom: toDay('2019-01-01'), signedTo: toDay('2019-12-31') }, 'signedOn')],
    ['the ledger of open postings', ledger({ isToPost: true, isPosted: false }, 'signedOn')],
    ['the ledger of late postings', ledger({ isPostedLate: true }, 'signedOn')],
    ['the ledger of an attribute', ledger({ attribute: 'PROACTIVE' }, 'signedOn')],
  ])('%s', (_, look) => {
    expect(walks(plansOf(look))).toEqual([]);
  });
});

describe('without sorting all rows for the first page', () => {
  test.each<LedgerOrder['by']>(['docNumber', 'signedOn', 'enteredAt', 'dueOn', 'postedOn'])(
    'the ledger by %s',
    (by) => {
      expect(sorts(plansOf(ledger({}, by)))).toEqual([]);
    },
  );
  test('the ledger of an attribute by signing day', () => {
    expect(sorts(plansOf(ledger({ attribute: 'PROACTIVE' }, 'signedOn')))).toEqual([]);
  });
});

describe('by the index of the few, not of all', () => {
  const scope = (occasion: Occasion) => ({
    ...{ occasion, year: 2019, divisionId: undefined, today: toDay('2019-09-24') },
    cleanupBefore: toDay('2017-12-31'),
  });
  test.each<[string, string, (db: ReadableDb) => unknown]>([
    ['the yearly re-assessment', 'closed', (db) => openReassessmentsByDivision(db, scope('yearly'))],
    ['the old stock', 'closed', (db) => openReassessmentsByDivision(db, scope('stock'))],
    ['the clean-up', 'normative', (db) => openReassessmentsByDivision(db, scope('cleanup'))],
    ['normative documents that owe something', 'normative', (db) => normativeLines(db, undefined)],
    ['all that owe something', 'normative', (db) => openDocumentIds(db)],
  ])('%s', (_, index, look) => {
    const plans = plansOf(look);
    expect(plans.join('\n')).toContain(`INDEX official_document_${index}`);
    expect(plans.filter((plan) => /SCAN official_document/.test(plan) && !plan.includes(`document_${index}`))).toEqual(
      [],
    );
  });
});

test('what is still to be posted is listed by the standings alone', () => {
  const asked = { isToPost: true, isPosted: false, reviewStages: ['none'] };
  const [plan] = plansOf((db) =>
    ledgerIds(db, { isVoided: false, ...asked }, { by: 'signedOn', direction: 'desc' }, page),
  );
  expect(plan).toContain('COVERING INDEX document_standing_to_post');
});

test('a walk would be seen', () => {
  expect(walks(plansOf(ledger({ isVoided: undefined }, 'signedOn'))).length).toBeGreaterThan(0);
});
