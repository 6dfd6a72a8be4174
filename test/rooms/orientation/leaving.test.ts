// Withdrawing a sign-up: with a question first, with nothing left behind, and not out of a pair.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_PROFILE, type Participation } from '../../../src/mentoring/orientation/index.ts';
import type { Proposal } from '../../../src/mentoring/matching/index.ts';
import { DAY, plus } from '../../../src/time.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function proposal(mentee: Participation, mentor: Participation): Promise<string> {
  const now = world.clock.now();
  const asked: Proposal = {
    id: world.ids.next(),
    cohortId: mentee.cohortId,
    menteeId: mentee.id,
    mentorId: mentor.id,
    state: 'asked_mentee',
    score: 700,
    reasons: [],
    askedAt: now,
    remindAt: null,
    expiresAt: plus(now, 4 * DAY),
    closedAt: null,
    publishedBy: mentor.personId,
    runId: null,
    createdAt: now,
  };
  await world.tx(async (tx) => tx.proposals.put(asked));
  return asked.id;
}

async function stateOf(id: string): Promise<string | undefined> {
  return world.tx(async (tx) => (await tx.proposals.get(id))?.state);
}

describe('withdrawing', () => {
  it('asks first, then empties the profile and owes nobody a reason (S4.80)', async () => {
    const anna = await world.person('Anna Lind');
    const joined = await world.join(anna, 'mentor', { profile: { experience: 'private' }, capacity: 3 });
    const asked = await world.command(anna, '/mentor withdraw');
    expect(world.words(asked)).toContain('your profile is emptied and we stop looking');
    expect(await world.tx((tx) => tx.participations.get(joined.id))).toEqual(joined);

    const left = await world.click(anna, asked, 'orientation.withdraw');
    expect(world.words(left)).toContain('You owe nobody a reason.');
    const [row] = await world.tx((tx) => tx.participations.all([joined.id]));
    expect(row).toMatchObject({ state: 'withdrawn', profile: EMPTY_PROFILE, capacity: 0, submittedAt: null });

    expect((await world.click(anna, asked, 'orientation.withdraw')).kind).toBe('done');
    expect(world.words(await world.command(anna, '/mentor withdraw'))).toContain('not signed up for anything');
    expect(world.words(await world.command(anna, '/mentor'))).toContain('You are not in a programme yet.');
  });

  it('from one’s page is asked by the button itself', async () => {
    const bo = await world.person('Bo Ek', { language: 'sv' });
    await world.join(bo, 'mentee');
    const button = buttonsOf(await world.command(bo, '/mentor profile')).find((one) => one.action === 'orientation.withdraw');
    expect(button).toMatchObject({ style: 'danger', confirm: 'Din profil töms och vi slutar leta. Vill du dra dig ur?' });
  });

  it('takes back the questions that stand open about the person', async () => {
    const mentee = await world.join(await world.person('Mia Alm'), 'mentee');
    const eva = await world.person('Eva Ros');
    const mentor = await world.join(eva, 'mentor');
    const id = await proposal(mentee, mentor);
    await world.click(eva, await world.command(eva, '/mentor withdraw'), 'orientation.withdraw');
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('is not done by a button while in a pair; a person to turn to is named (voice 9)', async () => {
    const carla = await world.person('Carla Ruiz');
    await world.grant(carla, 'programme');
    const kim = await world.person('Kim Berg', { language: 'es' });
    const mentee = await world.join(kim, 'mentee');
    const mentor = await world.join(await world.person('Per Ask'), 'mentor');
    const page = await world.command(kim, '/mentor profile');
    await world.pair(mentee, mentor);
    const refused = await world.click(kim, page, 'orientation.withdraw');
    expect(refused.kind).toBe('refused');
    expect(world.words(refused)).toContain('Escribe a Carla Ruiz. No tienes que dar explicaciones.');
    expect(world.words(await world.command(kim, '/mentor withdraw'))).toContain('Escribe a Carla Ruiz.');
    expect(await world.tx((tx) => tx.participations.get(mentee.id))).toEqual(mentee);
  });
});

describe('changing the role', () => {
  it('keeps the side on which one is in a pair, and lets the other be added', async () => {
    const ida = await world.person('Ida Holm');
    const mentee = await world.join(ida, 'mentee');
    await world.pair(mentee, await world.join(await world.person('Ola Dahl'), 'mentor'));
    const form = await world.click(ida, await world.command(ida, '/mentor profile'), 'orientation.edit');
    expect((await world.submit(ida, form, { role: 'mentor' })).fields?.['role']).toContain('Choose “both”');
    expect((await world.submit(ida, form, { role: 'both' })).kind).toBe('done');
    const [row] = await world.tx((tx) => tx.participations.all([mentee.id]));
    expect(row).toMatchObject({ role: 'both', state: 'ready', capacity: 1 });
  });

  it('takes back what was asked on the side that is given up', async () => {
    const ulf = await world.person('Ulf Norr');
    const mentor = await world.join(ulf, 'mentor');
    const id = await proposal(await world.join(await world.person('Siv Vik'), 'mentee'), mentor);
    const form = await world.click(ulf, await world.command(ulf, '/mentor profile'), 'orientation.edit');
    await world.submit(ulf, form, { role: 'both' });
    expect(await stateOf(id)).toBe('asked_mentee');
    const again = await world.click(ulf, await world.command(ulf, '/mentor profile'), 'orientation.edit');
    await world.submit(ulf, again, { role: 'mentee' });
    expect(await stateOf(id)).toBe('withdrawn');
  });
});
