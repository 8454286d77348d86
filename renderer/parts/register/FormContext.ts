/** What every section of the register form shares: the form, how to change it, what is broken in which field. */

import { createContext, useContext } from 'react';
import type { DocumentInputRecord } from '../../../electron/contract/documentInput.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { ReadFieldName, RegisterForm } from './registerForm.ts';

export type FormTools = {
  readonly form: RegisterForm;
  /** Id of the document that is amended; null while registering. */
  readonly amendedId: string | null;
  readonly set: (change: Partial<DocumentInputRecord>) => void;
  /** What a field understood, or the text that it did not. */
  readonly setRead: <Name extends ReadFieldName>(
    field: Name,
    value: DocumentInputRecord[Name],
    unread: string | undefined,
  ) => void;
  readonly setForm: (change: (form: RegisterForm) => RegisterForm) => void;
  /** Broken rules to show beside a field now. */
  readonly problems: (field: string) => readonly Broken[];
  readonly leave: (field: string) => void;
  /** What the registry holds meanwhile, where someone else changed the field. */
  readonly meanwhile: (field: string) => string | undefined;
};

export const FormContext = createContext<FormTools | undefined>(undefined);

export function useForm(): FormTools {
  const tools = useContext(FormContext);
  if (tools === undefined) throw new Error('outside the register form');
  return tools;
}
