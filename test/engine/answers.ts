/** How a call ended, told in one word: `answered`, or the code of the refusal. */

import type { EngineClient } from '../../electron/contract/procedures.ts';
import { contract } from '../../electron/contract/procedures.ts';
import type { Broken } from '../../electron/domain/broken.ts';

/** Every procedure of the contract, as `subject.verb`. */
export const PROCEDURES: readonly string[] = Object.entries(contract).flatMap(([subject, verbs]) =>
  Object.keys(verbs).map((verb) => `${subject}.${verb}`),
);

type Anything = (input: unknown) => Promise<unknown>;

export function procedureOf(client: EngineClient, path: string): Anything {
  const [subject = '', verb = ''] = path.split('.');
  const verbs = client as unknown as Readonly<Record<string, Readonly<Record<string, Anything>>>>;
  const call = verbs[subject]?.[verb];
  if (!call) throw new Error(`There is no procedure ${path}`);
  return call;
}

export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    // Long work has not begun before its first step is asked for.
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
      for await (const _ of answer as AsyncIterable<unknown>) break;
    }
    return 'answered';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** The codes of the rules that a call broke; the refusal's own code where it was another one. */
export async function brokenBy(call: Promise<unknown>): Promise<readonly string[]> {
  try {
    await call;
    return ['answered'];
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { broken?: readonly Broken[] } };
    return data?.broken?.map((broken) => broken.code) ?? [code ?? String(error)];
  }
}
