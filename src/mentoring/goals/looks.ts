// Looking: lists, cards and forms. Nothing here changes anything.

import { z } from 'zod';
import { choice, id, lengthOf, optionalLine, optionalParagraph, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome } from '../../bot/actions/outcome.ts';
import { message } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import { card, type Owner, review } from './cards.ts';
import { goalForm, helpedForm, newGoalForm, progressForm } from './forms.ts';
import { type Goal, LETTER_MAX, TITLE_MAX } from './goal.ts';
import { goalList, type Here, whichGoal } from './lists.ts';
import { mentorCard, sharedList } from './mentor-views.ts';
import { mentorSees } from './rules.ts';
import { mayHaveMentor, menteesOf, mentorsOf } from './sharing.ts';

const aboutGoal = z.object({ goal: id() });
const fromOn = z.object({ from: wholeNumber(0, 100_000).default(0) });

export function here({ actor, now }: Pick<Context, 'actor' | 'now'>): Here {
  return { today: civilIn(now, actor.timeZone), timeZone: actor.timeZone };
}

export async function owner(context: Context): Promise<Owner> {
  return { ...here(context), mentors: await mentorsOf(context.tx, context.actor) };
}

export async function goalOf({ tx }: Context, input: { readonly goal: string }): Promise<Goal | null> {
  return await tx.goals.get(input.goal);
}

export function owns(actor: Context['actor'], goal: Goal): boolean {
  return goal.personId === actor.personId;
}

/** Everybody known may have goals, mentors too (S4.10, S4.36). */
async function myself({ actor }: Context): Promise<Context['actor']> {
  return actor;
}

function anybody(): boolean {
  return true;
}

const list = define({
  name: 'goals.list',
  version: 1,
  input: fromOn,
  subject: myself,
  may: anybody,
  look: true,
  run: async (context, { from }) => {
    const { tx, actor } = context;
    const mentees = await menteesOf(tx, actor);
    const goals = await tx.goals.find({ personId: [actor.personId, ...mentees.map((mentee) => mentee.personId)] });
    const own = goals.filter((goal) => owns(actor, goal));
    const shared = from > 0 ? [] : goals.filter((goal) => mentorSees(goal, mentees));
    return done(message([...goalList(own, from, here(context)), ...sharedList(shared, 0, here(context))]));
  },
});

const mentees = define({
  name: 'goals.mentees',
  version: 1,
  input: fromOn,
  subject: myself,
  may: anybody,
  look: true,
  run: async (context, { from }) => {
    const { tx, actor } = context;
    const partners = await menteesOf(tx, actor);
    const goals = await tx.goals.find({ personId: partners.map((mentee) => mentee.personId), visibility: 'pair' });
    return done(
      message(
        sharedList(
          goals.filter((goal) => mentorSees(goal, partners)),
          from,
          here(context),
        ),
      ),
    );
  },
});

const look = define({
  name: 'goals.look',
  version: 1,
  input: aboutGoal,
  subject: async (context, input) => {
    const goal = await goalOf(context, input);
    if (!goal || owns(context.actor, goal)) return goal && { goal, mentees: [] };
    return { goal, mentees: await menteesOf(context.tx, context.actor) };
  },
  may: (actor, { goal, mentees }) => owns(actor, goal) || mentorSees(goal, mentees),
  look: true,
  run: async (context, _input, { goal }) => done(owns(context.actor, goal) ? card(goal, await owner(context)) : mentorCard(goal, here(context))),
});

const fresh = define({
  name: 'goals.new',
  opens: 'form',
  version: 1,
  input: z.object({ title: optionalParagraph(LETTER_MAX) }),
  subject: myself,
  may: anybody,
  look: true,
  run: async ({ tx, actor }, { title }) => {
    const sharers = { mentors: await mentorsOf(tx, actor), mayShare: mayHaveMentor(actor) };
    // What was typed after the command is kept, also where it is too long for a title.
    const text = lengthOf(title) > TITLE_MAX ? { title: '', specific: title } : { title: title.replace(/\s+/g, ' '), specific: '' };
    return done(newGoalForm(text, sharers));
  },
});

/** Opens something for the owner of an active goal; a closed one shows its card, with the way back. */
function opening(name: string, open: (context: Context, goal: Goal) => Promise<Outcome>): AnyAction {
  return define({
    name,
    opens: 'form',
    version: 1,
    input: aboutGoal,
    subject: goalOf,
    may: owns,
    look: true,
    run: async (context, _input, goal) => (goal.state === 'active' ? await open(context, goal) : done(card(goal, await owner(context)))),
  });
}

const edit = opening('goals.edit', async ({ tx, actor }, goal) =>
  done(goalForm(goal, { mentors: await mentorsOf(tx, actor), mayShare: mayHaveMentor(actor) })),
);

const progress = opening('goals.progress', async ({ tx, actor }, goal) => done(progressForm(goal, await mentorsOf(tx, actor))));

const lookBack = define({
  name: 'goals.review',
  version: 1,
  input: aboutGoal,
  subject: goalOf,
  may: owns,
  look: true,
  run: async (context, _input, goal) => done(review(goal, here(context))),
});

const helped = define({
  name: 'goals.helped',
  opens: 'form',
  version: 1,
  input: aboutGoal,
  subject: goalOf,
  may: owns,
  look: true,
  run: async (_context, _input, goal) => done(helpedForm(goal)),
});

/** `/goal progress talk`: the active goal whose title holds the words; the only one needs no words. */
const pick = define({
  name: 'goals.pick',
  version: 1,
  input: z.object({ to: choice(['progress', 'review', 'done']), words: optionalLine(200) }),
  subject: myself,
  may: anybody,
  look: true,
  run: async (context, { to, words }) => {
    const { tx, actor } = context;
    const active = await tx.goals.find({ personId: actor.personId, state: 'active' });
    if (active.length === 0) return done(message(goalList([], 0, here(context))));
    const named = active.filter((goal) => goal.text.title.toLowerCase().includes(words.toLowerCase()));
    const [only, ...others] = named.length > 0 ? named : active;
    // Done by a click and not by a word: a half-remembered title must not close the wrong goal.
    if (!only || others.length > 0 || to === 'done') return done(whichGoal(named.length > 0 ? named : active, to, here(context)));
    return done(to === 'review' ? review(only, here(context)) : progressForm(only, await mentorsOf(tx, actor)));
  },
});

export const LOOKS: readonly AnyAction[] = [list, mentees, look, fresh, edit, progress, lookBack, helped, pick];
