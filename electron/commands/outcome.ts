/** How a command ends: 0 done, 1 refused or a broken rule (in words on stderr, with --json as codes on stdout), 2 usage. */

import { ORPCError } from '@orpc/server';
import { CommanderError } from 'commander';
import type { Broken } from '../domain/broken.ts';
import { say } from '../domain/wording/say.ts';

export type Output = { readonly json?: boolean; readonly lang?: string };

export class CommandRefused extends Error {
  readonly code: string;
  readonly broken: readonly Broken[];
  readonly details: object;

  constructor(code: string, broken: readonly Broken[] = [], details: object = {}) {
    super(code);
    this.code = code;
    this.broken = broken;
    this.details = details;
  }
}

export function languageOf({ lang }: Output): 'zh' | 'en' {
  return lang === 'en' ? 'en' : 'zh';
}

/** Prints the answer once: as one JSON document, or as lines of words. */
export function answer(output: Output, value: object, words: readonly string[]): void {
  process.stdout.write(output.json ? `${JSON.stringify(value)}\n` : `${words.join('\n')}\n`);
}

/** Runs a command's body; what it refuses is said and ends with 1. */
export async function run(output: Output, body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    refuse(output, error);
  }
}

function refuse(output: Output, error: unknown): void {
  process.exitCode = 1;
  const { code, broken, details } = refusalOf(error);
  const language = languageOf(output);
  const sentences =
    broken.length > 0
      ? broken.map((finding) => `${fieldWords(language, finding)}${say(language, finding.code, finding.params)}`)
      : [say(language, sentenceKey(code), details as Record<string, string | number>)];
  process.stderr.write(`${sentences.join('\n')}\n`);
  if (output.json)
    process.stdout.write(`${JSON.stringify({ code, ...details, ...(broken.length > 0 ? { broken } : {}) })}\n`);
}

function sentenceKey(code: string): string {
  return code.includes('.') ? code : `refusal.${code}`;
}

function fieldWords(language: 'zh' | 'en', { field }: Broken): string {
  const name = say(language, `field.${field}`);
  if (field === '' || name === `field.${field}`) return '';
  return language === 'zh' ? `${name}：` : `${name}: `;
}

type Refused = { readonly code: string; readonly broken: readonly Broken[]; readonly details: object };

function refusalOf(error: unknown): Refused {
  if (error instanceof CommandRefused) return error;
  if (error instanceof ORPCError) {
    const data = (error.data ?? {}) as { broken?: readonly Broken[] };
    const { broken = [], ...details } = data;
    return { code: broken.length === 1 && broken[0] ? broken[0].code : error.code, broken, details };
  }
  throw error;
}

/** Wrong words on the command line end with 2; a fault shows itself whole. */
export function exitUsage(error: unknown): void {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
