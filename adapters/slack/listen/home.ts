// The App Home: where one's state can always be seen. It is drawn when somebody opens it, and after they have acted.

import { commandIntent } from '../../../src/bot/actions/commands.ts';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { renderHome } from '../render/home.ts';
import type { Desk, Visit } from './desk.ts';

/** Draws the home page; what the bare command shows. */
export async function showPage(desk: Desk, visit: Visit): Promise<void> {
  desk.atHome(visit);
  // A look of its own: what was answered to the act before it is another thing.
  const look = { ...visit, eventId: `${visit.eventId}:page` };
  const { answer, text, language } = await desk.ask(look, async () => commandIntent(desk.reception.commands, '/mentor'));
  const page =
    answer && answer.type !== 'form'
      ? answer
      : { type: 'message' as const, language: language ?? 'en', blocks: text ? [{ block: 'text' as const, text }] : [] };
  await visit.slack.call('views.publish', { user_id: visit.userId, view: renderHome(page, await desk.mentions(visit, page)) });
}

/** After something has changed: for whoever has the page before them, or had it a while ago. */
export async function pageAgain(desk: Desk, visit: Visit, { changed }: Reply): Promise<void> {
  if (changed && desk.isAtHome(visit)) await showPage(desk, visit);
}
