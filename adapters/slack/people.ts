// What Slack tells of a person, made into what the house wants to know. Bots, the deactivated and people of other
// workspaces are nobody's profile: they take part only where they are known already.

import { z } from 'zod';
import type { Profile } from '../../src/bot/actions/dispatch.ts';
import type { SlackCalls } from './send/calls.ts';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().catch(false);

const member = z.object({
  id: z.string(),
  team_id: text,
  enterprise_user: z.object({ enterprise_id: text }).optional().catch(undefined),
  name: text,
  real_name: text,
  tz: text,
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_stranger: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  profile: z.object({ real_name: text, display_name: text, email: text }).optional().catch(undefined),
});

/** Whose token asks: a workspace, and the enterprise that it belongs to. */
export interface Home {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

export interface Member {
  readonly id: string;
  /** `null` for whoever does not belong to the organisation, or no longer. */
  readonly profile: Profile | null;
  readonly locale?: string;
  /** A workspace admin or owner. */
  readonly admin: boolean;
}

/** From `users.info` and `user_change` alike; `null` for what is no user at all. */
export function memberIn(user: unknown, home: Home): Member | null {
  const found = member.safeParse(user).data;
  if (!found) return null;
  const outside = found.deleted || found.is_bot || found.is_stranger || found.id === 'USLACKBOT' || !isOurs(found, home);
  const { id, locale } = found;
  return {
    id,
    ...(locale ? { locale } : {}),
    profile: outside ? null : profileOf(found),
    admin: !outside && (found.is_admin || found.is_owner || found.is_primary_owner),
  };
}

/** People of a connected workspace are in our channels, not in our organisation. */
function isOurs({ team_id, enterprise_user }: z.infer<typeof member>, home: Home): boolean {
  if (home.enterpriseId && enterprise_user?.enterprise_id === home.enterpriseId) return true;
  return !team_id || !home.teamId || team_id === home.teamId;
}

function profileOf({ profile, ...found }: z.infer<typeof member>): Profile {
  return {
    name: found.real_name || profile?.real_name || profile?.display_name || found.name || '',
    email: profile?.email ?? null,
    ...(found.locale ? { locale: found.locale } : {}),
    ...(found.tz ? { timeZone: found.tz } : {}),
    ...(found.is_restricted || found.is_ultra_restricted ? { guest: true as const } : {}),
  };
}

/** Asks Slack; `null` where it does not answer. */
export async function askMember(slack: SlackCalls, userId: string, home: Home): Promise<Member | null> {
  const answer = await slack.call('users.info', { user: userId, include_locale: true }, { timeoutMs: 1500 });
  return answer.ok ? memberIn(answer.data['user'], home) : null;
}
