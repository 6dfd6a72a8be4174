// The talk of three, with a coordinator: offered to every pair near the end, and within reach at any time (S2.20).

import { z } from 'zod';
import { choice, id, nothing } from '../../../bot/actions/fields.ts';
import { done, refused } from '../../../bot/actions/outcome.ts';
import { listed, say, who } from '../../../bot/views/text.ts';
import { message, paragraph } from '../../../bot/views/view.ts';
import type { Civil } from '../../../time.ts';
import { civilIn } from '../../calendar/index.ts';
import { quietUntil } from '../../nudges/index.ts';
import { wishesOf } from './wishes.ts';
import { anyone } from '../../people/index.ts';
import { coordinatorsOf } from '../../programme/index.ts';
import { define, type Tx } from '../../store.ts';
import { isMember, minePairs } from '../mine.ts';
import { talkPage } from './views.ts';
import { isWishedFor, type PairMeeting, TALK } from '../window/window.ts';
import { absencesOf, couplesOf, type Telling } from '../window/due.ts';

export const talk = define({
  name: 'meetings.talk',
  version: 1,
  look: true,
  input: nothing,
  subject: async () => true,
  may: anyone,
  async run({ tx, actor, now }) {
    const mine = await minePairs(tx, actor);
    const rows = mine.length === 0 ? [] : await tx.meetings.find({ pairId: mine.map(({ pair }) => pair.id), number: TALK });
    return done(talkPage(mine, new Map(rows.map((row) => [row.pairId, row])), { timeZone: actor.timeZone, now }));
  },
});

export const askTalk = define({
  name: 'meetings.askTalk',
  version: 1,
  input: z.object({ pair: id(), answer: choice(['yes', 'no']) }),
  subject: ({ tx }, input) => tx.pairs.get(input.pair),
  may: (actor, pair) => isMember(actor, pair) && pair.state === 'active',
  async run({ tx, actor, now, ids }, { answer }, pair) {
    const [wish = null] = await tx.meetings.find({ pairId: pair.id, number: TALK });
    const wished = wish !== null && isWishedFor(wish, now);
    if (answer === 'no' && wished) return done();
    const programmeId = actor.participations.find((one) => one.id === pair.menteeId || one.id === pair.mentorId)?.programmeId;
    const coordinators = answer === 'yes' && programmeId !== undefined ? await coordinatorsOf(tx, programmeId, 'manage') : [];
    if (answer === 'yes' && coordinators.length === 0) return refused(say('meetings.contact.nobody'));

    const today = civilIn(now, actor.timeZone);
    const row: PairMeeting = {
      ...{ id: wish?.id ?? ids.next(), pairId: pair.id, number: TALK, fromOn: today, untilOn: today },
      ...{ state: answer === 'yes' ? 'ahead' : 'skipped', saidBy: actor.personId, saidAt: now },
    };
    if (!wished) {
      tx.meetings.put(row);
      tx.refresh(topicOf(pair.id));
    }
    if (answer === 'no') return done();
    // Told once, whoever of the two asks and however often.
    if (!wished) await tellWish(tx, { cohortId: pair.cohortId, day: today, coordinators });
    return done(message([paragraph(say('meetings.talk.done', { names: listed(coordinators.map(who)) }))]));
  },
});

/** One message a day and cohort, which grows: after the offer, many pairs wish for it at once. */
async function tellWish(tx: Tx, of: { readonly cohortId: string; readonly day: Civil; readonly coordinators: readonly string[] }): Promise<void> {
  const { cohortId, day, coordinators } = of;
  const topic = `wished:${cohortId}:${day}`;
  if ((await wishesOf(tx, cohortId, day)).length > 1) return tx.refresh(topic);
  for (const person of coordinators) tx.post({ to: { person }, template: 'meetings.talkWished', args: { cohort: cohortId, day }, kind: 'decision', topic });
}

/** Offers it to both of each pair of a cohort, but not where it is wished for already. */
export async function offerTalks({ tx, now }: Telling, of: { readonly cohortId: string; readonly untilOn: Civil }): Promise<void> {
  const couples = (await couplesOf(tx, { cohortId: of.cohortId, number: TALK })).filter(({ meeting }) => !meeting || !isWishedFor(meeting, now));
  if (couples.length === 0) return;
  const busy = await absencesOf(tx, couples, now);
  for (const { pair, mentee, mentor } of couples) {
    for (const [reader, partner] of [
      [mentee, mentor],
      [mentor, mentee],
    ] as const) {
      const at = quietUntil(now, reader.timeZone, busy(reader.id));
      if (civilIn(at, reader.timeZone) > of.untilOn) continue;
      const args = { pair: pair.id, partner: partner.id, until: of.untilOn };
      tx.post({ to: { person: reader.id }, template: 'meetings.talkOffered', args, kind: 'nudge', topic: topicOf(pair.id), at });
    }
  }
}

function topicOf(pairId: string): string {
  return `talk:${pairId}`;
}
