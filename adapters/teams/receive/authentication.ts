// Who brings an activity, and whether it is for us. Development on this computer alone goes without.

import { BotError } from '../../../src/fault.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { mayWriteTo } from '../send/hosts.ts';
import type { TeamsSettings } from '../settings.ts';
import { KeySet } from './keys.ts';
import type { Received } from './parse.ts';
import { keysFrom } from './provider.ts';
import { isSigned, type TokenFault, tokenIn } from './verify.ts';

export type Refusal = TokenFault | 'unknown-key' | 'foreign-key' | 'forged' | 'service-url' | 'forbidden-host' | 'channel' | 'tenant';

/** Who asks: an address of the service that signed, or `anyone` where nobody proves anything. */
export type Bearer = { readonly kind: 'service'; readonly serviceUrl: string } | { readonly kind: 'anyone' };

const CHANNEL = 'msteams';
/** Milliseconds in which the provider of the keys has to answer: those who press a button wait about five seconds. */
const KEYS_WITHIN = 3000;

export class Authentication {
  private readonly settings: TeamsSettings;
  private readonly clock: Clock;
  private readonly keys: KeySet;

  /** Throws `BotError('config')` where strangers could come in: nobody proves anything, or the bot has no name of its own. */
  constructor(settings: TeamsSettings, { clock, log, keysWithin = KEYS_WITHIN }: { readonly clock: Clock; readonly log: Log; readonly keysWithin?: number }) {
    const isOpen = settings.credential.kind === 'none';
    if (isOpen && settings.appId !== '') throw new BotError('config', 'a bot with an application id has to prove who it is');
    if (!isOpen && (settings.appId.trim() === '' || settings.tenants.length === 0))
      throw new BotError('config', 'the application id or the tenants are missing');
    this.settings = settings;
    this.clock = clock;
    this.keys = new KeySet({ readKeys: keysFrom(settings.cloud.openIdUrl, keysWithin), clock, log });
  }

  /** `unavailable` where the keys cannot be had: nobody is let in, and nobody turned away for good. */
  async bearerOf(authorization: string | undefined): Promise<Bearer | Refusal | 'unavailable'> {
    const { appId, credential } = this.settings;
    if (credential.kind === 'none') return { kind: 'anyone' };
    const token = tokenIn(authorization, { appId, now: this.clock.now() });
    if (typeof token === 'string') return token;
    const key = await this.keys.find(token.kid);
    if (key === 'unavailable') return key;
    if (key === 'unknown') return 'unknown-key';
    if (!isSigned(token, key.key)) return 'forged';
    if (key.channels.length > 0 && !key.channels.includes(CHANNEL)) return 'foreign-key';
    return { kind: 'service', serviceUrl: token.serviceUrl };
  }

  /** What keeps an activity out that somebody brings, or `null`. */
  faultOf(activity: Received, bearer: Bearer): Refusal | null {
    if (bearer.kind === 'service' && bearer.serviceUrl !== activity.serviceUrl) return 'service-url';
    if (activity.channelId !== CHANNEL) return 'channel';
    if (!mayWriteTo(activity.serviceUrl, this.settings.cloud)) return 'forbidden-host';
    return this.isServed(activity) ? null : 'tenant';
  }

  /** An organisation stands in two places; what is said in both has to be served. */
  private isServed({ conversation, channelData }: Received): boolean {
    const { tenants } = this.settings;
    const said = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => typeof tenant === 'string');
    return tenants.length === 0 || (said.length > 0 && said.every((tenant) => tenants.includes(tenant)));
  }
}
