/** Every page of every role in one language, as a person with a browser sees it. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { MATTER_KINDS } from '../../electron/domain/matters/kinds.ts';
import { ROLES, type Role } from '../../electron/domain/roles.ts';
import { ROOMS } from '../../renderer/rooms.ts';
import { look } from './look.ts';
import { enter, type Language, type Office, openOffice } from './office.ts';

/** The tests of a file: each language has one of its own, so that they are walked side by side. */
export function walkPages(language: Language): void {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test.each(ROLES)('every room of a %s is whole, quiet and open to all', async (role) => {
    const person = office.holderOf(role);
    const visitor = await office.visit(person, language);
    const { page } = visitor;
    const found: string[] = [];
    for (const { path: room, roles } of ROOMS) {
      if (!roles.some((each: Role) => person.roles.includes(each))) continue;
      await enter(page, room);
      found.push(...(await look(page, `${role}-${language}-${room.slice(1)}`)));
    }
    expect([...found, ...visitor.complaints]).toEqual([]);
    await visitor.close();
  });

  test('the page of a document and its amendment are whole, quiet and open to all', async () => {
    const clerk = office.holderOf('clerk');
    const client = await office.clientOf(clerk);
    const sort = { by: 'signedOn', direction: 'desc' } as const;
    const { rows } = await client.documents.list({ filter: { reviewStage: 'approved' }, sort, offset: 0, limit: 1 });
    const visitor = await office.visit(clerk, language);
    await enter(visitor.page, `/documents/${rows[0]?.id}`);
    const found = [...(await look(visitor.page, `clerk-${language}-document`))];
    await enter(visitor.page, `/register/${rows[0]?.id}`);
    await visitor.page.locator('#reasonForChange').waitFor();
    found.push(...(await look(visitor.page, `clerk-${language}-amendment`)));
    expect([...found, ...visitor.complaints]).toEqual([]);
    await visitor.close();
  });

  test('the pages of requests and their dialogs are whole, quiet and open to all', async () => {
    const clerk = office.holderOf('clerk');
    const client = await office.clientOf(clerk);
    const { rows } = await client.requests.list({ filter: {}, offset: 0, limit: 20 });
    const visitor = await office.visit(clerk, language);
    const { page } = visitor;
    const found: string[] = [];
    for (const state of ['consulting', 'delivered', 'unconfirmed']) {
      const request = rows.find((row) => row.state === state);
      await enter(page, `/requests/${request?.id}`);
      await page.locator('#clock').waitFor();
      found.push(...(await look(page, `clerk-${language}-request-${state}`)));
      await page.keyboard.press('Control+Enter');
      await page.locator('.form-dialog').waitFor();
      found.push(...(await look(page, `clerk-${language}-request-${state}-dialog`)));
      await page.keyboard.press('Escape');
    }
    // The page of a request stands under the same entry of the navigation.
    await enter(page, '/today');
    await enter(page, '/requests');
    await page.keyboard.press('n');
    await page.locator('.form-dialog').waitFor();
    found.push(...(await look(page, `clerk-${language}-request-register`)));
    expect([...found, ...visitor.complaints]).toEqual([]);
    await visitor.close();
  });

  test('the page of a matter of each kind is whole, quiet and open to all', async () => {
    const clerk = office.holderOf('clerk');
    const client = await office.clientOf(clerk);
    const visitor = await office.visit(clerk, language);
    const found: string[] = [];
    for (const { key } of MATTER_KINDS) {
      const [matter] = await client.matters.list({ kind: key, isOpen: false });
      await enter(visitor.page, `/matters/${matter?.id}`);
      await visitor.page.locator('.doc-name').waitFor();
      found.push(...(await look(visitor.page, `clerk-${language}-matter-${key}`)));
    }
    expect([...found, ...visitor.complaints]).toEqual([]);
    await visitor.close();
  });
}
