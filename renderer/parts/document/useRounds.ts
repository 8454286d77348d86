/** How often leaders' information has to be proof-read before posting, as the registry's settings say. */

import { useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS } from '../../../electron/domain/settings.ts';
import { orpc } from '../../client.ts';

export function useRoundsRequired(): number {
  const settings = useQuery(orpc.registry.settings.queryOptions({ staleTime: 60_000 }));
  const stored = settings.data?.find(({ key }) => key === 'proofreadingRounds')?.value;
  return Number(stored) || DEFAULT_SETTINGS.proofreadingRounds;
}
