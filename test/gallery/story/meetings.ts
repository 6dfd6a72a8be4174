// The rhythm of a pair: the question, the answers, a pause, silence, a word with the coordinators.

import { DAY, HOUR } from '../../../src/time.ts';
import type { Tour } from '../tour.ts';

export async function meetings(tour: Tour): Promise<void> {
  await asked(tour);
  tour.pictures('check-in');
  await tour.types('alva', '/mentor');
  tour.pictures('home');
  await tour.types('mateo', '/mentor meetings');
  await tour.passes(4 * DAY, 'mateo');
  await tour.presses('alva', tour.told('alva', 'meetings.ask'), 'meetings.answer');
  await tour.passes(2 * HOUR, 'mateo');
  const change = await tour.presses('alva', tour.told('alva', 'meetings.ask'), 'meetings.change');
  await tour.submits('alva', change, { answer: 'met', on: '2030-01-01' });
  await tour.submits('alva', change, { answer: 'met', on: '' });
  const page = await tour.types('alva', '/mentor meetings');
  const rhythm = await tour.presses('alva', page, 'meetings.rhythm');
  await tour.submits('alva', rhythm, { rhythm: '28' });
  await tour.passes(DAY);

  const busy = await tour.types('mateo', '/mentor busy');
  await tour.submits('mateo', busy, { until: '2029-01-01' });
  await tour.submits('mateo', busy, {});
  await tour.passes(2 * DAY, 'alva');
  await tour.types('alva', '/mentor');
  await tour.types('mateo', '/mentor');
  await tour.types('mateo', '/mentor back');
  await tour.passes(DAY);
  await tour.submits('alva', await tour.types('alva', '/mentor busy'));
  await tour.passes(24 * DAY);

  await asked(tour);
  await notYet(tour);
  await asked(tour);
  await notYet(tour);
  await asked(tour);
  await tour.passes(12 * DAY);
  const word = await tour.types('alva', '/mentor contact');
  await tour.submits('alva', word, { reason: 'time' });
}

/** At the very end: nobody hears anything any more. */
export async function lost(tour: Tour): Promise<void> {
  await tour.programme.loses('mateo');
  await tour.programme.losesChannel();
  await tour.passes(4 * DAY);
}

/** Lets days go by until a question is open. */
async function asked(tour: Tour): Promise<void> {
  const isOpen = () => tour.programme.change(async (tx) => (await tx.checkins.count({ state: 'open' })) > 0);
  for (let day = 0; day < 60 && !(await isOpen()); day++) await tour.passes(DAY);
  await tour.passes(DAY / 2, 'alva');
}

async function notYet(tour: Tour): Promise<void> {
  const question = tour.told('alva', 'meetings.ask');
  await tour.presses('alva', question, 'meetings.answer', ({ label }) => /not|inte|todavía|aún/i.test(label));
  await tour.passes(2 * HOUR);
}
