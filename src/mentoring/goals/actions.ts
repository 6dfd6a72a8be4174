// Changing a goal: writing it, saying how it goes, sharing, finishing, letting go. Always by its owner.

import { z } from 'zod';
import { day, id, line, optionalParagraph, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say, type Text, who } from '../../bot/views/text.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import { card, celebration, farewell, type Owner } from './cards.ts';
import { type Goal, LETTER_MAX, NOTE_MAX, TITLE_MAX } from './goal.ts';
import { goalOf, LOOKS, owner, owns } from './looks.ts';
import { dueFault, dueOf, letGo, reached, seenBy, sharingOf, takenUp, withNote } from './rules.ts';
import { keep } from './sharing.ts';

const letter = () => optionalParagraph(LETTER_MAX);

const save = define({
  name: 'goals.save',
  version: 1,
  input: z.object({
    goal: id().optional(),
    title: line(TITLE_MAX),
    specific: letter(),
    measurable: letter(),
    achievable: letter(),
    relevant: letter(),
    // An empty date is no date yet.
    dueOn: z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), day().optional()),
    visibility: id().default('private'),
  }),
  subject: async ({ tx }, input): Promise<Goal | 'new' | null> => (input.goal === undefined ? 'new' : await tx.goals.get(input.goal)),
  may: (actor, goal) => goal === 'new' || owns(actor, goal),
  run: async (context, input, subject) => {
    const before = subject === 'new' ? null : subject;
    if (before && before.state !== 'active') return refused(say('goals.closed'));
    const me = await owner(context);
    const dueOn = dueOf(input.dueOn);
    const sharing = sharingOf(input.visibility, me.mentors, before);
    const tooSoonOrFar = dueFault(dueOn, me.today, before?.dueOn ?? null);
    if (!sharing || tooSoonOrFar) {
      const fields: Record<string, Text> = {
        ...(tooSoonOrFar ? { dueOn: tooSoonOrFar } : {}),
        ...(sharing ? {} : { visibility: say('goals.error.sharing') }),
      };
      return refused(say('error.form'), { fields });
    }
    const { title, specific, measurable, achievable, relevant } = input;
    const goal: Goal = { ...(before ?? blank(context)), ...sharing, text: { title, specific, measurable, achievable, relevant }, dueOn };
    keep(context.tx, goal, before, me.mentors);
    return done(card(goal, me, { said: say('goals.card.saved'), coach: true }));
  },
});

function blank({ actor, now, ids }: Context): Omit<Goal, 'text'> {
  return {
    id: ids.next(),
    personId: actor.personId,
    pairId: null,
    visibility: 'private',
    state: 'active',
    dueOn: null,
    progress: 0,
    notes: [],
    createdAt: now,
    doneAt: null,
  };
}

const note = define({
  name: 'goals.note',
  version: 1,
  input: z.object({ goal: id(), progress: wholeNumber(0, 100), text: optionalParagraph(NOTE_MAX) }),
  subject: goalOf,
  may: owns,
  run: async (context, { progress, text }, before) => {
    if (before.state !== 'active') return refused(say('goals.closed'));
    const me = await owner(context);
    const goal = withNote(before, { at: context.now, by: context.actor.personId, text, progress });
    keep(context.tx, goal, before, me.mentors);
    return done(card(goal, me, { said: progress === 100 ? say('goals.progress.full') : say('goals.progress.saved', { progress }) }));
  },
});

/** What helped, kept with a goal that is done. Nothing written is an answer too. */
const thank = define({
  name: 'goals.thank',
  version: 1,
  input: z.object({ goal: id(), text: optionalParagraph(NOTE_MAX) }),
  subject: goalOf,
  may: owns,
  run: async (context, { text }, before) => {
    const me = await owner(context);
    const goal = text === '' ? before : withNote(before, { at: context.now, by: context.actor.personId, text, progress: before.progress });
    if (text !== '') context.tx.goals.put(goal);
    return done(card(goal, me, text === '' ? {} : { said: say('goals.helped.saved') }));
  },
});

const share = define({
  name: 'goals.share',
  version: 1,
  input: z.object({ goal: id(), visibility: id() }),
  subject: goalOf,
  may: owns,
  run: async (context, { visibility }, before) => {
    const me = await owner(context);
    const sharing = sharingOf(visibility, me.mentors, before);
    if (!sharing) return refused(say('goals.error.sharing'));
    const goal = { ...before, ...sharing };
    keep(context.tx, goal, before, me.mentors);
    const mentor = seenBy(goal, me.mentors)[0];
    const said = mentor ? say('goals.shared.said', { mentor: who(mentor.personId) }) : sharing.visibility === 'private' ? say('goals.kept.said') : undefined;
    return done(card(goal, me, said ? { said } : {}));
  },
});

/** A step from one state to the next. Pressed twice, it shows how things stand. */
function step(
  name: string,
  from: readonly Goal['state'][],
  next: (goal: Goal, context: Context) => Goal,
  answer: (goal: Goal, me: Owner) => Outcome,
): AnyAction {
  return define({
    name,
    version: 1,
    input: z.object({ goal: id() }),
    subject: goalOf,
    may: owns,
    run: async (context, _input, before) => {
      const me = await owner(context);
      if (!from.includes(before.state)) return done(card(before, me));
      const goal = next(before, context);
      keep(context.tx, goal, before, me.mentors);
      return answer(goal, me);
    },
  });
}

const finish = step(
  'goals.done',
  ['active'],
  (goal, { now }) => reached(goal, now),
  (goal, me) => done(celebration(goal, me)),
);

const drop = step('goals.drop', ['active'], letGo, (goal) => done(farewell(goal)));

const reopen = step('goals.reopen', ['done', 'dropped'], takenUp, (goal, me) => done(card(goal, me, { said: say('goals.reopen.said') })));

export const ACTIONS: readonly AnyAction[] = [...LOOKS, save, note, thank, share, finish, drop, reopen];
