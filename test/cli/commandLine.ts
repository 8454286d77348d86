/** Runs the built command line as a person would: a process of its own, nobody at its keyboard, its two streams, its exit code. */

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type Outcome = { readonly exit: number; readonly stdout: string; readonly stderr: string };

export function registry(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 };
    const command = execFile(process.execPath, ['out/main/cli.js', ...words], options, (error, stdout, stderr) => {
      resolve({ exit: error ? Number(error.code) : 0, stdout, stderr });
    });
    command.stdin?.end();
  });
}

/** The one JSON document that a command prints. */
export async function answerOf(
  words: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const { stdout } = await registry([...words, '--json'], environment);
  return JSON.parse(stdout) as Record<string, unknown>;
}

export type Sample = {
  readonly data: string;
  /** A file beside the registry. */
  readonly at: (name: string) => string;
  /** Whoever is clerk and administrator, once the tests run. */
  readonly login: () => string;
  readonly asClerk: (words: readonly string[]) => readonly string[];
  /** With the password of everybody in the sample. */
  readonly environment: Readonly<Record<string, string>>;
};

/** A sample registry for the tests of a file, in a folder that goes with them. */
export function sampleRegistry(): Sample {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-cli-'));
  const data = path.join(folder, 'data');
  const environment: Record<string, string> = {};
  let login = '';
  beforeAll(async () => {
    const answer = await answerOf(['init', '--sample', '--data', data]);
    login = String(answer.login);
    environment.REGISTRY_PASSWORD = String(answer.password);
  }, 60_000);
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return {
    data,
    at: (name) => path.join(folder, name),
    login: () => login,
    asClerk: (words) => [...words, '--data', data, '--as', login],
    environment,
  };
}
