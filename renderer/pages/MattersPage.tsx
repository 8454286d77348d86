/** Matters (公开事项): left the kinds with their counts, right the register of one kind. */

import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { MatterSummary } from '../../electron/contract/matters.ts';
import type { MatterKind } from '../../electron/domain/matters/kind.ts';
import { MATTER_KINDS } from '../../electron/domain/matters/kinds.ts';
import { client, orpc } from '../client.ts';
import { ListOutput } from '../parts/ListOutput.tsx';
import { MatterDialog } from '../parts/matters/MatterDialog.tsx';
import { MatterKinds } from '../parts/matters/MatterKinds.tsx';
import { MatterTable } from '../parts/matters/MatterTable.tsx';
import { PageState } from '../parts/PageState.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { mattersText } from '../text/matters.ts';
import { useTerms } from '../text/terms.ts';
import './MattersPage.css';
import './WorkList.css';

export function MattersPage() {
  const { t } = useText(mattersText);
  const { kind: asked } = useParams();
  const counts = useQuery(orpc.matters.kinds.queryOptions());
  const kind = MATTER_KINDS.find(({ key }) => key === asked) ?? MATTER_KINDS[0];
  if (counts.data === undefined || kind === undefined) return <PageState of={counts} />;
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="matters">
        <MatterKinds kinds={counts.data} chosen={kind.key} />
        <Register key={kind.key} kind={kind} />
      </div>
    </>
  );
}

function Register({ kind }: { readonly kind: MatterKind }) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { actor } = useSeat();
  const navigate = useNavigate();
  const [showsAll, setShowsAll] = useState(false);
  const [showsStale, setShowsStale] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const listed = useQuery(
    orpc.matters.list.queryOptions({ input: { kind: kind.key, isOpen: !showsAll }, enabled: !showsStale }),
  );
  const stale = useQuery(orpc.matters.staleColumns.queryOptions({ enabled: showsStale }));
  const rows: readonly MatterSummary[] = (showsStale ? stale.data?.map(({ matter }) => matter) : listed.data) ?? [];
  const open = (row: MatterSummary) => void navigate(`/matters/${row.id}`);
  const { rowProps } = useRowKeys(rows, ({ id }) => id, open);
  const mayWrite = holds(actor, ['clerk', 'divisionHead']);
  useShortcuts([
    { keys: ['↑', '↓'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keyOpen') },
    ...(mayWrite ? [{ keys: ['Alt+A'], label: t('keyNew'), run: () => setEntering(true) }] : []),
  ]);
  const asked = showsStale ? stale : listed;
  return (
    <section className="matter-register" aria-labelledby="register-title">
      <div className="matter-bar">
        <div>
          <h2 id="register-title">
            {terms(`matterKind.${kind.key}`)} <small className="grey">{terms(`matterPlan.${kind.key}`)}</small>
          </h2>
        </div>
        <div className="actions">
          {kind.key === 'siteColumn' && (
            <Checkbox checked={showsStale} onChange={(event) => setShowsStale(event.target.checked)}>
              {t('onlyStale')}
            </Checkbox>
          )}
          <Checkbox checked={showsAll} disabled={showsStale} onChange={(event) => setShowsAll(event.target.checked)}>
            {t('showAll')}
          </Checkbox>
          <ListOutput
            total={rows.length}
            onAsk={(wanted) =>
              client.matters.export({
                kind: kind.key,
                show: showsStale ? 'stale' : showsAll ? 'all' : 'open',
                ...wanted,
              })
            }
          />
          {mayWrite && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('new')} <kbd>Alt+A</kbd>
            </Button>
          )}
        </div>
      </div>
      {asked.data === undefined ? (
        <PageState of={asked} />
      ) : rows.length === 0 ? (
        <div className="card work-empty">
          <p>{t(showsStale ? 'staleNone' : showsAll ? 'empty' : 'emptyOpen')}</p>
          {mayWrite && !showsStale && <p className="grey">{t('emptyHint')}</p>}
        </div>
      ) : (
        <>
          <p className="work-said" role="status">
            {t(showsStale ? 'staleCount' : 'count', { count: rows.length })}
          </p>
          <MatterTable kind={kind} rows={rows} rowProps={rowProps} />
        </>
      )}
      {isEntering && (
        <MatterDialog
          kind={kind}
          onCancel={() => setEntering(false)}
          onDone={({ summary }) => void navigate(`/matters/${summary.id}`)}
        />
      )}
    </section>
  );
}
