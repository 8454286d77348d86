/** Ledgers and what damage, malice and old programs make of them: the same seed gives the same files. */

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { writeXlsx } from '../../electron/exchange/xlsxWriter.ts';

export type MutatedFile = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was done to it, in words. */
  readonly mutation: string;
};

type Random = () => number;
type Cells = string[][];

const HEADERS = [
  '序号',
  '文件标题',
  '发文字号',
  '起草处室',
  '签发人',
  '签发日期',
  '公开属性',
  '份数',
  '公开日期',
  '网址',
];
const ROWS = 8;
/** Texts that have hurt programs before. */
const NASTY = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u200b',
    '\u202e',
    '\uFEFF',
    '"',
    '""',
    "'",
    '\r',
    '\n',
    '\t',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
  ],
  ...[
    '机密★10年',
    '秘密',
    '2019年2月30日',
    '43678',
    '1e308',
    '-0',
    'NaN',
    '99999999999999999999',
    '二〇一九年十三月四十日',
  ],
  ...[
    'A'.repeat(40_000),
    '〔'.repeat(3000),
    '𬭚'.repeat(500),
    'constructor',
    '__proto__',
    '{"a":1}',
    '<script>',
    '&#xD800;',
    '_x000D_',
  ],
  ...[
    '辽市监发[2019]000000012号',
    '辽市监发〔19〕1号',
    '0号',
    '9'.repeat(300),
    '主动公开不予公开',
    'http://',
    'javascript:alert(1)',
  ],
];

export async function* mutatedFiles(files: number, seed: number): AsyncGenerator<MutatedFile> {
  const random = seededRandom(seed);
  for (let at = 0; at < files; at += 1) yield await mutated(at, random);
}

async function mutated(at: number, random: Random): Promise<MutatedFile> {
  const cells = ledger(at, random);
  const words = random() < 0.7 ? withNastyCells(cells, random) : 'cells as they are';
  const kind = pick(['xlsx', 'xlsx', 'csv', 'csv', 'gb18030', 'utf-16', 'xls'] as const, random);
  const whole = await written(kind, cells);
  const { bytes, damage } = damaged(kind, whole, random);
  return {
    name: `${at}.${kind === 'xls' ? 'xls' : kind === 'xlsx' ? 'xlsx' : 'csv'}`,
    bytes,
    mutation: `${kind}, ${words}, ${damage}`,
  };
}

function ledger(at: number, random: Random): Cells {
  const rows = Array.from({ length: 1 + Math.floor(random() * ROWS) }, (_, row) => {
    const number = `沪市监发〔${2010 + Math.floor(random() * 15)}〕${at * 10 + row + 1}号`;
    const title = `关于第${at}批第${row}项工作的通知`;
    return [
      String(row),
      title,
      number,
      '办公室',
      '李明',
      '2019-08-01',
      '主动公开',
      '7',
      '2019-08-12',
      'http://a.gov.cn/1.html',
    ];
  });
  const above = random() < 0.3 ? [['某局文件公开台账'], ['填报单位：办公室']] : [];
  return [...above, [...HEADERS], ...rows];
}

function withNastyCells(cells: Cells, random: Random): string {
  const done: string[] = [];
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const row = Math.floor(random() * cells.length);
    const column = Math.floor(random() * HEADERS.length);
    const text = pick(NASTY, random);
    const line = cells[row] ?? [];
    line[column] = random() < 0.3 ? `${line[column] ?? ''}${text}` : text;
    done.push(`${row}/${column} ${JSON.stringify(text.slice(0, 12))}`);
  }
  if (random() < 0.1) cells.splice(Math.floor(random() * cells.length), 0, []);
  return done.join(', ');
}

type Kind = 'xlsx' | 'xls' | 'csv' | 'gb18030' | 'utf-16';

async function written(kind: Kind, cells: Cells): Promise<Uint8Array<ArrayBuffer>> {
  const full = cells.map((row) => Array.from({ length: HEADERS.length }, (_, at) => row[at] ?? ''));
  if (kind === 'xlsx') {
    const columns = HEADERS.map((_, at) => ({ header: full[0]?.[at] ?? '', width: 9, kind: 'text' as const }));
    const rows = full.slice(1).map((row) => row.map((cell) => cell.slice(0, 32_000)));
    const headed = columns.map((column) => ({ ...column, header: column.header.slice(0, 32_000) }));
    return new Uint8Array(await writeXlsx({ name: '台账', columns: headed, rows }));
  }
  if (kind === 'xls') {
    const book = utils.book_new();
    const short = full.map((row) => row.map((cell) => cell.slice(0, 250)));
    utils.book_append_sheet(book, utils.aoa_to_sheet(short), '台账');
    return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
  }
  const text = full.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  if (kind === 'utf-16') return new Uint8Array(new Uint16Array([0xfeff, ...units(text)]).buffer);
  return kind === 'gb18030' ? gbLike(text) : new TextEncoder().encode(text);
}

function* units(text: string): Generator<number> {
  for (let at = 0; at < text.length; at += 1) yield text.charCodeAt(at);
}

/** Bytes that GB 18030 reads: ASCII as it is, everything else as some two-byte character. */
function gbLike(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Array.from(units(text)).flatMap((unit) =>
    unit < 0x80 ? [unit] : [0xb0 + (unit % 0x26), 0xa1 + (unit % 0x5d)],
  );
  return new Uint8Array(bytes);
}

type Damaged = { readonly bytes: Uint8Array<ArrayBuffer>; readonly damage: string };

function damaged(kind: Kind, bytes: Uint8Array<ArrayBuffer>, random: Random): Damaged {
  const choice = random();
  if (choice < 0.25) return { bytes, damage: 'whole' };
  if (kind === 'xlsx' && choice < 0.6) return repacked(bytes, random);
  if (choice < 0.75) return flipped(bytes, random);
  if (choice < 0.85) return { bytes: bytes.slice(0, Math.floor(random() * bytes.length)), damage: 'cut off' };
  if (choice < 0.93) {
    const start = Math.floor(random() * bytes.length);
    const part = bytes.slice(start, start + Math.floor(random() * 400));
    return { bytes: joined([bytes.slice(0, start), part, bytes.slice(start)]), damage: `repeated at ${start}` };
  }
  const noise = Uint8Array.from({ length: 600 }, () => Math.floor(random() * 256));
  return { bytes: joined(random() < 0.5 ? [bytes, noise] : [noise, bytes]), damage: 'noise beside' };
}

function flipped(bytes: Uint8Array<ArrayBuffer>, random: Random): Damaged {
  const next = bytes.slice();
  const count = 1 + Math.floor(random() * 8);
  for (let left = count; left > 0; left -= 1) {
    next[Math.floor(random() * next.length)] = Math.floor(random() * 256);
  }
  return { bytes: next, damage: `${count} bytes flipped` };
}

/** The XML inside a sound zip is what is damaged, so that its reader gets to see it. */
function repacked(bytes: Uint8Array<ArrayBuffer>, random: Random): Damaged {
  const entries = entriesOf(bytes);
  const victim = pick(entries, random);
  if (victim === undefined) return flipped(bytes, random);
  const text = new TextDecoder().decode(victim.content);
  const mutation = pick(XML_MUTATIONS, random) ?? XML_MUTATIONS[0];
  const content = new TextEncoder().encode(mutation(text, random));
  const changed = entries.map((entry) => (entry === victim ? { ...entry, content } : entry));
  return {
    bytes: zipOf(random() < 0.05 ? changed.filter((entry) => entry !== victim) : changed),
    damage: `inside ${victim.name}`,
  };
}

const XML_MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
  },
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return `${text.slice(0, at)}${pick(NASTY, random)}${text.slice(at)}`;
  },
  (text) => text.replace(/r="[A-Z]+\d+"/gu, 'r="XFD1048576"'),
  (text, random) => text.replace(/<row r="\d+"/gu, () => `<row r="${Math.floor(random() * 2_000_000)}"`),
  (text) => text.replace(/<v>[^<]*<\/v>/gu, '<v>1e999</v>'),
  (text, random) =>
    text.replace(/t="[a-z]+"/gu, () => `t="${pick(['b', 'e', 'd', 'n', 's', 'str', 'inlineStr', 'zz'], random)}"`),
  (text) => text.replace(/<v>\d+<\/v>/gu, '<v>-1</v>'),
  (text) => text.replace('<?xml', '<!DOCTYPE a [<!ENTITY b "cccccccccc">]><?xml'),
  (text) => text.replace(/<dimension[^>]*>/u, '<dimension ref="A1:XFD1048576"/>'),
  (text) =>
    text.replace(
      /<\/sheetData>/u,
      '<row r="9"><c r="A9"><f>1+1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD99"/></mergeCells>',
    ),
  (text) => text.replaceAll('<c ', '<x:c '),
  (text) => text.replace(/numFmtId="\d+"/gu, 'numFmtId="14"'),
];

type Entry = { readonly name: string; readonly content: Uint8Array };

/** Entries of a zip that our own writer made, read by its directory. */
function entriesOf(bytes: Uint8Array<ArrayBuffer>): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [packed, length] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const offset = view.getUint32(at + 42, true);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const isStored = view.getUint16(at + 10, true) === 0;
    const data = bytes.subarray(start, start + packed);
    entries.push({ name, content: isStored ? data : inflateRawSync(data) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const label = Buffer.from(name);
    const packed = deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(label.length, 22);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(offset, 12);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), about, label, packed);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), about, central.subarray(2), label);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return joined([...parts, list, end]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
