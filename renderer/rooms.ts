/** The rooms of the registry: their place in the navigation and the roles that work there. */

import type { Role } from '../electron/domain/roles.ts';
import type { shellText } from './text/shell.ts';

const READERS: readonly Role[] = ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge', 'auditor'];
/** Who sees figures of the whole bureau. */
const OVERSEERS: readonly Role[] = ['clerk', 'officeReviewer', 'leaderInCharge', 'auditor'];
const EVERYONE: readonly Role[] = [...READERS, 'administrator'];

export type Room = {
  readonly path: string;
  readonly label: keyof typeof shellText.zh;
  readonly group?: 'output' | 'registry';
  readonly roles: readonly Role[];
};

export const ROOMS = [
  { path: '/today', label: 'today', roles: READERS },
  { path: '/register', label: 'register', roles: ['clerk'] },
  { path: '/ledger', label: 'ledger', roles: READERS },
  { path: '/reviews', label: 'reviews', roles: ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge'] },
  { path: '/publication', label: 'publication', roles: ['clerk', 'divisionHead', 'officeReviewer'] },
  { path: '/requests', label: 'requests', roles: READERS },
  { path: '/matters', label: 'matters', roles: READERS },
  { path: '/reassessment', label: 'reassessment', roles: READERS },
  { path: '/duties', label: 'duties', roles: READERS },
  { path: '/reminders', label: 'reminders', roles: ['clerk', 'officeReviewer'] },
  { path: '/print', label: 'print', group: 'output', roles: READERS },
  { path: '/statistics', label: 'statistics', group: 'output', roles: READERS },
  { path: '/annual-report', label: 'annualReport', group: 'output', roles: OVERSEERS },
  { path: '/import', label: 'import', group: 'registry', roles: ['clerk'] },
  { path: '/people', label: 'people', group: 'registry', roles: EVERYONE },
  { path: '/rules', label: 'rules', group: 'registry', roles: EVERYONE },
  { path: '/calendar', label: 'calendar', group: 'registry', roles: EVERYONE },
  { path: '/trail', label: 'trail', group: 'registry', roles: ['administrator', 'auditor'] },
  { path: '/backup', label: 'backup', group: 'registry', roles: ['administrator'] },
  { path: '/fonts', label: 'fonts', group: 'registry', roles: ['administrator', 'auditor'] },
  { path: '/settings', label: 'settings', group: 'registry', roles: EVERYONE },
] as const satisfies readonly Room[];

/** Where a person starts the day: the board, or the first room that the roles open. */
export function firstRoom(roles: readonly Role[]): string {
  return ROOMS.find((room) => room.roles.some((role) => roles.includes(role)))?.path ?? '/settings';
}
