// The app is added or removed: by one person for themselves, or for a team.

import type { Language } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { messageActivity } from '../render/activity.ts';
import { renderMessage } from '../render/message.ts';
import { PLATFORM } from '../settings.ts';
import type { Desk, Visit } from './desk.ts';
import type { Listener } from './listening.ts';

export const onInstallation: Listener = async ({ desk, inTime }, visit) => {
  const work = visit.from.scope === 'personal' ? ofPerson(desk, visit) : ofTeam(desk, visit);
  const nothing = async () => undefined;
  await inTime.answer(work, { now: nothing, standIn: nothing, after: async () => undefined });
  return undefined;
};

async function ofPerson(desk: Desk, visit: Visit): Promise<void> {
  const { tenantId, from } = visit;
  if (isRemoval(visit)) return desk.reception.accounts.changed(tenantId, { platform: PLATFORM, externalId: from.userId, profile: null });
  // The same event whenever the app is added: people are welcomed once.
  const once = { tenantId, from: { ...from, eventId: `teams:welcome:${from.userId}` } };
  await desk.ask(once, async () => ({ action: 'home.welcome' }));
}

/** Whoever adds the app to a team first coordinates. */
async function ofTeam(desk: Desk, visit: Visit): Promise<void> {
  const { installations } = desk.reception;
  const { from } = visit;
  const door = `team:${from.team ?? from.conversation}`;
  if (isRemoval(visit)) return installations.remove(PLATFORM, door);
  await desk.appoint(visit);
  const isNew = await installations.alone(PLATFORM, door, async () => {
    if ((await installations.find(PLATFORM, door)) !== null) return false;
    await installations.save(PLATFORM, door, { tenant: from.tenant });
    return true;
  });
  if (isNew) await desk.calls(from.tenant).post(from, hello(desk.languageOf(visit)));
}

function hello(language: Language): object {
  const line = (key: 'teams.hello' | 'teams.hello.people' | 'teams.hello.coordinators') => ({
    block: 'text' as const,
    text: [{ text: words(say(key), language), from: 'us' as const }],
  });
  const view = { type: 'message', language, blocks: [line('teams.hello'), line('teams.hello.people'), line('teams.hello.coordinators')] } as const;
  return messageActivity(renderMessage(view, 'chat'), view);
}

/** `remove`, `remove-upgrade`. */
function isRemoval({ from }: Visit): boolean {
  return from.name.startsWith('remove');
}
