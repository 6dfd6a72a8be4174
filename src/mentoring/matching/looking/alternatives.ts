// `/match alternatives`: every mentor whom a mentee may have, and what it would change for everybody.

import { z } from 'zod';
import { id, optionalLine, wholeNumber } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Message, message, paragraph } from '../../../bot/views/view.ts';
import type { Participation } from '../../orientation/participation.ts';
import { mayAnywhere, mayIn } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { alternativesPage } from './alternatives-view.ts';
import { ask, snapshotOf } from '../asking.ts';
import { isSettled, lockedTo } from './close.ts';
import { peopleNamed } from './names.ts';
import { peopleIn, reachOf } from './naming.ts';
import { peopleOf, type Pool, poolOf } from '../pool.ts';
import { isMentee } from '../rules.ts';

const input = z.object({ cohort: id().optional(), mentee: id().optional(), from: wholeNumber(0, 100_000).default(0), name: optionalLine(80) });

/** From a button for a mentee, or typed with a name; without one, a choice of mentees. */
const alternatives = define({
  name: 'matching.alternatives',
  version: 1,
  look: true,
  input,
  subject: async ({ tx }, of): Promise<{ readonly cohort: Cohort | null } | null> => {
    if (of.cohort === undefined) return { cohort: null };
    const cohort = await tx.cohorts.get(of.cohort);
    return cohort && { cohort };
  },
  may: (actor, { cohort }) => (cohort ? mayIn(actor, cohort.programmeId, 'view') : mayAnywhere(actor, 'view')),
  async run(context, { mentee, from, name }, { cohort }) {
    return cohort && mentee !== undefined ? alternativesFor(context, cohort, mentee, from) : typed(context, name);
  },
});

async function alternativesFor(context: Context, cohort: Cohort, menteeId: string, from: number): Promise<Outcome> {
  const pool = await poolOf(context.tx, cohort);
  const mentee = pool.participations.find((one) => one.id === menteeId && isMentee(one));
  if (!mentee) return refused(say('refused.notYours'));
  const people = peopleOf(pool);
  const all = mentee.state === 'ready' ? await ask(context, 'alternatives', snapshotOf(pool), { menteeId }) : [];
  return done(alternativesPage({ cohort, menteeId, all, from, people, none: whyNone(pool, mentee) }));
}

/** Why there may be nobody to choose from. */
function whyNone(pool: Pool, { id: menteeId, state }: Participation): Text {
  const people = peopleOf(pool);
  const [mentee, mentorId] = [people(menteeId), lockedTo(pool, menteeId)];
  if (state !== 'ready') return say('why.close.draft', { person: mentee });
  if (isSettled(pool, menteeId)) return say('why.close.settled', { mentee });
  return mentorId === null ? say('why.alternatives.none', { mentee }) : say('why.close.locked', { mentee, mentor: people(mentorId) });
}

async function typed(context: Context, name: string): Promise<Outcome> {
  const reach = await reachOf(context, 'view');
  const mentees = reach.participations.filter((one) => isMentee(one) && one.state === 'ready');
  const people = await peopleIn(context, { ...reach, participations: mentees });
  if (people.length === 0) return done(message([paragraph(say('why.alternatives.nobody'))]));
  const found = name === '' ? people : peopleNamed(name, people);
  if (found.length === 0) return refused(say('why.alternatives.notMentee', { typed: quote(name) }), { answer: whom(mentees, people) });
  const [only] = found;
  // Of several cohorts the latest counts, as with every name that is typed.
  const mentee = only && reach.cohorts.flatMap(({ id: cohortId }) => mentees.filter((one) => one.cohortId === cohortId && one.personId === only.id))[0];
  const cohort = reach.cohorts.find((one) => one.id === mentee?.cohortId);
  if (found.length === 1 && mentee && cohort) return alternativesFor(context, cohort, mentee.id, 0);
  return done(whom(mentees, found));
}

const MOST = 24;

function whom(mentees: readonly Participation[], people: readonly { readonly id: string; readonly name: string }[]): Message {
  const sorted = people.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST);
  const theirs = sorted.flatMap((person) => mentees.find((one) => one.personId === person.id) ?? []);
  return message([
    paragraph(say('why.alternatives.whom')),
    actions(
      ...theirs.map((mentee) => ({
        label: who(mentee.personId),
        hint: say('why.hint.alternatives', { mentee: who(mentee.personId) }),
        action: 'matching.alternatives',
        about: { cohort: mentee.cohortId, mentee: mentee.id },
      })),
    ),
  ]);
}

export const ALTERNATIVES: readonly AnyAction[] = [alternatives];
