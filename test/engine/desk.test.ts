/** The desk's own records: archive entries with their labels and codes, contacts while chasing, returned documents. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { toDay } from '../../electron/domain/day.ts';
import { boxCode, documentCode } from '../../electron/domain/labelCode.ts';
import { newId } from '../../electron/engine/newId.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';
import { brokenBy } from './answers.ts';

let world: World;
let food: string;
let policy: string;
beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  const clerk = world.as('clerk');
  const numbered = { isUnnumbered: false, docNumberRaw: '滨市监发〔2019〕9号' };
  const signed = { signedOn: toDay('2019-08-22'), writtenOn: toDay('2019-08-22'), printedOn: toDay('2019-08-22') };
  food = (await clerk.documents.register(ordinaryDocument(world, { ...numbered, ...signed }))).document.id;
  const own = ordinaryDocument(world, {
    ...signed,
    draftingDivisionId: world.divisions.policy,
    title: '关于普法的通知',
  });
  policy = (await clerk.documents.register(own)).document.id;
});
afterAll(() => world.close());

const trail = (act: string) => listTrail(world.registry().store.readable, { act, limit: 50 }).entries;

const ENTRY = {
  version: 0,
  fondsNumber: '0123',
  archiveYear: 2019,
  retention: 'thirtyYears',
  organisation: '食品安全监督管理处',
  pieceNumber: 1,
  pages: 14,
  boxNumber: 3,
} as const;

async function printed(paperId: string, person: PersonKey = 'clerk'): Promise<string> {
  const file = await world.as(person).ledgers.fetch({ paperId });
  return textOf(await readPages(new Uint8Array(await file.arrayBuffer()))).replace(/\s/gu, '');
}

describe('an archive entry', () => {
  test('is entered once, amended by its version, and leaves both in the trail', async () => {
    const { archive } = world.as('clerk');
    expect((await archive.get({ documentId: food })).entry).toBeNull();
    const entry = await archive.enter({ documentId: food, ...ENTRY });
    expect(entry).toEqual({ documentId: food, ...ENTRY, version: 1 });
    expect(await archive.enter({ documentId: food, ...ENTRY })).toEqual(entry);
    expect(trail('archive.enter')).toHaveLength(1);
    expect((await archive.enter({ documentId: food, ...ENTRY, version: 1, pages: 15 })).version).toBe(2);
    const stale = archive.enter({ documentId: food, ...ENTRY, version: 1, pages: 16 });
    await expect(stale).rejects.toMatchObject({ code: 'STALE', data: { currentVersion: 2 } });
    expect((await world.as('foodHead').archive.get({ documentId: food })).entry?.pages).toBe(15);
  });

  test('proposes the next piece of the shelf and the box that was filled last', async () => {
    const { proposal } = await world.as('clerk').archive.get({ documentId: policy });
    expect(proposal).toMatchObject({
      fondsNumber: '0123',
      archiveYear: 2019,
      organisation: '法规处',
      pieceNumber: 1,
      boxNumber: 3,
    });
    const again = await world.as('clerk').archive.get({ documentId: food });
    expect(again.proposal.pieceNumber).toBe(2);
  });

  test('never gives one piece number to two documents, and refuses what is wrong, all at once', async () => {
    const { archive } = world.as('clerk');
    expect(await brokenBy(archive.enter({ documentId: policy, ...ENTRY }))).toEqual(['archive.pieceTaken']);
    const wrong = { ...ENTRY, fondsNumber: '', pages: 0, organisation: '机密★' };
    expect(await brokenBy(archive.enter({ documentId: policy, ...wrong, pieceNumber: 5 }))).toEqual([
      'secret.marked',
      'archive.fondsMissing',
      'archive.pagesBad',
    ]);
    expect(await brokenBy(world.as('foodHead').archive.get({ documentId: policy }))).toEqual(['NOT_FOUND']);
  });

  test('can neither be deleted nor moved to a piece number of another in the file itself', () => {
    const { writer } = world.registry().store;
    expect(() => writer.exec('DELETE FROM archive_entry')).toThrow('never deleted');
  });
});

describe('the code of a label', () => {
  test('opens its document, or the documents of a box, for those who may see them', async () => {
    const find = (person: PersonKey, code: string) => world.as(person).archive.find({ code });
    const code = documentCode(food);
    expect(await find('clerk', code.toLowerCase())).toEqual([
      { id: food, docNumber: '滨市监发〔2019〕9号', title: '关于做好食品安全抽检工作的通知' },
    ]);
    expect(await find('policyHead', code)).toEqual([]);
    const box = { fondsNumber: '0123', archiveYear: 2019, retention: 'thirtyYears', boxNumber: 3 } as const;
    expect((await find('clerk', boxCode(box))).map(({ id }) => id)).toEqual([food]);
    expect(await find('clerk', '食品抽检')).toEqual([]);
  });

  test('stands on labels of every kind; what has no entry has no stamp', async () => {
    const both = [food, policy];
    const make = async (kind: 'stamp' | 'shelf' | 'box') => {
      const request = {
        kind,
        code: 'qr',
        language: 'zh',
        documentIds: both,
        filter: {},
        startAt: 2,
      } as const;
      for await (const step of await world.as('clerk').printing.labels(request)) {
        if (step.kind === 'result') return { ...step.result, text: await printed(step.result.paperId) };
      }
      throw new Error('no labels');
    };
    const shelf = await make('shelf');
    expect(shelf).toMatchObject({ items: 2, withoutEntry: 1, pages: 1 });
    expect(shelf.text).toContain(documentCode(food));
    expect(shelf.text).toContain('0123-2019-定期30年-食品安全监督管理处-0001');
    const stamp = await make('stamp');
    expect(stamp.items).toBe(1);
    expect(stamp.text).toContain('全宗号0123年度2019件号0001');
    expect((await make('box')).text).toContain('第3盒');
  });
});

describe('contacts while chasing', () => {
  const contact = (special: object = {}) => ({
    ...{ id: newId(), subject: { kind: 'document' as const, id: food }, rule: 'posting', noticeNumber: 'CB-2019-0001' },
    ...{ way: 'phone' as const, contactedOn: toDay('2019-09-30'), contactedTime: '09:30', contactedPerson: '孙丽华' },
    ...{ answer: '节后第一天上网。', promisedOn: toDay('2019-10-08'), escalatedTo: '分管局领导' },
    ...special,
  });

  test('are kept with time, way, person, answer and to whom it was taken; a repeated one is the same', async () => {
    const input = contact();
    const made = await world.as('clerk').chasing.contact(input);
    expect(made).toMatchObject({ degree: 'supervision', dueOn: '2019-09-20', way: 'phone', enteredBy: '陈静' });
    expect(await world.as('clerk').chasing.contact(input)).toEqual(made);
    expect(await world.as('foodHead').chasing.contacts({ subject: input.subject })).toEqual([made]);
    expect(trail('chasing.contact')).toHaveLength(1);
    const { history } = await world.as('clerk').documents.get({ id: food });
    expect(history.map(({ act }) => act)).toContain('chasing.contact');
  });

  test('are refused about what is not owed, without an answer, and for another division', async () => {
    const { chasing } = world.as('officeReviewer');
    expect(await brokenBy(chasing.contact(contact({ rule: 'interpretation' })))).toEqual(['paper.nothingOwed']);
    expect(await brokenBy(chasing.contact(contact({ answer: '', contactedPerson: ' ' })))).toEqual([
      'chasing.personMissing',
      'chasing.answerMissing',
    ]);
    expect(await brokenBy(world.as('policyHead').chasing.contacts({ subject: contact().subject }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(() => world.registry().store.writer.exec("UPDATE chase_contact SET answer = ''")).toThrow('never changed');
  });
});

describe('a returned document', () => {
  const input = (special: object = {}) => ({
    ...{ id: newId(), title: '关于调整值班安排的通知', docNumber: '', divisionId: world.divisions.food },
    ...{ deliveredBy: '刘洋', reasons: ['attributeMissing' as const], note: '' },
    ...{ returnedOn: toDay('2019-09-30'), answerBy: toDay('2019-10-09') },
    ...special,
  });

  test('gets a number of its year, is printed as issued, and is never changed', async () => {
    const first = input();
    const made = await world.as('clerk').returning.issue(first);
    expect(made).toMatchObject({ number: 'TW-2019-0001', divisionName: '食品安全监督管理处', issuedBy: '陈静' });
    expect(await world.as('clerk').returning.issue(first)).toEqual(made);
    expect((await world.as('clerk').returning.issue(input())).number).toBe('TW-2019-0002');
    const { paperId } = await world.as('clerk').printing.returnSlip({ id: first.id, language: 'zh' });
    const text = await printed(paperId);
    for (const words of ['TW-2019-0001', '☑未注明公开属性', '☐其他', '于2019年10月9日前重新报送'])
      expect(text).toContain(words);
    expect(() => world.registry().store.writer.exec("UPDATE return_notice SET title = ''")).toThrow('never changed');
  });

  test('is seen by its division alone, and refused without a reason', async () => {
    expect(await world.as('policyHead').returning.list()).toEqual([]);
    expect((await world.as('foodHead').returning.list()).map(({ number }) => number)).toEqual([
      'TW-2019-0002',
      'TW-2019-0001',
    ]);
    expect(await brokenBy(world.as('clerk').returning.issue(input({ reasons: [], title: '绝密★文件' })))).toEqual([
      'secret.marked',
      'returning.reasonMissing',
    ]);
  });
});
