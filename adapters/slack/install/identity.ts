// Whose a token is, in Slack's own words (auth.test).

import { z } from 'zod';
import type { SlackCalls } from '../send/calls.ts';

export interface Identity {
  /** The enterprise for a token of a whole organisation, the workspace for all others. */
  readonly door: string;
  /** The name of the workspace or the enterprise. */
  readonly name: string;
  readonly teamId: string;
  readonly enterpriseId?: string;
  readonly botId?: string;
  readonly botUserId: string;
  /** `null` where Slack does not say. */
  readonly scopes: readonly string[] | null;
}

export type Asked =
  | { readonly ok: true; readonly identity: Identity }
  /** `dead`: Slack knows the token no longer, or never did. Otherwise Slack could not be asked. */
  | { readonly ok: false; readonly dead: boolean; readonly error: string };

const DEAD = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'];

const answer = z.object({
  team_id: z.string(),
  team: z.string().optional(),
  user_id: z.string(),
  bot_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

export async function askIdentity(slack: SlackCalls): Promise<Asked> {
  const asked = await slack.call('auth.test', {}, { timeoutMs: 5000 });
  if (!asked.ok) return { ok: false, dead: DEAD.includes(asked.error), error: asked.error };
  const said = answer.safeParse(asked.data).data;
  if (!said) return { ok: false, dead: false, error: 'garbage' };
  const { team_id: teamId, enterprise_id: enterpriseId, bot_id: botId } = said;
  const door = said.is_enterprise_install && enterpriseId ? enterpriseId : teamId;
  const identity: Identity = {
    door,
    name: said.team || door,
    teamId,
    ...(enterpriseId ? { enterpriseId } : {}),
    ...(botId ? { botId } : {}),
    botUserId: said.user_id,
    scopes: said.response_metadata?.scopes ?? null,
  };
  return { ok: true, identity };
}
