// A person's own pairs with their check-ins, as a page shows them.

import { DAY, type Civil, type Instant, plus } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import { quietUntil } from '../nudges/index.ts';
import type { Actor } from '../people/actor.ts';
import type { Tx } from '../store.ts';
import type { BusyPeriod, Checkin } from './checkin.ts';
import { grouped } from './scene.ts';

export interface Mine {
  readonly pair: Pair;
  readonly partnerId: string;
}

/** Active pairs of whoever acts, oldest first; at most three queries. */
export async function minePairs(tx: Tx, actor: Actor): Promise<Mine[]> {
  const as = (not: string) => actor.participations.filter((participation) => participation.role !== not).map((participation) => participation.id);
  const [menteeIds, mentorIds] = [as('mentor'), as('mentee')];
  const pairs = [
    ...(menteeIds.length > 0 ? await tx.pairs.find({ menteeId: menteeIds, state: 'active' }) : []),
    ...(mentorIds.length > 0 ? await tx.pairs.find({ mentorId: mentorIds, state: 'active' }) : []),
  ];
  if (pairs.length === 0) return [];
  const members = await membersOf(tx, pairs);
  return pairs
    .sort((a, b) => a.startedAt - b.startedAt)
    .flatMap((pair) => {
      const ids = [members.get(pair.menteeId)?.personId, members.get(pair.mentorId)?.personId];
      const partnerId = ids.find((id) => id !== undefined && id !== actor.personId);
      return partnerId === undefined ? [] : [{ pair, partnerId }];
    });
}

export function isMember(actor: Actor, pair: Pair): boolean {
  return actor.participations.some((participation) => participation.id === pair.menteeId || participation.id === pair.mentorId);
}

export interface Shelf extends Mine {
  readonly open: Checkin | null;
  /** What has been asked, newest first. */
  readonly past: readonly Checkin[];
  /** The reader's date of the next question. */
  readonly nextOn: Civil | null;
}

export interface Overview {
  readonly shelves: readonly Shelf[];
  /** My own, and those of my partners, that are not over yet. */
  readonly busy: readonly BusyPeriod[];
  readonly today: Civil;
}

/** Half a year is what a page can use. */
const KEPT = 183 * DAY;

export async function overviewOf(tx: Tx, actor: Actor, now: Instant): Promise<Overview> {
  const today = civilIn(now, actor.timeZone);
  const mine = await minePairs(tx, actor);
  const personIds = [actor.personId, ...mine.map(({ partnerId }) => partnerId)];
  const busy = (await tx.busy.find({ personId: personIds, untilOn: { gte: today } })).filter((period) => period.fromOn <= period.untilOn);
  if (mine.length === 0) return { shelves: [], busy, today };
  const rows = await tx.checkins.find({ pairId: mine.map(({ pair }) => pair.id), dueAt: { gte: plus(now, -KEPT) } }, { by: 'number', descending: true });
  const checkins = grouped(rows, (row) => row.pairId);
  const shelves = mine.map((one) => {
    const all = checkins.get(one.pair.id) ?? [];
    const planned = all.find((row) => row.state === 'planned');
    const theirs = busy.filter((period) => period.personId === actor.personId || period.personId === one.partnerId);
    const nextOn = planned ? civilIn(quietUntil(planned.dueAt > now ? planned.dueAt : now, actor.timeZone, theirs), actor.timeZone) : null;
    return { ...one, open: all.find((row) => row.state === 'open') ?? null, past: all.filter((row) => row.state !== 'planned'), nextOn };
  });
  return { shelves, busy, today };
}
