/** Enters the interpretation of a document (政策解读). */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { type Day, formatDay } from '../../../electron/domain/day.ts';
import { brokenOnInterpreting, INTERPRETATION_FORMS } from '../../../electron/domain/publication.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

type Interpretation = {
  readonly title: string;
  readonly form: string;
  readonly url: string;
  readonly postedOn: Day | null;
};

export function InterpretDialog({ detail, onDone, onCancel }: Props) {
  const { t, language } = useText(publicationText);
  const terms = useTerms();
  const { state } = useSeat();
  const { summary } = detail;
  const due = detail.duties.find(({ rule }) => rule === 'interpretation');
  const form = useDialogForm<Interpretation, DocumentDetail>({
    initial: { title: t('interpretProposed', { title: summary.title }), form: '', url: '', postedOn: state.today },
    check: (value) => brokenOnInterpreting({ ...value, url: value.url.trim() }, { ...summary, today: state.today }),
    write: (value, id) =>
      client.publications.interpret({
        ...value,
        id,
        documentId: summary.id,
        url: value.url.trim(),
        postedOn: value.postedOn ?? state.today,
      }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('interpretTitle')} confirm={t('interpretConfirm')} form={form} onCancel={onCancel}>
      {due && <p className="form-note">{t('interpretHint', { dueOn: formatDay(due.dueOn, language) })}</p>}
      <TextField
        name="title"
        label={t('interpretName')}
        isRequired
        maxLength={500}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <RadioField
        name="form"
        label={t('interpretForm')}
        isRequired
        value={value.form}
        onChange={(chosen) => set({ form: chosen })}
        options={INTERPRETATION_FORMS.map((name) => ({ value: name, label: terms(`interpretationForm.${name}`) }))}
      />
      <TextField
        name="url"
        label={t('interpretUrl')}
        hint={t('urlHint')}
        isRequired
        type="url"
        maxLength={2000}
        value={value.url}
        onChange={(url) => set({ url })}
      />
      <DayEntry
        name="postedOn"
        label={t('interpretOn')}
        isRequired
        isHalf
        value={value.postedOn}
        onChange={(postedOn) => set({ postedOn })}
      />
    </FormDialog>
  );
}
