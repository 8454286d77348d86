/** Each kind of matter: its clock and its gate, by worked examples; and what holds for any of them. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../electron/domain/day.ts';
import { type Duty, dutyOf } from '../../electron/domain/duties.ts';
import { BUILT_IN_RULES } from '../../electron/domain/dutyRules.ts';
import type { MatterBody } from '../../electron/domain/matters/body.ts';
import { MATTER_CHANNELS } from '../../electron/domain/matters/channels.ts';
import type { MatterFacts, MatterPosting } from '../../electron/domain/matters/kind.ts';
import { kindOf, MATTER_KINDS } from '../../electron/domain/matters/kinds.ts';
import {
  brokenOnClosing,
  brokenOnMatter,
  brokenOnMatterPosting,
  dutiesMetBy,
  emptyBody,
  isAsked,
  owedByMatter,
  REVIEW_RESULTS,
} from '../../electron/domain/matters/matter.ts';
import { DEFAULT_SETTINGS } from '../../electron/domain/settings.ts';
import { hasWords, say } from '../../electron/domain/wording/say.ts';
import { day } from './facts.ts';
import { calendar } from './seed.ts';

const TODAY = day('2019-12-02');
const rules = BUILT_IN_RULES;

function posting(postedOn: string, channel = 'website', stage = 'posting', hasEvidence = true): MatterPosting {
  return { postedOn: day(postedOn), channel, stage, hasEvidence };
}

type Special = { openedOn?: Day; closedOn?: Day | null; postings?: readonly MatterPosting[]; isVoided?: boolean };

function factsOf(kind: string, body: MatterBody, special: Special = {}) {
  const { openedOn = day('2019-09-02'), closedOn = null, postings = [], isVoided = false } = special;
  return { body: { ...emptyBody(kindOf(kind)), ...body }, openedOn, closedOn, postings, isVoided, rules };
}

function dutiesOf(kind: string, body: MatterBody, special: Special = {}, today = TODAY): readonly Duty[] {
  const sight = { calendar, today, settings: DEFAULT_SETTINGS, rules };
  return owedByMatter(kindOf(kind), factsOf(kind, body, special)).flatMap((owed) => dutyOf(owed, sight) ?? []);
}

function missingOf(kind: string, body: MatterBody, special: Special = {}): readonly string[] {
  const facts = { ...factsOf(kind, body, special), today: TODAY };
  return brokenOnClosing(kindOf(kind), { closedOn: TODAY }, facts).map(({ code, field }) => `${code} ${field}`);
}

function wrongOf(kind: string, body: MatterBody): readonly string[] {
  const entry = { title: '试', divisionId: 'division', openedOn: day('2019-09-02') };
  const facts = { ...factsOf(kind, body), today: TODAY };
  return brokenOnMatter(kindOf(kind), entry, facts).map(({ code, field }) => `${code} ${field}`);
}

const REVIEWED = {
  ...{ url: 'http://scjg.ln.gov.cn/a', lateReason: '', reviewer: '赵国强', reviewResult: 'open', isReviewed: true },
  reviewedOn: day('2019-09-03'),
};

function refusalsOf(kind: string, body: MatterBody, input: object, special: Special = {}): readonly string[] {
  const whole = { stage: 'posting', channel: 'website', postedOn: day('2019-09-10'), ...REVIEWED, ...input };
  const facts = factsOf(kind, body, special);
  const sight = { calendar, today: TODAY, settings: DEFAULT_SETTINGS, rules };
  const met = dutiesMetBy(kindOf(kind), facts, { ...whole, hasEvidence: true }, sight);
  return brokenOnMatterPosting(kindOf(kind), whole, { ...facts, today: TODAY, met, publisher: '陈静' }).map(
    ({ code }) => code,
  );
}

describe('决策预公开', () => {
  const body: MatterBody = {
    ...{ decisionKind: 'major', decisionBasis: '食品安全法' },
    ...{ consultationFrom: '2019-09-02', consultationTo: '2019-10-08' },
  };
  const heard: MatterBody = { ...body, opinionsReceived: 12, opinionsAdopted: 9, notAdopted: '三条，与上位法不符' };
  const published = [posting('2019-09-02', 'website', 'consultation'), posting('2019-10-25', 'website', 'feedback')];

  test('runs until its last day, and the feedback is due 20 working days after it', () => {
    expect(dutiesOf('preDecision', body)).toMatchObject([
      { rule: 'consultation', triggerOn: '2019-09-02', dueOn: '2019-10-08', doneOn: null },
      // 10-09..10-12 #1-4, 10-14..18 #5-9, 10-21..25 #10-14, 10-28..11-01 #15-19, 11-04 #20
      { rule: 'consultationFeedback', triggerOn: '2019-10-08', dueOn: '2019-11-04', state: 'overdue' },
    ]);
    expect(dutiesOf('preDecision', heard, { postings: published })).toMatchObject([
      { state: 'met', doneOn: '2019-10-08' },
      { state: 'met', doneOn: '2019-10-25' },
    ]);
  });
  test.each([
    ['2019-10-02', []],
    ['2019-10-01', ['matter.consultationShort shortenedReason']],
    ['2019-09-01', ['matter.consultationBackwards consultationTo']],
  ])('from 2 September on a major decision is open for thirty days: until %s breaks %j', (consultationTo, broken) => {
    expect(wrongOf('preDecision', { ...body, consultationTo })).toEqual(broken);
  });
  test('a shorter consultation needs its reason; another decision needs none; before the rule there was none', () => {
    const short = { ...body, consultationTo: '2019-09-20' };
    expect(wrongOf('preDecision', { ...short, shortenedReason: '因疫情防控需要，须尽快施行' })).toEqual([]);
    expect(wrongOf('preDecision', { ...short, decisionKind: 'other' })).toEqual([]);
    expect(wrongOf('preDecision', { ...short, consultationFrom: '2019-08-30' })).toEqual([]);
  });
  test('cannot be closed without draft, opinions and feedback', () => {
    expect(missingOf('preDecision', body)).toEqual([
      'matter.fieldMissing opinionsReceived',
      'matter.fieldMissing opinionsAdopted',
      'matter.draftNotPublished postings',
      'matter.feedbackNotPublished postings',
    ]);
    expect(missingOf('preDecision', heard, { postings: published })).toEqual([]);
  });
  test('says why main opinions were not adopted, where any were not', () => {
    const silent = { ...heard, notAdopted: '' };
    expect(missingOf('preDecision', silent, { postings: published })).toEqual(['matter.notAdoptedMissing notAdopted']);
    expect(missingOf('preDecision', { ...silent, opinionsAdopted: 12 }, { postings: published })).toEqual([]);
  });
  test('the period runs from the day on which the draft could be read', () => {
    const later = [posting('2019-09-05', 'website', 'consultation'), ...published.slice(1)];
    expect(missingOf('preDecision', heard, { postings: later })).toEqual([
      'matter.draftPublishedLater consultationFrom',
    ]);
  });
  test('is decided after the consultation, and adopts no more than it heard', () => {
    expect(wrongOf('preDecision', { ...heard, opinionsAdopted: 13, decidedOn: '2019-10-08' })).toEqual([
      'matter.decidedTooEarly decidedOn',
      'matter.moreAdopted opinionsAdopted',
    ]);
  });
});

describe.each([
  ['progressColumn', 'progressUpdate'],
  ['siteColumn', 'columnUpdate'],
])('%s', (kind, rule) => {
  const body: MatterBody = { columnUrl: 'http://scjg.ln.gov.cn/zqz/', updateCycle: 'monthly' };

  test('every renewal answers the one before and starts the cycle anew', () => {
    const postings = [posting('2019-09-30', 'website', 'progress'), posting('2019-11-04', 'website', 'progress')];
    expect(dutiesOf(kind, body, { postings })).toMatchObject([
      { rule, triggerOn: '2019-09-02', dueOn: '2019-10-02', state: 'met', doneOn: '2019-09-30' },
      { triggerOn: '2019-09-30', dueOn: '2019-10-30', state: 'metLate', doneOn: '2019-11-04' },
      { triggerOn: '2019-11-04', dueOn: '2019-12-04', state: 'soon', doneOn: null },
    ]);
  });
  test('two renewals on a day count once, and none owes anything after it was taken down', () => {
    const postings = [posting('2019-09-30', 'website', 'progress'), posting('2019-09-30', 'newMedia', 'progress')];
    expect(dutiesOf(kind, body, { postings })).toHaveLength(2);
    expect(dutiesOf(kind, body, { postings, closedOn: day('2019-11-01') })).toMatchObject([{ doneOn: '2019-09-30' }]);
  });
  test('weekly is seven days', () => {
    expect(dutiesOf(kind, { ...body, updateCycle: 'weekly' })).toMatchObject([{ dueOn: '2019-09-09', unit: 'CD' }]);
  });
});

describe('权责清单和服务事项', () => {
  const body: MatterBody = { listKind: 'serviceCatalogue', listVersion: '2019年版', listChangedOn: '2019-09-02' };
  const coded = { ...body, listChange: '新增两项', nationalCode: '000125003000', provincialCode: '000125003000' };

  test('a changed list is public 20 working days later', () => {
    // 09-03..06 #1-4, 09-09..12 #5-8, 09-16..20 #9-13, 09-23..27 #14-18, 09-29..30 #19-20
    expect(dutiesOf('authorityList', body)).toMatchObject([
      { rule: 'listPosting', triggerOn: '2019-09-02', dueOn: '2019-09-30', state: 'overdue' },
    ]);
  });
  test('a service has the same code on all four levels, or says why not', () => {
    const postings = [posting('2019-09-10')];
    expect(missingOf('authorityList', coded, { postings })).toEqual([
      'matter.codeMissing cityCode',
      'matter.codeMissing countyCode',
    ]);
    const differing = { ...coded, cityCode: '000125003000', countyCode: '210125003000' };
    expect(missingOf('authorityList', differing, { postings })).toEqual(['matter.codesDiffer codeDifference']);
    expect(missingOf('authorityList', { ...differing, codeDifference: '县级目录尚未更新' }, { postings })).toEqual([]);
  });
  test('a list of powers needs no codes, but has to be public', () => {
    expect(missingOf('authorityList', { ...body, listKind: 'powers', listChange: '取消一项' })).toEqual([
      'matter.notPublished postings',
    ]);
  });
});

describe('建议提案答复', () => {
  const body: MatterBody = { proposalNumber: '第1号', proposalKind: 'suggestion', repliedOn: '2019-09-02' };

  test('the reply is public 20 working days after it was signed', () => {
    expect(dutiesOf('proposalReply', body)).toMatchObject([{ rule: 'proposalReply', dueOn: '2019-09-30' }]);
  });
  test('less than the full text needs its reason, and what stays closed owes nothing and is not published', () => {
    const closed = { ...body, replyDisclosure: 'none' };
    expect(wrongOf('proposalReply', { ...closed, withheldReason: '内部文件' })).toEqual([
      'matter.reasonTooShort withheldReason',
    ]);
    const explained = { ...closed, withheldReason: '涉及第三方商业秘密，权利人不同意公开' };
    expect(wrongOf('proposalReply', explained)).toEqual([]);
    expect(dutiesOf('proposalReply', explained)).toEqual([]);
    expect(missingOf('proposalReply', explained)).toEqual([]);
    expect(refusalsOf('proposalReply', explained, {})).toEqual(['matter.replyWithheld']);
    expect(missingOf('proposalReply', body)).toEqual(['matter.notPublished postings']);
  });
});

describe('部门预决算', () => {
  const body: MatterBody = { budgetKind: 'finalAccounts', fiscalYear: 2018, approvalNumber: '辽财预〔2019〕1号' };
  const approved = (approvedOn: string) => ({ ...body, approvedOn });

  test.each([
    ['2019-08-05', '2019-08-25'],
    ['2019-09-14', '2019-10-04'],
    ['2026-02-03', '2026-02-23'],
  ])('approved %s, the strict date is %s, day off or not', (approvedOn, dueOn) => {
    expect(dutiesOf('budget', approved(approvedOn))).toMatchObject([
      { rule: 'budgetPosting', unit: 'CD', days: 20, dueOn },
    ]);
  });
  test('needs day and number of the approval, and a year that can be', () => {
    expect(wrongOf('budget', { fiscalYear: 19 })).toEqual([
      'matter.fieldMissing approvedOn',
      'matter.fieldMissing approvalNumber',
      'matter.notThisYear fiscalYear',
    ]);
  });
  test('posted on the working day after the strict date, it is late and says why', () => {
    const late = { postedOn: day('2019-08-26'), reviewedOn: day('2019-08-20') };
    expect(refusalsOf('budget', approved('2019-08-05'), late)).toEqual(['publication.lateReasonMissing']);
    expect(refusalsOf('budget', approved('2019-08-05'), { ...late, lateReason: '网站升级' })).toEqual([]);
    expect(refusalsOf('budget', approved('2019-08-05'), { ...late, postedOn: day('2019-08-25') })).toEqual([]);
  });
});

describe('机构职责和领导分工', () => {
  const body: MatterBody = { organisationKind: 'leaders', organisationChangedOn: '2019-09-02' };

  test('is public 20 working days after the change', () => {
    expect(dutiesOf('organisation', body)).toMatchObject([{ rule: 'organisationPosting', dueOn: '2019-09-30' }]);
  });
  test('does not go out before somebody says how secrets were taken out', () => {
    expect(refusalsOf('organisation', body, {})).toEqual(['matter.reasonTooShort', 'matter.fieldMissing']);
    const declassified = { ...body, declassifyingNote: '按三定规定脱密，删去编制数', declassifiedBy: '王小东' };
    expect(refusalsOf('organisation', declassified, {})).toEqual([]);
  });
});

describe('定期公开', () => {
  const kind = kindOf('periodicResults');
  const august = kind.settle?.({
    ...emptyBody(kind),
    ...{
      resultSubject: 'food',
      periodCycle: 'monthly',
      periodFrom: '2019-08-15',
      resultChannels: ['website', 'newMedia'],
    },
  });
  if (!august) throw new Error('the period is put into place');
  const found = { ...august, batches: 320, failedBatches: 6 };

  test('any day of the period names it', () => {
    expect(august).toMatchObject({ periodFrom: '2019-08-01', periodTo: '2019-08-31' });
  });
  test('is due after its end, by the time the bureau set', () => {
    expect(dutiesOf('periodicResults', august)).toMatchObject([
      { triggerOn: '2019-08-31', dueOn: '2019-09-29', days: 20 },
    ]);
    expect(dutiesOf('periodicResults', { ...august, publishWithin: 10 })).toMatchObject([
      { dueOn: '2019-09-16', days: 10 },
    ]);
  });
  test('is done when the last channel has it', () => {
    const one = [posting('2019-09-05')];
    expect(dutiesOf('periodicResults', found, { postings: one })).toMatchObject([{ doneOn: null }]);
    expect(missingOf('periodicResults', found, { postings: one })).toEqual(['matter.channelOpen postings']);
    const both = [...one, posting('2019-09-06', 'newMedia')];
    expect(dutiesOf('periodicResults', found, { postings: both })).toMatchObject([
      { doneOn: '2019-09-06', state: 'met' },
    ]);
    expect(missingOf('periodicResults', found, { postings: both })).toEqual([]);
  });
  test('the next period is the next month, with nothing found yet', () => {
    expect(kind.next?.(found)).toMatchObject({
      ...{ periodFrom: '2019-09-01', periodTo: '2019-09-30', batches: null, failedBatches: null },
      ...{ periodCycle: 'monthly', resultChannels: ['website', 'newMedia'] },
    });
    expect(kind.over?.(found, day('2019-08-31'))).toBe(false);
    expect(kind.over?.(found, day('2019-09-01'))).toBe(true);
  });
  test('results of a period do not go out before it is over', () => {
    const early = { postedOn: day('2019-08-30'), reviewedOn: day('2019-08-30') };
    expect(refusalsOf('periodicResults', { ...found, resultChannels: ['website'] }, early)).toEqual([
      'matter.postedTooEarly',
    ]);
  });
  test('no more fail than were tested, and the time is one day at least', () => {
    expect(wrongOf('periodicResults', { ...found, failedBatches: 321, publishWithin: 0 })).toEqual([
      'matter.moreFailed failedBatches',
      'matter.periodTooShort publishWithin',
    ]);
  });
});

describe('行政处罚信息公示 (总局令第45号)', () => {
  const penalty = (party: string, body: MatterBody): MatterBody => ({
    ...{ inspectionKind: 'penalty', penaltyParty: party, inspectionChannels: ['publicitySystem'] },
    ...body,
  });
  const decided = (party: string) => penalty(party, { penaltyDecidedOn: '2021-09-17' });

  test('is posted within 20 working days where the party is registered in this province', () => {
    const duty = { rule: 'penaltyPosting', article: 'penaltyPosting', dueOn: '2021-10-21', days: 20, unit: 'WD' };
    expect(dutiesOf('inspection', decided('sameProvince'), {}, day('2021-10-08'))).toMatchObject([duty]);
    const postings = [posting('2021-10-22', 'publicitySystem')];
    expect(dutiesOf('inspection', decided('sameProvince'), { postings })).toMatchObject([
      { state: 'metLate', overdueWorkingDays: 1 },
    ]);
  });
  test('is forwarded within 10 and posted by the other province within 10 more', () => {
    const forwarding = { rule: 'penaltyForwarding', dueOn: '2021-10-08', days: 10 };
    expect(dutiesOf('inspection', decided('otherProvince'), {}, day('2021-10-08'))).toMatchObject([forwarding]);
    const forwarded = { ...decided('otherProvince'), penaltyForwardedOn: '2021-10-08' };
    expect(dutiesOf('inspection', forwarded)).toMatchObject([{ state: 'met' }]);
    const received = penalty('forwardedToUs', { penaltyReceivedOn: '2021-10-08' });
    expect(dutiesOf('inspection', received, {}, day('2021-10-08'))).toMatchObject([
      { rule: 'penaltyPostingForOther', dueOn: '2021-10-21', days: 10, triggerSource: 'penaltyReceived' },
    ]);
  });
  test('is taken down within 3 once the decision falls, a Saturday that works among them', () => {
    const fallen = { ...decided('sameProvince'), penaltyOverturnedOn: '2021-09-29' };
    expect(dutiesOf('inspection', fallen, {}, day('2021-09-30'))).toMatchObject([
      { rule: 'penaltyTakingDown', dueOn: '2021-10-09', days: 3 },
    ]);
    const postings = [posting('2019-09-20', 'publicitySystem')];
    const down = { ...fallen, penaltyTakenDownOn: '2021-10-08' };
    expect(missingOf('inspection', fallen, {})).toEqual(['matter.fieldMissing penaltyTakenDownOn']);
    expect(missingOf('inspection', down, { postings })).toEqual(['matter.stillPublished postings']);
    expect(missingOf('inspection', down)).toEqual([]);
    expect(dutiesOf('inspection', down)).toMatchObject([{ state: 'met', doneOn: '2021-10-08' }]);
  });
  test('before those provisions every penalty is the deciding bureau’s own to post', () => {
    const early = penalty('otherProvince', { penaltyDecidedOn: '2019-09-02' });
    expect(dutiesOf('inspection', early)).toMatchObject([
      { rule: 'penaltyPosting', article: 'penaltyPosting2019', dueOn: '2019-09-30' },
    ]);
  });
  test('asks for what the case calls for, in the order of things', () => {
    expect(wrongOf('inspection', penalty('sameProvince', {}))).toEqual(['matter.fieldMissing penaltyDecidedOn']);
    expect(wrongOf('inspection', penalty('forwardedToUs', {}))).toEqual(['matter.fieldMissing penaltyReceivedOn']);
    const days = {
      penaltyForwardedOn: '2019-09-01',
      penaltyOverturnedOn: '2019-09-01',
      penaltyTakenDownOn: '2019-08-30',
    };
    expect(wrongOf('inspection', penalty('otherProvince', { penaltyDecidedOn: '2019-09-02', ...days }))).toEqual([
      'matter.forwardedTooEarly penaltyForwardedOn',
      'matter.overturnedTooEarly penaltyOverturnedOn',
      'matter.takenDownTooEarly penaltyTakenDownOn',
    ]);
    expect(missingOf('inspection', decided('otherProvince'))).toEqual(['matter.fieldMissing penaltyForwardedOn']);
  });
});

describe('双随机、一公开', () => {
  const body: MatterBody = { inspectedOn: '2019-09-02', inspected: 40, problemsFound: 3 };
  const everywhere = ['creditChina', 'publicitySystem', 'website'];

  test('is due 20 working days after the inspection, and done when all three platforms have it', () => {
    const postings = everywhere.map((channel, i) => posting(`2019-09-1${i}`, channel));
    expect(dutiesOf('inspection', body)).toMatchObject([{ rule: 'inspectionPosting', dueOn: '2019-09-30' }]);
    expect(dutiesOf('inspection', body, { postings })).toMatchObject([{ doneOn: '2019-09-12' }]);
    expect(dutiesOf('inspection', body, { postings: postings.slice(1) })).toMatchObject([{ doneOn: null }]);
  });
  test('each platform needs its own proof', () => {
    const postings = everywhere.map((channel) => posting('2019-09-10', channel, 'posting', channel === 'website'));
    expect(missingOf('inspection', body, { postings })).toEqual([
      'matter.proofMissing postings',
      'matter.proofMissing postings',
    ]);
    expect(missingOf('inspection', body)).toHaveLength(3);
    const proven = everywhere.map((channel) => posting('2019-09-10', channel));
    expect(missingOf('inspection', body, { postings: proven })).toEqual([]);
  });
  test('no more have problems than were inspected', () => {
    expect(wrongOf('inspection', { ...body, problemsFound: 41 })).toEqual(['matter.moreProblems problemsFound']);
  });
});

describe('证照分离', () => {
  const body: MatterBody = { measureOn: '2019-09-02' };
  test('an activity follows the measure within 20 working days', () => {
    expect(dutiesOf('licenceReform', body)).toMatchObject([{ rule: 'reformActivity', dueOn: '2019-09-30' }]);
    expect(dutiesOf('licenceReform', { ...body, activityOn: '2019-09-20' })).toMatchObject([{ state: 'met' }]);
  });
  test('is closed once it is told what was done when', () => {
    expect(missingOf('licenceReform', body)).toEqual([
      'matter.fieldMissing activityOn',
      'matter.fieldMissing activityContent',
    ]);
  });
});

describe('常务会议议题', () => {
  const body: MatterBody = { submittedOn: '2019-09-02' };
  test('a briefing is due five working days after the topic was handed in', () => {
    expect(dutiesOf('executiveMeeting', body)).toMatchObject([{ rule: 'meetingTopic', dueOn: '2019-09-09' }]);
    const briefed = { ...body, hasBriefing: true, briefingOn: '2019-09-06' };
    expect(dutiesOf('executiveMeeting', briefed)).toMatchObject([{ state: 'met', doneOn: '2019-09-06' }]);
    expect(missingOf('executiveMeeting', briefed)).toEqual([]);
  });
  test('yes needs a day, no needs a reason, and saying nothing is not enough', () => {
    expect(missingOf('executiveMeeting', body)).toEqual(['matter.fieldMissing hasBriefing']);
    expect(missingOf('executiveMeeting', { ...body, hasBriefing: true })).toEqual(['matter.fieldMissing briefingOn']);
    const without = { ...body, hasBriefing: false };
    expect(missingOf('executiveMeeting', without)).toEqual(['matter.reasonTooShort noBriefingReason']);
    const reasoned = { ...without, noBriefingReason: '议题为内部机构调整，不涉及公众' };
    expect(missingOf('executiveMeeting', reasoned)).toEqual([]);
    expect(dutiesOf('executiveMeeting', reasoned, { closedOn: day('2019-09-06') })).toMatchObject([{ state: 'met' }]);
  });
  test('no briefing before the topic', () => {
    expect(wrongOf('executiveMeeting', { ...body, hasBriefing: true, briefingOn: '2019-08-30' })).toEqual([
      'matter.briefingTooEarly briefingOn',
    ]);
  });
});

describe('舆情回应', () => {
  const body: MatterBody = { concernFoundOn: '2019-09-02', concernSource: '微博', concernContent: '某品牌奶粉' };
  test('is answered within two working days, by whatever comes first', () => {
    expect(dutiesOf('publicResponse', body)).toMatchObject([{ rule: 'publicResponse', dueOn: '2019-09-04' }]);
    const called = { ...body, respondedOn: '2019-09-03' };
    expect(dutiesOf('publicResponse', called, { postings: [posting('2019-09-05')] })).toMatchObject([
      { state: 'met', doneOn: '2019-09-03' },
    ]);
  });
  test('is closed once it is told how it was handled', () => {
    expect(missingOf('publicResponse', body)).toEqual([
      'matter.fieldMissing concernHandling',
      'matter.fieldMissing respondedOn',
    ]);
  });
});

describe('先审查、后公开', () => {
  const body: MatterBody = { listKind: 'powers', listVersion: '1', listChangedOn: '2019-09-02' };

  test('what nobody reviewed is refused, with everything that is missing at once', () => {
    const unreviewed = { reviewer: ' ', reviewedOn: null, reviewResult: '', isReviewed: false };
    expect(refusalsOf('authorityList', body, unreviewed)).toEqual([
      'matter.notReviewed',
      'matter.reviewerMissing',
      'matter.reviewResultMissing',
      'matter.reviewedOnMissing',
    ]);
  });
  test.each([
    ['by the publisher', { reviewer: '陈静' }, 'matter.reviewerPublishes'],
    ['after it went out', { reviewedOn: day('2019-09-11') }, 'matter.reviewedLater'],
    ['with another conclusion', { reviewResult: 'closed' }, 'matter.reviewResultMissing'],
    ['where the kind is not published', { channel: 'gazette' }, 'publication.channelMissing'],
    ['as something the kind does not know', { stage: 'feedback' }, 'matter.stageMissing'],
    ['without an address', { url: '' }, 'publication.urlMissing'],
    ['with half an address', { url: 'scjg.ln.gov.cn' }, 'publication.urlBad'],
    ['tomorrow', { postedOn: addDays(TODAY, 1) }, 'publication.inFuture'],
    [
      'before there was anything',
      { postedOn: day('2019-09-01'), reviewedOn: day('2019-09-01') },
      'matter.postedTooEarly',
    ],
  ])('%s is refused', (_, input, code) => {
    expect(refusalsOf('authorityList', body, input)).toEqual([code]);
  });
  test('of what is void or closed nothing goes out any more', () => {
    expect(refusalsOf('authorityList', body, {}, { isVoided: true })).toEqual(['matter.voided']);
    expect(refusalsOf('authorityList', body, {}, { closedOn: day('2019-09-20') })).toEqual(['matter.closed']);
  });
});

describe('closing', () => {
  const body: MatterBody = { listKind: 'powers', listVersion: '1', listChangedOn: '2019-09-02', listChange: '一项' };
  const facts = { ...factsOf('authorityList', body, { postings: [posting('2019-09-10')] }), today: TODAY };
  test.each([
    [null, 'matter.fieldMissing'],
    [addDays(TODAY, 1), 'matter.inFuture'],
    [day('2019-09-09'), 'matter.closedTooEarly'],
  ])('on %s breaks %s', (closedOn, code) => {
    expect(brokenOnClosing(kindOf('authorityList'), { closedOn }, facts).map((found) => found.code)).toEqual([code]);
  });
});

describe('any kind', () => {
  test('names what is missing as its form does: a column has a name and is in use', () => {
    const said = (key: string) => {
      const empty = { title: '', divisionId: '', openedOn: null };
      const broken = brokenOnMatter(kindOf(key), empty, { ...factsOf(key, {}), today: TODAY });
      return broken.slice(0, 3).map(({ code, params }) => say('zh', code, params));
    };
    expect(said('siteColumn')).toEqual(['请填写栏目名称。', '请选择责任处室。', '请填写启用日期。']);
    expect(said('authorityList')).toEqual(['请填写标题。', '请选择责任处室。', '请填写起始日期。']);
  });
  test('has words for itself, its fields, choices, stages and channels', () => {
    const codes = MATTER_KINDS.flatMap(({ key, fields, stages, channels }) => [
      ...[`matterKind.${key}`, `matterPlan.${key}`],
      ...stages.map((stage) => `matterStage.${stage}`),
      ...channels.map((channel) => `channel.${channel}`),
      ...fields.flatMap((field) => [
        `field.${field.key}`,
        ...(field.choices ?? []).map((choice) => `${field.key}.${choice}`),
      ]),
    ]);
    expect(
      [...codes, ...REVIEW_RESULTS.map((result) => `reviewResult.${result}`)].filter((code) => !hasWords(code)),
    ).toEqual([]);
  });
  test.each(MATTER_KINDS)('$key names fields that it has, and channels that there are', (kind) => {
    const keys = kind.fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      [...kind.columns, ...(kind.numberField ? [kind.numberField] : [])].filter((key) => !keys.includes(key)),
    ).toEqual([]);
    expect(kind.columns.length).toBeLessThanOrEqual(3);
    expect(kind.channels.filter((channel) => !MATTER_CHANNELS.includes(channel))).toEqual([]);
    expect(Object.keys(emptyBody(kind))).toEqual(keys);
  });
  test.each(MATTER_KINDS)('$key, empty, is refused by its first needed field and never throws', (kind) => {
    const facts: MatterFacts = factsOf(kind.key, {});
    const broken = brokenOnMatter(kind, { title: '', divisionId: '', openedOn: null }, { ...facts, today: TODAY });
    const needed = kind.fields.find(
      (field) => field.needed === 'opening' && field.initial === undefined && isAsked(field, facts.body),
    );
    expect(broken.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'divisionId', 'openedOn', ...(needed ? [needed.key] : [])]),
    );
    expect(kind.owed(facts).filter(({ doneOn }) => doneOn !== null)).toEqual([]);
  });

  const anyValue = fc.oneof(
    fc.constant(null),
    fc.string({ maxLength: 12 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.boolean(),
    fc.constantFrom('2019-09-02', '2019-10-08', 'monthly', 'none', 'major'),
    fc.array(fc.constantFrom(...MATTER_CHANNELS), { maxLength: 3 }),
  );
  const anyKind = fc.constantFrom(...MATTER_KINDS);
  const anyPostings = fc
    .array(fc.tuple(fc.nat(80), fc.constantFrom(...MATTER_CHANNELS)), { maxLength: 5 })
    .map((drawn) =>
      drawn
        .map(([later, channel]) => posting(addDays(day('2019-09-02'), later), channel, 'posting'))
        .toSorted((a, b) => (a.postedOn < b.postedOn ? -1 : 1)),
    );

  test('whatever its body holds, rules answer; a void one owes nothing, a closed one nothing open', () => {
    fc.assert(
      fc.property(
        anyKind,
        fc.array(anyValue, { minLength: 12, maxLength: 12 }),
        anyPostings,
        (kind, values, postings) => {
          const body = Object.fromEntries(kind.fields.map(({ key }, i) => [key, values[i % values.length] ?? null]));
          const facts = { body, openedOn: day('2019-09-02'), closedOn: null, postings, rules, today: TODAY };
          brokenOnMatter(kind, { title: '试', divisionId: 'x', openedOn: day('2019-09-02') }, facts);
          brokenOnClosing(kind, { closedOn: TODAY }, { ...facts, isVoided: false });
          expect(owedByMatter(kind, { ...facts, isVoided: true })).toEqual([]);
          const closed = owedByMatter(kind, { ...facts, closedOn: TODAY, isVoided: false });
          expect(closed.every(({ doneOn }) => doneOn !== null)).toBe(true);
        },
      ),
    );
  });

  test('one more publication never undoes what was done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('authorityList', 'inspection', 'periodicResults', 'budget'),
        anyPostings,
        (key, postings) => {
          const body = {
            listChangedOn: '2019-09-02',
            inspectedOn: '2019-09-02',
            periodTo: '2019-09-02',
            approvedOn: '2019-09-02',
          };
          const done = (some: readonly MatterPosting[]) =>
            dutiesOf(key, { ...body, resultChannels: ['website', 'newMedia'] }, { postings: some }).filter(
              ({ doneOn }) => doneOn !== null,
            ).length;
          for (let n = 1; n <= postings.length; n++)
            expect(done(postings.slice(0, n))).toBeGreaterThanOrEqual(done(postings.slice(0, n - 1)));
        },
      ),
    );
  });
});
