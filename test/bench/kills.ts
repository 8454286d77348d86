/** 200 kills of the built program in the middle of writes: nothing acknowledged is lost, nothing is done by half. */

import { buildIfStale } from '../../build/freshBuild.mjs';
import { killAgainAndAgain, tollInWords } from '../doors/kills.ts';
import { makeWorld } from '../world.ts';

const KILLS = 200;

await buildIfStale();
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
const world = await makeWorld({ now: new Date().toISOString() });
try {
  const toll = await killAgainAndAgain(world, KILLS, seed);
  console.log(tollInWords(toll, seed));
  for (const problem of toll.problems) console.log(problem);
  if (toll.problems.length > 0) process.exitCode = 1;
} finally {
  world.close();
}
