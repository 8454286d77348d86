/** An import from the file to the batch: what was chosen on the way stays in the window, so that an engine started anew can be told again. */

import { useState } from 'react';
import type { ImportColumns, ImportCounts, ImportMapping, OpenedFile } from '../../../electron/contract/imports.ts';
import type { ImportReport } from '../../../electron/contract/ledgers.ts';
import { client, orpc, queryClient } from '../../client.ts';
import { newId } from '../../newId.ts';
import { useLongWork } from '../registry/useLongWork.ts';

export type ImportStep = 'choose' | 'columns' | 'check' | 'done';
export type Correction = { readonly row: number; readonly column: number; readonly text: string };
type Place = { readonly sheet: number; readonly headerRow: number };

export type Importing = ReturnType<typeof useImport>;

export function useImport() {
  const [step, setStep] = useState<ImportStep>('choose');
  const [file, setFile] = useState<File>();
  const [opened, setOpened] = useState<OpenedFile>();
  const [place, setPlace] = useState<Place>({ sheet: 0, headerRow: 1 });
  const [columns, setColumns] = useState<ImportColumns>();
  const [mapping, setMapping] = useState<ImportMapping>();
  const [corrections, setCorrections] = useState<readonly Correction[]>([]);
  const [counts, setCounts] = useState<ImportCounts>();
  const [batchId, setBatchId] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const opening = useLongWork<OpenedFile>();
  const judging = useLongWork<ImportCounts>();
  const taking = useLongWork<ImportReport>();

  async function open(chosen: File): Promise<void> {
    setFailure(null);
    setFile(chosen);
    setCorrections([]);
    const found = await opening.run((signal) => client.imports.open({ file: chosen }, { signal }));
    if (found === undefined) return;
    setOpened(found);
    await look(found, { sheet: found.sheet, headerRow: found.sheets[found.sheet]?.headerRow ?? 1 }, null);
  }

  /** Reads the columns below a header row; a saved mapping is tried on them, or the best one proposed. */
  async function look(of: OpenedFile, at: Place, savedId: string | null): Promise<void> {
    setFailure(null);
    try {
      const found = await client.imports.columns({ fileId: of.fileId, ...at, savedId });
      setPlace(at);
      setColumns(found);
      setMapping(found.mapping);
      setStep('columns');
    } catch (error) {
      setFailure(error);
    }
  }

  async function judge(of: OpenedFile | undefined = opened): Promise<void> {
    if (of === undefined || mapping === undefined) return;
    setFailure(null);
    const asked = { fileId: of.fileId, ...place, mapping, corrections: [...corrections] };
    const found = await judging.run((signal) => client.imports.judge(asked, { signal }));
    if (found === undefined) return;
    setCounts(found);
    setBatchId(newId());
    await queryClient.invalidateQueries({ queryKey: orpc.imports.rows.key() });
    setStep('check');
  }

  /** The engine forgets an opened file when it starts anew: it is told the same again. */
  async function again(): Promise<void> {
    if (file === undefined) return;
    const found = await opening.run((signal) => client.imports.open({ file }, { signal }));
    if (found === undefined) return;
    setOpened(found);
    if (step === 'check') await judge(found);
    else await look(found, place, null);
  }

  async function correct(correction: Correction): Promise<void> {
    if (opened === undefined) return;
    const answer = await client.imports.correct({ fileId: opened.fileId, ...correction });
    const isOther = (one: Correction) => one.row !== correction.row || one.column !== correction.column;
    setCorrections((before) => [...before.filter(isOther), correction]);
    setCounts(answer.counts);
    await queryClient.invalidateQueries({ queryKey: orpc.imports.rows.key() });
  }

  async function take(how: { readonly isPartial: boolean; readonly isKnownLeftOut: boolean }): Promise<void> {
    if (opened === undefined) return;
    const asked = { fileId: opened.fileId, id: batchId, ...how };
    const report = await taking.run((signal) => client.imports.take(asked, { signal }));
    if (report === undefined) return;
    setStep('done');
    await queryClient.invalidateQueries();
  }

  function startOver(): void {
    if (opened !== undefined) void client.imports.close({ fileId: opened.fileId }).catch(() => undefined);
    for (const work of [opening, judging, taking]) work.reset();
    setFile(undefined);
    setOpened(undefined);
    setFailure(null);
    setStep('choose');
  }

  return {
    ...{ step, setStep, file, opened, place, columns, mapping, setMapping, counts, failure },
    ...{ opening, judging, taking, open, look, judge, again, correct, take, startOver },
  };
}
