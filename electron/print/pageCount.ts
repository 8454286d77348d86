/** How many pages a paper has. */

import { PDFDocument } from 'pdf-lib';

/** Our own papers say it in plain text, which is found in a moment however long they are; excerpts have to be read. */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  const found = /\/Type\/Pages\/Count (\d+)/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
  if (found !== undefined) return Number(found);
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}
