/** A real CUPS of a test's own, on a socket of its own: its printers swallow what they get, the jobs are kept to be read. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_LIMIT_MS = 20_000;
const ADMINISTRATION = '/usr/sbin:/sbin';

export type PrintedJob = {
  readonly printer: string;
  readonly title: string;
  readonly copies: number;
  /** As the print system was given them: `PageSize=A4 Duplex=DuplexNoTumble …` */
  readonly options: readonly string[];
  /** What was to be printed, byte by byte. */
  readonly bytes: Uint8Array;
};

export type CupsServer = {
  readonly env: Readonly<Record<string, string>>;
  readonly addPrinter: (name: string) => void;
  readonly removePrinter: (name: string) => void;
  readonly jobs: () => readonly PrintedJob[];
  readonly close: () => Promise<void>;
};

export async function startCups(folder: string): Promise<CupsServer> {
  const at = (name: string) => path.join(folder, name);
  const socket = at('cups.sock');
  for (const part of ['spool', 'spool/temporary', 'state', 'cache', 'ppd']) fs.mkdirSync(at(part), { recursive: true });
  fs.writeFileSync(at('files.conf'), filesConfiguration(at));
  fs.writeFileSync(at('cupsd.conf'), configuration(socket));
  const env = { CUPS_SERVER: socket };
  const systemEnv = { ...process.env, ...env, PATH: `${process.env.PATH ?? ''}:${ADMINISTRATION}` };
  const words = ['-f', '-c', at('cupsd.conf'), '-s', at('files.conf')];
  const server = spawn('cupsd', words, { env: systemEnv, stdio: 'ignore' });
  const administer = (...args: readonly string[]) => execFileSync('lpadmin', args, { env: systemEnv, stdio: 'pipe' });
  await untilThere(socket, at('errors'));
  return {
    env,
    addPrinter: (name) => administer('-p', name, '-E', '-v', 'file:/dev/null'),
    removePrinter: (name) => administer('-x', name),
    jobs: () => readJobs(at),
    close: async () => {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill();
      await ended;
    },
  };
}

/** Nothing of the machine's own print system is read or written. */
function filesConfiguration(at: (name: string) => string): string {
  return [
    `ServerRoot ${at('.')}`,
    `RequestRoot ${at('spool')}`,
    `TempDir ${at('spool/temporary')}`,
    `StateDir ${at('state')}`,
    `CacheDir ${at('cache')}`,
    `ErrorLog ${at('errors')}`,
    `AccessLog ${at('access')}`,
    `PageLog ${at('pages')}`,
    'FileDevice Yes',
    '',
  ].join('\n');
}

function configuration(socket: string): string {
  return [
    `Listen ${socket}`,
    'LogLevel debug',
    'PreserveJobHistory Yes',
    'PreserveJobFiles Yes',
    'Browsing No',
    'WebInterface No',
    'DefaultAuthType None',
    '<Location />',
    'Order allow,deny',
    'Allow all',
    '</Location>',
    '<Policy default>',
    'JobPrivateAccess all',
    'JobPrivateValues none',
    '<Limit All>',
    'Order deny,allow',
    'Allow all',
    '</Limit>',
    '</Policy>',
    '',
  ].join('\n');
}

async function untilThere(socket: string, errors: string): Promise<void> {
  for (const begun = Date.now(); !fs.existsSync(socket); await pause(50)) {
    if (Date.now() - begun < START_LIMIT_MS) continue;
    throw new Error(`cupsd did not start: ${fs.existsSync(errors) ? fs.readFileSync(errors, 'utf8') : 'no word'}`);
  }
}

/** CUPS tells the words of each job in its log: printer, number, person, title, copies, options, file. */
function readJobs(at: (name: string) => string): readonly PrintedJob[] {
  const log = fs.readFileSync(at('errors'), 'utf8');
  const words = new Map<string, string[]>();
  for (const [, job = '', word = ''] of log.matchAll(/\[Job (\d+)\] argv\[\d\]="(.*)"$/gm)) {
    words.set(job, [...(words.get(job) ?? []), word]);
  }
  return [...words.values()].map(([printer = '', , , title = '', copies = '', options = '', file = '']) => ({
    printer,
    title,
    copies: Number(copies),
    options: options.split(' '),
    bytes: fs.readFileSync(file),
  }));
}
