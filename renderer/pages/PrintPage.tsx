/** Print centre: choose a ledger, see the very PDF, save or print it; every ledger made stays on the list. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { documentFilter, documentSort } from '../../electron/contract/documents.ts';
import { type Paper, paper } from '../../electron/contract/ledgers.ts';
import { client, orpc, queryClient, refusalOf } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { PaperPreview } from '../parts/PaperPreview.tsx';
import { Problem } from '../parts/Problem.tsx';
import { LedgerOrder, type Wanted } from '../parts/paper/LedgerOrder.tsx';
import { rangeOf } from '../parts/paper/period.ts';
import { Snapshots } from '../parts/paper/Snapshots.tsx';
import { useLongWork } from '../parts/registry/useLongWork.ts';
import { WorkProgress } from '../parts/registry/WorkProgress.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { printText } from '../text/print.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './PrintPage.css';

type Composed = { readonly paperId: string; readonly missing: Paper['missing'] };
/** What the ledger or a document hands over when it sends its reader here. */
type HandedOver = {
  readonly filter?: unknown;
  readonly sort?: unknown;
  readonly paperId?: unknown;
  readonly missing?: unknown;
} | null;

export function PrintPage() {
  const { t, language } = useText(printText);
  const { today } = useSeat().state;
  const handed = useLocation().state as HandedOver;
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<Wanted>(() => {
    const filter = documentFilter.safeParse(handed?.filter);
    const sort = documentSort.safeParse(handed?.sort);
    return {
      preset: 'brief',
      language,
      filter: filter.success ? filter.data : rangeOf('quarter', today),
      sort: sort.success ? sort.data : { by: 'docNumber', direction: 'asc' },
    };
  });
  const handedPaper = typeof handed?.paperId === 'string' ? handed.paperId : undefined;
  const [paperId, setPaperId] = useState(handedPaper);
  const [missing, setMissing] = useState<Paper['missing']>(() => paper.shape.missing.catch([]).parse(handed?.missing));
  const work = useLongWork<Composed>();
  const matching = useQuery(
    orpc.documents.list.queryOptions({ input: { filter: wanted.filter, sort: wanted.sort, offset: 0, limit: 1 } }),
  );
  const total = matching.data?.total;

  async function compose(): Promise<void> {
    const made = await work.run((signal) => client.ledgers.compose({ ...wanted, period: '' }, { signal }));
    if (made === undefined) return;
    setPaperId(made.paperId);
    setMissing(made.missing);
    await queryClient.invalidateQueries({ queryKey: orpc.ledgers.snapshots.key() });
  }

  function closePreview(): void {
    setPaperId(undefined);
    if (handedPaper !== undefined) void navigate('/print', { replace: true, state: null });
  }

  useShortcuts([{ keys: ['Ctrl+Enter'], label: t('keyCompose'), run: () => void compose() }]);
  return (
    <div className="print-page">
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="print-room">
        <section className="card print-order" aria-label={t('compose')}>
          <div className="print-choices">
            <LedgerOrder wanted={wanted} onWanted={setWanted} />
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
            <Problem error={work.error} />
          </div>
        </section>
        <div className="print-result">
          {paperId === undefined ? (
            <Snapshots />
          ) : (
            <Made key={paperId} paperId={paperId} missing={missing} onClose={closePreview} />
          )}
        </div>
      </div>
    </div>
  );
}

type MadeProps = { readonly paperId: string; readonly missing: Paper['missing']; readonly onClose: () => void };

/** The bytes are fetched once: a paper is what it was when it was made. */
function Made({ paperId, missing, onClose }: MadeProps) {
  const { t } = useText(printText);
  const asked = useQuery(
    orpc.ledgers.fetch.queryOptions({ input: { paperId }, staleTime: 'static', gcTime: 60_000, retry: false }),
  );
  if (asked.data !== undefined) {
    return (
      <>
        <MissingCharacters missing={missing} />
        <PaperPreview file={asked.data} onClose={onClose} />
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
function MissingCharacters({ missing }: Pick<MadeProps, 'missing'>) {
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
