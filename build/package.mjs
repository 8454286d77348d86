/** `npm run package`: builds, then packages the target `dir` or those named: `npm run package -- nsis`. */
import path from 'node:path';
import { findElectron } from './electron.mjs';
import { build } from './freshBuild.mjs';
import { foreground, nodeExecutable, packageFolder, root } from './machine.mjs';

const targets = process.argv.slice(2);
const platform = { win32: '--win', darwin: '--mac' }[process.platform] ?? '--linux';

await build();
const electron = await findElectron();
if (electron.origin !== 'official') {
  console.error(`Packaging the stand-in runtime ${electron.version}, for trying only: ${electron.why}.`);
}
const builder = path.join(packageFolder('electron-builder'), 'cli.js');
process.exitCode = await foreground(
  nodeExecutable(),
  [
    builder,
    platform,
    ...(targets.length > 0 ? targets : ['dir']),
    '--config',
    path.join(root, 'build/electron-builder.yml'),
    `--config.electronVersion=${electron.version}`,
    `--config.electronDist=${electron.dist}`,
    '--publish',
    'never',
  ],
  { cwd: root },
);
