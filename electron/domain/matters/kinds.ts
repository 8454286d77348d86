/** Every kind of matter, in the order of the plan. A new kind is one file, its words, and a line here. */

import { authorityList } from './authorityList.ts';
import { type MatterBody, textIn } from './body.ts';
import { budget } from './budget.ts';
import { executiveMeeting } from './executiveMeeting.ts';
import { inspection } from './inspection.ts';
import type { MatterKind } from './kind.ts';
import { licenceReform } from './licenceReform.ts';
import { organisation } from './organisation.ts';
import { periodicResults } from './periodicResults.ts';
import { preDecision } from './preDecision.ts';
import { progressColumn } from './progressColumn.ts';
import { proposalReply } from './proposalReply.ts';
import { publicResponse } from './publicResponse.ts';
import { siteColumn } from './siteColumn.ts';

export const MATTER_KINDS: readonly MatterKind[] = [
  preDecision,
  progressColumn,
  authorityList,
  proposalReply,
  budget,
  organisation,
  periodicResults,
  inspection,
  licenceReform,
  executiveMeeting,
  publicResponse,
  siteColumn,
];

/** Throws RangeError for a kind that there is not; a stored one always is. */
export function kindOf(key: string): MatterKind {
  const kind = MATTER_KINDS.find((each) => each.key === key);
  if (kind === undefined) throw new RangeError('no kind of matter');
  return kind;
}

/** What names a matter among others of its kind; empty where nothing does. */
export function matterNumber({ kind, body }: { readonly kind: string; readonly body: MatterBody }): string {
  const { numberField } = kindOf(kind);
  return numberField === undefined ? '' : textIn(body, numberField);
}
