/** `npm run registry -- COMMAND …`: the command line of the built program, built first where a source is newer. */
import path from 'node:path';
import { buildIfStale } from './freshBuild.mjs';
import { foreground, nodeExecutable, root } from './machine.mjs';

try {
  await buildIfStale();
  const program = path.join(root, 'out/main/cli.js');
  process.exitCode = await foreground(nodeExecutable(), [program, ...process.argv.slice(2)]);
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
