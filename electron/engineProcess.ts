/** The engine's own process on the desktop: opens the registry and serves the router on the ports that windows hand in. */

import os from 'node:os';
import { parseArgs } from 'node:util';
import { RPCHandler } from '@orpc/server/message-port';
import { say } from './domain/wording/say.ts';
import type { Engine, EngineOptions } from './engine/engine.ts';
import { tryToOpen } from './engine/opening.ts';
import { builtResources } from './engine/resources.ts';
import { router } from './engine/router.ts';
import { startUpkeep, type Upkeep } from './engine/upkeep.ts';

/** As `desktop/engineMessages.ts` says, which belongs to the other side. */
type Asked =
  | { readonly kind: 'port'; readonly token: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'closing' };

type Port = {
  readonly on: (event: string, listener: (event?: { data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
};

type Parent = {
  readonly on: (event: 'message', listener: (event: { data: Asked; ports: readonly Port[] }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

type Running = { readonly engine: Engine; readonly upkeep: Upkeep };

export function runEngine(parent: Parent, options: EngineOptions): void {
  const handler = new RPCHandler(router);
  let running: Running | undefined;

  parent.on('message', ({ data, ports }) => {
    if (data.kind === 'port') connect(data.token, ports);
    if (data.kind === 'resumed') running?.upkeep.resumed();
    if (data.kind === 'closing') void close();
  });

  function connect(token: string, [port]: readonly Port[]): void {
    if (!running || !port) return;
    const context = { engine: running.engine, token, workstation: os.hostname() };
    handler.upgrade(port, { context });
    port.start();
  }

  async function close(): Promise<void> {
    await running?.upkeep.close();
    parent.postMessage({ kind: 'closed' });
  }

  const opening = tryToOpen(options);
  if ('problem' in opening) {
    console.error(`${opening.problem} ${opening.cause ?? ''}`);
    // Before the window can say which language it speaks, so in both.
    const message = `${say('zh', opening.problem)}\n${say('en', opening.problem)}`;
    parent.postMessage({ kind: 'failed', message });
    return;
  }
  const { engine } = opening;
  const upkeep = startUpkeep(engine, (sweep) => parent.postMessage({ kind: 'reminders', ...sweep }));
  running = { engine, upkeep };
  parent.postMessage({ kind: 'ready' });
}

const { parentPort } = process as unknown as { readonly parentPort?: Parent };
if (parentPort) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, resources: { type: 'string' } } });
  runEngine(parentPort, { dataFolder: values.data ?? '', resources: builtResources(values.resources ?? '') });
}
