/** The closed list of ways in which the engine says no. Sentences for users stand in `domain/wording`. */

import { oc } from '@orpc/contract';
import { z } from 'zod';

export const brokenSchema = z.object({
  code: z.string(),
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A fault carries a number under which the log holds the details; nothing of them crosses the boundary. */
export const procedure = oc.errors({
  SIGN_IN: { status: 401 },
  WRONG_PASSWORD: { status: 401, data: z.object({ triesLeft: z.number() }) },
  THROTTLED: { status: 429, data: z.object({ retryInSeconds: z.number() }) },
  LOCKED: { status: 423 },
  NOT_ALLOWED: { status: 403 },
  NOT_FOUND: { status: 404 },
  /** Someone changed the record meanwhile: what stands in the registry now. */
  STALE: { status: 409, data: z.object({ currentVersion: z.number(), changedFields: z.array(z.string()) }) },
  NO_REGISTRY: { status: 409 },
  REGISTRY_EXISTS: { status: 409 },
  BROKEN_RULES: { status: 422, data: z.object({ broken: z.array(brokenSchema) }) },
  FAULT: { status: 500, data: z.object({ faultNumber: z.string() }) },
});

export type RefusalCode = keyof (typeof procedure)['~orpc']['errorMap'];
