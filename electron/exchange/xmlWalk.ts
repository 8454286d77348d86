/** Walks an XML part as it unpacks, keeping no more of it than the piece it has just met. XML 1.0, without document types. */

/** Names come without their prefix; an empty element is opened and closed. */
export type XmlVisitor = {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** Text between two tags, possibly in several pieces; what stands for other signs is already put back. */
  readonly text: (text: string) => void;
};

/** The file is not what its format says. */
export class DamagedFile extends Error {}

/** No tag of a spreadsheet is longer; one that never ends must not gather the whole file. */
const LONGEST_TAG = 1_000_000;
const LONGEST_ENTITY = 12;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Parts of a document that are no elements, with their ends. */
const ASIDES = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const [CDATA, CDATA_END] = ['<![CDATA[', ']]>'];

export async function walkXml(chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const walk = openWalk(visitor);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true });
    walk.take(decodedOf(decoder, chunk));
  }
  walk.take(decoder === undefined ? '' : decodedOf(decoder));
  walk.end();
}

function decodedOf(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new DamagedFile('bytes that are no text');
  }
}

function openWalk({ open, close, text }: XmlVisitor) {
  const path: string[] = [];
  let rest = '';
  let hasRoot = false;

  function take(piece: string): void {
    const all = rest === '' ? piece : rest + piece;
    let at = 0;
    for (;;) {
      const tag = all.indexOf('<', at);
      if (tag === -1) break;
      if (tag > at) told(all.slice(at, tag));
      at = tag;
      const end =
        all.charCodeAt(tag + 1) === 0x21 || all.charCodeAt(tag + 1) === 0x3f ? aside(all, tag) : element(all, tag);
      if (end === -1) break;
      at = end;
    }
    rest = all[at] === '<' ? all.slice(at) : unfinished(all.slice(at));
    if (rest.length > LONGEST_TAG) throw new DamagedFile('a tag without an end');
  }

  /** Text goes on as it comes, but for the beginning of what stands for another sign. */
  function unfinished(last: string): string {
    const mark = last.lastIndexOf('&');
    const isCut = mark >= last.length - LONGEST_ENTITY && mark !== -1 && !last.includes(';', mark);
    told(isCut ? last.slice(0, mark) : last);
    return isCut ? last.slice(mark) : '';
  }

  function told(raw: string): void {
    if (path.length > 0) text(plainText(raw));
    else if (/[^\s\uFEFF]/u.test(raw)) throw new DamagedFile('text outside of all elements');
  }

  /** Where the comment, instruction or unparsed text at this place ends, or -1 where it is not all there yet. */
  function aside(all: string, at: number): number {
    if (all.startsWith(CDATA, at)) {
      const end = all.indexOf(CDATA_END, at);
      if (end === -1) return -1;
      text(all.slice(at + CDATA.length, end));
      return end + CDATA_END.length;
    }
    for (const [start, finish] of ASIDES) {
      if (!all.startsWith(start, at)) continue;
      const end = all.indexOf(finish, at + start.length);
      return end === -1 ? -1 : end + finish.length;
    }
    if (all.length - at < CDATA.length) return -1;
    throw new DamagedFile('a document type');
  }

  function element(all: string, at: number): number {
    const end = endOfTag(all, at);
    if (end === -1) return -1;
    if (all.charCodeAt(at + 1) === 0x2f) {
      const name = localName(all, at + 2, end);
      if (path.pop() !== name) throw new DamagedFile(`${name} is closed where it is not open`);
      close(name);
      return end + 1;
    }
    if (path.length === 0 && hasRoot) throw new DamagedFile('two roots');
    hasRoot = true;
    const isEmpty = all.charCodeAt(end - 1) === 0x2f;
    const name = localName(all, at + 1, isEmpty ? end - 1 : end);
    open(name, all.slice(at + 1, end));
    if (isEmpty) close(name);
    else path.push(name);
    return end + 1;
  }

  return {
    take,
    end: (): void => {
      if (rest.trim() !== '' || path.length > 0 || !hasRoot) throw new DamagedFile('an end before the end');
    },
  };
}

/** A `>` between quotation marks does not end a tag. */
function endOfTag(all: string, at: number): number {
  let quote = 0;
  for (let end = at + 1; end < all.length; end += 1) {
    const sign = all.charCodeAt(end);
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === 0x22 || sign === 0x27) quote = sign;
    else if (sign === 0x3e) return end;
  }
  return -1;
}

function localName(all: string, start: number, tagEnd: number): string {
  let from = start;
  let end = start;
  for (; end < tagEnd; end += 1) {
    const sign = all.charCodeAt(end);
    if (sign <= 0x20) break;
    if (sign === 0x3a) from = end + 1;
  }
  if (from === end) throw new DamagedFile('a tag without a name');
  return all.slice(from, end);
}

const finders = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; undefined where the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let finder = finders.get(name);
  if (finder === undefined) {
    finder = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    finders.set(name, finder);
  }
  const found = finder.exec(attributes);
  return found ? plainText(found[1] ?? found[2] ?? '') : undefined;
}

function plainText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/gu, '\n') : raw;
  return text.includes('&') ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/giu, signOf) : text;
}

function signOf(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
  const code = /^#x/iu.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
