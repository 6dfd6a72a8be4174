// Signing up: the introduction, the beginning, the pages, sending in.

import { z } from 'zod';
import { id, wholeNumber } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import type { Message } from '../../bot/views/view.ts';
import type { Instant } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import { anyone, rolesWith } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { askedOn } from './asked.ts';
import { stepForm } from './forms.ts';
import { isMine, own } from './own.ts';
import { EMPTY_PROFILE, type Participation } from './participation.ts';
import { sent } from './profile-view.ts';
import { reviewOf } from './review.ts';
import { mustReadNotice, neededFor, NOTICE_VERSION, type Step, stepToOpen } from './rules.ts';
import { isOpen, type Mine, mineNow, openStarts, startOf } from './starts.ts';
import { choiceOfOwn, choiceOfStart, introduction, nothingOpen, withOtherStarts } from './views.ts';

/** `/mentor join`: what it is and what becomes of one's data, before the first question. */
export const join = define({
  name: 'orientation.join',
  version: 1,
  look: true,
  input: z.object({ cohort: id().optional() }),
  subject: mineNow,
  may: anyone,
  async run(context, input, mine) {
    const open = await openStarts(context);
    if (input.cohort !== undefined) {
      const joined = mine.find(({ start }) => start.cohort.id === input.cohort);
      const wanted = open.find((start) => start.cohort.id === input.cohort);
      if (joined) return done(await pageOf(context, joined));
      return done(wanted ? introduction(wanted) : await closed(context));
    }
    const others = open.filter((start) => !mine.some((one) => one.start.cohort.id === start.cohort.id));
    if (mine.length > 0) return done(withOtherStarts(await pageOfMine(context, mine), others));
    const [first, second] = others;
    if (!first) return done(await closed(context));
    return done(second ? choiceOfStart(others) : introduction(first));
  },
});

/** `/mentor profile`: the profile as it stands. Whoever has none is shown how to get one. */
export const show = define({
  name: 'orientation.show',
  version: 1,
  look: true,
  input: z.object({ participation: id().optional() }),
  subject: mineNow,
  may: anyone,
  async run(context, input, mine) {
    const asked = mine.filter((one) => input.participation === undefined || one.participation.id === input.participation);
    if (asked.length > 0) return done(await pageOfMine(context, asked));
    return join.run(context, {}, mine);
  },
});

async function pageOfMine(context: Context, mine: readonly Mine[]): Promise<Message> {
  const [first, second] = mine;
  return first && !second ? pageOf(context, first) : choiceOfOwn(mine, 'orientation.show');
}

/** One's own page; the notice comes first for whoever has not read it. */
async function pageOf(context: Context, { participation, start }: Mine): Promise<Message> {
  const mine = await own(context, { participation: participation.id });
  if (!mine || mustReadNotice(mine.participation)) return introduction(start);
  return reviewOf(context, mine);
}

async function closed({ tx }: Context): Promise<Message> {
  const grants = await tx.grants.find({ role: rolesWith('manage') });
  return nothingOpen([...new Set(grants.map((grant) => grant.personId))].slice(0, 3));
}

/** The notice has been read: from here on there is a draft, and the first question. */
export const begin = define({
  name: 'orientation.begin',
  opens: 'form',
  version: 1,
  input: z.object({ cohort: id() }),
  subject: ({ tx }, { cohort }) => startOf(tx, cohort),
  may: anyone,
  async run(context, _input, { cohort, programme }) {
    const { tx, actor, now, ids } = context;
    const [before] = await tx.participations.find({ cohortId: cohort.id, personId: actor.personId });
    const isNew = !before || before.state === 'withdrawn';
    // Closing sign-up stops beginning; whoever has begun, or was listed by a coordinator, may finish.
    if (isNew && !isOpen(cohort, civilIn(now, actor.timeZone))) return refused(say('orientation.closed'), { answer: await closed(context) });
    const person = await tx.people.get(actor.personId);
    if (!person) return refused(say('refused.notYours'));
    const participation = isNew ? fresh(before?.id ?? ids.next(), { cohortId: cohort.id, personId: person.id, now }) : read(before, now);
    if (participation !== before) {
      tx.participations.put(participation);
      tx.refresh(`participation:${participation.id}`);
    }
    const step = stepToOpen(participation);
    return done(stepForm(step, participation, person, { terms: programme.terms, asked: await askedOn(step, context, participation, programme.id) }));
  },
});

/** A draft. Its role is a guess until the first page is saved, and the form does not show it as chosen. */
function fresh(id: string, of: { readonly cohortId: string; readonly personId: string; readonly now: Instant }): Participation {
  return {
    id,
    cohortId: of.cohortId,
    personId: of.personId,
    role: 'mentee',
    state: 'draft',
    capacity: 0,
    profile: EMPTY_PROFILE,
    noticeVersion: NOTICE_VERSION,
    noticeReadAt: of.now,
    createdAt: of.now,
    submittedAt: null,
  };
}

function read(before: Participation, now: Instant): Participation {
  return mustReadNotice(before) ? { ...before, noticeVersion: NOTICE_VERSION, noticeReadAt: now } : before;
}

/** Opens one of the three pages. */
export const edit = define({
  name: 'orientation.edit',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ participation: id(), step: wholeNumber(1, 3) }),
  subject: own,
  may: isMine,
  async run(context, { step }, { participation, person }) {
    const start = await startOf(context.tx, participation.cohortId);
    if (start && mustReadNotice(participation)) return done(introduction(start));
    const asked = await askedOn(step as Step, context, participation, start?.programme.id);
    return done(stepForm(step as Step, participation, person, { terms: start?.programme.terms, asked }));
  },
});

export const submit = define({
  name: 'orientation.submit',
  version: 1,
  input: z.object({ participation: id() }),
  subject: own,
  may: isMine,
  async run(context, _input, mine) {
    const { tx, actor, now } = context;
    const { participation, person } = mine;
    if (participation.state === 'ready') return done(await reviewOf(context, mine));
    if (neededFor(participation.profile).length > 0 || mustReadNotice(participation)) {
      return refused(say('orientation.cannotSend'), { answer: await reviewOf(context, mine) });
    }
    const ready: Participation = { ...participation, state: 'ready', submittedAt: now };
    tx.participations.put(ready);
    tx.refresh(`participation:${participation.id}`);
    const cohort = await tx.cohorts.get(ready.cohortId);
    return done(cohort ? sent(ready, cohort, civilIn(now, actor.timeZone)) : await reviewOf(context, { participation: ready, person }));
  },
});
