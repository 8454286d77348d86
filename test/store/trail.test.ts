/** Whatever is done to the trail in the file, the walk over it says so and names the place. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { systemActor } from '../../electron/engine/actor.ts';
import type { Connection } from '../../electron/store/open.ts';
import { openStore } from '../../electron/store/open.ts';
import { appendToTrail, hashOfEntry, type TrailRow, verifyTrail } from '../../electron/store/trail.ts';
import { freshPath, freshRegistry, reopen } from './files.ts';

const ENTRIES = 60;

/** A registry whose trail has sixty entries, opened by someone who has taken the guards away. */
function tampered(): Connection {
  const file = freshPath();
  const registry = freshRegistry(file);
  registry.exec(`INSERT INTO installation VALUES ('registry', '局', '2019-01-01T00:00:00Z', 0, NULL, 'genesis', 1)`);
  registry.close();
  const store = openStore(file);
  const { name, workstation } = systemActor('test');
  store.writer.exec('BEGIN');
  for (let at = 1; at <= ENTRIES; at++) {
    appendToTrail(store.writable, {
      ...{ at: `2019-06-12T00:00:${String(at).padStart(2, '0')}.000Z`, actorId: null, actorName: name },
      ...{ roles: '', workstation, act: 'documents.register', entity: 'document', entityId: `d${at}` },
      ...{
        label: `第${at}号`,
        reason: '',
        result: 'done',
        changes: [{ field: 'title', before: '', after: `甲${at}` }],
      },
    });
  }
  store.writer.exec('COMMIT');
  store.close();
  const intruder = reopen(file);
  for (const trigger of ['audit_entry_grows', 'audit_entry_unchanged', 'audit_entry_kept']) {
    intruder.exec(`DROP TRIGGER ${trigger}`);
  }
  return intruder;
}

function head(registry: Connection): { seq: number; hash: string } {
  return verifyTrail(registry).head;
}

test('a trail that nobody touched is sound', () => {
  const { entries, problems } = verifyTrail(tampered());
  expect({ entries, problems }).toEqual({ entries: ENTRIES, problems: [] });
});

const COLUMNS = [
  'at',
  'actor_id',
  'actor_name',
  'roles',
  'workstation',
  'act',
  'entity',
  'entity_id',
  'label',
  'reason',
  'result',
  'changes',
  'previous_hash',
  'hash',
];

describe('an entry was edited', () => {
  test.each(COLUMNS)('in its %s', (column) => {
    for (const seq of [1, 23, ENTRIES]) {
      const registry = tampered();
      registry.exec(`UPDATE audit_entry SET ${column} = coalesce(${column}, '') || '改' WHERE seq = ${seq}`);
      expect(verifyTrail(registry).problems[0]).toMatch(new RegExp(`^trail\\.(altered|unlinked) (${seq}|${seq + 1})$`));
    }
  });
  test('and its own hash made to fit: the next one no longer links to it', () => {
    const registry = tampered();
    registry.exec(`UPDATE audit_entry SET label = '另一份' WHERE seq = 23`);
    reseal(registry, 23);
    expect(verifyTrail(registry).problems).toEqual(['trail.unlinked 24']);
  });
});

test('an entry in the middle was deleted', () => {
  const registry = tampered();
  registry.exec('DELETE FROM audit_entry WHERE seq = 23');
  expect(verifyTrail(registry).problems).toEqual(['trail.gap 23', 'trail.unlinked 24']);
});

test('an entry in the middle was deleted and the others moved up', () => {
  const registry = tampered();
  registry.exec('DELETE FROM audit_entry WHERE seq = 23');
  for (let seq = 24; seq <= ENTRIES; seq++) registry.exec(`UPDATE audit_entry SET seq = ${seq - 1} WHERE seq = ${seq}`);
  expect(verifyTrail(registry).problems[0]).toBe('trail.unlinked 23');
});

test('an entry was put in between', () => {
  const registry = tampered();
  for (let seq = ENTRIES; seq >= 23; seq--) registry.exec(`UPDATE audit_entry SET seq = ${seq + 1} WHERE seq = ${seq}`);
  registry.exec(`INSERT INTO audit_entry SELECT 23, at, actor_id, actor_name, roles, workstation, act, entity, entity_id,
    '补登', reason, result, changes, previous_hash, hash FROM audit_entry WHERE seq = 22`);
  expect(verifyTrail(registry).problems[0]).toBe('trail.unlinked 23');
});

test('two entries changed places', () => {
  const registry = tampered();
  registry.exec(`UPDATE audit_entry SET seq = 1000 WHERE seq = 23; UPDATE audit_entry SET seq = 23 WHERE seq = 24;
    UPDATE audit_entry SET seq = 24 WHERE seq = 1000`);
  expect(verifyTrail(registry).problems[0]).toBe('trail.unlinked 23');
});

test('the trail was begun anew under another founding', () => {
  const registry = tampered();
  registry.exec(`UPDATE installation SET genesis_hash = 'another'`);
  expect(verifyTrail(registry).problems).toEqual(['trail.unlinked 1']);
});

describe('what a chain alone cannot see, a head noted elsewhere shows', () => {
  test('the last entries were cut off', () => {
    const registry = tampered();
    const noted = head(registry);
    registry.exec(`DELETE FROM audit_entry WHERE seq > ${ENTRIES - 5}`);
    expect(verifyTrail(registry).problems).toEqual([]);
    expect(verifyTrail(registry, [noted]).problems).toEqual([`trail.shorterThanNoted ${ENTRIES}`]);
  });
  test('everything from one entry on was written anew with fitting hashes', () => {
    const registry = tampered();
    const noted = head(registry);
    registry.exec(`UPDATE audit_entry SET label = '另一份' WHERE seq = 23`);
    for (let seq = 23; seq <= ENTRIES; seq++) reseal(registry, seq);
    expect(verifyTrail(registry).problems).toEqual([]);
    expect(verifyTrail(registry, [noted]).problems).toEqual([`trail.otherThanNoted ${ENTRIES}`]);
  });
  test('a trail that has grown since still fits', () => {
    const registry = tampered();
    const noted = {
      seq: 40,
      hash: registry.prepare('SELECT hash FROM audit_entry WHERE seq = 40').pluck().get() as string,
    };
    expect(verifyTrail(registry, [noted]).problems).toEqual([]);
  });
});

test('the same entry has the same hash on every machine', () => {
  const entry = {
    ...{ seq: 1, at: '2019-06-12T00:00:00.000Z', actorId: null, actorName: '系统', roles: '', workstation: 'w' },
    ...{ act: 'registry.create', entity: 'registry', entityId: 'registry', label: '局', reason: '', result: 'done' },
    ...{ changes: '[]', previousHash: 'genesis' },
  };
  const written =
    '{"act":"registry.create","actorId":null,"actorName":"系统","at":"2019-06-12T00:00:00.000Z","changes":"[]",' +
    '"entity":"registry","entityId":"registry","label":"局","previousHash":"genesis","reason":"","result":"done",' +
    '"roles":"","seq":1,"workstation":"w"}';
  const expected = createHash('sha256').update(`disclosure-registry/trail/1\0${written}`).digest('hex');
  expect(hashOfEntry(entry)).toBe(expected);
});

/** As someone would who knows how the trail is made: link and hash of one entry made to fit the one before. */
function reseal(registry: Connection, seq: number): void {
  const row = registry
    .prepare(
      `SELECT seq, at, actor_id AS actorId, actor_name AS actorName, roles, workstation, act, entity,
        entity_id AS entityId, label, reason, result, changes, previous_hash AS previousHash, hash
       FROM audit_entry WHERE seq = ?`,
    )
    .get(seq) as TrailRow;
  const before = registry
    .prepare('SELECT hash FROM audit_entry WHERE seq = ?')
    .pluck()
    .get(seq - 1) as string;
  const { hash: _, ...entry } = { ...row, previousHash: before ?? 'genesis' };
  registry
    .prepare('UPDATE audit_entry SET previous_hash = ?, hash = ? WHERE seq = ?')
    .run(entry.previousHash, hashOfEntry(entry), seq);
}
