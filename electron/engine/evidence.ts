/** Files that prove something (凭证): a screenshot, a saved page, a receipt of the post. */

import { insertAttachment } from '../store/attachments.ts';
import { newId } from './newId.ts';
import { refuseIfBroken } from './refusal.ts';
import type { Work } from './registry.ts';
import { brokenOnTexts } from './texts.ts';

type KeptFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

/** The id under which the file lies in the registry. */
export function keepEvidence({ db, now }: Pick<Work, 'db' | 'now'>, file: KeptFile): string {
  refuseIfBroken(brokenOnTexts({ evidence: file.name }));
  const id = newId();
  insertAttachment(db, { id, ...file, enteredAt: now });
  return id;
}

/** The bytes are read before the transaction begins, so that no writer waits for a file; what comes back keeps them in it. */
export async function readEvidence(file: File | null): Promise<(work: Work) => string | null> {
  if (file === null) return () => null;
  const content = new Uint8Array(await file.arrayBuffer());
  return (work) => keepEvidence(work, { name: file.name, mediaType: file.type, content });
}
