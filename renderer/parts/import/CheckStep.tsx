/** The judged rows: filtered, read, mended in place, and taken in. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type ImportCounts, ROW_SHOWS, type RowShow } from '../../../electron/contract/imports.ts';
import { client } from '../../client.ts';
import { saveFile } from '../../native.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { FIRST_SEEN } from '../grid/useWindow.ts';
import { Problem } from '../Problem.tsx';
import { RowGrid } from './RowGrid.tsx';
import { RowPanel } from './RowPanel.tsx';
import type { Importing } from './useImport.ts';
import { useImportRows } from './useImportRows.ts';

export function CheckStep({ work }: { readonly work: Importing }) {
  const { t } = useText(importText);
  const { opened, counts, columns } = work;
  const [show, setShow] = useState<RowShow>((counts?.refused ?? 0) > 0 ? 'refused' : 'all');
  const [selected, setSelected] = useState(0);
  const [seen, setSeen] = useState(FIRST_SEEN);
  const rows = useImportRows(opened?.fileId ?? '', show, seen);
  if (opened === undefined || counts === undefined || columns === undefined) return null;
  const at = Math.min(selected, Math.max(rows.total - 1, 0));
  const row = rows.rowAt(at);
  return (
    <>
      <div className="import-filter">
        <fieldset className="chips" aria-label={t('filter')}>
          {ROW_SHOWS.map((one) => (
            <button
              key={one}
              type="button"
              className={`chip import-show ${one}`}
              aria-pressed={one === show}
              onClick={() => {
                setShow(one);
                setSelected(0);
              }}
            >
              {t(`show.${one}` as const)} <b>{countOf(counts, one)}</b>
            </button>
          ))}
        </fieldset>
        <span className="grey" role="status">
          {counts.corrected > 0
            ? t('corrected', { count: counts.corrected })
            : counts.fromDay && counts.toDay && t('span', { from: counts.fromDay, to: counts.toDay })}
        </span>
      </div>
      <Problem error={rows.error} onRetry={() => void work.again()} />
      <div className="import-check">
        <RowGrid headers={columns.columns} rows={rows} selected={at} onSelect={setSelected} onSee={setSeen} />
        <RowPanel row={row} headers={columns.columns} onCorrect={work.correct} />
      </div>
      <TakeBar work={work} counts={counts} fileId={opened.fileId} />
    </>
  );
}

function countOf(counts: ImportCounts, show: RowShow): number {
  return show === 'all' ? counts.rows : counts[show];
}

type BarProps = { readonly work: Importing; readonly counts: ImportCounts; readonly fileId: string };

function TakeBar({ work, counts, fileId }: BarProps) {
  const { t, language } = useText(importText);
  const [isKnownLeftOut, setKnownLeftOut] = useState(false);
  const { accepted, refused, known } = counts;
  const isPartial = refused > 0 || (isKnownLeftOut && known > 0);
  const taken = accepted - (isKnownLeftOut ? known : 0);
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.imports.refusedFile({ fileId, language });
      return (await saveFile(file)) === null ? undefined : file.name;
    },
  });
  return (
    <section className="import-bar">
      <Button onClick={() => work.setStep('columns')}>{t('back')}</Button>
      {taken > 0 && (
        <Button
          type="primary"
          loading={work.taking.isRunning}
          onClick={() => void work.take({ isPartial, isKnownLeftOut })}
        >
          {t(isPartial ? 'takeSome' : 'takeAll', { count: taken })}
        </Button>
      )}
      {known > 0 && (
        <label className="import-tick">
          <input type="checkbox" checked={isKnownLeftOut} onChange={(event) => setKnownLeftOut(event.target.checked)} />{' '}
          {t('leaveKnown', { count: known })}
        </label>
      )}
      {refused > 0 && (
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('saveRefused')}
        </Button>
      )}
      <span className="grey" role="status">
        {save.data !== undefined
          ? t('savedRefused', { name: save.data })
          : accepted === 0
            ? t('takeNothing')
            : refused > 0 && t('takeSomeHint', { count: refused })}
      </span>
      <Problem error={save.error} />
    </section>
  );
}
