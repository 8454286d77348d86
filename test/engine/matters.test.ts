/** Matters as they are lived: entered, published after review, closed; periods that follow by themselves; who may what. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MatterDetail } from '../../electron/contract/matters.ts';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { kindOf, MATTER_KINDS } from '../../electron/domain/matters/kinds.ts';
import { emptyBody } from '../../electron/domain/matters/matter.ts';
import { systemActor } from '../../electron/engine/actor.ts';
import { sweepReminders } from '../../electron/engine/duties/reminders.ts';
import { matterDuties } from '../../electron/engine/matters/matterDuties.ts';
import { openDuePeriods } from '../../electron/engine/matters/matterPeriods.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, type PersonKey, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(() => world.setNow('2019-09-24T01:00:00.000Z'));
afterAll(() => world.close());

const day = toDay;
type Opening = Parameters<EngineClient['matters']['open']>[0];
type Publishing = Parameters<EngineClient['matters']['publish']>[0];

function entry(kind: string, body: Opening['body'], special: Partial<Opening> = {}): Opening {
  const empty = emptyBody(kindOf(kind)) as Opening['body'];
  return {
    ...{ id: newId(), kind, title: '试办事项', divisionId: world.divisions.food, openedOn: day('2019-09-02') },
    body: { ...empty, ...body },
    ...special,
  };
}

const budget = (special: Partial<Opening> = {}) =>
  entry('budget', { fiscalYear: 2018, approvedOn: '2019-09-14', approvalNumber: '辽财预〔2019〕1号' }, special);

const inspection = () => entry('inspection', { inspectedOn: '2019-09-02', inspected: 40, problemsFound: 3 });

function publishing({ summary }: MatterDetail, special: Partial<Publishing> = {}): Publishing {
  return {
    ...{ id: newId(), matterId: summary.id, stage: 'posting', channel: 'website', url: 'http://scjg.example.cn/1' },
    ...{ postedOn: day('2019-09-20'), summary: '', lateReason: '' },
    ...{ reviewer: '孙丽华', reviewedOn: day('2019-09-19'), reviewResult: 'open', isReviewed: true, evidence: null },
    ...special,
  };
}

function proof(name = '网页.html'): File {
  return new File([`<p>${name}</p>`], name, { type: 'text/html' });
}

/** Sits down anew each time: no session lasts for weeks. */
const seated = (person: PersonKey) => world.atSeat(world.newSeat(person)).matters;
const clerk = () => seated('clerk');

describe('a matter', () => {
  test('is entered once, however often it is sent, with its deadline and a trail entry', async () => {
    const asked = budget();
    const opened = await clerk().open(asked);
    expect(opened.summary).toMatchObject({
      ...{ kind: 'budget', number: '辽财预〔2019〕1号', divisionName: '食品安全监督管理处', version: 1 },
      duty: { rule: 'budgetPosting', dueOn: '2019-10-04', state: 'soon' },
    });
    expect(opened.duties).toMatchObject([{ dueOn: '2019-10-04', movedTo: '2019-10-08' }]);
    expect((await clerk().open(asked)).summary).toEqual(opened.summary);
    const listed = await clerk().list({ kind: 'budget', isOpen: true });
    expect(listed.filter(({ id }) => id === asked.id)).toEqual([opened.summary]);
    const { history } = await clerk().get({ id: asked.id });
    expect(history.map(({ act }) => act)).toEqual(['matters.openAgain', 'matters.open']);
  });
  test('is refused with everything that is wrong at once', async () => {
    const broken = await brokenBy(clerk().open(budget({ title: ' ', divisionId: '', openedOn: day('2019-09-25') })));
    expect(broken).toEqual(['matter.fieldMissing', 'matter.divisionMissing', 'matter.inFuture']);
    expect(await brokenBy(clerk().open(budget({ divisionId: newId() })))).toEqual(['document.divisionUnknown']);
    expect(await brokenBy(clerk().open(budget({ title: '机密★预算' })))).toEqual(['secret.marked']);
  });
  test('takes nothing but the fields of its kind', async () => {
    const body = { ...budget().body, colour: 'red' };
    expect(await brokenBy(clerk().open(budget({ body })))).toEqual(['input.invalid']);
    expect(await brokenBy(clerk().open(budget({ body: { ...budget().body, fiscalYear: '2018' } })))).toEqual([
      'input.invalid',
    ]);
  });
  test('is amended by version, with what changed in the trail', async () => {
    const asked = budget();
    await clerk().open(asked);
    const changed = { ...asked, body: { ...asked.body, approvedOn: '2019-09-10' } };
    const amended = await clerk().amend({ ...changed, version: 1, reasonForChange: '日期录错' });
    expect(amended.summary).toMatchObject({ version: 2, duty: { dueOn: '2019-09-30' } });
    expect(amended.history[0]).toMatchObject({
      ...{ act: 'matters.amend', reason: '日期录错' },
      changes: [{ field: 'approvedOn', before: '2019-09-14', after: '2019-09-10' }],
    });
    await expect(clerk().amend({ ...changed, version: 1, reasonForChange: '' })).rejects.toMatchObject({
      ...{ code: 'STALE', data: { currentVersion: 2, changedFields: ['approvedOn'] } },
    });
    const other = entry('organisation', { organisationChangedOn: '2019-09-02' }, { id: asked.id });
    expect(await brokenBy(clerk().amend({ ...other, version: 2, reasonForChange: '' }))).toEqual([
      'matter.bodyOfOtherKind',
    ]);
  });
  test('is voided with a reason unless something of it is public, and owes nothing after', async () => {
    const opened = await clerk().open(budget());
    const { id } = opened.summary;
    expect(await brokenBy(clerk().void({ id, version: 1, reason: ' ' }))).toEqual(['matter.reasonMissing']);
    const posted = await clerk().publish(publishing(opened));
    expect(await brokenBy(clerk().void({ id, version: 1, reason: '重复登记' }))).toEqual([
      'matter.voidThoughPublished',
    ]);
    const publicationId = posted.publications[0]?.id ?? '';
    const withdrawal = { publicationId, withdrawnOn: day('2019-09-23'), reason: '内容有误，更正后重新发布' };
    const taken = await clerk().withdraw(withdrawal);
    expect(taken.summary).toMatchObject({ lastPostedOn: null, duty: { doneOn: null } });
    expect(await brokenBy(clerk().withdraw(withdrawal))).toEqual(['publication.withdrawnAlready']);
    const voided = await clerk().void({ id, version: 1, reason: '重复登记' });
    expect(voided).toMatchObject({ summary: { isVoided: true, duty: null }, voidReason: '重复登记', duties: [] });
    expect(await brokenBy(clerk().publish(publishing(voided)))).toEqual(['matter.voided']);
  });
});

describe('publication', () => {
  test('without review it is refused, and nothing is kept', async () => {
    const opened = await clerk().open(budget());
    const unreviewed = { reviewer: '', reviewedOn: null, reviewResult: '', isReviewed: false };
    const evidence = proof('未审查.html');
    expect(await brokenBy(clerk().publish(publishing(opened, { ...unreviewed, evidence })))).toEqual([
      'matter.notReviewed',
      'matter.reviewerMissing',
      'matter.reviewResultMissing',
      'matter.reviewedOnMissing',
    ]);
    const own = { reviewer: world.people.clerk.name };
    expect(await brokenBy(clerk().publish(publishing(opened, own)))).toEqual(['matter.reviewerPublishes']);
    const { publications } = await clerk().get({ id: opened.summary.id });
    expect(publications).toEqual([]);
    const kept = world.registry().store.reader.prepare('SELECT count(*) FROM attachment WHERE name = ?').pluck();
    expect(kept.get('未审查.html')).toBe(0);
  });
  test('is kept with reviewer, day, conclusion and proof, once however often it is sent', async () => {
    const opened = await clerk().open(budget());
    const asked = publishing(opened, { evidence: proof() });
    const posted = await clerk().publish(asked);
    expect(posted.publications).toMatchObject([
      {
        ...{ reviewer: '孙丽华', reviewedOn: '2019-09-19', reviewResult: 'open', postedBy: '陈静' },
        ...{ evidenceName: '网页.html', overdueWorkingDays: 0, withdrawnOn: null },
      },
    ]);
    expect(posted.summary).toMatchObject({ lastPostedOn: '2019-09-20', duty: { state: 'met', doneOn: '2019-09-20' } });
    expect((await clerk().publish(asked)).publications).toEqual(posted.publications);
    const evidenceId = posted.publications[0]?.evidenceId ?? '';
    const file = await clerk().evidence({ evidenceId });
    expect(await file.text()).toBe('<p>网页.html</p>');
    expect(await outcomeOf(seated('policyHead').evidence({ evidenceId }))).toBe('NOT_FOUND');
  });
  test('a late one needs its reason and keeps how late it was', async () => {
    world.setNow('2019-10-09T01:00:00.000Z');
    const opened = await clerk().open(budget());
    const late = { postedOn: day('2019-10-09'), reviewedOn: day('2019-09-30') };
    expect(await brokenBy(clerk().publish(publishing(opened, late)))).toEqual(['publication.lateReasonMissing']);
    const posted = await clerk().publish(publishing(opened, { ...late, lateReason: '国庆期间网站检修' }));
    // The strict date was Friday 10-04; 10-08 and 10-09 are the working days since.
    expect(posted.publications[0]).toMatchObject({ overdueWorkingDays: 2, lateReason: '国庆期间网站检修' });
  });
  test('each platform of an inspection has its own proof before it is closed', async () => {
    const opened = await clerk().open(inspection());
    const { id } = opened.summary;
    const closing = { id, version: 1, closedOn: day('2019-09-24'), note: '' };
    expect(await brokenBy(clerk().close(closing))).toEqual(Array(3).fill('matter.channelOpen'));
    await clerk().publish(publishing(opened, { channel: 'creditChina', evidence: proof() }));
    await clerk().publish(publishing(opened, { channel: 'publicitySystem', evidence: proof() }));
    await clerk().publish(publishing(opened));
    expect(await brokenBy(clerk().close(closing))).toEqual(['matter.proofMissing']);
    await clerk().publish(publishing(opened, { evidence: proof(), url: 'http://scjg.example.cn/2' }));
    const closed = await clerk().close(closing);
    expect(closed.summary).toMatchObject({ closedOn: '2019-09-24', version: 2, duty: { state: 'met' } });
    expect(await brokenBy(clerk().publish(publishing(closed)))).toEqual(['matter.closed']);
    expect(await brokenBy(clerk().amend({ ...inspection(), id, version: 2, reasonForChange: '' }))).toEqual([
      'matter.closed',
    ]);
  });
  test('what is taken down again opens a closed matter again', async () => {
    const opened = await clerk().open(budget());
    const { id } = opened.summary;
    const posted = await clerk().publish(publishing(opened));
    await clerk().close({ id, version: 1, closedOn: day('2019-09-24'), note: '' });
    const publicationId = posted.publications[0]?.id ?? '';
    const taken = await clerk().withdraw({
      publicationId,
      withdrawnOn: day('2019-09-24'),
      reason: '数据有误，更正后重发',
    });
    expect(taken.summary).toMatchObject({ closedOn: null, version: 3, duty: { doneOn: null } });
    expect(taken.history[0]?.changes).toContainEqual({ field: 'matterClosedOn', before: '2019-09-24', after: '' });
  });
});

describe('periods follow each other by themselves', () => {
  const sampling = (special: Partial<Opening> = {}) =>
    entry(
      'periodicResults',
      { periodCycle: 'monthly', periodFrom: '2019-07-15', resultChannels: ['website'] },
      special,
    );
  const periods = async (title: string) =>
    (await clerk().list({ kind: 'periodicResults', isOpen: false }))
      .filter((row) => row.title === title)
      .map(({ body }) => body.periodTo)
      .toSorted();

  test('one that is over is followed up to the one that runs', async () => {
    const { summary, nextId } = await clerk().open(sampling({ title: '抽检' }));
    expect(summary).toMatchObject({ number: '2019-07-31', body: { periodFrom: '2019-07-01', periodTo: '2019-07-31' } });
    expect(await periods('抽检')).toEqual(['2019-07-31', '2019-08-31', '2019-09-30']);
    expect(await clerk().get({ id: nextId ?? '' })).toMatchObject({ previousId: summary.id });
  });
  test('the sweep opens what ended meanwhile, once, and stops at a void one', async () => {
    const body = { ...sampling().body, periodFrom: '2019-09-01' };
    const { summary } = await clerk().open(sampling({ title: '监察', body }));
    world.setNow('2019-11-04T01:00:00.000Z');
    await openDuePeriods(world.engine);
    await openDuePeriods(world.engine);
    expect(await periods('监察')).toEqual(['2019-09-30', '2019-10-31', '2019-11-30']);
    const rows = await clerk().list({ kind: 'periodicResults', isOpen: true });
    const last = rows.find(({ title, number }) => title === '监察' && number === '2019-11-30');
    await clerk().void({ id: last?.id ?? '', version: 1, reason: '改为按季公开' });
    world.setNow('2020-01-06T01:00:00.000Z');
    await openDuePeriods(world.engine);
    expect(await periods('监察')).toHaveLength(3);
    expect(summary.number).toBe('2019-09-30');
  });
  test('one that is closed early is followed at once, with the same channels and nothing found', async () => {
    const body = { ...sampling().body, periodCycle: 'weekly', periodFrom: '2019-09-17', batches: 40, failedBatches: 1 };
    const opened = await clerk().open(sampling({ body }));
    const { id } = opened.summary;
    await clerk().publish(publishing(opened, { postedOn: day('2019-09-23'), reviewedOn: day('2019-09-23') }));
    const closed = await clerk().close({ id, version: 1, closedOn: day('2019-09-24'), note: '' });
    expect(await clerk().get({ id: closed.nextId ?? '' })).toMatchObject({
      summary: { number: '2019-09-29', body: { resultChannels: ['website'], batches: null }, closedOn: null },
    });
  });
});

describe('columns of the website', () => {
  test('are stale when their cycle has passed, the longest first', async () => {
    const column = (title: string, updateCycle: string, openedOn: string) =>
      entry(
        'siteColumn',
        { columnPath: title, columnUrl: 'http://scjg.example.cn/lm/', updateCycle },
        { title, openedOn: day(openedOn) },
      );
    await clerk().open(column('通知公告', 'weekly', '2019-09-10'));
    await clerk().open(column('政策解读', 'monthly', '2019-08-01'));
    const fresh = await clerk().open(column('工作动态', 'weekly', '2019-09-16'));
    await clerk().publish(publishing(fresh, { stage: 'progress' }));
    const stale = await clerk().staleColumns();
    expect(stale.map(({ matter, lastUpdatedOn }) => [matter.title, lastUpdatedOn])).toEqual([
      ['政策解读', '2019-08-01'],
      ['通知公告', '2019-09-10'],
    ]);
    expect(await seated('policyHead').staleColumns()).toEqual([]);
  });
});

describe('the source of duties', () => {
  const told = (openOnly: boolean, divisionId?: string) =>
    matterDuties(world.registry().look(systemActor('test')), { divisionId, openOnly })
      .filter(({ subject }) => subject.title.startsWith('来源'))
      .map(({ subject, duty }) => `${subject.kind} ${subject.title} ${duty.rule} ${duty.state}`)
      .toSorted();

  test('tells what is open, what is done only when asked, and only of the division asked', async () => {
    await clerk().open({ ...inspection(), title: '来源一' });
    const posted = await clerk().open(budget({ title: '来源二', divisionId: world.divisions.policy }));
    await clerk().publish(publishing(posted));
    expect(told(true)).toEqual(['matter 来源一 inspectionPosting soon']);
    expect(told(false)).toEqual(['matter 来源一 inspectionPosting soon', 'matter 来源二 budgetPosting met']);
    expect(told(true, world.divisions.policy)).toEqual([]);
  });
  test('counts stand beside the kinds', async () => {
    const count = async () => (await clerk().kinds()).find(({ kind }) => kind === 'authorityList');
    expect(await count()).toEqual({ kind: 'authorityList', open: 0, overdue: 0 });
    await clerk().open(entry('authorityList', { listKind: 'powers', listVersion: '1', listChangedOn: '2019-09-02' }));
    expect(await count()).toEqual({ kind: 'authorityList', open: 1, overdue: 0 });
    world.setNow('2019-10-09T01:00:00.000Z');
    expect(await count()).toEqual({ kind: 'authorityList', open: 1, overdue: 1 });
    expect((await clerk().kinds()).map(({ kind }) => kind)).toEqual(MATTER_KINDS.map(({ key }) => key));
  });
  test('board, list and reminders hear of matters, and why their day is what it is', async () => {
    const opened = await clerk().open({ ...inspection(), title: '来源三' });
    const { duties } = world.atSeat(world.newSeat('clerk'));
    const { items } = await duties.due({ on: null });
    expect(items.map(({ subject }) => subject.title)).toContain('来源三');
    const { groups } = await duties.board({});
    expect(groups.flatMap(({ rows }) => rows.map(({ subject }) => subject.title))).toContain('来源三');
    await sweepReminders(world.engine);
    const raised = (await duties.reminders()).filter(({ subject }) => subject.id === opened.summary.id);
    expect(raised).toMatchObject([{ rule: 'inspectionPosting', stage: 'T-5', dueOn: '2019-09-30' }]);
    const why = await duties.explain({ kind: 'matter', id: opened.summary.id, rule: 'inspectionPosting' });
    expect(why).toMatchObject({ subject: { kind: 'matter' }, duty: { dueOn: '2019-09-30' } });
    expect(why.days.filter(({ ordinal }) => ordinal !== null)).toHaveLength(20);
    const other = world.atSeat(world.newSeat('policyHead')).duties;
    const asked = { kind: 'matter', id: opened.summary.id, rule: 'inspectionPosting' } as const;
    expect(await outcomeOf(other.explain(asked))).toBe('NOT_FOUND');
  });
});

describe('a division head', () => {
  const head = () => seated('foodHead');

  test('enters, amends and publishes what the own division keeps', async () => {
    const asked = budget();
    const opened = await head().open(asked);
    await head().amend({ ...asked, title: '改题', version: 1, reasonForChange: '' });
    const posted = await head().publish(publishing(opened, { reviewer: '周文' }));
    expect(posted).toMatchObject({ summary: { title: '改题' }, publications: [{ postedBy: '孙丽华' }] });
  });
  test('finds nothing of another division, for whatever is tried', async () => {
    const asked = budget({ divisionId: world.divisions.policy });
    const opened = await clerk().open(asked);
    const { id } = opened.summary;
    const tried = {
      get: () => head().get({ id }),
      open: () => head().open(budget({ divisionId: world.divisions.policy })),
      amend: () => head().amend({ ...asked, version: 1, reasonForChange: '' }),
      take: () => head().amend({ ...asked, divisionId: world.divisions.food, version: 1, reasonForChange: '' }),
      publish: () => head().publish(publishing(opened)),
    };
    for (const [name, call] of Object.entries(tried))
      expect([name, await outcomeOf(call())]).toEqual([name, 'NOT_FOUND']);
    const listed = await head().list({ kind: 'budget', isOpen: false });
    expect(listed.filter((row) => row.divisionId !== world.divisions.food)).toEqual([]);
  });
  test('cannot hand an own matter to another division', async () => {
    const asked = budget();
    await head().open(asked);
    const given = { ...asked, divisionId: world.divisions.policy, version: 1, reasonForChange: '' };
    expect(await outcomeOf(head().amend(given))).toBe('NOT_FOUND');
  });
});
