/** Writes `docs/access.md` from the engine's access table: `node build/accessPage.ts`. A test compares the two. */
import fs from 'node:fs';
import path from 'node:path';
import { ROLES } from '../electron/domain/roles.ts';
import { say } from '../electron/domain/wording/say.ts';
import { ACCESS, type Access, WHILE_LOCKED } from '../electron/engine/access.ts';

export const ACCESS_PAGE = path.resolve(import.meta.dirname, '../docs/access.md');

/** Signed in with this role; also without a session. */
const ALLOWED = '●';
const ANYONE = '○';

export function accessPage(): string {
  const rows = Object.entries(ACCESS);
  const subjects = new Set(rows.map(([name]) => name.slice(0, name.indexOf('.') + 1)));
  const roles = ROLES.map((role) => `\`${role}\` ${say('zh', `role.${role}`)}`);
  return [
    '# Who may call what',
    '',
    'Made from `electron/engine/access.ts` by `node build/accessPage.ts`; do not edit. A procedure that is not in the',
    'table is refused. The table is asked before the input is looked at. Divisions are checked inside the procedures: a',
    'division head reaches only the documents that the own division drafted.',
    '',
    `Roles: ${roles.join(', ')}. ${ALLOWED} may call it when signed in, ${ANYONE} anyone may, also without a session.`,
    '',
    `Callable while a seat is locked: ${WHILE_LOCKED.map((name) => `\`${name}\``).join(', ')}.`,
    ...[...subjects].flatMap((subject) => {
      return ['', `## ${subject.slice(0, -1)}`, '', ...tableOf(rows.filter(([name]) => name.startsWith(subject)))];
    }),
    '',
  ].join('\n');
}

function tableOf(rows: readonly (readonly [string, Access])[]): readonly string[] {
  return [
    `| procedure | ${ROLES.join(' | ')} |`,
    `|---|${ROLES.map(() => ':-:').join('|')}|`,
    ...rows.map(([name, access]) => `| \`${name}\` | ${cellsOf(access).join(' | ')} |`),
  ];
}

function cellsOf(access: Access): readonly string[] {
  if (access === 'anyone') return ROLES.map(() => ANYONE);
  return ROLES.map((role) => (access === 'signedIn' || access.includes(role) ? ALLOWED : ''));
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  fs.writeFileSync(ACCESS_PAGE, accessPage());
}
