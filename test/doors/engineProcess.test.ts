/** The engine's process tells when it is ready, what is due, why it failed, and when it has closed in order. */

import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '../../electron/engine/backupFiles.ts';
import { outcomeOf } from '../engine/answers.ts';
import { makeWorld, ordinaryDocument, PASSWORD, type World } from '../world.ts';
import { startEngine } from './doors.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.as('clerk').documents.register(ordinaryDocument(world));
});
afterEach(() => world.close());

test('it is ready, and then tells what is due on this working day, the digest first', async () => {
  world.setNow('2019-07-15T01:00:00.000Z');
  const engine = startEngine(world);
  expect(engine.told[0]).toEqual({ kind: 'ready' });
  expect(await engine.waitFor('reminders')).toMatchObject({ digest: true, overdue: 1 });
  await engine.close();
});

test('after sleep it looks again, without a second digest', async () => {
  const engine = startEngine(world);
  await engine.waitFor('reminders');
  engine.say('resumed');
  while (engine.told.filter(({ kind }) => kind === 'reminders').length < 2) await new Promise(setImmediate);
  expect(engine.told.at(-1)).toMatchObject({ kind: 'reminders', digest: false });
  await engine.close();
});

test('closing waits for what is being written, makes the copy of the day, and empties the log', async () => {
  world.engine.close();
  const engine = startEngine(world);
  const { client } = engine.connect();
  await client.people.signIn({ login: 'clerk', password: PASSWORD });
  const writes = Array.from({ length: 20 }, () => outcomeOf(client.documents.register(ordinaryDocument(world))));
  await new Promise((resolve) => setTimeout(resolve, 20));
  engine.say('closing');
  await engine.waitFor('closed');
  expect(listBackups(world.dataFolder).map(({ occasion }) => occasion)).toEqual(['daily']);
  expect(fs.existsSync(path.join(world.dataFolder, 'registry.db-wal'))).toBe(false);
  world.reopen();
  const { total } = await world.as('clerk').documents.list({
    ...{ filter: {}, sort: { by: 'signedOn', direction: 'asc' }, offset: 0, limit: 1 },
  });
  const acknowledged = (await Promise.all(writes)).filter((outcome) => outcome === 'answered').length;
  expect(total).toBe(1 + acknowledged);
});

test('several windows have several seats; a window that comes back with its token keeps its person', async () => {
  const engine = startEngine(world);
  const first = engine.connect('window 1');
  await first.client.people.signIn({ login: 'clerk', password: PASSWORD });
  first.port.close();
  expect((await engine.connect('window 1').client.people.session()).actor?.login).toBe('clerk');
  expect((await engine.connect('window 2').client.people.session()).actor).toBeNull();
  await engine.close();
});

test('a window that goes away in the middle of long work gives the work up', async () => {
  for (let at = 0; at < 200; at++) await world.as('clerk').documents.register(ordinaryDocument(world));
  const engine = startEngine(world);
  const { client, port } = engine.connect('window 1');
  await client.people.signIn({ login: 'clerk', password: PASSWORD });
  const request = { preset: 'full', language: 'zh', filter: {}, sort: { by: 'title', direction: 'asc' } } as const;
  const steps = await client.ledgers.compose({ ...request, period: '' });
  await steps.next();
  port.close();
  const second = engine.connect('window 1');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await second.client.ledgers.snapshots()).toEqual([]);
  await engine.close();
});

test('a damaged registry is reported by a code, and closing still answers', async () => {
  world.engine.close();
  fs.writeFileSync(path.join(world.dataFolder, 'registry.db'), 'no database '.repeat(1000));
  const engine = startEngine(world);
  expect(engine.told).toEqual([
    { kind: 'failed', message: expect.stringContaining('登记库文件已损坏，请从备份恢复。') },
  ]);
  await engine.close();
});
