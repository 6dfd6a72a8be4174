// A programme speaks with its own words (S1.31, S3.2).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('the words of a programme', () => {
  it('are chosen by its coordinator, and read by everybody in it, each in their own language', async () => {
    const [anna, bo, eva] = [
      await world.person('Anna Lind', { language: 'sv' }),
      await world.person('Bo Ek', { language: 'sv' }),
      await world.person('Eva Mol', { language: 'es' }),
    ];
    await world.grant(anna, 'programme');
    await world.join(bo, 'mentee');
    await world.join(eva, 'mentor');
    expect(world.words(await world.command(bo, '/mentor join'))).not.toContain('mentee');

    const form = await world.command(anna, '/cohort ord');
    expect(formOf(form).inputs.map((input) => input.value)).toEqual(['default', 'default', 'default', 'default']);
    const saved = await world.submit(anna, form, { 'mentee-sv': 'mentee', 'mentee-es': 'tutelado' });
    expect(world.words(saved)).toContain('mentee och mentor');
    const again = formOf(await world.command(anna, '/cohort words')).inputs.map((input) => input.value);
    expect(again).toEqual(['default', 'mentee', 'tutelado', 'default']);

    const steps = async (person: typeof bo) =>
      world.words(await world.act(person, 'orientation.edit', { participation: await participationOf(person.id), step: 1 }));
    expect(await steps(bo)).toContain('mentee');
    expect(await steps(bo)).not.toContain('adept');
    expect(await steps(eva)).toContain('tutelado/a');
  });

  it('come from the list alone; anything else is named at its field', async () => {
    const anna = await world.person('Anna Alm');
    await world.grant(anna, 'programme');
    const form = await world.command(anna, '/cohort words');
    const refused = await world.submit(anna, form, { 'mentee-sv': 'slave' });
    expect(refused.kind).toBe('refused');
    expect(Object.keys(refused.fields ?? {})).toEqual(['mentee-sv']);
  });
});

async function participationOf(personId: string): Promise<string> {
  const [row] = await world.tx((tx) => tx.participations.find({ personId }));
  return row?.id ?? '';
}
