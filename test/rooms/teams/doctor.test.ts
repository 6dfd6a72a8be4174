// What the doctor says of Teams: each illness by its name and with its cure, and no secret.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Examined, teamsChecks } from '../../../adapters/teams/doctor.ts';
import { PATHS } from '../../../adapters/teams/settings.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { plus } from '../../../src/time.ts';
import { openProvider } from '../../support/teams/openid.ts';
import { APP, openDoor, TENANT } from './receive/door.ts';

const SECRET = 'Zq8~secret.of-the_application';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface Reply {
  readonly status: number;
  readonly body?: object;
}

interface Asked {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** A server that answers each request as it is told. */
async function answering(answer: (path: string, method: string) => Reply): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    let text = '';
    for await (const part of request) text += String(part);
    asked.push({ path, form: Object.fromEntries(new URLSearchParams(text)) });
    const { status, body = {} } = answer(path, request.method ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const GIVEN: Reply = { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a-token-of-microsoft' } };
/** As Microsoft writes it, with all that must not be shown to anybody. */
const refusal = (number: number, error = 'invalid_client'): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: { error, error_description: `AADSTS${number}: Words about ${SECRET}. Trace ID: 1`, error_codes: [number], trace_id: '1' },
});

async function settingsAt(login: Reply = GIVEN, more: Partial<Examined> = {}): Promise<{ settings: Examined; asked: Asked[] }> {
  const provider = await openProvider();
  open.push(() => provider.close());
  const { url, asked } = await answering(() => login);
  const cloud = { openIdUrl: provider.url, loginUrl: `${url}/login`, serviceHosts: ['127.0.0.1'] };
  return { settings: { appId: APP, credential: { kind: 'secret', tenantId: TENANT, secret: SECRET }, tenants: [TENANT], share: 0.9, cloud, ...more }, asked };
}

async function examine(settings: Examined, clock = systemClock) {
  const found: Record<string, { ok: boolean; said: string }> = {};
  for (const check of teamsChecks(settings, clock)) found[check.name] = await check.run();
  expect(JSON.stringify(found)).not.toMatch(/Zq8~|a-token-of|Trace/);
  return found;
}

describe('the doctor on Teams', () => {
  it('is content where all is well: a token, keys, our own receiver at the public address, the clock', async () => {
    const door = await openDoor();
    open.push(() => door.close());
    const publicUrl = door.url.replace(PATHS.messages, '');
    const { settings, asked } = await settingsAt(GIVEN, { publicUrl });
    expect(await examine(settings)).toEqual({
      'Teams token': { ok: true, said: 'Microsoft gives one for TEAMS_APP_ID in TEAMS_TENANT_ID' },
      'Teams keys': { ok: true, said: '2 of those that sign requests from Teams are known' },
      'Teams address': { ok: true, said: `Mentor Cycle answers at ${door.url}: that is the messaging endpoint` },
      'Teams clock': { ok: true, said: 'it agrees with Microsoft’s' },
    });
    expect(asked).toEqual([
      {
        path: `/login/${TENANT}/oauth2/v2.0/token`,
        form: { grant_type: 'client_credentials', client_id: APP, client_secret: SECRET, scope: 'https://api.botframework.com/.default' },
      },
    ]);
    // What it asked the receiver as a stranger was turned away, as a stranger's requests are.
    expect([...door.receiver.refusals]).toEqual([['unsigned', 1]]);
  });

  it.each<readonly [string, Reply, RegExp]>([
    ['a wrong secret', refusal(7000215), /^TEAMS_APP_PASSWORD is wrong: copy the Value of the secret, not its ID.+\(AADSTS7000215\)$/],
    ['an old secret', refusal(7000222), /^TEAMS_APP_PASSWORD has expired: make another one/],
    ['another app', refusal(700016, 'unauthorized_client'), /^TEAMS_APP_ID is not known in TEAMS_TENANT_ID: compare both/],
    ['no tenant', refusal(90002, 'invalid_request'), /^TEAMS_TENANT_ID is no tenant: copy the Directory \(tenant\) ID again/],
    ['an app that is off', refusal(7000112), /^the app of TEAMS_APP_ID is switched off: allow sign-in/],
    ['an app that is not there', refusal(7000229), /^TEAMS_APP_ID has no enterprise application in TEAMS_TENANT_ID/],
    ['a reason in words only', { status: 401, body: { error_description: 'AADSTS7000222: no list of numbers' } }, /^TEAMS_APP_PASSWORD has expired/],
    ['a reason nobody has met', refusal(53003), /^Microsoft gives no token \(AADSTS53003\): compare TEAMS_APP_ID, TEAMS_TENANT_ID and/],
    ['a proxy', { status: 502 }, /^Microsoft gives no token \(502\): compare/],
    ['a yes without a token', { status: 200, body: { nothing: true } }, /^Microsoft gives no token \(200\): compare/],
  ])('says what is wrong with the proof: %s', async (_, login, said) => {
    const { settings } = await settingsAt(login);
    expect((await examine(settings))['Teams token']).toEqual({ ok: false, said: expect.stringMatching(said) });
  });

  it('says who cannot be reached, at each check that needs them', async () => {
    const { settings } = await settingsAt();
    const { url: nobody } = await answering(() => GIVEN);
    await open.pop()?.();
    const found = await examine({ ...settings, publicUrl: nobody, cloud: { ...settings.cloud, loginUrl: nobody, openIdUrl: `${nobody}/keys` } });
    expect(found['Teams token']).toEqual({
      ok: false,
      said: expect.stringMatching(/^Microsoft cannot be asked for a token \(ECONNREFUSED\).+TEAMS_LOGIN_URL/),
    });
    expect(found['Teams keys']).toEqual({ ok: false, said: expect.stringMatching(/^nobody says with which keys Teams signs.+TEAMS_OPENID_URL$/) });
    expect(found['Teams address']).toEqual({ ok: false, said: expect.stringMatching(/^nobody answers at PUBLIC_URL \(ECONNREFUSED\)/) });
    expect(found['Teams clock']).toEqual({ ok: false, said: expect.stringMatching(/^Microsoft does not say what time it is.+TEAMS_OPENID_URL$/) });
  });

  it('knows keys that are not for Teams', async () => {
    const { settings } = await settingsAt();
    const { url } = await answering((path) => ({ status: 200, body: path.endsWith('keys') ? { keys: [FOREIGN] } : { jwks_uri: `${url}/keys` } }));
    const found = await examine({ ...settings, cloud: { ...settings.cloud, openIdUrl: `${url}/openid` } });
    expect(found['Teams keys']).toEqual({ ok: false, said: expect.stringMatching(/^TEAMS_OPENID_URL knows no key that signs for Teams/) });
  });

  it.each<readonly [string, (path: string, method: string) => Reply, RegExp]>([
    ['another site', () => ({ status: 404 }), /^somebody else answers at PUBLIC_URL \(404\)/],
    ['a proxy that greets', () => ({ status: 200, body: { hello: 'you' } }), /^somebody else answers at PUBLIC_URL \(200\)/],
    ['the bot without Teams', (path) => (path === '/healthz' ? { status: 200, body: { ok: true } } : { status: 404 }), /but not at \/teams\/messages \(404\)/],
    ['a bot that believes everybody', () => ({ status: 200, body: { ok: true } }), /but not at \/teams\/messages \(200\)/],
  ])('sees %s at the public address', async (_, answer, said) => {
    const { url } = await answering(answer);
    const { settings } = await settingsAt(GIVEN, { publicUrl: url });
    expect((await examine(settings))['Teams address']).toEqual({ ok: false, said: expect.stringMatching(said) });
  });

  it('says what the messaging endpoint is where it cannot look', async () => {
    const { settings } = await settingsAt();
    expect((await examine(settings))['Teams address']).toEqual({ ok: true, said: expect.stringContaining(`your host and ${PATHS.messages}`) });
  });

  it.each([
    [0, true, /^it agrees/],
    [-70_000, true, /^this computer’s clock is \d+ seconds behind Microsoft’s: above 300/],
    [70_000, true, /^this computer’s clock is \d+ seconds ahead of Microsoft’s: above 300/],
    [-310_000, false, /seconds behind Microsoft’s, so that we refuse what Teams sends: set the clock/],
    [310_000, false, /seconds ahead of Microsoft’s, so that we refuse/],
  ])('looks at the clock: ours is %i ms ahead', async (aheadMs, ok, said) => {
    const { settings } = await settingsAt();
    const clock = { now: () => plus(systemClock.now(), aheadMs) };
    expect((await examine(settings, clock))['Teams clock']).toEqual({ ok, said: expect.stringMatching(said) });
  });

  it('warns of development, and asks nobody', async () => {
    const { settings, asked } = await settingsAt();
    const found = await examine({ ...settings, appId: '', credential: { kind: 'none' }, tenants: [] });
    expect(found).toEqual({ Teams: { ok: true, said: expect.stringMatching(/^for development: whoever reaches this port is believed/) } });
    expect(asked).toEqual([]);
  });

  it('says that a managed identity is not at hand outside Azure', async () => {
    const { settings } = await settingsAt();
    const found = await examine({ ...settings, credential: { kind: 'identity', tenantId: TENANT } });
    expect(found['Teams token']).toEqual({ ok: false, said: expect.stringMatching(/^Azure gives no token: see that this runs in Azure/) });
  });
});

const FOREIGN = {
  ...{ kty: 'RSA', use: 'sig', kid: 'webchat', e: 'AQAB', endorsements: ['webchat'] },
  n: Buffer.concat([Buffer.from([0xc3]), Buffer.alloc(255, 0x5d)]).toString('base64url'),
};
