/** A registry is founded once, with one General Office and an administrator; after that it describes itself. */

import fs from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { type Engine, openEngine } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { createRegistry, type NewRegistry } from '../../electron/engine/registryAffairs.ts';
import { router } from '../../electron/engine/router.ts';
import { startUpkeep } from '../../electron/engine/upkeep.ts';
import { readInstallation } from '../../electron/store/installation.ts';
import { makeWorld, ordinaryDocument, PASSWORD, RESOURCES, temporaryFolder, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

describe('founding', () => {
  let engine: Engine;
  const dataFolder = temporaryFolder();
  beforeEach(() => {
    fs.rmSync(dataFolder, { recursive: true, force: true });
    engine = openEngine({ dataFolder, resources: RESOURCES, clock: () => new Date('2019-06-12T01:00:00Z') });
  });
  afterEach(() => {
    engine.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  const office = { id: newId(), name: '办公室', shortName: '', isGeneralOffice: true };
  const sound: NewRegistry = {
    bureauName: '滨海市市场监督管理局',
    divisions: [office, { id: newId(), name: '法规处', shortName: '法规', isGeneralOffice: false }],
    administrator: {
      id: newId(),
      ...{ name: '吴涛', login: 'wutao', divisionId: office.id, roles: ['administrator'], password: PASSWORD },
    },
  };
  const client = () => createRouterClient(router, { context: { engine, token: 'seat', workstation: 'test' } });
  const found = (change: Partial<NewRegistry> = {}) => createRegistry(engine, { ...sound, ...change });

  test('before it, there is only the day and the calendar', async () => {
    expect(await client().registry.state()).toMatchObject({
      ...{ status: 'none', bureauName: '', today: '2019-06-12', isWorkingDay: true, lastCoveredYear: 2026 },
    });
    expect(await outcomeOf(client().people.signIn({ login: 'wutao', password: PASSWORD }))).toBe('NO_REGISTRY');
  });

  test.each<[string, Partial<NewRegistry>, string]>([
    ['without the name of the bureau', { bureauName: '  ' }, 'registry.bureauMissing'],
    ['with a mark of secrecy in it', { bureauName: '局 机密★10年' }, 'secret.marked'],
    ['without a General Office', { divisions: [{ ...office, isGeneralOffice: false }] }, 'registry.oneGeneralOffice'],
    [
      'with two of them',
      { divisions: [office, { ...office, id: newId(), name: '另一个' }] },
      'registry.oneGeneralOffice',
    ],
    [
      'with two divisions of one name',
      { divisions: [office, { ...office, id: newId(), isGeneralOffice: false }] },
      'division.nameTaken',
    ],
    [
      'without an administrator',
      { administrator: { ...sound.administrator, roles: ['clerk'] } },
      'registry.administratorMissing',
    ],
    ['with a plain password', { administrator: { ...sound.administrator, password: 'aaaaaaaa' } }, 'password.tooPlain'],
    ['with a bad login', { administrator: { ...sound.administrator, login: '吴涛' } }, 'person.loginBad'],
  ])('not %s', async (_, change, code) => {
    expect(await brokenBy(found(change))).toContain(code);
    expect((await client().registry.state()).status).toBe('none');
  });

  test('one that failed can be tried again, and its trail is sound, even if the clock looked for reminders meanwhile', async () => {
    await outcomeOf(found({ administrator: { ...sound.administrator, login: '吴涛' } }));
    await startUpkeep(engine, () => undefined).close();
    engine = openEngine({ dataFolder, resources: RESOURCES });
    await found();
    await client().people.signIn({ login: 'wutao', password: PASSWORD });
    expect((await client().registry.verify()).isSound).toBe(true);
  });

  test('a second one in the same place is refused, also at the same moment', async () => {
    const outcomes = await Promise.all([outcomeOf(found()), outcomeOf(found())]);
    expect(outcomes.sort()).toEqual(['REGISTRY_EXISTS', 'answered']);
    expect(await outcomeOf(found())).toBe('REGISTRY_EXISTS');
    expect(await outcomeOf(client().registry.createSample())).toBe('REGISTRY_EXISTS');
  });

  test('two registries of one bureau have different first links', async () => {
    await found();
    const genesis = engine.registry && readInstallation(engine.registry.store.readable)?.genesisHash;
    engine.close();
    fs.rmSync(dataFolder, { recursive: true });
    engine = openEngine({ dataFolder, resources: RESOURCES, clock: () => new Date('2019-06-12T01:00:00Z') });
    await found();
    expect(engine.registry && readInstallation(engine.registry.store.readable)?.genesisHash).not.toBe(genesis);
  });
});

describe('a founded registry', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.close());

  test('says what it is', async () => {
    expect(await world.atSeat('anyone').registry.state()).toMatchObject({
      ...{ status: 'ready', bureauName: '滨海市市场监督管理局', isSample: false, today: '2019-06-12' },
      ...{ isWorkingDay: true, lastCoveredYear: 2026, idleLockMinutes: 10 },
    });
  });
  test('has its own day only where it is a sample', async () => {
    const { registry } = world.as('administrator');
    expect(await brokenBy(registry.setSampleToday({ today: toDay('2019-01-01') }))).toEqual(['registry.sampleOnly']);
  });

  const set = (key: string, value: unknown) =>
    world.as('administrator').registry.setSetting({ key, value: JSON.stringify(value), reason: '局务会议定' });

  test.each([
    ['an unknown one', 'colour', 'red', 'setting.unknown'],
    ['a number out of its range', 'copiesRequired', 1000, 'setting.outOfRange'],
    ['a word that is no choice', 'copiesApplyTo', 'none', 'setting.notAChoice'],
  ])('refuses %s as a setting', async (_, key, value, code) => {
    expect(await brokenBy(set(key, value))).toEqual([code]);
  });
  test('refuses a setting that is no JSON', async () => {
    const call = world.as('administrator').registry.setSetting({ key: 'copiesRequired', value: '{', reason: '' });
    expect(await outcomeOf(call)).toBe('BROKEN_RULES');
  });
  test('counts the missing copies of every document anew when the number required changes', async () => {
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world));
    expect(document).toMatchObject({ copiesRequired: 7, copiesMissing: 7 });
    await set('copiesRequired', 3);
    const { summary } = await world.as('clerk').documents.get({ id: document.id });
    expect(summary).toMatchObject({ copiesRequired: 3, copiesMissing: 3 });
    const verification = await world.as('auditor').registry.verify();
    expect(verification.checks.filter(({ isSound }) => !isSound)).toEqual([]);
    const { entries } = await world.as('auditor').registry.trail({ act: 'registry.setSetting', limit: 1 });
    expect(entries[0]).toMatchObject({
      reason: '局务会议定',
      changes: [{ field: 'copiesRequired', before: '7', after: '3' }],
    });
  });
});

describe('verification sees what was done to the file behind the engine', () => {
  let world: World;
  let documentId: string;
  beforeEach(async () => {
    world = await makeWorld();
    const { document } = await world.as('clerk').documents.register(ordinaryDocument(world));
    documentId = document.id;
  });
  afterEach(() => world.close());

  async function problems(): Promise<readonly string[]> {
    const { checks } = await world.as('auditor').registry.verify();
    return checks.flatMap((check) => check.problems);
  }

  test('nothing', async () => {
    expect(await problems()).toEqual([]);
  });
  test.each([
    ['a title', `UPDATE official_document SET title = '关于另一件事的通知'`, 'document.altered'],
    ['an attribute', `UPDATE official_document SET attribute = 'NOT_DISCLOSED'`, 'document.altered'],
    ['a count of copies', 'UPDATE document_standing SET copies_received = 7, copies_missing = 0', 'standing.differs'],
    ['a day of posting', `UPDATE document_standing SET posted_on = '2019-06-11'`, 'standing.differs'],
    [
      'an entry of the trail',
      `DROP TRIGGER audit_entry_unchanged; UPDATE audit_entry SET label = '另一份' WHERE seq = 2`,
      'schema.differs trigger audit_entry_unchanged,trail.altered 2',
    ],
    ['a guard', 'DROP TRIGGER review_step_kept', 'schema.differs trigger review_step_kept'],
  ])('%s', async (_, statements, expected) => {
    world.registry().store.writer.exec(statements);
    const found = (await problems()).map((problem) => problem.replace(` ${documentId}`, ''));
    expect(found.join()).toContain(expected);
  });
  test('a whole document put in without a trail', async () => {
    const columns = world.registry().store.reader.pragma('table_info(official_document)') as { name: string }[];
    const others = columns.map(({ name }) => name).filter((name) => name !== 'id');
    world
      .registry()
      .store.writer.exec(
        `INSERT INTO official_document (id, ${others}) SELECT 'smuggled', ${others} FROM official_document`,
      );
    expect(await problems()).toEqual(
      expect.arrayContaining(['document.untrailed smuggled', 'standing.differs smuggled']),
    );
  });
});
