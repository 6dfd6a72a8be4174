// Something tried before it is decided: nothing changes until a button does it, and then it is as it was shown.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
let anna: Person;
let bo: Person;
let eva: Person;
let carmen: Person;
let dora: Person;

beforeAll(async () => {
  world = await createWorld();
  anna = await world.person('Anna Lind');
  await world.grant(anna, 'matching');
  bo = await world.person('Bo Ek');
  eva = await world.person('Eva Ström');
  carmen = await world.person('Carmen Ruiz');
  dora = await world.person('Dora Falk');
  await world.join(bo, 'mentee', { profile: { help: ['goals', 'insight'], slots: ['mon-am'] } });
  await world.join(await world.person('Fia Berg'), 'mentee', { profile: { help: ['commercial'], slots: ['mon-am'] } });
  await world.join(eva, 'mentee', { profile: { help: ['goals'], slots: ['mon-am'] } });
  await world.join(carmen, 'mentor', { profile: { help: ['goals', 'insight'], slots: ['mon-am'] } });
  await world.join(dora, 'mentor', { profile: { help: ['commercial'], slots: ['mon-am'] } });
});
afterAll(() => world.close());

const tries = async (fields: Record<string, unknown>) => world.submit(anna, await world.command(anna, '/match what-if'), fields);
const rules = () => world.tx((tx) => tx.rules.find({}));

describe('what if', () => {
  it('tries one more place: who would get somebody, and whom to ask', async () => {
    const words = world.words(await tries({ change: 'place', first: carmen.id, second: '' }));
    expect(words).toContain('If Carmen Ruiz had one more place');
    expect(words).toContain('Matched | 2 | 3');
    expect(words).toMatch(/: Carmen Ruiz, and nobody before/);
    expect(words).toContain('Only Carmen Ruiz can give a place.');
  });

  it('comes from somebody who is left over, too', async () => {
    const preview = await world.command(anna, '/match');
    expect(world.words(preview)).toMatch(/One more place with (Carmen Ruiz|Dora Falk) would help\./);
    expect(world.words(await world.click(anna, preview, 'matching.trying'))).toContain('Matched | 2 | 3');
  });

  it('tries two together without deciding, and does it by the button as it was shown', async () => {
    const reply = await tries({ change: 'lock', first: dora.id, second: bo.id });
    expect(world.words(reply)).toContain('If Bo Ek and Dora Falk were locked together');
    expect(world.words(reply)).toContain('Fia Berg: nobody instead of Dora Falk');
    expect(await rules()).toEqual([]);
    await world.click(anna, reply, 'matching.lock');
    const [, mean] = /Fit on average \| \d+ \| (\d+)/.exec(world.words(reply)) ?? [];
    const preview = world.words(await world.command(anna, '/match'));
    expect(preview).toContain('Bo Ek | Dora Falk');
    expect(preview).toContain(`The pairs fit ${mean} of 1,000 on average`);
    const [rule] = await rules();
    await world.act(anna, 'matching.release', { mentee: rule?.menteeId ?? '', mentor: rule?.mentorId ?? '' });
  });

  it('tries two apart', async () => {
    const reply = await tries({ change: 'forbid', first: bo.id, second: carmen.id });
    expect(world.words(reply)).toContain('If Bo Ek and Carmen Ruiz were kept apart');
    expect(world.words(reply)).toContain('[Keep apart]');
  });

  it('tries what counts more or less by the page of the settings, and saves nothing', async () => {
    const reply = await tries({ change: 'weight', feature: 'help', weight: '1' });
    expect(world.words(reply)).toContain('Help that one wants and the other offers: 10 → 1');
    expect(world.words(reply)).toContain('Nothing is saved yet');
    expect(await world.tx((tx) => tx.weighings.count({}))).toBe(0);
    const missing = await tries({ change: 'weight' });
    expect(missing.fields).toEqual({ feature: 'Fill this in too.', weight: 'Fill this in too.' });
    expect((await tries({ change: 'weight', feature: 'help', weight: '11' })).fields).toHaveProperty('weight');
  });

  it('keeps what was chosen and says at the field what is missing', async () => {
    const fields = async (of: Record<string, unknown>) => (await tries(of)).fields;
    expect(await fields({ change: 'forbid', first: bo.id, second: '' })).toEqual({ second: 'Fill this in too.' });
    expect(await fields({ change: 'lock', first: bo.id, second: bo.id })).toEqual({ second: 'Choose two different people.' });
    expect(await fields({ change: 'lock', first: bo.id, second: eva.id })).toEqual({ second: 'One of the two must be a mentor and the other a mentee.' });
    expect((await fields({ change: 'place', first: bo.id }))?.['first']).toContain('This person is not a mentor in Autumn 2026');
    expect((await fields({ change: 'lock', first: anna.id, second: carmen.id }))?.['first']).toContain('This person is not in Autumn 2026');
  });

  it('may be looked at by those who only read, who find nothing to decide', async () => {
    const reader = await world.person('Read Only');
    await world.grant(reader, 'read-only');
    const form = await world.command(reader, '/match what-if');
    expect(formOf(form).inputs.map((input) => input.name)).toEqual(['change', 'first', 'second', 'feature', 'weight']);
    const words = world.words(await world.submit(reader, form, { change: 'lock', first: bo.id, second: dora.id }));
    expect(words).toContain('If Bo Ek and Dora Falk were locked together');
    expect(words).not.toContain('[Lock together]');
    const weighed = world.words(await world.submit(reader, form, { change: 'weight', feature: 'help', weight: '1' }));
    expect(weighed).toContain('10 → 1');
    expect(weighed).not.toContain('[Save]');
    expect((await world.command(bo, '/match what-if')).kind).toBe('refused');
  });
});
