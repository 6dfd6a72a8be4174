// Slack, put together: Bolt, fed by our own receiver or through Slack's socket, hands what people do to the listeners.

import { App, type Authorize } from '@slack/bolt';
import type { Hono } from 'hono';
import { BotError } from '../../src/fault.ts';
import type { Chat } from '../../src/ports.ts';
import type { Reception } from '../../src/reception.ts';
import { boltLog } from './bolt-log.ts';
import { installSite } from './install/site.ts';
import { installedTokens, singleTokens, type Tokens } from './install/tokens.ts';
import { appointed, Desk } from './listen/desk.ts';
import { register } from './listen/register.ts';
import { askMember } from './people.ts';
import { HttpReceiver } from './receive/http.ts';
import { socketReceiver } from './receive/socket.ts';
import { type SlackCalls, slackCalls } from './send/calls.ts';
import { slackChat } from './send/chat.ts';
import { slackRespond } from './send/respond.ts';
import { PLATFORM, type SlackSettings } from './settings.ts';

export interface SlackWing {
  readonly chat: Chat;
  /** Where Slack's requests and installations arrive; `null` where Slack comes through the socket. */
  readonly site: Hono | null;
  /** Lets Slack in, once the house is ready. */
  begin(): Promise<void>;
  /** Lets nobody in any more, and resolves when all that was at hand has been answered. */
  end(): Promise<void>;
}

/** Listeners answer by 2.5 s; this is for what none of them answers, and before Slack gives up. */
const UNANSWERED = 2800;

export async function slackWing(settings: SlackSettings, reception: Reception): Promise<SlackWing> {
  const { log, accounts } = reception;
  const calls = slackCalls({ apiUrl: settings.apiUrl });
  const tokens = settings.mode === 'install' ? installedTokens(settings, reception) : await singleTokens(settings, reception);
  const desk = new Desk({ reception, respond: slackRespond({ apiUrl: settings.apiUrl, log }), firstCoordinator: settings.firstCoordinator });

  const http = settings.mode === 'socket' ? null : new HttpReceiver({ ...settings, clock: reception.clock, log, answerWithin: UNANSWERED });
  const receiver = settings.mode === 'socket' ? socketReceiver(settings, log) : http;
  if (!receiver) throw new BotError('bug', 'no way in');
  const app = new App({ receiver, authorize: authorizing(tokens), processBeforeResponse: true, logger: boltLog(log), convoStore: false });
  register(app, { desk, tokens, calls });
  if (http && settings.mode === 'install') http.site.route('/', installSite({ settings, reception, installed: appointing(reception, tokens, calls) }));

  return {
    chat: slackChat({
      calls,
      tokenOf: (tenantId) => tokens.tokenOf(tenantId),
      mentions: (tenantId, people) => accounts.mentions(tenantId, PLATFORM, people),
      remember: (tenantId, externalId, channel) => accounts.remember(tenantId, PLATFORM, externalId, channel),
      pace: reception.pace,
      share: settings.share,
      log,
    }),
    site: http?.site ?? null,
    begin: async () => void (await app.start()),
    end: async () => void (await app.stop()),
  };
}

/** Bolt asks whose token answers an event. A fault of our storage is told apart from an organisation that has no bot. */
function authorizing(tokens: Tokens): Authorize<boolean> {
  return async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
    const found = await tokens.authorize({ teamId, enterpriseId, isEnterpriseInstall }).catch((error: unknown) => {
      throw error instanceof BotError ? error : new BotError('database', 'the installation could not be read', error);
    });
    if (!found) throw new Error('not installed');
    return found;
  };
}

/** Whoever installed the bot is the first coordinator. Where that fails, the first admin who comes in is. */
function appointing(reception: Reception, tokens: Tokens, calls: (token: string) => SlackCalls) {
  return async ({ tenantId, userId }: { readonly tenantId: string; readonly userId: string }) => {
    try {
      const member = await askMember(calls((await tokens.tokenOf(tenantId)) ?? ''), userId, {});
      if (member) await appointed(reception, tenantId, member);
    } catch (error) {
      reception.log.error('coordinator.first', { tenantId }, error);
    }
  };
}
