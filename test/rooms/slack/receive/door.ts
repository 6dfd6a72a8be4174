// A door for a test: the real receiver under a real Bolt app, on a real server, with a clock that stands still.

import { request } from 'node:http';
import { App, type Authorize, LogLevel, type Logger } from '@slack/bolt';
import { HttpReceiver, type Receiving } from '../../../../adapters/slack/receive/http.ts';
import { PATHS } from '../../../../adapters/slack/settings.ts';
import type { Log, LogFields } from '../../../../src/ports.ts';
import { serve } from '../../../../src/runtime/server/server.ts';
import { type Instant, instantOf } from '../../../../src/time.ts';
import { BOT, TEAM } from '../../../support/slack/payloads.ts';
import { type Kind, postSigned, type Sending } from '../../../support/slack/sign.ts';

export const SECRET = 'e6b19c573432dcc6b075501d51b51bb8';
export const OLD_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const NOW = instantOf(1_795_343_000_000);
export const SECONDS = NOW / 1000;

export interface Line {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields | undefined;
}

export interface Door {
  readonly url: string;
  readonly app: App;
  readonly receiver: HttpReceiver;
  readonly lines: readonly Line[];
  readonly clock: { now(): Instant; set(at: Instant): void };
  send(kind: Kind, body: object | string, sending?: Sending): Promise<Response>;
  close(): Promise<void>;
}

export interface Opening extends Partial<Pick<Receiving, 'signingSecrets' | 'answerWithin' | 'stopWithin'>> {
  readonly authorize?: Authorize<boolean>;
}

/** On a busy machine nothing is late that is not meant to be. */
const PATIENT = 60_000;
const quiet: Logger = {
  ...{ debug() {}, info() {}, warn() {}, error() {} },
  ...{ setLevel() {}, setName() {}, getLevel: () => LogLevel.ERROR },
};
const CHECKS = { running: true, database: true, migrations: true, tick: true, messages: true };
const installed: Authorize<boolean> = async () => ({ botToken: 'xoxb-test', botId: BOT.id, botUserId: BOT.user, teamId: TEAM.id });

export function boltOn(receiver: HttpReceiver, authorize: Authorize<boolean> = installed): App {
  return new App({ receiver, authorize, logger: quiet, convoStore: false });
}

export async function openDoor({ authorize = installed, signingSecrets = [SECRET], ...how }: Opening = {}): Promise<Door> {
  let at: Instant = NOW;
  const clock = { now: () => at, set: (to: Instant) => void (at = to) };
  const lines: Line[] = [];
  const write = (level: keyof Log) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const receiver = new HttpReceiver({ signingSecrets, clock, log, answerWithin: PATIENT, ...how });
  const app = boltOn(receiver, authorize);
  await app.start();
  const health = async () => ({ ready: true, checks: CHECKS });
  const server = await serve({ host: '127.0.0.1', port: 0, version: 'test', health, site: receiver.site, log });
  const url = `${server.url}${PATHS.events}`;
  const send = (kind: Kind, body: object | string, sending: Sending = {}) => postSigned(url, SECRET, kind, body, { at: Math.floor(at / 1000), ...sending });
  return { url, app, receiver, lines, clock, send, close: () => server.stop(1000) };
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
