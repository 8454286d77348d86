import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumberedDay } from '../../electron/exchange/cellReading.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import { writeXlsx } from '../../electron/exchange/xlsxWriter.ts';

type Entry = { name: string; bytes?: Uint8Array; declared?: number; flags?: number };

/** A zip file as we like it, sizes that lie included. */
function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes = new Uint8Array(1), declared = bytes.length, flags = 0 } of entries) {
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

type Parts = { readonly part?: string; readonly strings?: string };

/** A workbook of one sheet, whose parts are what we like. */
function workbookOf(
  sheet: string,
  { part = 'xl/worksheets/sheet1.xml', strings }: Parts = {},
): Uint8Array<ArrayBuffer> {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="/${target}"/>`;
  const parts: Readonly<Record<string, string>> = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', part)}${relation('r2', 'sharedStrings', 'xl/sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': strings ?? '<sst/>',
    [part]: `<worksheet>${sheet}</worksheet>`,
  };
  return zipOf(Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));
}

async function problemOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reading = await readTable(bytes);
  return reading.ok ? 'taken' : (reading.problems[0]?.code ?? '');
}

const MEGABYTE = 1024 * 1024;
const zeros = (bytes: number) => new Uint8Array(bytes);

describe('a hostile Excel file', () => {
  test.each<[string, Entry[], string]>([
    [
      'unpacks to a hundred times its size',
      [{ name: 'xl/worksheets/sheet1.xml', bytes: zeros(20 * MEGABYTE) }],
      'file.bomb',
    ],
    [
      'says that it is small and is not',
      [{ name: 'xl/sharedStrings.xml', bytes: zeros(20 * MEGABYTE), declared: 1000 }],
      'file.bomb',
    ],
    ['claims more than 200 MB', [{ name: 'xl/a.xml', declared: 201 * MEGABYTE }], 'file.bomb'],
    [
      'has thousands of entries',
      Array.from({ length: 2001 }, (_, at) => ({ name: `xl/${at}.xml` })),
      'file.tooManyEntries',
    ],
    ['carries macros', [{ name: 'xl/vbaProject.bin' }], 'file.macros'],
    ['carries Excel 4 macros', [{ name: 'xl/macrosheets/sheet1.xml' }], 'file.macros'],
    ['is encrypted', [{ name: 'xl/workbook.xml', flags: 1 }], 'file.encrypted'],
    ['hides another archive', [{ name: 'xl/inner.zip' }], 'file.nestedArchive'],
    ['climbs out of its folder', [{ name: '../../etc/passwd' }], 'file.unsafePath'],
    ['says that it is larger than it is', [{ name: 'xl/a.xml', bytes: zeros(10), declared: 50 }], 'file.damaged'],
    ['is a zip of something else', [{ name: 'hello.txt' }], 'file.damaged'],
  ])('that %s is refused', async (_, entries, code) => {
    const start = performance.now();
    expect(await problemOf(zipOf(entries))).toBe(code);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('of a million rows, or of too many cells, is refused before it is built', async () => {
    const rows = (count: number, cell: string) =>
      `<sheetData>${Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cell}</row>`).join('\n')}</sheetData>`;
    const before = process.memoryUsage().rss;
    expect(await problemOf(workbookOf(rows(1_000_000, '<c/>')))).toBe('file.tooManyRows');
    // A name with a prefix is the same element.
    expect(await problemOf(workbookOf(rows(90_000, '<x:c/>'.repeat(9))))).toBe('file.tooManyCells');
    // Wherever the file says that its sheets lie.
    expect(await problemOf(workbookOf(rows(250_000, '<c/>'), { part: 'xl/elsewhere.xml' }))).toBe('file.tooManyRows');
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(500);
  });

  test('that repeats one long text in every cell, or holds a longer one than any cell can, is refused', async () => {
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(150)}</row>`.repeat(5000);
    const strings = (length: number) => `<sst><si><t>${'字'.repeat(length)}</t></si></sst>`;
    const before = process.memoryUsage().rss;
    expect(await problemOf(workbookOf(cells, { strings: strings(5000) }))).toBe('file.bomb');
    expect(await problemOf(workbookOf('', { strings: strings(200_000) }))).toBe('file.bomb');
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(500);
  });

  test('whose XML is no XML, or brings its own entities, is refused', async () => {
    const row = '<row><c t="inlineStr"><is><t>标题</t></is></c></row>';
    const sheet = (text: string) => workbookOf(text);
    expect(await problemOf(sheet(`<sheetData>${row}</sheetData>`))).toBe('taken');
    expect(await problemOf(sheet(`<!DOCTYPE a [<!ENTITY b "cc">]><sheetData>${row}</sheetData>`))).toBe('file.damaged');
    expect(await problemOf(sheet(`<sheetData>${row}</sheetDate>`))).toBe('file.damaged');
    expect(await problemOf(sheet(`<sheetData>${row}`))).toBe('file.damaged');
    expect(await problemOf(sheet(`<sheetData>${row}<row r="`))).toBe('file.damaged');
    expect(await problemOf(sheet('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'))).toBe('file.damaged');
    expect(await problemOf(sheet('<row><c r="ZZ1" t="str"><v>x</v></c></row>'))).toBe('file.tooManyColumns');
  });

  test('in the old format is read while it is small, and takes a bounded piece of memory', async () => {
    const rows = Array.from({ length: 7000 }, (_, row) =>
      Array.from({ length: 15 }, (__, column) => row * column + 0.5),
    );
    const bytes = new Uint8Array(
      write({ SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet(rows) } }, { type: 'array', bookType: 'biff8' }),
    );
    expect(bytes.length).toBeGreaterThan(1.8 * MEGABYTE);
    const before = process.memoryUsage().rss;
    expect(await problemOf(bytes)).toBe('taken');
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(500);
    const larger = new Uint8Array(2 * MEGABYTE + 1);
    larger.set(bytes.subarray(0, 512));
    expect(await problemOf(larger)).toBe('file.xlsTooLarge');
  });

  test('of another format is refused with what to do', async () => {
    const sheet = utils.aoa_to_sheet([['标题'], ['通知']]);
    const book = { SheetNames: ['a'], Sheets: { a: sheet } };
    for (const bookType of ['xlsb', 'ods'] as const) {
      expect(await problemOf(new Uint8Array(write(book, { type: 'array', bookType }))), bookType).toBe(
        'file.otherFormat',
      );
    }
    for (const bookType of ['xlsx', 'xlsm', 'biff8'] as const) {
      expect(await problemOf(new Uint8Array(write(book, { type: 'array', bookType }))), bookType).toBe('taken');
    }
  });

  test('with a password, or macros in the old format, is refused by name', async () => {
    const wide = (name: string) => Buffer.from(name, 'utf16le');
    const ole = (name: string) =>
      new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(508), wide(name)]));
    expect(await problemOf(ole('EncryptedPackage'))).toBe('file.encrypted');
    expect(await problemOf(ole('_VBA_PROJECT_CUR'))).toBe('file.macros');
    const sheet = utils.aoa_to_sheet([['标题'], ['通知']]);
    const macros = new Uint8Array(
      write(
        { SheetNames: ['a'], Sheets: { a: sheet }, vbaraw: Buffer.alloc(64) },
        { type: 'array', bookType: 'xlsm', bookVBA: true },
      ),
    );
    expect(await problemOf(macros)).toBe('file.macros');
  });

  test('that counts its days from 1904 is read by its own calendar, and a bare day number too', async () => {
    const book = utils.book_new();
    const days = [
      ['签发日期', '成文日期'],
      [new Date(Date.UTC(2019, 7, 1)), 42_216],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(days, { UTC: true, date1904: true } as object), '台账');
    book.Workbook = { WBProps: { date1904: true } };
    const reading = await readTable(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.table.isFrom1904).toBe(true);
    expect(reading.table.rows[0]?.cells).toEqual(['2019-08-01', '42216']);
    expect(readNumberedDay('42216', true)).toBe('2019-08-01');
    expect(readNumberedDay('43678', false)).toBe('2019-08-01');
    expect(readNumberedDay('12', false)).toBeUndefined();
  });

  test('cut off or flipped anywhere is refused or read as it was, and never throws', async () => {
    const good = new Uint8Array(
      await writeXlsx({ name: '台账', columns: [{ header: '标题', width: 9, kind: 'text' }], rows: [['通知']] }),
    );
    expect(await problemOf(good)).toBe('taken');
    const damage = fc.tuple(
      fc.integer({ min: 4, max: good.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([at, bits, isCut]) => {
        const bytes = isCut ? good.slice(0, at) : good.map((byte, index) => (index === at ? byte ^ bits : byte));
        const reading = await readTable(bytes);
        const isSame = reading.ok && reading.table.rows[0]?.cells[0] === '通知';
        expect(isSame || !reading.ok, `byte ${at} xor ${bits}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
