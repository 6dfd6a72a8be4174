// Goals in the hands of people: written, sharpened, shared, asked about, followed, reached.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import type { Goal } from '../../../src/mentoring/goals/index.ts';
import { homeGoals } from '../../../src/mentoring/goals/index.ts';
import type { Participation } from '../../../src/mentoring/orientation/participation.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { DAY } from '../../../src/time.ts';
import { createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
let bo: Person;
let anna: Person;
let mentor: Participation;
let pair: Pair;

// One organisation for all; people of their own for each.
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  bo = await world.person('Bo Ek', { language: 'sv' });
  anna = await world.person('Anna Lind');
  mentor = await world.join(anna, 'mentor', { capacity: 2 });
  pair = await world.pair(await world.join(bo, 'mentee'), mentor);
});

async function onlyGoal(): Promise<Goal> {
  const [goal, ...others] = await world.tx((tx) => tx.goals.find({ personId: bo.id }));
  if (!goal || others.length > 0) throw new Error('not one goal');
  return goal;
}

async function write(person: Person, fields: Record<string, unknown>) {
  return await world.submit(person, await world.command(person, '/goal new'), fields);
}

describe('a goal', () => {
  it('goes from one line to done, with the coach and the mentor asking on the way (S0.12, S0.13, S1.15, S4.41)', async () => {
    const empty = await world.command(bo, '/goal');
    expect(world.words(empty)).toContain('Sätt ditt första mål');
    const form = await world.click(bo, empty, 'goals.new');
    expect(formOf(form).inputs.find((input) => input.name === 'visibility')).toMatchObject({ value: 'private' });
    expect(world.words(form)).toContain('Anna Lind och jag');

    // The coach asks two things, in the writer's language, and everything typed stays.
    const saved = await world.submit(bo, form, { title: 'Hålla ett föredrag på engelska', relevant: 'För att jag vill undervisa' });
    expect(world.words(saved)).toContain('Vad ska du göra rent konkret, och med vem?\nHur vet du att du är framme?');
    expect(world.words(saved)).toContain('Bara du ser det här målet.');
    const again = await world.click(bo, saved, 'goals.edit');
    expect(world.words(again)).toContain('För att jag vill undervisa');
    const sharpened = await world.submit(bo, again, {
      specific: 'Hålla ett föredrag på tjugo minuter vid vårens seminarium',
      measurable: 'Föredraget är hållet och tre kollegor har gett återkoppling',
      achievable: 'Börja med att fråga Erik om en tid',
      dueOn: '2027-01-15',
      visibility: pair.id,
    });
    expect(world.words(sharpened)).not.toContain('?');
    expect(world.words(sharpened)).toContain('Anna Lind och du ser det här målet.');
    expect(world.words(sharpened)).toContain('A · Uppnåeligt: Börja med att fråga Erik om en tid');

    // The mentor is told once, in her language, and gets questions instead of a form.
    await world.deliver();
    const [told, ...more] = world.inbox(anna);
    expect(more).toEqual([]);
    if (!told) throw new Error('the mentor was not told');
    expect(told.text).toContain('Bo Ek shares a goal with you: “Hålla ett föredrag på engelska”.');
    expect(told.text).toContain('What is the smallest step you could take this week?');
    const seen = await world.click(anna, told, 'goals.look');
    expect(world.words(seen)).toContain('M · Measurable: Föredraget är hållet');
    expect(world.words(seen)).not.toContain('[');

    // Progress: a number and a few words; the words stay with the owner.
    const noted = await world.submit(bo, await world.command(bo, '/goal framsteg'), { progress: '60', text: 'Har bokat salen' });
    expect(world.words(noted)).toContain('Noterat: 60 %.');
    const hers = await world.command(anna, '/goal');
    expect(world.words(hers)).toContain('Goals that Bo Ek shares with you\n“Hålla ett föredrag på engelska”: 60%');
    expect(world.words(hers)).toContain('What stands in the way, and who could help with it?');
    expect(world.words(hers)).not.toContain('salen');
    expect(world.words(await world.command(bo, '/goal review'))).toContain('60 %. ”Har bokat salen”');

    // Done: one sentence, one optional question, and the mentor's message tells it.
    const done = await world.click(bo, await world.command(bo, '/goal'), 'goals.done');
    expect(world.words(done)).toContain('Du klarade det');
    const thanked = await world.submit(bo, await world.click(bo, done, 'goals.helped'), { text: 'Anna' });
    expect(world.words(thanked)).toContain('Det sparas tillsammans med målet.');
    await world.deliver();
    expect(world.inbox(anna).map((message) => message.text.split('\n')[0])).toEqual(['Bo Ek has reached a goal: “Hålla ett föredrag på engelska”.']);
    expect(await onlyGoal()).toMatchObject({ state: 'done', progress: 100, notes: [{ progress: 60, by: bo.id }, { text: 'Anna' }] });
  });

  it('may be left as it is, without being asked again', async () => {
    const saved = await write(bo, { title: 'Prata mer' });
    const fine = await world.click(bo, saved, 'goals.look');
    expect(world.words(fine)).not.toContain('?');
    expect(world.words(fine)).toContain('[Dela med Anna Lind]');
  });

  it('is let go without blame and taken up again (S1.16)', async () => {
    await world.submit(bo, await write(bo, { title: 'Lära mig spanska' }).then((saved) => world.click(bo, saved, 'goals.edit')), { visibility: 'pair' });
    await world.deliver();
    const { id } = await onlyGoal();
    const gone = await world.act(bo, 'goals.drop', { goal: id });
    expect(world.words(gone)).toContain('Det är också ett beslut');
    await world.deliver();
    expect(world.inbox(anna).map((message) => message.text)).toEqual([
      'A goal that was shown here is no longer shared with you. There is nothing you need to do.',
    ]);
    await world.click(bo, gone, 'goals.reopen');
    await world.deliver();
    expect(world.inbox(anna)).toHaveLength(1);
    expect(world.inbox(anna)[0]?.text).toContain('Lära mig spanska');
  });

  it('is done once, also when the button is pressed twice', async () => {
    const list = await write(bo, { title: 'Ett mål' }).then(() => world.command(bo, '/goal'));
    await world.click(bo, list, 'goals.done');
    const before = await onlyGoal();
    await world.advance(DAY);
    expect((await world.click(bo, list, 'goals.done')).kind).toBe('done');
    expect(await onlyGoal()).toEqual(before);
  });

  it('that is closed takes no more progress until it is taken up again', async () => {
    const form = await write(bo, { title: 'Ett mål' }).then(() => world.command(bo, '/goal progress'));
    await world.act(bo, 'goals.done', { goal: (await onlyGoal()).id });
    const late = await world.submit(bo, form, { progress: 20 });
    expect([late.kind, world.words(late)]).toEqual(['refused', 'Målet är avslutat. Ta upp det igen först, sedan kan du ändra det.']);
    expect((await onlyGoal()).notes).toEqual([]);
  });

  it('may be a mentor’s own, and then nobody else sees it (S4.10, S4.36)', async () => {
    const form = await world.command(anna, '/goal nueva');
    expect(formOf(form).inputs.map((input) => input.name)).not.toContain('visibility');
    expect(world.words(form)).toContain('Only you see this goal.');
    await world.submit(anna, form, { title: 'Listen longer before I answer' });
    await world.deliver();
    expect(world.inbox(bo)).toEqual([]);
    expect(world.words(await world.command(bo, '/goal'))).not.toContain('Listen');
  });

  it('shared before there is a mentor is seen by the mentor who comes', async () => {
    const carla = await world.person('Carla Ruiz', { language: 'es' });
    const mentee = await world.join(carla, 'mentee');
    await write(carla, { title: 'Publicar un artículo', visibility: 'pair' });
    expect(world.words(await world.command(anna, '/goal'))).not.toContain('Publicar');
    await world.pair(mentee, mentor);
    expect(world.words(await world.command(anna, '/goal'))).toContain('Publicar un artículo');
  });
});

describe('the list', () => {
  it('shows ten goals and the way to the others', async () => {
    for (let n = 1; n <= 12; n++) await world.act(bo, 'goals.save', { title: `Mål nummer ${n}.` });
    const first = await world.command(bo, '/goal lista');
    expect(world.words(first)).toContain('Och 2 mål till.');
    expect(world.words(first).match(/Mål nummer/g)).toHaveLength(10);
    expect(world.words(await world.click(bo, first, 'goals.list')).match(/Mål nummer/g)).toHaveLength(2);
  });

  it('asks which goal is meant where a command could mean several', async () => {
    for (const title of ['Hålla ett föredrag', 'Lära mig spanska']) await world.act(bo, 'goals.save', { title });
    const which = await world.command(bo, '/goal progress');
    expect(world.words(which)).toContain('Vilket mål?');
    expect(formOf(await world.click(bo, which, 'goals.progress')).title).toBe('Hur går det?');
    expect(world.words(await world.command(bo, '/goal progress SPANSKA'))).toContain('Lära mig spanska');
    expect(world.words(await world.command(bo, '/goal klart spanska'))).toContain('[Klart]');
  });

  it('takes what was typed after the command as the title, or as the first letter where it is too long', async () => {
    const input = async (line: string, name: string) => formOf(await world.command(bo, line)).inputs.find((one) => one.name === name);
    expect(await input('/goal ny Hålla ett föredrag', 'title')).toMatchObject({ value: 'Hålla ett föredrag' });
    expect(await input(`/goal new ${'ord '.repeat(60)}`, 'specific')).toMatchObject({ value: 'ord '.repeat(60).trim() });
  });

  it('keeps three at home, the nearest date first', async () => {
    const home = () => world.tx((tx) => homeGoals(tx, bo.id));
    expect(JSON.stringify(await home())).toContain('goals.button.first');
    for (const [n, dueOn] of ['', '2026-12-01', '2026-10-01', '2026-11-01'].entries()) await world.act(bo, 'goals.save', { title: `Mål ${n}`, dueOn });
    const titles = [...JSON.stringify(await home()).matchAll(/Mål \d/g)].map(([title]) => title);
    expect(titles).toEqual(['Mål 2', 'Mål 3', 'Mål 1']);
  });
});
