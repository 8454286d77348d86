/** The same engine through its three doors: called in process, over a message port, over HTTP on loopback. */

import { EventEmitter } from 'node:events';
import path from 'node:path';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { runEngine } from '../../electron/engineProcess.ts';
import { type Service, serve } from '../../electron/serve.ts';
import { RESOURCES, type World } from '../world.ts';

export type Door = {
  /** A client on a seat of its own. */
  readonly newSeat: () => Promise<EngineClient>;
  readonly close: () => Promise<void>;
};

export const DOORS: Readonly<Record<string, (world: World) => Promise<Door>>> = {
  'in process': async (world) => {
    let seats = 0;
    return { newSeat: async () => world.atSeat(`seat ${++seats}`), close: async () => undefined };
  },
  'over a port': async (world) => {
    const engine = startEngine(world);
    return { newSeat: async () => engine.connect().client, close: engine.close };
  },
  'over HTTP': async (world) => {
    const service = await openService(world);
    return { newSeat: async () => (await admitted(service)).client, close: service.close };
  },
};

export type Told = { readonly kind: string; readonly message?: string };

export type StartedEngine = {
  readonly told: readonly Told[];
  readonly connect: (token?: string) => { readonly client: EngineClient; readonly port: NodePort };
  readonly say: (kind: string) => void;
  readonly waitFor: (kind: string) => Promise<Told>;
  readonly close: () => Promise<void>;
};

/** The program of the engine's process, here beside a channel of worker threads instead of Electron's. */
export function startEngine(
  { dataFolder, engine: { clock, appVersion } }: World,
  resources = RESOURCES,
): StartedEngine {
  const messages = new EventEmitter();
  const answers = new EventEmitter();
  const told: Told[] = [];
  let seats = 0;
  const parent = {
    on: (event: string, listener: (message: unknown) => void) => messages.on(event, listener),
    postMessage: (message: unknown) => {
      told.push(message as Told);
      answers.emit('told');
    },
  };
  runEngine(parent as unknown as Parameters<typeof runEngine>[0], { dataFolder, resources, clock, appVersion });
  const ports: NodePort[] = [];

  async function waitFor(kind: string): Promise<Told> {
    for (;;) {
      const found = told.find((one) => one.kind === kind);
      if (found) return found;
      await new Promise((resolve) => answers.once('told', resolve));
    }
  }
  const say = (kind: string) => messages.emit('message', { data: { kind }, ports: [] });
  return {
    told,
    say,
    waitFor,
    connect: (token = `seat ${++seats}`) => {
      const { port1, port2 } = new MessageChannel();
      messages.emit('message', { data: { kind: 'port', token }, ports: [port1] });
      port2.start();
      ports.push(port2);
      return { client: createORPCClient(new PortLink({ port: port2 as unknown as MessagePort })), port: port2 };
    },
    close: async () => {
      say('closing');
      await waitFor('closed');
      for (const port of ports) port.close();
    },
  };
}

const SITE = path.resolve(import.meta.dirname, '../../out/renderer');

export function openService(world: World): Promise<Service> {
  return serve(world.engine, { port: 0, siteFolder: SITE });
}

/** As a browser that followed the invitation: the cookie of a new seat, and a client that sends it. */
export async function admitted(service: Service): Promise<{ readonly cookie: string; readonly client: EngineClient }> {
  const answer = await fetch(service.invite(), { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, origin: service.address };
  return { cookie, client: createORPCClient(new HttpLink({ url: `${service.address}/rpc`, headers })) };
}
