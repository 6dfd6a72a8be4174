// What the tests of sending share: settings that point to this computer, a clock that is moved by hand, and a log that is read.

import { MICROSOFT_CLOUD } from '../../../../adapters/teams/send/hosts.ts';
import type { Credential, TeamsSettings } from '../../../../adapters/teams/settings.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import type { Clock, Log, LogFields } from '../../../../src/ports.ts';
import { type Instant, instantOf } from '../../../../src/time.ts';
import { LOCAL } from '../../../support/teams/connector.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export const PROOF: Credential = { kind: 'secret', tenantId: LOCAL.tenant, secret: LOCAL.secret };

export function settingsOf(of: { readonly credential?: Credential; readonly loginUrl?: string; readonly hosts?: readonly string[] } = {}): TeamsSettings {
  const { credential = { kind: 'none' }, loginUrl = 'http://127.0.0.1:9', hosts = ['127.0.0.1', 'localhost'] } = of;
  return { appId: LOCAL.appId, credential, tenants: [], share: 0.9, cloud: { ...MICROSOFT_CLOUD, loginUrl, serviceHosts: hosts } };
}

export interface Watch extends Clock {
  advance(ms: number): void;
}

export function watch(at = '2026-11-22T10:00:00Z'): Watch {
  let now = instantOf(at);
  return { now: () => now, advance: (ms) => void (now = (now + ms) as Instant) };
}

export interface Diary {
  readonly log: Log;
  readonly entries: [event: string, fields: LogFields | undefined][];
  /** All that was logged, with the words of errors. */
  text(): string;
}

export function diary(): Diary {
  const entries: [event: string, fields: LogFields | undefined][] = [];
  const causes: string[] = [];
  const note = (event: string, fields?: LogFields) => void entries.push([event, fields]);
  const log: Log = {
    info: note,
    warn: note,
    error: (event, fields, cause) => void (note(event, fields), causes.push(String((cause as Error | undefined)?.stack))),
  };
  return { log, entries, text: () => JSON.stringify(entries) + causes.join('\n') };
}

export const hello: ShownMessage = {
  ...{ type: 'message', language: 'en' },
  blocks: [
    {
      block: 'text',
      text: [
        { text: 'Hello ', from: 'us' },
        { who: 'p1', name: 'Anna Lind' },
      ],
    },
  ],
};
