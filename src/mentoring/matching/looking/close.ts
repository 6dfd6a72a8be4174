// `/match why`: two people looked at closely, by button, by typed names or from a form.

import { z } from 'zod';
import { id, optionalLine } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { say, who } from '../../../bot/views/text.ts';
import { actions, type Form, type Message, message, paragraph } from '../../../bot/views/view.ts';
import { mayAnywhere, mayIn } from '../../people/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { ask, snapshotOf } from '../asking.ts';
import { closePage, type Standing } from './close-view.ts';
import { type LookAtTwo, lookAtTwo, type TwoPeople } from './two-people.ts';
import { peopleIn, reachOf, twoChosen, twoNamed, type Unclear } from './naming.ts';
import { peopleOf, type Pool, poolOf } from '../pool.ts';
import { isOpen } from '../proposal.ts';
import { both } from '../rules.ts';
import type { Two } from '../solving.ts';

async function closeUp({ context, pool, mentee, mentor, may }: LookAtTwo): Promise<Message> {
  const people = peopleOf(pool);
  const draft = [mentee, mentor].find((one) => one.state !== 'ready');
  const two: Two = { menteeId: mentee.id, mentorId: mentor.id };
  if (draft) return message([paragraph(say('why.close.draft', { person: people(draft.id) })), back(pool.cohort.id)]);
  const close = await ask(context, 'close', snapshotOf(pool), two);
  const rule = pool.rules.find((one) => both(one) === both(two))?.kind ?? null;
  const standing = { standing: standingOf(pool, two), lockedTo: lockedTo(pool, mentee.id), rule };
  return closePage({ ...standing, mentee, mentor, close, rules: pool.settings.rules, people, may });
}

function back(cohortId: string) {
  return actions({ label: say('matching.button.back'), action: 'matching.preview', about: { cohort: cohortId } });
}

/** A question that the mentee has answered with yes is no longer moved for somebody else. */
export function isSettled({ pairs, proposals }: Pick<Pool, 'pairs' | 'proposals'>, mentee: string): boolean {
  const theirs = [...pairs.filter(({ state }) => state === 'active'), ...proposals.filter(({ state }) => state === 'asked_mentor')];
  return theirs.some(({ menteeId }) => menteeId === mentee);
}

/** Whom a lock gives a mentee. */
export function lockedTo({ rules }: Pick<Pool, 'rules'>, mentee: string): string | null {
  return rules.find(({ kind, menteeId }) => kind === 'lock' && menteeId === mentee)?.mentorId ?? null;
}

function standingOf(pool: Pool, two: Two): Standing | null {
  const { pairs, proposals } = pool;
  if (pairs.some((pair) => pair.state === 'active' && both(pair) === both(two))) return 'pair';
  if (proposals.some((proposal) => isOpen(proposal) && both(proposal) === both(two))) return 'asked';
  return isSettled(pool, two.menteeId) ? 'settled' : null;
}

const pair = lookAtTwo('matching.pair', closeUp);

async function lookedAt(context: Context, two: TwoPeople): Promise<Outcome> {
  const pool = await poolOf(context.tx, two.cohort);
  return done(await closeUp({ ...two, context, pool, may: mayIn(context.actor, two.cohort.programmeId, 'match') }));
}

/** `/match why Bo, Anna`; without names, the form. */
const named = define({
  name: 'matching.why',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ names: optionalLine(200) }),
  subject: async (_context, input) => input,
  may: (actor) => mayAnywhere(actor, 'view'),
  async run(context, { names }) {
    if (names === '') return done(formFor());
    const reach = await reachOf(context, 'view');
    const found = twoNamed(reach, await peopleIn(context, reach), names);
    if ('mentee' in found) return lookedAt(context, found);
    return found.among.length > 0 ? done(choiceOf(found)) : refused(found.text, { answer: formFor(found) });
  },
});

function choiceOf({ text, among }: Unclear): Message {
  return message([
    paragraph(text),
    actions(
      ...among.map(({ cohort, mentee, mentor }) => ({
        label: say('matching.button.pair', { mentee: who(mentee.personId), mentor: who(mentor.personId) }),
        action: 'matching.pair',
        about: { cohort: cohort.id, mentee: mentee.id, mentor: mentor.id },
      })),
    ),
  ]);
}

function formFor({ first = '', second = '' }: Partial<Pick<Unclear, 'first' | 'second'>> = {}): Form {
  return {
    type: 'form',
    title: say('why.form.title'),
    inputs: [
      { input: 'person', name: 'first', label: say('matching.form.first'), required: true, value: first },
      { input: 'person', name: 'second', label: say('matching.form.second'), required: true, value: second },
    ],
    submit: say('why.form.submit'),
    action: 'matching.whyTwo',
  };
}

const byForm = define({
  name: 'matching.whyTwo',
  version: 1,
  look: true,
  input: z.object({ first: id(), second: id() }),
  subject: async (_context, input) => input,
  may: (actor) => mayAnywhere(actor, 'view'),
  async run(context, { first, second }) {
    const reach = await reachOf(context, 'view');
    const chosen = twoChosen(reach, first, second);
    return 'two' in chosen ? lookedAt(context, chosen.two) : refused(say('error.form'), chosen);
  },
});

export const CLOSE: readonly AnyAction[] = [pair, named, byForm];
