/** Runs the built command line as a person would: a process of its own, nobody at its keyboard, its two streams, its exit code. */

import { execFile } from 'node:child_process';
import path from 'node:path';

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
