// Withdrawing from a cohort: the profile is emptied and open questions are taken back; a pair is left to people.

import { z } from 'zod';
import { id } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import type { Message } from '../../bot/views/view.ts';
import { leaveCircles } from '../circles/index.ts';
import { withdrawProposalsOf } from '../matching/index.ts';
import { anyone, elsewhere } from '../people/index.ts';
import { coordinatorsOf } from '../programme/index.ts';
import { define, type Tx } from '../store.ts';
import { EMPTY_PROFILE, type Participation } from './participation.ts';
import type { Side } from './rules.ts';
import { mineNow } from './starts.ts';
import { choiceOfOwn, inPair, leaveAsked, left, nothingToLeave } from './views.ts';

/** The sides on which somebody stands in an active pair; one query. */
export async function pairedSides(tx: Tx, { id, cohortId }: Pick<Participation, 'id' | 'cohortId'>): Promise<readonly Side[]> {
  const pairs = await tx.pairs.find({ cohortId, state: 'active' });
  return (['mentee', 'mentor'] as const).filter((side) => pairs.some((pair) => (side === 'mentee' ? pair.menteeId : pair.mentorId) === id));
}

/** `/mentor withdraw`: says what will happen, and asks. */
export const leave = define({
  name: 'orientation.leave',
  version: 1,
  look: true,
  input: z.object({ participation: id().optional() }),
  subject: mineNow,
  may: anyone,
  async run({ tx, actor }, input, all) {
    const asked = input.participation === undefined ? all : all.filter((one) => one.participation.id === input.participation);
    const [first, second] = asked;
    if (!first) return done(nothingToLeave());
    if (second) return done(choiceOfOwn(asked, 'orientation.leave'));
    if ((await pairedSides(tx, first.participation)).length === 0) return done(leaveAsked(first.participation.id));
    const { programmeId } = first.participation;
    return done(await inPairOf(tx, programmeId, actor.personId));
  },
});

export const withdraw = define({
  name: 'orientation.withdraw',
  version: 1,
  input: z.object({ participation: id() }),
  subject: ({ tx }, input) => tx.participations.get(input.participation),
  may: (actor, participation) => participation.personId === actor.personId,
  async run({ tx, actor, now, ids }, _input, participation) {
    if (participation.state === 'withdrawn') return done(left());
    if ((await pairedSides(tx, participation)).length > 0) {
      const programmeId = actor.participations.find((one) => one.id === participation.id)?.programmeId ?? '';
      return refused(say('orientation.inPair.short'), { answer: await inPairOf(tx, programmeId, actor.personId) });
    }
    await withdrawProposalsOf(tx, participation.id, now, ids);
    await leaveCircles(tx, participation, now);
    tx.participations.put({ ...participation, state: 'withdrawn', profile: EMPTY_PROFILE, capacity: 0, submittedAt: null });
    tx.refresh(`participation:${participation.id}`);
    return done(left());
  },
});

/** With those who run the programme, without the one who asks. */
async function inPairOf(tx: Tx, programmeId: string, personId: string): Promise<Message> {
  const others = (await coordinatorsOf(tx, programmeId, 'manage')).filter((one) => one !== personId).slice(0, 3);
  return inPair(others, others.length > 0 ? await elsewhere(tx, personId, others) : new Map());
}
