// What Slack tells unasked: a page was opened, a person has changed, the bot was removed.

import { z } from 'zod';
import type { Desk } from './desk.ts';
import { showPage } from './home.ts';
import { memberIn } from '../people.ts';
import { PLATFORM } from '../settings.ts';
import type { Origin } from './listening.ts';

const opened = z.object({ user: z.string().min(1), tab: z.string().catch('home') });
const changed = z.object({ user: z.unknown() });
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).catch([]) }) });

export async function onHomeOpened(desk: Desk, origin: Origin, event: unknown): Promise<void> {
  const { user, tab } = opened.safeParse(event).data ?? {};
  const tenantId = await desk.reception.doors.tenantOf(PLATFORM, origin.door);
  if (!user || tab !== 'home' || tenantId === null) return;
  await showPage(desk, { tenantId, home: origin.home, slack: origin.slack, userId: user, eventId: `slack:opened:${user}` });
}

/** Language and time zone follow Slack, unless the person chose their own; the deactivated are not written to any more. */
export async function onUserChange({ reception }: Desk, { door, home }: Pick<Origin, 'door' | 'home'>, event: unknown): Promise<void> {
  const member = memberIn(changed.safeParse(event).data?.user, home);
  const tenantId = await reception.doors.tenantOf(PLATFORM, door);
  if (!member || tenantId === null) return;
  await reception.accounts.changed(tenantId, { platform: PLATFORM, externalId: member.id, profile: member.profile });
}

/** Whether the bot's own token is among those that are gone; people's tokens we have none of. */
export function botIsRevoked(event: unknown): boolean {
  return (revoked.safeParse(event).data?.tokens.bot.length ?? 0) > 0;
}
