/** The command line: the same engine in process; every command answers in words or, with --json, as one JSON document. */

import { Command } from 'commander';
import { addDocumentCommands } from './commands/documentCommands.ts';
import { addDutyCommands } from './commands/dutyCommands.ts';
import { addListCommands } from './commands/listCommands.ts';
import { exitUsage } from './commands/outcome.ts';
import { addPaperCommands } from './commands/paperCommands.ts';
import { addRegistryCommands } from './commands/registryCommands.ts';
import { addReportCommands } from './commands/reportCommands.ts';
import { addRequestClockCommand } from './commands/requestClockCommand.ts';
import { addRuleCommands } from './commands/ruleCommands.ts';
import { addTableCommands } from './commands/tableCommands.ts';

const program = new Command('registry')
  .description('政务公开文件台账 · Disclosure registry')
  .showHelpAfterError()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

addRuleCommands(program);
addRequestClockCommand(program);
addRegistryCommands(program);
addDocumentCommands(program);
addPaperCommands(program);
addTableCommands(program);
addDutyCommands(program);
addListCommands(program);
addReportCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  exitUsage(error);
}
