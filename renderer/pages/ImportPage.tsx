/** Import of an old ledger: read on trial, judged row by row in words, then written whole or in part. */

import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportReport } from '../../electron/contract/ledgers.ts';
import { client, queryClient } from '../client.ts';
import { chooseFile } from '../native.ts';
import { Problem } from '../parts/Problem.tsx';
import { DropZone } from '../parts/registry/DropZone.tsx';
import { RefusedRows } from '../parts/registry/RefusedRows.tsx';
import { useLongWork } from '../parts/registry/useLongWork.ts';
import { WorkProgress } from '../parts/registry/WorkProgress.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { importText } from '../text/import.ts';
import { useText } from '../text/index.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './ImportPage.css';

const MOST_BYTES = 20 * 1024 * 1024;
type Mapping = { readonly name: string; readonly text: string };
type Stage = 'trying' | 'tried' | 'writing' | 'written';

export function ImportPage() {
  const { t } = useText(importText);
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Mapping>();
  const [stage, setStage] = useState<Stage>('trying');
  const [slip, setSlip] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const work = useLongWork<ImportReport>();

  async function run(chosen: File, rules: Mapping | undefined, how: { isDryRun: boolean; isPartial: boolean }) {
    setStage(how.isDryRun ? 'trying' : 'writing');
    const asked = { file: chosen, mapping: rules?.text ?? null, ...how };
    const report = await work.run((signal) => client.registry.import(asked, { signal }));
    if (report === undefined) return;
    setStage(how.isDryRun ? 'tried' : 'written');
    if (!how.isDryRun) await queryClient.invalidateQueries();
  }

  async function take(chosen: File): Promise<void> {
    setFailure(null);
    setSlip(undefined);
    if (/\.json$/i.test(chosen.name)) {
      const rules = { name: chosen.name, text: await chosen.text() };
      setMapping(rules);
      if (file) await run(file, rules, { isDryRun: true, isPartial: true });
    } else if (!/\.(?:csv|xlsx|xls|et)$/i.test(chosen.name)) setSlip(t('notTable', { name: chosen.name }));
    else if (chosen.size > MOST_BYTES) setSlip(t('tooLarge'));
    else {
      setFile(chosen);
      await run(chosen, mapping, { isDryRun: true, isPartial: true });
    }
  }

  async function choose(purpose: 'table' | 'calendar'): Promise<void> {
    try {
      const chosen = await chooseFile(purpose);
      if (chosen !== null) await take(chosen);
    } catch (error) {
      setFailure(error);
    }
  }

  function startOver(): void {
    work.reset();
    setFile(undefined);
    setStage('trying');
  }

  useShortcuts([{ keys: ['Ctrl+O'], label: t('keyChoose'), run: () => void choose('table') }]);
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="room">
        {slip !== undefined && (
          <p className="notice wrong" role="alert">
            {slip}
          </p>
        )}
        <Problem error={failure} />
        {file === undefined ? (
          <DropZone onFile={(dropped) => void take(dropped)}>
            <p className="drop-lead">{t('drop')}</p>
            <Button type="primary" onClick={() => void choose('table')}>
              {t('choose')} <kbd>Ctrl+O</kbd>
            </Button>
            <p className="grey">{t('accepted')}</p>
          </DropZone>
        ) : (
          <section className="card import-file">
            <b>{file.name}</b>
            {work.isRunning ? (
              <WorkProgress
                label={t(stage === 'writing' ? 'writing' : 'trying')}
                done={work.done}
                total={work.total}
                onCancel={startOver}
              />
            ) : (
              <span className="actions">
                {stage !== 'written' && (
                  <Button onClick={() => void run(file, mapping, { isDryRun: true, isPartial: true })}>
                    {t('again')}
                  </Button>
                )}
                <Button onClick={startOver}>{t(stage === 'written' ? 'next' : 'other')}</Button>
              </span>
            )}
          </section>
        )}
        <Problem error={work.error} />
        {work.result && file && (
          <Outcome
            report={work.result}
            isWritten={stage === 'written'}
            fileName={file.name}
            onWrite={(isPartial) => void run(file, mapping, { isDryRun: false, isPartial })}
          />
        )}
        {stage !== 'written' && (
          <MappingChoice
            mapping={mapping}
            onChoose={() => void choose('calendar')}
            onDrop={() => {
              setMapping(undefined);
              if (file) void run(file, undefined, { isDryRun: true, isPartial: true });
            }}
          />
        )}
      </div>
    </>
  );
}

type MappingProps = {
  readonly mapping: Mapping | undefined;
  readonly onChoose: () => void;
  readonly onDrop: () => void;
};

function MappingChoice({ mapping, onChoose, onDrop }: MappingProps) {
  const { t } = useText(importText);
  return (
    <section className="card import-mapping" aria-label={t('mapping')}>
      <span>
        <b>{t('mapping')}</b> <span className="grey">{mapping?.name ?? t('mappingHint')}</span>
      </span>
      {mapping === undefined ? (
        <Button onClick={onChoose}>{t('mappingChoose')}</Button>
      ) : (
        <Button onClick={onDrop}>{t('mappingDrop', { name: mapping.name })}</Button>
      )}
    </section>
  );
}

type OutcomeProps = {
  readonly report: ImportReport;
  readonly isWritten: boolean;
  readonly fileName: string;
  readonly onWrite: (isPartial: boolean) => void;
};

function Outcome({ report, isWritten, fileName, onWrite }: OutcomeProps) {
  const { t } = useText(importText);
  const navigate = useNavigate();
  const { accepted, repaired, refused, fromDay, toDay } = report;
  return (
    <>
      {isWritten ? (
        <section className="card import-choice">
          <h2 role="status">{t('doneTitle', { count: accepted })}</h2>
          {accepted === 0 && <p>{t('nothingWritten')}</p>}
          {refused.length > 0 && <p>{t('doneRefused', { count: refused.length })}</p>}
          <Button type="primary" onClick={() => void navigate('/ledger?sort=enteredAt.desc')}>
            {t('toLedger')}
          </Button>
        </section>
      ) : (
        <>
          <div className="import-counts">
            <div className="card import-count good">
              {t('taken')}
              <b>{accepted}</b>
              <span className="grey">
                {fromDay && toDay ? t('span', { from: fromDay, to: toDay }) : t('spanMissing')}
              </span>
            </div>
            <div className="card import-count">
              {t('repaired')}
              <b>{repaired}</b>
              <span className="grey">{t('repairedHint')}</span>
            </div>
            <div className={refused.length > 0 ? 'card import-count bad' : 'card import-count'}>
              {t('refused')}
              <b>{refused.length}</b>
              <span className="grey">{t(refused.length > 0 ? 'refusedSome' : 'refusedNone')}</span>
            </div>
          </div>
          <section className="card import-choice">
            {accepted === 0 && <p>{t('importNothing')}</p>}
            {accepted > 0 && refused.length > 0 && <p>{t('importSomeHint', { count: refused.length })}</p>}
            {accepted > 0 && (
              <Button type="primary" autoFocus onClick={() => onWrite(refused.length > 0)}>
                {t(refused.length > 0 ? 'importSome' : 'importAll', { count: accepted })}
              </Button>
            )}
          </section>
        </>
      )}
      {refused.length > 0 && <RefusedRows refused={refused} fileName={fileName} />}
    </>
  );
}
