/** Names, texts and dates as they are written into a PDF. */

/** A text in UTF-16, so that any character can stand in titles and alternative texts. */
export function textString(text: string): string {
  let digits = 'FEFF';
  for (let index = 0; index < text.length; index++) {
    digits += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  }
  return `<${digits}>`;
}

/** From the hexadecimal digits that `textString` wrote. */
export function readTextString(digits: string): string {
  const units = digits.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.slice(1).map((unit) => Number.parseInt(unit, 16)));
}

/** Characters that end a name or mean something else within it (ISO 32000-1, 7.3.5). */
const NOT_IN_NAMES = /[#()<>[\]{}/%]/g;

/** A name such as that of a typeface, with what may not stand in a name as its code. */
export function nameOf(text: string): string {
  const code = (sign: string) => `#${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return `/${text.replace(/[^!-~]/g, '').replace(NOT_IN_NAMES, code)}`;
}

/** An instant as a date in UTC. */
export function dateString(instant: string): string {
  return `(D:${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;
}
