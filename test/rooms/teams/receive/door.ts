// A door for a test: the real receiver on a real server, before it those who sign, and a clock that stands still.

import { request } from 'node:http';
import type { TurnContext } from 'botbuilder';
import { HttpReceiver, type Receiving } from '../../../../adapters/teams/receive/http.ts';
import { PATHS, type TeamsSettings } from '../../../../adapters/teams/settings.ts';
import type { Log, LogFields } from '../../../../src/ports.ts';
import { serve } from '../../../../src/runtime/server/server.ts';
import { type Instant, instantOf } from '../../../../src/time.ts';
import { openProvider, type Provider } from '../../../support/teams/openid.ts';

export const APP = '1f3e7a52-6c9d-4a3b-8a55-0c3f0c1d2e3f';
export const TENANT = '9b1d6f0e-0d6a-4f5e-b7d5-64a1c1f6a001';
export const SERVICE = 'https://smba.trafficmanager.net/emea/9b1d6f0e/';
export const NOW = instantOf(1_795_343_000_000);

export interface Line {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields | undefined;
}

export interface Door {
  readonly url: string;
  readonly receiver: HttpReceiver;
  readonly provider: Provider;
  readonly lines: readonly Line[];
  readonly clock: { now(): Instant; forward(ms: number): void };
  /** Signed just now by the newest key, unless said. `null`: by nobody. */
  send(body: object | string, sending?: { readonly token?: string | null; readonly type?: string }): Promise<Response>;
  token(of?: Partial<Parameters<Provider['token']>[0]>): string;
  close(): Promise<void>;
}

export interface Opening extends Partial<Pick<Receiving, 'turn' | 'answerWithin' | 'stopWithin' | 'keysWithin'>> {
  readonly settings?: Partial<TeamsSettings>;
  readonly provider?: Provider;
}

/** On a busy machine nothing is late that is not meant to be. */
const PATIENT = { answerWithin: 60_000, keysWithin: 60_000 };
const CHECKS = { running: true, database: true, migrations: true, tick: true, messages: true };

export function settingsFor(openIdUrl: string): TeamsSettings {
  return {
    appId: APP,
    credential: { kind: 'secret', tenantId: TENANT, secret: 'never used here' },
    tenants: [TENANT],
    share: 1,
    cloud: { openIdUrl, loginUrl: 'http://127.0.0.1:9', serviceHosts: ['smba.trafficmanager.net'] },
  };
}

export function activity(of: object = {}): object {
  return {
    type: 'message',
    id: '1795343000000',
    timestamp: '2026-11-22T10:23:20.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    from: { id: '29:1-anna', name: 'Anna', aadObjectId: '5c0d6c58-6f0c-4a4e-8b0e-a1a1a1a1a1a1' },
    recipient: { id: `28:${APP}`, name: 'Mentor Cycle' },
    conversation: { id: 'a:1-anna', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: 'home',
    locale: 'sv-SE',
    entities: [{ type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Windows', timezone: 'Europe/Stockholm' }],
    ...of,
  };
}

export function invoke(name: string, value: object = {}): object {
  return activity({ type: 'invoke', name, value, text: undefined });
}

/** As a listener answers an invoke. */
export async function answers(context: TurnContext, body?: unknown, status = 200): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, ...(body === undefined ? {} : { body }) } });
}

export async function openDoor({ settings = {}, provider: given, turn = async () => {}, ...how }: Opening = {}): Promise<Door> {
  let at: Instant = NOW;
  const clock = { now: () => at, forward: (ms: number) => void (at = instantOf(at + ms)) };
  const lines: Line[] = [];
  const write = (level: keyof Log) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const provider = given ?? (await openProvider());
  const receiver = new HttpReceiver({ settings: { ...settingsFor(provider.url), ...settings }, clock, log, turn, ...PATIENT, ...how });
  const server = await serve({ host: '127.0.0.1', port: 0, version: 'test', health: async () => ({ ready: true, checks: CHECKS }), site: receiver.site, log });
  const url = `${server.url}${PATHS.messages}`;
  const token: Door['token'] = (of = {}) => provider.token({ appId: APP, serviceUrl: SERVICE, now: at, ...of });
  const send: Door['send'] = (body, { token: signed = token(), type = 'application/json; charset=utf-8' } = {}) => {
    const headers = { ...(type ? { 'content-type': type } : {}), ...(signed === null ? {} : { authorization: `Bearer ${signed}` }) };
    return fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? Buffer.from(body) : JSON.stringify(body) });
  };
  const close = async () => {
    await server.stop(1000);
    if (!given) await provider.close();
  };
  return { url, receiver, provider, lines, clock, send, token, close };
}

/** Headers go out as they stand here, twice where they stand twice. Resolves to the status and the body of the answer. */
export function postRaw(url: string, headers: readonly (readonly [string, string])[], body: Uint8Array): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const all = [['host', new URL(url).host], ['content-length', String(body.length)], ...headers].flat();
  const asked = request(url, { method: 'POST', headers: all, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}
