// The sign-up page in a browser: on a small phone, in light and dark, in three languages, for everybody.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinRoutes } from '../../../adapters/links/join.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { civilOf } from '../../../src/time.ts';
import { axeFindings, launch } from '../../browser/chromium.ts';

const PAGE = {
  organisation: 'Sveriges lantbruksvetenskapliga samarbetsuniversitet',
  language: 'sv',
  terms: {},
  cohorts: [
    { name: 'Hösten 2026', startsOn: civilOf('2026-09-24'), isOpen: true },
    { name: 'x'.repeat(80), startsOn: civilOf('2027-02-11'), isOpen: false },
  ],
  platforms: ['slack', 'teams', 'web'],
} as const;

let browser: Browser;
let server: Server;
beforeAll(async () => {
  const site = joinRoutes({ join: async (code) => (code === 'abcdefgh23' ? PAGE : null) });
  server = createServer(getRequestListener(site.fetch)).listen(0, '127.0.0.1');
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it.each(['light', 'dark'] as const)('fits a phone of 360 pixels and hinders nobody, in each language (%s)', async (colorScheme) => {
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  for (const language of LANGUAGES) {
    await page.goto(`http://127.0.0.1:${port}/join/abcdefgh23?lang=${language}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.goto(`http://127.0.0.1:${port}/join/nothing`);
  expect(await axeFindings(page)).toEqual([]);
  // Under its own policy, the page is dressed and its links work.
  const strict = await (await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme })).newPage();
  await strict.goto(`http://127.0.0.1:${port}/join/abcdefgh23?lang=en`);
  expect(await strict.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
  await strict.getByRole('link', { name: 'Svenska' }).click();
  await strict.waitForURL(/lang=sv/);
  expect(await strict.title()).toContain('Mentorskap på');
  await strict.context().close();
  await context.close();
});
