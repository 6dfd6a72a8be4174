// Teams as a chat: messages to people and channels, within the limits that Teams sets to one conversation and one tenant.

import type { ShownMessage } from '../../../src/bot/views/shown.ts';
import type { Address, Chat, Delivery, Log } from '../../../src/ports.ts';
import type { Pace } from '../../../src/reception.ts';
import { HOUR, MINUTE } from '../../../src/time.ts';
import { type Reference, readReference, writtenReference } from '../reference.ts';
import { messageActivity } from '../render/activity.ts';
import { renderMessage } from '../render/message.ts';
import { PLATFORM } from '../settings.ts';
import type { Answer, TeamsCalls } from './calls.ts';
import { FIRST_SERVICE } from './hosts.ts';
import { everyMs, ofConversation, ofTenant } from './limits.ts';
import type { Failure, Undelivered } from './outcome.ts';
import { readRef, type Way, writtenRef } from './ref.ts';

export interface TeamsSending {
  readonly calls: TeamsCalls;
  /** The tenants of an organisation, the oldest first. */
  readonly doorsOf: (tenantId: string) => Promise<readonly string[]>;
  /** Keeps where direct messages to an account go. */
  readonly remember: (tenantId: string, externalId: string, conversation: string) => Promise<void>;
  readonly pace: Pace;
  /** What part of the limits is used: above 0, at most 1. */
  readonly share: number;
  readonly log: Log;
  /** The address of the service by which a tenant was met last, if it was. */
  readonly serviceOf: (tenant: string) => string | undefined;
}

/** How long one waits for a turn before others are let past. */
const PATIENCE = 5000;
/** The same trouble of an organisation is told once in a while, not with every message. */
const QUIET = 10 * MINUTE;
/** A refusal does not say whose limit it was: the tenant waits too, but never as long as one conversation may have to. */
const TENANT_HOLD = 10_000;

export function teamsChat(on: TeamsSending): Chat & Required<Pick<Chat, 'turn'>> {
  const told = new Map<string, number>();

  function warnOf(tenantId: string, fault: string): void {
    const [key, now] = [`${tenantId} ${fault}`, performance.now()];
    if (now - (told.get(key) ?? -QUIET) < QUIET) return;
    told.set(key, now);
    on.log.warn('teams.app', { tenantId, fault });
  }

  function rendered(message: ShownMessage): object | null {
    try {
      return messageActivity(renderMessage(message, 'chat'), message);
    } catch (error) {
      on.log.error('teams.render', {}, error);
      return null;
    }
  }

  /** `null` where our own storage fails. */
  async function tenantsOf(tenantId: string): Promise<readonly string[] | null> {
    try {
      return await on.doorsOf(tenantId);
    } catch (error) {
      on.log.error('teams.not-ready', { tenantId }, error);
      return null;
    }
  }

  async function heeded(tenantId: string, way: Way, answer: Answer): Promise<Answer> {
    if (answer.ok) return answer;
    if (answer.trouble === 'app') warnOf(tenantId, answer.error);
    if (answer.trouble !== 'busy' || answer.delivery.outcome !== 'retry') return answer;
    const ms = answer.delivery.afterMs ?? MINUTE;
    await beside(tenantId, on.pace.hold(ofConversation(way.conversation), ms));
    await beside(tenantId, on.pace.hold(ofTenant(way.tenant), Math.min(ms, TENANT_HOLD)));
    return answer;
  }

  /** The conversation with a person, where we know none or where the one that we know is dead. */
  async function opened({ tenantId }: Address, person: string, known: Reference | null): Promise<Way | Undelivered> {
    const tenants = known ? [known.tenant] : await tenantsOf(tenantId);
    if (tenants === null) return { outcome: 'retry', fault: 'not-ready' };
    if (tenants.length === 0) warnOf(tenantId, 'not-installed');
    let last: Undelivered = { outcome: 'retry', afterMs: HOUR, fault: 'not-installed' };
    for (const tenant of tenants) {
      const serviceUrl = known?.serviceUrl ?? on.serviceOf(tenant) ?? FIRST_SERVICE;
      const answer = await heeded(tenantId, { serviceUrl, tenant, conversation: person }, await on.calls.create({ serviceUrl, tenant, user: person }));
      if (answer.ok) {
        const way = { serviceUrl, tenant, conversation: String(answer.data['id']) };
        await beside(tenantId, on.remember(tenantId, person, writtenReference({ ...way, ...(known?.user ? { user: known.user } : {}) })));
        return way;
      }
      last = answer.delivery;
      // Whoever is not in one tenant of the organisation may be in the next.
      if (!isDead(answer)) break;
    }
    return last;
  }

  async function posted(way: Way, tenantId: string, activity: object): Promise<Answer> {
    return heeded(tenantId, way, await on.calls.post(way, activity));
  }

  function delivered(way: Way, answer: Answer): Delivery {
    return answer.ok ? { outcome: 'sent', ref: writtenRef({ ...way, id: String(answer.data['id']) }) } : answer.delivery;
  }

  /** An app that was removed and added again may have a new conversation. The refusal says that nothing was posted in the old one. */
  async function postedAnew(to: Address, known: Reference, refusal: Failure, activity: object): Promise<Delivery> {
    if (to.externalId === undefined) return refusal.delivery;
    // Two calls more than the turn was for.
    await beside(to.tenantId, on.pace.hold(ofTenant(known.tenant), 2 * everyMs('tenant', on.share)));
    const way = await opened(to, to.externalId, known);
    if ('outcome' in way) return way;
    return way.conversation === known.conversation ? refusal.delivery : delivered(way, await posted(way, to.tenantId, activity));
  }

  /** What goes wrong beside a call does not undo it. */
  async function beside(tenantId: string, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => on.log.error('teams.beside', { tenantId }, error));
  }

  return {
    platform: PLATFORM,

    async turn(to) {
      const known = readReference(to.conversation);
      const until = performance.now() + PATIENCE;
      const conversation = known?.conversation ?? to.externalId ?? to.conversation;
      const wait = await on.pace.turn(ofConversation(conversation), everyMs('conversation', on.share), PATIENCE);
      if (wait > 0) return wait;
      const tenant = known?.tenant ?? (await on.doorsOf(to.tenantId))[0] ?? '';
      // The tenant's turn comes last, right before the call; a conversation that is opened first is a call of its own.
      const calls = known?.conversation === undefined ? 2 : 1;
      return on.pace.turn(ofTenant(tenant), calls * everyMs('tenant', on.share), Math.max(until - performance.now(), 0));
    },

    async post(to, message): Promise<Delivery> {
      const activity = rendered(message);
      if (!activity) return { outcome: 'never', fault: 'cannot-be-rendered', of: 'message' };
      const known = readReference(to.conversation);
      if (known?.conversation !== undefined) {
        const way = { ...known, conversation: known.conversation };
        const answer = await posted(way, to.tenantId, activity);
        return answer.ok || !isDead(answer) ? delivered(way, answer) : postedAnew(to, known, answer, activity);
      }
      if (to.externalId === undefined) return { outcome: 'never', fault: 'no-reference' };
      const way = await opened(to, to.externalId, known);
      return 'outcome' in way ? way : delivered(way, await posted(way, to.tenantId, activity));
    },

    async update(to, ref, message): Promise<Delivery> {
      const activity = rendered(message);
      if (!activity) return { outcome: 'never', fault: 'cannot-be-rendered', of: 'message' };
      const sent = readRef(ref);
      if (!sent) return { outcome: 'never', fault: 'no-reference', of: 'message' };
      const answer = await heeded(to.tenantId, sent, await on.calls.update(sent, sent.id, activity));
      return answer.ok ? { outcome: 'sent', ref } : answer.delivery;
    },
  };
}

/** Nothing will ever arrive there. */
function isDead({ delivery }: Failure): boolean {
  return delivery.outcome === 'never' && delivery.of !== 'message';
}
