/** One step of a request: its day, what it asks for, and everything that stands in its way at once. */

import { useQuery } from '@tanstack/react-query';
import type { RequestDetail } from '../../../electron/contract/requests.ts';
import { requestFee } from '../../../electron/domain/requestFee.ts';
import { orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { EvidenceField } from '../form/EvidenceField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { DivisionEntry } from '../form/ListEntry.tsx';
import { type DialogForm, useDialogForm } from '../form/useDialogForm.ts';
import {
  brokenInForm,
  CHOICES,
  type FieldName,
  fieldsOf,
  initialValues,
  isRequired,
  LONG_TEXTS,
  type PlainStep,
  type StepValues,
  takeStep,
} from './stepForm.ts';

type Props = {
  readonly step: PlainStep;
  readonly detail: RequestDetail;
  readonly consultationId?: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const DANGEROUS: readonly PlainStep[] = ['voided', 'abandoned', 'withdrawn'];

export function StepDialog({ step, detail, consultationId, onDone, onCancel }: Props) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { state } = useSeat();
  const form = useDialogForm<StepValues, RequestDetail>({
    initial: initialValues(step, detail, state.today, consultationId),
    check: (values) => brokenInForm(step, values),
    write: (values, id) => takeStep(step, values, detail, id),
    onDone,
  });
  const fields = fieldsOf(step, form.value);
  const elsewhere = form.broken.filter(({ field }) => field !== 'on' && !fields.some((name) => name === field));
  return (
    <FormDialog
      title={terms(`requestStep.${step}`)}
      confirm={terms(`requestStep.${step}`)}
      form={form}
      onCancel={onCancel}
      isDanger={DANGEROUS.includes(step)}
    >
      <p className="doc-named">
        <span className="number">{detail.summary.registerNumber}</span> {detail.summary.subject}
      </p>
      {elsewhere.length > 0 && (
        <div className="form-note wrong" role="alert">
          {elsewhere.map(({ code, params }) => (
            <p key={code}>{terms(code, params)}</p>
          ))}
        </div>
      )}
      {fields.map((name) => (
        <StepField key={name} name={name} step={step} detail={detail} form={form} />
      ))}
      <DayEntry name="on" label={t('on')} isRequired isHalf value={form.value.on} onChange={(on) => form.set({ on })} />
      {step === 'feeAsked' && <Amount values={form.value} />}
    </FormDialog>
  );
}

type FieldProps = {
  readonly name: FieldName;
  readonly step: PlainStep;
  readonly detail: RequestDetail;
  readonly form: DialogForm<StepValues>;
};

function StepField({ name, step, detail, form }: FieldProps) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const label = isOwnLabel(name) ? t(name) : terms(`field.${name}`);
  const common = { name, label, isRequired: isRequired(name, step) };
  if (name === 'evidence')
    return <EvidenceField file={form.value.evidence} onFile={(evidence) => form.set({ evidence })} />;
  if (name === 'replyBy' || name === 'until') {
    const hint = name === 'replyBy' ? t('replyByHint') : undefined;
    return (
      <DayEntry {...common} isHalf hint={hint} value={form.value[name]} onChange={(day) => form.set({ [name]: day })} />
    );
  }
  const value = form.value[name];
  const set = (next: string) => form.set({ [name]: next });
  if (name === 'divisionId') return <DivisionEntry {...common} value={value} onChange={set} />;
  if (name === 'otherId') return <OtherRequest {...common} detail={detail} step={step} value={value} onChange={set} />;
  if (name === 'consultationId' || name === 'caseId' || name === 'cause') {
    return (
      <ChoiceField {...common} value={value} onChange={set} options={optionsOf(name, detail, terms, t('caseNew'))} />
    );
  }
  const choice = CHOICES[name];
  if (choice) {
    const options = choice.values.map((each) => ({ value: each, label: terms(`${choice.prefix}.${each}`) }));
    return <RadioField {...common} hint={hintOf(name, detail, t)} value={value} onChange={set} options={options} />;
  }
  return (
    <TextField
      {...common}
      hint={hintOf(name, detail, t)}
      isLong={LONG_TEXTS.includes(name)}
      isHalf={name === 'count' || name === 'workingDays'}
      maxLength={LONG_TEXTS.includes(name) ? 4000 : 200}
      value={value}
      onChange={set}
    />
  );
}

/** Named otherwise here than the field of that name elsewhere. */
function isOwnLabel(name: FieldName): name is 'basis' | 'until' | 'answer' | 'party' | 'caseId' | 'opening' {
  return ['basis', 'until', 'answer', 'party', 'caseId', 'opening'].includes(name);
}

type Words = ReturnType<typeof useText<keyof typeof requestText.zh>>['t'];

function hintOf(name: FieldName, detail: RequestDetail, t: Words): string | undefined {
  if (name === 'workingDays') return t('extensionHint', { left: detail.extensionLeft });
  if (name === 'basis') return t('feeHint', { count: detail.itemsInMonth });
  if (name === 'way') return t('mailHint');
  if (name === 'opening') return t('openingHint');
  return name === 'answer' ? t('silentHint') : undefined;
}

function optionsOf(name: FieldName, detail: RequestDetail, terms: (code: string) => string, isNew: string) {
  if (name === 'cause') {
    const cause = detail.summary.state === 'feeDue' ? 'feeUnpaid' : 'notCorrected';
    return [{ value: cause, label: terms(`abandonCause.${cause}`) }];
  }
  if (name === 'caseId') {
    const known = new Map(
      detail.events.flatMap(({ step }) => (step.kind === 'remedy' ? [[step.caseId, step] as const] : [])),
    );
    return [
      { value: '', label: isNew },
      ...[...known].map(([value, each]) => ({ value, label: `${terms(`remedy.${each.remedy}`)} ${each.reference}` })),
    ];
  }
  return detail.consultations
    .filter(({ answeredOn }) => answeredOn === null)
    .map((held) => ({ value: held.consultationId, label: `${terms(`consultedParty.${held.party}`)} ${held.name}` }));
}

type OtherProps = {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly detail: RequestDetail;
  readonly step: PlainStep;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Merging offers the applicant's own open requests, relating any of the latest. */
function OtherRequest({ detail, step, ...field }: OtherProps) {
  const { t } = useText(requestText);
  const filter = step === 'merged' ? { state: 'open' as const, query: detail.input.applicantName } : {};
  const asked = useQuery(orpc.requests.list.queryOptions({ input: { filter, offset: 0, limit: 200 } }));
  const options = (asked.data?.rows ?? [])
    .filter(({ id }) => id !== detail.summary.id)
    .map(({ id, registerNumber, subject }) => ({ value: id, label: `${registerNumber} ${subject}` }));
  return <ChoiceField {...field} options={options} empty={t('chooseRequest')} />;
}

function Amount({ values }: { readonly values: StepValues }) {
  const { t } = useText(requestText);
  const count = /^\d{1,5}$/.test(values.count) ? Number(values.count) : 0;
  const yuan = requestFee(values.basis === 'page' ? 'page' : 'item', count);
  return (
    <p className="request-amount" role="status">
      {yuan > 0 ? t('feeAmount', { yuan }) : t('feeNone')}
    </p>
  );
}
