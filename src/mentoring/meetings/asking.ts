// Putting the questions that are due to the people whose turn it is.

import type { Ids } from '../../ports.ts';
import { DAY, type Instant, plus } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import type { DueRule, Tx } from '../store.ts';
import { type Checkin, topicOf } from './checkin.ts';
import { planNext, stopCheckins } from './planning.ts';
import { askableAt, nextDue, REMIND_AFTER, slotFrom, turns, workingDaysAfter } from './rules.ts';
import { grouped, type Scene, type Seen, sceneOf } from './scene.ts';

interface Now {
  readonly tx: Tx;
  readonly now: Instant;
  readonly ids: Ids;
}

/** Subjects are pairs. It may run at any time: what cannot be asked yet is put off to when it can. */
export const ask: DueRule = {
  name: 'meetings.ask',
  async run(context, due) {
    const { tx, now } = context;
    const pairIds = due.map((one) => one.subject);
    const { scene, among } = await sceneOf(tx, pairIds, now);
    const pairs = pairIds.flatMap((id) => scene.get(id) ?? []);
    const answered = await lastAnswers(tx, pairs, now);
    const numbers = await lastNumbers(tx, pairs);
    await stopCheckins(tx, [...pairIds.filter((id) => !scene.has(id)), ...pairs.filter((seen) => isOver(seen, now)).map((seen) => seen.pair.id)], now);

    const opened: Seen[] = [];
    for (const seen of pairs) {
      // An open question holds the next one back; its end brings this rule here again.
      if (seen.open || isOver(seen, now)) continue;
      const planned = seen.planned ?? unplanned(seen, (numbers.get(seen.pair.id) ?? 0) + 1, context);
      const last = answered.get(seen.pair.id) ?? null;
      const at = askableAt({ planned, answered: last, rhythmDays: seen.pair.rhythmDays, busy: seen.busy }, seen.place, now);
      if (at > now) tx.remind('meetings.ask', seen.pair.id, at);
      else opened.push(open(seen, planned, context));
    }
    giveTurns(context, withOpened(scene, opened), among, answered);
  },
};

/** Subjects are pairs whose question has just been settled: whoever waited for that is asked, and the pair's rhythm goes on. */
export const next: DueRule = {
  name: 'meetings.next',
  async run(context, due) {
    const { tx, now } = context;
    const pairIds = due.map((one) => one.subject);
    const { scene, among } = await sceneOf(tx, pairIds, now);
    const pairs = pairIds.flatMap((id) => scene.get(id) ?? []);
    const answered = await lastAnswers(tx, [...scene.values()], now);
    for (const { pair, planned, open } of pairs) {
      if (!open && planned) tx.remind('meetings.ask', pair.id, planned.dueAt > now ? planned.dueAt : now);
    }
    giveTurns(context, scene, among, answered);
  },
};

/** Opens the planned question and plans the one after it. */
function open(seen: Seen, planned: Checkin, { tx, now, ids }: Now): Seen {
  const { pair, place } = seen;
  const checkin: Checkin = { ...planned, state: 'open', dueAt: now, sinceOn: pair.lastMetOn ?? planned.sinceOn };
  const dueAt = nextDue(planned.dueAt, pair.rhythmDays, place, now);
  planNext(tx, { pairId: pair.id, number: planned.number + 1, sinceOn: civilIn(now, place.timeZone), dueAt }, ids);
  tx.checkins.put(checkin);
  return { ...seen, open: checkin };
}

/** Asks everyone among these whose turn it is, each in their own working hours. */
function giveTurns({ tx, now }: Now, scene: Scene, among: ReadonlySet<string>, answered: ReadonlyMap<string, Checkin>): void {
  const questions = [...scene.values()].flatMap(({ open, members }) => (open ? [{ checkin: open, members }] : []));
  const given = grouped(turns(questions, among), (turn) => turn.checkin);
  for (const [checkin, asked] of given) {
    const seen = scene.get(checkin.pairId);
    if (!seen) continue;
    const previous = answered.get(checkin.pairId);
    for (const { personId } of asked) {
      const [reader, partner] = personId === seen.mentee.id ? [seen.mentee, seen.mentor] : [seen.mentor, seen.mentee];
      const at = slotFrom(now, { timeZone: reader.timeZone, hour: seen.place.hour });
      const args = { checkin: checkin.id, pair: checkin.pairId, partner: partner.id, at, ...(previous ? { previous: previous.id } : {}) };
      tx.post({ to: { person: personId }, template: 'meetings.ask', args, kind: 'nudge', topic: topicOf(checkin), at });
    }
    tx.checkins.put({ ...checkin, asked: [...checkin.asked, ...asked.map((turn) => turn.personId)] });
    if (checkin.asked.length === 0) tx.remind('meetings.remind', checkin.id, workingDaysAfter(now, REMIND_AFTER, seen.place));
  }
  guard(tx, scene, new Set([...given.values()].flat().map((turn) => turn.personId)));
}

/** Two runs at once could each ask a person who is in two pairs: putting the person back unchanged lets only one through. */
function guard(tx: Tx, scene: Scene, asked: ReadonlySet<string>): void {
  const everyone = [...scene.values()].flatMap((seen) => [seen.mentee, seen.mentor]);
  for (const same of grouped(everyone, (person) => person.id).values()) {
    const [person] = same;
    if (person && same.length > 1 && asked.has(person.id)) tx.people.put(person);
  }
}

function withOpened(scene: Scene, opened: readonly Seen[]): Scene {
  return new Map([...scene, ...opened.map((seen) => [seen.pair.id, seen] as const)]);
}

function isOver({ cohort, place }: Seen, now: Instant): boolean {
  return civilIn(now, place.timeZone) > cohort.endsOn;
}

/** The latest answer of each pair, as far as it still matters for the next question. */
async function lastAnswers(tx: Tx, pairs: readonly Seen[], now: Instant): Promise<Map<string, Checkin>> {
  if (pairs.length === 0) return new Map();
  const rows = await tx.checkins.find(
    { pairId: pairs.map((seen) => seen.pair.id), state: 'answered', answeredAt: { gte: plus(now, -60 * DAY) } },
    { by: 'number' },
  );
  return new Map(rows.map((row) => [row.pairId, row]));
}

/** How far those pairs have come that have nothing planned: only where a pair came about in another way than by matching. */
async function lastNumbers(tx: Tx, pairs: readonly Seen[]): Promise<Map<string, number>> {
  const bare = pairs.filter((seen) => !seen.planned && !seen.open).map((seen) => seen.pair.id);
  if (bare.length === 0) return new Map();
  const rows = await tx.checkins.find({ pairId: bare }, { by: 'number' });
  return new Map(rows.map((row) => [row.pairId, row.number]));
}

function unplanned({ pair, place }: Seen, number: number, { now, ids }: Now): Checkin {
  const asked = { asked: [], answer: null, answeredBy: null, answeredAt: null };
  return { id: ids.next(), pairId: pair.id, number, state: 'planned', sinceOn: civilIn(pair.startedAt, place.timeZone), dueAt: now, ...asked };
}
