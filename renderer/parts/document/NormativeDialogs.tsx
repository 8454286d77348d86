/** Records the filing of a normative document with the government, and changes of its validity. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { type Day, formatDay } from '../../../electron/domain/day.ts';
import {
  brokenOnNormativeFiling,
  brokenOnValidity,
  issuedOnOf,
  VALIDITY_STATUSES,
  type ValidityStatus,
} from '../../../electron/domain/normative.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { normativeText } from '../../text/normative.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { ListEntry } from '../form/ListEntry.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

type Filing = {
  readonly reportedOn: Day | null;
  readonly receivingBody: string;
  readonly number: string;
  readonly receiptOn: Day | null;
  readonly acknowledgement: string;
  readonly lateReason: string;
  readonly correctionReason: string;
};

export function FileNormativeDialog({ detail, onDone, onCancel }: Props) {
  const { t, language } = useText(normativeText);
  const { state } = useSeat();
  const { summary, publications, duties } = detail;
  const last = detail.normativeFilings.at(-1);
  const publishedOn = publications.map(({ postedOn }) => postedOn).toSorted()[0] ?? null;
  const dueOn = duties.find(({ rule }) => rule === 'normativeFiling')?.dueOn;
  const form = useDialogForm<Filing, DocumentDetail>({
    initial: {
      reportedOn: last?.reportedOn ?? state.today,
      receivingBody: last?.receivingBody ?? '',
      number: last?.number ?? '',
      receiptOn: last?.receiptOn ?? null,
      acknowledgement: last?.acknowledgement ?? '',
      lateReason: last?.lateReason ?? '',
      correctionReason: '',
    },
    check: (value) =>
      brokenOnNormativeFiling(value, {
        isNormative: summary.isNormative,
        ...{ publishedOn, dueOn, isCorrection: last !== undefined, today: state.today },
      }),
    write: (value, id) =>
      client.normative.file({
        ...value,
        id,
        documentId: summary.id,
        reportedOn: value.reportedOn ?? state.today,
        correctsId: last?.id ?? null,
      }),
    onDone,
  });
  const { value, set } = form;
  const isLate = dueOn !== undefined && value.reportedOn !== null && value.reportedOn > dueOn;
  return (
    <FormDialog title={t('fileTitle')} confirm={t(last ? 'complete' : 'file')} form={form} onCancel={onCancel}>
      {dueOn && <p className="form-note">{t('fileHint', { dueOn: formatDay(dueOn, language) })}</p>}
      <DayEntry
        name="reportedOn"
        label={t('reportedOn')}
        isRequired
        isHalf
        value={value.reportedOn}
        onChange={(reportedOn) => set({ reportedOn })}
      />
      <TextField
        name="receivingBody"
        label={t('receivingBody')}
        isRequired
        maxLength={200}
        value={value.receivingBody}
        onChange={(receivingBody) => set({ receivingBody })}
      />
      <TextField
        name="number"
        label={t('number')}
        isRequired
        maxLength={200}
        value={value.number}
        onChange={(number) => set({ number })}
      />
      <DayEntry
        name="receiptOn"
        label={t('receiptOn')}
        isHalf
        value={value.receiptOn}
        onChange={(receiptOn) => set({ receiptOn })}
      />
      <TextField
        name="acknowledgement"
        label={t('acknowledgement')}
        isHalf
        maxLength={200}
        value={value.acknowledgement}
        onChange={(acknowledgement) => set({ acknowledgement })}
      />
      {isLate && (
        <TextField
          name="lateReason"
          label={t('lateReason')}
          isRequired
          maxLength={500}
          value={value.lateReason}
          onChange={(lateReason) => set({ lateReason })}
        />
      )}
      {last && (
        <TextField
          name="correctionReason"
          label={t('correctionReason')}
          isRequired
          maxLength={500}
          value={value.correctionReason}
          onChange={(correctionReason) => set({ correctionReason })}
        />
      )}
    </FormDialog>
  );
}

type Validity = {
  readonly status: string;
  readonly effectiveOn: Day | null;
  readonly basis: string;
  readonly reason: string;
  readonly successorId: string;
};

export function ValidityDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(normativeText);
  const terms = useTerms();
  const { state } = useSeat();
  const { summary } = detail;
  // The entries come in their order, which is all that two of one day are told apart by.
  const changes = detail.validityChanges.map(({ status, effectiveOn }, at) => ({
    ...{ status, effectiveOn },
    enteredAt: String(at).padStart(6, '0'),
  }));
  const form = useDialogForm<Validity, DocumentDetail>({
    initial: { status: '', effectiveOn: state.today, basis: '', reason: '', successorId: '' },
    check: (value) =>
      brokenOnValidity(value, { isNormative: summary.isNormative, issuedOn: issuedOnOf(summary), changes }),
    write: ({ successorId, status, effectiveOn, ...value }, id) =>
      client.normative.changeValidity({
        ...value,
        id,
        documentId: summary.id,
        status: status as ValidityStatus,
        effectiveOn: effectiveOn ?? state.today,
        successorId: successorId || null,
      }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('validityTitle')} confirm={t('changeValidity')} form={form} onCancel={onCancel}>
      <RadioField
        name="status"
        label={t('status')}
        isRequired
        value={value.status}
        onChange={(status) => set({ status })}
        options={VALIDITY_STATUSES.filter((status) => status !== summary.validity).map((status) => ({
          value: status,
          label: terms(`validity.${status}`),
        }))}
      />
      <DayEntry
        name="effectiveOn"
        label={t('effectiveOn')}
        hint={t('effectiveHint')}
        isRequired
        value={value.effectiveOn}
        onChange={(effectiveOn) => set({ effectiveOn })}
      />
      <TextField
        name="basis"
        label={t('basis')}
        hint={t('basisHint')}
        isRequired={value.status !== 'valid'}
        maxLength={500}
        value={value.basis}
        onChange={(basis) => set({ basis })}
      />
      <Successor exceptId={summary.id} value={value.successorId} onChange={(successorId) => set({ successorId })} />
      <TextField
        name="reason"
        label={t('reason')}
        isRequired={value.status === 'valid'}
        isLong
        maxLength={2000}
        value={value.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}

/** As many normative documents as a bureau has; found by typing number, title or pinyin. */
const MOST_SUCCESSORS = 500;

type SuccessorProps = {
  readonly exceptId: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function Successor({ exceptId, value, onChange }: SuccessorProps) {
  const { t } = useText(normativeText);
  const [sort] = useState({ by: 'signedOn', direction: 'desc' } as const);
  const found = useQuery(
    orpc.documents.list.queryOptions({
      input: { filter: { isNormative: true }, sort, offset: 0, limit: MOST_SUCCESSORS },
    }),
  );
  const options = (found.data?.rows ?? [])
    .filter(({ id }) => id !== exceptId)
    .map(({ id, docNumber, title }) => ({ value: id, label: [docNumber, title].filter(Boolean).join(' ') }));
  return (
    <ListEntry
      name="successorId"
      label={t('successor')}
      hint={t('successorHint')}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
