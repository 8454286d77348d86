/** State of a dialog that writes: what was entered, what is broken, and one id for however often the write is tried. */

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Broken } from '../../../electron/domain/broken.ts';
import { queryClient, untilAnswered } from '../../client.ts';
import { newId } from '../../newId.ts';
import { brokenIn } from '../Problem.tsx';

type Options<Value, Answer> = {
  readonly initial: Value;
  /** All rules that the form can judge itself; the engine judges again. */
  readonly check: (value: Value) => readonly Broken[];
  readonly write: (value: Value, id: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  /** What happens twice when it is called twice is not tried again where the answer stays away. */
  readonly isOnce?: boolean;
};

/** Texts that say nothing their fields can hold, by the name of the field. */
export type Unread = Readonly<Record<string, string>>;

export type DialogForm<Value> = {
  readonly value: Value;
  readonly set: (part: Partial<Value>) => void;
  readonly unread: Unread;
  readonly setUnread: (field: string, text: string | undefined) => void;
  readonly isDirty: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What the form itself finds broken, shown or not. */
  readonly own: readonly Broken[];
  /** Broken rules to be shown now: none before the first attempt. */
  readonly broken: readonly Broken[];
  /** Counts the attempts, so that each failed one moves the focus to the first problem. */
  readonly attempts: number;
  readonly submit: () => void;
};

export function useDialogForm<Value extends object, Answer>(options: Options<Value, Answer>): DialogForm<Value> {
  const [initial] = useState(options.initial);
  const [value, setValue] = useState(initial);
  const [id] = useState(newId);
  const [unread, setUnread] = useState<Unread>({});
  const [attempts, setAttempts] = useState(0);
  const write = useMutation({
    mutationFn: () => (options.isOnce ? options.write(value, id) : untilAnswered(() => options.write(value, id))),
    onSuccess: async (answer) => {
      await queryClient.invalidateQueries();
      options.onDone(answer);
    },
    onError: () => setAttempts((count) => count + 1),
  });
  const own = options.check(value).filter(({ field }) => !(field in unread));
  const fromEngine = brokenIn(write.error).filter(({ code }) => !own.some((found) => found.code === code));
  return {
    value,
    set: (part) => {
      setValue((before) => ({ ...before, ...part }));
      if (write.error) write.reset();
    },
    unread,
    setUnread: (field, text) =>
      setUnread(({ [field]: _, ...others }) => (text === undefined ? others : { ...others, [field]: text })),
    isDirty: Object.keys(unread).length > 0 || JSON.stringify(value) !== JSON.stringify(initial),
    isPending: write.isPending,
    error: write.error,
    own,
    broken: attempts === 0 ? [] : [...own, ...fromEngine],
    attempts,
    submit: () => {
      if (write.isPending) return;
      if (own.length > 0 || Object.keys(unread).length > 0) setAttempts(attempts + 1);
      else write.mutate();
    },
  };
}
