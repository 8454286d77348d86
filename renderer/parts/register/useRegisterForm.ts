/** The state of the register form: what is entered, what is broken, what is kept as a draft, and the saving of it. */

import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { client, queryClient, refusalOf, untilAnswered } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { useTerms } from '../../text/terms.ts';
import { brokenIn } from '../Problem.tsx';
import type { FormTools } from './FormContext.ts';
import {
  changed,
  emptyForm,
  hasUnread,
  inputOf,
  nextForm,
  problemsOf,
  type RegisterForm,
  secretsOf,
  understood,
} from './registerForm.ts';
import { useDraft } from './useDraft.ts';

type Answer = { readonly document: DocumentSummary; readonly warnings: readonly Broken[] };

/** Texts that carry a mark of secrecy are emptied; the rest stays. */
function withoutSecrets(form: RegisterForm): RegisterForm | undefined {
  const marked = secretsOf(form).map(({ field }) => field);
  if (marked.length === 0) return undefined;
  const isMarked = (field: string) => marked.includes(field);
  const input = Object.fromEntries(
    Object.entries(form.input).map(([field, value]) => [field, isMarked(field) && field !== 'annexes' ? '' : value]),
  ) as RegisterForm['input'];
  return {
    ...form,
    input: {
      ...input,
      annexes: isMarked('annexes') ? [] : input.annexes,
      docType: isMarked('title') ? '' : input.docType,
    },
    annexText: isMarked('annexes') ? '' : form.annexText,
    typedNumber: isMarked('docNumberRaw') ? '' : form.typedNumber,
    unread: Object.fromEntries(Object.entries(form.unread).filter(([field]) => !isMarked(field))),
  };
}

export function useRegisterForm(
  draftKey: string,
  start: RegisterForm,
  isTouchedAtStart: boolean,
  amended?: DocumentDetail,
) {
  const { state } = useSeat();
  const terms = useTerms();
  const { t } = useText(registerText);
  const [form, setFormState] = useState(start);
  const [isTouched, setTouched] = useState(isTouchedAtStart);
  const [hasTried, setTried] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSecret, setSecret] = useState(false);
  const [version, setVersion] = useState(amended?.summary.version ?? 0);
  const [theirs, setTheirs] = useState<DocumentDetail>();
  const [refusedFor, setRefused] = useState<{ readonly form: RegisterForm; readonly broken: readonly Broken[] }>();
  const missing = useMemo(() => problemsOf(form, state.today, amended !== undefined), [form, state.today, amended]);
  const refused = refusedFor?.form === form ? refusedFor.broken : [];
  const hasSecret = missing.some(({ code }) => code === 'secret.marked');

  const body = useMemo(
    () => (isTouched && !hasSecret ? JSON.stringify(form) : undefined),
    [form, isTouched, hasSecret],
  );
  const emptySecrets = useCallback(() => {
    setSecret(true);
    setFormState((before) => withoutSecrets(before) ?? before);
  }, []);
  const draft = useDraft(draftKey, body, emptySecrets);

  const setForm = useCallback((change: (form: RegisterForm) => RegisterForm) => {
    setTouched(true);
    setFormState(change);
  }, []);

  async function dropSecrets(): Promise<boolean> {
    if (!hasSecret) return false;
    emptySecrets();
    await draft.discard();
    return true;
  }

  const save = useMutation({
    mutationFn: async (): Promise<Answer> => {
      if (amended !== undefined) {
        const amendment = { ...inputOf(form), id: form.id, version, reasonForChange: form.reasonForChange };
        return client.documents.amend(amendment);
      }
      const { copies, deliveredBy, location } = form;
      const delivery = copies > 0 ? { copies, deliveredBy, location } : null;
      const registration = { ...inputOf(form), id: form.id, delivery, lateEntryReason: '' };
      return untilAnswered(() => client.documents.register(registration));
    },
    onSuccess: async () => {
      setTouched(false);
      await draft.discard();
      void queryClient.invalidateQueries();
    },
    onError: async (error) => {
      const broken = brokenIn(error);
      setRefused({ form, broken });
      if (broken.some(({ code }) => code === 'secret.marked')) {
        emptySecrets();
        await draft.discard();
      }
      if (amended !== undefined && refusalOf(error)?.code === 'STALE') {
        const current = await client.documents.get({ id: form.id });
        setTheirs(current);
        setVersion(current.summary.version);
      }
    },
  });

  /** Saves where nothing is broken; else shows all of it. */
  async function trySave(): Promise<Answer | undefined> {
    if (save.isPending) return undefined;
    setTried(true);
    setSecret(false);
    if ((await dropSecrets()) || missing.length > 0 || hasUnread(form)) return undefined;
    return save.mutateAsync().catch(() => undefined);
  }

  const restart = (next: RegisterForm) => {
    setTouched(false);
    setTried(false);
    setLeft(new Set());
    setRefused(undefined);
    save.reset();
    setFormState(next);
  };

  const tools: FormTools = {
    form,
    amendedId: amended?.summary.id ?? null,
    set: (change) => setForm((before) => changed(before, change)),
    setRead: (field, value, unread) => setForm((before) => understood(before, field, value, unread)),
    setForm,
    problems: (field) => [
      ...missing.filter((problem) => problem.field === field && (hasTried || left.has(field))),
      ...refused.filter((problem) => problem.field === field && !missing.some(({ code }) => code === problem.code)),
    ],
    leave: (field) => {
      setLeft((before) => new Set(before).add(field));
      void dropSecrets();
    },
    meanwhile: (field) => differing(theirs, form, field, terms, (value) => t('meanwhile', { value })),
  };

  return {
    tools,
    missing,
    draft,
    save,
    isSecret,
    hasTried,
    trySave,
    startNext: () => restart(nextForm(form)),
    startEmpty: async () => {
      restart(emptyForm());
      await draft.discard();
    },
  };
}

/** What stands in the registry now, where someone else changed the field while it was amended here. */
function differing(
  theirs: DocumentDetail | undefined,
  form: RegisterForm,
  field: string,
  terms: (code: string) => string,
  say: (value: string) => string,
): string | undefined {
  if (theirs === undefined) return undefined;
  const now = (theirs.input as Readonly<Record<string, unknown>>)[field];
  const here = (form.input as Readonly<Record<string, unknown>>)[field];
  if (now === here || (typeof now === 'object' && now !== null)) return undefined;
  if (field === 'draftingDivisionId') return say(theirs.summary.divisionName);
  return say(field === 'basis' && typeof now === 'string' ? terms(`basis.${now}`) : String(now ?? ''));
}
