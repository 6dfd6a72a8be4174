// The page that everyone opens first, once a cohort has a calendar: where one stands by it, and what comes next.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { createWorld, type World } from '../../support/world.ts';
import { publish, until } from '../year/moments-scene.ts';

let world: World;
let queries: string[] = [];
beforeEach(async () => {
  const database = await openDatabase({ memory: true }, (sql) => void (/^(-- Implicit|BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT)/i.test(sql) || queries.push(sql)));
  world = await createWorld({ database });
});
afterEach(() => world.close());

const home = async (person: Person) => world.words(await world.command(person, '/mentor'));

async function people() {
  const anna = await world.person('Anna Lind', { language: 'sv' });
  await world.grant(anna, 'programme');
  const [eva, leo] = [await world.person('Eva Ros', { language: 'sv' }), await world.person('Leo Sand', { language: 'es', timeZone: 'Europe/Madrid' })];
  await world.pair(await world.join(eva, 'mentee'), await world.join(leo, 'mentor'));
  return { anna, eva, leo };
}

describe('the home page of a pair', () => {
  it('stands where the calendar is, and names the next date in words (S0.1)', async () => {
    const { eva, leo } = await people();
    expect(await home(eva)).toContain('Steg 2 av 7');
    await publish(world);
    // Each side’s own training, then what is for both.
    expect(await home(eva)).toContain('Härnäst: utbildningen för adepter, onsdag 16 september (v. 38)');
    expect(await home(leo)).toContain('jueves 17 de septiembre');
    await until(world, '2026-10-01T08:00Z');
    expect(await home(eva)).toContain('Steg 3 av 7');
    expect(await home(leo)).toContain('Lo siguiente: la reunión de pareja 1, del lunes 5 de octubre al viernes 9 de octubre');
    await until(world, '2027-04-27T08:00Z');
    expect(await home(leo)).toContain('Etapa 7 de 7');
    expect(await home(eva)).toContain('Härnäst: avslutningsträffen, torsdag 27 maj');
  });

  it('knows nothing of a draft', async () => {
    const { anna, eva } = await people();
    await publish(world, { state: 'draft' });
    await until(world, '2026-12-10T08:00Z');
    expect(await home(eva)).toContain('Steg 2 av 7');
    expect(await home(eva)).not.toContain('Härnäst');
    expect(await home(anna)).not.toContain('steg');
  });

  it('has whoever waits at stage 1, whatever the calendar says', async () => {
    await publish(world);
    const kim = await world.person('Kim Berg');
    await world.join(kim, 'mentee');
    await until(world, '2026-12-10T08:00Z');
    expect(await home(kim)).toContain('Stage 1 of 7');
  });
});

describe('the home page of a coordinator', () => {
  it('says where each cohort stands by its calendar', async () => {
    const { anna } = await people();
    await publish(world);
    const words = await home(anna);
    expect(words).toContain('Nu: steg 1 (Programorientering och matchning)');
    expect(words).toContain('Härnäst: mentorsminglet, torsdag 3 september (v. 36)');
  });
});

describe('the storage', () => {
  it('is asked as often for many pairs as for one', async () => {
    const { anna, eva } = await people();
    await publish(world);
    await until(world, '2026-10-06T08:00Z');
    const costs = async () => {
      const cost: number[] = [];
      for (const person of [anna, eva]) {
        queries = [];
        await home(person);
        cost.push(queries.length);
      }
      return cost;
    };
    const few = await costs();
    for (let n = 0; n < 12; n++) {
      const [mentee, mentor] = [await world.person(`Mentee ${n}`), await world.person(`Mentor ${n}`)];
      await world.pair(await world.join(mentee, 'mentee'), await world.join(mentor, 'mentor'));
    }
    expect(await costs()).toEqual(few);
    const [coordinator = 0, mentee = 0] = few;
    expect(coordinator).toBeLessThanOrEqual(7);
    expect(mentee).toBeLessThanOrEqual(15);
  });
});
