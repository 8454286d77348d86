/** Names, texts and dates as they are written into a PDF. */

/** A text in UTF-16, so that any character can stand in titles and alternative texts. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let unit = 0; unit < text.length; unit++) {
    hex += text.charCodeAt(unit).toString(16).toUpperCase().padStart(4, '0');
  }
  return `<${hex}>`;
}

/** A name such as that of a typeface; what may not stand in a name is written as its code. */
export function nameOf(text: string): string {
  const plain = text.replace(/[^!-~]|[#/%()<>[\]{}]/g, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 256 ? `#${code.toString(16).padStart(2, '0')}` : '';
  });
  return `/${plain}`;
}

/** An instant as a date in UTC. */
export function dateString(instant: string): string {
  return `(D:${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;
}
