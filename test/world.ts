/** A registry in one call: a bureau with divisions, a person for each role, a clock that stands still, a client for everyone. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../electron/contract/procedures.ts';
import { REGISTRY_FILE } from '../electron/dataFolder.ts';
import { toDay } from '../electron/domain/day.ts';
import type { Role } from '../electron/domain/roles.ts';
import { systemActor, tokenHash } from '../electron/engine/actor.ts';
import { type Engine, openEngine } from '../electron/engine/engine.ts';
import { newId } from '../electron/engine/newId.ts';
import { type Credentials, newCredentials } from '../electron/engine/people/passwords.ts';
import { addPerson } from '../electron/engine/people/people.ts';
import type { Registry } from '../electron/engine/registry.ts';
import { createRegistry } from '../electron/engine/registryAffairs.ts';
import { sourceResources } from '../electron/engine/resources.ts';
import { router } from '../electron/engine/router.ts';
import { startSession } from '../electron/store/people.ts';
import { putEmptyRegistry } from './emptyRegistry.ts';

export const PASSWORD = 'Orchid-Harbour-27';
export const BUREAU = '滨海市市场监督管理局';

const DIVISIONS = {
  office: { name: '办公室', shortName: '办公室', isGeneralOffice: true },
  policy: { name: '法规处', shortName: '法规', isGeneralOffice: false },
  food: { name: '食品安全监督管理处', shortName: '食品', isGeneralOffice: false },
} as const;

const PEOPLE = {
  clerk: { name: '陈静', division: 'office', roles: ['clerk'] },
  policyHead: { name: '赵国强', division: 'policy', roles: ['divisionHead'] },
  foodHead: { name: '孙丽华', division: 'food', roles: ['divisionHead'] },
  officeReviewer: { name: '周文', division: 'office', roles: ['officeReviewer'] },
  leaderInCharge: { name: '李建明', division: 'office', roles: ['leaderInCharge'] },
  administrator: { name: '吴涛', division: 'office', roles: ['administrator'] },
  auditor: { name: '郑敏', division: 'office', roles: ['auditor'] },
  nobody: { name: '王小东', division: 'food', roles: [] },
} as const satisfies Record<string, { name: string; division: DivisionKey; roles: readonly Role[] }>;

export type DivisionKey = keyof typeof DIVISIONS;
export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as readonly PersonKey[];

export type WorldPerson = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly divisionId: string;
  readonly roles: readonly Role[];
  readonly password: string;
};

export type RegisterInput = Parameters<EngineClient['documents']['register']>[0];

export type World = {
  readonly dataFolder: string;
  readonly engine: Engine;
  /** The open registry; another object after a restore. */
  readonly registry: () => Registry;
  readonly divisions: Readonly<Record<DivisionKey, string>>;
  readonly people: Readonly<Record<PersonKey, WorldPerson>>;
  /** The client of someone who is signed in, always on the same seat. */
  readonly as: (person: PersonKey) => EngineClient;
  /** The client of a seat on which nobody is signed in yet. */
  readonly atSeat: (token: string) => EngineClient;
  readonly seatOf: (person: PersonKey) => string;
  /** Another seat on which that person is signed in. */
  readonly newSeat: (person: PersonKey) => string;
  readonly setNow: (instant: string) => void;
  /** Closes the engine and opens it again on the same folder, as a start of the program does. */
  readonly reopen: () => void;
  readonly close: () => void;
};

export const RESOURCES = sourceResources(path.resolve(import.meta.dirname, '..'));

/** A Wednesday of the year that the sample documents are from. */
export const NOW = '2019-06-12T01:00:00.000Z';

export async function makeWorld({ now = NOW, resources = RESOURCES } = {}): Promise<World> {
  const dataFolder = temporaryFolder();
  putEmptyRegistry(path.join(dataFolder, REGISTRY_FILE));
  let instant = now;
  const start = () => openEngine({ dataFolder, resources, clock: () => new Date(instant), appVersion: '0.0.0-test' });
  let engine = start();
  const divisions = idsFor(DIVISIONS);
  const people = castOf(divisions);
  await found(engine, divisions, people);
  const registry = () => engine.registry as Registry;
  const seats = new Map<PersonKey, string>();

  const atSeat = (token: string): EngineClient =>
    createRouterClient(router, { context: () => ({ engine, token, workstation: 'test' }) });

  function newSeat(person: PersonKey): string {
    const token = randomBytes(16).toString('hex');
    startSession(registry().store.writable, tokenHash(token), people[person].id, instant);
    return token;
  }

  function seatOf(person: PersonKey): string {
    const token = seats.get(person) ?? newSeat(person);
    seats.set(person, token);
    return token;
  }

  return {
    dataFolder,
    get engine() {
      return engine;
    },
    registry,
    divisions,
    people,
    as: (person) => atSeat(seatOf(person)),
    atSeat,
    seatOf,
    newSeat,
    setNow: (next) => {
      instant = next;
    },
    reopen: () => {
      engine.close();
      engine = start();
    },
    close: () => {
      engine.close();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What a clerk types for an ordinary notice to be opened; a test says what is special about its own. */
export function ordinaryDocument(
  { divisions }: Pick<World, 'divisions'>,
  special: Partial<RegisterInput> = {},
): RegisterInput {
  return {
    id: newId(),
    ...{ docNumberRaw: '', isUnnumbered: true, title: '关于做好食品安全抽检工作的通知', docType: '通知' },
    ...{ draftingDivisionId: divisions.food, drafter: '刘洋', signer: '李建明' },
    ...{ signedOn: toDay('2019-06-10'), writtenOn: toDay('2019-06-10'), printedOn: toDay('2019-06-11') },
    ...{ attribute: 'PROACTIVE' as const, basis: null, basisLaw: '', reason: '' },
    ...{ isNormative: false, isLeaderRelated: false, isJoint: false, leadAgency: '' },
    ...{ legalityReviewNumber: '', legalityReviewOn: null, interpretationPlan: '', channel: 'website', annexes: [] },
    ...{ remarkNote: '', note: '', delivery: null, lateEntryReason: '' },
    ...special,
  };
}

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'registry-world-'));
}

function idsFor<Key extends string>(things: Readonly<Record<Key, unknown>>): Record<Key, string> {
  return Object.fromEntries(Object.keys(things).map((key) => [key, newId()])) as Record<Key, string>;
}

function castOf(divisions: Readonly<Record<DivisionKey, string>>): Record<PersonKey, WorldPerson> {
  const ids = idsFor(PEOPLE);
  return Object.fromEntries(
    PERSON_KEYS.map((key) => {
      const { name, division, roles } = PEOPLE[key];
      const login = key.toLowerCase();
      const person: WorldPerson = {
        id: ids[key],
        login,
        name,
        divisionId: divisions[division],
        roles,
        password: PASSWORD,
      };
      return [key, person];
    }),
  ) as Record<PersonKey, WorldPerson>;
}

async function found(
  engine: Engine,
  divisions: Readonly<Record<DivisionKey, string>>,
  { administrator, ...others }: Record<PersonKey, WorldPerson>,
): Promise<void> {
  await createRegistry(engine, {
    bureauName: BUREAU,
    divisions: (Object.keys(DIVISIONS) as DivisionKey[]).map((key) => ({ id: divisions[key], ...DIVISIONS[key] })),
    administrator,
  });
  const credentials = await credentialsFor(Object.values(others).length);
  await (engine.registry as Registry).write(systemActor('test'), async (work) => {
    for (const [at, person] of Object.values(others).entries()) {
      addPerson(work, person, credentials[at] as Credentials, false);
    }
  });
}

/** Made once per test process, since hashing takes long on purpose; every world is another registry. */
let made: Promise<readonly Credentials[]> | undefined;

function credentialsFor(people: number): Promise<readonly Credentials[]> {
  made ??= Promise.all(Array.from({ length: people }, () => newCredentials(PASSWORD)));
  return made;
}
