// Gathers what the page of one's profile shows.

import { say } from '../../bot/views/text.ts';
import { type Block, type Message, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { commonWordsOf, summaryOf } from '../matching/index.ts';
import type { Context, Tx } from '../store.ts';
import { topicsIn } from './focus-form.ts';
import type { Own } from './own.ts';
import { isUntouched, playsAs } from './rules.ts';
import { reviewed } from './profile-view.ts';

/** `mine` may be ahead of what is stored: asked before it is put, this needs no extra write. */
export async function reviewOf({ tx, actor }: Context, mine: Own): Promise<Message> {
  const { participation, person } = mine;
  const several = actor.participations.filter((one) => one.state !== 'withdrawn').length > 1;
  const cohort = several ? await tx.cohorts.get(participation.cohortId) : null;
  const sentOn = participation.submittedAt === null ? null : civilIn(participation.submittedAt, actor.timeZone);
  const preview = isUntouched(participation) ? [] : await previewOf(tx, mine);
  return reviewed({ participation, person, cohort, sentOn, topics: topicsIn(participation.profile, person), preview });
}

/** The summary as matching makes it, once for each side on which somebody may read it (E1.10). */
async function previewOf(tx: Tx, { participation, person }: Own): Promise<readonly Block[]> {
  const others = (await tx.participations.find({ cohortId: participation.cohortId })).filter((one) => one.id !== participation.id);
  const people = await tx.people.all(others.map((one) => one.personId));
  const { profile } = participation;
  const common = commonWordsOf([...others.map((one) => one.profile), profile]);
  const names = [...people, person].map((one) => one.name);
  const sides = (['mentee', 'mentor'] as const).filter((side) => playsAs(participation.role, side));
  return sides.flatMap((role) => [
    ...(sides.length > 1 ? [paragraph(say(`orientation.preview.as.${role}`))] : []),
    ...summaryOf({ profile, role, name: person.name, names, common }),
  ]);
}
