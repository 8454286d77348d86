/** The usual fields of the register form, bound to one value of the input each. */

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DocumentInputRecord } from '../../../electron/contract/documentInput.ts';
import { orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { useTerms } from '../../text/terms.ts';
import { Combo } from '../Combo.tsx';
import { DayField } from '../DayField.tsx';
import { Field } from '../Field.tsx';
import { useForm } from './FormContext.ts';
import type { DayFieldName } from './registerForm.ts';

type TextName = {
  [Name in keyof DocumentInputRecord]: DocumentInputRecord[Name] extends string ? Name : never;
}[keyof DocumentInputRecord];

type Placed = {
  readonly span?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly isRequired?: boolean;
  readonly hint?: ReactNode;
};

export function TextField({ name, hint, ...placed }: Placed & { readonly name: TextName }) {
  const terms = useTerms();
  const { form, set, problems, leave, meanwhile } = useForm();
  return (
    <Field
      {...placed}
      name={name}
      label={terms(`field.${name}`)}
      problems={problems(name)}
      hint={meanwhile(name) ?? hint}
    >
      {(control) => (
        <input
          {...control}
          className="in"
          autoComplete="off"
          value={form.input[name]}
          onChange={(event) => set({ [name]: event.target.value })}
          onBlur={() => leave(name)}
        />
      )}
    </Field>
  );
}

/** Grows with its text, so that the whole of it is seen; a line break that was copied along is taken out. */
export function TitleField({ hint, ...placed }: Placed) {
  const terms = useTerms();
  const { form, set, problems, leave, meanwhile } = useForm();
  return (
    <Field
      {...placed}
      name="title"
      label={terms('field.title')}
      problems={problems('title')}
      hint={meanwhile('title') ?? hint}
    >
      {(control) => (
        <textarea
          {...control}
          className="in grows"
          autoComplete="off"
          rows={1}
          value={form.input.title}
          onChange={(event) => set({ title: event.target.value.replace(/\s*\n\s*/gu, '') })}
          onBlur={() => leave('title')}
        />
      )}
    </Field>
  );
}

export function DateField({ name, ...placed }: Placed & { readonly name: DayFieldName }) {
  const { t } = useText(registerText);
  const { state } = useSeat();
  const { form, setRead, problems, leave, meanwhile } = useForm();
  return (
    <Field {...placed} name={name} label={t(`day.${name}`)} problems={problems(name)} hint={meanwhile(name)}>
      {(control) => (
        <DayField
          {...control}
          value={form.input[name]}
          unread={form.unread[name]}
          today={state.today}
          onChange={(day, unread) => setRead(name, day, unread)}
          onBlur={() => leave(name)}
        />
      )}
    </Field>
  );
}

type PersonProps = Placed & { readonly name: 'drafter' | 'signer' };

/** A person typed or taken from those named before. */
export function PersonField({ name, ...placed }: PersonProps) {
  const terms = useTerms();
  const { form, set, problems, leave, meanwhile } = useForm();
  const divisionId = name === 'drafter' && form.input.draftingDivisionId !== '' ? form.input.draftingDivisionId : null;
  const used = useQuery(
    orpc.documents.suggestions.queryOptions({ input: { field: name, divisionId }, staleTime: 60_000 }),
  );
  return (
    <Field {...placed} name={name} label={terms(`field.${name}`)} problems={problems(name)} hint={meanwhile(name)}>
      {(control) => (
        <Combo
          {...control}
          value={form.input[name]}
          options={(used.data ?? []).map((person) => ({ value: person, label: person }))}
          onChange={(person) => set({ [name]: person })}
          onBlur={() => leave(name)}
        />
      )}
    </Field>
  );
}
