/** Registers a request from the keyboard, or amends one: who asks for what, through which channel, received when. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestDetail, RequestInputRecord } from '../../../electron/contract/requests.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { type Day, formatDay } from '../../../electron/domain/day.ts';
import { WANTED_FORMS } from '../../../electron/domain/foiRequest.ts';
import { APPLICANT_KINDS } from '../../../electron/domain/replyKind.ts';
import { needsConfirmation, REQUEST_CHANNELS, receivedOn } from '../../../electron/domain/requestClock.ts';
import { brokenOnRequest } from '../../../electron/domain/requestRegistering.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { type DialogForm, useDialogForm } from '../form/useDialogForm.ts';

type Values = Omit<RequestInputRecord, 'arrivedOn'> & {
  readonly arrivedOn: Day | null;
  readonly reasonForChange: string;
};

type Props = {
  /** The request to be amended; a new one without it. */
  readonly detail?: RequestDetail;
  readonly onDone: (detail: RequestDetail) => void;
  readonly onCancel: () => void;
};

function emptyInput(today: Day): Values {
  return {
    ...{ applicantKind: 'naturalPerson', applicantName: '', contact: '', address: '', subject: '', content: '' },
    ...{ wantedForm: 'any', channel: 'internet', arrivedOn: today, confirmedOn: null, externalNumber: '' },
    ...{ documentId: null, note: '', reasonForChange: '' },
  };
}

export function RegisterDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { state } = useSeat();
  const form = useDialogForm<Values, RequestDetail>({
    initial: detail ? { ...detail.input, reasonForChange: '' } : emptyInput(state.today),
    check: (values) => brokenIn(values, detail !== undefined, state.today),
    write: ({ reasonForChange, ...values }, id) => {
      const input = { ...values, arrivedOn: values.arrivedOn ?? state.today };
      if (!detail) return client.requests.register({ ...input, id });
      const { id: requestId, version } = detail.summary;
      return client.requests.amend({ ...input, id: requestId, version, reasonForChange });
    },
    onDone,
  });
  const { value, set } = form;
  const text = (name: 'applicantName' | 'contact' | 'address' | 'externalNumber') => ({
    name,
    label: terms(`field.${name}`),
    isHalf: true,
    maxLength: name === 'applicantName' ? 200 : name === 'externalNumber' ? 100 : 500,
    value: value[name],
    onChange: (next: string) => set({ [name]: next }),
  });
  return (
    <FormDialog
      title={t(detail ? 'amendTitle' : 'registerTitle')}
      confirm={t(detail ? 'dialogConfirm' : 'registerConfirm')}
      form={form}
      onCancel={onCancel}
      width={820}
    >
      <TextField {...text('applicantName')} isRequired />
      <ChoiceField
        name="applicantKind"
        label={terms('field.applicantKind')}
        isRequired
        isHalf
        value={value.applicantKind}
        onChange={(kind) => set({ applicantKind: kind as Values['applicantKind'] })}
        options={APPLICANT_KINDS.map((kind) => ({ value: kind, label: terms(`applicant.${kind}`) }))}
      />
      <TextField {...text('contact')} />
      <TextField {...text('address')} />
      <TextField
        name="subject"
        label={terms('field.subject')}
        hint={t('subjectHint')}
        isRequired
        maxLength={500}
        value={value.subject}
        onChange={(subject) => set({ subject })}
      />
      <TextField
        name="content"
        label={terms('field.content')}
        isLong
        maxLength={4000}
        value={value.content}
        onChange={(content) => set({ content })}
      />
      <RadioField
        name="channel"
        label={terms('field.requestChannel')}
        isRequired
        value={value.channel}
        onChange={(channel) => set({ channel: channel as Values['channel'], confirmedOn: null })}
        options={REQUEST_CHANNELS.map((channel) => ({ value: channel, label: terms(`requestChannel.${channel}`) }))}
      />
      <DayEntry
        name="arrivedOn"
        label={terms('field.arrivedOn')}
        hint={<Receipt values={value} />}
        isRequired
        isHalf
        value={value.arrivedOn}
        onChange={(arrivedOn) => set({ arrivedOn })}
      />
      {needsConfirmation(value.channel) && (
        <DayEntry
          name="confirmedOn"
          label={terms('field.confirmedOn')}
          hint={value.confirmedOn === null ? t('receiptUnknown') : undefined}
          isHalf
          value={value.confirmedOn}
          onChange={(confirmedOn) => set({ confirmedOn })}
        />
      )}
      <ChoiceField
        name="wantedForm"
        label={terms('field.wantedForm')}
        isHalf
        value={value.wantedForm}
        onChange={(wanted) => set({ wantedForm: wanted as Values['wantedForm'] })}
        options={WANTED_FORMS.map((wanted) => ({ value: wanted, label: terms(`wantedForm.${wanted}`) }))}
      />
      <TextField {...text('externalNumber')} />
      <DocumentChoice form={form} known={detail?.document ?? null} />
      <TextField
        name="note"
        label={terms('field.note')}
        maxLength={4000}
        value={value.note}
        onChange={(note) => set({ note })}
      />
      {detail && (
        <TextField
          name="reasonForChange"
          label={terms('field.reasonForChange')}
          isRequired
          maxLength={500}
          value={value.reasonForChange}
          onChange={(reasonForChange) => set({ reasonForChange })}
        />
      )}
    </FormDialog>
  );
}

function brokenIn({ arrivedOn, reasonForChange, ...entry }: Values, isAmended: boolean, today: Day): readonly Broken[] {
  const missing = (field: string) => ({ code: 'request.fieldMissing', field });
  return [
    ...(arrivedOn === null ? [missing('arrivedOn')] : brokenOnRequest({ ...entry, arrivedOn }, today)),
    ...(isAmended && reasonForChange.trim() === '' ? [missing('reasonForChange')] : []),
  ];
}

/** What follows from channel and days, before anything is saved. */
function Receipt({ values: { arrivedOn, channel, confirmedOn } }: { readonly values: Values }) {
  const { t, language } = useText(requestText);
  const on = arrivedOn === null ? undefined : receivedOn({ channel, arrivedOn, confirmedOn });
  const due = useQuery(
    orpc.duties.preview.queryOptions({
      input: { from: on ?? ('2019-05-15' as Day), rule: 'requestReply' },
      enabled: on !== undefined,
    }),
  );
  if (on === undefined || !due.data) return null;
  return t('receiptHint', { day: formatDay(on, language), dueOn: formatDay(due.data.dueOn, language) });
}

const MOST_FOUND = 20;

/** The registered document that the request asks for, found by its number or title. */
function DocumentChoice({
  form,
  known,
}: {
  readonly form: DialogForm<Values>;
  readonly known: RequestDetail['document'];
}) {
  const { t } = useText(requestText);
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState(known);
  const asked = useQuery(
    orpc.documents.list.queryOptions({
      input: { filter: { query }, sort: { by: 'signedOn', direction: 'desc' }, offset: 0, limit: MOST_FOUND },
      enabled: query.trim().length > 1,
    }),
  );
  const found = (query.trim().length > 1 ? (asked.data?.rows ?? []) : []).filter(({ id }) => id !== picked?.id);
  const label = ({ docNumber, title }: { readonly docNumber: string | null; readonly title: string }) =>
    `${docNumber ?? ''} ${title}`.trim();
  return (
    <>
      <TextField
        name="documentQuery"
        label={t('documentQuery')}
        hint={t('documentQueryHint')}
        isHalf
        value={query}
        onChange={setQuery}
      />
      <ChoiceField
        name="documentId"
        label={t('fact.document')}
        isHalf
        value={form.value.documentId ?? ''}
        onChange={(id) => {
          const row = found.find((each) => each.id === id);
          if (row) setPicked({ id: row.id, docNumber: row.docNumber, title: row.title, attribute: row.attribute });
          form.set({ documentId: id === '' ? null : id });
        }}
        options={[
          ...(picked ? [{ value: picked.id, label: label(picked) }] : []),
          ...found.map((row) => ({ value: row.id, label: label(row) })),
        ]}
        empty={t('documentNone')}
      />
    </>
  );
}
