/** The page about access says what the table says. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { ACCESS_PAGE, accessPage } from '../../build/accessPage.ts';

test('docs/access.md is the access table as it stands; `node build/accessPage.ts` writes it anew', () => {
  expect(fs.readFileSync(ACCESS_PAGE, 'utf8')).toBe(accessPage());
});
