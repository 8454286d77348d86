/**
 * Bytes of a text file to text: byte order marks first, UTF-16 known by its zeros, then strict UTF-8, then GB 18030 (which
 * holds GBK and GB 2312).
 */

export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' };

/** `null` when the bytes are no text in any of these encodings; no text has a zero in it, or what is no character. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const text16 = decodedWide(bytes);
  if (text16 !== null) return { text: text16, encoding: 'utf-16' };
  const text8 = decoded(bytes, 'utf-8');
  if (text8 !== null) return { text: text8, encoding: 'utf-8' };
  const textGb = decoded(bytes, 'gb18030');
  return textGb === null ? null : { text: textGb, encoding: 'gb18030' };
}

function decodedWide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  const order = likelyOrder(bytes);
  const text = order === null ? null : decoded(bytes, order);
  return text === null || /(?![\t\r\n])\p{Cc}/u.test(text) ? null : text;
}

/** Without a mark: commas, digits and line ends have a zero on one side, and only 一 and its like on the other. */
function likelyOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let zero = bytes.indexOf(0); zero !== -1; zero = bytes.indexOf(0, zero + 1)) zeros[zero % 2 === 0 ? 0 : 1] += 1;
  if (zeros[0] === zeros[1]) return null;
  return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be';
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /[\0\uFFFE\uFFFF]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
