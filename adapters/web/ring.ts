// The ring of seven in the page's colours. A picture only: the words that say the same stand beside it.

import { RING_SIZE, ringArcs } from '../../src/bot/views/ring.ts';
import { type Markup, markup, trusted } from './markup.ts';

export function ring(done: number, of: number): Markup {
  const arcs = ringArcs(done, of).map(({ d, filled }) => trusted(`<path class="${filled ? 'arc filled' : 'arc'}" d="${d}" fill="none"/>`));
  return markup`<svg class="ring" viewBox="0 0 ${RING_SIZE} ${RING_SIZE}" width="${RING_SIZE}" height="${RING_SIZE}" aria-hidden="true" focusable="false">${arcs}</svg>`;
}
