/** Whichever door a call comes through, the answer, the refusal and the stream are the same. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { sweepReminders } from '../../electron/engine/duties/reminders.ts';
import { makeWorld, ordinaryDocument, PASSWORD, type World } from '../world.ts';
import { DOORS, type Door } from './doors.ts';
import { masked, runScript } from './script.ts';

async function transcriptThrough(name: string): Promise<unknown> {
  const world = await makeWorld();
  // The engine's own process does so when it starts, and that stands in the trail.
  await sweepReminders(world.engine);
  const door = await DOORS[name]?.(world);
  if (!door) throw new Error(`There is no door ${name}`);
  try {
    return masked(await runScript(world, door.newSeat));
  } finally {
    await door.close();
    world.close();
  }
}

describe('one morning at the desk', () => {
  let inProcess: unknown;
  beforeEach(async () => {
    inProcess ??= await transcriptThrough('in process');
  });

  test('goes well in process', () => {
    const lines = inProcess as [string, { code?: string; isError?: boolean }][];
    const outcomes = Object.fromEntries(
      lines.map(([name, answer]) => [name, answer?.isError ? answer.code : 'answered']),
    );
    expect(outcomes).toEqual({
      state: 'answered',
      'nobody sits here': 'answered',
      'list before signing in': 'SIGN_IN',
      'wrong password': 'WRONG_PASSWORD',
      'input that does not fit': 'BROKEN_RULES',
      'sign in': 'answered',
      'who sits here': 'answered',
      register: 'answered',
      'register the same again': 'answered',
      'break several rules at once': 'BROKEN_RULES',
      'a mark of secrecy': 'BROKEN_RULES',
      amend: 'answered',
      'amend what changed meanwhile': 'STALE',
      get: 'answered',
      'get what is not there': 'NOT_FOUND',
      list: 'answered',
      'a role that may not': 'NOT_ALLOWED',
      board: 'answered',
      'a date without a day': 'BROKEN_RULES',
      preview: 'answered',
      import: 'answered',
      'import a broken file': 'BROKEN_RULES',
      export: 'answered',
      compose: 'answered',
      'fetch the paper': 'answered',
      'it is a PDF': 'answered',
      'another seat is another person': 'answered',
      'and may not fetch it': 'SIGN_IN',
      lock: 'answered',
      'list while locked': 'LOCKED',
      unlock: 'answered',
      'sign out': 'answered',
      'list after signing out': 'SIGN_IN',
    });
  });
  test.each(['over a port', 'over HTTP'])('goes the same way %s', async (name) => {
    expect(await transcriptThrough(name)).toEqual(inProcess);
  });
});

describe.each(Object.keys(DOORS))('long work %s', (name) => {
  let world: World;
  let door: Door;
  let clerk: EngineClient;
  beforeEach(async () => {
    world = await makeWorld();
    for (let at = 0; at < 300; at++) await world.as('clerk').documents.register(ordinaryDocument(world));
    door = (await DOORS[name]?.(world)) as Door;
    clerk = await door.newSeat();
    await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
  });
  afterEach(async () => {
    await door.close();
    world.close();
  });

  const request = {
    preset: 'full',
    language: 'zh',
    filter: {},
    sort: { by: 'signedOn', direction: 'desc' },
    period: '',
  } as const;

  test('streams its progress, which only grows, and one result at the end', async () => {
    const steps: { kind: string; done?: number; total?: number }[] = [];
    for await (const step of await clerk.ledgers.compose(request)) steps.push(step);
    const done = steps.slice(0, -1).map((step) => step.done ?? -1);
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ kind: 'result', result: { snapshot: { rows: 300 } } });
  });

  test('is given up when its caller cancels, and leaves nothing', async () => {
    const cancel = new AbortController();
    const steps = await clerk.ledgers.compose(request, { signal: cancel.signal });
    await expect(
      (async () => {
        for await (const _ of steps) cancel.abort();
      })(),
    ).rejects.toThrow();
    expect(await clerk.ledgers.snapshots()).toEqual([]);
    const { total } = await clerk.documents.list({ filter: {}, sort: request.sort, offset: 0, limit: 1 });
    expect(total, 'the engine answers on').toBe(300);
  });

  test('is given up when its caller looks no further, and leaves nothing', async () => {
    for await (const step of await clerk.ledgers.compose(request)) if (step.kind === 'progress') break;
    expect(await clerk.ledgers.snapshots()).toEqual([]);
  });

  test('lets other calls through while it runs', async () => {
    let answered = 0;
    const cancel = new AbortController();
    for await (const step of await clerk.ledgers.compose(request, { signal: cancel.signal })) {
      if (step.kind === 'result') break;
      await clerk.registry.state();
      answered += 1;
    }
    expect(answered).toBeGreaterThan(1);
  });
});
