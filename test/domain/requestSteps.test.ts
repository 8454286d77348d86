import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, toDay } from '../../electron/domain/day.ts';
import { BUILT_IN_RULES } from '../../electron/domain/dutyRules.ts';
import {
  DELIVERY_WAYS,
  isOpen,
  REQUEST_STATES,
  REQUEST_STEPS,
  type RequestEvent,
  type RequestFacts,
  type RequestStep,
  WANTED_FORMS,
} from '../../electron/domain/foiRequest.ts';
import {
  APPLICANT_KINDS,
  CLOSURES,
  REMEDIES,
  REMEDY_RESULTS,
  REPLY_KINDS,
  RESULT_ROWS,
  remedyChoice,
  replyRule,
  resultRow,
} from '../../electron/domain/replyKind.ts';
import {
  CLOCK_DAY_KINDS,
  CONSULTATION_ANSWERS,
  CONSULTATION_OUTCOMES,
  CONSULTED_PARTIES,
  REQUEST_CHANNELS,
} from '../../electron/domain/requestClock.ts';
import { NO_DRAFT } from '../../electron/domain/requestDraft.ts';
import { dutiesOfRequest } from '../../electron/domain/requestDuties.ts';
import { FEE_BASES } from '../../electron/domain/requestFee.ts';
import type { StepTaker } from '../../electron/domain/requestGates.ts';
import { letterNumber, lettersAtHand, REQUEST_LETTERS } from '../../electron/domain/requestLetter.ts';
import { maskedName, maySeeApplicant, severalApplicants } from '../../electron/domain/requestRegistering.ts';
import { requestStanding } from '../../electron/domain/requestStanding.ts';
import { brokenOnStep, possibleSteps } from '../../electron/domain/requestSteps.ts';
import { DEFAULT_SETTINGS } from '../../electron/domain/settings.ts';
import { hasWords } from '../../electron/domain/wording/say.ts';
import { calendar } from './seed.ts';

const RECEIVED = toDay('2019-06-03');
const OFFICE: StepTaker = { id: 'office', roles: ['clerk', 'officeReviewer'], divisionId: 'office' };
const CONSULTATION = 'c1';

type Happened = readonly [on: string, step: RequestStep];

function factsOf(happened: readonly Happened[], by = 'someone'): RequestFacts {
  const events = happened.map(([on, step], at): RequestEvent => ({ id: `e${at}`, on: toDay(on), byId: by, step }));
  return { channel: 'inPerson', arrivedOn: RECEIVED, confirmedOn: null, events };
}

function look(happened: readonly Happened[], today: string, actor: StepTaker = OFFICE, isAskedBySeveral = false) {
  const facts = factsOf(happened);
  const day = toDay(today);
  const standing = requestStanding(facts, calendar, day);
  return { facts, standing, divisionId: 'food', actor, calendar, today: day, isAskedBySeveral };
}

const codes = (step: RequestStep, on: Day, happened: readonly Happened[], today = on as string) =>
  brokenOnStep(step, on, look(happened, today)).map(({ code }) => code);

const ASSIGNED: Happened = ['2019-06-05', { kind: 'assigned', divisionId: 'food' }];
const CORRECTION: Happened = [
  '2019-06-06',
  { kind: 'correctionAsked', items: '请写明月份', replyBy: toDay('2019-06-20') },
];
const CORRECTED: Happened = ['2019-06-17', { kind: 'corrected', content: '2018年12月', lateReason: '' }];
const DRAFTED: Happened = [
  '2019-06-20',
  { kind: 'drafted', draft: { replyKind: 'provided', ...NO_DRAFT, how: '附后' } },
];
const extension = (workingDays: number): RequestStep => ({
  kind: 'extended',
  workingDays,
  approver: '周文',
  reason: '信息量大',
});

describe('an extension', () => {
  test('may be given on every day up to expiry and on none after, whatever moved the expiry', () => {
    const stories: readonly (readonly Happened[])[] = [
      [],
      [ASSIGNED],
      [CORRECTION, CORRECTED],
      [
        ASSIGNED,
        [
          '2019-06-10',
          { kind: 'consulted', consultationId: CONSULTATION, party: 'thirdParty', name: '某公司', matter: '检验结果' },
        ],
        ['2019-06-18', { kind: 'consultationAnswered', consultationId: CONSULTATION, answer: 'agree', reason: '' }],
      ],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.integer({ min: 0, max: 60 }), (story, after) => {
        const last = story.at(-1)?.[0] ?? RECEIVED;
        const on = addDays(toDay(last), after);
        const { dueOn } = look(story, on).standing;
        const isRefused = codes(extension(1), on, story).includes('request.extensionAfterExpiry');
        expect(isRefused).toBe(dueOn !== null && on > dueOn);
        const isOffered = possibleSteps(look(story, on)).includes('extended');
        expect(isOffered).toBe(!isRefused);
      }),
    );
  });

  test('is 20 working days in all, also over a restart, and lengthens only the period in which it lies', () => {
    const before: readonly Happened[] = [ASSIGNED, ['2019-06-10', extension(15)]];
    expect(codes(extension(5), toDay('2019-06-11'), before)).toEqual([]);
    expect(codes(extension(6), toDay('2019-06-11'), before)).toEqual(['request.extensionTooLong']);
    const restarted = look([['2019-06-05', extension(15)], CORRECTION, CORRECTED], '2019-06-18').standing;
    expect(restarted.clock?.workingDays).toBe(20);
  });

  test.each([0, -1, 1.5, 21])('of %d working days is none', (days) => {
    expect(codes(extension(days), toDay('2019-06-11'), [ASSIGNED])).toEqual(['request.extensionTooLong']);
  });
});

describe('the state', () => {
  test.each<[readonly Happened[], string]>([
    [[], 'received'],
    [[ASSIGNED], 'handling'],
    [[ASSIGNED, CORRECTION], 'correcting'],
    [[CORRECTION, CORRECTED], 'handling'],
    [[ASSIGNED, DRAFTED], 'drafted'],
    [[ASSIGNED, DRAFTED, ['2019-06-21', { kind: 'returned', opinion: '补充' }]], 'handling'],
    [[ASSIGNED, DRAFTED, ['2019-06-21', { kind: 'approved', opinion: '' }]], 'approved'],
    [[['2019-06-05', { kind: 'withdrawn', reason: '已自行查到' }]], 'withdrawn'],
  ])('is told by the events %#', (story, state) => {
    expect(look(story, '2019-06-25').standing.state).toBe(state);
  });

  test('of a reassigned request stays what it was', () => {
    const again: Happened = ['2019-06-21', { kind: 'assigned', divisionId: 'policy' }];
    expect(look([ASSIGNED, DRAFTED, again], '2019-06-25').standing.state).toBe('drafted');
  });

  test('allows no step to nobody, and none but what adds to the file once it is archived', () => {
    const nobody: StepTaker = { id: 'x', roles: [], divisionId: 'food' };
    expect(possibleSteps(look([ASSIGNED], '2019-06-10', nobody))).toEqual([]);
    const closed: readonly Happened[] = [
      ['2019-06-05', { kind: 'withdrawn', reason: '已自行查到' }],
      ['2019-06-06', { kind: 'archived', archiveNumber: '1' }],
    ];
    expect(possibleSteps(look(closed, '2019-06-10'))).toEqual(['related', 'remedy']);
    const several = look(closed, '2019-06-10', OFFICE, true);
    expect(possibleSteps(several)).toEqual(['related', 'openingJudged', 'remedy']);
    const judged = { kind: 'openingJudged', answer: 'kept', reason: '短' } as const;
    expect(brokenOnStep(judged, toDay('2019-06-03'), several).map(({ code }) => code)).toEqual([
      'request.openingReasonShort',
    ]);
  });

  test('lets the head of another division draft nothing', () => {
    const head = (divisionId: string): StepTaker => ({ id: 'h', roles: ['divisionHead'], divisionId });
    expect(possibleSteps(look([ASSIGNED], '2019-06-10', head('food')))).toEqual(['drafted']);
    expect(possibleSteps(look([ASSIGNED], '2019-06-10', head('policy')))).toEqual([]);
  });

  test('offers no step that would be accepted elsewhere: what is not offered is refused', () => {
    const stories = [[], [ASSIGNED], [ASSIGNED, DRAFTED], [CORRECTION], [CORRECTION, CORRECTED]] as const;
    for (const story of stories) {
      const seen = look(story, '2019-06-25');
      for (const kind of REQUEST_STEPS) {
        const step = {
          kind,
          divisionId: '',
          items: '',
          content: '',
          reason: '',
          draft: NO_DRAFT,
        } as unknown as RequestStep;
        if (kind === 'drafted' || possibleSteps(seen).includes(kind)) continue;
        const found = brokenOnStep(step, seen.today, seen).map(({ code }) => code);
        expect([kind, found.length > 0]).toEqual([kind, true]);
      }
    }
  });
});

describe('the way of each kind into the annual report', () => {
  test('ends in a row of table three, and every row is reached', () => {
    const reached = new Set([...REPLY_KINDS, ...CLOSURES].map(resultRow));
    expect(RESULT_ROWS.filter((row) => !reached.has(row))).toEqual([]);
    for (const row of reached) expect(RESULT_ROWS).toContain(row);
  });
  test.each([
    ['alreadyPublic', 'granted'],
    ['partial', 'partial'],
    ['specialAccess', 'refusedQuery'],
    ['notOurs', 'notHeld'],
    ['stillUnclear', 'stillUnclear'],
    ['notCorrected', 'notCorrected'],
    ['withdrawn', 'other'],
  ] as const)('of %s is %s', (result, row) => {
    expect(resultRow(result)).toBe(row);
  });
  test('refusals since 2024 begin with reconsideration; earlier ones and other replies do not', () => {
    const refusals = REPLY_KINDS.filter((kind) => remedyChoice(kind, toDay('2024-01-01')) === 'reconsiderationFirst');
    expect(refusals).toHaveLength(8);
    for (const kind of REPLY_KINDS) expect(remedyChoice(kind, toDay('2023-12-31'))).toBe('before2024');
    for (const kind of refusals) expect(replyRule(kind).article).toMatch(/^(?:36-3|37)/);
  });
});

describe('duties', () => {
  const duties = (story: readonly Happened[], today: string) => {
    const facts = factsOf(story);
    const day = toDay(today);
    const sight = { calendar, today: day, settings: DEFAULT_SETTINGS, rules: BUILT_IN_RULES };
    return dutiesOfRequest(requestStanding(facts, calendar, day), facts.events, sight).map(
      ({ rule, dueOn, doneOn, state }) => [rule, dueOn, doneOn, state],
    );
  };
  test('are the examination in 7 and the reply in 20 working days', () => {
    expect(duties([], '2019-06-04')).toEqual([
      ['requestReply', '2019-07-02', null, 'open'],
      ['requestCorrection', '2019-06-13', null, 'open'],
    ]);
  });
  test('are the applicant’s while a correction is awaited', () => {
    expect(duties([CORRECTION], '2019-06-10')).toEqual([
      ['requestCorrection', '2019-06-13', '2019-06-06', 'met'],
      ['requestCorrected', '2019-06-20', null, 'open'],
    ]);
  });
  test('begin afresh with the correction, and end with the reply', () => {
    const replied: Happened = ['2019-07-16', { kind: 'replied', way: 'mail', mailNumber: 'X', receivedBy: '' }];
    const story = [CORRECTION, CORRECTED, ['2019-07-12', DRAFTED[1]] as Happened, replied];
    expect(duties(story, '2019-08-01')[0]).toEqual(['requestReply', '2019-07-15', '2019-07-16', 'metLate']);
  });
  test('are none of a request that was voided', () => {
    expect(duties([['2019-06-04', { kind: 'voided', reason: '重复登记的同一件申请' }]], '2019-06-10')).toEqual([]);
  });
});

describe('letters', () => {
  test('stand ready once their event happened, each under a number of its own that never changes', () => {
    const consulted = (on: string): Happened => [
      on,
      { kind: 'consulted', consultationId: on, party: 'coMaker', name: '农业农村厅', matter: '共同制作' },
    ];
    const facts = factsOf([ASSIGNED, consulted('2019-06-06'), consulted('2019-06-07')]);
    const letters = lettersAtHand(facts.events, requestStanding(facts, calendar, toDay('2019-06-10')));
    expect(letters.map(({ letter, nth }) => letterNumber(letter, 2019, 12, nth))).toEqual([
      '登记回执〔2019〕12号',
      '征求机关意见〔2019〕12号',
      '征求机关意见〔2019〕12-2号',
    ]);
  });
});

describe('applicants', () => {
  test('are masked to their first character, and seen by the office and the division in charge', () => {
    expect(maskedName('张三')).toBe('张**');
    expect(maskedName('沈阳北方电梯有限公司')).toBe('沈***');
    expect(maySeeApplicant({ roles: ['auditor'], divisionId: 'food' }, 'food')).toBe(false);
    expect(maySeeApplicant({ roles: ['divisionHead'], divisionId: 'food' }, 'food')).toBe(true);
    expect(maySeeApplicant({ roles: ['divisionHead'], divisionId: 'food' }, null)).toBe(false);
    expect(maySeeApplicant({ roles: ['clerk'], divisionId: 'office' }, 'food')).toBe(true);
  });
  test('are several when they differ', () => {
    expect(severalApplicants(['张三', ' 张三'])).toBe(0);
    expect(severalApplicants(['张三', '李四', '张三'])).toBe(2);
  });
});

test('every term has its word', () => {
  const prefixed = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix}.${name}`);
  const keys = [
    ...prefixed('applicant', APPLICANT_KINDS),
    ...prefixed('requestChannel', REQUEST_CHANNELS),
    ...prefixed('wantedForm', WANTED_FORMS),
    ...prefixed('deliveryWay', DELIVERY_WAYS),
    ...prefixed('requestState', REQUEST_STATES),
    ...prefixed('requestStep', REQUEST_STEPS),
    ...prefixed('consultedParty', CONSULTED_PARTIES),
    ...prefixed('consultationAnswer', CONSULTATION_ANSWERS),
    ...prefixed('consultationOutcome', CONSULTATION_OUTCOMES),
    ...prefixed('feeBasis', FEE_BASES),
    ...prefixed('reply', [...REPLY_KINDS, ...CLOSURES]),
    ...prefixed('remedy', REMEDIES),
    ...prefixed('remedyResult', REMEDY_RESULTS),
    ...prefixed('clockDay', CLOCK_DAY_KINDS),
    ...prefixed('letter', REQUEST_LETTERS),
  ];
  expect(keys.filter((key) => !hasWords(key))).toEqual([]);
});

test('closed requests stay closed: no state after the reply counts as open', () => {
  expect(REQUEST_STATES.filter((state) => !isOpen(state))).toEqual(
    expect.arrayContaining(['replied', 'delivered', 'archived', 'abandoned', 'withdrawn', 'merged', 'voided']),
  );
});
