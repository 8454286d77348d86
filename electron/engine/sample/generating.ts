/** A synthetic registry for benchmarks: seeded documents that go through the engine's own registration and posting. */

import type { Day } from '../../domain/day.ts';
import { type SyntheticDocument, syntheticDocuments } from '../../exchange/syntheticDocuments.ts';
import { findPersonByLogin, listDivisions, rolesOf } from '../../store/people.ts';
import { postDocument } from '../documents/publishing.ts';
import { registerDocument } from '../documents/registering.ts';
import type { Engine } from '../engine.ts';
import { newId } from '../newId.ts';
import { registryOf } from '../procedure.ts';
import type { Work } from '../registry.ts';
import { createRegistry } from '../registryAffairs.ts';

const DOCUMENTS_AT_ONCE = 1000;
const DIVISIONS = 30;
const LOGIN = 'bench';

export type Generated = { readonly documents: number; readonly login: string; readonly password: string };

/** Founds a registry with one clerk and `documents` documents, none signed after today; the same seed gives the same texts. */
export async function generateDocuments(
  engine: Engine,
  { documents, seed }: { readonly documents: number; readonly seed: number },
): Promise<Generated> {
  const password = `generated-${seed}`;
  await found(engine, password);
  const registry = registryOf(engine);
  const { readable } = registry.store;
  const clerk = findPersonByLogin(readable, LOGIN);
  if (!clerk) throw new Error('A founded registry without its clerk');
  const actor = {
    personId: clerk.id,
    name: clerk.name,
    login: LOGIN,
    divisionId: clerk.divisionId,
    roles: rolesOf(readable, clerk.id),
    workstation: 'generate',
  };
  const divisionIds = listDivisions(readable).map(({ id }) => id);
  let batch: SyntheticDocument[] = [];
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    if (full.length === 0) return;
    await registry.replay(async (as) => {
      const work = as(actor);
      for (const document of full) take(work, document, divisionIds);
    });
  };
  for (const document of syntheticDocuments(documents, seed, registry.today())) {
    batch.push(document);
    if (batch.length === DOCUMENTS_AT_ONCE) await flush();
  }
  await flush();
  return { documents, login: LOGIN, password };
}

async function found(engine: Engine, password: string): Promise<void> {
  const divisions = Array.from({ length: DIVISIONS }, (_, at) => ({
    id: newId(),
    name: at === 0 ? '办公室' : `第${at}处`,
    shortName: at === 0 ? '办公室' : `${at}处`,
    isGeneralOffice: at === 0,
  }));
  const roles = ['clerk', 'administrator', 'auditor'] as const;
  const person = {
    id: newId(),
    name: '测量员',
    login: LOGIN,
    divisionId: divisions[0]?.id ?? '',
    roles: [...roles],
    password,
  };
  await createRegistry(engine, { bureauName: '测量用登记库', divisions, administrator: person });
}

function take(work: Work, document: SyntheticDocument, divisionIds: readonly string[]): void {
  const { input, divisionNo, copiesReceived, postedOn, url } = document;
  const id = newId();
  const annexes = input.annexes.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? null }));
  const draftingDivisionId = divisionIds[divisionNo % divisionIds.length] ?? '';
  const delivery = { copies: copiesReceived, deliveredBy: input.drafter || '送件人', location: '' };
  registerDocument(
    work,
    { ...input, annexes, draftingDivisionId, id, delivery, lateEntryReason: '' },
    { source: 'import', importBatchId: null },
  );
  if (postedOn !== null && input.attribute === 'PROACTIVE') post(work, id, postedOn, url);
}

function post(work: Work, documentId: string, postedOn: Day, url: string): void {
  const plain = { lateReason: '', exceptionReason: '', evidenceId: null, channel: 'website' };
  postDocument(work, { id: newId(), documentId, postedOn, url, ...plain }, { isHistorical: true });
}
