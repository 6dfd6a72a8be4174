// `/match weights` and `/match rules`: what counts is seen by all coordinators, and changed with its effect before their eyes.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, FEATURES } from '../../../src/mentoring/matching/settings/settings.ts';
import { encoded } from '../../../src/mentoring/matching/settings/schema.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { formOf, ownValues } from '../../support/world.ts';
import { actionsOn, labels, type Scene, settling, versionOf, versions } from './settling.ts';

let database: Database;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  scene = await settling(database);
});
afterAll(() => database.close());

const page = (word = 'weights') => scene.world.act(scene.anna, `matching.${word}`, { cohort: scene.world.cohort.id });
const form = async (word = 'weights') => scene.world.click(scene.anna, await page(word), `matching.${word}Form`);
const tried = async (fields: Record<string, unknown>) => scene.world.submit(scene.anna, await form(), fields);
/** Interests alone: then everybody gets the other one. */
const INTERESTS = Object.fromEntries(FEATURES.map((feature) => [feature, feature === 'interests' ? 10 : 0]));

describe('the page of what counts', () => {
  it('says in words what counts, how much, and how many have told it', async () => {
    const words = scene.world.words(await page());
    expect(words).toContain('What counts in Autumn 2026');
    expect(words).toContain('nobody has changed it yet');
    expect(words).toContain('Help that one wants and the other offers | 10 (the most) | 4 of 4');
    expect(words).toContain('Being free at the same time | 4 (somewhat) | 0 of 4');
    expect(words).toContain('Coming from different units | 0 (does not count) | 4 of 4');
  });

  it('names the version, who decided it and when', async () => {
    await versionOf(scene, 1);
    expect(scene.world.words(await page())).toContain('Version 1, decided by Otto Berg on Tuesday 1 September.');
  });

  it('is for all coordinators to read, and for nobody else; only those who match may change it', async () => {
    const { world, reader } = scene;
    const read = await world.act(reader, 'matching.weights', { cohort: world.cohort.id });
    expect(labels(read)).toEqual(['How even', 'The rules']);
    const change = { cohort: world.cohort.id, page: 'weights', settings: encoded({ ...DEFAULT_SETTINGS, dial: 'even' }), number: 0 };
    expect((await world.act(reader, 'matching.saveSettings', change)).kind).toBe('refused');
    const bo = await world.person('Bo Again');
    expect((await world.act(bo, 'matching.weights', { cohort: world.cohort.id })).kind).toBe('refused');
    expect(await versions(scene)).toEqual([]);
  });
});

describe('a change', () => {
  it('is shown before it is saved: what differs, for how many, who gets whom instead', async () => {
    const reply = await tried(INTERESTS);
    const words = scene.world.words(reply);
    expect(words).toContain('What would change in Autumn 2026');
    expect(words).toContain('Help that one wants and the other offers: 10 → 0');
    expect(words).not.toContain('How even:');
    expect(words).toContain('With a mentor | 2 | 2');
    expect(words).toContain('With their own best fit | 2 of 2 | 2 of 2');
    expect(words).toContain('2 mentees would have somebody else:');
    expect(words).toContain('Bo Ek: Ola Dahl instead of Mia Holm');
    expect(words).toContain('Eva Ström: Mia Holm instead of Ola Dahl');
    expect(actionsOn(reply)).toEqual(['matching.saveSettings', 'matching.weightsForm', 'matching.weights']);
    expect(await versions(scene)).toEqual([]);
  });

  it('is saved as the next version, noted, and counts from the next preview on', async () => {
    const { world, anna } = scene;
    const saved = await world.click(anna, await tried(INTERESTS), 'matching.saveSettings');
    expect(world.words(saved)).toContain('Saved as version 1.');
    expect(await versions(scene)).toMatchObject([{ number: 1, createdBy: anna.id, settings: { ...DEFAULT_SETTINGS, weights: INTERESTS } }]);
    expect(await world.tx((tx) => tx.steps.find({}))).toMatchObject([{ kind: 'settings', about: { from: 0, to: 1 }, createdBy: anna.id, undoneAt: null }]);
    expect(world.words(await page())).toContain('Version 1, decided by Anna Lind');
    expect(world.words(await world.command(anna, '/match preview'))).toContain('Bo Ek | Ola Dahl');
  });

  it('can be changed once more: what was tried stands in the form', async () => {
    const { world, anna } = scene;
    const again = await world.click(anna, await tried({ help: '3' }), 'matching.weightsForm');
    expect(ownValues(formOf(again))).toMatchObject({ help: '3', topics: '8' });
    const words = world.words(await world.submit(anna, again, { topics: '1' }));
    expect(words).toContain('10 → 3');
    expect(words).toContain('8 → 1');
  });

  it('that changes nothing is not offered for saving, and sent by hand not saved', async () => {
    const reply = await tried({});
    expect(scene.world.words(reply)).toContain('That is how it is already, so there is nothing to save.');
    expect(actionsOn(reply)).not.toContain('matching.saveSettings');
    const same = { cohort: scene.world.cohort.id, page: 'weights', settings: encoded(DEFAULT_SETTINGS), number: 0 };
    expect(scene.world.words(await scene.world.act(scene.anna, 'matching.saveSettings', same))).toContain('That is how it is already');
    expect(await versions(scene)).toEqual([]);
  });

  it('that makes no sense is said at its field', async () => {
    const number = 'A whole number from 0 to 10';
    const faulty = [
      [Object.fromEntries(FEATURES.map((feature) => [feature, '0'])), 'help', 'Something must count'],
      ...['-1', '11', '2.5', 'NaN', 'a lot', ''].map((topics) => [{ topics }, 'topics', number] as const),
    ] as const;
    for (const [fields, at, why] of faulty) {
      expect(await tried(fields), JSON.stringify(fields)).toMatchObject({ kind: 'refused', fields: { [at]: expect.stringContaining(why) } });
    }
  });

  it('of two coordinators: the later sees what the other has changed, and what their own would mean now', async () => {
    const { world, anna, otto } = scene;
    const mine = await tried({ help: '3' });
    const theirs = await world.click(otto, await world.act(otto, 'matching.weights', { cohort: world.cohort.id }), 'matching.weightsForm');
    await world.click(otto, await world.submit(otto, theirs, { topics: '1' }), 'matching.saveSettings');
    const late = await world.click(anna, mine, 'matching.saveSettings');
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('Otto Berg has changed this meanwhile (version 1), so nothing was saved.');
    expect(world.words(late)).toContain('Topics that one wants to learn and the other knows: 1 → 8');
    expect((await versions(scene)).map(({ number }) => number)).toEqual([1]);
    await world.click(anna, late, 'matching.saveSettings');
    expect((await versions(scene)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('of two coordinators at the same moment is saved once', async () => {
    const { world, anna, otto } = scene;
    const mine = await tried({ help: '3' });
    const theirs = await world.click(otto, await world.act(otto, 'matching.weights', { cohort: world.cohort.id }), 'matching.weightsForm');
    const other = await world.submit(otto, theirs, { topics: '1' });
    const both = await Promise.all([world.click(anna, mine, 'matching.saveSettings'), world.click(otto, other, 'matching.saveSettings')]);
    expect(both.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    expect(await versions(scene)).toHaveLength(1);
  });

  it('from an old or altered button is refused kindly, with the way back', async () => {
    const { world, anna } = scene;
    for (const settings of ['', 'x', '0 10 8 4', encoded(DEFAULT_SETTINGS).replace('1 10', '1 99')]) {
      const reply = await world.act(anna, 'matching.saveSettings', { cohort: world.cohort.id, page: 'rules', settings, number: 0 });
      expect(reply.kind).toBe('refused');
      expect(world.words(reply)).toContain('This button is from an earlier day');
      expect(actionsOn(reply)).toContain('matching.rules');
    }
    expect(await versions(scene)).toEqual([]);
  });

  it('names no more than ten of those who would have somebody else', async () => {
    const { world } = scene;
    for (let index = 0; index < 12; index++) {
      const [help, interests] = index % 2 === 0 ? (['goals', 'chess gardening'] as const) : (['insight', 'sailing running'] as const);
      await world.join(await world.person(`Mentee ${index}`), 'mentee', { profile: { help: [help], interests } });
      await world.join(await world.person(`Mentor ${index}`), 'mentor', {
        profile: { help: [help], interests: index % 2 === 0 ? 'sailing running' : 'chess gardening' },
      });
    }
    const words = world.words(await tried(INTERESTS));
    expect(words).toMatch(/14 mentees would have somebody else:/);
    expect(words).toContain('and 4 more');
    expect(words.match(/ → /g)?.length).toBeLessThan(20);
  });
});

describe('the rules', () => {
  it('stand in words, on or off, each with how many pairs it rules out', async () => {
    const words = scene.world.words(await page('rules'));
    expect(words).toContain('A language to talk in | any that both speak | 0 of 4 pairs');
    expect(words).toContain('Nobody within the same unit | off | –');
    await versionOf(scene, 1, { rules: { ...DEFAULT_SETTINGS.rules, unit: true, language: 'sv' } });
    const then = scene.world.words(await page('rules'));
    expect(then).toContain('Nobody within the same unit | on | 2 of 4 pairs');
    expect(then).toContain('A language to talk in | both speak Swedish | 4 of 4 pairs');
  });

  it('are changed as what counts is: shown, then saved; whoever turns one on learns what is asked for (S4.80)', async () => {
    const { world, anna } = scene;
    const reply = await world.submit(anna, await form('rules'), { on: ['unit', 'manager', 'again'], least: '1', most: '2' });
    const words = world.words(reply);
    expect(words).toContain('Nobody within the same unit: off → on');
    expect(words).toContain('How far ahead the mentor is: no matter → 1 to 2 steps');
    expect(words).toContain('With a mentor | 2 | 1');
    expect(words).toContain('Everybody has told us their unit. The profile asks for it from now on.');
    expect(words).toContain('4 of 4 have not told us yet how far they have come. The profile asks for it from now on.');
    expect(words).toContain('4 of 4 have not told us their manager yet.');
    await world.click(anna, reply, 'matching.saveSettings');
    expect(await versions(scene)).toMatchObject([{ settings: { rules: { ...DEFAULT_SETTINGS.rules, manager: true, unit: true, least: 1, most: 2 } } }]);
    const again = await form('rules');
    expect(ownValues(formOf(again))).toEqual({ on: ['manager', 'unit', 'again'], language: 'shared', least: '1', most: '2', hours: '0' });
    const off = world.words(await world.submit(anna, again, { on: '', least: 'any', most: 'any', hours: '3', language: 'es' }));
    expect(off).toContain('Not the same two as in an earlier cohort: on → off');
    expect(off).toContain('A language to talk in: any that both speak → both speak Spanish');
    expect(off).toContain('How far ahead the mentor is: 1 to 2 steps → no matter');
    expect(off).toContain('Free at the same time: no matter → at least 3 hours a week');
  });

  it('that make no sense are said at their field', async () => {
    const faulty = [
      [{ least: '3', most: '1' }, 'most', 'must not be less'],
      [{ hours: '21' }, 'hours', 'A whole number from 0 to 20'],
      [{ language: 'la' }, 'language', 'Choose one'],
      [{ on: ['swap'] }, 'on', 'Choose one'],
    ] as const;
    for (const [fields, at, why] of faulty) {
      const reply = await scene.world.submit(scene.anna, await form('rules'), fields);
      expect(reply, JSON.stringify(fields)).toMatchObject({ kind: 'refused', fields: { [at]: expect.stringContaining(why) } });
    }
  });
});
