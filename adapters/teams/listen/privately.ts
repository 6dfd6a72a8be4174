// A word to one person that nobody else sees: in their own chat, or in a channel as a message to them alone.

import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { writtenReference } from '../reference.ts';
import { PLATFORM } from '../settings.ts';
import type { Desk, Visit } from './desk.ts';

/** `false` where it did not arrive. */
export async function privately(desk: Desk, visit: Visit, activity: object): Promise<boolean> {
  const { from } = visit;
  if (from.scope === 'personal') return (await desk.calls(from.tenant).post(from, activity)).ok;
  // Whoever wrote so that nobody else saw it has a client that can show such an answer; of others we cannot know.
  if (from.targeted && (await desk.calls(from.tenant).post(from, { ...activity, recipient: { id: from.user, isTargeted: true } }, { targeted: true })).ok)
    return true;
  return inOwnChat(desk, visit, activity);
}

/** As an answer to what stands in a channel for all to see: the answer goes to the chat, and a word says so. */
export async function answerInPrivate(desk: Desk, visit: Visit, activity: object): Promise<void> {
  const { from } = visit;
  const told = await privately(desk, visit, activity);
  if (!told) desk.reception.log.warn('teams.unanswered', { tenantId: visit.tenantId });
  else if (from.scope === 'shared' && !from.targeted)
    await desk.calls(from.tenant).post(from, { type: 'message', text: words(say('teams.private'), desk.languageOf(visit)) });
}

async function inOwnChat(desk: Desk, { tenantId, from }: Visit, activity: object): Promise<boolean> {
  const { serviceUrl, tenant, user, userId } = from;
  const calls = desk.calls(tenant);
  const opened = await calls.create({ serviceUrl, tenant, user });
  const conversation = opened.ok ? opened.data['id'] : null;
  if (typeof conversation !== 'string') return false;
  await desk.reception.accounts.remember(tenantId, PLATFORM, userId, writtenReference({ serviceUrl, tenant, conversation, user }));
  return (await calls.post({ serviceUrl, conversation }, activity)).ok;
}
