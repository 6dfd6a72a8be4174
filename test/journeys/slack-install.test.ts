// A workspace installs the bot, uses it, removes it and installs it again: the same people find the same things.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installs } from '../support/slack/local/browser.ts';
import { type House, openHouse, PUBLIC_URL } from '../support/slack/house.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import { until } from '../support/slack/person.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mentor-cycle-install-'));
let slack: LocalSlack;
let house: House;
beforeAll(async () => {
  const users = [
    { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
    { name: 'grace', realName: 'Grace Hill', locale: 'en-GB' },
  ];
  slack = await startLocalSlack({ users, redirectUris: [`${PUBLIC_URL}/slack/oauth_redirect`] });
  slack.allow(LOCAL.botToken, null);
  house = await openHouse(slack, { via: 'install', dataDir });
});
afterAll(async () => {
  await house.stop();
  await slack.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const installing = (who: string) => installs(slack, who, { url: house.url, publicUrl: PUBLIC_URL });
const answers = async (who: string) => (await slack.person(who).sees()).ephemerals;

it('says nothing in a workspace that has not installed it', async () => {
  await slack.person('anna').types('/mentor');
  expect(await answers('anna')).toEqual([]);
  expect(slack.calls).toEqual([]);
});

it('makes whoever installs it the first coordinator, and greets them', async () => {
  const { status, page } = await installing('anna');
  expect(status).toBe(200);
  expect(page).toContain('lang="sv"');
  await slack.person('anna').hears('Du är den första samordnaren för Mentor Guild');
  await slack.person('anna').types('/cohort create Hösten');
  await until(() => slack.person('anna').desk.top);
});

it('uses the token that it was given, and no other', () => {
  const tokens = new Set(slack.calls.map((call) => call.token).filter((token) => token !== ''));
  expect([...tokens]).toEqual([expect.stringMatching(/^xoxb-(?!local)/)]);
});

it('still has it after a restart', async () => {
  await house.stop();
  house = await openHouse(slack, { via: 'install', dataDir });
  await slack.person('anna').types('/cohort');
  await expect.poll(() => answers('anna')).toEqual([expect.stringContaining('Det finns ingen omgång än.')]);
});

it('falls silent when it is removed, and calls Slack no more', async () => {
  await slack.uninstalls();
  const before = slack.calls.length;
  await slack.person('grace').types('/mentor');
  expect(await answers('grace')).toEqual([]);
  expect(slack.calls.slice(before)).toEqual([]);
});

it('knows everybody again when it is back', async () => {
  expect((await installing('grace')).status).toBe(200);
  await slack.person('anna').types('/cohort');
  await expect.poll(() => answers('anna')).toHaveLength(2);
  await slack.person('grace').types('/cohort');
  await expect.poll(() => answers('grace')).toEqual([expect.stringContaining('This is not yours to open')]);
  expect(house.faults).toEqual([]);
});
