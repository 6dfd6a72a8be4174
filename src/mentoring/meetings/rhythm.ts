// A pair's rhythm: weekly, every two weeks or monthly, and the page that shows what came of it.

import { z } from 'zod';
import { choice, id, nothing } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { say, who } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import { type Actor, anyone, elsewhere } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { isMember, overviewOf } from './mine.ts';
import { planOn, rhythmDay } from './planning.ts';
import { overviewPage, RHYTHMS, rhythmForm, rhythmWords } from './views.ts';

export const show = define({
  name: 'meetings.show',
  version: 1,
  look: true,
  input: nothing,
  subject: async () => true,
  may: anyone,
  async run({ tx, actor, now }) {
    const overview = await overviewOf(tx, actor, now);
    const partners = overview.shelves.map((shelf) => shelf.partnerId);
    const apart = partners.length > 0 ? await elsewhere(tx, actor.personId, partners) : new Map();
    return done(overviewPage(overview, actor, now, apart));
  },
});

interface Ours {
  readonly pair: Pair;
  readonly partnerId: string;
}

async function ours({ tx, actor }: Context, input: { readonly pair: string }): Promise<Ours | null> {
  const pair = await tx.pairs.get(input.pair);
  if (pair?.state !== 'active') return null;
  const partner = [...(await membersOf(tx, [pair])).values()].find((member) => member.personId !== actor.personId);
  return partner ? { pair, partnerId: partner.personId } : null;
}

function isOurs(actor: Actor, { pair }: Ours): boolean {
  return isMember(actor, pair);
}

export const rhythm = define({
  name: 'meetings.rhythm',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ pair: id() }),
  subject: ours,
  may: isOurs,
  run: async (_context, _input, { pair, partnerId }) => done(rhythmForm(pair, partnerId)),
});

export const setRhythm = define({
  name: 'meetings.setRhythm',
  version: 1,
  input: z.object({ pair: id(), rhythm: choice(RHYTHMS) }),
  subject: ours,
  may: isOurs,
  async run({ tx, actor, now }, input, { pair, partnerId }) {
    const rhythmDays = Number(input.rhythm);
    const answer = message([paragraph(say('meetings.rhythm.done', { partner: who(partnerId), rhythm: rhythmWords(rhythmDays) }))]);
    if (rhythmDays === pair.rhythmDays) return done(answer);
    const rows = await tx.checkins.find({ pairId: pair.id }, { by: 'number', descending: true, limit: 2 });
    const planned = rows.find((row) => row.state === 'planned');
    tx.pairs.put({ ...pair, rhythmDays });
    const last = rows.find((row) => row.state !== 'planned')?.dueAt ?? pair.startedAt;
    if (planned) planOn(tx, planned, rhythmDay(last, { rhythmDays }, now, actor), actor);
    const args = { pair: pair.id, by: actor.personId };
    tx.post({ to: { person: partnerId }, template: 'meetings.rhythmChanged', args, kind: 'nudge', topic: `rhythm:${pair.id}` });
    return done(answer);
  },
});
