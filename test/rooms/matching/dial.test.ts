// `/match dial`: how even a matching should be, each choice with what it means for the cohort.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/mentoring/matching/settings/settings.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
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

const page = (who = scene.anna) => scene.world.act(who, 'matching.dial', { cohort: scene.world.cohort.id });

it('shows each choice with its measures, in a sentence that can be said to a mentee, and which one counts', async () => {
  const words = scene.world.words(await page());
  expect(words).toContain('How even Autumn 2026 should be');
  expect(words).toMatch(/balanced \(now\) \| [\d,]+ \| [\d,]+ \| 2 of 2 \| 2 of 2/);
  for (const dial of ['the best in total', 'even', 'the weakest first'])
    expect(words).toMatch(new RegExp(`${dial} \\| [\\d,]+ \\| [\\d,]+ \\| 2 of 2 \\| 2 of 2`));
  expect(words).toContain('the weakest first: the pair that fits least fits as well as it can');
  expect(words).toContain('Spread mentees over as many mentors as possible: on');
});

it('tries a choice before it is saved', async () => {
  const { world, anna } = scene;
  const reply = await world.click(anna, await page(), 'matching.trySettings', {}, ({ label }) => label.endsWith('weakest first'));
  expect(world.words(reply)).toContain('How even: balanced → the weakest first');
  expect(actionsOn(reply)).toEqual(['matching.saveSettings', 'matching.dial', 'matching.dial']);
  expect(await versions(scene)).toEqual([]);
  await world.click(anna, reply, 'matching.saveSettings');
  expect(await versions(scene)).toMatchObject([{ number: 1, settings: { ...DEFAULT_SETTINGS, dial: 'leximin' } }]);
  expect(world.words(await page())).toContain('the weakest first (now)');
});

it('tries the two switches as well', async () => {
  const { world, anna } = scene;
  await versionOf(scene, 1, { spread: false });
  const now = await page();
  expect(labels(now)).toEqual([
    ...['Try: the best in total', 'Try: even', 'Try: the weakest first', 'Try: spread', 'Try: let the weakest go lower', 'What counts', 'The rules'],
  ]);
  const reply = await world.click(anna, now, 'matching.trySettings', {}, ({ label }) => label.endsWith('go lower'));
  expect(world.words(reply)).toContain('Keep the pair that fits least as good as it can be: on → off');
});

it('is read by whoever may look, who finds nothing to try', async () => {
  expect(labels(await page(scene.reader))).toEqual(['What counts', 'The rules']);
});

it('has nothing to compare where nobody can be matched', async () => {
  const { world } = scene;
  await world.tx(async (tx) => {
    for (const one of await tx.participations.find({ cohortId: world.cohort.id })) tx.participations.put({ ...one, state: 'draft' });
  });
  expect(world.words(await page())).toContain('Nobody can be matched just now');
});
