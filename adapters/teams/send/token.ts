// The token with which the bot writes: asked for once however many need it, kept while it is good, and never logged.

import type { Clock, Log } from '../../../src/ports.ts';
import { MINUTE } from '../../../src/time.ts';
import type { Credential, TeamsSettings } from '../settings.ts';
import { identityToken } from './identity.ts';
import { objectIn } from './outcome.ts';
import { request } from './request.ts';
import { within } from './within.ts';

export interface TokenSource {
  /** Empty where nobody proves anything. Throws `NoToken` where none can be had. */
  token(): Promise<string>;
  /** Teams has refused this token: the next one is asked for anew. */
  refused(token: string): void;
}

export interface Granted {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** `fault` is one word; `refused` means that it was our proof that was not taken. */
export class NoToken extends Error {
  readonly fault: string;
  readonly refused: boolean;

  constructor(fault: string, refused: boolean) {
    super(`no token: ${fault}`);
    this.name = 'NoToken';
    this.fault = fault;
    this.refused = refused;
  }
}

const SCOPE = 'https://api.botframework.com/.default';
const TIMEOUT = 10_000;
/** A token is renewed so long before its end: there is time to try again. */
const EARLY = 5 * MINUTE;
/** Nobody is asked again before so long has passed. */
const REST = MINUTE;

export function tokenSource(settings: TeamsSettings, { clock, log }: { readonly clock: Clock; readonly log: Log }): TokenSource {
  const { credential, cloud, appId } = settings;
  let kept: (Granted & { readonly since: number }) | null = null;
  let asking: Promise<Granted> | null = null;
  let refusal: { readonly error: NoToken; readonly at: number } | null = null;

  async function ask(of: Exclude<Credential, { kind: 'none' }>): Promise<Granted> {
    const since = clock.now();
    try {
      const granted = await within(TIMEOUT, of.kind === 'identity' ? identityToken(appId, SCOPE) : secretToken(cloud.loginUrl, appId, of, since));
      kept = { ...granted, since };
      refusal = null;
      return granted;
    } catch (thrown) {
      const error = thrown instanceof NoToken ? thrown : new NoToken(of.kind === 'identity' ? 'identity' : 'timeout', false);
      refusal = { error, at: clock.now() };
      log.warn('teams.token', { fault: error.fault });
      throw error;
    } finally {
      asking = null;
    }
  }

  return {
    async token() {
      if (credential.kind === 'none') return '';
      const now = clock.now();
      const good = kept && now < kept.until ? kept.token : null;
      if (good !== null && kept && now < kept.until - EARLY) return good;
      const resting = refusal && now - refusal.at < REST ? refusal : null;
      if (!resting) asking ??= ask(credential);
      // The old one does while a new one is on its way.
      if (good !== null) {
        asking?.catch(() => undefined);
        return good;
      }
      if (asking) return (await asking).token;
      throw resting?.error ?? new NoToken('none', false);
    },

    refused(token) {
      // One that has just been given is no better than the next.
      if (kept?.token === token && clock.now() - kept.since >= REST) kept = null;
    },
  };
}

/** The grant of OAuth for programs that act for themselves. */
async function secretToken(loginUrl: string, appId: string, of: { tenantId: string; secret: string }, now: number): Promise<Granted> {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: of.secret, scope: SCOPE };
  const heard = await request({
    ...{ method: 'POST', url: `${loginUrl}/${encodeURIComponent(of.tenantId)}/oauth2/v2.0/token`, timeoutMs: TIMEOUT },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  });
  if ('fault' in heard) throw new NoToken(heard.fault, false);
  const { status, text } = heard;
  const { access_token: token, expires_in: seconds, error } = objectIn(text) ?? {};
  if (status !== 200) throw new NoToken(wordOf(error) ?? `http_${status}`, status >= 400 && status < 500 && status !== 408 && status !== 429);
  const life = Number(seconds);
  // It goes into a header: what does not fit into one is no token.
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,20000}$/.test(token) || !(life > 0)) throw new NoToken('garbage', false);
  return { token, until: now + life * 1000 };
}

/** As OAuth writes its codes. */
function wordOf(error: unknown): string | null {
  return typeof error === 'string' && /^[a-z_]{3,64}$/.test(error) ? error : null;
}
