/** The commands that need no registry, as processes of their own. */

import { describe, expect, test } from 'vitest';
import { answerOf, registry } from './commandLine.ts';

describe('deadline', () => {
  test('counts make-up days and days off from the day after signing', async () => {
    expect(await answerOf(['deadline', '--from', '2019-09-27', '--working-days', '20'])).toMatchObject({
      dueOn: '2019-10-30',
      provisional: false,
    });
  });

  test.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('gives the same day under TZ=%s', async (TZ) => {
    const { dueOn } = await answerOf(['deadline', '--from', '2026-01-26', '--working-days', '20'], { TZ });
    expect(dueOn).toBe('2026-02-28');
  });

  test('says that a date in a year without arrangement is provisional', async () => {
    const answer = await answerOf(['deadline', '--from', '2026-12-10', '--working-days', '20']);
    expect(answer).toMatchObject({ provisional: true });
  });

  test('explains every counted day', async () => {
    const { days } = await answerOf(['deadline', '--from', '2019-09-27', '--working-days', '3', '--explain']);
    expect(days).toEqual([
      { day: '2019-09-27', kind: 'trigger', ordinal: null, name: null },
      { day: '2019-09-28', kind: 'weekend', ordinal: null, name: null },
      { day: '2019-09-29', kind: 'makeUp', ordinal: 1, name: expect.stringContaining('国庆节') },
      { day: '2019-09-30', kind: 'counted', ordinal: 2, name: null },
      ...['01', '02', '03', '04', '05', '06', '07'].map((date) =>
        expect.objectContaining({ day: `2019-10-${date}`, ordinal: null }),
      ),
      { day: '2019-10-08', kind: 'counted', ordinal: 3, name: null },
    ]);
  });

  test('counts calendar days without skipping', async () => {
    const answer = await answerOf(['deadline', '--from', '2026-02-03', '--calendar-days', '20']);
    expect(answer).toMatchObject({ dueOn: '2026-02-23', movedTo: '2026-02-24' });
  });

  test('refuses an impossible date with its reason', async () => {
    const { exit, stdout, stderr } = await registry([
      'deadline',
      '--from',
      '2019-02-30',
      '--working-days',
      '20',
      '--json',
    ]);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).not.toHaveProperty('dueOn');
    expect(stderr).toContain('2019-02-30');
  });

  test.each([
    [['deadline']],
    [['deadline', '--from', '2019-08-01']],
    [['deadline', '--from', '2019-08-01', '--working-days', '0']],
    [['deadline', '--from', '2019-08-01', '--working-days', '20', '--calendar-days', '20']],
    [['nonsense']],
  ])('ends with 2 for the wrong words %j', async (words) => {
    expect((await registry(words)).exit).toBe(2);
  });
});

describe('number', () => {
  test('repairs brackets and leading zeros and says so', async () => {
    expect(await answerOf(['number', '辽市监发[2019]012号'])).toMatchObject({
      number: '辽市监发〔2019〕12号',
      fixes: ['bracket', 'leadingZero'],
    });
  });

  test.each(['辽市监发〔19〕12号', '辽市监发〔2O19〕12号', '辽市监发〔2019〕0号', '2019-12'])(
    'refuses %s and never guesses',
    async (text) => {
      const { exit, stdout, stderr } = await registry(['number', text, '--json']);
      expect(exit).toBe(1);
      const answer = JSON.parse(stdout) as Record<string, unknown>;
      expect(answer).not.toHaveProperty('number');
      expect(answer.code).toMatch(/^docNumber\./);
      expect(stderr.trim()).not.toBe(answer.code);
    },
  );
});

describe('request-clock', () => {
  const clock = (...args: string[]) => answerOf(['request-clock', '--received', ...args]);
  const counted = (answer: Record<string, unknown>) => answer.counted as { day: string; ordinal: number }[];

  test('counts 20 working days from the day after receipt, each of them named', async () => {
    const answer = await clock('2026-09-10');
    expect(answer).toMatchObject({ dueOn: '2026-10-14', provisional: false });
    expect(counted(answer)).toHaveLength(20);
    expect(counted(answer)[0]).toEqual({ day: '2026-09-11', ordinal: 1 });
    expect(counted(answer).at(-1)).toEqual({ day: '2026-10-14', ordinal: 20 });
  });

  test('passes over pauses, begins afresh after a correction, and goes on after an extension', async () => {
    expect(await clock('2026-09-10', '--pause', '2026-09-15..2026-09-29')).toMatchObject({
      dueOn: '2026-10-29',
      pausedWorkingDays: 11,
    });
    expect(await clock('2026-09-10', '--extend', '20')).toMatchObject({ dueOn: '2026-11-11' });
    expect(await clock('2019-06-03', '--corrected', '2019-06-10')).toMatchObject({ dueOn: '2019-07-08' });
    const pauses = ['--pause', '2019-06-10..2019-06-12', '--pause', '2019-06-20..2019-06-21'];
    expect(await clock('2019-06-03', ...pauses)).toMatchObject({ dueOn: '2019-07-09' });
    expect(await clock('2026-12-31')).toMatchObject({ provisional: true });
  });

  test('refuses everything at once that is wrong', async () => {
    const wrong = ['--corrected', '2019-06-01', '--pause', '2019-06-12..2019-06-10', '--extend', '21', '--json'];
    const { exit, stdout, stderr } = await registry(['request-clock', '--received', '2019-06-03', ...wrong]);
    expect(exit).toBe(1);
    const { broken } = JSON.parse(stdout) as { broken: { code: string }[] };
    expect(broken.map(({ code }) => code)).toEqual([
      'clock.correctedBeforeReceipt',
      'clock.pauseBad',
      'clock.extensionBad',
    ]);
    expect(stderr).toContain('20 个工作日');
  });

  test('asks for the day of receipt', async () => {
    expect((await registry(['request-clock'])).exit).toBe(2);
  });
});
