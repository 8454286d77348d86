/** What is done stays as it was judged: no setting, rule or notice that comes later changes a done duty of any subject. */

import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { addDays, toDay } from '../../electron/domain/day.ts';
import { type Duty, SUBJECT_KINDS } from '../../electron/domain/duties.ts';
import { SETTINGS, type SettingKey } from '../../electron/domain/settings.ts';
import { tokenHash } from '../../electron/engine/actor.ts';
import { DUTY_SOURCES, subjectKey } from '../../electron/engine/duties/dutySources.ts';
import { type Engine, openEngine, SYSTEM } from '../../electron/engine/engine.ts';
import { newId } from '../../electron/engine/newId.ts';
import { router } from '../../electron/engine/router.ts';
import { createSample } from '../../electron/engine/sample/sample.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { listPeople, rolesOf, startSession } from '../../electron/store/people.ts';
import { RESOURCES, temporaryFolder } from '../world.ts';
import { enteredOf } from './amending.ts';

let engine: Engine;
let administrator: EngineClient;
beforeAll(async () => {
  engine = openEngine({
    dataFolder: temporaryFolder(),
    resources: RESOURCES,
    clock: () => new Date('2019-12-20T01:00:00Z'),
  });
  await createSample(engine);
  const { store } = registry();
  const person = listPeople(store.readable).find(({ id }) => rolesOf(store.readable, id).includes('administrator'));
  startSession(store.writable, tokenHash('seat'), person?.id ?? '', engine.clock().toISOString());
  administrator = createRouterClient(router, { context: () => ({ engine, token: 'seat', workstation: 'test' }) });
  // A sample is told in some two thousand acts, with real signatures.
}, 180_000);
afterAll(() => engine.close());

function registry() {
  if (!engine.registry) throw new Error('no registry');
  return engine.registry;
}

const JUDGED = [
  ...(['rule', 'article', 'triggerOn', 'triggerSource', 'unit', 'days', 'dueOn', 'isSet'] as const),
  ...(['provisional', 'doneOn', 'state', 'workingDaysLeft', 'overdueWorkingDays'] as const),
] satisfies (keyof Duty)[];

/** Every duty of every source, each as the text of all that it is judged by. */
function told(isDone: boolean): ReadonlySet<string> {
  const look = registry().look(SYSTEM);
  return new Set(
    DUTY_SOURCES.flatMap((source) => source(look, { divisionId: undefined, openOnly: false }))
      .filter(({ duty }) => (duty.doneOn !== null) === isDone)
      .map(
        ({ subject, duty }) => `${subjectKey(subject)} ${JUDGED.map((field) => `${field}=${duty[field]}`).join(' ')}`,
      ),
  );
}

const random = seededRandom(26);
const within = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const oneOf = <Item>(items: readonly Item[]): Item => items[within(0, items.length - 1)] as Item;

function anyValue(key: SettingKey): unknown {
  const setting = SETTINGS[key];
  if (setting.kind === 'choice') return oneOf(setting.choices);
  if (setting.kind === 'integer') return within(setting.least, setting.most);
  return setting.kind === 'stages' ? [within(2, 9), 1] : setting.default;
}

const setSetting = (key: SettingKey, value: unknown) =>
  administrator.registry.setSetting({ key, value: JSON.stringify(value), reason: '局务会决定' });

/** Periods of requests are the law's; of a clean-up list more documents come up, which are new in it. */
const BY_LAW: readonly string[] = [
  ...['requestReply', 'requestCorrection', 'requestCorrected', 'requestConsultation', 'requestFee', 'normativeCleanup'],
];

/** A rule of another length, from now on or put in the place of the one that was valid. */
async function amendRule(): Promise<unknown> {
  const rules = (await administrator.rules.list()).filter(({ isCurrent, rule }) => isCurrent && !BY_LAW.includes(rule));
  const rule = oneOf(rules);
  const correction = {
    ...enteredOf(rule),
    correctsId: rule.id,
    days: within(1, 40),
    isEnabled: random() > 0.2,
    reason: '省局另有规定',
  };
  return await administrator.rules.amend({
    ...correction,
    id: newId(),
    article: `${rule.article}（修订）`,
    divisionId: null,
  });
}

/** Some days of half a year turned round: days off that work, days that work taken off. */
async function addNotice(at: number): Promise<unknown> {
  const year = 2019 + within(0, 1);
  const look = registry().look(SYSTEM);
  const days = new Set(Array.from({ length: within(3, 25) }, () => addDays(toDay(`${year}-01-01`), within(0, 364))));
  const turned = [...days].toSorted().map((day) => {
    const isOff = !look.calendar.isWorkingDay(day);
    return { day, kind: isOff ? ('work' as const) : ('off' as const), name: '调整' };
  });
  const issuedOn = addDays(toDay('2019-11-01'), at);
  return await administrator.calendar.addNotice({
    ...{ id: newId(), year, number: `国办发明电〔2019〕${100 + at}号`, issuedOn, url: '', days: turned },
  });
}

function missing(before: ReadonlySet<string>): readonly string[] {
  const now = told(true);
  return [...before].filter((duty) => !now.has(duty));
}

describe('whatever is set, ruled or announced after it', () => {
  test('the sample has something done of every kind of subject but the annual report, and something open', () => {
    const kinds = new Set([...told(true)].map((text) => text.split(' ')[0]));
    // Its first year has not ended yet.
    expect([...kinds].toSorted()).toEqual(SUBJECT_KINDS.filter((kind) => kind !== 'report').toSorted());
    expect(told(false).size).toBeGreaterThan(50);
  });

  test.each([
    ['copiesWithinWorkingDays', 1, 'moves'],
    ['copiesClock', 'signed', 'moves'],
    ['interpretationClock', 'posted', 'moves'],
    ['interpretationClock', 'signed', 'moves nothing'],
    ['normativePosting', 'interpretation', 'moves'],
    ['copiesRequired', 9, 'moves nothing'],
    ['copiesApplyTo', 'proactive', 'moves'],
    ['copiesRequired', 0, 'moves'],
    ['reassessmentBy', '03-31', 'moves'],
    ['reviewStepWorkingDays', 1, 'moves'],
  ] as const)('%s = %s %s what is open', async (key, value, effect) => {
    const [done, open] = [told(true), told(false)];
    await setSetting(key, value);
    expect(missing(done)).toEqual([]);
    const now = told(false);
    expect([...open].every((duty) => now.has(duty)) ? 'moves nothing' : 'moves').toBe(effect);
  });

  test('changes at random leave every done duty as it was, and the registry sound', async () => {
    const start = told(true);
    let done = start;
    let open = told(false);
    let moved = 0;
    for (let at = 0; at < 20; at += 1) {
      const kind = within(0, 2);
      if (kind === 0) {
        const key = oneOf((Object.keys(SETTINGS) as SettingKey[]).filter((each) => each !== 'idleLockMinutes'));
        await setSetting(key, anyValue(key));
      } else await (kind === 1 ? amendRule() : addNotice(at));
      expect(missing(done)).toEqual([]);
      done = told(true);
      const now = told(false);
      moved += [...open].some((duty) => !now.has(duty)) ? 1 : 0;
      open = now;
    }
    expect(missing(start)).toEqual([]);
    expect(moved).toBeGreaterThan(5);
    expect((await administrator.registry.verify()).checks.filter(({ isSound }) => !isSound)).toEqual([]);
  });
});
