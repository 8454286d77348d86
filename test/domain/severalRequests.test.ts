/** Several ask for the same (条例第四十四条): who belongs together, and since when. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severalApplicants } from '../../electron/domain/requestRegistering.ts';
import { type AskedRequest, askedBySeveralOn, askedTogether } from '../../electron/domain/severalRequests.ts';
import { day } from './facts.ts';

const asked = (id: string, subject: string, documentId: string | null = null, special: Partial<AskedRequest> = {}) => ({
  ...{ id, subject, documentId, applicantName: id, receivedOn: day('2019-06-03') },
  ...special,
});
const ids = (groups: readonly (readonly AskedRequest[])[]) => groups.map((group) => group.map(({ id }) => id));

describe('belong together', () => {
  test('where they name the same document or say the same, also by way of a third', () => {
    const requests = [
      asked('a', '收费标准', 'd1'),
      asked('b', '检定收费', 'd2'),
      asked('c', '收费标准'),
      asked('d', '名单'),
      asked('e', '收费标准', 'd2'),
    ];
    expect(ids(askedTogether(requests))).toEqual([['d'], ['a', 'b', 'c', 'e']]);
  });

  test('every request once, whatever their order; two of a kind never apart', () => {
    const any = fc.array(
      fc.record({
        subject: fc.constantFrom('甲', '乙', '丙', '丁'),
        documentId: fc.constantFrom(null, null, 'd1', 'd2'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const requests = drawn.map(({ subject, documentId }, at) => asked(`r${at}`, subject, documentId));
        const groups = askedTogether(requests);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(requests.map(({ id }) => id).toSorted());
        const groupOf = new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, at] as const)));
        for (const a of requests) {
          for (const b of requests) {
            const isSame = a.subject === b.subject || (a.documentId !== null && a.documentId === b.documentId);
            if (isSame) expect(groupOf.get(a.id)).toBe(groupOf.get(b.id));
          }
        }
        const sorted = (list: typeof groups) =>
          ids(list)
            .map((group) => group.toSorted().join())
            .toSorted();
        expect(sorted(askedTogether(requests.toReversed()))).toEqual(sorted(groups));
      }),
    );
  });
});

describe('the day', () => {
  test.each([
    [
      'the second applicant’s',
      [
        ['王五', '2019-06-03'],
        ['赵六', '2019-06-05'],
        ['钱七', '2019-06-10'],
      ],
      '2019-06-05',
    ],
    [
      'not that of the same applicant again',
      [
        ['王五', '2019-06-03'],
        [' 王五', '2019-06-04'],
      ],
      null,
    ],
    [
      'by receipt, not by entry',
      [
        ['赵六', '2019-06-07'],
        ['王五', '2019-06-03'],
      ],
      '2019-06-07',
    ],
    [
      'not before both sides confirmed',
      [
        ['赵六', '2019-06-07'],
        ['王五', null],
      ],
      null,
    ],
  ] as const)('is %s', (_, requests, on) => {
    const group = requests.map(([applicantName, receivedOn], at) =>
      asked(`r${at}`, '同', null, { applicantName, receivedOn: receivedOn && day(receivedOn) }),
    );
    expect(askedBySeveralOn(group)).toBe(on);
    const received = group.filter(({ receivedOn }) => receivedOn !== null);
    expect(on !== null).toBe(severalApplicants(received.map(({ applicantName }) => applicantName)) > 0);
  });
});
