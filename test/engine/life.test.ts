/** The life of one document: copies, four signatures, posting with evidence, withdrawal. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, PASSWORD, type RegisterInput, type World } from '../world.ts';
import { brokenBy } from './answers.ts';
import { approve, sign } from './approving.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const TODAY = toDay('2019-06-12');

async function register(special: Partial<RegisterInput> = {}): Promise<string> {
  return (await world.as('clerk').documents.register(ordinaryDocument(world, special))).document.id;
}

const post = (documentId: string, special: object = {}) =>
  world.as('clerk').publications.post({
    ...{ id: newId(), documentId, channel: 'website', url: 'https://www.example.gov.cn/a/1.html', postedOn: TODAY },
    ...{ lateReason: '', exceptionReason: '', evidence: null },
    ...special,
  });

describe('confidentiality review', () => {
  test('goes from the drafter to the leader, each signature genuine', async () => {
    const id = await register();
    const { reviews, summary } = await approve(world, id);
    expect(reviews[0]).toMatchObject({ stage: 'approved', approvedOn: TODAY, formNumber: 'BS-2019-0001' });
    expect(reviews[0]?.steps.map(({ step, isGenuine }) => [step, isGenuine])).toEqual([
      ['drafter', true],
      ['divisionHead', true],
      ['generalOffice', true],
      ['leaderInCharge', true],
    ]);
    expect(summary).toMatchObject({
      state: 'approved',
      blockers: [{ code: 'notPosted' }, { code: 'copiesMissing', params: { missing: 7 } }],
    });
  });

  test('refuses a wrong password, another division, another turn and a second step of the same person', async () => {
    const id = await register();
    await expect(
      sign(world, id, ['clerk', 'drafter', 'proposeDisclosure'], { password: 'not-mine' }),
    ).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    expect(await brokenBy(sign(world, id, ['foodHead', 'divisionHead', 'agree']))).toContain('review.notStarted');
    await sign(world, id, ['clerk', 'drafter', 'proposeDisclosure']);
    expect(await brokenBy(sign(world, id, ['policyHead', 'divisionHead', 'agree']))).toContain('review.wrongDivision');
    expect(await brokenBy(sign(world, id, ['leaderInCharge', 'leaderInCharge', 'approve']))).toContain(
      'review.notYourTurn',
    );
    expect(await brokenBy(sign(world, id, ['clerk', 'divisionHead', 'agree']))).toEqual(
      expect.arrayContaining(['review.wrongRole', 'review.sameSignerNever']),
    );
  });

  test('ends with a reason when it is sent back, and begins anew', async () => {
    const id = await register();
    await sign(world, id, ['clerk', 'drafter', 'proposeDisclosure']);
    expect(await brokenBy(sign(world, id, ['foodHead', 'divisionHead', 'disagree']))).toContain(
      'review.opinionMissing',
    );
    const returned = await sign(world, id, ['foodHead', 'divisionHead', 'disagree'], {
      opinion: '附件含联系人电话，请删减',
    });
    expect(returned.reviews[0]).toMatchObject({ stage: 'returned', returnReason: '附件含联系人电话，请删减' });
    const again = await approve(world, id);
    expect(again.reviews).toHaveLength(2);
    expect(again.summary.state).toBe('approved');
  });

  test.each([
    ['title', { title: '关于另一题目的通知' }],
    ['channel', { channel: 'gazette' }],
    ['annexes', { annexes: [{ name: '附件1', sha256: null }] }],
  ])('lapses when the %s changes, visibly, and stops the posting', async (field, change) => {
    const id = await register();
    const approved = await approve(world, id);
    await world.as('clerk').documents.amend({
      ...approved.input,
      ...change,
      id,
      version: approved.summary.version,
      reasonForChange: '更正',
    });
    const lapsed = await world.as('clerk').documents.get({ id });
    expect(lapsed.reviews[0]).toMatchObject({ isLapsed: true, stage: 'lapsed' });
    expect(lapsed.changedSinceReview.map((changed) => changed.field)).toEqual([field]);
    expect(await brokenBy(post(id))).toContain('publication.notReviewed');
  });

  test('stays valid when only what it does not cover changes', async () => {
    const id = await register();
    const approved = await approve(world, id);
    await world.as('clerk').copies.deliver({
      ...{ id: newId(), documentId: id, copies: 7, deliveredOn: TODAY, deliveredBy: '刘洋', location: '', note: '' },
    });
    await world
      .as('clerk')
      .documents.amend({ ...approved.input, id, version: 1, note: '另存一份', reasonForChange: '备注' });
    expect((await world.as('clerk').documents.get({ id })).reviews[0]).toMatchObject({
      isLapsed: false,
      stage: 'approved',
    });
  });

  test('shows the head only the own division, and as theirs only what they may sign', async () => {
    const own = await register({ title: '关于待本处审签的通知' });
    const other = await register({ title: '关于待他处审签的通知', draftingDivisionId: world.divisions.policy });
    await sign(world, own, ['clerk', 'drafter', 'proposeDisclosure']);
    await sign(world, other, ['clerk', 'drafter', 'proposeDisclosure']);
    const waiting = await world.as('foodHead').reviews.waiting();
    const ids = waiting.map(({ document }) => document.id);
    expect(ids).toContain(own);
    expect(ids).not.toContain(other);
    expect(waiting.find(({ document }) => document.id === own)).toMatchObject({ step: 'divisionHead', isMine: true });
    expect((await world.as('clerk').reviews.waiting()).every(({ isMine }) => !isMine)).toBe(true);
  });
});

describe('publication', () => {
  test('is refused without review, and says everything that is missing at once', async () => {
    const id = await register({ isLeaderRelated: true });
    const codes = await brokenBy(post(id, { url: 'not an address', postedOn: toDay('2019-07-01') }));
    expect(codes).toEqual(
      expect.arrayContaining([
        'publication.notReviewed',
        'publication.proofreadingMissing',
        'publication.urlBad',
        'publication.inFuture',
      ]),
    );
  });

  test('keeps the evidence, ends the clock, and can be withdrawn with a reason', async () => {
    const id = await register();
    await approve(world, id);
    const evidence = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], '网页快照.png', { type: 'image/png' });
    const posted = await post(id, { evidence });
    expect(posted.summary).toMatchObject({
      state: 'posted',
      postedOn: TODAY,
      posting: { state: 'met', doneOn: TODAY },
    });
    const [publication] = posted.publications;
    expect(publication).toMatchObject({ evidenceName: '网页快照.png', overdueWorkingDays: 0 });
    const file = await world.as('auditor').publications.evidence({ evidenceId: publication?.evidenceId ?? '' });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    const publicationId = publication?.id ?? '';
    const withdrawn = await world
      .as('clerk')
      .publications.withdraw({ publicationId, withdrawnOn: TODAY, reason: '误发附件，撤下后重新审查' });
    expect(withdrawn.summary).toMatchObject({ state: 'withdrawn', postedOn: null });
    const listed = await world.as('clerk').documents.list({
      filter: { postingState: 'withdrawn' },
      sort: { by: 'dueOn', direction: 'asc' },
      offset: 0,
      limit: 10,
    });
    expect(listed.rows.map((row) => row.id)).toEqual([id]);
  });

  test('of a late document needs the reason and keeps the working days', async () => {
    const old = { signedOn: toDay('2019-05-06'), writtenOn: toDay('2019-05-06'), printedOn: toDay('2019-05-06') };
    const id = await register(old);
    await approve(world, id);
    expect(await brokenBy(post(id))).toEqual(['publication.lateReasonMissing']);
    const posted = await post(id, { lateReason: '审查退回一次' });
    // Signed 05-06, due 06-03 (rule of 2008), posted 06-12: Dragon Boat Festival on 06-07 is off.
    expect(posted.publications[0]).toMatchObject({ overdueWorkingDays: 6, lateReason: '审查退回一次' });
    expect(posted.summary.posting).toMatchObject({ dueOn: '2019-06-03', state: 'metLate' });
  });

  test('of a normative document waits for its interpretation', async () => {
    const id = await register({
      isNormative: true,
      legalityReviewNumber: '滨市监法审〔2019〕3号',
      legalityReviewOn: toDay('2019-06-03'),
      interpretationPlan: '图解',
    });
    await approve(world, id);
    expect(await brokenBy(post(id))).toEqual(['publication.interpretationMissing']);
    await world.as('clerk').publications.interpret({
      ...{
        id: newId(),
        documentId: id,
        title: '政策解读',
        form: 'chart',
        url: 'https://www.example.gov.cn/jd/1.html',
        postedOn: TODAY,
      },
    });
    expect((await post(id)).summary).toMatchObject({ state: 'interpreted', interpretedOn: TODAY });
  });

  test('of a document with leaders waits for the proof-reading of the head', async () => {
    const id = await register({ isLeaderRelated: true });
    await sign(world, id, ['clerk', 'drafter', 'proposeDisclosure']);
    expect(await brokenBy(sign(world, id, ['foodHead', 'divisionHead', 'agree']))).toEqual([
      'review.proofreadingMissing',
    ]);
    await sign(world, id, ['foodHead', 'divisionHead', 'agree'], { isLeaderInfoProofread: true });
    await sign(world, id, ['officeReviewer', 'generalOffice', 'mayDisclose']);
    const { contentHash } = await sign(world, id, ['leaderInCharge', 'leaderInCharge', 'approve']);
    expect(await brokenBy(post(id))).toEqual(['publication.proofreadingMissing']);
    await world
      .as('foodHead')
      .reviews.proofread({ id: newId(), documentId: id, contentHash, note: '', password: PASSWORD });
    expect((await post(id)).summary.state).toBe('posted');
  });
});

describe('who records a posting', () => {
  test('is the office or the drafting division, never another one, and a setting narrows it', async () => {
    const id = await register();
    await approve(world, id);
    const input = {
      id: newId(),
      documentId: id,
      channel: 'website',
      url: 'https://www.example.gov.cn/b.html',
      postedOn: TODAY,
    };
    const plain = { lateReason: '', exceptionReason: '', evidence: null };
    const other = world.as('policyHead').publications.post({ ...input, ...plain });
    expect(await brokenBy(other)).toEqual(['publication.notYours']);
    const setting = { key: 'postingEnteredBy', reason: '由办公室统一登记' };
    await world.as('administrator').registry.setSetting({ ...setting, value: '"generalOffice"' });
    const own = world.as('foodHead').publications.post({ ...input, ...plain });
    expect(await brokenBy(own)).toEqual(['publication.notYours']);
    await world.as('administrator').registry.setSetting({ ...setting, value: '"both"' });
    expect((await world.as('foodHead').publications.post({ ...input, ...plain })).summary.state).toBe('posted');
  });
});

describe('paper copies', () => {
  test('come in deliveries, are corrected beside the mistake, lent, returned and waived', async () => {
    const id = await register();
    const clerk = world.as('clerk');
    const deliver = (copies: number, own = newId()) =>
      clerk.copies.deliver({
        id: own,
        documentId: id,
        copies,
        deliveredOn: TODAY,
        deliveredBy: '刘洋',
        location: '',
        note: '',
      });
    const first = newId();
    await deliver(5, first);
    await deliver(5, first);
    expect(await clerk.copies.correct({ id: newId(), filingId: first, copies: 3, reason: '点错份数' })).toMatchObject({
      copiesReceived: 3,
    });
    expect(await deliver(2)).toMatchObject({ copiesReceived: 5, copiesMissing: 2 });
    const move = (kind: 'lend' | 'return', copyNo: number) =>
      clerk.copies.move({
        id: newId(),
        documentId: id,
        copyNo,
        kind,
        party: kind === 'lend' ? '法规处' : '',
        movedOn: TODAY,
        dueBackOn: null,
        note: '',
      });
    await move('lend', 2);
    expect(await brokenBy(move('lend', 2))).toEqual(['copies.notOnShelf']);
    expect(await brokenBy(move('return', 3))).toEqual(['copies.notLent']);
    await move('return', 2);
    const { version } = await clerk.copies.waive({
      documentId: id,
      version: 1,
      reason: '两份已直接移交档案馆，无需补交',
    });
    const detail = await clerk.documents.get({ id });
    expect(detail.summary).toMatchObject({ version, copiesReceived: 5, copiesMissing: 0 });
    expect(detail.filings).toHaveLength(3);
    expect(detail.copyStates.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'received'));
  });
});

// Last, since a reset ends the sessions of the person.
test('keeps signatures made before a password reset verifiable', async () => {
  const id = await register();
  await sign(world, id, ['clerk', 'drafter', 'proposeDisclosure']);
  await sign(world, id, ['foodHead', 'divisionHead', 'agree']);
  await world
    .as('administrator')
    .people.resetPassword({ id: world.people.foodHead.id, password: 'Another-Harbour-28' });
  const { reviews } = await world.as('auditor').documents.get({ id });
  expect(reviews[0]?.steps.every(({ isGenuine }) => isGenuine)).toBe(true);
});
