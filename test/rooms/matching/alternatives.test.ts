// Whom else a mentee could have: asked for by name or button, and true when it is tried.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

let world: World;
let anna: Person;
let bo: Person;

beforeAll(async () => {
  world = await createWorld();
  anna = await world.person('Anna Lind');
  await world.grant(anna, 'matching');
  bo = await world.person('Bo Ek');
  await world.join(bo, 'mentee', { profile: { help: ['goals', 'insight'], slots: ['mon-am', 'tue-am'] } });
  await world.join(await world.person('Bo Berg'), 'mentee', { profile: { help: ['commercial', 'goals'], slots: ['mon-am'] } });
  await world.join(await world.person('Eva Ström'), 'mentee', { profile: { help: ['applying'], slots: ['evenings'] } });
  for (const [name, help] of [
    ['Carmen Ruiz', ['goals', 'insight']],
    ['Dora Falk', ['commercial']],
    ['Hans Kro', ['applying', 'goals']],
    ['Ines Vega', ['communication']],
  ] as const)
    await world.join(await world.person(name), 'mentor', { profile: { help: [...help], slots: ['mon-am', 'evenings'] } });
});
afterAll(() => world.close());

const rows = (words: string) =>
  [...words.matchAll(/^(.+) \| (\d+) \| (\d+) \| (.+)$/gm)].map(([, name = '', score, others, change = '']) => ({ name, score, others, change }));

describe('alternatives', () => {
  it('lists every mentor whom the mentee may have, the least loss first', async () => {
    const words = world.words(await world.command(anna, '/match alternatives Bo Ek'));
    expect(words).toContain('Who else for Bo Ek?');
    const found = rows(words);
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dora Falk', 'Hans Kro', 'Ines Vega']));
    const sums = found.filter(({ change }) => /in all/.test(change)).map(({ change }) => Number(/(-?\d+) in all/.exec(change)?.[1] ?? 0));
    expect(sums.length).toBeGreaterThan(1);
    expect(sums.every((sum) => sum <= 0)).toBe(true);
    expect(world.words(await world.command(anna, '/match alternativ bo ek'))).toBe(words);
  });

  it('says on the closer page what it said in the list', async () => {
    const list = await world.command(anna, '/match alternatives Bo Ek');
    const row = rows(world.words(list)).find(({ name }) => name === 'Dora Falk');
    const page = world.words(await world.click(anna, list, 'matching.pair', {}, (button) => button.label === 'Dora Falk'));
    const less = /in all (\d+) points? less/.exec(page)?.[1];
    expect(row?.change).toContain(`-${less} in all`);
    expect(page).toContain(`Fit: ${row?.score} of 1,000.`);
  });

  it('asks for whom, by name where several have it', async () => {
    const whom = await world.command(anna, '/match alternatives');
    expect(buttonsOf(whom).map((button) => button.label)).toEqual(['Bo Berg', 'Bo Ek', 'Eva Ström']);
    expect(world.words(await world.click(anna, whom, 'matching.alternatives'))).toContain('Who else for Bo Berg?');
    expect(buttonsOf(await world.command(anna, '/match alternatives bo')).map((button) => button.label)).toEqual(['Bo Berg', 'Bo Ek']);
    const mentor = await world.command(anna, '/match alternatives Carmen');
    expect(mentor.kind).toBe('refused');
    expect(world.words(mentor)).toContain('“Carmen” is not among those who look for a mentor in your cohorts.');
  });

  it('says why there is nobody to choose from', async () => {
    await world.command(anna, '/match lock Eva, Ines');
    expect(world.words(await world.command(anna, '/match alternatives Eva'))).toContain('Eva Ström is locked to Ines Vega.');
    await world.command(anna, '/match forbid Eva, Ines');
    for (const mentor of ['Carmen', 'Dora', 'Hans']) await world.command(anna, `/match forbid Eva, ${mentor}`);
    expect(world.words(await world.command(anna, '/match alternatives Eva'))).toContain('There is nobody to choose from for Eva Ström');
  });

  it('is for coordinators', async () => {
    expect((await world.command(bo, '/match alternatives Bo Ek')).kind).toBe('refused');
  });
});
