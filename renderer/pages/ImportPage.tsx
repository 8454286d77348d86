/** Import of an old ledger in steps: choose the file, name its columns, check and mend its rows, take them in. */

import { Button } from 'antd';
import { useState } from 'react';
import { LARGEST_UPLOAD_BYTES } from '../../electron/contract/records.ts';
import { chooseFile } from '../native.ts';
import { CheckStep } from '../parts/import/CheckStep.tsx';
import { ColumnsStep } from '../parts/import/ColumnsStep.tsx';
import { DoneStep } from '../parts/import/DoneStep.tsx';
import { ImportBatches } from '../parts/import/ImportBatches.tsx';
import { type ImportStep, useImport } from '../parts/import/useImport.ts';
import { Problem } from '../parts/Problem.tsx';
import { DropZone } from '../parts/registry/DropZone.tsx';
import { WorkProgress } from '../parts/registry/WorkProgress.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { importText } from '../text/import.ts';
import { useText } from '../text/index.ts';
import '../parts/ledger/FilterBar.css';
import '../parts/registry/Registry.css';
import './ImportPage.css';

const STEPS: readonly ImportStep[] = ['choose', 'columns', 'check', 'done'];

export function ImportPage() {
  const { t } = useText(importText);
  const [slip, setSlip] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const work = useImport();
  const { step, file, opening, judging, taking, startOver } = work;
  const running = [opening, judging, taking].find(({ isRunning }) => isRunning);
  const error = failure ?? work.failure ?? opening.error ?? judging.error ?? taking.error;

  async function take(chosen: File): Promise<void> {
    setFailure(null);
    setSlip(undefined);
    if (!/\.(?:csv|txt|xlsx|xlsm|xls|et)$/i.test(chosen.name)) setSlip(t('notTable', { name: chosen.name }));
    else if (chosen.size > LARGEST_UPLOAD_BYTES) setSlip(t('tooLarge'));
    else await work.open(chosen);
  }

  async function choose(): Promise<void> {
    try {
      const chosen = await chooseFile('table');
      if (chosen !== null) await take(chosen);
    } catch (error) {
      setFailure(error);
    }
  }

  useShortcuts([{ keys: ['Ctrl+O'], label: t('keyChoose'), run: () => void choose() }]);
  const label = t(running === opening ? 'opening' : running === judging ? 'judging' : 'writing');
  return (
    <div className={step === 'check' ? 'import-page tall' : 'import-page'}>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <Steps now={step} />
      {slip !== undefined && (
        <p className="notice wrong" role="alert">
          {slip}
        </p>
      )}
      <Problem error={error} {...(work.opened !== undefined && { onRetry: () => void work.again() })} />
      {file !== undefined && (
        <section className="card import-file">
          <b>{file.name}</b>
          {running ? (
            <WorkProgress label={label} done={running.done} total={running.total} onCancel={running.cancel} />
          ) : (
            <Button onClick={startOver}>{t(step === 'done' ? 'next' : 'other')}</Button>
          )}
        </section>
      )}
      {file === undefined && (
        <DropZone onFile={(dropped) => void take(dropped)}>
          <p className="drop-lead">{t('drop')}</p>
          <Button type="primary" onClick={() => void choose()}>
            {t('choose')} <kbd>Ctrl+O</kbd>
          </Button>
          <p className="grey">{t('accepted')}</p>
        </DropZone>
      )}
      {step === 'columns' && <ColumnsStep work={work} />}
      {step === 'check' && <CheckStep work={work} />}
      {step === 'done' && <DoneStep work={work} />}
      {(step === 'choose' || step === 'done') && <ImportBatches />}
    </div>
  );
}

function Steps({ now }: { readonly now: ImportStep }) {
  const { t } = useText(importText);
  return (
    <ol className="import-steps" aria-label={t('steps')}>
      {STEPS.map((step, at) => (
        <li
          key={step}
          aria-current={step === now ? 'step' : undefined}
          className={STEPS.indexOf(now) > at ? 'past' : ''}
        >
          <span className="import-step-number">{at + 1}</span> {t(`step.${step}` as const)}
        </li>
      ))}
    </ol>
  );
}
