/** Backups: what there is, one more now, and the way back to one. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client, orpc, queryClient } from '../client.ts';
import { momentText } from '../parts/moment.ts';
import { PageState } from '../parts/PageState.tsx';
import { Problem } from '../parts/Problem.tsx';
import { RestoreDialog } from '../parts/registry/RestoreDialog.tsx';
import { useText } from '../text/index.ts';
import { trailText } from '../text/trail.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';

const OCCASIONS = ['asked', 'daily', 'migration', 'import', 'restore'] as const;
const MEGABYTE = 1024 * 1024;

export function BackupPage() {
  const { t } = useText(trailText);
  const asked = useQuery(orpc.registry.backups.queryOptions());
  const [restored, setRestored] = useState<{ readonly name: string; readonly madeAt: string }>();
  const make = useMutation({
    mutationFn: () => client.registry.backUp(),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (asked.data === undefined) return <PageState of={asked} />;
  const newestFirst = asked.data.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const newest = newestFirst[0];
  return (
    <>
      <h1>
        {t('backupHeading')} <small>{t('backupHint')}</small>
      </h1>
      <div className="room">
        {make.data && (
          <p className="notice good" role="status">
            {t('backupDone', { name: make.data.name })}
          </p>
        )}
        <Problem error={make.error} />
        <section className="card list-card" aria-label={t('backups')}>
          <div className="list-bar">
            <h2>
              {t('backups')}{' '}
              {newest && <small className="grey">{t('newest', { at: momentText(newest.madeAt) })}</small>}
            </h2>
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {t(make.isPending ? 'backingUp' : 'backUp')}
            </Button>
          </div>
          {newestFirst.length === 0 ? (
            <p className="list-none">{t('backupsNone')}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('column.madeAt')}</th>
                  <th scope="col">{t('column.occasion')}</th>
                  <th scope="col">{t('column.bytes')}</th>
                  <th scope="col">{t('column.name')}</th>
                  <th scope="col">
                    <span className="offscreen">{t('restore')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {newestFirst.map((backup) => {
                  const occasion = OCCASIONS.find((known) => known === backup.occasion);
                  return (
                    <tr key={backup.name}>
                      <td className="number">{momentText(backup.madeAt)}</td>
                      <td>{occasion ? t(`occasion.${occasion}`) : backup.occasion}</td>
                      <td className="number">{(backup.bytes / MEGABYTE).toFixed(1)} MB</td>
                      <td className="hash">{backup.name}</td>
                      <td className="acts">
                        <button type="button" className="link-button" onClick={() => setRestored(backup)}>
                          {t('restore')}
                        </button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
          <p className="grey list-more">{t('backupWhere')}</p>
        </section>
      </div>
      {restored && <RestoreDialog backup={restored} onDone={() => setRestored(undefined)} />}
    </>
  );
}
