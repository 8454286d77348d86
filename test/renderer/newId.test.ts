/** Ids that the window mints. */
import { expect, test } from 'vitest';
import { newId } from '../../renderer/newId.ts';

test('an id is a UUID of version 7 that begins with the time', () => {
  const before = Date.now();
  const id = newId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const minted = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  expect(minted).toBeGreaterThanOrEqual(before);
  expect(minted).toBeLessThanOrEqual(Date.now());
});

test('a thousand ids are a thousand', () => {
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});
