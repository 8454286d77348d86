/** Saving a paper instead of printing it here, and opening it in the system's own program. */

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { openWritten, saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { printingText } from '../../text/printing.ts';
import { Problem } from '../Problem.tsx';

export type Saving = UseMutationResult<string | null | undefined, Error, { readonly isOpened: boolean }>;

export function useSaving(wanted: () => Promise<File>): Saving {
  return useMutation({
    mutationFn: async ({ isOpened }) => {
      const saved = await saveFile(await wanted());
      if (isOpened && saved?.path) await openWritten(saved.path);
      return saved?.path;
    },
  });
}

export function SavedLine({ saving }: { readonly saving: Saving }) {
  const { t } = useText(printingText);
  return (
    <>
      {saving.data && <p role="status">{t('savedTo', { path: saving.data })}</p>}
      <Problem error={saving.error} />
    </>
  );
}
