// A snapshot made ready for the engine: who takes part in this round, who may have whom, and what is decided already. Pure.

import { type Aims, type Market, marketFrom } from '../engine/index.ts';
import type { Member } from '../fit.ts';
import { both, isMentee, isMentor, roomOf, type Standing, standingOf } from '../rules.ts';
import type { Mode } from '../run.ts';
import type { Snapshot, Two } from '../solving.ts';
import { type Fits, fitsIn } from './fits.ts';

export interface Ready {
  readonly snapshot: Snapshot;
  /** By id; rows and columns of the market. */
  readonly mentees: readonly Member[];
  readonly mentors: readonly Member[];
  readonly by: ReadonlyMap<string, Member>;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly fits: Fits;
  /** What holds in this round: pairs, the proposals that may not move, and the rules. */
  readonly standing: Standing;
  /** Open proposals that may move. */
  readonly movable: readonly Snapshot['proposals'][number][];
  /** Locks that hold: decided before anything is solved. */
  readonly locked: readonly Two[];
  readonly market: Market;
  readonly aims: Aims;
}

/** Points that an open proposal is worth more, so that it is taken back only for a good reason. */
const KEEP: Readonly<Record<Mode, number>> = { patch: Infinity, gentle: 50, full: 0 };

/** What a proposal that waits may expect: `patch` moves none, `gentle` none that has a yes. */
function mayMove(state: string, mode: Mode): boolean {
  return mode === 'full' ? state === 'asked_mentee' || state === 'asked_mentor' : mode === 'gentle' && state === 'asked_mentee';
}

export function aimsOf({ settings, mode }: Snapshot): Aims {
  return { spread: settings.spread, floor: settings.floor, dial: settings.dial, keep: KEEP[mode] };
}

export function readyOf(snapshot: Snapshot): Ready {
  const { settings, mode } = snapshot;
  const members = snapshot.members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const by = new Map(members.map((one) => [one.id, one]));
  const movable = snapshot.proposals.filter(({ state }) => mayMove(state, mode));
  const rest = snapshot.proposals.filter((one) => !movable.includes(one));
  const standing = standingOf(rest, snapshot.pairs, snapshot.rules, { earlier: settings.rules.again ? snapshot.earlier : [], startsOn: snapshot.startsOn });
  const mentees = members.filter((one) => isMentee(one) && !standing.settled.has(one.id));
  const mentors = members.filter(isMentor);
  const rowOf = new Map(mentees.map((one, row) => [one.id, row]));
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]));
  const fits = fitsIn(snapshot, members);
  const allowed = allowedBy({ mentees, mentors, rowOf, columnOf, standing, fits });
  const locked = locksThatHold(snapshot, { mentors, standing, rowOf, columnOf, allowed });
  const settled = new Set(locked.map(({ menteeId }) => menteeId));
  const places = mentors.map((one) => {
    const locks = locked.filter(({ mentorId }) => mentorId === one.id).length;
    return { id: one.id, capacity: roomOf(one, standing) - locks, held: (standing.taken.get(one.id) ?? 0) + locks };
  });
  const numbered = ({ menteeId, mentorId }: Two) => [rowOf.get(menteeId) ?? -1, columnOf.get(mentorId) ?? -1] as const;
  // Where a lock stands the other way round.
  const swapped = locked.map(({ menteeId, mentorId }) => numbered({ menteeId: mentorId, mentorId: menteeId }));
  const full = [...places.keys()].filter((column) => (places[column]?.capacity ?? 0) <= 0);
  const asked = new Set(mode === 'gentle' ? movable.map(({ menteeId }) => menteeId) : []);
  const market = marketFrom({
    // Nobody who is being asked loses their question to somebody who waits.
    mentees: mentees.map(({ id, waited }) => ({ id, priority: settled.has(id) ? 0 : asked.has(id) ? 2 : waited ? 1 : 0 })),
    mentors: places,
    row(row, into) {
      if (settled.has(mentees[row]?.id ?? '')) into.fill(-1);
      else allowed(row, into);
      for (const column of full) into[column] = -1;
      for (const [one, column] of swapped) if (one === row && column >= 0) into[column] = -1;
    },
    open: movable.map(numbered).filter(([row, column]) => row >= 0 && column >= 0),
  });
  const aims = aimsOf(snapshot);
  return { snapshot, mentees, mentors, by, rowOf, columnOf, fits, standing, movable, locked, market, aims };
}

type Allowed = (row: number, into: Int32Array) => void;

/** The scorer knows what two profiles say; what has been between two people, and what was ruled out, is laid over it. */
function allowedBy(of: Pick<Ready, 'mentees' | 'mentors' | 'rowOf' | 'columnOf' | 'standing' | 'fits'>): Allowed {
  const { mentees, rowOf, columnOf, standing, fits } = of;
  const barred = new Map<number, number[]>();
  const bar = (menteeId: string, mentorId: string) => {
    const [row, column] = [rowOf.get(menteeId), columnOf.get(mentorId)];
    if (row !== undefined && column !== undefined) barred.set(row, [...(barred.get(row) ?? []), column]);
  };
  for (const key of [...standing.forbidden, ...standing.before]) bar(...asTwo(key));
  for (const key of standing.together) bar(...(asTwo(key).toReversed() as [string, string]));
  const rowsOf = new Map(mentees.map((one) => [one.personId, one.id]));
  const columnsOf = new Map(of.mentors.map((one) => [one.personId, one.id]));
  for (const key of standing.earlier) {
    const [mentee, mentor] = asTwo(key);
    bar(rowsOf.get(mentee) ?? '', columnsOf.get(mentor) ?? '');
  }
  return (row, into) => {
    fits.row(mentees[row]?.id ?? '', into);
    for (const column of barred.get(row) ?? []) into[column] = -1;
  };
}

function asTwo(key: string): [string, string] {
  const [mentee = '', mentor = ''] = key.split(' ');
  return [mentee, mentor];
}

/** A mentee is locked to one mentor; a lock waits while its mentee is settled, and does not hold where a rule stands between the two. */
function locksThatHold(
  { rules }: Snapshot,
  { mentors, standing, rowOf, columnOf, allowed }: Pick<Ready, 'mentors' | 'standing' | 'rowOf' | 'columnOf'> & { readonly allowed: Allowed },
): readonly Two[] {
  const room = new Map(mentors.map((one) => [one.id, roomOf(one, standing)]));
  const scores = new Int32Array(mentors.length);
  const locked: Two[] = [];
  for (const two of rules.filter(({ kind }) => kind === 'lock').toSorted((a, b) => (both(a) < both(b) ? -1 : 1))) {
    const [row, column, left] = [rowOf.get(two.menteeId), columnOf.get(two.mentorId), room.get(two.mentorId) ?? 0];
    if (row === undefined || column === undefined || left <= 0 || locked.some(({ menteeId }) => menteeId === two.menteeId)) continue;
    if (locked.some(({ menteeId, mentorId }) => menteeId === two.mentorId && mentorId === two.menteeId)) continue;
    allowed(row, scores);
    if ((scores[column] ?? -1) < 0) continue;
    room.set(two.mentorId, left - 1);
    locked.push({ menteeId: two.menteeId, mentorId: two.mentorId });
  }
  return locked;
}
