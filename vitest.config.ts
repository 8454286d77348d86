/** One vitest project per room; rooms that drive the built program take turns, two cores do not carry two windows. */
import { defineConfig } from 'vitest/config';
import { ROOMS } from './build/rooms.mjs';

const layers = { test: { name: 'layers', include: ['test/layers.test.ts'] } };

const rooms = ROOMS.map(({ name, limitMs, isBuilt }) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: limitMs,
    hookTimeout: limitMs,
    fileParallelism: !isBuilt,
  },
}));

export default defineConfig({
  test: { pool: 'forks', maxWorkers: 2, projects: [layers, ...rooms] },
});
