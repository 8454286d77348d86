/** Enters what the filing stamp of a document says; begins with the next piece of its shelf. */

import type { ArchiveRecord } from '../../../electron/contract/desk.ts';
import {
  type ArchiveEntry,
  brokenOnArchiveEntry,
  RETENTIONS,
  type Retention,
} from '../../../electron/domain/archive.ts';
import { client } from '../../client.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = {
  readonly documentId: string;
  readonly entry: ArchiveRecord | null;
  readonly proposal: Omit<ArchiveEntry, 'pages'> & { readonly pages: number | null };
  readonly onCancel: () => void;
  readonly onDone: () => void;
};

/** As typed: what is no number stays in sight until it is mended. */
type Typed = Readonly<
  Record<'fondsNumber' | 'archiveYear' | 'organisation' | 'pieceNumber' | 'pages' | 'boxNumber', string>
> & {
  readonly retention: Retention;
};

function entryOf(typed: Typed): ArchiveEntry {
  const number = (text: string) =>
    /^\s*\d+\s*$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : Number.NaN;
  return {
    fondsNumber: typed.fondsNumber.trim(),
    organisation: typed.organisation.trim(),
    retention: typed.retention,
    archiveYear: number(typed.archiveYear),
    pieceNumber: number(typed.pieceNumber),
    pages: number(typed.pages),
    boxNumber: typed.boxNumber.trim() === '' ? null : number(typed.boxNumber),
  };
}

export function ArchiveDialog({ documentId, entry, proposal, onCancel, onDone }: Props) {
  const { t } = useText(deskText);
  const terms = useTerms();
  const { fondsNumber, archiveYear, retention, organisation, pieceNumber, pages, boxNumber } = entry ?? proposal;
  const form = useDialogForm<Typed, ArchiveRecord>({
    initial: {
      ...{ fondsNumber, retention, organisation },
      archiveYear: String(archiveYear),
      pieceNumber: String(pieceNumber),
      pages: pages === null ? '' : String(pages),
      boxNumber: boxNumber === null ? '' : String(boxNumber),
    },
    check: (typed) => brokenOnArchiveEntry(entryOf(typed)),
    write: (typed) => client.archive.enter({ documentId, version: entry?.version ?? 0, ...entryOf(typed) }),
    onDone,
  });
  const { value, set } = form;
  const text = (name: Exclude<keyof Typed, 'retention'>, maxLength: number) => (
    <TextField
      name={name}
      label={t(name)}
      isHalf
      isRequired={name !== 'boxNumber'}
      {...(name === 'boxNumber' && { hint: t('boxHint') })}
      maxLength={maxLength}
      value={value[name]}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <FormDialog
      title={t('archive')}
      confirm={t(entry ? 'archiveAmend' : 'archiveEnter')}
      form={form}
      onCancel={onCancel}
    >
      {text('fondsNumber', 12)}
      {text('archiveYear', 4)}
      <RadioField
        name="retention"
        label={t('retention')}
        value={value.retention}
        options={RETENTIONS.map((each) => ({ value: each, label: terms(`retention.${each}`) }))}
        onChange={(next) => set({ retention: RETENTIONS.find((each) => each === next) ?? value.retention })}
      />
      {text('organisation', 100)}
      {text('pieceNumber', 5)}
      {text('pages', 4)}
      {text('boxNumber', 4)}
    </FormDialog>
  );
}
