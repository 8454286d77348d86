/** The ways in which the engine says no, as one error form for every door. */

import { ORPCError } from '@orpc/server';
import type { RefusalCode } from '../contract/errors.ts';
import type { Broken } from '../domain/broken.ts';

const STATUS: Readonly<Record<RefusalCode, number>> = {
  SIGN_IN: 401,
  WRONG_PASSWORD: 401,
  THROTTLED: 429,
  LOCKED: 423,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  STALE: 409,
  NO_REGISTRY: 409,
  REGISTRY_EXISTS: 409,
  BROKEN_RULES: 422,
  FAULT: 500,
};

export function refusal(code: RefusalCode, data?: unknown): ORPCError<RefusalCode, unknown> {
  return new ORPCError(code, { status: STATUS[code], message: code, data });
}

/** Refuses with all findings at once when there are any. */
export function refuseIfBroken(broken: readonly Broken[]): void {
  if (broken.length > 0) throw refusal('BROKEN_RULES', { broken });
}

export function refuseBroken(code: string, field: string, params?: Broken['params']): never {
  throw refusal('BROKEN_RULES', { broken: [{ code, field, ...(params ? { params } : {}) }] });
}
