/** Makes one form of a document as PDF, saves it where the person says, and opens it for printing. */

import { useMutation } from '@tanstack/react-query';
import { client } from '../client.ts';
import { openWritten, saveFile } from '../native.ts';
import { useLanguage } from '../text/index.ts';

type Asked = {
  readonly form: 'receipt' | 'review' | 'notice' | 'whyDate';
  readonly documentId: string;
  readonly rule?: string;
};

export function usePaper() {
  const language = useLanguage();
  return useMutation({
    mutationFn: async (asked: Asked) => {
      const { paperId } = await client.ledgers.form({ ...asked, language });
      const saved = await saveFile(await client.ledgers.fetch({ paperId }));
      if (saved?.path) await openWritten(saved.path);
      return saved;
    },
  });
}
