/** Makes one form of a document as PDF: printed at once from the desktop window, downloaded in a browser. */

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { isDesktop, saveFile } from '../native.ts';
import { useLanguage } from '../text/index.ts';

type Asked = {
  readonly form: 'receipt' | 'review' | 'notice' | 'whyDate';
  readonly documentId: string;
  readonly rule?: string;
};

export type FormToPrint = { readonly file: File; readonly pages: number };

export function usePaper() {
  const language = useLanguage();
  const [toPrint, setToPrint] = useState<FormToPrint>();
  const make = useMutation({
    mutationFn: async (asked: Asked) => {
      const { paperId, pages } = await client.ledgers.form({ ...asked, language });
      const file = await client.ledgers.fetch({ paperId });
      if (isDesktop()) setToPrint({ file, pages });
      else await saveFile(file);
    },
  });
  return { ...make, toPrint, leave: () => setToPrint(undefined) };
}
