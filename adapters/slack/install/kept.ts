// What is kept of an installation: the bot's token and whose it is. Of the person who installed it, the id alone.

import type { Installation } from '@slack/oauth';
import { z } from 'zod';
import { BotError } from '../../../src/fault.ts';
import type { Installations } from '../../../src/reception.ts';
import { PLATFORM } from '../settings.ts';

const named = z.object({ id: z.string().min(1), name: z.string().optional() });

const schema = z.object({
  team: named.optional(),
  enterprise: named.optional(),
  isEnterpriseInstall: z.boolean(),
  appId: z.string().optional(),
  installedBy: z.string().min(1),
  bot: z.object({
    token: z.string().min(1),
    userId: z.string(),
    id: z.string().optional(),
    scopes: z.array(z.string()),
    /** Both are there where tokens rotate. */
    refreshToken: z.string().optional(),
    /** Seconds since 1970, as Slack's library counts. */
    expiresAt: z.number().optional(),
  }),
});

export type Kept = z.infer<typeof schema>;

/** Which installation speaks for somebody: the enterprise's where the whole of it is installed, else the workspace's. */
export interface Query {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** Empty where Slack did not say; nobody ever installed there. */
export function doorOf({ teamId, enterpriseId, isEnterpriseInstall }: Query): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}

/** Faults: `config`, where Slack gave no bot token or did not say for whom. */
export function keptOf(installation: Installation): Kept {
  const { team, enterprise, bot, appId, user, isEnterpriseInstall = false } = installation;
  const result = schema.safeParse({ team, enterprise, bot, appId, isEnterpriseInstall, installedBy: user.id });
  if (!result.success || doorOfKept(result.data) === '') throw new BotError('config', 'the installation came without a bot token or without a workspace');
  return result.data;
}

export function doorOfKept({ team, enterprise, isEnterpriseInstall }: Kept): string {
  return doorOf({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
}

export async function readKept(installations: Installations, door: string): Promise<Kept | null> {
  const data = door === '' ? null : await installations.find(PLATFORM, door);
  return data === null ? null : schema.parse(data);
}
