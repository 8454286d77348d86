/** Some pages of a paper as a paper of its own: page for page the same, under the same title. */

import { PDFDocument } from 'pdf-lib';

/** `pages` count from 1. */
export async function excerptOf(bytes: Uint8Array, pages: readonly number[], madeAt: string): Promise<Uint8Array> {
  const whole = await PDFDocument.load(bytes, { updateMetadata: false });
  const part = await PDFDocument.create({ updateMetadata: false });
  const copied = await part.copyPages(
    whole,
    pages.map((page) => page - 1),
  );
  for (const page of copied) part.addPage(page);
  part.setTitle(whole.getTitle() ?? '', { showInWindowTitleBar: true });
  part.setAuthor(whole.getAuthor() ?? '');
  part.setCreator('Disclosure Registry');
  part.setProducer('Disclosure Registry');
  part.setCreationDate(new Date(madeAt));
  part.setModificationDate(new Date(madeAt));
  return part.save({ addDefaultPage: false, updateFieldAppearances: false });
}
