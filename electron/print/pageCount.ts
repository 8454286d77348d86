/** How many pages a finished paper has. */

import { PDFDocument } from 'pdf-lib';

export async function pageCount(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}
