/** The typed client of the engine: a message port on the desktop, HTTP in a browser. It outlives the engine. */

import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { RefusalCode } from '../electron/contract/errors.ts';
import type { EngineClient } from '../electron/contract/procedures.ts';
import { ENGINE_PORT } from '../electron/desktop/bridge.ts';
import { isDesktop } from './native.ts';

type NoContext = Record<never, never>;

/** Asks the desktop for a port to the engine that runs now; it comes once the engine is up. */
function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function take(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== ENGINE_PORT || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(port);
    }
    window.addEventListener('message', take);
    window.postMessage(ENGINE_PORT, '*');
  });
}

/** A call on the port of a dead engine would never settle, so each call waits for the port that is open now. */
function portLink(): DynamicLink<NoContext> {
  let current = connect();
  async function connect(): Promise<PortLink<NoContext>> {
    const port = await askForPort();
    port.addEventListener('close', () => {
      current = connect();
    });
    port.start();
    return new PortLink<NoContext>({ port });
  }
  return new DynamicLink<NoContext>(() => current);
}

export const client: EngineClient = createORPCClient(
  isDesktop() ? portLink() : new HttpLink<NoContext>({ url: `${location.origin}/rpc` }),
);

export const orpc = createTanstackQueryUtils(client);

/** The engine's answer that it will not; undefined where the call was lost on the way (engine gone, no network). */
export function refusalOf(error: unknown): ORPCError<RefusalCode, unknown> | undefined {
  return error instanceof ORPCError ? (error as ORPCError<RefusalCode, unknown>) : undefined;
}

const SESSION_ENDED: readonly string[] = ['SIGN_IN', 'LOCKED'] satisfies readonly RefusalCode[];

/** Reads are repeated when the engine went away, never when it refused. */
function mayRetry(failures: number, error: Error): boolean {
  return failures < 3 && refusalOf(error) === undefined;
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      const ended = SESSION_ENDED.includes(refusalOf(error)?.code ?? '');
      const isSession = JSON.stringify(query.queryKey[0]) === JSON.stringify(orpc.people.session.key()[0]);
      if (ended && !isSession) void queryClient.invalidateQueries({ queryKey: orpc.people.session.key() });
    },
  }),
  defaultOptions: {
    queries: { retry: mayRetry, retryDelay: 400, staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Another person takes the seat: nothing that the one before could see may be shown again. */
export async function changeSeat(change: () => Promise<unknown>): Promise<void> {
  await change();
  const kept = [orpc.registry.state.key(), orpc.people.session.key()].map(([path]) => JSON.stringify(path));
  queryClient.removeQueries({ predicate: ({ queryKey }) => !kept.includes(JSON.stringify(queryKey[0])) });
  await queryClient.invalidateQueries();
}

/**
 * Runs a write that may be cut off by the engine's death: its outcome is unknown then, and since the caller minted the
 * record's id, doing it again returns the same record.
 */
export async function untilAnswered<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (refusalOf(error) !== undefined || attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
    }
  }
}
