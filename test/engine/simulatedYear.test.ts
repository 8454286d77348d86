/**
 * A year at a desk whose machine is often off, August 2019 to July 2020, through both amendments of the calendar: every
 * reminder of every duty of every subject goes out on the first working day on which the machine runs after its stage
 * was reached, and none on a day off.
 */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import type { HolidayNotice } from '../../electron/domain/calendar.ts';
import { addDays, type Day, toDay, weekday } from '../../electron/domain/day.ts';
import type { OwedDuty } from '../../electron/domain/duties.ts';
import type { DutyRuleId } from '../../electron/domain/dutyRules.ts';
import type { MatterBody } from '../../electron/domain/matters/body.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { emptyBody } from '../../electron/domain/matters/matter.ts';
import { SECRECY_TICKS } from '../../electron/domain/review.ts';
import { DUTY_SOURCES, subjectKey } from '../../electron/engine/duties/dutySources.ts';
import { sweepReminders } from '../../electron/engine/duties/reminders.ts';
import { SYSTEM } from '../../electron/engine/engine.ts';
import { openDuePeriods } from '../../electron/engine/matters/matterPeriods.ts';
import { newId } from '../../electron/engine/newId.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { remindersOf } from '../../electron/store/reminders.ts';
import { verifyTrail } from '../../electron/store/trail.ts';
import {
  makeWorld,
  ordinaryDocument,
  PASSWORD,
  type PersonKey,
  RESOURCES,
  type RegisterInput,
  temporaryFolder,
  type World,
} from '../world.ts';

const FIRST = toDay('2019-08-01');
const LAST = toDay('2020-07-31');

/** What the State Council announced in that year: the arrangement of 2020, then the longer Spring Festival. */
const ARRIVING = ['2019-11-21', '2020-01-26'] as const;

const seed = JSON.parse(fs.readFileSync(path.join(RESOURCES.seed, 'holidays.json'), 'utf8')) as HolidayNotice[];
const seedFolder = temporaryFolder();
let world: World;

beforeAll(async () => {
  fs.cpSync(RESOURCES.seed, seedFolder, { recursive: true });
  const known = seed.filter(({ issuedOn }) => issuedOn <= FIRST);
  fs.writeFileSync(path.join(seedFolder, 'holidays.json'), JSON.stringify(known));
  world = await makeWorld({ now: `${FIRST}T00:00:00.000Z`, resources: { ...RESOURCES, seed: seedFolder } });
});
afterAll(() => {
  world.close();
  fs.rmSync(seedFolder, { recursive: true, force: true });
});

/** Days off and days worked by the two calendars that were compared day by day, not by this program's. */
const special = new Map(
  fs
    .readFileSync(path.join(import.meta.dirname, '../fixtures/holidays.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([day = '', , isOff]) => [day, isOff === 'true'] as const),
);

/** What of it the desk knows: on every day on which it runs, all that was announced up to then. */
let arrived = 0;
/** Worked by the first arrangement of 2020, taken off by the second. */
const TAKEN_OFF: readonly string[] = ['2020-01-31', '2020-02-01'];

function isWorkingDay(day: Day): boolean {
  const isOff = special.get(day);
  if (isOff === undefined || (day.startsWith('2020') && arrived === 0)) return weekday(day) <= 5;
  return !isOff || (arrived === 1 && TAKEN_OFF.includes(day));
}

/** Sits down anew each time: no session lasts a year. */
const as = (person: PersonKey): EngineClient => world.atSeat(world.newSeat(person));

type Planned = { readonly on: Day; readonly act: () => Promise<unknown> };
const plan: Planned[] = [];
const later = (on: Day, act: () => Promise<unknown>) => plan.push({ on, act });

const random = seededRandom(20190801);
const within = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

/** A document of some day; its copies come in pieces, its review waits, its interpretation comes late or never. */
async function document(on: Day): Promise<void> {
  const kind = within(1, 4);
  const normative: Partial<RegisterInput> = {
    ...{ isNormative: true, legalityReviewNumber: '合审1号', legalityReviewOn: on, interpretationPlan: '图解' },
  };
  const short = { copies: 4, deliveredBy: '刘洋', location: '' };
  const input = ordinaryDocument(world, {
    ...{ signedOn: on, writtenOn: on, printedOn: on, delivery: kind === 1 ? null : { ...short, copies: 7 } },
    ...(kind === 2 ? normative : {}),
    ...(kind === 3 ? { delivery: short } : {}),
  });
  const { id } = (await as('clerk').documents.register(input)).document;
  if (kind === 1 || kind === 3) {
    later(addDays(on, within(5, 40)), () => deliver(id));
  } else if (kind === 2) {
    later(addDays(on, within(2, 30)), () => interpret(id));
  } else {
    await sign(id, on);
  }
  later(addDays(on, within(45, 90)), () => voidDocument(id));
}

const deliver = (documentId: string) =>
  as('clerk').copies.deliver({
    ...{ id: newId(), documentId, copies: 7, deliveredOn: now(), deliveredBy: '刘洋', location: '', note: '' },
  });

const interpret = (documentId: string) =>
  as('clerk').publications.interpret({
    ...{ id: newId(), documentId, title: '政策图解', form: 'text', url: 'http://scjg.example.cn/2', postedOn: now() },
  });

async function voidDocument(id: string): Promise<void> {
  const { summary } = await as('clerk').documents.get({ id });
  await as('clerk').documents.void({ id, version: summary.version, reason: '并入其他文件' });
}

async function sign(documentId: string, signedOn: Day): Promise<void> {
  const { contentHash } = await as('clerk').documents.get({ id: documentId });
  const ticks = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, false]));
  await as('clerk').reviews.sign({
    ...{ id: newId(), documentId, step: 'drafter', outcome: 'proposeDisclosure', contentHash, signedOn, ticks },
    ...{ password: PASSWORD, opinion: '', basis: null, onBehalfOf: '', overrideReason: '' },
    isLeaderInfoProofread: false,
  });
}

/** Matters with clocks of every unit: working days, calendar days, months, cycles. */
const MATTERS: readonly ((on: Day) => readonly [string, MatterBody])[] = [
  (on) => ['budget', { fiscalYear: 2019, approvedOn: on, approvalNumber: '辽财预〔2019〕1号' }],
  (on) => ['inspection', { inspectedOn: on, inspected: 40, problemsFound: 3 }],
  (on) => ['licenceReform', { measureOn: on }],
  (on) => ['executiveMeeting', { submittedOn: on }],
  () => ['siteColumn', { columnPath: '政务公开／通知公告', columnUrl: 'http://scjg.example.cn/tz' }],
  (on) => [
    'preDecision',
    {
      decisionBasis: '食品安全法',
      consultationFrom: on,
      consultationTo: addDays(on, 35),
      consultationChannels: ['website'],
    },
  ],
];

async function matter(on: Day, at: number): Promise<void> {
  const [kind, body] = MATTERS[at % MATTERS.length]?.(on) ?? ['', {}];
  const empty = emptyBody(kindOf(kind));
  const id = newId();
  const input = {
    id,
    kind,
    title: '试办事项',
    divisionId: world.divisions.food,
    openedOn: on,
    body: { ...empty, ...body },
  };
  await as('clerk').matters.open(input as Parameters<EngineClient['matters']['open']>[0]);
  later(addDays(on, within(25, 90)), async () => {
    const { summary } = await as('clerk').matters.get({ id });
    await as('clerk').matters.void({ id, version: summary.version, reason: '并入其他事项办理' });
  });
}

async function request(on: Day): Promise<void> {
  const id = newId();
  await as('clerk').requests.register({
    ...{ id, applicantKind: 'naturalPerson', applicantName: '张三', contact: '13800000000', address: '海河路1号' },
    ...{ subject: '食品安全抽检名单', content: '全部批次', wantedForm: 'paper', channel: 'inPerson', arrivedOn: on },
    ...{ confirmedOn: null, externalNumber: '', documentId: null, note: '' },
  });
  later(addDays(on, within(8, 50)), async () => {
    const { summary } = await as('clerk').requests.get({ id });
    await as('clerk').requests.withdraw({
      id: newId(),
      requestId: id,
      version: summary.version,
      on: now(),
      reason: '申请人撤回',
    });
  });
}

function now(): Day {
  return world.registry().today();
}

/** By hand, on the calendar as it was known that day. */
function stageByHand({ duty }: OwedDuty, today: Day): string | undefined {
  const { dueOn } = duty;
  if (today > dueOn) return 'overdue';
  if (today === dueOn) return 'today';
  let left = 0;
  for (let day = addDays(today, 1); day <= dueOn; day = addDays(day, 1)) if (isWorkingDay(day)) left += 1;
  if (left <= 1) return 'T-1';
  return left <= 5 ? 'T-5' : undefined;
}

const keyOf = ({ subject, duty }: OwedDuty, stage: string) =>
  `${subjectKey(subject)} ${duty.rule} ${duty.dueOn} ${stage}`;

function rowsBySubject(ids: readonly string[]) {
  return remindersOf(world.registry().store.readable, ids).map(
    ({ subjectKind, subjectId, rule, dueOn, stage, raisedOn }) => ({
      key: `${subjectKind} ${subjectId} ${rule} ${dueOn} ${stage}`,
      raisedOn,
    }),
  );
}

test('every reminder of every duty goes out on the first working day of the machine, and none on a day off', async () => {
  const firstReached = new Map<string, Day>();
  const rules = new Set<DutyRuleId>();
  const subjectIds = new Set<string>();
  const stages = new Map<string, number>();
  let mornings = 0;
  for (let today = FIRST; today <= LAST; today = addDays(today, 1)) {
    // The power went for the day.
    if (random() < 0.3) continue;
    world.setNow(`${today}T00:30:00.000Z`);
    if (random() < 0.1) world.reopen();
    for (const issuedOn of ARRIVING.slice(arrived).filter((day) => day <= today)) await enterNotice(issuedOn);
    if (isWorkingDay(today)) await work(today);
    const before = rowsBySubject([...subjectIds]);
    await openDuePeriods(world.engine);
    const { digest } = await sweepReminders(world.engine);
    expect([today, digest]).toEqual([today, isWorkingDay(today)]);
    if (!isWorkingDay(today)) {
      expect(rowsBySubject([...subjectIds])).toEqual(before);
      continue;
    }
    mornings += 1;
    const look = world.registry().look(SYSTEM);
    const owed = DUTY_SOURCES.flatMap((source) => source(look, { divisionId: undefined, openOnly: true }));
    const expected = new Map<string, Day>();
    for (const each of owed) {
      subjectIds.add(each.subject.id);
      const stage = stageByHand(each, today);
      if (stage === undefined) continue;
      const key = keyOf(each, stage);
      if (!firstReached.has(key)) firstReached.set(key, today);
      expected.set(key, stage === 'overdue' ? today : (firstReached.get(key) as Day));
      rules.add(each.duty.rule);
      stages.set(stage, (stages.get(stage) ?? 0) + 1);
    }
    const sent = new Map(rowsBySubject([...subjectIds]).map(({ key, raisedOn }) => [key, raisedOn]));
    expect([today, [...expected].filter(([key, day]) => sent.get(key) !== day)]).toEqual([today, []]);
    const ofToday = [...sent].filter(([, raisedOn]) => raisedOn === today).map(([key]) => key);
    expect([today, ofToday.filter((key) => expected.get(key) !== today)]).toEqual([today, []]);
  }
  expect(arrived).toBe(ARRIVING.length);
  expect(mornings).toBeGreaterThan(150);
  expect([...stages.keys()].sort()).toEqual(['T-1', 'T-5', 'overdue', 'today']);
  expect([...rules].sort()).toEqual(expect.arrayContaining([...EXPECTED_RULES]));
  expect(verifyTrail(world.registry().store.reader).problems).toEqual([]);
}, 120_000);

/** Duties that have to come up in such a year. */
const EXPECTED_RULES: readonly DutyRuleId[] = [
  ...(['posting', 'interpretation', 'copies', 'reviewStep', 'annualReport'] as const),
  ...(['budgetPosting', 'inspectionPosting', 'reformActivity', 'meetingTopic', 'columnUpdate'] as const),
  ...(['consultationFeedback', 'requestReply'] as const),
];

let opened = 0;

/** What a clerk does on a working day on which the machine runs. */
async function work(today: Day): Promise<void> {
  for (const { act } of plan.filter(({ on }) => on <= today)) await act();
  plan.splice(0, plan.length, ...plan.filter(({ on }) => on > today));
  if (random() < 0.16) await document(today);
  if (random() < 0.1) await matter(today, opened++);
  if (random() < 0.05) await request(today);
}

async function enterNotice(issuedOn: string): Promise<void> {
  const notice = seed.find((each) => each.issuedOn === issuedOn);
  if (!notice) throw new Error('no such notice');
  const { year, number, url } = notice;
  // A Monday that works needs no mark, and the form refuses one.
  const days = notice.days.filter(({ day, kind }) => kind === 'off' || weekday(day) > 5);
  await as('administrator').calendar.addNotice({
    ...{ id: newId(), year, number, url, issuedOn: toDay(issuedOn), days },
  });
  arrived += 1;
}
