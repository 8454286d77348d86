/** Whoever looks a room up in the manual finds it under the name that stands in the navigation. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from '../../renderer/rooms.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const shell = read('renderer/text/shell.ts');

/** The Chinese words stand first. */
function nameOf(label: string): string {
  return new RegExp(`^ {4}${label}: '([^']+)'`, 'm').exec(shell)?.[1] ?? label;
}

test('every room has a section of the manual', () => {
  const headings = read('docs/manual.zh.md')
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n');
  const names = ROOMS.map(({ label }) => nameOf(label));
  expect(names).toContain('今日');
  expect(names.filter((name) => !headings.includes(name))).toEqual([]);
});
