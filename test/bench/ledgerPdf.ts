/**
 * A ledger of 10,000 rows and 10 columns: our PDF against LibreOffice converting the same table from xlsx, in one run;
 * and one of 100,000 rows, whose memory must not grow with them.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyFonts } from '../../build/fonts.mjs';
import { openFontFile } from '../../electron/engine/paper/fontFile.ts';
import { readCsv } from '../../electron/exchange/csv.ts';
import { openFonts } from '../../electron/print/fonts.ts';
import { openPaper } from '../../electron/print/page.ts';
import { A4_LANDSCAPE, mm } from '../../electron/print/sheet.ts';
import { drawTable } from '../../electron/print/table.ts';
import type { Column } from '../../electron/print/tableLayout.ts';

const ROWS = 10_000;
const MANY_ROWS = 100_000;
const MOST_MEGABYTES_FOR_MANY = 600;
const TURNS = 4;
const HEADERS = [
  '序号',
  '发文字号',
  '文件标题',
  '起草处室',
  '签发日期',
  '公开属性',
  '备案份数',
  '应上网日期',
  '实际上网日期',
  '逾期情况',
] as const;
const WIDTHS = [30, 112, 0, 60, 54, 54, 34, 54, 54, 56] as const;
const DIVISIONS = ['办公室', '登记注册处', '食品抽检处', '特种设备处', '质量监督处'] as const;
const MADE_AT = '2019-09-30T08:20:00.000Z';

/** Real titles and numbers of the import fixture, so that lines wrap as they do in an office; made when asked for. */
function openRows(): (index: number) => readonly string[] {
  const reading = readCsv(readFileSync(new URL('../fixtures/documents.csv', import.meta.url)));
  if (!reading.ok) throw new Error('the fixture cannot be read');
  const { headers, rows } = reading.table;
  const column = (name: string) => headers.indexOf(name);
  const [title, number] = [column('title'), column('doc_number_raw')];
  return (index) => {
    const cells = rows[index % rows.length]?.cells ?? [];
    const day = `2019-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const late = index % 9 === 0 ? `逾期${1 + (index % 30)}个工作日` : '按期';
    return [
      String(index + 1),
      cells[number ?? -1] || '无文号',
      cells[title ?? -1] ?? '',
      DIVISIONS[index % DIVISIONS.length] ?? '',
      day,
      index % 7 === 0 ? '依申请公开' : '主动公开',
      `${5 + (index % 3)}/7`,
      day,
      day,
      late,
    ];
  };
}

function widths(): readonly number[] {
  const { width, margin } = A4_LANDSCAPE;
  const inner = mm(width - margin.left - margin.right);
  const fixed = WIDTHS.reduce<number>((sum, each) => sum + each, 0);
  return WIDTHS.map((each) => each || inner - fixed);
}

/** Run in a process of its own, so that its memory is its own. */
async function printOurs(out: string, rowCount: number): Promise<void> {
  const rowAt = openRows();
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../out/fonts');
  const started = performance.now();
  const startedAt = process.cpuUsage();
  const read = (name: string) => () => openFontFile(join(folder, `${name}.ttf`));
  const fonts = openFonts({
    song: read('song'),
    songBlack: read('songBlack'),
    hei: read('hei'),
    fallbacks: [read('fallbackTc'), read('fallbackJp')],
  });
  const facts = { title: 'bench', subject: '', author: '', language: 'zh', madeAt: MADE_AT } as const;
  const paper = await openPaper(fonts, facts);
  const columns = HEADERS.map(
    (header, index): Column => ({ header, width: widths()[index] ?? 0, align: index === 2 ? 'left' : 'center' }),
  );
  const table = {
    columns,
    rowCount,
    cellsOf: rowAt,
    groupOf: (row: number) => `第 ${Math.floor(row / 250) + 1} 组`,
    nil: '',
    totals: { label: '合计', labelColumns: 2, text: `共 ${rowCount} 件` },
  };
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await drawTable(
    paper,
    table,
    {
      format: A4_LANDSCAPE,
      style: { face: 'song', size: 9.3 },
      headerStyle: { face: 'hei', size: 9.3 },
      leading: 12.6,
      headHeight: { first: 0, later: 0 },
      drawHead: () => undefined,
      footHeight: 16,
      drawFoot: () => undefined,
      drawCount: (sheet, page, pages) =>
        sheet.text(`第 ${page} 页 共 ${pages} 页`, sheet.left, sheet.bottom, { face: 'song', size: 8 }),
      tailHeight: 0,
      drawTail: () => undefined,
    },
    {},
  );
  const bytes = await paper.finish();
  clearInterval(watch);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(startedAt);
  writeFileSync(out, bytes);
  const figures: Ours = {
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
    megabytes: bytes.length / 1e6,
    memoryMegabytes: process.resourceUsage().maxRSS / 1024,
    longestTurnMilliseconds: longest,
  };
  console.log(JSON.stringify(figures));
}

async function writeWorkbook(path: string): Promise<void> {
  // Not at the head: the other process would carry it in its memory.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账', {
    pageSetup: { paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = HEADERS.map((header, index) => ({ header, width: (widths()[index] ?? 0) / 5.2 }));
  const rowAt = openRows();
  for (let row = 0; row < ROWS; row++) sheet.addRow([...rowAt(row)]);
  const line = { style: 'thin' } as const;
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      cell.font = { name: 'Noto Serif CJK SC', size: 9.3 };
      cell.alignment = { wrapText: true, vertical: 'middle' };
      cell.border = { top: line, left: line, bottom: line, right: line };
    });
  });
  await book.xlsx.writeFile(path);
}

type Theirs = { readonly milliseconds: number; readonly megabytes: number };

function soffice(folder: string, file: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    stdio: 'ignore',
  });
}

function convert(folder: string, workbook: string): Theirs {
  const started = performance.now();
  soffice(folder, workbook);
  const milliseconds = performance.now() - started;
  return { milliseconds, megabytes: statSync(join(folder, 'ledger.pdf')).size / 1e6 };
}

type Ours = {
  readonly milliseconds: number;
  /** All threads together: tells on a machine that is shared. */
  readonly processorMilliseconds: number;
  readonly megabytes: number;
  readonly memoryMegabytes: number;
  /** The longest time for which nothing else in the process got its turn. */
  readonly longestTurnMilliseconds: number;
};

export type LedgerPdfFigures = {
  readonly rows: number;
  readonly columns: number;
  readonly ours: Ours;
  readonly libreOffice: Theirs;
  readonly timesFaster: number;
  /** Of 100,000 rows. */
  readonly many: Ours;
  readonly isMet: boolean;
};

function printInOwnProcess(folder: string, rows: number): Ours {
  const script = fileURLToPath(import.meta.url);
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, join(folder, 'ours.pdf'), String(rows)]);
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as Ours;
}

function fastest<T extends { readonly milliseconds: number }>(runs: readonly T[]): T {
  const [first] = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  if (!first) throw new Error('no run');
  return first;
}

/** Turn by turn, so that both meet the same machine; the fastest run of each is the one least disturbed. */
export async function measureLedgerPdf(): Promise<LedgerPdfFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
  try {
    copyFonts();
    const workbook = join(folder, 'ledger.xlsx');
    await writeWorkbook(workbook);
    // The first start writes the profile and is not counted.
    writeFileSync(join(folder, 'warm.csv'), 'a,b\n');
    soffice(folder, join(folder, 'warm.csv'));
    const turns = Array.from({ length: TURNS }, () => ({
      ours: printInOwnProcess(folder, ROWS),
      theirs: convert(folder, workbook),
    }));
    const ours = fastest(turns.map((turn) => turn.ours));
    const libreOffice = fastest(turns.map((turn) => turn.theirs));
    const timesFaster = libreOffice.milliseconds / ours.milliseconds;
    const many = printInOwnProcess(folder, MANY_ROWS);
    const isMet =
      timesFaster >= 10 &&
      ours.megabytes <= 1.5 &&
      ours.memoryMegabytes <= 250 &&
      many.memoryMegabytes <= MOST_MEGABYTES_FOR_MANY;
    return { rows: ROWS, columns: HEADERS.length, ours, libreOffice, timesFaster, many, isMet };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, script, out, rows = String(ROWS)] = process.argv;
if (script && fileURLToPath(import.meta.url) === realpathSync(script)) {
  if (out) await printOurs(out, Number(rows));
  else console.log(JSON.stringify({ ledgerPdf: await measureLedgerPdf() }, null, 2));
}
