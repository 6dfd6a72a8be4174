// What happens to a question that nobody answers: one reminder, then the coordinator sees it (E4.8, C24).

import type { Instant } from '../../time.ts';
import { coordinatorsOf } from '../programme/index.ts';
import type { DueRule, Tx } from '../store.ts';
import { type Checkin, topicOf } from './checkin.ts';
import { close } from './planning.ts';
import { GIVE_UP_AFTER, slotFrom, workingDaysAfter } from './rules.ts';
import { grouped, type Seen, sceneOf } from './scene.ts';

/** More pairs than these are counted, not named: a message is no list. */
const NAMED = 20;

/** Subjects are check-ins. Both who were asked are reminded once: the question is for both. */
export const remind: DueRule = {
  name: 'meetings.remind',
  async run({ tx, now }, due) {
    for (const { checkin, seen } of await stillOpen(tx, due, now)) {
      for (const personId of checkin.asked) {
        const [reader, partner] = personId === seen.mentee.id ? [seen.mentee, seen.mentor] : [seen.mentor, seen.mentee];
        const at = slotFrom(now, { timeZone: reader.timeZone, hour: seen.place.hour });
        const args = { checkin: checkin.id, pair: checkin.pairId, partner: partner.id, at };
        tx.post({ to: { person: personId }, template: 'meetings.reminder', args, kind: 'nudge', topic: topicOf(checkin), at });
      }
      tx.remind('meetings.unanswered', checkin.id, workingDaysAfter(now, GIVE_UP_AFTER, seen.place));
    }
  },
};

/** Subjects are check-ins. The coordinators get one message for all pairs of the run, and the rhythm goes on. */
export const unanswered: DueRule = {
  name: 'meetings.unanswered',
  async run({ tx, now }, due) {
    const open = await stillOpen(tx, due, now);
    const silent = open.filter(({ checkin, seen }) => seen.members.every((personId) => checkin.asked.includes(personId)));
    const programmes = new Set(silent.map(({ seen }) => seen.programme.id));
    const readers = new Map<string, readonly string[]>();
    for (const id of programmes) readers.set(id, await coordinatorsOf(tx, id, 'view'));

    for (const one of open) {
      if (silent.includes(one)) close(tx, { ...one.checkin, state: 'unanswered' }, now);
      // One of the two waits for a turn: then nobody can say yet that the pair has not answered.
      else tx.remind('meetings.unanswered', one.checkin.id, workingDaysAfter(now, GIVE_UP_AFTER, one.seen.place));
    }
    for (const [programmeId, ones] of grouped(silent, ({ seen }) => seen.programme.id)) {
      const named = ones.slice(0, NAMED).map(({ checkin }) => checkin.id);
      for (const person of readers.get(programmeId) ?? []) {
        const args = { checkins: named.join(','), more: ones.length - named.length };
        tx.post({ to: { person }, template: 'meetings.silent', args, kind: 'nudge', topic: `silent:${named[0] ?? ''}` });
      }
    }
  },
};

async function stillOpen(tx: Tx, due: readonly { readonly subject: string }[], now: Instant): Promise<{ checkin: Checkin; seen: Seen }[]> {
  const checkins = (await tx.checkins.all(due.map((one) => one.subject))).filter((checkin) => checkin.state === 'open');
  const { scene } = await sceneOf(
    tx,
    checkins.map((checkin) => checkin.pairId),
    now,
  );
  return checkins.flatMap((checkin) => {
    const seen = scene.get(checkin.pairId);
    return seen ? [{ checkin, seen }] : [];
  });
}
