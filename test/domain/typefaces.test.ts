import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AS_ALL,
  AS_SHIPPED,
  brokenOnChoice,
  brokenOnFace,
  brokenOnLoading,
  brokenOnTypefaceWithdrawal,
  embeddingOf,
  type FaceMake,
  facesFor,
  LICENCES,
  PAPER_KINDS,
  TYPE_ROLES,
  TYPE_SCOPES,
  type TypeChoice,
  type TypeScope,
} from '../../electron/domain/typefaces.ts';
import { hasWords } from '../../electron/domain/wording/say.ts';

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe('the licence by the bits of a file', () => {
  test.each([
    [0x0000, 4, 'installable'],
    [0x0002, 4, 'restricted'],
    [0x0004, 4, 'previewAndPrint'],
    [0x0008, 4, 'editable'],
    // An old file may set several: the most permissive holds. A new one may not: then the strictest does.
    [0x000e, 1, 'editable'],
    [0x0006, 2, 'previewAndPrint'],
    [0x000e, 3, 'restricted'],
    [0x000c, 4, 'editable'],
    // Bit 0 has no meaning.
    [0x0001, 4, 'installable'],
  ])('%s of version %s', (fsType, version, licence) => {
    expect(embeddingOf(fsType, version).licence).toBe(licence);
  });

  test('the two last bits exist from version 2 on', () => {
    expect(embeddingOf(0x0300, 1)).toMatchObject({ noSubsetting: false, bitmapsOnly: false });
    expect(embeddingOf(0x0300, 2)).toMatchObject({ noSubsetting: true, bitmapsOnly: true });
  });

  test('restricted in a new file is never anything else', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffff }), fc.integer({ min: 3, max: 5 }), (fsType, version) => {
        expect(embeddingOf(fsType, version).licence === 'restricted').toBe((fsType & 2) !== 0);
      }),
    );
  });
});

describe('a face', () => {
  const sound: FaceMake = {
    ...{ licence: 'installable', noSubsetting: false, bitmapsOnly: false, isVariable: false, covered: 6763 },
    metrics: { ascent: 859, descent: -141, hanWidth: 1000 },
  };
  test('with nothing wrong is taken, also without Chinese characters', () => {
    expect(brokenOnFace(sound)).toEqual([]);
    expect(brokenOnFace({ ...sound, covered: 62, metrics: { ascent: 928, descent: -236, hanWidth: null } })).toEqual(
      [],
    );
  });
  test('with everything wrong is told so at once', () => {
    const worst = { ascent: 0, descent: 100, hanWidth: 0 };
    const face = { licence: 'restricted', noSubsetting: true, bitmapsOnly: true, isVariable: true } as const;
    expect(codes(brokenOnFace({ ...face, covered: 0, metrics: worst }))).toEqual([
      'typeface.restricted',
      'typeface.noSubsetting',
      'typeface.bitmapsOnly',
      'typeface.variable',
      'typeface.metricsUnsound',
      'typeface.drawsNothing',
    ]);
    expect(codes(brokenOnFace({ ...sound, licence: 'unsaid' }))).toEqual(['typeface.licenceUnsaid']);
  });
});

test('loading wants the basis of the licence, withdrawing a reason, and neither twice', () => {
  expect(codes(brokenOnLoading('　 ', true))).toEqual(['typeface.basisMissing', 'typeface.loadedAlready']);
  expect(brokenOnLoading('采购合同 2019-07 号', false)).toEqual([]);
  expect(codes(brokenOnTypefaceWithdrawal('', true))).toEqual(['typeface.reasonMissing', 'typeface.withdrawnAlready']);
  expect(brokenOnTypefaceWithdrawal('授权到期', false)).toEqual([]);
});

describe('the faces of a paper', () => {
  const all = (face: string): TypeChoice => ({ title: face, body: face, heading: face });
  const choosing = (choices: Partial<Record<TypeScope, TypeChoice>>) => (scope: TypeScope) => choices[scope];
  const known = (id: string) => id === 'song' || id === 'kai';

  test('are those of the kind, else those of all papers, else the shipped ones', () => {
    expect(facesFor('ledger', choosing({}), known)).toEqual({});
    expect(facesFor('ledger', choosing({ all: all('song') }), known)).toEqual(all('song'));
    const own = { title: 'kai', body: AS_SHIPPED, heading: AS_ALL };
    expect(facesFor('ledger', choosing({ all: all('song'), ledger: own }), known)).toEqual({
      title: 'kai',
      heading: 'song',
    });
    expect(facesFor('receipt', choosing({ all: all('song'), ledger: own }), known)).toEqual(all('song'));
  });

  test('never are any that was withdrawn: its place goes to all papers, then to the shipped one', () => {
    const choices = choosing({ all: { ...all('song'), body: 'gone' }, ledger: all('gone') });
    expect(facesFor('ledger', choices, known)).toEqual({ title: 'song', heading: 'song' });
    const face = fc.constantFrom(AS_ALL, AS_SHIPPED, 'song', 'kai', 'gone');
    const choice = fc.record({ title: face, body: face, heading: face });
    fc.assert(
      fc.property(choice, choice, fc.constantFrom(...PAPER_KINDS), (common, own, kind) => {
        const faces = facesFor(kind, choosing({ all: common, [kind]: own }), known);
        for (const role of TYPE_ROLES) expect([undefined, 'song', 'kai']).toContain(faces[role]);
      }),
    );
  });

  test('can be chosen only where they are usable, and for all papers only by themselves', () => {
    expect(brokenOnChoice('ledger', { title: 'song', body: AS_ALL, heading: AS_SHIPPED }, known)).toEqual([]);
    expect(brokenOnChoice('all', { title: 'gone', body: AS_ALL, heading: 'kai' }, known)).toEqual([
      { code: 'typeface.notUsable', field: 'title' },
      { code: 'typeface.noneToFollow', field: 'body' },
    ]);
  });
});

test('every term has its word', () => {
  const keys = [
    ...TYPE_ROLES.flatMap((role) => [`typeRole.${role}`, `field.${role}Face`]),
    ...TYPE_SCOPES.map((scope) => `typeScope.${scope}`),
    ...LICENCES.map((licence) => `licence.${licence}`),
  ];
  expect(keys.filter((key) => !hasWords(key))).toEqual([]);
});
