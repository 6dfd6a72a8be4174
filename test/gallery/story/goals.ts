// A goal from its first words to what helped, and what the mentor sees of it.

import { HOUR } from '../../../src/time.ts';
import type { Tour } from '../tour.ts';
import type { Typed } from './typed.ts';

export async function goals(tour: Tour, { goal, step, note, helped }: Typed): Promise<void> {
  const form = await tour.types('alva', `/goal new ${goal.title}`);
  const wrong = await tour.submits('alva', form, { ...goal, dueOn: '2020-01-01', visibility: 'private' });
  const saved = await tour.submits('alva', wrong, { ...goal, dueOn: '2027-05-12', visibility: 'private' });
  const card = await tour.presses('alva', saved, 'goals.look');
  await tour.presses('alva', card, 'goals.share');
  await tour.passes(2 * HOUR, 'mateo');
  const theirs = await tour.types('mateo', '/goal');
  await tour.presses('mateo', theirs, 'goals.look');
  await tour.does('mateo', 'goals.mentees', { input: { from: 0 } });
  await tour.presses('alva', card, 'goals.progress');
  await tour.presses('alva', card, 'goals.review');
  const progress = await tour.types('alva', '/goal progress');
  await tour.submits('alva', progress, { progress: 'half', text: note });
  await tour.submits('alva', progress, { progress: '50', text: note });
  const back = await tour.types('alva', '/goal review');
  const sharper = await tour.submits('alva', await tour.presses('alva', back, 'goals.edit'), { achievable: step });
  await tour.presses('alva', sharper, 'goals.edit');
  tour.pictures('goal-form');
  await tour.types('alva', '/goal');
  const done = await tour.presses('alva', card, 'goals.done');
  const thanks = await tour.presses('alva', done, 'goals.helped');
  const thanked = await tour.submits('alva', thanks, { text: helped });
  const again = await tour.presses('alva', thanked, 'goals.reopen');
  await tour.presses('alva', await tour.presses('alva', again, 'goals.drop'), 'goals.reopen');
}
