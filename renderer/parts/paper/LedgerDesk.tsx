/** The order of the disclosure ledger: its options, how many documents match, the button that makes it. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Paper } from '../../../electron/contract/ledgers.ts';
import { client, orpc, queryClient } from '../../client.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { printText } from '../../text/print.ts';
import { Problem } from '../Problem.tsx';
import { useLongWork } from '../registry/useLongWork.ts';
import { WorkProgress } from '../registry/WorkProgress.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { LedgerOrder, type Wanted } from './LedgerOrder.tsx';

type Made = Pick<Paper, 'paperId' | 'missing'>;
type Props = {
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  readonly onMade: (made: Made) => void;
};

export function LedgerDesk({ wanted, onWanted, onMade }: Props) {
  const { t } = useText(printText);
  const work = useLongWork<Made>();
  const matching = useQuery(
    orpc.documents.list.queryOptions({ input: { filter: wanted.filter, sort: wanted.sort, offset: 0, limit: 1 } }),
  );
  const total = matching.data?.total;
  const [isUnchosen, setUnchosen] = useState(false);
  const { t: own } = useText(columnSetText);

  async function compose(): Promise<void> {
    setUnchosen(wanted.columnSetId === '');
    if (wanted.columnSetId === '') return;
    const made = await work.run((signal) => client.ledgers.compose({ ...wanted, period: '' }, { signal }));
    if (made === undefined) return;
    onMade(made);
    await queryClient.invalidateQueries({ queryKey: orpc.ledgers.snapshots.key() });
  }

  useShortcuts([{ keys: ['Ctrl+Enter'], label: t('keyCompose'), run: () => void compose() }]);
  return (
    <section className="card print-order" aria-label={t('compose')}>
      <div className="print-choices">
        <LedgerOrder wanted={wanted} onWanted={onWanted} />
      </div>
      <div className="print-go">
        <Problem error={matching.error} />
        <p role="status">{total !== undefined && t(total === 0 ? 'countNone' : 'count', { total })}</p>
        {work.isRunning ? (
          <WorkProgress label={t('composing')} done={work.done} total={work.total} onCancel={work.cancel} />
        ) : (
          <Button type="primary" block onClick={() => void compose()}>
            {t('compose')} <kbd>Ctrl+Enter</kbd>
          </Button>
        )}
        {isUnchosen && wanted.columnSetId === '' && (
          <p className="problem-line" role="alert">
            {own('chooseFirst')}
          </p>
        )}
        <Problem error={work.error} />
      </div>
    </section>
  );
}
