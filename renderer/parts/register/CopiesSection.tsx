/** The paper copies that came with the document, who brought them and where they are kept. */

import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { useTerms } from '../../text/terms.ts';
import { Combo } from '../Combo.tsx';
import { CopiesField } from '../CopiesField.tsx';
import { Field } from '../Field.tsx';
import { useForm } from './FormContext.ts';

export function CopiesSection({ required }: { readonly required: number }) {
  const { t } = useText(registerText);
  const { form, setForm, problems } = useForm();
  return (
    <>
      <h2 className="section">{t('sectionCopies')}</h2>
      <Field
        name="copies"
        label={t('copiesLabel', { received: form.copies, required })}
        span={4}
        problems={problems('copies')}
      >
        {(control) => (
          <CopiesField
            {...control}
            required={required}
            value={form.copies}
            onChange={(copies) => setForm((before) => ({ ...before, copies }))}
          />
        )}
      </Field>
      <UsedField name="deliveredBy" isRequired={form.copies > 0} />
      <UsedField name="location" isRequired={false} />
    </>
  );
}

type UsedProps = { readonly name: 'deliveredBy' | 'location'; readonly isRequired: boolean };

function UsedField({ name, isRequired }: UsedProps) {
  const terms = useTerms();
  const { form, setForm, problems, leave } = useForm();
  const { draftingDivisionId } = form.input;
  const divisionId = name === 'deliveredBy' && draftingDivisionId !== '' ? draftingDivisionId : null;
  const used = useQuery(
    orpc.documents.suggestions.queryOptions({ input: { field: name, divisionId }, staleTime: 60_000 }),
  );
  return (
    <Field name={name} label={terms(`field.${name}`)} isRequired={isRequired} problems={problems(name)}>
      {(control) => (
        <Combo
          {...control}
          value={form[name]}
          options={(used.data ?? []).map((value) => ({ value, label: value }))}
          onChange={(value) => setForm((before) => ({ ...before, [name]: value }))}
          onBlur={() => leave(name)}
        />
      )}
    </Field>
  );
}
