/** Prints the paper of the preview from the desktop window: printer, copies, pages, sides, colour. */

import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import {
  DUPLEX_MODES,
  type DuplexMode,
  type PrintedSize,
  type Printers,
  type PrintProgress,
} from '../../../electron/desktop/bridge.ts';
import { broken } from '../../../electron/domain/broken.ts';
import { rangesOf, readPageRange } from '../../../electron/domain/pageRange.ts';
import { findPrinters, onPrintProgress, printOnPaper, stopPrinting } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { printingText } from '../../text/printing.ts';
import { Dialog } from '../Dialog.tsx';
import { ChoiceField, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { Problem } from '../Problem.tsx';
import { WorkProgress } from '../registry/WorkProgress.tsx';
import { SavedLine, useSaving } from './saving.tsx';

export type Printed = { readonly printer: string; readonly copies: number; readonly job: string };

type Props = {
  readonly file: File;
  readonly pages: number;
  readonly size: PrintedSize;
  /** Pages asked for beside the preview. */
  readonly range?: string;
  /** The file of these pages, where the paper has to be printed elsewhere. */
  readonly wanted?: () => Promise<File>;
  /** Several forms in one file: on both sides one would stand on the back of another. */
  readonly isBatch?: boolean;
  readonly onDone: (printed: Printed) => void;
  readonly onClose: () => void;
};

const MOST_COPIES = 99;

export function PrintDialog(props: Props) {
  const { t } = useText(printingText);
  const asked = useQuery({ queryKey: ['printers'], queryFn: findPrinters, staleTime: 0, gcTime: 0, retry: false });
  const { file, wanted, onClose } = props;
  if (asked.data && asked.data.printers.length > 0) return <PrintForm {...props} known={asked.data} />;
  return (
    <Dialog title={t('title', { name: file.name })} onClose={onClose}>
      {asked.isFetching ? (
        <p className="grey" role="status">
          <Spin size="small" /> {t('looking')}
        </p>
      ) : (
        <PrintElsewhere wanted={wanted ?? (async () => file)} known={asked.data} onLook={() => void asked.refetch()} />
      )}
      <Problem error={asked.error} />
    </Dialog>
  );
}

type ElsewhereProps = {
  readonly wanted: () => Promise<File>;
  readonly known: Printers | undefined;
  readonly onLook: () => void;
};

/** No printer: the paper is saved, to be printed elsewhere. */
function PrintElsewhere({ wanted, known, onLook }: ElsewhereProps) {
  const { t } = useText(printingText);
  const saving = useSaving(wanted);
  return (
    <>
      {known && (
        <p role="alert">
          <b>{t('none')}</b>
          <br />
          {t('noneHint')}
        </p>
      )}
      <SavedLine saving={saving} />
      <div className="actions form-actions">
        <Button type="primary" autoFocus loading={saving.isPending} onClick={() => saving.mutate({ isOpened: false })}>
          {t('save')}
        </Button>
        {known?.way === 'pictures' && (
          <Button loading={saving.isPending} onClick={() => saving.mutate({ isOpened: true })}>
            {t('saveAndOpen')}
          </Button>
        )}
        <Button onClick={onLook}>{t('again')}</Button>
      </div>
    </>
  );
}

/**
 * The last printer of this workstation, else the system's usual one, else the only one. Among several of which none is
 * the usual one the person chooses: the first by name may be one that writes files or sends faxes.
 */
function firstPrinter({ printers, last }: Printers): string {
  const found = printers.find(({ name }) => name === last?.printer) ?? printers.find(({ isDefault }) => isDefault);
  return found?.name ?? (printers.length === 1 ? (printers[0]?.name ?? '') : '');
}

type Wish = {
  readonly printer: string;
  readonly copies: string;
  readonly range: string;
  readonly duplex: DuplexMode;
  readonly isMono: boolean;
};

/** Not a number where it is no count of copies. */
function countOf(copies: string): number {
  const count = Number(copies.normalize('NFKC'));
  return Number.isInteger(count) && count >= 1 && count <= MOST_COPIES ? count : Number.NaN;
}

function PrintForm(props: Props & { readonly known: Printers }) {
  const { file, pages, size, range = '', isBatch = false, known, wanted: saved, onDone, onClose } = props;
  const { t } = useText(printingText);
  const [progress, setProgress] = useState<PrintProgress>();
  useEffect(() => onPrintProgress(setProgress), []);
  const saving = useSaving(saved ?? (async () => file));
  const form = useDialogForm<Wish, Printed>({
    initial: {
      printer: firstPrinter(known),
      copies: '1',
      range,
      duplex: isBatch ? 'simplex' : (known.last?.duplex ?? 'simplex'),
      isMono: known.last?.isMono ?? true,
    },
    check: (wish) => {
      const wanted = readPageRange(wish.range, pages);
      return [
        ...(wish.printer === '' ? [broken('print.printerMissing', 'printer')] : []),
        ...(Number.isNaN(countOf(wish.copies)) ? [broken('print.copiesInvalid', 'copies')] : []),
        ...(wanted.ok ? [] : [wanted.broken]),
      ];
    },
    write: async ({ printer, duplex, isMono, ...wish }) => {
      const wanted = readPageRange(wish.range, pages);
      const chosen = wanted.ok && wish.range.trim() !== '' ? rangesOf(wanted.pages) : [];
      const copies = countOf(wish.copies);
      setProgress(undefined);
      const job = await printOnPaper(file, { printer, copies, pages: chosen, duplex, isMono, size });
      return { printer, copies, job };
    },
    onDone,
    // A paper must not come out twice.
    isOnce: true,
  });
  const { value, set } = form;
  const { printer, copies, duplex, isMono } = value;
  const wanted = readPageRange(value.range, pages);
  const count = countOf(copies);
  return (
    <FormDialog
      title={t('title', { name: file.name })}
      confirm={t('confirm')}
      // Choices are quickly made again: leaving loses nothing.
      form={{ ...form, isDirty: false }}
      onCancel={onClose}
      onStop={stopPrinting}
      instead={
        known.way === 'pictures' && (
          <Button loading={saving.isPending} onClick={() => saving.mutate({ isOpened: true })}>
            {t('saveAndOpen')}
          </Button>
        )
      }
    >
      <ChoiceField
        name="printer"
        label={t('printer')}
        value={printer}
        {...(firstPrinter(known) === '' && { empty: t('choosePrinter') })}
        onChange={(name) => set({ printer: name })}
        options={known.printers.map(({ name, label, isDefault }) => ({
          value: name,
          label: isDefault ? t('usual', { name: label }) : label,
        }))}
      />
      <TextField
        name="copies"
        label={t('copies')}
        isHalf
        value={copies}
        maxLength={3}
        onChange={(text) => set({ copies: text })}
      />
      <TextField
        name="pages"
        label={t('pages')}
        isHalf
        hint={t('pagesHint', { pages })}
        value={value.range}
        maxLength={100}
        onChange={(text) => set({ range: text })}
      />
      <RadioField
        name="duplex"
        label={t('sides')}
        value={duplex}
        onChange={(chosen) => set({ duplex: DUPLEX_MODES.find((mode) => mode === chosen) ?? 'simplex' })}
        options={DUPLEX_MODES.map((mode) => ({ value: mode, label: t(`sides.${mode}`) }))}
      />
      {isBatch && duplex !== 'simplex' && <p className="form-note warn">{t('batchSides')}</p>}
      <RadioField
        name="colour"
        label={t('colour')}
        value={isMono ? 'mono' : 'full'}
        onChange={(chosen) => set({ isMono: chosen === 'mono' })}
        options={(['mono', 'full'] as const).map((colour) => ({ value: colour, label: t(`colour.${colour}`) }))}
      />
      {size !== '' && wanted.ok && !Number.isNaN(count) && (
        <p className="grey">{t('sheets', { size, sheets: wanted.pages.length * count })}</p>
      )}
      {known.way === 'pictures' && <p className="form-note">{t('byPictures')}</p>}
      {form.isPending && progress && <Drawing progress={progress} />}
      <SavedLine saving={saving} />
    </FormDialog>
  );
}

/** How long the print system takes to accept them cannot be known. */
function Drawing({ progress: { drawn, of } }: { readonly progress: PrintProgress }) {
  const { t } = useText(printingText);
  if (drawn === of) return <WorkProgress label={t('handing')} done={0} total={0} />;
  return <WorkProgress label={t('drawing')} done={drawn} total={of} />;
}
