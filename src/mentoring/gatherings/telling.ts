// One person, one day, one message: what is told of several gatherings of a day is told together (A.7).

import type { Civil } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import type { Post, Tx } from '../store.ts';
import type { Gathering, Invitation } from './gathering.ts';

export interface Seat {
  readonly invitation: Invitation;
  readonly gathering: Gathering;
}

/** What is told unasked; each is a template of messages.ts. */
export type Telling = 'invited' | 'reminder' | 'moved' | 'changed' | 'cancelled' | 'freed' | 'thanks';

/** All that a person is told of one day is found by this, and drawn anew once they have answered. */
export function topicFor(personId: string, day: Civil): string {
  return `gatherings:${personId}:${day}`;
}

/** Tells each person once for each day. */
export function tell(tx: Tx, telling: Telling, seats: readonly Seat[], timeZone: string): void {
  for (const { personId, on, of } of byPersonAndDay(seats, timeZone)) {
    const args = { invitations: of.map(({ invitation }) => invitation.id).join(','), on };
    const kind: Post['kind'] = telling === 'invited' || telling === 'reminder' || telling === 'thanks' ? 'nudge' : 'decision';
    tx.post({ to: { person: personId }, template: `gatherings.${telling}`, args, kind, topic: topicFor(personId, on) });
  }
}

/** What stands already in front of these people is drawn anew. */
export function redraw(tx: Tx, seats: readonly Seat[], timeZone: string): void {
  for (const { personId, on } of byPersonAndDay(seats, timeZone)) tx.refresh(topicFor(personId, on));
}

function byPersonAndDay(seats: readonly Seat[], timeZone: string) {
  const groups = new Map<string, { personId: string; on: Civil; of: Seat[] }>();
  const sorted = seats.toSorted((a, b) => a.gathering.startsAt - b.gathering.startsAt || (a.gathering.id < b.gathering.id ? -1 : 1));
  for (const seat of sorted) {
    const { personId } = seat.invitation;
    const on = civilIn(seat.gathering.startsAt, timeZone);
    const group = groups.get(`${personId} ${on}`);
    if (group) group.of.push(seat);
    else groups.set(`${personId} ${on}`, { personId, on, of: [seat] });
  }
  return groups.values();
}

/** Without those who have left: nobody writes to them. */
export async function present(tx: Tx, seats: readonly Seat[]): Promise<Seat[]> {
  const people = seats.length > 0 ? await tx.people.all([...new Set(seats.map((seat) => seat.invitation.personId))]) : [];
  const here = new Set(people.filter((person) => person.leftAt === null).map((person) => person.id));
  return seats.filter((seat) => here.has(seat.invitation.personId));
}
