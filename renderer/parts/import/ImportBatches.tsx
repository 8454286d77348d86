/** Earlier imports, each of which can be withdrawn whole while nobody has had its documents in hand. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportBatch } from '../../../electron/contract/imports.ts';
import { client, orpc } from '../../client.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { ReasonDialog } from '../form/ReasonDialog.tsx';
import { momentText } from '../moment.ts';
import { PageState } from '../PageState.tsx';

export function ImportBatches() {
  const { t } = useText(importText);
  const [withdrawing, setWithdrawing] = useState<ImportBatch>();
  const batches = useQuery(orpc.imports.batches.queryOptions());
  return (
    <section className="card list-card" aria-label={t('batches')}>
      <div className="list-bar">
        <h2>{t('batches')}</h2>
      </div>
      <PageState of={batches} />
      {batches.data?.length === 0 && <p className="list-none grey">{t('batchesNone')}</p>}
      {batches.data !== undefined && batches.data.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('batch.file')}</th>
              <th scope="col">{t('batch.at')}</th>
              <th scope="col">{t('batch.by')}</th>
              <th scope="col">{t('batch.accepted')}</th>
              <th scope="col">{t('batch.refused')}</th>
              <th scope="col">{t('batch.corrections')}</th>
              <th scope="col">{t('batch.state')}</th>
              <th scope="col">
                <span className="offscreen">{t('withdraw')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {batches.data.map((batch) => (
              <tr key={batch.id}>
                <td className="wide">{[batch.fileName, batch.sheet].filter((part) => part !== '').join(' · ')}</td>
                <td className="number">{momentText(batch.enteredAt)}</td>
                <td>{batch.importedBy}</td>
                <td className="number">{batch.accepted}</td>
                <td className="number">{batch.refused}</td>
                <td className="number">{batch.corrections}</td>
                <td className="wide">{stateOf(batch, t)}</td>
                <td className="acts">
                  {batch.withdrawnAt === null && batch.touched === 0 && (
                    <Button
                      aria-label={t('withdrawOf', { name: batch.fileName })}
                      onClick={() => setWithdrawing(batch)}
                    >
                      {t('withdraw')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {withdrawing && (
        <WithdrawBatchDialog
          batch={withdrawing}
          onDone={() => setWithdrawing(undefined)}
          onCancel={() => setWithdrawing(undefined)}
        />
      )}
    </section>
  );
}

type Say = ReturnType<typeof useText<keyof typeof importText.zh>>['t'];

function stateOf({ withdrawnAt, withdrawalReason, touched }: ImportBatch, t: Say): string {
  if (withdrawnAt !== null) return t('batchWithdrawn', { at: momentText(withdrawnAt), reason: withdrawalReason });
  return touched > 0 ? t('batchTouched', { count: touched }) : t('batchWhole');
}

type DialogProps = { readonly batch: ImportBatch; readonly onDone: () => void; readonly onCancel: () => void };

function WithdrawBatchDialog({ batch, ...ends }: DialogProps) {
  const { t } = useText(importText);
  return (
    <ReasonDialog
      title={t('withdrawTitle')}
      confirm={t('withdrawConfirm')}
      hint={t('withdrawHint', { name: batch.fileName, count: batch.accepted })}
      label={t('withdrawReason')}
      missing="import.withdrawalReasonMissing"
      write={async (reason) => {
        for await (const _ of await client.imports.withdraw({ id: batch.id, reason }));
      }}
      {...ends}
    />
  );
}
