/** The desk of the sample registry: what was put into the archive, who was called, what was sent back. */

import { type Day, toDay, yearOf } from '../../domain/day.ts';
import { linesInOrder } from '../../store/ledgerQuery.ts';
import { openDocumentIds } from '../../store/openWork.ts';
import { disclosedDocumentIds } from '../../store/registers.ts';
import { enterIntoArchive } from '../documents/archive.ts';
import { dutiesOfLine } from '../documents/summaries.ts';
import { recordContact } from '../duties/chasing.ts';
import { newId } from '../newId.ts';
import { issueReturn } from '../paper/returning.ts';
import type { Work } from '../registry.ts';

type DeskEvent = { readonly on: Day; readonly by: string; readonly act: (work: Work) => void };

const ARCHIVED = { from: toDay('2019-01-01'), to: toDay('2019-03-31') } as const;
const FONDS = '0136';
const PIECES = 12;
const BY = 'zhouminglan';

export function deskEvents(divisionIdOf: ReadonlyMap<string, string>): readonly DeskEvent[] {
  const divisionId = divisionIdOf.get('办公室') ?? [...divisionIdOf.values()][0] ?? '';
  return [
    { on: toDay('2019-06-28'), by: BY, act: fileFirstQuarter },
    {
      on: toDay('2019-09-17'),
      by: BY,
      act: (work) => {
        issueReturn(work, {
          ...{ id: newId(), divisionId, title: '关于调整国庆假期值班安排的通知', docNumber: '', deliveredBy: '高远' },
          ...{ reasons: ['attributeMissing', 'copiesMissing'], note: '发文稿纸“公开属性”栏空白，纸质件只有 3 份。' },
          ...{ returnedOn: work.today, answerBy: toDay('2019-09-19') },
        });
      },
    },
    { on: toDay('2019-09-23'), by: BY, act: callAboutTheLatest },
  ];
}

/** What was disclosed in the first quarter is put in order and into a box. */
function fileFirstQuarter(work: Work): void {
  const ids = disclosedDocumentIds(work.db, ARCHIVED, undefined).slice(0, PIECES);
  const next = new Map<string, number>();
  for (const [index, { document, divisionName }] of linesInOrder(work.db, ids).entries()) {
    const archiveYear = yearOf(document.writtenOn ?? document.signedOn ?? work.today);
    const retention = document.isNormative ? ('permanent' as const) : ('thirtyYears' as const);
    const shelf = `${archiveYear} ${retention} ${divisionName}`;
    const pieceNumber = (next.get(shelf) ?? 0) + 1;
    next.set(shelf, pieceNumber);
    enterIntoArchive(work, {
      ...{ documentId: document.id, version: 0, fondsNumber: FONDS, archiveYear, retention },
      ...{ organisation: divisionName, pieceNumber, pages: 4 + ((index * 5) % 19), boxNumber: 1 },
    });
  }
}

/** A call about the first document whose posting is late. */
function callAboutTheLatest(work: Work): void {
  const line = linesInOrder(work.db, openDocumentIds(work.db, { divisionId: undefined })).find((each) =>
    dutiesOfLine(each, work).some(({ rule, state }) => rule === 'posting' && state === 'overdue'),
  );
  if (!line) return;
  recordContact(work, {
    ...{ id: newId(), subject: { kind: 'document', id: line.document.id }, rule: 'posting', noticeNumber: '' },
    ...{
      way: 'phone',
      contactedOn: work.today,
      contactedTime: '09:40',
      contactedPerson: line.document.drafter || '值班人员',
    },
    ...{ answer: '附件正在核对，三日内报送公开。', promisedOn: toDay('2019-09-26'), escalatedTo: '' },
  });
}
