/** The sample registry: real documents of 2019, replayed act by act through the engine's own rules. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Day } from '../../domain/day.ts';
import { SECRECY_TICKS } from '../../domain/review.ts';
import {
  readSample,
  type Sample,
  type SampleDocument,
  type SampleFact,
  type SampleInput,
} from '../../exchange/sampleFile.ts';
import { findDocument } from '../../store/documents.ts';
import { readInstallation, storedSettings, storeSetting } from '../../store/installation.ts';
import type { ReadableDb } from '../../store/open.ts';
import { listDivisions, listPeople, rolesOf } from '../../store/people.ts';
import type { Actor } from '../actor.ts';
import { changeAttributeOf, voidRegistered } from '../documents/changing.ts';
import { recordDelivery, recordMovement, recordWaiver } from '../documents/copies.ts';
import { inputOf } from '../documents/documentDetail.ts';
import { interpretDocument, postDocument } from '../documents/publishing.ts';
import { amendDocument, registerDocument } from '../documents/registering.ts';
import { recordProofreading } from '../documents/reviews.ts';
import { type Pen, signStep } from '../documents/signing.ts';
import type { Engine } from '../engine.ts';
import { newId } from '../newId.ts';
import { keyOf, newSigner, signByKey, unseal } from '../people/passwords.ts';
import { addPerson } from '../people/people.ts';
import { os, registryOf } from '../procedure.ts';
import type { Casting, Registry, Work } from '../registry.ts';
import { createRegistry } from '../registryAffairs.ts';
import { tellColumnSets } from './sampleColumns.ts';
import { deskEvents } from './sampleDesk.ts';
import { matterEvents } from './sampleMatters.ts';
import { tellNormative, tellProposal, tellReassessment } from './sampleNormative.ts';
import { tellAnnualReport } from './sampleReport.ts';
import { requestEvents } from './sampleRequests.ts';

/** Key under which a sample registry keeps the one password of all its people; a real registry has none. */
const SAMPLE_PASSWORD = 'samplePassword';

type Cast = ReadonlyMap<string, { readonly actor: Actor; readonly pen: Pen }>;

export async function createSample(engine: Engine): Promise<string> {
  const sample = readSample(JSON.parse(fs.readFileSync(path.join(engine.resources.seed, 'sample.json'), 'utf8')));
  const password = `sample-${randomBytes(3).toString('hex')}`;
  const divisions = sample.divisions.map((division) => ({ ...division, id: newId() }));
  const divisionIdOf = new Map(divisions.map(({ id, name }) => [name, id]));
  const people = sample.people.map(({ division, ...person }) => ({
    ...person,
    id: newId(),
    divisionId: divisionIdOf.get(division) ?? '',
  }));
  const [first, ...others] = people;
  if (!first) throw new Error('The sample registry has no people');
  await createRegistry(
    engine,
    { bureauName: sample.bureauName, divisions, administrator: { ...first, password } },
    sample.today,
  );
  const registry = registryOf(engine);
  const signers = await Promise.all(others.map(() => newSigner(password)));
  await registry.write(systemOf(first), async (work) => {
    for (const [at, person] of others.entries()) {
      const made = signers[at]?.credentials;
      if (made) addPerson(work, person, made, false);
    }
    storeSetting(work.db, SAMPLE_PASSWORD, password);
  });
  const cast = await castOf(registry, password, signers);
  await replayDocuments(registry, sample, cast, divisionIdOf, engine.resources.seed);
  await registry.write(clerkOf(cast), async (work) => {
    tellNormative(work);
    tellReassessment(work);
    tellAnnualReport(work);
    tellColumnSets(work);
  });
  const personnelHead = cast.get('maxiao');
  if (personnelHead) await registry.write(personnelHead.actor, async (work) => tellProposal(work));
  return password;
}

function systemOf({
  id,
  name,
  login,
  divisionId,
  roles,
}: {
  id: string;
  name: string;
  login: string;
  divisionId: string;
  roles: Actor['roles'];
}): Actor {
  return { personId: id, name, login, divisionId, roles, workstation: 'sample' };
}

async function castOf(
  { store: { readable } }: Registry,
  password: string,
  signers: readonly Awaited<ReturnType<typeof newSigner>>[],
): Promise<Cast> {
  const keys = new Map(signers.map(({ credentials, privateKey }) => [credentials.publicKey, privateKey]));
  const entries = await Promise.all(
    listPeople(readable).map(async (person) => {
      const { publicKey } = person;
      // Only the administrator's key was sealed out of sight.
      const key = keys.get(publicKey) ?? keyOf(await unseal(person.sealedPrivateKey, password));
      const actor = systemOf({ ...person, roles: rolesOf(readable, person.id) });
      return [person.login, { actor, pen: { publicKey, sign: (content: string) => signByKey(key, content) } }] as const;
    }),
  );
  return new Map(entries);
}

function clerkOf(cast: Cast): Actor {
  const clerk = [...cast.values()].find(({ actor }) => actor.roles.includes('clerk'));
  if (!clerk) throw new Error('The sample registry has no clerk');
  return clerk.actor;
}

type Event = { readonly on: Day; readonly by: string; readonly act: (work: Work, pen: Pen) => void };

/** In the order of days, as a year at the desk went; all in one transaction. */
async function replayDocuments(
  registry: Registry,
  sample: Sample,
  cast: Cast,
  divisionIdOf: ReadonlyMap<string, string>,
  seed: string,
): Promise<void> {
  const events = sample.documents
    .flatMap((document) => eventsOf(document, divisionIdOf))
    .concat(matterEvents(seed, divisionIdOf))
    .concat(requestEvents(divisionIdOf))
    .concat(deskEvents(divisionIdOf))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  await registry.replay(async (as) => {
    let minute = 0;
    let last = '';
    for (const { on, by, act } of events) {
      minute = on === last ? minute + 1 : 0;
      last = on;
      const player = cast.get(by);
      if (!player) throw new Error(`The sample registry does not know ${by}`);
      act(as(player.actor, momentOf(on, minute)), player.pen);
    }
  });
}

/** The n-th act of a day: from nine in the morning Beijing time, a minute and a half each. */
function momentOf(on: Day, nth: number): Parameters<Casting>[1] {
  const now = new Date(Date.parse(`${on}T09:00:00+08:00`) + nth * 90_000).toISOString();
  return { now, today: on };
}

function eventsOf(document: SampleDocument, divisionIdOf: ReadonlyMap<string, string>): readonly Event[] {
  const id = newId();
  const toInput = ({ draftingDivision, annexes, ...input }: SampleInput) => ({
    ...input,
    annexes: annexes.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? null })),
    draftingDivisionId: divisionIdOf.get(draftingDivision) ?? '',
  });
  const registration: Event = {
    on: document.registeredOn,
    by: document.registeredBy,
    act: (work) => {
      const input = { ...toInput(document.input), id, delivery: null, lateEntryReason: '' };
      registerDocument(work, input, { source: 'sample', importBatchId: null });
    },
  };
  return [
    registration,
    ...document.facts.map((fact) => ({ on: fact.on, by: fact.by, act: actOf(id, fact, divisionIdOf) })),
  ];
}

function actOf(documentId: string, fact: SampleFact, divisionIdOf: ReadonlyMap<string, string>): Event['act'] {
  return (work, pen) => {
    const row = findDocument(work.db, documentId);
    if (!row) throw new Error('A fact of the sample before its document');
    const { on } = fact;
    const here = { id: newId(), documentId };
    const current = { id: documentId, documentId, version: row.version };
    if (fact.kind === 'filing') recordDelivery(work, { ...here, ...fact, deliveredOn: on, note: '' });
    else if (fact.kind === 'waiver') recordWaiver(work, { ...current, reason: fact.reason });
    else if (fact.kind === 'loan') {
      const { copyNo, party, dueBackOn } = fact;
      recordMovement(work, { ...here, copyNo, party, dueBackOn, kind: 'lend', movedOn: on, note: '' });
    } else if (fact.kind === 'signature') signStep(work, signingOf(here, fact, row.contentHash), pen);
    else if (fact.kind === 'proofreading')
      recordProofreading(work, { ...here, note: fact.note, contentHash: row.contentHash });
    else if (fact.kind === 'amendment') {
      const { draftingDivision, annexes: _, ...changed } = fact.changes;
      const moved = draftingDivision ? { draftingDivisionId: divisionIdOf.get(draftingDivision) ?? '' } : {};
      amendDocument(work, { ...inputOf(row), ...changed, ...moved, ...current, reasonForChange: fact.reason });
    } else if (fact.kind === 'attributeChange') {
      const { to, basis, reason } = fact;
      changeAttributeOf(work, { ...current, to, basis, basisLaw: '', reason, changedOn: on });
    } else if (fact.kind === 'posting') {
      postDocument(work, { ...here, ...fact, postedOn: on, evidenceId: null }, { isHistorical: false });
    } else if (fact.kind === 'interpretation') interpretDocument(work, { ...here, ...fact, postedOn: on });
    else voidRegistered(work, { ...current, reason: fact.reason });
  };
}

function signingOf(
  here: { id: string; documentId: string },
  fact: SampleFact & { kind: 'signature' },
  contentHash: string,
) {
  const ticks = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, fact.ticked.includes(tick)]));
  const { step, outcome, opinion, basis, isLeaderInfoProofread } = fact;
  return {
    ...here,
    ...{ step, outcome, opinion, basis, isLeaderInfoProofread, contentHash },
    ticks: step === 'drafter' ? ticks : null,
    onBehalfOf: '',
    overrideReason: '',
    signedOn: fact.on,
  };
}

/** Who may be tried in a sample registry, and their one password; nothing in a real one. */
export function sampleCast(db: ReadableDb) {
  if (!readInstallation(db)?.isSample) return { password: '', people: [] };
  const divisionNames = new Map(listDivisions(db).map(({ id, name }) => [id, name]));
  const people = listPeople(db)
    .filter(({ isActive }) => isActive)
    .map(({ id, login, name, divisionId }) => ({
      ...{ login, name },
      divisionName: divisionNames.get(divisionId) ?? '',
      roles: [...rolesOf(db, id)],
    }));
  return { password: String(storedSettings(db)[SAMPLE_PASSWORD] ?? ''), people };
}

export const sample = {
  createSample: os.registry.createSample.handler(async ({ context: { engine } }) => {
    await createSample(engine);
    return sampleCast(registryOf(engine).store.readable);
  }),
  samplePeople: os.registry.samplePeople.handler(async ({ context: { engine } }) =>
    engine.registry ? sampleCast(engine.registry.store.readable) : { password: '', people: [] },
  ),
};
