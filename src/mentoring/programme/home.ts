// What a coordinator finds on the home page: the cohorts that run, and what waits in each (C23, E8.1).

import { quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Button, heading, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { civilIn, daysBetween } from '../calendar/index.ts';
import type { Context } from '../store.ts';
import { ableIn, membersOf } from './actions.ts';
import { programmesWhere } from './people-in-charge.ts';
import type { Cohort } from './programme.ts';
import { countsOf, type Members, newestFirst, standingsOf } from './rules.ts';
import { type Able, shortBlocks, showButton, signupButton } from './views.ts';

const MOST = 4;
/** From so many days before its start, a cohort with open sign-up is worth a word. */
const SOON = 14;

/** Nothing for whoever coordinates nothing. Four queries, however many cohorts. `more`: what others have to say of a cohort. */
export async function homeCohorts({ tx, actor, now }: Context, more: ReadonlyMap<string, readonly Text[]> = new Map()): Promise<readonly Block[]> {
  const programmeId = programmesWhere(actor, 'view');
  if (programmeId.length === 0) return [];
  const today = civilIn(now, actor.timeZone);
  const running = newestFirst(await tx.cohorts.find({ programmeId, endsOn: { gte: today } })).slice(0, MOST);
  const members = await membersOf(
    tx,
    running.map((cohort) => cohort.id),
  );
  const all = { label: say('programme.button.cohorts'), action: 'programme.list' };
  return [
    heading(say('programme.home.title')),
    ...(running.length === 0 ? [paragraph(say('programme.home.none'))] : []),
    ...running.flatMap((cohort) => homeCohort(cohort, members(cohort.id), ableIn(actor, cohort), { today, more: more.get(cohort.id) ?? [] })),
    actions(all),
  ];
}

function homeCohort(cohort: Cohort, members: Members, able: Able, { today, more }: { readonly today: Civil; readonly more: readonly Text[] }): Block[] {
  const counts = countsOf(members);
  const days = daysBetween(today, cohort.startsOn);
  const waiting = waitingOf(members);
  const items: Text[] = [
    ...more,
    ...(days >= 0 && days <= SOON ? [say(cohort.signup === 'open' ? 'programme.home.soonOpen' : 'programme.home.soon', { days })] : []),
    ...(counts.draft > 0 ? [say('programme.home.drafts', { count: counts.draft })] : []),
    ...(counts.open > 0 ? [say('programme.home.asked', { count: counts.open })] : []),
    ...(waiting > 0 ? [say('programme.home.waiting', { count: waiting })] : []),
  ];
  const short = days >= 0 ? shortBlocks(cohort, counts, today) : [];
  const buttons: Button[] = [
    showButton(cohort),
    ...(able.match && waiting > 0 ? [{ label: say('programme.button.preview'), action: 'matching.preview', about: { cohort: cohort.id } }] : []),
    ...(able.manage && cohort.signup === 'closed' && days > 0 ? [signupButton(cohort)] : []),
  ];
  return [
    paragraph(say('programme.home.cohort', { cohort: quote(cohort.name), pairs: counts.pairs, target: cohort.target })),
    ...(items.length > 0 ? [{ block: 'list' as const, items }] : short.length === 0 ? [paragraph(say('programme.home.quiet'))] : []),
    ...short,
    actions(...buttons),
  ];
}

/** Mentees who have sent in and are neither in a pair nor asked: they must not be forgotten (C12). */
export function waitingOf(members: Members): number {
  const standings = standingsOf(members);
  return members.people.filter((one) => one.role !== 'mentor' && standings.get(one.id) === 'waiting').length;
}
