/** Dialogs of the copies desk: a delivery, a correction beside it, a waiver. */

import { useQuery } from '@tanstack/react-query';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { isBlank, REASON_LENGTH, saidLength } from '../../../electron/domain/broken.ts';
import { brokenOnDelivery, COPIES_AT_ONCE } from '../../../electron/domain/copies.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { copiesText } from '../../text/copies.ts';
import { useText } from '../../text/index.ts';
import { Combo } from '../Combo.tsx';
import { DayEntry, DialogField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import type { FilingShown } from './CopiesSection.tsx';

type Ending = { readonly onDone: () => void; readonly onCancel: () => void };
type OfDocument = Ending & { readonly detail: DocumentDetail };

type Delivery = {
  readonly copies: string;
  readonly deliveredOn: Day | null;
  readonly deliveredBy: string;
  readonly location: string;
  readonly note: string;
};

function useSuggestions(field: 'deliveredBy' | 'location', divisionId: string) {
  const found = useQuery(orpc.documents.suggestions.queryOptions({ input: { field, divisionId } }));
  return (found.data ?? []).map((value) => ({ value, label: value }));
}

export function DeliverDialog({ detail, onDone, onCancel }: OfDocument) {
  const { t } = useText(copiesText);
  const { state } = useSeat();
  const { summary, filings } = detail;
  const people = useSuggestions('deliveredBy', summary.divisionId);
  const places = useSuggestions('location', summary.divisionId);
  const form = useDialogForm<Delivery, DocumentSummary>({
    initial: {
      copies: String(Math.max(summary.copiesMissing, 1)),
      deliveredOn: state.today,
      deliveredBy: '',
      location: filings[0]?.location ?? '',
      note: '',
    },
    check: (value) => brokenOnDelivery({ ...value, copies: numberOf(value.copies) }, { today: state.today }),
    write: (value, id) =>
      client.copies.deliver({
        ...value,
        id,
        documentId: summary.id,
        copies: numberOf(value.copies),
        deliveredOn: value.deliveredOn ?? state.today,
      }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('copiesDeliverTitle')} confirm={t('copiesDeliver')} form={form} onCancel={onCancel}>
      <TextField
        name="copies"
        label={t('copiesNumber')}
        isRequired
        isHalf
        maxLength={3}
        value={value.copies}
        onChange={(copies) => set({ copies })}
      />
      <DayEntry
        name="deliveredOn"
        label={t('copiesDeliveredOn')}
        isRequired
        isHalf
        value={value.deliveredOn}
        onChange={(deliveredOn) => set({ deliveredOn })}
      />
      <DialogField name="deliveredBy" label={t('copiesDeliveredBy')} isRequired isHalf>
        {(control) => (
          <Combo
            {...control}
            value={value.deliveredBy}
            options={people}
            onChange={(deliveredBy) => set({ deliveredBy })}
          />
        )}
      </DialogField>
      <DialogField name="location" label={t('copiesLocation')} isHalf>
        {(control) => (
          <Combo {...control} value={value.location} options={places} onChange={(location) => set({ location })} />
        )}
      </DialogField>
      <TextField
        name="note"
        label={t('copiesNote')}
        maxLength={500}
        value={value.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  );
}

/** Anything but plain digits (full width allowed) is no number of copies. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN;
}

export function CorrectDialog({ filing, onDone, onCancel }: Ending & { readonly filing: FilingShown }) {
  const { t } = useText(copiesText);
  const form = useDialogForm<{ readonly copies: string; readonly reason: string }, DocumentSummary>({
    initial: { copies: String(filing.copies), reason: '' },
    check: ({ copies, reason }) => [
      ...(numberOf(copies) <= COPIES_AT_ONCE
        ? []
        : [{ code: 'copies.countBad', field: 'copies', params: { least: 0, most: COPIES_AT_ONCE } }]),
      ...(isBlank(reason) ? [{ code: 'copies.correctionReasonMissing', field: 'reason' }] : []),
    ],
    write: ({ copies, reason }, id) =>
      client.copies.correct({ id, filingId: filing.correctsId ?? filing.id, copies: numberOf(copies), reason }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('copiesCorrectTitle')} confirm={t('copiesCorrect')} form={form} onCancel={onCancel}>
      <p className="form-note">{t('copiesCorrectHint', { copies: filing.copies })}</p>
      <TextField
        name="copies"
        label={t('copiesCorrectTo')}
        isRequired
        isHalf
        maxLength={3}
        value={value.copies}
        onChange={(copies) => set({ copies })}
      />
      <ReasonField value={value.reason} onChange={(reason) => set({ reason })} />
    </FormDialog>
  );
}

export function WaiveDialog({ detail, onDone, onCancel }: OfDocument) {
  const { t } = useText(copiesText);
  const { summary } = detail;
  const form = useDialogForm<{ readonly reason: string }, DocumentSummary>({
    initial: { reason: '' },
    check: ({ reason }) =>
      saidLength(reason) >= REASON_LENGTH
        ? []
        : [{ code: 'copies.waiverReasonTooShort', field: 'reason', params: { least: REASON_LENGTH } }],
    write: ({ reason }) => client.copies.waive({ documentId: summary.id, version: summary.version, reason }),
    onDone,
  });
  return (
    <FormDialog title={t('copiesWaiveTitle')} confirm={t('copiesWaive')} form={form} onCancel={onCancel}>
      <p className="form-note">{t('copiesWaiveHint', { missing: summary.copiesMissing })}</p>
      <ReasonField value={form.value.reason} onChange={(reason) => form.set({ reason })} />
    </FormDialog>
  );
}

function ReasonField(props: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { t } = useText(copiesText);
  return <TextField name="reason" label={t('copiesReason')} isRequired isLong maxLength={500} {...props} />;
}
