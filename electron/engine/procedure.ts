/** How every procedure is made: the guard before it, one look or one transaction inside it, one form of error after it. */

import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/procedures.ts';
import { type Broken, broken } from '../domain/broken.ts';
import { brokenByFileSize } from '../domain/fileSize.ts';
import { ACCESS, type Access, WHILE_LOCKED } from './access.ts';
import { type Actor, seatOf, systemActor } from './actor.ts';
import type { Engine } from './engine.ts';
import { refusal } from './refusal.ts';
import type { Act, Look, Registry, Work } from './registry.ts';

/** What a transport hands in with every call. The token names the seat: a window, a browser, a command line. */
export type Door = { readonly engine: Engine; readonly token: string; readonly workstation: string };

type Guarded = Door & { readonly actor: Actor };

type Call<Input, Context> = {
  readonly input: Input;
  readonly context: Context;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Runs before the input is even looked at: session, lock and role are checked by the access table, deny by default.
 * After the call it turns anything that is not a refusal into a fault with a number.
 */
export const os = implement(contract)
  .$context<Door>()
  .use(async ({ context, path, next }) => {
    const { engine, token, workstation } = context;
    const name = path.join('.');
    try {
      const access: Access | undefined = (ACCESS as Readonly<Record<string, Access>>)[name];
      const actor = admit(engine, access, name, token, workstation);
      return await next({ context: { ...context, actor } });
    } catch (error) {
      throw refusalOf(engine, name, error);
    }
  });

function admit(engine: Engine, access: Access | undefined, name: string, token: string, workstation: string): Actor {
  const { registry } = engine;
  const seat = registry && seatOf(registry.store.readable, token, workstation, engine.clock());
  if (seat?.isLocked && !WHILE_LOCKED.includes(name)) throw refusal('LOCKED');
  if (access === 'anyone') return seat?.actor ?? systemActor(workstation);
  if (!seat) throw refusal('SIGN_IN');
  if (access === 'signedIn') return seat.actor;
  if (access?.some((role) => seat.actor.roles.includes(role))) return seat.actor;
  engine.noteRefusal(seat.actor, name);
  throw refusal('NOT_ALLOWED');
}

/** Refusals pass; input that does not fit the contract names its fields; everything else is logged and masked. */
export function refusalOf(engine: Engine, name: string, error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR' && error.code !== 'BAD_REQUEST')
    return error;
  const issues = issuesOf(error);
  if (issues) return refusal('BROKEN_RULES', { broken: issues.map(brokenBy) });
  if (isDiskFull(error)) return refusal('BROKEN_RULES', { broken: [{ code: 'disk.full', field: '' }] });
  return refusal('FAULT', { faultNumber: engine.logFault(name, error) });
}

type Issue = {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly code?: string;
  readonly origin?: string;
  readonly maximum?: number;
};

function issuesOf(error: unknown): readonly Issue[] | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const { issues } = (error.data ?? {}) as { issues?: readonly Issue[] };
  return issues ?? [{}];
}

function brokenBy({ path, code, origin, maximum = 0 }: Issue): Broken {
  const field = (path ?? []).map(fieldOf).join('.');
  return code === 'too_big' && origin === 'file' ? brokenByFileSize(field, maximum) : broken('input.invalid', field);
}

function fieldOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment);
}

function isDiskFull(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === 'SQLITE_FULL';
}

export function registryOf(engine: Engine): Registry {
  if (!engine.registry) throw refusal('NO_REGISTRY');
  return engine.registry;
}

type Asked<Input> = Look & {
  readonly input: Input;
  readonly engine: Engine;
  readonly registry: Registry;
  readonly signal: AbortSignal | undefined;
};
type Done<Input> = Work & { readonly input: Input; readonly engine: Engine; readonly registry: Registry };

/** A procedure that only looks. */
export function read<Input, Output>(
  body: (asked: Asked<Input>) => Promise<Output>,
): (call: Call<Input, Guarded>) => Promise<Output> {
  return ({ context: { engine, actor }, input, signal }) => {
    const registry = registryOf(engine);
    return body({ ...registry.look(actor), input, engine, registry, signal });
  };
}

/** A procedure that writes: one transaction, at least one trail entry, durable before the answer. */
export function write<Input, Output>(
  body: (done: Done<Input>) => Promise<Output>,
): (call: Call<Input, Guarded>) => Promise<Output> {
  return ({ context: { engine, actor }, input }) => {
    const registry = registryOf(engine);
    return registry.write(actor, (work) => body({ ...work, input, engine, registry }));
  };
}

type Once<Input, Prepared, Told, Output> = {
  /** What takes its time and needs no transaction: a file is read, a key is made. */
  readonly prepare?: (input: Input) => Promise<Prepared>;
  readonly isKnown: (done: Done<Input>) => boolean;
  /** The entry that it leaves then. */
  readonly again: (done: Done<Input>) => Act;
  readonly act: (done: Done<Input>, prepared: Prepared) => Told;
  /** Without what the act told where the call came again. */
  readonly answer: (done: Done<Input>, told: Told | undefined) => Output;
};

/** A write of what the caller named by an id: the same call again does nothing, leaves its own entry, and gets the answer. */
export function writeOnce<Input, Prepared, Told, Output>(
  once: Once<Input, Prepared, Told, Output>,
): (call: Call<Input, Guarded>) => Promise<Output> {
  return async (call) => {
    const prepared = (await once.prepare?.(call.input)) as Prepared;
    return write<Input, Output>(async (done) => {
      if (!once.isKnown(done)) return once.answer(done, once.act(done, prepared));
      done.record(once.again(done));
      return once.answer(done, undefined);
    })(call);
  };
}

export type Step<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result };

/** Long work: yields its progress, then its one result; the caller's abort reaches it. */
export function work<Input, Result>(
  name: string,
  body: (call: Call<Input, Guarded> & { readonly registry: Registry }) => AsyncGenerator<Step<Result>>,
): (call: Call<Input, Guarded>) => AsyncGenerator<Step<Result>> {
  return async function* ({ context, input, signal }) {
    try {
      yield* body({ context, input, signal, registry: registryOf(context.engine) });
    } catch (error) {
      throw refusalOf(context.engine, name, error);
    }
  };
}
