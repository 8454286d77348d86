/** One vitest project per room; those that start programs get long limits and few workers. */
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

function room(name: string, limitMs: number) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      testTimeout: limitMs,
      hookTimeout: limitMs,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      { test: { name: 'layers', include: ['test/layers.test.ts'], testTimeout: 30_000 } },
      room('domain', 30_000),
      room('store', MINUTE),
      room('engine', MINUTE),
      room('print', 2 * MINUTE),
      room('exchange', 2 * MINUTE),
      room('renderer', MINUTE),
      room('doors', 3 * MINUTE),
      room('desktop', 3 * MINUTE),
      room('web', 3 * MINUTE),
      room('cli', 2 * MINUTE),
    ],
  },
});
