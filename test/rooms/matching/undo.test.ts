// `/match undo`: the last decision is taken back, whoever made it, one step at a time; what people have answered stays.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/mentoring/matching/settings/settings.ts';
import { encoded } from '../../../src/mentoring/matching/settings/schema.ts';
import type { Participation } from '../../../src/mentoring/orientation/participation.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { HOUR, instantOf } from '../../../src/time.ts';
import { type Scene, settling, versionOf, versions } from './settling.ts';

let database: Database;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  scene = await settling(database);
});
afterEach(async () => {
  await database.prisma.timer.deleteMany();
  await database.prisma.message.deleteMany();
});
afterAll(() => database.close());

const page = () => scene.world.act(scene.anna, 'matching.undo', { cohort: scene.world.cohort.id });
const undone = async () => scene.world.words(await scene.world.click(scene.anna, await page(), 'matching.undoStep'));
const rule = (name: 'lock' | 'forbid' | 'release', mentee: Participation, mentor: Participation) =>
  scene.world.act(scene.otto, `matching.${name}`, { mentee: mentee.id, mentor: mentor.id });
const rules = async () => (await scene.world.tx((tx) => tx.rules.find({}))).map(({ menteeId, mentorId, kind }) => ({ menteeId, mentorId, kind }));
const two = (mentee: Participation, mentor: Participation) => ({ menteeId: mentee.id, mentorId: mentor.id });

describe('taking a step back', () => {
  it('says kindly where there is none', async () => {
    expect(scene.world.words(await page())).toContain('There is nothing to take back in Autumn 2026.');
  });

  it('is for those who match', async () => {
    await rule('lock', scene.members.bo, scene.members.mia);
    expect((await scene.world.act(scene.reader, 'matching.undo', { cohort: scene.world.cohort.id })).kind).toBe('refused');
  });

  it('says who decided what and when, and what would be; a lock is gone afterwards', async () => {
    const { bo, mia } = scene.members;
    await rule('lock', bo, mia);
    const words = scene.world.words(await page());
    expect(words).toContain('Otto Berg, Tuesday 1 September 10:00 am: Bo Ek and Mia Holm were locked together.');
    expect(words).toContain('Nothing would be decided on Bo Ek and Mia Holm.');
    expect(await undone()).toContain('Taken back.');
    expect(await rules()).toEqual([]);
    expect(scene.world.words(await page())).toContain('There is nothing to take back');
  });

  it('brings back what stood before: the word on the two, and the lock to another', async () => {
    const { bo, mia, ola } = scene.members;
    await rule('forbid', bo, ola);
    await rule('lock', bo, mia);
    await rule('lock', bo, ola);
    expect(await rules()).toEqual([{ ...two(bo, ola), kind: 'lock' }]);
    expect(scene.world.words(await page())).toMatch(/Bo Ek and Ola Dahl would be kept apart again\.[^]*Bo Ek and Mia Holm would be locked together again\./);
    await undone();
    expect(await rules()).toEqual(
      expect.arrayContaining([
        { ...two(bo, ola), kind: 'forbid' },
        { ...two(bo, mia), kind: 'lock' },
      ]),
    );
    await undone();
    expect(await rules()).toEqual([{ ...two(bo, ola), kind: 'forbid' }]);
    await undone();
    expect(await rules()).toEqual([]);
  });

  it('of a release locks again; what changed nothing is no step', async () => {
    const { eva, ola } = scene.members;
    await rule('lock', eva, ola);
    await rule('lock', eva, ola);
    await rule('release', eva, ola);
    await rule('release', eva, ola);
    expect(await scene.world.tx((tx) => tx.steps.count({}))).toBe(2);
    await undone();
    expect(await rules()).toEqual([{ ...two(eva, ola), kind: 'lock' }]);
  });

  it('of settings makes a new version like the old one, one step further back each time', async () => {
    const { world, anna } = scene;
    const save = (dial: 'even' | 'total', number: number) =>
      world.act(anna, 'matching.saveSettings', { cohort: world.cohort.id, page: 'dial', settings: encoded({ ...DEFAULT_SETTINGS, dial }), number });
    await save('even', 0);
    await save('total', 1);
    expect(world.words(await page())).toContain('The settings would be as before (version 1), as a new version');
    expect(await undone()).toContain('now as version 3');
    expect(await undone()).toContain('now as version 4');
    expect((await versions(scene)).map(({ settings }) => settings.dial)).toEqual(['even', 'total', 'even', 'balanced']);
    expect(world.words(await page())).toContain('There is nothing to take back');
  });

  it('of settings that were changed since says so, and does not happen unseen', async () => {
    const { world, anna } = scene;
    await world.act(anna, 'matching.saveSettings', {
      ...{ cohort: world.cohort.id, page: 'dial', settings: encoded({ ...DEFAULT_SETTINGS, dial: 'even' }), number: 0 },
    });
    const seen = await page();
    expect(world.words(seen)).not.toContain('They have been changed since');
    await versionOf(scene, 2, { dial: 'total' });
    const late = await world.click(anna, seen, 'matching.undoStep');
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('nothing was taken back');
    expect(world.words(late)).toContain('They have been changed since, in another cohort (version 2)');
    await world.click(anna, late, 'matching.undoStep');
    expect((await versions(scene)).at(-1)).toMatchObject({ number: 3, settings: DEFAULT_SETTINGS });
  });

  it('happens once, of two who press at the same moment', async () => {
    const { world, anna, otto, members } = scene;
    await rule('forbid', members.bo, members.ola);
    await rule('lock', members.bo, members.mia);
    const [one, other] = [await page(), await world.act(otto, 'matching.undo', { cohort: world.cohort.id })];
    const both = await Promise.all([world.click(anna, one, 'matching.undoStep'), world.click(otto, other, 'matching.undoStep')]);
    expect(both.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    expect(await rules()).toEqual([{ ...two(members.bo, members.ola), kind: 'forbid' }]);
  });
});

describe('taking back a publishing', () => {
  /** Bo is asked about Mia, and Eva about Ola. */
  async function published() {
    const { world, otto } = scene;
    await world.click(otto, await world.command(otto, '/match preview'), 'matching.publish');
    await world.deliver();
  }
  const person = (one: Participation) => scene.world.tx((tx) => tx.people.get(one.personId));
  async function says(one: Participation, action: string) {
    const them = await person(one);
    const asked = them && scene.world.inbox(them).at(-1);
    if (!them || !asked) throw new Error('not asked');
    return scene.world.click(them, asked, action);
  }
  async function told(one: Participation) {
    const them = await person(one);
    return them ? scene.world.inbox(them).map(({ template }) => template) : [];
  }
  const states = async () => (await scene.world.tx((tx) => tx.proposals.find({}))).map(({ state }) => state);

  it('tells those who have not answered kindly, and lets the others go on', async () => {
    const { world, anna, members } = scene;
    await published();
    await says(members.eva, 'matching.menteeYes');
    const seen = await page();
    const words = world.words(seen);
    expect(words).toContain('2 people were asked.');
    expect(words).toContain('1 person has not answered yet, and would be told kindly that it came to nothing this time.');
    expect(words).toContain('1 has answered or run out of time: that stays as it is.');
    await world.click(anna, seen, 'matching.undoStep');
    await world.deliver();
    expect(await states()).toEqual(['withdrawn', 'asked_mentor']);
    expect(await told(members.bo)).toEqual(['matching.askMentee', 'matching.notThisTime']);
    expect(await told(members.mia)).toEqual([]);
    expect(await told(members.eva)).toEqual(['matching.askMentee']);
    expect(await told(members.ola)).toEqual(['matching.askMentor']);
  });

  it('leaves everybody free to be proposed again, and is no news to those who did it', async () => {
    const { world, anna, otto } = scene;
    await published();
    await undone();
    await world.advance(HOUR);
    expect(await states()).toEqual(['withdrawn', 'withdrawn']);
    for (const person of [anna, otto]) expect(world.inbox(person)).toEqual([]);
    expect(world.words(await world.command(anna, '/match preview'))).toContain('Bo Ek | Mia Holm');
  });

  it('looks again where somebody has answered meanwhile', async () => {
    const { world, anna, members } = scene;
    await published();
    const seen = await page();
    await says(members.bo, 'matching.menteeYes');
    const late = await world.click(anna, seen, 'matching.undoStep');
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('nothing was taken back');
    expect(world.words(late)).toContain('1 person has not answered yet');
    expect(await states()).toEqual(['asked_mentor', 'asked_mentee']);
  });

  it('puts aside what cannot be taken back any more, so that one can go further back', async () => {
    const { world, anna, members } = scene;
    await rule('lock', members.bo, members.mia);
    world.clock.set(instantOf(world.clock.now() + 1));
    await published();
    await says(members.bo, 'matching.menteeYes');
    await says(members.eva, 'matching.menteeNo');
    const seen = await page();
    expect(world.words(seen)).toContain('There is nothing left of this step');
    await world.click(anna, seen, 'matching.undoStep');
    expect((await states()).toSorted()).toEqual(['asked_mentor', 'declined_by_mentee']);
    expect(world.words(await page())).toContain('were locked together');
  });
});
