/** What a matter says beside its title: values by the names of its kind's fields. */

import { type Day, isDay } from '../day.ts';

export type MatterValue = string | number | boolean | readonly string[] | null;
export type MatterBody = Readonly<Record<string, MatterValue>>;

export function dayIn(body: MatterBody, key: string): Day | null {
  const value = body[key];
  return isDay(value) ? value : null;
}

export function textIn(body: MatterBody, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

export function numberIn(body: MatterBody, key: string): number | null {
  const value = body[key];
  return typeof value === 'number' ? value : null;
}

/** Yes, no, or not said yet. */
export function yesNoIn(body: MatterBody, key: string): boolean | null {
  const value = body[key];
  return typeof value === 'boolean' ? value : null;
}

export function listIn(body: MatterBody, key: string): readonly string[] {
  const value = body[key];
  return Array.isArray(value) ? value : [];
}
