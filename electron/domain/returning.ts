/** Documents that are sent back before they are registered (退文): the reasons, of which at least one is ticked. 国办发〔2016〕80号; 实施方案五（三） */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { Day } from './day.ts';

export const RETURN_REASONS = [
  'attributeMissing', // 未注明公开属性
  'reasonMissing', // 不予公开、依申请公开未说明理由
  'basisMissing', // 未注明依据
  'policyReviewMissing', // 拟不公开的政策性文件未经政务公开工作机构审查
  'reviewMissing', // 未附保密审查表
  'legalityMissing', // 规范性文件未附合法性审查意见
  'interpretationMissing', // 规范性文件未附解读材料
  'copiesMissing', // 未按规定份数送备案
  'other', // 其他
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export type ReturnInput = {
  readonly title: string;
  readonly divisionId: string;
  readonly deliveredBy: string;
  readonly reasons: readonly ReturnReason[];
  readonly note: string;
  readonly returnedOn?: Day | null;
  readonly answerBy?: Day | null;
};

/** 其他 alone says nothing: the note then has to. */
export function brokenOnReturn(input: ReturnInput, { today }: { readonly today: Day }): readonly Broken[] {
  const { returnedOn, answerBy, reasons } = input;
  const findings: Broken[] = [];
  if (isBlank(input.title)) findings.push(broken('returning.titleMissing', 'title'));
  if (isBlank(input.divisionId)) findings.push(broken('returning.divisionMissing', 'divisionId'));
  if (isBlank(input.deliveredBy)) findings.push(broken('returning.deliveredByMissing', 'deliveredBy'));
  if (reasons.length === 0) findings.push(broken('returning.reasonMissing', 'reasons'));
  if (reasons.includes('other') && saidLength(input.note) < REASON_LENGTH) {
    findings.push(broken('returning.noteTooShort', 'note', { least: REASON_LENGTH }));
  }
  if (!returnedOn) findings.push(broken('returning.returnedOnMissing', 'returnedOn'));
  else if (returnedOn > today) findings.push(broken('returning.returnedInFuture', 'returnedOn', { day: returnedOn }));
  if (returnedOn && answerBy && answerBy < returnedOn) {
    findings.push(broken('returning.answerBeforeReturn', 'answerBy', { day: returnedOn }));
  }
  return findings;
}
