// Pairs in contact, with their check-ins begun, for the journeys of this room.

import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import { beginCheckins, type Checkin } from '../../../src/mentoring/meetings/index.ts';
import type { Participation } from '../../../src/mentoring/orientation/participation.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, type Delivered, type World } from '../../support/world.ts';

/** One database for many worlds: each is an organisation of its own, once nothing waits from the one before. */
export async function openWorlds(): Promise<{ readonly database: Database; next(): Promise<World> }> {
  const database = await openDatabase({ memory: true });
  return {
    database,
    async next() {
      await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
      return createWorld({ database });
    },
  };
}

export async function begin(world: World, mentee: [Person, Participation], mentor: [Person, Participation]): Promise<Pair> {
  const pair = await world.pair(mentee[1], mentor[1]);
  const { programme, ids, clock } = world;
  await world.tx(async (tx) =>
    beginCheckins(tx, { pair, mentee: mentee[1], mentor: mentor[1], programme, people: [mentee[0], mentor[0]], now: clock.now(), ids }),
  );
  return pair;
}

/** Anna the coordinator, Bo the Swedish mentee, María the Spanish mentor, in contact since today. */
export async function pairOfTwo(world: World) {
  const anna = await world.person('Anna Lind');
  await world.grant(anna, 'programme');
  const bo = await world.person('Bo Ek', { language: 'sv' });
  const maria = await world.person('María Ruiz', { language: 'es', timeZone: 'Europe/Madrid' });
  const mentee = await world.join(bo, 'mentee');
  const mentor = await world.join(maria, 'mentor', { capacity: 2 });
  const pair = await begin(world, [bo, mentee], [maria, mentor]);
  return { anna, bo, maria, mentee, mentor, pair };
}

export function last(world: World, person: Person): Delivered {
  const delivered = world.inbox(person).at(-1);
  if (!delivered) throw new Error(`nothing for ${person.name}`);
  return delivered;
}

export async function checkinsOf(world: World, pair: Pair): Promise<Checkin[]> {
  return world.tx(async (tx) => tx.checkins.find({ pairId: pair.id }, { by: 'number' }));
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
