// With which token we speak to whom: the one of the settings, or those that installations gave.

import { BotError } from '../../../src/fault.ts';
import type { Reception } from '../../../src/reception.ts';
import { type SlackCalls, slackCalls } from '../send/calls.ts';
import { type InstallSettings, PLATFORM, type SocketSettings, type TokenSettings } from '../settings.ts';
import { askIdentity, type Identity } from './identity.ts';
import { doorOf, type Query, readKept } from './kept.ts';
import { rotating } from './rotation.ts';
import { missingScopes } from './scopes.ts';

export interface Authorized {
  readonly botToken: string;
  readonly botId?: string;
  readonly botUserId?: string;
  readonly teamId?: string;
  readonly enterpriseId?: string;
}

export interface Tokens {
  /** `null` where nobody has installed the bot, or nobody has any more. */
  authorize(query: Query): Promise<Authorized | null>;
  tokenOf(tenantId: string): Promise<string | null>;
  doorOf(query: Query): string;
  /** Slack says that the bot was removed, once or several times, in time or late: the tokens go, all else stays. */
  uninstalled(door: string): Promise<void>;
}

/** One workspace, or one enterprise, whose token the settings hold. Faults: `config`, with the way out. */
export async function singleTokens(settings: SocketSettings | TokenSettings, reception: Pick<Reception, 'doors' | 'log'>): Promise<Tokens> {
  const { botToken } = settings;
  const { door, name, ...identity } = await identityFor(settings);
  const own = await reception.doors.open(PLATFORM, door, { name });
  return {
    doorOf,
    async authorize(query) {
      if (doorOf(query) !== door) return null;
      return { botToken, botUserId: identity.botUserId, ...(identity.botId ? { botId: identity.botId } : {}), ...where(query, identity) };
    },
    tokenOf: async (tenantId) => (tenantId === own ? botToken : null),
    async uninstalled() {
      reception.log.warn('slack.removed', { door });
    },
  };
}

async function identityFor({ apiUrl, botToken }: SocketSettings | TokenSettings): Promise<Identity> {
  const asked = await askIdentity(slackCalls({ apiUrl })(botToken));
  if (!asked.ok) throw new BotError('config', tokenFault(asked));
  const missing = asked.identity.scopes ? missingScopes(asked.identity.scopes) : [];
  if (missing.length > 0) throw new BotError('config', scopeFault(missing));
  return asked.identity;
}

/** Why a token of the settings does not do, and how to mend it. */
export function tokenFault({ dead, error }: { readonly dead: boolean; readonly error: string }): string {
  return dead
    ? `SLACK_BOT_TOKEN is not accepted by Slack (${error}): copy the Bot User OAuth Token again from OAuth & Permissions; if it is not there, install the app in the workspace first`
    : `Slack cannot be asked about SLACK_BOT_TOKEN (${error}): see that this computer reaches SLACK_API_URL, and try again`;
}

export function scopeFault(missing: readonly string[]): string {
  return `SLACK_BOT_TOKEN lacks ${missing.join('; ')}: add what is missing under OAuth & Permissions, and install the app again`;
}

/** Any number of workspaces and enterprises, each with a token of its own. */
export function installedTokens(settings: InstallSettings, reception: Pick<Reception, 'installations' | 'doors' | 'clock' | 'log'>): Tokens {
  const { installations, doors, log } = reception;
  const slack = slackCalls({ apiUrl: settings.apiUrl });
  const fresh = rotating({ settings, reception, slack: slack('') });
  return {
    doorOf,

    async authorize(query) {
      const kept = await fresh(doorOf(query));
      if (!kept) return null;
      const { id: botId, token: botToken, userId: botUserId } = kept.bot;
      return { botToken, botUserId, ...(botId ? { botId } : {}), ...where(query, { teamId: kept.team?.id, enterpriseId: kept.enterprise?.id }) };
    },

    async tokenOf(tenantId) {
      for (const door of await doors.doorsOf(tenantId, PLATFORM)) {
        const kept = await fresh(door);
        if (kept) return kept.bot.token;
      }
      return null;
    },

    uninstalled: (door) =>
      installations.alone(PLATFORM, door, async () => {
        const kept = await readKept(installations, door);
        if (!kept) return;
        // Late news must not take the token of whoever has installed the bot again meanwhile.
        if (await works(slack(kept.bot.token))) return log.info('slack.removed.late', { door });
        await installations.remove(PLATFORM, door);
        log.info('slack.removed', { door });
      }),
  };
}

async function works(slack: SlackCalls): Promise<boolean> {
  return (await askIdentity(slack)).ok;
}

/** Where somebody acts: an enterprise's installation serves many workspaces. */
function where(query: Query, home: { readonly teamId?: string | undefined; readonly enterpriseId?: string | undefined }) {
  const [teamId, enterpriseId] = [query.teamId ?? home.teamId, query.enterpriseId ?? home.enterpriseId];
  return { ...(teamId ? { teamId } : {}), ...(enterpriseId ? { enterpriseId } : {}) };
}
