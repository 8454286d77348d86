/** Print centre: choose a paper, say what it shall hold, see the very PDF, save or print it; every ledger made stays on the list. */

import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { documentFilter, documentSort } from '../../electron/contract/documents.ts';
import { type Paper, paper as paperRecord } from '../../electron/contract/ledgers.ts';
import { LedgerDesk } from '../parts/paper/LedgerDesk.tsx';
import type { Wanted } from '../parts/paper/LedgerOrder.tsx';
import { MadePaper } from '../parts/paper/MadePaper.tsx';
import { PaperChoice } from '../parts/paper/PaperChoice.tsx';
import { PaperOrder } from '../parts/paper/PaperOrder.tsx';
import { batchOf, type PaperName, type Wishes } from '../parts/paper/papers.ts';
import { type Period, rangeOf } from '../parts/paper/period.ts';
import { Snapshots } from '../parts/paper/Snapshots.tsx';
import { useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { printText } from '../text/print.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './PrintPage.css';

/** What the ledger or a document hands over when it sends its reader here. */
type HandedOver = {
  readonly filter?: unknown;
  readonly sort?: unknown;
  readonly paperId?: unknown;
  readonly missing?: unknown;
} | null;

type Made = Pick<Paper, 'paperId' | 'missing'>;

/** Whatever is printed every morning begins with today, what chases the week with the week, books with their month or year. */
function firstPeriod(paper: PaperName): Period {
  if (paper === 'receipts') return 'day';
  if (paper === 'notices') return 'week';
  return batchOf(paper) || paper === 'copies' || paper === 'reviewSummary' || paper === 'transfer' ? 'month' : 'year';
}

export function PrintPage() {
  const { t, language } = useText(printText);
  const { today } = useSeat().state;
  const handed = useLocation().state as HandedOver;
  const navigate = useNavigate();
  const [paper, setPaper] = useState<PaperName>('ledger');
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
  const [wishes, setWishes] = useState<Wishes>({
    ...{
      from: null,
      to: null,
      divisionId: '',
      unreadDivision: undefined,
      language,
      series: '',
      recipient: 'archives',
      recipientName: '',
    },
    ...{ copiesEach: 1, withOverdue: true, shape: 'one', code: 'qr', startAt: 1, documentId: '' },
  });
  const handedPaper = typeof handed?.paperId === 'string' ? handed.paperId : undefined;
  const [made, setMade] = useState<Made | undefined>(
    handedPaper === undefined
      ? undefined
      : { paperId: handedPaper, missing: paperRecord.shape.missing.catch([]).parse(handed?.missing) },
  );

  function choose(next: PaperName): void {
    const { signedFrom, signedTo } = rangeOf(firstPeriod(next), today);
    setWishes({ ...wishes, from: signedFrom ?? null, to: signedTo ?? null });
    setPaper(next);
    closePreview();
  }

  function closePreview(): void {
    setMade(undefined);
    if (handedPaper !== undefined) void navigate('/print', { replace: true, state: null });
  }

  return (
    <div className="print-page">
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="print-room">
        <PaperChoice value={paper} onChoose={choose} />
        {paper === 'ledger' ? (
          <LedgerDesk wanted={wanted} onWanted={setWanted} onMade={setMade} />
        ) : (
          <PaperOrder
            key={paper}
            paper={paper}
            wishes={wishes}
            onWishes={(part) => setWishes((before) => ({ ...before, ...part }))}
            onMade={setMade}
          />
        )}
        <div className="print-result">
          {made === undefined ? (
            <Snapshots onPaper={(paperId) => setMade({ paperId, missing: [] })} />
          ) : (
            <MadePaper key={made.paperId} {...made} isBatch={batchOf(paper) !== undefined} onClose={closePreview} />
          )}
        </div>
      </div>
    </div>
  );
}
