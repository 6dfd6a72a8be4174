// What a coordinator sees of cohorts, people and roles.

import { grantFirst } from '../../../src/mentoring/programme/index.ts';
import type { Tour } from '../tour.ts';
import type { Typed } from './typed.ts';

const ME = 'anna';
const SECOND = 'second';

export async function lookingAfterCohorts(tour: Tour, typed: Typed): Promise<void> {
  const list = await tour.types(ME, '/cohort');
  const shown = await tour.presses(ME, list, 'programme.show');
  tour.pictures('cohort');
  await tour.types(ME, '/cohort people');
  await tour.types(ME, '/cohort nowhere');

  const fresh = await tour.types(ME, `/cohort create ${typed.cohort}`);
  const wrong = await tour.submits(ME, fresh, { startsOn: '2027-02-01', endsOn: '2027-01-01', target: 'two' });
  const made = await tour.submits(ME, wrong, { startsOn: '2027-02-01', endsOn: '2027-10-01', target: '22' });
  await tour.presses(ME, made, 'programme.open');

  const channel = await tour.presses(ME, shown, 'programme.channel');
  await tour.submits(ME, channel);
  await tour.presses(ME, shown, 'programme.close');
  const closed = await tour.types(ME, '/cohort show Autumn 2026');
  await tour.presses(ME, closed, 'programme.open');
  await tour.presses(ME, shown, 'programme.export');
  const roll = await tour.presses(ME, shown, 'programme.import');
  const faulty = await tour.submits(ME, roll, { csv: typed.roll });
  await tour.submits(ME, faulty, { next: 'good' });
  const words = await tour.types(ME, '/cohort words Autumn 2026');
  await tour.submits(ME, words);

  const team = await tour.types(ME, '/cohort coordinators');
  const adding = await tour.presses(ME, team, 'programme.coordinator');
  await tour.submits(ME, adding, { person: await idOf(tour, 'Dorothy Pymm'), role: 'matching' });
  const roles = await tour.types(ME, '/cohort coordinators');
  await tour.passes(0, 'dorothy');
  await tour.presses(ME, roles, 'programme.revoke', (button) => /Dorothy/.test(button.hint ?? button.confirm ?? ''));
  await tour.passes(0, 'dorothy');
}

/** A second programme of the organisation, which nobody has been in charge of. */
export async function firstInCharge(tour: Tour, typed: Typed): Promise<void> {
  const { programme } = tour;
  const carmen = await idOf(tour, 'Carmen Ibáñez');
  await programme.change(async (tx) => {
    const [first] = await tx.programmes.find({});
    if (!first) throw new Error('no programme');
    tx.programmes.put({ ...first, id: SECOND, name: typed.second });
  });
  await programme.change((tx) => grantFirst(tx, SECOND, carmen, programme.now(), programme.ids));
  await tour.passes(0, 'carmen');
  await tour.types('carmen', '/cohort');
  await tour.types('carmen', '/mentor');
  await tour.types(ME, '/mentor');
  await tour.types(ME, '/mentor help');
}

/** The id of a person by name. */
export async function idOf(tour: Tour, name: string): Promise<string> {
  const people = await tour.programme.change((tx) => tx.people.find({}));
  const found = people.find((person) => person.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.id;
}
