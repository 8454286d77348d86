/** A paper that was made: the characters that no typeface has, then the very pages. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Paper } from '../../../electron/contract/ledgers.ts';
import { orpc, refusalOf } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { printText } from '../../text/print.ts';
import { PageState } from '../PageState.tsx';
import { PaperPreview } from '../PaperPreview.tsx';

type Props = {
  readonly paperId: string;
  readonly missing: Paper['missing'];
  readonly isBatch: boolean;
  readonly onClose: () => void;
};

/** The bytes are fetched once: a paper is what it was when it was made. */
export function MadePaper({ paperId, missing, isBatch, onClose }: Props) {
  const { t } = useText(printText);
  const asked = useQuery(
    orpc.ledgers.fetch.queryOptions({ input: { paperId }, staleTime: 'static', gcTime: 60_000, retry: false }),
  );
  if (asked.data !== undefined) {
    return (
      <>
        <MissingCharacters missing={missing} />
        <PaperPreview file={asked.data} paperId={paperId} isBatch={isBatch} onClose={onClose} />
      </>
    );
  }
  if (refusalOf(asked.error)?.code !== 'NOT_FOUND') return <PageState of={asked} />;
  return (
    <div className="card print-none" role="alert">
      <p>{t('paperGone')}</p>
      <Button onClick={onClose}>{t('backToList')}</Button>
    </div>
  );
}

/** What no typeface has is said before anything is printed: on the paper it stands as a boxed code. */
function MissingCharacters({ missing }: Pick<Props, 'missing'>) {
  const { t } = useText(printText);
  if (missing.length === 0) return null;
  return (
    <div className="print-missing" role="alert">
      <b>{t('missing', { count: missing.length })}</b>
      <ul>
        {missing.map(({ character, code, where }) => (
          <li key={code}>{t('missingOne', { character, code, where: where.slice(0, 5).join(t('and')) })}</li>
        ))}
      </ul>
    </div>
  );
}
