/** Whether a registry is still what was entered into it: the file, the trail, and every stored value that can be recomputed. */

import { isDeepStrictEqual } from 'node:util';
import type { Verification } from '../contract/ledgers.ts';
import { verifyAttachments } from '../store/attachments.ts';
import { allDocumentIds, findDocument, findStanding, reviewsOf } from '../store/documents.ts';
import { readMigrations } from '../store/migrate.ts';
import type { Connection, ReadableDb } from '../store/open.ts';
import { ownerOfKey } from '../store/people.ts';
import { listSnapshots } from '../store/snapshots.ts';
import { type Finding, verifyPages, verifyReferences, verifySchema } from '../store/soundness.ts';
import { historyOf, type TrailHead, trailHead, verifyTrail } from '../store/trail.ts';
import { systemActor } from './actor.ts';
import { signedContent } from './documents/signedContent.ts';
import { contentHashOf, reviewedDocument, type StandingSight, standingRow } from './documents/standing.ts';
import type { Engine } from './engine.ts';
import { isSignature } from './people/passwords.ts';
import type { Registry } from './registry.ts';
import { verifyReports } from './report/reportSoundness.ts';
import { verifyRequests } from './requests/requestSoundness.ts';

/** The names of the checks, in the order in which they are reported. */
export const CHECKS = [
  'pages',
  'references',
  'schema',
  'trail',
  'attachments',
  'documents',
  'signatures',
  'standings',
  'requests',
  'reports',
] as const;
export type CheckName = (typeof CHECKS)[number];

const MOST_PROBLEMS = 20;
/** Between these many documents other calls get their turn. */
const DOCUMENTS_AT_ONCE = 100;

/** Reads only. Each check is one look at the registry; between them other calls are answered. */
export async function verifyRegistry(
  { resources }: Pick<Engine, 'resources'>,
  registry: Registry,
): Promise<Verification> {
  const { reader, readable } = registry.store;
  const seen = registry.look(systemActor(''));
  const findings: Record<CheckName, Finding> = {
    pages: await inTurn(() => verifyPages(reader)),
    references: await inTurn(() => verifyReferences(reader)),
    schema: await inTurn(() => verifySchema(reader, readMigrations(resources.migrations))),
    trail: await inTurn(() => trailFinding(reader, printedHeads(readable))),
    attachments: await inTurn(() => verifyAttachments(reader)),
    documents: await overDocuments(registry, (id) => documentProblems(readable, id)),
    signatures: await overDocuments(registry, (id) => signatureProblems(readable, id)),
    standings: await overDocuments(registry, (id) => standingProblems(seen, id)),
    requests: await inTurn(() => verifyRequests(seen)),
    reports: await inTurn(() => verifyReports(readable)),
  };
  const checks = CHECKS.map((name) => {
    const { checked, problems } = findings[name];
    return { name, isSound: problems.length === 0, checked, problems: [...problems] };
  });
  const { seq, hash } = trailHead(readable);
  return { isSound: checks.every(({ isSound }) => isSound), headSeq: seq, headHash: hash, checks };
}

async function inTurn<Result>(look: () => Result): Promise<Result> {
  await new Promise((resolve) => setImmediate(resolve));
  return look();
}

function trailFinding(reader: Connection, printed: readonly TrailHead[]): Finding {
  const { entries, problems } = verifyTrail(reader, printed);
  return { checked: entries, problems };
}

/** The heads that printed ledgers carry have to lie on the chain. */
function printedHeads(db: ReadableDb): readonly TrailHead[] {
  return listSnapshots(db, Number.MAX_SAFE_INTEGER).map(({ headSeq, headHash }) => ({ seq: headSeq, hash: headHash }));
}

/** Each turn is one snapshot, also against another program that writes into the same file. */
async function overDocuments({ store }: Registry, problemsOf: (id: string) => readonly string[]): Promise<Finding> {
  const ids = allDocumentIds(store.readable);
  const problems: string[] = [];
  for (let at = 0; at < ids.length && problems.length < MOST_PROBLEMS; at += DOCUMENTS_AT_ONCE) {
    const some = ids.slice(at, at + DOCUMENTS_AT_ONCE);
    problems.push(...(await inTurn(() => store.reader.transaction(() => some.flatMap(problemsOf))())));
  }
  return { checked: ids.length, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** A document was entered by an act in the trail, and its content hash is that of its content. */
function documentProblems(db: ReadableDb, id: string): readonly string[] {
  const row = findDocument(db, id);
  if (!row) return [`document.missing ${id}`];
  return [
    ...(contentHashOf(reviewedDocument(row)) === row.contentHash ? [] : [`document.altered ${id}`]),
    ...(historyOf(db, id).length > 0 ? [] : [`document.untrailed ${id}`]),
  ];
}

function signatureProblems(db: ReadableDb, id: string): readonly string[] {
  return reviewsOf(db, id)
    .flatMap(({ steps }) => steps)
    .filter((step) => {
      const isKeyOfSigner = ownerOfKey(db, step.publicKey) === step.signerId;
      return !isKeyOfSigner || !isSignature(step.publicKey, signedContent(step), step.signature);
    })
    .map((step) => `signature.forged ${step.id}`);
}

function standingProblems(seen: StandingSight, id: string): readonly string[] {
  const row = findDocument(seen.db, id);
  if (!row) return [`document.missing ${id}`];
  const isRight = isDeepStrictEqual(plain(findStanding(seen.db, id)), plain(standingRow(seen, row)));
  return isRight ? [] : [`standing.differs ${id}`];
}

/** As it is stored: without keys that hold nothing. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}
