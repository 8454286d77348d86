/** The facts that rules look at, from the record that travelled. The engine alone knows the dated rules. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import type { MatterFacts } from '../../../electron/domain/matters/kind.ts';

export function factsOf({ summary, publications }: MatterDetail): MatterFacts & { readonly isVoided: boolean } {
  const { body, openedOn, closedOn, isVoided } = summary;
  const postings = publications
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map(({ stage, channel, postedOn, evidenceId }) => ({
      stage,
      channel,
      postedOn,
      hasEvidence: evidenceId !== null,
    }));
  return { body, openedOn, closedOn, isVoided, postings, rules: [] };
}
