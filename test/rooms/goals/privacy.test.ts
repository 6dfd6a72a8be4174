// What nobody else may see stays unseen, and what is typed wrongly is neither kept nor lost.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import type { Goal } from '../../../src/mentoring/goals/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
let bo: Person;
let anna: Person;
let pair: Pair;

// One organisation for all; people of their own for each.
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  bo = await world.person('Bo Ek');
  anna = await world.person('Anna Lind');
  pair = await world.pair(await world.join(bo, 'mentee'), await world.join(anna, 'mentor', { capacity: 2 }));
});

async function onlyGoal(): Promise<Goal> {
  const [goal, ...others] = await world.tx((tx) => tx.goals.find({ personId: bo.id }));
  if (!goal || others.length > 0) throw new Error('not one goal');
  return goal;
}

const OWNERS = ['edit', 'progress', 'review', 'helped', 'save', 'note', 'thank', 'share', 'done', 'drop', 'reopen'];

describe('a private goal', () => {
  it('is found by no other person, not even by its id (C27)', async () => {
    const eva = await world.person('Eva Mol');
    await world.grant(eva, 'programme');
    await world.act(bo, 'goals.save', { title: 'Secret wish' });
    const before = await onlyGoal();
    for (const person of [anna, eva]) {
      for (const name of ['look', ...OWNERS]) {
        const reply = await world.act(person, `goals.${name}`, { goal: before.id, title: 'Mine', progress: 50, visibility: 'pair', text: 'x' });
        expect([name, reply.kind, world.words(reply)]).toEqual([name, 'refused', 'This is not yours to open, or it is no longer here.']);
      }
      expect(world.words(await world.command(person, '/goal'))).not.toContain('Secret');
    }
    await world.deliver();
    expect(world.inbox(anna)).toEqual([]);
    expect(await onlyGoal()).toEqual(before);
  });

  it('answers as a goal that does not exist', async () => {
    await world.act(bo, 'goals.save', { title: 'Secret wish' });
    const real = await world.act(anna, 'goals.look', { goal: (await onlyGoal()).id });
    expect(await world.act(anna, 'goals.look', { goal: 'nothing' })).toEqual(real);
  });
});

describe('a shared goal', () => {
  it('is the mentor’s to look at and not to change', async () => {
    await world.act(bo, 'goals.save', { title: 'Hold a talk', visibility: pair.id });
    const before = await onlyGoal();
    expect((await world.act(anna, 'goals.look', { goal: before.id })).kind).toBe('done');
    for (const name of OWNERS) {
      const reply = await world.act(anna, `goals.${name}`, { goal: before.id, title: 'Mine', progress: 50, visibility: 'private', text: 'x' });
      expect([name, reply.kind]).toEqual([name, 'refused']);
    }
    expect(await onlyGoal()).toEqual(before);
  });

  it('vanishes from the mentor’s messages when it is taken back, and the mentor is not told anew when it returns', async () => {
    const saved = await world.act(bo, 'goals.save', { title: 'Hold a talk', visibility: pair.id });
    await world.deliver();
    const [told] = world.inbox(anna);
    if (!told) throw new Error('the mentor was not told');
    const card = await world.click(bo, saved, 'goals.look');
    const kept = await world.click(bo, card, 'goals.share');
    expect(world.words(kept)).toContain('The goal is yours alone again.');
    // The old button, pressed before the message has been drawn anew.
    const late = await world.click(anna, told, 'goals.look');
    expect([late.kind, world.words(late).includes('Hold a talk')]).toEqual(['refused', false]);
    await world.deliver();
    expect(world.inbox(anna).map((message) => message.text)).toEqual([
      'A goal that was shown here is no longer shared with you. There is nothing you need to do.',
    ]);
    expect(world.words(await world.command(anna, '/goal'))).not.toContain('Hold a talk');

    await world.click(bo, kept, 'goals.share');
    await world.deliver();
    expect(world.inbox(anna)).toHaveLength(1);
    expect(world.inbox(anna)[0]?.text).toContain('Hold a talk');
  });

  it('leaves no trace with the mentor where it was taken back before the message went out', async () => {
    await world.act(bo, 'goals.save', { title: 'Second thoughts', visibility: 'pair' });
    await world.act(bo, 'goals.share', { goal: (await onlyGoal()).id, visibility: 'private' });
    await world.deliver();
    expect(world.inbox(anna)).toEqual([]);
  });

  it('is no longer seen once the pair has ended, nor by the next mentor', async () => {
    await world.act(bo, 'goals.save', { title: 'Hold a talk', visibility: pair.id });
    await world.deliver();
    await world.tx(async (tx) => tx.pairs.put({ ...((await tx.pairs.get(pair.id)) ?? pair), state: 'ended', endedAt: world.clock.now() }));
    const erik = await world.person('Erik Berg');
    const [mentee] = await world.tx((tx) => tx.participations.find({ personId: bo.id }));
    if (!mentee) throw new Error('no mentee');
    const next = await world.pair(mentee, await world.join(erik, 'mentor'));
    const { id } = await onlyGoal();
    for (const person of [anna, erik]) {
      expect((await world.act(person, 'goals.look', { goal: id })).kind).toBe('refused');
      expect(world.words(await world.command(person, '/goal'))).not.toContain('Hold a talk');
    }
    expect(world.words(await world.act(bo, 'goals.look', { goal: id }))).toContain('the pair you shared it with has ended');

    // A form from before: the old choice is not silently taken for the new mentor.
    const stale = await world.act(bo, 'goals.save', { goal: id, title: 'Hold a talk', visibility: pair.id });
    expect(Object.keys(stale.fields ?? {})).toEqual(['visibility']);
    await world.act(bo, 'goals.share', { goal: id, visibility: next.id });
    await world.deliver();
    expect(world.inbox(erik)).toHaveLength(1);
    expect((await world.act(anna, 'goals.look', { goal: id })).kind).toBe('refused');
  });
});

describe('what is typed', () => {
  const FIELDS = ['title', 'specific', 'measurable', 'achievable', 'relevant', 'dueOn', 'visibility'];

  it('is kept as it is or refused at its field, and shown to the mentor as words alone', async () => {
    let kept = 0;
    for (const field of FIELDS) {
      for (const words of HOSTILE) {
        const reply = await world.act(bo, 'goals.save', { title: 'A goal', visibility: 'pair', [field]: words });
        expect([field, words.slice(0, 20), reply.kind === 'done' || Object.keys(reply.fields ?? {}).join()]).toEqual([
          field,
          words.slice(0, 20),
          reply.kind === 'done' || field,
        ]);
        if (reply.kind === 'done') kept++;
      }
    }
    expect(await world.tx((tx) => tx.goals.count({ personId: bo.id }))).toBe(kept);
    expect(kept).toBeGreaterThan(100);
    const list = await world.command(anna, '/goal');
    expect(list.kind).toBe('done');
  });

  it('says what is wrong with the title, the date and the number', async () => {
    const at = async (field: string, value: unknown) => (await world.act(bo, 'goals.save', { title: 'A goal', [field]: value })).fields?.[field];
    expect(await at('title', '  ')).toBe('Something is missing here.');
    expect(await at('title', 'x'.repeat(151))).toBe('This is a little long: 150 characters are the most. Yours has 151.');
    expect(await at('specific', '🙂'.repeat(1001))).toBe('This is a little long: 1,000 characters are the most. Yours has 1,001.');
    expect(await at('dueOn', '2026-08-31')).toBe('The date lies in the past. Choose a day from today on.');
    expect(await at('dueOn', '2029-09-02')).toContain('more than three years away');
    expect(await at('dueOn', '2026-02-30')).toContain('not a date we know');
    expect(await world.tx((tx) => tx.goals.count({ personId: bo.id }))).toBe(0);

    await world.act(bo, 'goals.save', { title: 'A goal' });
    const { id } = await onlyGoal();
    for (const progress of ['', '-1', '101', '50.5', 'half', '1e2', null]) {
      const reply = await world.act(bo, 'goals.note', { goal: id, progress });
      expect(reply.fields).toEqual({ progress: 'A whole number from 0 to 100, please.' });
    }
    expect(Object.keys((await world.act(bo, 'goals.note', { goal: id, progress: 10, text: 'x'.repeat(1001) })).fields ?? {})).toEqual(['text']);
    expect((await onlyGoal()).notes).toEqual([]);
  });

  it('takes today by the person’s own wall', async () => {
    const kiri = await world.person('Kiri', { timeZone: 'Pacific/Kiritimati' });
    const pago = await world.person('Pago', { timeZone: 'Pacific/Pago_Pago' });
    // 08:00Z on 1 September: 22:00 on the 1st in Kiritimati, 21:00 on the 31st in Pago Pago.
    const day = async (person: Person, dueOn: string) => (await world.act(person, 'goals.save', { title: 'A goal', dueOn })).kind;
    expect([await day(kiri, '2026-08-31'), await day(kiri, '2026-09-01')]).toEqual(['refused', 'done']);
    expect([await day(pago, '2026-08-30'), await day(pago, '2026-08-31')]).toEqual(['refused', 'done']);
  });

  it('saves once where the form is sent twice', async () => {
    const form = await world.command(bo, '/goal new');
    await world.submit(bo, form, { title: 'A goal' });
    await world.submit(bo, form, { title: 'A goal' });
    expect((await onlyGoal()).text.title).toBe('A goal');
  });

  it('does not lose progress that was noted while the goal’s form lay open', async () => {
    await world.act(bo, 'goals.save', { title: 'A goal' });
    const { id } = await onlyGoal();
    const form = await world.act(bo, 'goals.edit', { goal: id });
    await world.act(bo, 'goals.note', { goal: id, progress: 40, text: 'on the way' });
    await world.submit(bo, form, { title: 'A better goal' });
    expect(await onlyGoal()).toMatchObject({ progress: 40, notes: [{ text: 'on the way' }], text: { title: 'A better goal' } });
  });
});
