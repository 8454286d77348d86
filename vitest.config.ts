/** One vitest project per room; two files at a time, as many as the smallest machine has processors. */
import { defineConfig } from 'vitest/config';
import { ROOMS } from './build/rooms.mjs';

const layers = { test: { name: 'layers', include: ['test/layers.test.ts'] } };

const rooms = ROOMS.map(({ name, limitMs, takesTurns }) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: limitMs,
    hookTimeout: limitMs,
    fileParallelism: !takesTurns,
  },
}));

export default defineConfig({
  test: { pool: 'forks', maxWorkers: 2, projects: [layers, ...rooms] },
});
