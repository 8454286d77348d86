/** The rooms of tests, in the order in which they run, and what each needs of the machine. */

/**
 * @typedef {object} Room
 * @property {string} name folder below `test`
 * @property {number} limitMs for one test
 * @property {boolean} isBuilt whether it drives the built program
 * @property {boolean} [takesTurns] whether its files run one after the other: two windows take the keyboard from each other
 */

const SECOND = 1000;

/** @type {readonly Room[]} */
export const ROOMS = [
  { name: 'domain', limitMs: 60 * SECOND, isBuilt: false },
  { name: 'store', limitMs: 60 * SECOND, isBuilt: false },
  { name: 'engine', limitMs: 60 * SECOND, isBuilt: false },
  { name: 'print', limitMs: 120 * SECOND, isBuilt: false },
  { name: 'exchange', limitMs: 120 * SECOND, isBuilt: false },
  { name: 'renderer', limitMs: 60 * SECOND, isBuilt: false },
  { name: 'doors', limitMs: 180 * SECOND, isBuilt: true },
  { name: 'desktop', limitMs: 180 * SECOND, isBuilt: true, takesTurns: true },
  { name: 'web', limitMs: 180 * SECOND, isBuilt: true },
  { name: 'cli', limitMs: 180 * SECOND, isBuilt: true },
];
