/** Every procedure that a division head may call is tried with what belongs to another division: nothing is told, nothing changes. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { toDay } from '../../electron/domain/day.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { emptyBody } from '../../electron/domain/matters/matter.ts';
import { ACCESS, type Access } from '../../electron/engine/access.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, PASSWORD, type World } from '../world.ts';
import { PROCEDURES, procedureOf } from './answers.ts';
import { inputFor } from './sampleInput.ts';

/** Stands in every title and name of the other division. */
const MARK = '他处独有之字样';
/** They end or change the seat itself, and know of no division. */
const OF_THE_SEAT = ['people.signOut', 'people.lock', 'people.unlock', 'people.changePassword'];

let world: World;
const foreign: Record<'document' | 'matter' | 'request', string> = { document: '', matter: '', request: '' };

beforeAll(async () => {
  copyFonts();
  world = await makeWorld();
  const { food } = world.divisions;
  const clerk = world.as('clerk');
  const title = `关于${MARK}的通知`;
  const copies = { copies: 7, deliveredBy: MARK, location: MARK };
  const document = ordinaryDocument(world, { title, drafter: MARK, signer: MARK, delivery: copies });
  foreign.document = (await clerk.documents.register(document)).document.id;
  const withheld = { attribute: 'ON_REQUEST' as const, reason: `只涉及特定企业，${MARK}。`, id: newId() };
  await clerk.documents.register(ordinaryDocument(world, { ...withheld, title, drafter: MARK, signer: MARK }));
  const body = { ...emptyBody(kindOf('budget')), fiscalYear: 2018, approvedOn: '2019-06-03', approvalNumber: MARK };
  const opened = { id: newId(), kind: 'budget', title: MARK, divisionId: food, openedOn: toDay('2019-06-03'), body };
  foreign.matter = (await clerk.matters.open(opened as Parameters<typeof clerk.matters.open>[0])).summary.id;
  const { summary } = await clerk.requests.register({
    ...{ id: newId(), applicantKind: 'naturalPerson', applicantName: MARK, contact: MARK, address: MARK },
    ...{ subject: MARK, content: MARK, wantedForm: 'paper', channel: 'inPerson', arrivedOn: toDay('2019-06-03') },
    ...{ confirmedOn: null, externalNumber: '', documentId: null, note: MARK },
  });
  foreign.request = summary.id;
  const step = { id: newId(), requestId: summary.id, version: summary.version, on: toDay('2019-06-04') };
  await clerk.requests.assign({ ...step, divisionId: food });
});
afterAll(() => world.close());

/** Which table holds what, but for the trail and what a person keeps or prints for themselves. */
function entered(): ReadonlyMap<string, string> {
  const { reader } = world.registry().store;
  const tables = reader
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")
    .pluck()
    .all() as string[];
  const own = /^(audit_entry|session|draft|saved_view|ledger_.*)$/;
  return new Map(
    tables
      .filter((table) => !own.test(table))
      .map((table) => [table, JSON.stringify(reader.prepare(`SELECT * FROM ${table}`).all())]),
  );
}

function changedTables(before: ReadonlyMap<string, string>): readonly string[] {
  return [...entered()].flatMap(([table, rows]) => (before.get(table) === rows ? [] : [table]));
}

/** Everything that a call tells, long work to its end, files as their bytes read. */
async function told(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    if (answer instanceof File) return await answer.text();
    if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) {
      return JSON.stringify(answer) ?? '';
    }
    const steps: string[] = [];
    for await (const step of answer as AsyncIterable<unknown>) steps.push(JSON.stringify(step));
    return steps.join();
  } catch (error) {
    const { code, data } = error as { code?: string; data?: unknown };
    if (code === undefined || code === 'FAULT') throw error;
    return JSON.stringify(data ?? code);
  }
}

function mayCall(path: string): boolean {
  const access = (ACCESS as Readonly<Record<string, Access>>)[path];
  return access === 'signedIn' || (Array.isArray(access) && access.includes('divisionHead'));
}

const WALKED = PROCEDURES.filter((path) => mayCall(path) && !OF_THE_SEAT.includes(path));

test('the office itself is told of all of it', async () => {
  const { documents, matters, requests } = world.as('clerk');
  expect(await told(documents.get({ id: foreign.document }))).toContain(MARK);
  expect(await told(matters.get({ id: foreign.matter }))).toContain(MARK);
  expect(await told(requests.get({ id: foreign.request }))).toContain(MARK);
});

test('there are many such procedures', () => {
  expect(WALKED.length).toBeGreaterThan(40);
});

describe.each(WALKED)('%s', (path) => {
  test.each([
    ['document', false],
    ['matter', false],
    ['request', false],
    ['document', true],
    ['matter', true],
    ['request', true],
  ] as const)('asked for the other division’s %s, bare: %s', async (kind, isBare) => {
    const before = entered();
    const filling = {
      idOf: (field: string) => (field === 'divisionId' ? world.divisions.food : foreign[kind]),
      isBare,
      choices: [kind, 'zh'],
      texts: { password: PASSWORD },
      day: '2019-06-12',
    };
    const answer = await told(procedureOf(world.as('policyHead'), path)(inputFor(path, filling)));
    expect(answer).not.toContain(MARK);
    expect(changedTables(before)).toEqual([]);
  });
});
