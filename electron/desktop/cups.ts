/** Printing through CUPS, as Linux and macOS do: its own commands get the very file, each word as one argument, no shell. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DuplexMode, PaperToPrint, Printer } from './bridge.ts';
import type { PrintSystem } from './printing.ts';

const LISTING_LIMIT_MS = 10_000;
const PRINTING_LIMIT_MS = 120_000;
/** Answers are read here, so they have to be in one language. */
const ENGLISH = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'en' };

const SIDES: Readonly<Record<DuplexMode, string>> = {
  simplex: 'one-sided',
  longEdge: 'two-sided-long-edge',
  shortEdge: 'two-sided-short-edge',
};

export function cupsPrinting(): PrintSystem {
  return {
    way: 'file',
    printers: cupsPrinters,
    print: (paper) => withFile(paper.bytes, (file) => printByCups(file, paper)),
  };
}

const start = promisify(execFile);

async function answerOf(program: string, words: readonly string[], timeout: number): Promise<string> {
  const { stdout } = await start(program, [...words], { timeout, env: { ...process.env, ...ENGLISH } });
  return stdout;
}

/** None where there is no CUPS, or it knows none: `lpstat` then ends with an error. */
async function cupsPrinters(): Promise<readonly Printer[]> {
  const ask = (option: string) => answerOf('lpstat', [option], LISTING_LIMIT_MS).catch(() => '');
  const [names, usual] = await Promise.all([ask('-e'), ask('-d')]);
  const standard = /: (\S+)\s*$/.exec(usual)?.[1];
  const lines = names.split('\n').map((line) => line.trim());
  return lines.filter((name) => name !== '').map((name) => ({ name, label: name, isDefault: name === standard }));
}

/** The name of the job, such as HP_3-42; empty where the system tells none. Throws with what `lp` complained of. */
async function printByCups(file: string, paper: PaperToPrint): Promise<string> {
  const said = await answerOf('lp', lpWords(file, paper), PRINTING_LIMIT_MS);
  return /request id is (\S+)/.exec(said)?.[1] ?? '';
}

/** For the print system's eyes only, and gone as soon as it has taken the file. */
async function withFile(bytes: Uint8Array, use: (file: string) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'disclosure-print-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lpWords(file: string, paper: PaperToPrint): readonly string[] {
  const { printer, title, copies, pages, duplex, isMono, size } = paper;
  const ranges = pages.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
  return [
    ...['-d', printer, '-t', title, '-n', String(copies)],
    ...(ranges === '' ? [] : ['-P', ranges]),
    ...['-o', `sides=${SIDES[duplex]}`],
    ...['-o', `print-color-mode=${isMono ? 'monochrome' : 'color'}`],
    ...(size === '' ? [] : ['-o', `media=${size}`]),
    file,
  ];
}
