// Coming or not: one tap for a day, a choice where it has parts, and a line where the places are taken.

import { z } from 'zod';
import { choice } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import type { Actor } from '../people/index.ts';
import { type Context, define, type Tx } from '../store.ts';
import type { Invitation } from './gathering.ts';
import { minePage } from './mine.ts';
import { zoneOf } from './place.ts';
import { hasBegun } from './rules.ts';
import { answered, freed, lineOf } from './seats.ts';
import { idsIn, type Seen, sightOf } from './seen.ts';
import { redraw, type Seat, tell } from './telling.ts';
import { chooseForm } from './views.ts';

/** A day has few parts: whoever names more has made it up. */
const invitations = z.string().regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,11}$/);
const about = { invitations, page: z.coerce.number().optional() };

async function named({ tx }: Context, input: { readonly invitations: string }): Promise<Invitation[] | null> {
  const ids = [...new Set(idsIn(input.invitations))];
  const found = await tx.invitations.all(ids);
  return found.length === ids.length ? found : null;
}

function areOwn(actor: Actor, found: readonly Invitation[]): boolean {
  return found.every((one) => one.personId === actor.personId);
}

export const answer = define({
  name: 'gatherings.answer',
  version: 1,
  input: z.object({ ...about, answer: choice(['yes', 'no']) }),
  subject: named,
  may: areOwn,
  run: (context, input, own) => settle(context, own, { answerOf: () => input.answer, page: input.page !== undefined }),
});

export const choose = define({
  name: 'gatherings.choose',
  version: 1,
  look: true,
  opens: 'form',
  input: z.object(about),
  subject: named,
  may: areOwn,
  async run({ tx, actor, now }, input, own) {
    const coming = comingOf((await sightOf(tx, actor, own)).seen, now);
    return coming.length === 0 ? refused(say('gatherings.answer.over')) : done(chooseForm(coming, actor, input.page !== undefined));
  },
});

/** Ticked is yes, not ticked is no. */
export const choiceMade = define({
  name: 'gatherings.choice',
  version: 1,
  input: z.object({ ...about, parts: z.preprocess((value) => (Array.isArray(value) ? value : value ? [value] : []), z.array(z.string()).max(12)) }),
  subject: named,
  may: areOwn,
  async run(context, input, own) {
    const outcome = await settle(context, own, { answerOf: (one) => (input.parts.includes(one.id) ? 'yes' : 'no'), page: input.page !== undefined });
    return outcome.kind === 'refused' || outcome.answer ? outcome : done(message([paragraph(say('gatherings.choose.done'))]));
  },
});

function comingOf(seen: readonly Seen[], now: Context['now']): Seen[] {
  return seen.filter(({ gathering }) => gathering.state === 'planned' && !hasBegun(gathering, now));
}

async function settle(
  context: Context,
  own: readonly Invitation[],
  by: { readonly answerOf: (one: Invitation) => 'yes' | 'no'; readonly page: boolean },
): Promise<Outcome> {
  const { tx, actor, now } = context;
  const coming = comingOf((await sightOf(tx, actor, own)).seen, now);
  if (coming.length === 0) return refused(say('gatherings.answer.over'));
  const limited = coming.filter(({ gathering }) => gathering.capacity !== null).map(({ gathering }) => gathering.id);
  const held = limited.length > 0 ? await tx.invitations.find({ gatheringId: limited, answer: ['yes', 'waiting'] }) : [];
  const timeZone = await zoneOf(tx);
  const mine: Seat[] = [];
  for (const { gathering, invitation } of coming) {
    const others = held.filter((one) => one.gatheringId === gathering.id && one.id !== invitation.id);
    const after = answered(invitation, by.answerOf(invitation), { capacity: gathering.capacity, others, now });
    if (after === invitation) continue;
    tx.invitations.put(after);
    mine.push({ gathering, invitation: after });
    if (gathering.capacity === null) continue;
    tx.gatherings.put(gathering); // guards: of two who take the last place at once, one waits
    giveOn(tx, { gathering, others }, timeZone);
  }
  redraw(tx, mine, timeZone);
  return by.page ? done(await minePage(context)) : done();
}

/** The next in line takes the place that has come free, and is told; those behind move up. */
function giveOn(tx: Tx, of: { readonly gathering: Seen['gathering']; readonly others: readonly Invitation[] }, timeZone: string): void {
  const seats = freed(of.gathering.capacity, of.others).map((invitation) => ({ gathering: of.gathering, invitation }));
  for (const { invitation } of seats) tx.invitations.put(invitation);
  redraw(
    tx,
    lineOf(of.others).map((invitation) => ({ gathering: of.gathering, invitation })),
    timeZone,
  );
  tell(tx, 'freed', seats, timeZone);
}
