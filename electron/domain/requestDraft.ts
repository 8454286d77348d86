/** What the draft of a reply has to say before anyone may approve it. 条例第十五条、第三十二条、第三十六条至第三十九条. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { ReplyDraft } from './foiRequest.ts';
import { type ReplyPart, replyRule } from './replyKind.ts';
import type { RequestStanding } from './requestStanding.ts';

export const NO_DRAFT: Omit<ReplyDraft, 'replyKind'> = {
  how: '',
  reason: '',
  law: '',
  withheldPart: '',
  competentOrgan: '',
  earlierReply: '',
  publicInterest: '',
};

/** Parts that a reply of this kind shows, for the form that asks for them. */
export function partsOf(draft: Pick<ReplyDraft, 'replyKind'>): readonly ReplyPart[] {
  return replyRule(draft.replyKind).needs;
}

export function brokenOnDraft(draft: ReplyDraft, standing: RequestStanding): readonly Broken[] {
  const rule = replyRule(draft.replyKind);
  const { replyKind } = draft;
  return [
    ...rule.needs
      .filter((part) => isBlank(draft[part]))
      .map((part) => broken('request.partMissing', part, { reply: replyKind })),
    ...(rule.afterCorrection && !standing.correction?.correctedOn
      ? [broken('request.neverCorrected', 'replyKind', { reply: replyKind })]
      : []),
    ...(rule.discloses && hasObjection(standing) && saidLength(draft.publicInterest) < REASON_LENGTH
      ? [broken('request.objectionStands', 'publicInterest', { least: REASON_LENGTH })]
      : []),
  ];
}

/** 不公开可能对公共利益造成重大影响的, 予以公开: over an objection only with that reason. */
export function hasObjection({ consultations }: RequestStanding): boolean {
  return consultations.some(({ outcome }) => outcome === 'objection');
}
