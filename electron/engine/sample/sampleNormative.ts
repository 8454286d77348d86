/** The sample's normative documents after issue, and the re-assessment that the office is in the middle of. */

import { addDays, type Day } from '../../domain/day.ts';
import type { Decision, Occasion } from '../../domain/reassessment.ts';
import type { DocumentRow } from '../../store/documents.ts';
import { linesInOrder } from '../../store/ledgerQuery.ts';
import { documentIds } from '../../store/openWork.ts';
import { changeValidityOf, fileNormative } from '../documents/normativeWork.ts';
import { newId } from '../newId.ts';
import { decideReassessment, proposeReassessment } from '../reassessment/reassessing.ts';
import type { Work } from '../registry.ts';

/** Within the fifteen days as a rule, once in a while after them; what was published in September is still to be filed. */
const FILED_AFTER_DAYS = [9, 6, 12, 8, 14, 10, 7, 13, 11] as const;
const FILED_LATE: ReadonlyMap<number, { readonly afterDays: number; readonly reason: string }> = new Map([
  [8, { afterDays: 19, reason: '制定说明和征求意见情况退回补充，补齐后重新报送' }],
  [23, { afterDays: 17, reason: '机构改革期间报备接收机关调整，移交后报送' }],
]);
const RECEIVED_AFTER_DAYS = 6;
const FILED_UNTIL = '2019-09-01' as Day;
/** 机构改革: before it the government's legal office received filings, since then the department of justice. */
const RECEIVERS = { before: '辽宁省人民政府法制办公室', since: '辽宁省司法厅', on: '2018-11-30' as Day };

/** Entered late by the clerk, from the papers of the policy division. */
export function tellNormative(work: Work): void {
  const lines = linesInOrder(work.db, documentIds(work.db, undefined)).filter(({ document }) => document.isNormative);
  const numbers = new Map<string, number>();
  let at = 0;
  for (const { document, promulgatedOn } of lines) {
    if (promulgatedOn === null || promulgatedOn >= FILED_UNTIL) continue;
    at += 1;
    const late = FILED_LATE.get(at);
    const reportedOn = addDays(promulgatedOn, late?.afterDays ?? FILED_AFTER_DAYS[at % FILED_AFTER_DAYS.length] ?? 9);
    const receiptOn = addDays(reportedOn, RECEIVED_AFTER_DAYS);
    const year = reportedOn.slice(0, 4);
    const nth = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, nth);
    fileNormative(work, {
      ...{ id: newId(), documentId: document.id, reportedOn, receiptOn, number: `辽市监备〔${year}〕${nth}号` },
      receivingBody: reportedOn < RECEIVERS.on ? RECEIVERS.before : RECEIVERS.since,
      acknowledgement: `备案〔${year}〕${100 + nth}号`,
      ...{ lateReason: late?.reason ?? '', correctsId: null, correctionReason: '' },
    });
  }
  const byNumber = (docNumber: string) => lines.find(({ document }) => document.docNumber === docNumber)?.document.id;
  const [laboratories, evaluation] = [byNumber('冀科平〔2018〕10号'), byNumber('冀科平规〔2019〕1号')];
  if (laboratories && evaluation) {
    changeValidityOf(work, {
      ...{ id: newId(), documentId: laboratories, status: 'abolished', effectiveOn: '2019-08-06' as Day },
      ...{ basis: '冀科平规〔2019〕1号第二十条', reason: '由新办法替代', successorId: evaluation },
    });
  }
  const trial = byNumber('冀高认办〔2018〕13号');
  if (trial) {
    changeValidityOf(work, {
      ...{ id: newId(), documentId: trial, status: 'lapsed', effectiveOn: '2019-12-31' as Day },
      ...{ basis: '本细则自印发之日起试行至2019年12月30日', reason: '', successorId: null },
    });
  }
}

const judging = (occasion: Occasion, decision: Decision, reason: string, documents: readonly DocumentRow[]) => ({
  ...{ id: newId(), occasion, year: 2019, decision, reason, basisLaw: '' },
  basis: decision === 'onRequest' ? 'caseByCase' : null,
  items: documents.map(({ id, version }) => ({ documentId: id, version })),
});

function withheld(work: Work, words: string): readonly DocumentRow[] {
  return linesInOrder(work.db, documentIds(work.db, undefined))
    .map(({ document }) => document)
    .filter(({ title, attribute }) => attribute !== 'PROACTIVE' && title.includes(words));
}

/** 存量清理 is half done: replies to single applicants stay as they are, one list of members is given on request. */
export function tellReassessment(work: Work): void {
  const replies = withheld(work, '设置收费站');
  const members = withheld(work, '防汛抗旱指挥部组成人员');
  const keep = '属对特定单位申请事项的答复，仍以依申请公开为宜';
  if (replies.length > 0) decideReassessment(work, judging('stock', 'keep', keep, replies));
  const onRequest = '机构组成人员已经公布，不再属内部事务信息';
  if (members.length > 0) decideReassessment(work, judging('stock', 'onRequest', onRequest, members));
}

/** The head of the personnel division thinks that a list of members may be opened. */
export function tellProposal(work: Work): void {
  const members = withheld(work, '防治艾滋病工作委员会组成人员').filter(
    ({ draftingDivisionId }) => draftingDivisionId === work.actor.divisionId,
  );
  const reason = '议事协调机构组成人员信息可以向社会公布';
  if (members.length > 0) {
    proposeReassessment(work, judging('stock', 'proactive', reason, members), work.actor.divisionId);
  }
}
