/** The sample registry behind the loopback door, and a browser seat for whoever is to be tried. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Page } from 'playwright-core';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import type { Role } from '../../electron/domain/roles.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { router } from '../../electron/engine/router.ts';
import { serve } from '../../electron/serve.ts';
import { RESOURCES } from '../world.ts';
import { openBrowser } from './browser.ts';
import { collectComplaints } from './look.ts';
import { settled, watchRequests } from './settled.ts';

export type SamplePerson = Awaited<ReturnType<EngineClient['registry']['createSample']>>['people'][number];
export type Language = 'zh' | 'en';

export type Visitor = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export type Office = {
  readonly people: readonly SamplePerson[];
  /** Whoever holds this role and as little else as possible. */
  readonly holderOf: (role: Role) => SamplePerson;
  /** A client at a seat of its own, signed in. */
  readonly clientOf: (person: SamplePerson) => Promise<EngineClient>;
  /** A browser of their own on the first page behind the sign-in. */
  readonly visit: (person: SamplePerson, language: Language) => Promise<Visitor>;
  readonly close: () => Promise<void>;
};

const built = path.resolve(import.meta.dirname, '../../out');

export async function openOffice(): Promise<Office> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-web-'));
  const engine = openEngine({ dataFolder, resources: RESOURCES, appVersion: '0.0.0-test' });
  const atSeat = (token: string): EngineClient =>
    createRouterClient(router, { context: () => ({ engine, token, workstation: 'test' }) });
  const { password, people } = await atSeat('founder').registry.createSample();
  const service = await serve(engine, { port: 0, siteFolder: path.join(built, 'renderer') });
  const browser = await openBrowser();
  let seats = 0;

  function holderOf(role: Role): SamplePerson {
    const [person] = people
      .filter(({ roles }) => roles.includes(role))
      .toSorted((a, b) => a.roles.length - b.roles.length);
    if (!person) throw new Error(`the sample has no ${role}`);
    return person;
  }

  async function clientOf({ login }: SamplePerson): Promise<EngineClient> {
    const client = atSeat(`seat ${++seats}`);
    await client.people.signIn({ login, password });
    return client;
  }

  async function visit({ login }: SamplePerson, language: Language): Promise<Visitor> {
    const page = await browser.newPage({ locale: language === 'zh' ? 'zh-CN' : 'en' });
    const complaints = await collectComplaints(page);
    watchRequests(page);
    await page.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    await page.goto(service.invite());
    await page.locator('tr', { hasText: login }).getByRole('button').click();
    await page.locator('.frame h1').first().waitFor();
    return { page, complaints, close: () => page.context().close() };
  }

  return {
    people,
    holderOf,
    clientOf,
    visit,
    close: async () => {
      await browser.close();
      await service.close();
      engine.close();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Goes to a room as the navigation would, and waits until it has read what it shows. */
export async function enter(page: Page, room: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, room);
  // Until a page has been loaded the one before stays, under its own entry of the navigation.
  await page.waitForFunction((to) => {
    const entry = document.querySelector('.frame nav [aria-current=page]')?.getAttribute('href');
    if (to.startsWith('/documents/')) return !entry;
    return entry !== null && entry !== undefined && `#${to}/`.startsWith(`${entry}/`);
  }, room);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}
