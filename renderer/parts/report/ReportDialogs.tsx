/** Dialogues of the annual report: another figure than the registry's, signature, corrected edition, publication. */

import type { AnnualReportRecord, ReportEdition, ReportFigure } from '../../../electron/contract/reports.ts';
import { readFigure, writeFigure } from '../../../electron/domain/annualReport/figure.ts';
import type { ReportCell, ReportLayout } from '../../../electron/domain/annualReport/layout.ts';
import { brokenOnFigures, cellParams, type TypedFigure } from '../../../electron/domain/annualReport/rules.ts';
import { isBlank } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Done = { readonly onDone: () => void; readonly onCancel: () => void };

type FigureProps = {
  readonly layout: ReportLayout;
  readonly cell: ReportCell;
  readonly figure: ReportFigure;
  readonly value: number | null;
  readonly sourceNote: string;
  readonly onType: (figure: TypedFigure) => void;
  readonly onCancel: () => void;
};

/** A figure in the place of the registry's count or of a sum: with its source, and its reason where the registry counts. */
export function FigureDialog({ layout, cell, figure, value, sourceNote, onType, onCancel }: FigureProps) {
  const { t } = useText(reportText);
  const terms = useTerms();
  const { registryValue } = figure;
  const isCounted = registryValue !== null;
  const typedOf = (entry: { text: string; source: string; reason: string }): TypedFigure => ({
    key: cell.key,
    value: readFigure(entry.text, cell.kind) ?? Number.NaN,
    sourceNote: entry.source,
    overrideReason: entry.reason,
  });
  const form = useDialogForm({
    initial: {
      text: value === null ? '' : writeFigure(value, cell.kind),
      source: figure.sourceNote || sourceNote,
      reason: figure.overrideReason,
    },
    check: (entry) =>
      brokenOnFigures(layout, [typedOf(entry)], { [cell.key]: registryValue }).map((broken) => ({
        ...broken,
        field: FIELDS[broken.code] ?? 'text',
      })),
    write: async (entry) => onType(typedOf(entry)),
    onDone: onCancel,
  });
  const place = terms('report.place', { ...cellParams(cell) });
  return (
    <FormDialog title={t('changeTitle')} confirm={t('save')} form={form} onCancel={onCancel}>
      <p className="form-note">
        {place}
        {isCounted && t('registryHas', { value: writeFigure(registryValue, cell.kind) })}
      </p>
      <TextField
        name="text"
        label={t('newValue')}
        isRequired
        value={form.value.text}
        onChange={(text) => form.set({ text })}
      />
      <TextField
        name="source"
        label={t('origin')}
        isRequired={!isCounted}
        maxLength={300}
        value={form.value.source}
        onChange={(source) => form.set({ source })}
      />
      {isCounted && (
        <TextField
          name="reason"
          label={t('overrideReason')}
          isRequired
          isLong
          maxLength={1000}
          value={form.value.reason}
          onChange={(reason) => form.set({ reason })}
        />
      )}
    </FormDialog>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  'report.sourceMissing': 'source',
  'report.overrideReasonMissing': 'reason',
};

type EditionProps = Done & { readonly edition: ReportEdition };

export function SignReportDialog({ edition, onDone, onCancel }: EditionProps) {
  const { t } = useText(reportText);
  const { id, version, year } = edition;
  const form = useDialogForm<{ readonly password: string }, AnnualReportRecord>({
    initial: { password: '' },
    check: ({ password }) => (password === '' ? [{ code: 'password.missing', field: 'password' }] : []),
    write: ({ password }) => client.reports.sign({ id, version, password }),
    onDone,
  });
  return (
    <FormDialog title={t('signTitle', { year })} confirm={t('sign')} form={form} onCancel={onCancel}>
      <p className="form-note warn">{t('signHint')}</p>
      <OtherProblems form={form} fields={['password']} />
      <TextField
        name="password"
        label={t('password')}
        isRequired
        type="password"
        autoComplete="current-password"
        value={form.value.password}
        onChange={(password) => form.set({ password })}
      />
    </FormDialog>
  );
}

/** Findings of the engine that belong to no field of the dialogue. */
function OtherProblems({
  form,
  fields,
}: {
  readonly form: {
    readonly broken: readonly { code: string; field: string; params?: Readonly<Record<string, string | number>> }[];
  };
  readonly fields: readonly string[];
}) {
  const terms = useTerms();
  const others = form.broken.filter(({ field }) => !fields.includes(field));
  if (others.length === 0) return null;
  return (
    <ul className="form-note wrong" role="alert">
      {others.map(({ code, field, params }) => (
        <li key={`${code}${field}`}>{terms(code, params)}</li>
      ))}
    </ul>
  );
}

export function CorrectReportDialog({ edition, onDone, onCancel }: EditionProps) {
  const { t } = useText(reportText);
  const form = useDialogForm<{ readonly reason: string }, AnnualReportRecord>({
    initial: { reason: '' },
    check: ({ reason }) => (isBlank(reason) ? [{ code: 'report.correctionReasonMissing', field: 'reason' }] : []),
    write: ({ reason }, id) => client.reports.correct({ id, correctsId: edition.id, reason }),
    onDone,
  });
  return (
    <FormDialog title={t('correctTitle')} confirm={t('confirm')} form={form} onCancel={onCancel}>
      <p className="form-note">{t('correctHint')}</p>
      <TextField
        name="reason"
        label={t('correctReason')}
        isRequired
        isLong
        maxLength={1000}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}

export function PostReportDialog({ edition, onDone, onCancel }: EditionProps) {
  const { t } = useText(reportText);
  const { today } = useSeat().state;
  const form = useDialogForm<{ readonly postedOn: Day | null; readonly url: string }, AnnualReportRecord>({
    initial: { postedOn: today, url: '' },
    check: ({ postedOn, url }) => [
      ...(postedOn === null ? [{ code: 'report.postedOnBad', field: 'postedOn' }] : []),
      ...(/^https?:\/\/\S+$/.test(url.trim()) ? [] : [{ code: 'report.urlBad', field: 'url' }]),
    ],
    write: ({ postedOn, url }) => client.reports.post({ reportId: edition.id, postedOn: postedOn ?? today, url }),
    onDone,
  });
  return (
    <FormDialog title={t('postTitle')} confirm={t('confirm')} form={form} onCancel={onCancel}>
      <DayEntry
        name="postedOn"
        label={t('postedOn')}
        isRequired
        isHalf
        value={form.value.postedOn}
        onChange={(postedOn) => form.set({ postedOn })}
      />
      <TextField
        name="url"
        label={t('url')}
        isRequired
        type="url"
        maxLength={500}
        value={form.value.url}
        onChange={(url) => form.set({ url })}
      />
    </FormDialog>
  );
}
