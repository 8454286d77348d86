/** Names, texts and dates as they are written into a PDF. */

import { PDFHexString, PDFName } from 'pdf-lib';

/** A text in UTF-16, so that any character can stand in titles and alternative texts. */
export function textString(text: string): string {
  return PDFHexString.fromText(text).toString();
}

/** A name such as that of a typeface, with what may not stand in a name as its code. */
export function nameOf(text: string): string {
  return PDFName.of(text.replace(/[^!-~]/g, '')).toString();
}

/** An instant as a date in UTC. */
export function dateString(instant: string): string {
  return `(D:${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;
}
