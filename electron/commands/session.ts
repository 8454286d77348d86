/** Opens the engine of a data folder for one command, and signs in the person it acts as. */

import { randomBytes } from 'node:crypto';
import os from 'node:os';
import readline from 'node:readline';
import { createRouterClient } from '@orpc/server';
import type { Command } from 'commander';
import type { EngineClient } from '../contract/procedures.ts';
import { defaultDataFolder } from '../dataFolder.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { tryToOpen } from '../engine/opening.ts';
import { router } from '../engine/router.ts';
import { CommandRefused, type Output } from './outcome.ts';
import { resources } from './ruleCommands.ts';

export type DataOptions = Output & { readonly data?: string };
export type PersonOptions = DataOptions & { readonly as?: string };

export function withData(command: Command): Command {
  return command
    .option('--data <folder>', '登记库所在文件夹 · folder of the registry')
    .option('--json', 'JSON')
    .option('--lang <language>', 'zh | en', 'zh');
}

export function withPerson(command: Command): Command {
  return withData(command).option('--as <login>', '以此人身份；密码取自 REGISTRY_PASSWORD 或当场输入 · acting person');
}

export async function withEngine<Result>(
  options: DataOptions,
  body: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const dataFolder = options.data ?? defaultDataFolder();
  const opening = tryToOpen({ dataFolder, resources: resources() });
  if ('problem' in opening) throw new CommandRefused(opening.problem);
  try {
    return await body(opening.engine);
  } finally {
    opening.engine.close();
  }
}

/** For what a registry cannot be opened for: to be replaced by a copy of it. */
export async function withClosedEngine<Result>(
  options: DataOptions,
  body: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const dataFolder = options.data ?? defaultDataFolder();
  const engine = openEngine({ dataFolder, resources: resources(), isLeftClosed: true });
  try {
    return await body(engine);
  } finally {
    engine.close();
  }
}

/** The seat of this run; without --as nobody sits on it, and the engine refuses what needs a person. */
export function clientOf(engine: Engine): EngineClient {
  const token = randomBytes(32).toString('hex');
  return createRouterClient(router, { context: { engine, token, workstation: os.hostname() } }) as EngineClient;
}

export async function asPerson<Result>(
  options: PersonOptions,
  body: (client: EngineClient, engine: Engine) => Promise<Result>,
): Promise<Result> {
  return withEngine(options, async (engine) => {
    const client = clientOf(engine);
    if (options.as === undefined) return body(client, engine);
    await client.people.signIn({ login: options.as, password: process.env.REGISTRY_PASSWORD ?? (await askPassword()) });
    try {
      return await body(client, engine);
    } finally {
      // A restored registry no longer knows this seat.
      await client.people.signOut().catch(() => undefined);
    }
  });
}

async function askPassword(): Promise<string> {
  const prompt = readline.createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY,
  });
  try {
    return await new Promise((resolve, reject) => {
      // Nobody is there to type: a job of the night, a pipe that has ended.
      prompt.once('close', () => reject(new CommandRefused('password.missing')));
      prompt.question('密码 · Password: ', resolve);
      // What is typed after the prompt is not echoed.
      (prompt as unknown as { _writeToOutput: (text: string) => void })._writeToOutput = () => undefined;
    });
  } finally {
    prompt.close();
  }
}
