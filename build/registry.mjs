/** `npm run registry -- COMMAND …`: the command line of the built program, built first where a source is newer. */
import path from 'node:path';
import { buildIfStale } from './freshBuild.mjs';
import { foreground, nodeExecutable, root } from './machine.mjs';

/** Megabytes for what lives shortly: with its own choice, thrice 16, Node takes 100 more for a long ledger, and no less time. */
const SMALL_NURSERY = ['--max-semi-space-size=4'];

try {
  await buildIfStale();
  const program = path.join(root, 'out/main/cli.js');
  process.exitCode = await foreground(nodeExecutable(), [...SMALL_NURSERY, program, ...process.argv.slice(2)]);
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
