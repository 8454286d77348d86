/** Registers a document, keyboard first, or amends one: everything that is broken at once, what follows beside it. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { client, orpc, refusalOf } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { RegisterFormCard } from '../parts/register/RegisterFormCard.tsx';
import { emptyForm, formOf, type RegisterForm, readDraft } from '../parts/register/registerForm.ts';
import './RegisterPage.css';

type Begun = { readonly form: RegisterForm; readonly restoredAt: string | undefined };

/** A draft of a document that was saved after all is done with. */
async function isRegistered(id: string): Promise<boolean> {
  try {
    await client.documents.get({ id });
    return true;
  } catch (error) {
    if (refusalOf(error)?.code === 'NOT_FOUND') return false;
    throw error;
  }
}

async function begin(draftKey: string, isAmending: boolean): Promise<Begun | null> {
  const draft = await client.documents.loadDraft({ form: draftKey });
  const form = draft === null ? undefined : readDraft(draft.body);
  if (draft === null || form === undefined) return null;
  if (isAmending || !(await isRegistered(form.id))) return { form, restoredAt: draft.savedAt };
  await client.documents.discardDraft({ form: draftKey });
  return null;
}

export function RegisterPage() {
  const { id } = useParams();
  return <Loaded key={id ?? 'new'} id={id} />;
}

function Loaded({ id }: { readonly id: string | undefined }) {
  const [visit] = useState(() => crypto.randomUUID());
  const draftKey = id === undefined ? 'register' : `amend:${id}`;
  const draft = useQuery({
    queryKey: ['begin', draftKey, visit],
    queryFn: () => begin(draftKey, id !== undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const amended = useQuery({
    ...orpc.documents.get.queryOptions({ input: { id: id ?? '' } }),
    queryKey: ['amended', id, visit],
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const settings = useQuery(orpc.registry.settings.queryOptions({ staleTime: 60_000 }));
  if (draft.data === undefined) return <PageState of={draft} />;
  if (settings.data === undefined) return <PageState of={settings} />;
  if (id !== undefined && amended.data === undefined) return <PageState of={amended} />;
  const fresh = amended.data === undefined ? emptyForm() : formOf(amended.data);
  return (
    <RegisterFormCard
      draftKey={draftKey}
      start={draft.data?.form ?? fresh}
      restoredAt={draft.data?.restoredAt}
      amended={amended.data}
      stored={settings.data}
    />
  );
}
