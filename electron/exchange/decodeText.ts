/** Bytes of a text file to text: byte order marks first, then strict UTF-8, then GB 18030 (which holds GBK and GB 2312). */

export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' };

/** `null` when the bytes are no text in any of these encodings; no text has a zero character in it. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const text16 = bytes[0] === 0xff && bytes[1] === 0xfe ? decoded(bytes, 'utf-16le') : null;
  if (text16 !== null) return { text: text16, encoding: 'utf-16' };
  const text8 = decoded(bytes, 'utf-8');
  if (text8 !== null) return { text: text8, encoding: 'utf-8' };
  const textGb = decoded(bytes, 'gb18030');
  return textGb === null ? null : { text: textGb, encoding: 'gb18030' };
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
