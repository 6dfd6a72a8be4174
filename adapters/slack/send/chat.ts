// Slack as a chat: messages to people and channels, within the limits that Slack sets to one workspace.

import type { ShownMessage } from '../../../src/bot/views/shown.ts';
import type { Address, Chat, Delivery, Log } from '../../../src/ports.ts';
import type { Pace } from '../../../src/reception.ts';
import { HOUR, MINUTE } from '../../../src/time.ts';
import { peopleOf } from '../../common/mentions.ts';
import { renderMessage } from '../render/message.ts';
import { PLATFORM } from '../settings.ts';
import type { Answer, SlackCalls } from './calls.ts';
import { everyMs } from './limits.ts';
import { isBusy, isOfWorkspace, type Undelivered } from './outcome.ts';

export interface SlackSending {
  readonly calls: (token: string) => SlackCalls;
  /** The bot token of an organisation; `null` where the bot is not installed. */
  readonly tokenOf: (tenantId: string) => Promise<string | null>;
  /** The Slack ids of people, by person id. */
  readonly mentions: (tenantId: string, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Keeps where direct messages to an account go. */
  readonly remember: (tenantId: string, externalId: string, channel: string) => Promise<void>;
  readonly pace: Pace;
  /** What part of the limits is used: above 0, at most 1. */
  readonly share: number;
  readonly log: Log;
}

type Method = 'chat.postMessage' | 'chat.update';

/** A message ready to be sent. */
interface Ready {
  readonly calls: SlackCalls;
  readonly view: object;
}

/** How long one waits for a turn before others are let past. */
const PATIENCE = 5000;
/** The same trouble of a workspace is told once in a while, not with every message. */
const QUIET = 10 * MINUTE;

export function slackChat(on: SlackSending): Chat & Required<Pick<Chat, 'turn'>> {
  const told = new Map<string, number>();

  function warnOf(tenantId: string, fault: string): void {
    const [key, now] = [`${tenantId} ${fault}`, performance.now()];
    if (now - (told.get(key) ?? -QUIET) < QUIET) return;
    told.set(key, now);
    on.log.warn('slack.workspace', { tenantId, fault });
  }

  /** Whatever goes wrong in here, nothing has been said yet. */
  async function ready({ tenantId }: Address, message: ShownMessage): Promise<Ready | Undelivered> {
    try {
      const token = await on.tokenOf(tenantId);
      if (token === null) {
        warnOf(tenantId, 'not-installed');
        return { outcome: 'retry', afterMs: HOUR, fault: 'not-installed' };
      }
      const people = peopleOf(message);
      const view = rendered(message, people.length > 0 ? await on.mentions(tenantId, people) : new Map<string, string>());
      return view ? { calls: on.calls(token), view } : { outcome: 'never', fault: 'cannot-be-rendered', of: 'message' };
    } catch (error) {
      on.log.error('slack.not-ready', { tenantId }, error);
      return { outcome: 'retry', fault: 'not-ready' };
    }
  }

  function rendered(message: ShownMessage, mentions: ReadonlyMap<string, string>): object | null {
    try {
      // No previews of links: they would show what a link's owner wants, and push the buttons away.
      return { ...renderMessage(message, mentions), unfurl_links: false, unfurl_media: false };
    } catch (error) {
      on.log.error('slack.render', {}, error);
      return null;
    }
  }

  async function call({ calls, view }: Ready, method: Method, tenantId: string, args: object): Promise<Answer> {
    const answer = await calls.call(method, { ...view, ...args });
    if (answer.ok) return answer;
    if (isOfWorkspace(answer.error)) warnOf(tenantId, answer.error);
    const { delivery } = answer;
    if (isBusy(answer.error) && delivery.outcome === 'retry') {
      await beside(tenantId, on.pace.hold(ofWorkspace(method, tenantId), delivery.afterMs ?? MINUTE));
    }
    return answer;
  }

  /** A direct message may have moved, as when the bot was made anew: then Slack finds the way by the person. */
  async function posted(made: Ready, { tenantId, conversation, externalId }: Address): Promise<Answer> {
    const answer = await call(made, 'chat.postMessage', tenantId, { channel: conversation || externalId });
    const moved = !answer.ok && answer.error === 'channel_not_found' && conversation && externalId;
    return moved ? call(made, 'chat.postMessage', tenantId, { channel: externalId }) : answer;
  }

  async function noted({ tenantId, externalId, conversation }: Address, channel: string): Promise<void> {
    // The second between two messages counts from the end of the first: however late that came, the next one is not too early.
    await beside(tenantId, on.pace.hold(ofConversation(tenantId, channel), everyMs('conversation', on.share)));
    if (externalId !== undefined && conversation !== channel) await beside(tenantId, on.remember(tenantId, externalId, channel));
  }

  /** What goes wrong beside a call does not undo it. */
  async function beside(tenantId: string, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => on.log.error('slack.beside', { tenantId }, error));
  }

  return {
    platform: PLATFORM,

    async turn(to, asked) {
      const method = asked === 'post' ? 'chat.postMessage' : 'chat.update';
      const wait = await on.pace.turn(ofWorkspace(method, to.tenantId), everyMs(method, on.share), PATIENCE);
      if (wait > 0 || asked === 'update') return wait;
      return on.pace.turn(ofConversation(to.tenantId, to.conversation || (to.externalId ?? '')), everyMs('conversation', on.share), PATIENCE);
    },

    async post(to, message): Promise<Delivery> {
      const made = await ready(to, message);
      if ('outcome' in made) return made;
      const answer = await posted(made, to);
      if (!answer.ok) return answer.delivery;
      const { channel, ts } = answer.data;
      if (typeof channel !== 'string' || typeof ts !== 'string') return { outcome: 'unsure', fault: 'no-reference' };
      await noted(to, channel);
      return { outcome: 'sent', ref: `${channel}/${ts}` };
    },

    async update(to, ref, message): Promise<Delivery> {
      const made = await ready(to, message);
      if ('outcome' in made) return made;
      const [channel, ts] = ref.split('/');
      const answer = await call(made, 'chat.update', to.tenantId, { channel, ts });
      return answer.ok ? { outcome: 'sent', ref } : answer.delivery;
    },
  };
}

function ofWorkspace(method: Method, tenantId: string): string {
  return `${PLATFORM} ${method} ${tenantId}`;
}

function ofConversation(tenantId: string, channel: string): string {
  return `${PLATFORM} conversation ${tenantId} ${channel}`;
}
