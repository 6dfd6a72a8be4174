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
  const [, no = '', yes = '', silent = ''] = tour.toldOf('matching.askMentee').filter((account) => account !== 'alva');
  await tour.presses(no, tour.told(no, 'matching.askMentee'), 'matching.menteeNo');
  for (const account of [yes, silent]) await tour.programme.send(account, await answerOf(tour, account));
  await tour.passes(0, 'mateo');
  await tour.types('mateo', '/mentor');
  await tour.presses('mateo', tour.told('mateo', 'matching.askMentor'), 'matching.mentorYes');
  const [other = ''] = tour.toldOf('matching.askMentor').filter((account) => account !== 'mateo');
  await tour.presses(other, tour.told(other, 'matching.askMentor'), 'matching.mentorNo');
  await tour.passes(0, 'alva', 'mateo');
  tour.pictures('reveal', 'matching.reveal');
  await tour.types('alva', '/mentor');
  await tour.passes(8 * DAY);
  await tour.types(ME, '/match status Autumn 2026');
}

async function answerOf(tour: Tour, account: string) {
  const asked = tour.told(account, 'matching.askMentee');
  const button = asked.message.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : [])).find((one) => one.action === 'matching.menteeYes');
  return { action: 'matching.menteeYes', token: button?.token ?? '' };
}
