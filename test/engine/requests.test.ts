/** The life of requests for information: receipt, correction, opinions, extension, reply, delivery, and who may do which. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import type { RequestDetail, RequestInputRecord } from '../../electron/contract/requests.ts';
import { toDay } from '../../electron/domain/day.ts';
import { NO_DRAFT } from '../../electron/domain/requestDraft.ts';
import { newId } from '../../electron/engine/newId.ts';
import { verifyRegistry } from '../../electron/engine/verification.ts';
import { remediesOfYear, requestsOfYear } from '../../electron/store/requests.ts';
import { historyOf } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const at = (day: string) => world.setNow(`${day}T01:00:00.000Z`);
/** A seat for each call: the days of these tests lie farther apart than a session lasts. */
const as = (person: PersonKey): EngineClient => world.atSeat(world.newSeat(person));
const clerk = () => as('clerk').requests;

function request(special: Partial<RequestInputRecord> = {}): RequestInputRecord & { id: string } {
  return {
    id: newId(),
    ...{ applicantKind: 'naturalPerson', applicantName: '张三', contact: '13800000000', address: '滨海市海河路1号' },
    ...{ subject: '2018年食品安全抽检不合格产品名单', content: '全部批次', wantedForm: 'paper', channel: 'inPerson' },
    ...{ arrivedOn: toDay('2019-06-03'), confirmedOn: null, externalNumber: '', documentId: null, note: '' },
    ...special,
  };
}

/** What every step says of itself: an id, the request in its present version, a day. */
function on({ summary }: RequestDetail, day: string) {
  return { id: newId(), requestId: summary.id, version: summary.version, on: toDay(day) };
}

const draftOf = (special: object = {}) => ({
  draft: { replyKind: 'provided' as const, ...NO_DRAFT, how: '随附纸质件一份', ...special },
});

/** Registered on 3 June 2019 and assigned on the 5th. */
async function assigned(special: Partial<RequestInputRecord> = {}): Promise<RequestDetail> {
  const registered = await clerk().register(request(special));
  return clerk().assign({ ...on(registered, '2019-06-05'), divisionId: world.divisions.food });
}

async function approved(special: Partial<RequestInputRecord> = {}, draft: object = {}): Promise<RequestDetail> {
  const drafted = await as('foodHead').requests.draft({
    ...on(await assigned(special), '2019-06-10'),
    ...draftOf(draft),
  });
  return as('officeReviewer').requests.approve({ ...on(drafted, '2019-06-11'), opinion: '' });
}

describe('receipt', () => {
  test('in person counts from that day, and the register number runs by year', async () => {
    at('2019-06-12');
    const first = await clerk().register(request());
    expect(first.summary).toMatchObject({ state: 'received', receivedOn: '2019-06-03', dueOn: '2019-07-02' });
    expect(first.summary.registerNumber).toMatch(/^YSQ-2019-\d{4}$/);
    const second = await clerk().register(request());
    const seq = (detail: RequestDetail) => Number(detail.summary.registerNumber.slice(-4));
    expect(seq(second)).toBe(seq(first) + 1);
  });

  test('by internet waits for the confirmation of both sides, and no clock runs before', async () => {
    const input = request({ channel: 'internet' });
    const unconfirmed = await clerk().register(input);
    expect(unconfirmed.summary).toMatchObject({ state: 'unconfirmed', receivedOn: null, dueOn: null });
    expect(unconfirmed.steps).toEqual(expect.arrayContaining(['confirmed', 'withdrawn', 'voided']));
    expect(unconfirmed.steps).not.toContain('assigned');
    const confirmed = await clerk().confirm(on(unconfirmed, '2019-06-05'));
    expect(confirmed.summary).toMatchObject({ state: 'received', receivedOn: '2019-06-05', dueOn: '2019-07-04' });
  });

  test('refuses everything at once that is wrong', async () => {
    const bad = { applicantName: ' ', contact: '', address: '', subject: '名单', arrivedOn: toDay('2019-07-01') };
    expect(await brokenBy(clerk().register(request(bad)))).toEqual([
      'request.fieldMissing',
      'request.contactMissing',
      'request.subjectShort',
      'request.arrivedInFuture',
    ]);
    const secret = { content: '机密★10年 会议纪要', confirmedOn: toDay('2019-06-03') };
    expect(await brokenBy(clerk().register(request(secret)))).toEqual([
      'secret.marked',
      'request.confirmationNeedless',
    ]);
    expect(await brokenBy(clerk().register(request({ documentId: newId() })))).toEqual(['request.documentUnknown']);
  });

  test('repeated with the same id is the same request', async () => {
    const input = request();
    const first = await clerk().register(input);
    expect((await clerk().register(input)).summary).toEqual(first.summary);
  });
});

describe('a correction', () => {
  test('is asked for once, within 7 working days; the period then begins afresh', async () => {
    at('2019-06-12');
    const registered = await clerk().register(request());
    const ask = (detail: RequestDetail, day: string, replyBy = '2019-06-28') =>
      clerk().askCorrection({ ...on(detail, day), items: '请写明所需名单的月份', replyBy: toDay(replyBy) });
    // 06-03 received, Dragon Boat Festival on 06-07 off: the seventh working day is 06-13.
    const asked = await ask(registered, '2019-06-12');
    expect(asked.summary).toMatchObject({ state: 'correcting', dueOn: null, deadlineState: null });
    expect(asked.steps).not.toContain('abandoned');
    const corrected = await clerk().correct({ ...on(asked, '2019-06-12'), content: '2018年12月', lateReason: '' });
    expect(corrected.summary).toMatchObject({ state: 'handling', receivedOn: '2019-06-03', dueOn: '2019-07-10' });
    expect(corrected.clock?.startsOn).toBe('2019-06-12');
    expect(await brokenBy(ask(corrected, '2019-06-12'))).toEqual(['request.correctionOnce']);
    at('2019-06-14');
    const late = await clerk().register(request());
    expect(await brokenBy(ask(late, '2019-06-14'))).toEqual(['request.correctionLate']);
  });

  test('that does not come ends the request, but not before its time', async () => {
    at('2019-06-12');
    const registered = await clerk().register(request());
    const asked = await clerk().askCorrection({
      ...on(registered, '2019-06-11'),
      items: '请写明月份',
      replyBy: toDay('2019-06-20'),
    });
    at('2019-06-20');
    const cause = 'notCorrected' as const;
    expect(await brokenBy(clerk().abandon({ ...on(asked, '2019-06-20'), cause }))).toEqual(['request.notOverYet']);
    at('2019-06-21');
    const abandoned = await clerk().abandon({ ...on(asked, '2019-06-21'), cause });
    expect(abandoned.summary).toMatchObject({ state: 'abandoned', closedOn: '2019-06-21', result: 'notCorrected' });
  });

  test('after its time needs a good reason', async () => {
    at('2019-06-12');
    const registered = await clerk().register(request());
    const asked = await clerk().askCorrection({
      ...on(registered, '2019-06-10'),
      items: '请写明月份',
      replyBy: toDay('2019-06-14'),
    });
    at('2019-06-18');
    const correction = { ...on(asked, '2019-06-18'), content: '2018年12月' };
    expect(await brokenBy(clerk().correct({ ...correction, lateReason: '迟了' }))).toEqual(['request.lateCorrection']);
    const reason = '申请人住院，有医院证明为据';
    expect((await clerk().correct({ ...correction, lateReason: reason })).summary.state).toBe('handling');
  });
});

describe('opinions', () => {
  const consult = async (party: 'thirdParty' | 'coMaker') => {
    at('2019-06-10');
    const asked = await clerk().consult({
      ...on(await assigned(), '2019-06-06'),
      ...{ party, name: '滨海食品有限公司', matter: '名单涉及该公司的检验结果' },
    });
    const consultationId = asked.consultations[0]?.consultationId ?? '';
    const known = await clerk().recordLetterDay({ ...on(asked, '2019-06-10'), consultationId });
    return { known, consultationId };
  };

  test('stop the clock while they are sought, and the two silences mean opposite things', async () => {
    for (const [party, outcome] of [
      ['thirdParty', 'organDecides'],
      ['coMaker', 'consent'],
    ] as const) {
      const { known, consultationId } = await consult(party);
      expect(known.summary).toMatchObject({ state: 'consulting', isPaused: true });
      // The letter came on 06-10: 15 working days end on 07-01.
      expect(known.consultations[0]).toMatchObject({ silentAfter: '2019-07-01' });
      at('2019-07-01');
      const silent = { ...on(known, '2019-07-01'), consultationId, answer: 'silent' as const, reason: '' };
      expect(await brokenBy(clerk().recordOpinion(silent))).toEqual(['request.notSilentYet']);
      at('2019-07-02');
      const told = await clerk().recordOpinion({ ...silent, on: toDay('2019-07-02') });
      expect(told.consultations[0]?.outcome).toBe(outcome);
      expect(told.summary).toMatchObject({ state: 'handling', isPaused: false });
      // 06-04, 06-05, then paused 06-06 to 07-01 (17 working days), 18 more from 07-02.
      expect(told.clock).toMatchObject({ pausedWorkingDays: 17, dueOn: '2019-07-25' });
    }
  });

  test('against the disclosure are overruled only with the public interest', async () => {
    const { known, consultationId } = await consult('thirdParty');
    const objected = await clerk().recordOpinion({
      ...on(known, '2019-06-10'),
      ...{ consultationId, answer: 'disagree' as const, reason: '属于商业秘密' },
    });
    expect(await brokenBy(clerk().draft({ ...on(objected, '2019-06-10'), ...draftOf() }))).toEqual([
      'request.objectionStands',
    ]);
    const drafted = await clerk().draft({
      ...on(objected, '2019-06-10'),
      ...draftOf({ publicInterest: '涉及公众食品安全，不公开将重大影响公共利益' }),
    });
    expect(drafted.summary.state).toBe('drafted');
  });
});

describe('an extension', () => {
  test('is the office reviewer’s, before expiry, 20 working days in all', async () => {
    at('2019-06-28');
    const open = await assigned();
    const extend = (person: PersonKey, detail: RequestDetail, day: string, workingDays: number) =>
      as(person).requests.extend({ ...on(detail, day), workingDays, approver: '周文', reason: '需要检索档案' });
    expect(await outcomeOf(extend('clerk', open, '2019-06-28', 10))).toBe('NOT_ALLOWED');
    expect(await brokenBy(extend('officeReviewer', open, '2019-06-28', 21))).toEqual(['request.extensionTooLong']);
    const once = await extend('officeReviewer', open, '2019-06-28', 15);
    expect(once.summary.dueOn).toBe('2019-07-23');
    expect(await brokenBy(extend('officeReviewer', once, '2019-06-28', 6))).toEqual(['request.extensionTooLong']);
    expect((await extend('officeReviewer', once, '2019-06-28', 5)).summary.dueOn).toBe('2019-07-30');
    const other = await assigned();
    at('2019-07-03');
    expect(await brokenBy(extend('officeReviewer', other, '2019-07-03', 5))).toEqual(['request.extensionAfterExpiry']);
    expect((await as('officeReviewer').requests.get({ id: other.summary.id })).steps).not.toContain('extended');
    // Entered late, given in time: the day of the notice counts.
    expect((await extend('officeReviewer', other, '2019-07-02', 5)).summary.dueOn).toBe('2019-07-09');
  });
});

describe('the fee', () => {
  test('is none before 2021', async () => {
    at('2019-06-12');
    const open = await assigned();
    const fee = clerk().askFee({ ...on(open, '2019-06-12'), basis: 'page', count: 50 });
    expect(await brokenBy(fee)).toEqual(['request.feeNotInForce']);
  });

  test('stops everything until it is paid, then the period begins afresh', async () => {
    at('2021-03-10');
    const registered = await clerk().register(request({ arrivedOn: toDay('2021-03-01') }));
    const asked = await clerk().askFee({ ...on(registered, '2021-03-05'), basis: 'page', count: 150 });
    expect(asked.fee).toMatchObject({ yuan: 1700 });
    expect(asked.summary).toMatchObject({ state: 'feeDue', dueOn: null });
    const paid = await clerk().recordPayment({ ...on(asked, '2021-03-10'), receiptNumber: '辽财票000123' });
    expect(paid.summary).toMatchObject({ state: 'handling', dueOn: '2021-04-08' });
    const again = clerk().askFee({ ...on(paid, '2021-03-10'), basis: 'item', count: 30 });
    expect(await brokenBy(again)).toEqual(['request.feeOnce']);
  });

  test('that is not paid in 20 working days ends the request', async () => {
    at('2021-03-10');
    const registered = await clerk().register(request({ arrivedOn: toDay('2021-03-01') }));
    const asked = await clerk().askFee({ ...on(registered, '2021-03-05'), basis: 'item', count: 11 });
    // 03-08 to 04-02 are 20 working days.
    at('2021-04-06');
    const cause = 'feeUnpaid' as const;
    expect(await brokenBy(clerk().abandon({ ...on(asked, '2021-04-02'), cause }))).toEqual(['request.notOverYet']);
    const ended = await clerk().abandon({ ...on(asked, '2021-04-06'), cause });
    expect(ended.summary).toMatchObject({ state: 'abandoned', result: 'feeUnpaid' });
  });
});

describe('the reply', () => {
  test('is drafted by the division, approved by someone else, sent, delivered and archived', async () => {
    at('2019-06-12');
    const drafted = await as('foodHead').requests.draft({ ...on(await assigned(), '2019-06-10'), ...draftOf() });
    expect(await outcomeOf(as('foodHead').requests.approve({ ...on(drafted, '2019-06-11'), opinion: '' }))).toBe(
      'NOT_ALLOWED',
    );
    const back = await as('leaderInCharge').requests.returnDraft({
      ...on(drafted, '2019-06-11'),
      opinion: '请补充说明',
    });
    expect(back.summary.state).toBe('handling');
    const again = await as('foodHead').requests.draft({ ...on(back, '2019-06-11'), ...draftOf() });
    const passed = await as('officeReviewer').requests.approve({ ...on(again, '2019-06-11'), opinion: '' });
    const mail = { way: 'mail' as const, mailNumber: '', receivedBy: '' };
    expect(await brokenBy(clerk().reply({ ...on(passed, '2019-06-12'), ...mail }))).toEqual(['request.fieldMissing']);
    const sent = await clerk().reply({ ...on(passed, '2019-06-12'), ...mail, mailNumber: 'XA12345678921' });
    // The day of posting is the day of the reply.
    expect(sent.summary).toMatchObject({ state: 'replied', closedOn: '2019-06-12', deadlineState: 'met' });
    const evidence = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], '回执.png', { type: 'image/png' });
    const proof = { receivedBy: '张三', proof: '邮政回执', evidence };
    const delivered = await clerk().deliver({ ...on(sent, '2019-06-12'), ...proof });
    const kept = delivered.events.at(-1);
    expect(kept).toMatchObject({ attachmentName: '回执.png' });
    const file = await clerk().evidence({ attachmentId: kept?.attachmentId ?? '' });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    const archived = await clerk().archive({ ...on(delivered, '2019-06-12'), archiveNumber: '2019-YSQ-0001' });
    expect(archived.summary).toMatchObject({ state: 'archived', result: 'provided' });
  });

  test('in person is delivered on the day of signing', async () => {
    at('2019-06-12');
    const passed = await approved();
    const sent = await clerk().reply({
      ...on(passed, '2019-06-12'),
      ...{ way: 'inPerson', mailNumber: '', receivedBy: '张三' },
    });
    expect(sent.summary.state).toBe('delivered');
    expect(sent.deliveredOn).toBe('2019-06-12');
  });

  test('says what its kind has to say', async () => {
    at('2019-06-12');
    const open = await assigned();
    const draft = (special: object) => brokenBy(clerk().draft({ ...on(open, '2019-06-12'), ...draftOf(special) }));
    expect(await draft({ replyKind: 'forbiddenByLaw', how: '' })).toEqual([
      'request.partMissing',
      'request.partMissing',
    ]);
    expect(await draft({ replyKind: 'stillUnclear', reason: '仍未写明月份' })).toEqual(['request.neverCorrected']);
  });

  test('is never approved by whoever drafted it', async () => {
    at('2019-06-12');
    const both = world.registry();
    const { roleGrant } = await import('../../drizzle/schema.ts');
    both.store.writable
      .insert(roleGrant)
      .values({
        ...{ id: newId(), personId: world.people.officeReviewer.id, role: 'clerk' as const },
        ...{ grantedAt: '2019-06-12T01:00:00.000Z', revokedAt: null },
      })
      .run();
    const reviewer = as('officeReviewer').requests;
    const drafted = await reviewer.draft({ ...on(await assigned(), '2019-06-12'), ...draftOf() });
    expect(drafted.steps).not.toContain('approved');
    expect(await brokenBy(reviewer.approve({ ...on(drafted, '2019-06-12'), opinion: '' }))).toEqual([
      'request.ownDraft',
    ]);
  });
});

describe('steps', () => {
  test('of an old version are stale; the same step twice is one', async () => {
    at('2019-06-12');
    const registered = await clerk().register(request());
    const step = { ...on(registered, '2019-06-12'), divisionId: world.divisions.food };
    const once = await clerk().assign(step);
    expect((await clerk().assign(step)).events).toHaveLength(once.events.length);
    expect(await outcomeOf(clerk().assign({ ...step, id: newId() }))).toBe('STALE');
  });

  test('are refused out of order, in the future and before their cause', async () => {
    at('2019-06-12');
    const registered = await clerk().register(request());
    const mail = { way: 'mail' as const, mailNumber: 'XA1', receivedBy: '' };
    expect(await brokenBy(clerk().reply({ ...on(registered, '2019-06-12'), ...mail }))).toEqual(['request.notNow']);
    const assign = (day: string, divisionId = world.divisions.food) =>
      brokenBy(clerk().assign({ ...on(registered, day), divisionId }));
    expect(await assign('2019-06-13')).toEqual(['request.inFuture']);
    expect(await assign('2019-06-02')).toEqual(['request.beforeLast']);
    expect(await assign('2019-06-12', newId())).toEqual(['request.divisionUnknown']);
  });

  test('merge a request only into an open one of the same applicant', async () => {
    at('2019-06-12');
    const own = await clerk().register(request());
    const same = await clerk().register(request());
    const foreign = await clerk().register(request({ applicantName: '李四' }));
    const merge = (otherId: string) => clerk().merge({ ...on(own, '2019-06-12'), otherId, reason: '内容相同' });
    expect(await brokenBy(merge(own.summary.id))).toEqual(['request.otherIsSame']);
    expect(await brokenBy(merge(foreign.summary.id))).toEqual(['request.otherApplicant']);
    expect((await merge(same.summary.id)).summary).toMatchObject({ state: 'merged', result: 'merged' });
  });

  test('leave nothing of the applicant in the trail', async () => {
    at('2019-06-12');
    const input = request({ applicantName: '欧阳修远', contact: '13912345678' });
    const registered = await clerk().register(input);
    const { id, ...typed } = input;
    await clerk().amend({ ...typed, id, version: 1, contact: '13987654321', reasonForChange: '更正电话' });
    const told = JSON.stringify(historyOf(world.registry().store.readable, registered.summary.id));
    expect(told).toContain('contact');
    for (const personal of ['欧阳修远', '13912345678', '13987654321']) expect(told).not.toContain(personal);
  });
});

describe('who sees a request', () => {
  const get = (person: PersonKey, id: string): ReturnType<EngineClient['requests']['get']> =>
    as(person).requests.get({ id });

  test('the office and the division in charge see the applicant, the auditor only that there is one', async () => {
    at('2019-06-12');
    const { summary } = await assigned();
    expect((await get('foodHead', summary.id)).input.contact).toBe('13800000000');
    const audited = await get('auditor', summary.id);
    expect(audited.summary.applicantName).toBe('张**');
    expect(audited.input).toMatchObject({ applicantName: '张**', contact: '', address: '' });
    expect(audited.showsApplicant).toBe(false);
    const passed = await approved();
    const handed = { way: 'inPerson' as const, mailNumber: '', receivedBy: '张三丰' };
    const sent = await clerk().reply({ ...on(passed, '2019-06-12'), ...handed });
    const signer = async (person: PersonKey) => (await get(person, sent.summary.id)).events.at(-1)?.step;
    expect(await signer('auditor')).toMatchObject({ receivedBy: '张**' });
    expect(await signer('officeReviewer')).toMatchObject({ receivedBy: '张三丰' });
    expect(await outcomeOf(get('policyHead', summary.id))).toBe('NOT_FOUND');
    const listed = await as('policyHead').requests.list({ filter: {}, offset: 0, limit: 100 });
    expect(listed.rows).toEqual([]);
    const byName = { filter: { query: '张三' }, offset: 0, limit: 10 };
    expect((await as('auditor').requests.list(byName)).total).toBe(0);
    expect((await clerk().list(byName)).total).toBeGreaterThan(0);
  });

  test('a division head takes no step on another division’s request', async () => {
    at('2019-06-12');
    const open = await assigned();
    const draft = as('policyHead').requests.draft({ ...on(open, '2019-06-12'), ...draftOf() });
    expect(await outcomeOf(draft)).toBe('NOT_FOUND');
  });
});

describe('several requests for one thing', () => {
  test('suggest proactive disclosure until the document is open', async () => {
    at('2019-06-12');
    const { document } = await as('clerk').documents.register(
      ordinaryDocument(world, { attribute: 'ON_REQUEST', basis: 'caseByCase', reason: '仅涉及特定企业，依申请公开' }),
    );
    const wanted = { subject: '特种设备检验机构核准名单', documentId: document.id };
    const first = await clerk().register(request({ ...wanted, applicantName: '王五' }));
    expect(first.applicantsForSame).toBe(0);
    expect((await clerk().register(request({ ...wanted, applicantName: '王五' }))).applicantsForSame).toBe(0);
    const other = await clerk().register(request({ ...wanted, subject: '名单以外的说法', applicantName: '赵六' }));
    expect(other.applicantsForSame).toBe(2);
    expect(other.others.map(({ tie }) => tie)).toEqual(['same', 'same']);
    const { suggestions } = await clerk().list({ filter: { state: 'open' }, offset: 0, limit: 10 });
    expect(suggestions).toContainEqual({
      ...{ requestId: first.summary.id, subject: wanted.subject, applicants: 2, dueOn: '2019-07-02' },
    });
    await as('clerk').documents.changeAttribute({
      ...{ id: document.id, version: document.version, to: 'PROACTIVE', basis: null, basisLaw: '' },
      ...{ reason: '多个申请人申请，纳入主动公开', changedOn: toDay('2019-06-12') },
    });
    expect((await clerk().get({ id: first.summary.id })).applicantsForSame).toBe(0);
  });

  test('are judged by a day: the answer with its reason is kept, and opens the document with a new clock', async () => {
    at('2019-06-14');
    const { document } = await as('clerk').documents.register(
      ordinaryDocument(world, { attribute: 'ON_REQUEST', basis: 'caseByCase', reason: '仅涉及特定企业，依申请公开' }),
    );
    const wanted = { subject: '计量器具检定收费标准', documentId: document.id };
    const first = await clerk().register(request({ ...wanted, applicantName: '王五' }));
    await clerk().register(request({ ...wanted, applicantName: '赵六', arrivedOn: toDay('2019-06-05') }));
    const owed = async () => {
      const asked = {
        state: 'all' as const,
        rule: 'severalRequests' as const,
        kind: 'request' as const,
        divisionId: null,
      };
      const { rows } = await as('clerk').duties.list({
        ...asked,
        on: null,
        from: null,
        to: null,
        offset: 0,
        limit: 50,
      });
      return rows.filter(({ subject }) => subject.id === first.summary.id).map(({ duty }) => duty);
    };
    expect(await owed()).toMatchObject([
      { triggerOn: '2019-06-05', triggerSource: 'severalAsked', dueOn: '2019-07-04', doneOn: null, days: 20 },
    ]);
    const seen = await clerk().get({ id: first.summary.id });
    expect([seen.judgedBy, seen.steps.includes('openingJudged')]).toEqual(['2019-07-04', true]);
    const judge = { ...on(seen, '2019-06-14'), answer: 'opened' as const };
    await expect(clerk().judgeOpening({ ...judge, reason: '好' })).rejects.toMatchObject({
      data: { broken: [{ code: 'request.openingReasonShort', field: 'reason' }] },
    });
    const judged = await clerk().judgeOpening({ ...judge, reason: '涉及公众利益，两名申请人申请，纳入主动公开' });
    expect(judged).toMatchObject({ applicantsForSame: 0, judgedBy: null, document: { attribute: 'PROACTIVE' } });
    expect(judged.events.at(-1)?.step).toMatchObject({ kind: 'openingJudged', answer: 'opened' });
    expect(await owed()).toMatchObject([{ doneOn: '2019-06-14', state: 'met' }]);
    const { summary } = await as('clerk').documents.get({ id: document.id });
    expect(summary.posting).toMatchObject({ triggerOn: '2019-06-14', triggerSource: 'attributeChange', doneOn: null });
    // Once judged nothing is left to judge, from whichever of the requests.
    const again = { ...on(judged, '2019-06-14'), answer: 'kept' as const, reason: '不宜纳入主动公开，涉及商业秘密' };
    await expect(clerk().judgeOpening(again)).rejects.toMatchObject({
      data: { broken: [{ code: 'request.notAskedBySeveral' }] },
    });
  });
});

describe('duties', () => {
  test('of a request stand on the board and in the list of what is due', async () => {
    at('2019-07-02');
    const { summary } = await assigned({ subject: '今日到期的申请内容' });
    const { items } = await as('clerk').duties.due({ on: null });
    const own = items.filter(({ subject }) => subject.id === summary.id);
    expect(own.map(({ duty, stage }) => [duty.rule, duty.dueOn, duty.state, stage])).toEqual([
      ['requestReply', '2019-07-02', 'today', 'today'],
    ]);
    expect(own[0]?.subject).toMatchObject({ kind: 'request', number: summary.registerNumber });
  });
});

describe('what is answered and not delivered', () => {
  const ofState = async (state: 'open' | 'closed', id: string) => {
    const listed = await clerk().list({ filter: { state }, offset: 0, limit: 200 });
    return { ...listed, has: listed.rows.some((row) => row.id === id) };
  };

  test('is answered for the annual report, and stays open, on the board and in the count until its delivery', async () => {
    at('2019-06-12');
    const mail = { way: 'mail' as const, mailNumber: 'XA12345678921', receivedBy: '' };
    const passed = await approved({ subject: '只待送达的申请内容' });
    const before = await ofState('open', passed.summary.id);
    const sent = await clerk().reply({ ...on(passed, '2019-06-12'), ...mail });
    const { id } = sent.summary;
    const open = await ofState('open', id);
    expect([open.has, (await ofState('closed', id)).has]).toEqual([true, false]);
    expect([open.open, open.total, open.undelivered]).toEqual([before.open, before.total, before.undelivered + 1]);
    expect(open.rows.at(-1)?.state).toBe('replied');
    const counted = requestsOfYear(world.registry().store.readable, 2019).find((each) => each.id === id);
    expect(counted).toMatchObject({ closedOn: '2019-06-12', result: 'provided' });

    at('2019-06-26');
    const { groups } = await as('clerk').duties.board({ tile: 'today' });
    const rows = groups.flatMap((group) => group.rows).filter(({ subject }) => subject.id === id);
    expect(rows.map(({ duty }) => [duty?.rule, duty?.dueOn, duty?.triggerSource])).toEqual([
      ['requestDelivery', '2019-06-26', 'requestReplied'],
    ]);
    const proof = { receivedBy: '张三', proof: '邮政签收记录', evidence: null };
    await clerk().deliver({ ...on(sent, '2019-06-25'), ...proof });
    expect([(await ofState('open', id)).has, (await ofState('closed', id)).has]).toEqual([false, true]);
    expect((await ofState('open', id)).undelivered).toBe(before.undelivered);
    const after = await as('clerk').duties.board({ tile: 'today' });
    expect(after.groups.flatMap((group) => group.rows).some(({ subject }) => subject.id === id)).toBe(false);
  });
});

describe('verification', () => {
  const requestsCheck = async () => {
    const { checks } = await verifyRegistry(world.engine, world.registry());
    return checks.find(({ name }) => name === 'requests');
  };
  test('finds every row as its events tell it, and one that was bent behind their back', async () => {
    expect(await requestsCheck()).toMatchObject({ isSound: true });
    const { writer } = world.registry().store;
    const bend = (state: string) =>
      writer.prepare(`UPDATE foi_request SET state = ? WHERE register_number = 'YSQ-2019-0001'`).run(state);
    bend('archived');
    expect(await requestsCheck()).toMatchObject({ isSound: false, problems: ['request.differs YSQ-2019-0001'] });
    bend('received');
    expect(await requestsCheck()).toMatchObject({ isSound: true });
  });
});

describe('the annual report hears', () => {
  test('of every request once, and what came in and was carried over is what was closed and is carried on', () => {
    const db = world.registry().store.readable;
    const of2019 = requestsOfYear(db, 2019);
    const of2021 = requestsOfYear(db, 2021);
    const closedIn = (rows: typeof of2019, year: string) => rows.filter(({ closedOn }) => closedOn?.startsWith(year));
    const isNew = (rows: typeof of2019, year: string) => rows.filter(({ receivedOn }) => receivedOn.startsWith(year));
    expect(new Set(of2019.map(({ id }) => id)).size).toBe(of2019.length);
    expect(isNew(of2019, '2019')).toHaveLength(of2019.length);
    const open = of2019.length - closedIn(of2019, '2019').length;
    expect(of2021).toHaveLength(open + isNew(of2021, '2021').length);
    expect(requestsOfYear(db, 2018)).toEqual([]);
  });

  test('of reconsideration and litigation with the result known by the end of the year', async () => {
    at('2019-06-12');
    const passed = await approved();
    const sent = await clerk().reply({
      ...on(passed, '2019-06-12'),
      ...{ way: 'inPerson', mailNumber: '', receivedBy: '张三' },
    });
    at('2020-02-01');
    const caseId = newId();
    const remedy = { caseId, remedy: 'reconsideration' as const, reference: '辽政复〔2019〕8号' };
    const begun = await clerk().recordRemedy({ ...on(sent, '2019-12-10'), ...remedy, result: 'pending' });
    await clerk().recordRemedy({ ...on(begun, '2020-01-20'), ...remedy, result: 'upheld' });
    const db = world.registry().store.readable;
    const told = (year: number) =>
      remediesOfYear(db, year)
        .filter((each) => each.caseId === caseId)
        .map(({ result }) => result);
    expect([told(2018), told(2019), told(2020), told(2021)]).toEqual([[], ['pending'], ['upheld'], []]);
  });
});
