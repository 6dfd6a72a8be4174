// A cohort whose best matching depends on what counts, for stories about settings: small enough to be followed by hand.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/mentoring/matching/settings/settings.ts';
import type { Participation } from '../../../src/mentoring/orientation/participation.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

export interface Scene {
  readonly world: World;
  /** Two who match, and one who may only look. */
  readonly anna: Person;
  readonly otto: Person;
  readonly reader: Person;
  readonly members: Readonly<Record<'bo' | 'eva' | 'mia' | 'ola', Participation>>;
}

/** By help Bo fits Mia and Eva fits Ola; by interests it is the other way round. */
export async function settling(database: Database): Promise<Scene> {
  const world = await createWorld({ database });
  const [anna, otto, reader] = [await world.person('Anna Lind'), await world.person('Otto Berg'), await world.person('Rut Read')];
  await world.grant(anna, 'matching');
  await world.grant(otto, 'programme');
  await world.grant(reader, 'read-only');
  const join = async (name: string, role: 'mentee' | 'mentor', help: 'goals' | 'insight', interests: string, unit = '') =>
    world.join(await world.person(name), role, { profile: { help: [help], interests, unit } });
  const members = {
    bo: await join('Bo Ek', 'mentee', 'goals', 'chess gardening', 'Care'),
    eva: await join('Eva Ström', 'mentee', 'insight', 'sailing running', 'Care'),
    mia: await join('Mia Holm', 'mentor', 'goals', 'sailing running', 'Care'),
    ola: await join('Ola Dahl', 'mentor', 'insight', 'chess gardening', 'IT'),
  };
  return { world, anna, otto, reader, members };
}

/** Puts a version as if somebody had saved it. */
export async function versionOf({ world, otto }: Scene, number: number, change: Partial<Settings> = {}): Promise<Settings> {
  const settings = { ...DEFAULT_SETTINGS, ...change };
  await world.tx(async (tx) => {
    const row = { id: world.ids.next(), programmeId: world.programme.id, number, settings, createdBy: otto.id, createdAt: world.clock.now() };
    tx.weighings.put(row);
  });
  return settings;
}

export const versions = ({ world }: Scene) => world.tx((tx) => tx.weighings.find({}, { by: 'number' }));

export const labels = (reply: Reply) => buttonsOf(reply).map((button) => button.label);

/** What a button carries says nothing to whoever reads it, and is pressed by its name alone. */
export const actionsOn = (reply: Reply) => buttonsOf(reply).map((button) => button.action);
