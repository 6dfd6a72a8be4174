// A coordinator looks at what counts, tries something, saves it, and takes it back.

import type { Tour } from '../tour.ts';

const ME = 'anna';
const COHORT = 'Autumn 2026';

export async function settings(tour: Tour): Promise<void> {
  await tour.types(ME, `/match undo ${COHORT}`);
  const weights = await tour.types(ME, `/match weights ${COHORT}`);
  tour.pictures('match-weights');
  const form = await tour.presses(ME, weights, 'matching.weightsForm');
  await tour.submits(ME, form, { help: '12' });
  const same = await tour.submits(ME, form);
  await tour.presses(ME, same, 'matching.weights');
  const effect = await tour.submits(ME, await tour.presses(ME, weights, 'matching.weightsForm'), { help: '2', interests: '10', place: '3' });
  tour.pictures('match-effect');
  await tour.presses(ME, effect, 'matching.weightsForm');
  await tour.presses(ME, effect, 'matching.saveSettings');
  await tour.types(ME, `/match weights ${COHORT}`);

  const dial = await tour.types(ME, `/match dial ${COHORT}`);
  tour.pictures('match-dial');
  await tour.presses(ME, dial, 'matching.trySettings');

  const rules = await tour.types(ME, `/match rules ${COHORT}`);
  const ruleForm = await tour.presses(ME, rules, 'matching.rulesForm');
  await tour.submits(ME, ruleForm, { least: '2', most: '1' });
  const ruled = await tour.submits(ME, ruleForm, { on: ['manager', 'again'], hours: '2' });
  await tour.presses(ME, ruled, 'matching.saveSettings');
  await tour.types(ME, `/match rules ${COHORT}`);

  for (const _ of ['the rules', 'what counts']) await tour.presses(ME, await tour.types(ME, `/match undo ${COHORT}`), 'matching.undoStep');
}
