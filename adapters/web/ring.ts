// The ring of seven: a circle in as many arcs as there are stages, filled as far as somebody has come.

import { type Markup, markup, trusted } from './markup.ts';

const RADIUS = 20;
const CENTRE = 24;
/** The share of a stage that stays open, so that the arcs read as separate. */
const GAP = 0.16;

/** A picture only: the words that say the same stand beside it. */
export function ring(done: number, of: number): Markup {
  const stages = Math.min(Math.max(Math.trunc(of), 1), 24);
  const filled = Math.min(Math.max(Math.trunc(done), 0), stages);
  const arcs = Array.from({ length: stages }, (_, index) => arc(index, stages, index < filled));
  return markup`<svg class="ring" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">${arcs}</svg>`;
}

function arc(index: number, stages: number, filled: boolean): Markup {
  const step = (2 * Math.PI) / stages;
  const gap = stages === 1 ? 0.001 : step * GAP;
  const from = point(index * step + gap / 2);
  const to = point((index + 1) * step - gap / 2);
  const large = step - gap > Math.PI ? 1 : 0;
  return trusted(`<path class="${filled ? 'arc filled' : 'arc'}" d="M${from} A${RADIUS} ${RADIUS} 0 ${large} 1 ${to}" fill="none"/>`);
}

/** Clockwise from the top. */
function point(angle: number): string {
  const x = CENTRE + RADIUS * Math.sin(angle);
  const y = CENTRE - RADIUS * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}
