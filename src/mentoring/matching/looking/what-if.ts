// `/match what-if`: something tried before it is decided. Nothing is changed here, and nobody is asked.

import { z } from 'zod';
import { choice, id, wholeNumber } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { quote, say, type Text } from '../../../bot/views/text.ts';
import type { Participation } from '../../orientation/participation.ts';
import { type Actor, mayIn } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { ask, snapshotOf } from '../asking.ts';
import { lookAtCohort } from '../cohorts.ts';
import { peopleOf, type Pool, poolOf } from '../pool.ts';
import { both, isMentee, isMentor } from '../rules.ts';
import { weighsNothing } from '../settings/schema.ts';
import { type Feature, FEATURES, MOST_WEIGHT } from '../settings/settings.ts';
import { tried as triedSettings } from '../settings/trying.ts';
import { weighingOf } from '../settings/weighings.ts';
import { type Tried, triedPage, TRIES, whatIfForm } from './what-if-view.ts';

const mayView = (actor: Actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view');
const cohortOf = ({ tx }: Context, { cohort }: { readonly cohort: string }) => tx.cohorts.get(cohort);

const whatIf: AnyAction = { ...lookAtCohort('matching.whatIf', 'view', async (_context, cohort) => done(whatIfForm(cohort))), opens: 'form' };

/** From the page of two people, or of somebody who is left over. */
const byButton = define({
  name: 'matching.trying',
  version: 1,
  look: true,
  input: z.object({ cohort: id(), change: choice(TRIES), mentee: id().optional(), mentor: id() }),
  subject: cohortOf,
  may: mayView,
  async run(context, { change, mentee: menteeId, mentor: mentorId }, cohort) {
    const pool = await poolOf(context.tx, cohort);
    const ready = pool.participations.filter(({ state }) => state === 'ready');
    const mentor = ready.find((one) => one.id === mentorId && isMentor(one));
    const mentee = ready.find((one) => one.id === menteeId && isMentee(one));
    if (!mentor || (change !== 'place' && !mentee)) return refused(say('refused.notYours'));
    return tried(context, pool, asTried(change, mentee, mentor));
  },
});

/** What a form leaves empty is not there. */
function unlessEmpty<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** From the form: two people in either order, one who would take one more, or what should count more or less. */
const byForm = define({
  name: 'matching.try',
  version: 1,
  look: true,
  input: z.object({
    ...{ cohort: id(), change: choice([...TRIES, 'weight']), first: unlessEmpty(id()), second: unlessEmpty(id()) },
    ...{ feature: unlessEmpty(choice(FEATURES)), weight: unlessEmpty(wholeNumber(0, MOST_WEIGHT)) },
  }),
  subject: cohortOf,
  may: mayView,
  async run(context, { change, first, second, feature, weight }, cohort) {
    if (change === 'weight') return weighed(context, cohort, feature, weight);
    const pool = await poolOf(context.tx, cohort);
    const named = { cohort: quote(cohort.name) };
    const wrong = (fields: Readonly<Record<string, Text>>) => refused(say('error.form'), { fields });
    if (first === undefined) return wrong({ first: say('why.try.missing') });
    const a = find(pool, first);
    if (change === 'place') return a && isMentor(a) ? tried(context, pool, asTried(change, undefined, a)) : wrong({ first: say('why.try.noMentor', named) });
    if (second === undefined) return wrong({ second: say('why.try.missing') });
    if (first === second) return wrong({ second: say('matching.lock.self') });
    const b = find(pool, second);
    if (!a) return wrong({ first: say('why.try.strange', named) });
    if (!b) return wrong({ second: say('why.try.strange', named) });
    if (isMentee(a) && isMentor(b)) return tried(context, pool, asTried(change, a, b));
    if (isMentee(b) && isMentor(a)) return tried(context, pool, asTried(change, b, a));
    return wrong({ second: say('why.try.apart') });
  },
});

/** The effect is that of the settings' own pages. */
async function weighed(context: Context, cohort: Cohort, feature: Feature | undefined, weight: number | undefined): Promise<Outcome> {
  const fields = {
    ...(feature === undefined ? { feature: say('why.try.missing') } : {}),
    ...(weight === undefined ? { weight: say('why.try.missing') } : {}),
  };
  if (feature === undefined || weight === undefined) return refused(say('error.form'), { fields });
  const { settings } = await weighingOf(context.tx, cohort.programmeId);
  const weights = { ...settings.weights, [feature]: weight };
  if (weighsNothing(weights)) return refused(say('error.form'), { fields: { weight: say('weights.allZero') } });
  return done(await triedSettings(context, cohort, 'weights', { ...settings, weights }));
}

function find({ participations }: Pool, personId: string): Participation | undefined {
  return participations.find((one) => one.personId === personId && one.state === 'ready');
}

function asTried(change: Tried['change'], mentee: Participation | undefined, mentor: Participation): Tried {
  return change === 'place' || !mentee ? { change: 'place', mentorId: mentor.id } : { change, menteeId: mentee.id, mentorId: mentor.id };
}

async function tried(context: Context, pool: Pool, change: Tried): Promise<Outcome> {
  const comparison = await ask(context, 'whatIf', snapshotOf(pool), { change });
  const rule = change.change === 'place' ? null : (pool.rules.find((one) => both(one) === both(change))?.kind ?? null);
  const may = mayIn(context.actor, pool.cohort.programmeId, 'match');
  return done(triedPage({ cohort: pool.cohort, change, comparison, people: peopleOf(pool), language: pool.settings.rules.language, rule, may }));
}

export const WHAT_IF: readonly AnyAction[] = [whatIf, byButton, byForm];
