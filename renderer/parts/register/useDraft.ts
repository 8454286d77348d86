/** Keeps a form as a draft within two seconds after the last key, and brings it back after a crash. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../client.ts';
import { brokenIn } from '../Problem.tsx';

const QUIET_MS = 600;
const LONGEST_MS = 2_000;

export type DraftState = { readonly savedAt: string | undefined; readonly hasFailed: boolean };

/**
 * `body` is undefined where nothing may be kept: untouched, or marked secret. `discard` also forgets a draft that is
 * still on its way.
 */
export function useDraft(form: string, body: string | undefined, onSecret: () => void) {
  const [state, setState] = useState<DraftState>({ savedAt: undefined, hasFailed: false });
  const wanted = useRef(body);
  const kept = useRef<string>(undefined);
  const firstChange = useRef<number>(undefined);
  const sending = useRef(Promise.resolve());
  const secret = useRef(onSecret);
  wanted.current = body;
  secret.current = onSecret;

  const send = useCallback((): void => {
    const sent = wanted.current;
    firstChange.current = undefined;
    if (sent === undefined || sent === kept.current) return;
    kept.current = sent;
    sending.current = sending.current.then(async () => {
      if (wanted.current === undefined) return;
      try {
        const { savedAt } = await client.documents.saveDraft({ form, body: sent });
        setState({ savedAt, hasFailed: false });
      } catch (error) {
        kept.current = undefined;
        if (brokenIn(error).some(({ code }) => code === 'secret.marked')) secret.current();
        else setState((before) => ({ ...before, hasFailed: true }));
      }
    });
  }, [form]);

  useEffect(() => {
    if (body === undefined || body === kept.current) return;
    firstChange.current ??= performance.now();
    const left = LONGEST_MS - (performance.now() - firstChange.current);
    const timer = setTimeout(send, Math.max(0, Math.min(QUIET_MS, left)));
    return () => clearTimeout(timer);
  }, [body, send]);

  useEffect(() => {
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [send]);

  const discard = useCallback(async (): Promise<void> => {
    wanted.current = undefined;
    kept.current = undefined;
    firstChange.current = undefined;
    await sending.current;
    await client.documents.discardDraft({ form });
    setState({ savedAt: undefined, hasFailed: false });
  }, [form]);

  return { ...state, discard };
}
