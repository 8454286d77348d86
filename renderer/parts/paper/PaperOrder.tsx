/** The order of any paper but the ledger: its options, what would be printed, the button that makes it. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Paper } from '../../../electron/contract/ledgers.ts';
import { client, orpc, queryClient } from '../../client.ts';
import { saveFile } from '../../native.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { Problem } from '../Problem.tsx';
import { useLongWork } from '../registry/useLongWork.ts';
import { WorkProgress } from '../registry/WorkProgress.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { batchRequest, labelFilter, startMaking } from './making.ts';
import { PaperOptions } from './PaperOptions.tsx';
import { batchOf, formOf, labelOf, type PaperName, registerOf, type Wishes } from './papers.ts';
import { ReturnOrder } from './ReturnOrder.tsx';

type Composed = Pick<Paper, 'paperId' | 'missing' | 'pages' | 'fileName'> & { readonly items?: number };

type Props = {
  readonly paper: PaperName;
  readonly wishes: Wishes;
  readonly onWishes: (part: Partial<Wishes>) => void;
  readonly onMade: (made: Pick<Paper, 'paperId' | 'missing'>) => void;
};

export function PaperOrder({ paper, wishes, onWishes, onMade }: Props) {
  const { t } = useText(deskText);
  const work = useLongWork<Composed>();
  const [said, setSaid] = useState('');
  const isReturn = paper === 'return';

  async function take(made: Composed | undefined): Promise<void> {
    if (made === undefined) return;
    setSaid('');
    if (registerOf(paper)) await queryClient.invalidateQueries({ queryKey: orpc.ledgers.snapshots.key() });
    if (made.pages > 0) {
      onMade(made);
      return;
    }
    // Many files in one are no paper to look at: they are saved at once.
    const saved = await saveFile(await client.ledgers.fetch({ paperId: made.paperId }));
    if (saved) setSaid(t('packed', { count: made.items ?? 0, name: saved.path ?? made.fileName }));
  }

  async function make(): Promise<void> {
    const lacking = lackingIn(paper, wishes);
    setSaid(lacking === undefined ? '' : t(lacking));
    if (lacking !== undefined) return;
    await take(
      await work.run(async (signal) => {
        const steps = startMaking(paper, wishes, signal);
        if (!steps) throw new Error(`${paper} is not made here`);
        return steps;
      }),
    );
  }

  const makeReturn = (slip: () => Promise<Composed>) =>
    void work
      .run(async () =>
        (async function* () {
          yield { kind: 'result' as const, result: await slip() };
        })(),
      )
      .then(take);

  useShortcuts(isReturn ? [] : [{ keys: ['Ctrl+Enter'], label: t('make'), run: () => void make() }]);
  return (
    <section className="card print-order" aria-label={t(`paper.${paper}`)}>
      <div className="print-choices">
        <h2 className="print-order-title">{t(`paper.${paper}`)}</h2>
        {isReturn ? (
          <ReturnOrder onMake={makeReturn} />
        ) : (
          <PaperOptions paper={paper} wishes={wishes} onWishes={onWishes} />
        )}
      </div>
      <div className="print-go">
        <p role="status">{said || <Size paper={paper} wishes={wishes} />}</p>
        {work.isRunning && (
          <WorkProgress label={t('making')} done={work.done} total={work.total} onCancel={work.cancel} />
        )}
        {!work.isRunning && !isReturn && (
          <Button type="primary" block onClick={() => void make()}>
            {t('make')} <kbd>Ctrl+Enter</kbd>
          </Button>
        )}
        <Problem error={work.error} />
      </div>
    </section>
  );
}

/** What must be chosen before the paper can be made. */
function lackingIn(paper: PaperName, wishes: Wishes): 'documentNone' | 'divisionUnread' | undefined {
  if (formOf(paper) !== undefined && wishes.documentId === '') return 'documentNone';
  return wishes.unreadDivision === undefined ? undefined : 'divisionUnread';
}

/** How many forms or labels it would be. */
function Size({ paper, wishes }: Pick<Props, 'paper' | 'wishes'>) {
  const { t } = useText(deskText);
  const batch = batchOf(paper);
  const isLabel = labelOf(paper) !== undefined;
  const forms = useQuery(
    orpc.printing.batchSize.queryOptions({
      input: batchRequest(batch ?? 'receipts', wishes),
      enabled: batch !== undefined,
    }),
  );
  const documents = useQuery(
    orpc.documents.list.queryOptions({
      input: { filter: labelFilter(wishes), sort: { by: 'docNumber', direction: 'asc' }, offset: 0, limit: 1 },
      enabled: isLabel,
    }),
  );
  if (batch && forms.data) return t(forms.data.items === 0 ? 'itemsNone' : 'items', { count: forms.data.items });
  return isLabel && documents.data ? t('labelsOf', { count: documents.data.total }) : null;
}
