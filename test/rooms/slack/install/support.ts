// What the tests of installing stand on: a real house behind the adapter, a clock, and a Slack that says what a test needs.

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InstallSettings } from '../../../../adapters/slack/settings.ts';
import type { Log, LogFields } from '../../../../src/ports.ts';
import type { Reception } from '../../../../src/reception.ts';
import { MovableClock, systemClock } from '../../../../src/runtime/clock.ts';
import { idsOf } from '../../../../src/runtime/ids.ts';
import { doorsOf } from '../../../../src/runtime/reception/doors.ts';
import { installationsOf } from '../../../../src/runtime/reception/installations.ts';
import { secretsOf } from '../../../../src/runtime/secrets.ts';
import type { Database } from '../../../../src/runtime/store/database.ts';
import { storeOf } from '../../../../src/runtime/store/store.ts';

export interface House extends Pick<Reception, 'doors' | 'installations' | 'log'> {
  readonly clock: MovableClock;
  readonly events: { readonly event: string; readonly fields: LogFields }[];
}

const secrets = secretsOf([randomBytes(32)]);

/** One process on a database: its own turns, its own clock. All of them share the key. */
export function houseOn(database: Database): House {
  const clock = new MovableClock(systemClock);
  const installations = installationsOf({ database, secrets, clock });
  const ids = idsOf(clock);
  const store = storeOf(database, { secrets, ids, clock });
  const events: House['events'] = [];
  const note = (event: string, fields: LogFields = {}) => void events.push({ event, fields });
  const log: Log = { info: note, warn: note, error: note };
  return { doors: doorsOf({ store, clock, ids, alone: installations.alone, language: 'en', timeZone: 'Europe/Stockholm' }), installations, clock, log, events };
}

export function settingsFor(apiUrl: string, more: Partial<InstallSettings> = {}): InstallSettings {
  return {
    mode: 'install',
    apiUrl,
    share: 0.9,
    signingSecrets: ['not asked for here'],
    clientId: '12.34',
    clientSecret: 'client-secret-of-the-tests',
    publicUrl: 'https://mentor.example.org',
    stateSecret: 'state-secret-of-the-tests',
    ...more,
  };
}

export interface Asked {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, string>>;
}

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

export interface FakeSlack {
  readonly apiUrl: string;
  readonly asked: Asked[];
  count(method: string): number;
  close(): Promise<void>;
}

/** A Slack of which every word is given: `answer` decides what each call brings. */
export async function fakeSlack(answer: (asked: Asked) => Said | Promise<Said>): Promise<FakeSlack> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', async () => {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const one = { method: (request.url ?? '').replace('/api/', ''), token, args: Object.fromEntries(new URLSearchParams(text)) };
      asked.push(one);
      const { status = 200, headers = {}, body } = await answer(one);
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    asked,
    count: (method) => asked.filter((one) => one.method === method).length,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
