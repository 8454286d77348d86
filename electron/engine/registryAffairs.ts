/** The registry itself: its founding, its settings, its trail, its verification, its copies. */

import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Broken, broken, isBlank } from '../domain/broken.ts';
import { buildCalendar, type HolidayNotice } from '../domain/calendar.ts';
import { addDays, type Day, todayIn } from '../domain/day.ts';
import type { Role } from '../domain/roles.ts';
import { secretMark } from '../domain/secret.ts';
import { brokenOnSetting, DEFAULT_SETTINGS, readSettings, SETTING_KEYS, type SettingKey } from '../domain/settings.ts';
import { insertNotice } from '../store/calendar.ts';
import { allDocumentIds } from '../store/documents.ts';
import {
  insertInstallation,
  readInstallation,
  storedSettings,
  setSampleToday as storeSampleToday,
  storeSetting,
} from '../store/installation.ts';
import { insertDivision } from '../store/people.ts';
import { listTrail, type TrailRow } from '../store/trail.ts';
import { systemActor } from './actor.ts';
import { backUpFile, listBackups, thinOutBackups } from './backupFiles.ts';
import { restand, restandOpen, STANDING_FORM } from './documents/standing.ts';
import { keepDoneOnSetting } from './duties/keepingDone.ts';
import type { Engine } from './engine.ts';
import { newId } from './newId.ts';
import { brokenOnPassword, newCredentials } from './people/passwords.ts';
import { addPerson, type NewPerson } from './people/people.ts';
import { os, read, registryOf, write } from './procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from './refusal.ts';
import type { Work } from './registry.ts';
import { restoreRegistry } from './restoring.ts';
import { verifyRegistry } from './verification.ts';

export type NewRegistry = {
  readonly bureauName: string;
  readonly divisions: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly isGeneralOffice: boolean;
  }[];
  readonly administrator: NewPerson & { readonly password: string };
};

/** Founds the registry of this data folder; a sample has its own today and says that it is one. */
export async function createRegistry(engine: Engine, input: NewRegistry, sampleToday?: Day): Promise<void> {
  if (isFounded(engine)) throw refusal('REGISTRY_EXISTS');
  refuseIfBroken([
    ...brokenOnBureau(input),
    ...brokenOnDivisions(input.divisions),
    ...brokenOnFirstRoles(input.administrator.roles),
    ...brokenOnPassword(input.administrator.password, input.administrator),
  ]);
  const credentials = await newCredentials(input.administrator.password);
  const registry = engine.registry ?? engine.open();
  await registry.write(systemActor(''), async (work) => {
    if (readInstallation(work.db)) throw refusal('REGISTRY_EXISTS');
    install(work, input.bureauName.trim(), sampleToday);
    for (const [position, { name, shortName, ...division }] of input.divisions.entries()) {
      const names = { name: name.trim(), shortName: shortName.trim() || name.trim() };
      insertDivision(work.db, { ...division, ...names, position, closedOn: null, successorId: null, version: 1 });
    }
    for (const notice of builtInNotices(engine)) {
      insertNotice(work.db, { ...notice, id: newId(), isBuiltIn: true }, work.now);
    }
    work.record({ act: 'registry.create', entity: 'registry', entityId: 'registry', label: input.bureauName.trim() });
    addPerson(work, input.administrator, credentials, false);
  });
}

/** The first link of the trail: nobody can start another chain that fits this registry. */
function install({ db, now }: Work, bureauName: string, sampleToday: Day | undefined): void {
  const genesisHash = createHash('sha256').update(`${randomUUID()}\0${bureauName}\0${now}`).digest('hex');
  const isSample = sampleToday !== undefined;
  const row = { bureauName, createdAt: now, isSample, sampleToday: sampleToday ?? null, genesisHash };
  insertInstallation(db, { id: 'registry', ...row, standingForm: STANDING_FORM });
}

function builtInNotices(engine: Engine): readonly HolidayNotice[] {
  return JSON.parse(fs.readFileSync(path.join(engine.resources.seed, 'holidays.json'), 'utf8')) as HolidayNotice[];
}

function isFounded({ registry }: Engine): boolean {
  return registry !== undefined && readInstallation(registry.store.readable) !== undefined;
}

function brokenOnBureau({ bureauName }: NewRegistry): readonly Broken[] {
  if (isBlank(bureauName)) return [broken('registry.bureauMissing', 'bureauName')];
  return secretMark(bureauName) ? [broken('secret.marked', 'bureauName')] : [];
}

function brokenOnDivisions(divisions: NewRegistry['divisions']): readonly Broken[] {
  const names = divisions.map(({ name }) => name.trim());
  const findings = names.flatMap((name, at) => {
    const field = `divisions.${at}.name`;
    if (name === '') return [broken('division.nameMissing', field)];
    if (secretMark(name)) return [broken('secret.marked', field)];
    return names.indexOf(name) < at ? [broken('division.nameTaken', field, { name })] : [];
  });
  const offices = divisions.filter(({ isGeneralOffice }) => isGeneralOffice).length;
  return offices === 1 ? findings : [...findings, broken('registry.oneGeneralOffice', 'divisions')];
}

function brokenOnFirstRoles(roles: readonly Role[]): readonly Broken[] {
  return roles.includes('administrator') ? [] : [broken('registry.administratorMissing', 'roles')];
}

const state = os.registry.state.handler(async ({ context: { engine } }) => {
  const { registry, appVersion, clock } = engine;
  const readable = registry?.store.readable;
  const installation = readable && readInstallation(readable);
  if (!registry || !installation) {
    const today = todayIn(clock().toISOString());
    const calendar = buildCalendar(builtInNotices(engine));
    return {
      ...{ status: 'none' as const, bureauName: '', isSample: false, today, appVersion },
      isWorkingDay: calendar.isWorkingDay(today),
      lastCoveredYear: calendar.lastCoveredYear ?? null,
      idleLockMinutes: DEFAULT_SETTINGS.idleLockMinutes,
    };
  }
  const { today, calendar, settings } = registry.look(systemActor(''));
  const { bureauName, isSample } = installation;
  return {
    ...{ status: 'ready' as const, bureauName, isSample, today, appVersion },
    isWorkingDay: calendar.isWorkingDay(today),
    lastCoveredYear: calendar.lastCoveredYear ?? null,
    idleLockMinutes: settings.idleLockMinutes,
  };
});

const create = os.registry.create.handler(async ({ context: { engine }, input }) => {
  await createRegistry(engine, input);
  return {};
});

const setSampleToday = os.registry.setSampleToday.handler(
  write(async ({ db, input, record, today, engine }) => {
    if (!readInstallation(db)?.isSample) refuseBroken('registry.sampleOnly', 'today');
    storeSampleToday(db, input.today);
    const after = input.today ?? todayIn(engine.clock().toISOString());
    const changes = [{ field: 'today', before: today, after }];
    record({ act: 'registry.setSampleToday', entity: 'registry', entityId: 'registry', label: after, changes });
    return { today: after };
  }),
);

const settings = os.registry.settings.handler(
  read(async (asked) =>
    SETTING_KEYS.map((key) => ({
      key,
      value: JSON.stringify(asked.settings[key]),
      byDefault: JSON.stringify(DEFAULT_SETTINGS[key]),
    })),
  ),
);

/** Settings on which the stored standing of every document depends, or of those only that are still to be posted. */
const MOVES_ALL: readonly SettingKey[] = ['copiesRequired', 'copiesApplyTo'];
const MOVES_OPEN: readonly SettingKey[] = ['proofreadingRounds', 'normativePosting', 'interpretationClock'];

const setSetting = os.registry.setSetting.handler(
  write(async ({ input, record, ...work }) => {
    const value = parsed(input.value);
    refuseIfBroken(brokenOnSetting(input.key, value));
    const key = input.key as SettingKey;
    const before = JSON.stringify(work.settings[key]);
    storeSetting(work.db, key, value);
    const changed = { ...work, settings: readSettings(storedSettings(work.db)) };
    keepDoneOnSetting(work, changed, key);
    if (MOVES_ALL.includes(key)) for (const id of allDocumentIds(work.db)) restand(changed, id);
    if (MOVES_OPEN.includes(key)) restandOpen(changed);
    const changes = [{ field: key, before, after: JSON.stringify(value) }];
    record({
      ...{ act: 'registry.setSetting', entity: 'setting', entityId: key, label: key },
      ...{ reason: input.reason, changes },
    });
    return {};
  }),
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const trail = os.registry.trail.handler(
  read(async ({ db, input }) => {
    const { from, to, ...asked } = input;
    const { entries, total } = listTrail(db, {
      ...asked,
      fromInstant: from && `${addDays(from, -1)}T16:00:00.000Z`,
      toInstant: to && `${to}T15:59:59.999Z`,
    });
    return { entries: entries.map(trailEntry), total };
  }),
);

function trailEntry({ actorId: _, workstation: __, previousHash: ___, changes, ...entry }: TrailRow) {
  return { ...entry, changes: JSON.parse(changes) as { field: string; before: string; after: string }[] };
}

const backUp = os.registry.backUp.handler(async ({ context: { engine, actor } }) => {
  const registry = registryOf(engine);
  const made = backUpFile(registry.store.reader, engine.dataFolder, 'asked', engine.clock());
  thinOutBackups(engine.dataFolder);
  await registry.write(actor, async ({ record }) =>
    record({ act: 'registry.backUp', entity: 'registry', entityId: 'registry', label: made.name }),
  );
  return made;
});

const restore = os.registry.restore.handler(async ({ context: { engine, actor }, input }) => {
  await restoreRegistry(engine, actor, input);
  return {};
});

export const registryAffairs = {
  state,
  create,
  setSampleToday,
  settings,
  setSetting,
  verify: os.registry.verify.handler(
    async ({ context: { engine } }) => await verifyRegistry(engine, registryOf(engine)),
  ),
  trail,
  backups: os.registry.backups.handler(async ({ context: { engine } }) => [...listBackups(engine.dataFolder)]),
  backUp,
  restore,
};
