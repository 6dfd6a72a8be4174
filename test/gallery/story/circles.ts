// Peer circles: proposed, asked, too few the first time, and come about the second.

import { DAY } from '../../../src/time.ts';
import type { Tour } from '../tour.ts';

const ME = 'anna';

export async function circles(tour: Tour): Promise<void> {
  const proposed = await tour.types(ME, '/match circles Autumn 2026');
  await tour.presses(ME, proposed, 'circles.sized');
  await tour.presses(ME, proposed, 'circles.ask');
  await tour.passes(0);
  const [first = '', second = '', ...others] = tour.toldOf('circles.asked');
  await tour.types(first, '/mentor');
  await tour.presses(first, tour.told(first, 'circles.asked'), 'circles.answer');
  await tour.presses(second, tour.told(second, 'circles.asked'), 'circles.answer', ({ style }) => style !== 'main');
  await tour.passes(20 * DAY, first);

  await tour.presses(ME, await tour.types(ME, '/match circles Autumn 2026'), 'circles.ask');
  await tour.passes(0);
  for (const account of [first, second, ...others]) await tour.presses(account, tour.told(account, 'circles.asked'), 'circles.answer');
  await tour.passes(0, first);
  await tour.types(first, '/mentor');
}
