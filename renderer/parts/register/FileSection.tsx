/** Number, title, type, division, people and days of the document. */

import { ANNEX_TYPES, DOC_TYPES, docTypeOfTitle } from '../../../electron/domain/docType.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { useTerms } from '../../text/terms.ts';
import { Combo } from '../Combo.tsx';
import { DivisionSelect } from '../DivisionSelect.tsx';
import { Field } from '../Field.tsx';
import { useForm } from './FormContext.ts';
import { DateField, PersonField, TextField, TitleField } from './fields.tsx';
import { NumberField } from './NumberField.tsx';
import { withNumberWrittenRight } from './registerForm.ts';

const TYPES = [...DOC_TYPES, ...ANNEX_TYPES].map((type) => ({ value: type, label: type }));

export function FileSection() {
  const { t } = useText(registerText);
  const terms = useTerms();
  const { form, amendedId, set, setRead, setForm, problems, leave, meanwhile } = useForm();
  const { input } = form;
  const type = docTypeOfTitle(input.title);
  const typeHint = type === undefined ? t('docTypeUnknown') : t('docTypeIs', { docType: type });
  return (
    <>
      <h2 className="section">{t('sectionFile')}</h2>
      <NumberField
        value={input.docNumberRaw}
        typedNumber={form.typedNumber}
        isUnnumbered={input.isUnnumbered}
        exceptId={amendedId}
        problems={problems('docNumberRaw')}
        onChange={(docNumberRaw) => set({ docNumberRaw })}
        onUnnumbered={(isUnnumbered) => set({ isUnnumbered })}
        onBlur={() => {
          setForm(withNumberWrittenRight);
          leave('docNumberRaw');
        }}
      />
      <TitleField span={4} isRequired hint={input.title.trim() === '' ? undefined : typeHint} />
      <Field
        name="draftingDivisionId"
        label={terms('field.draftingDivisionId')}
        isRequired
        span={2}
        problems={problems('draftingDivisionId')}
        hint={meanwhile('draftingDivisionId')}
      >
        {(control) => (
          <DivisionSelect
            {...control}
            value={input.draftingDivisionId}
            unread={form.unread.draftingDivisionId}
            onChange={(divisionId, unread) => setRead('draftingDivisionId', divisionId, unread)}
            onBlur={() => leave('draftingDivisionId')}
          />
        )}
      </Field>
      <PersonField name="drafter" />
      <PersonField name="signer" isRequired />
      <DateField name="signedOn" isRequired />
      <DateField name="printedOn" />
      <Field name="docType" label={terms('field.docType')} problems={problems('docType')}>
        {(control) => (
          <Combo
            {...control}
            value={input.docType}
            options={TYPES}
            unread={form.unread.docType}
            onChange={(docType, unread) => {
              setForm((before) => ({ ...before, isTypeChosen: docType !== '' || unread !== undefined }));
              setRead('docType', docType, unread);
            }}
            onBlur={() => leave('docType')}
            isStrict
          />
        )}
      </Field>
      <DateField name="writtenOn" />
      <Field name="annexes" label={terms('field.annexes')} span={2} problems={problems('annexes')}>
        {(control) => (
          <input
            {...control}
            className="in"
            autoComplete="off"
            placeholder={t('annexesHint')}
            value={form.annexText}
            onChange={(event) => setForm((before) => ({ ...before, annexText: event.target.value }))}
            onBlur={() => leave('annexes')}
          />
        )}
      </Field>
      <TextField name="remarkNote" span={2} />
    </>
  );
}
