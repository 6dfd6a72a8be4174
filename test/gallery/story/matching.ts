// From the plan to the two who have found each other, and those who have not.

import { DAY } from '../../../src/time.ts';
import type { Tour } from '../tour.ts';
import { idOf } from './cohort.ts';

const ME = 'anna';

export async function matching(tour: Tour): Promise<void> {
  const locking = await tour.types(ME, '/match lock');
  const same = await idOf(tour, 'Alva Lindqvist');
  await tour.submits(ME, locking, { first: same, second: same });
  await tour.submits(ME, locking, { first: same, second: await idOf(tour, 'Mateo Rivas Ortega') });
  const plan = await tour.types(ME, '/match preview Autumn 2026');
  tour.pictures('match-preview');
  await tour.presses(ME, plan, 'matching.more');
  await tour.presses(ME, plan, 'matching.measures');
  await lookingCloser(tour);
  const pair = await tour.presses(ME, plan, 'matching.pair');
  await tour.presses(ME, pair, 'matching.summaries');
  for (const rule of ['matching.lock', 'matching.forbid']) {
    const ruled = await tour.presses(ME, pair, rule);
    await tour.presses(ME, ruled, 'matching.release');
  }
  await tour.presses(ME, plan, 'matching.publish');
  await tour.passes(0, 'alva');
  await tour.types(ME, '/match status Autumn 2026');

  const home = await tour.types('alva', '/mentor');
  await tour.presses('alva', home, 'matching.read');
  const asked = tour.told('alva', 'matching.askMentee');
  await tour.presses('alva', asked, 'matching.menteeYes');
  // Before anybody else says yes: the newest question to Mateo is the one about Alva.
  await tour.passes(0, 'mateo');
  await tour.types('mateo', '/mentor');
  await tour.presses('mateo', tour.told('mateo', 'matching.askMentor'), 'matching.mentorYes');
  const [, no = '', yes = '', silent = ''] = tour.toldOf('matching.askMentee').filter((account) => account !== 'alva');
  await tour.presses(no, tour.told(no, 'matching.askMentee'), 'matching.menteeNo');
  for (const account of [yes, silent]) await tour.programme.send(account, await answerOf(tour, account));
  await tour.passes(0);
  const [other = ''] = tour.toldOf('matching.askMentor').filter((account) => account !== 'mateo');
  await tour.presses(other, tour.told(other, 'matching.askMentor'), 'matching.mentorNo');
  await tour.passes(0, 'alva', 'mateo');
  tour.pictures('reveal', 'matching.reveal');
  await tour.types('alva', '/mentor');
  await tour.passes(8 * DAY);
  await tour.types(ME, '/match status Autumn 2026');
}

/** Why these two and not those, who else, and what if. */
async function lookingCloser(tour: Tour): Promise<void> {
  const asking = await tour.types(ME, '/match why');
  const [alva, mateo] = [await idOf(tour, 'Alva Lindqvist'), await idOf(tour, 'Mateo Rivas Ortega')];
  await tour.submits(ME, asking, { first: alva, second: alva });
  await tour.submits(ME, asking, { first: mateo, second: alva });
  await tour.types(ME, '/match why Alva Lindqvist, Zelda');
  await tour.types(ME, '/match why Alva Lindqvist, a');
  await tour.types(ME, '/match alternatives Alva Lindqvist');
  const whom = await tour.types(ME, '/match alternatives');
  const others = await tour.presses(ME, whom, 'matching.alternatives', (button) => !button.label.startsWith('Alva'));
  tour.pictures('match-alternatives');
  // The first is the one whom the plan gives.
  let before = 0;
  const whyNot = await tour.presses(ME, others, 'matching.pair', () => before++ > 0);
  tour.pictures('match-why-not');
  await tour.presses(ME, whyNot, 'matching.alternatives');
  await tour.presses(ME, whyNot, 'matching.trying');
  tour.pictures('match-what-if');
  const trying = await tour.types(ME, '/match what-if Autumn 2026');
  await tour.submits(ME, trying, { change: 'lock', first: alva, second: '' });
  await tour.submits(ME, trying, { change: 'place', first: mateo, second: '' });
  await tour.submits(ME, trying, { change: 'weight' });
  await tour.submits(ME, trying, { change: 'weight', feature: 'interests', weight: '9' });
}

async function answerOf(tour: Tour, account: string) {
  const asked = tour.told(account, 'matching.askMentee');
  const button = asked.message.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : [])).find((one) => one.action === 'matching.menteeYes');
  return { action: 'matching.menteeYes', token: button?.token ?? '' };
}
