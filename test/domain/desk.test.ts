import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArchiveEntry, archiveNumber, brokenOnArchiveEntry, RETENTIONS } from '../../electron/domain/archive.ts';
import { brokenOnContact, type ContactInput, chaseDegree } from '../../electron/domain/chasing.ts';
import { toDay } from '../../electron/domain/day.ts';
import { brokenOnReturn, type ReturnInput } from '../../electron/domain/returning.ts';

const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('an archive entry', () => {
  const entry: ArchiveEntry = {
    ...{ fondsNumber: '0123', archiveYear: 2019, retention: 'thirtyYears', organisation: '办公室' },
    ...{ pieceNumber: 62, pages: 14, boxNumber: null },
  };

  test('in order is taken, boxed or not yet', () => {
    expect(brokenOnArchiveEntry(entry)).toEqual([]);
    expect(brokenOnArchiveEntry({ ...entry, boxNumber: 3 })).toEqual([]);
  });

  test('names everything that is wrong at once', () => {
    const wrong = {
      ...entry,
      fondsNumber: ' ',
      archiveYear: 19,
      organisation: '',
      pieceNumber: 0,
      pages: 1.5,
      boxNumber: 0,
    };
    expect(codes(brokenOnArchiveEntry(wrong))).toEqual([
      'archive.fondsMissing',
      'archive.yearBad',
      'archive.organisationMissing',
      'archive.pieceBad',
      'archive.pagesBad',
      'archive.boxBad',
    ]);
    expect(codes(brokenOnArchiveEntry({ ...entry, fondsNumber: '全宗一' }))).toEqual(['archive.fondsBad']);
  });

  test('is named by fonds, year, retention, organisation and piece', () => {
    expect(archiveNumber(entry, { retention: '定期30年' })).toBe('0123-2019-定期30年-办公室-0062');
  });

  test('has one number for one piece: two different pieces never share theirs', () => {
    const some = fc.record({
      fondsNumber: fc.constantFrom('0123', '0124'),
      archiveYear: fc.integer({ min: 2010, max: 2030 }),
      retention: fc.constantFrom(...RETENTIONS),
      pieceNumber: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const numberOf = (part: typeof one) => archiveNumber({ ...entry, ...part }, part);
        expect(numberOf(one) === numberOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('the return of a document', () => {
  const today = toDay('2019-08-06');
  const input: ReturnInput = {
    ...{ title: '关于调整值班安排的通知', divisionId: 'personnel', deliveredBy: '马𠮷' },
    ...{ reasons: ['attributeMissing'], note: '', returnedOn: today, answerBy: toDay('2019-08-08') },
  };

  test('needs a title, a division, who brought it, a reason and a day', () => {
    expect(brokenOnReturn(input, { today })).toEqual([]);
    const empty = { title: '', divisionId: '', deliveredBy: ' ', reasons: [], note: '', returnedOn: null };
    expect(codes(brokenOnReturn(empty, { today }))).toEqual([
      'returning.titleMissing',
      'returning.divisionMissing',
      'returning.deliveredByMissing',
      'returning.reasonMissing',
      'returning.returnedOnMissing',
    ]);
  });

  test('for another reason says which', () => {
    const other = { ...input, reasons: ['other'] as const };
    expect(codes(brokenOnReturn({ ...other, note: '不全' }, { today }))).toEqual(['returning.noteTooShort']);
    expect(brokenOnReturn({ ...other, note: '正文缺第三页，附件二未盖章。' }, { today })).toEqual([]);
  });

  test('lies neither in the future nor after the day it is to come back', () => {
    expect(codes(brokenOnReturn({ ...input, returnedOn: toDay('2019-08-07') }, { today }))).toEqual([
      'returning.returnedInFuture',
    ]);
    expect(codes(brokenOnReturn({ ...input, answerBy: toDay('2019-08-05') }, { today }))).toEqual([
      'returning.answerBeforeReturn',
    ]);
  });
});

describe('chasing', () => {
  const today = toDay('2019-09-30');

  test('reminds while days are left, urges on the last, supervises what is late', () => {
    expect(chaseDegree({ dueOn: toDay('2019-10-14'), workingDaysLeft: 7 }, today)).toBe('notice');
    expect(chaseDegree({ dueOn: toDay('2019-10-08'), workingDaysLeft: 1 }, today)).toBe('urging');
    expect(chaseDegree({ dueOn: today, workingDaysLeft: 0 }, today)).toBe('urging');
    expect(chaseDegree({ dueOn: toDay('2019-09-29'), workingDaysLeft: -1 }, today)).toBe('supervision');
  });

  test('notes who was reached, when and how, and what was said', () => {
    const call: ContactInput = {
      ...{ way: 'phone', contactedOn: today, contactedTime: '09:30', contactedPerson: '周犇', answer: '明日上网。' },
      promisedOn: toDay('2019-10-08'),
    };
    expect(brokenOnContact(call, { today })).toEqual([]);
    expect(brokenOnContact({ ...call, way: 'letter', answer: '' }, { today })).toEqual([]);
    const wrong = { ...call, contactedTime: '25:00', contactedPerson: '', answer: '', promisedOn: toDay('2019-09-01') };
    expect(codes(brokenOnContact(wrong, { today }))).toEqual([
      'chasing.timeBad',
      'chasing.personMissing',
      'chasing.answerMissing',
      'chasing.promisedBefore',
    ]);
    expect(codes(brokenOnContact({ ...call, contactedOn: toDay('2019-10-08') }, { today }))).toEqual([
      'chasing.contactInFuture',
    ]);
    expect(codes(brokenOnContact({ ...call, contactedOn: null }, { today }))).toEqual(['chasing.contactedOnMissing']);
  });
});
