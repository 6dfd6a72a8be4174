// The ring of seven: a circle in as many arcs as there are stages, filled as far as somebody has come.
// It always stands beside words that say the same, so it is hidden from screen readers.

const CENTRE = 50;
const RADIUS = 40;
/** Degrees between two arcs. */
const GAP = 8;

/** Drawn in the colour of the text around it, so it is right in light and dark; the open arcs are thin as well as pale. */
export function ringSvg(done: number, of: number): string {
  const arcs = Math.max(1, Math.floor(of));
  const filled = Math.min(Math.max(0, Math.floor(done)), arcs);
  const width = 360 / arcs;
  const paths = Array.from({ length: arcs }, (_, index) => arc(index * width + GAP / 2, (index + 1) * width - GAP / 2, index < filled));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="48" height="48" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">${paths.join('')}</svg>`;
}

function arc(from: number, to: number, filled: boolean): string {
  const large = to - from > 180 ? 1 : 0;
  const path = `M${point(from)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${point(to)}`;
  return filled ? `<path d="${path}" stroke-width="14"/>` : `<path d="${path}" stroke-width="5" stroke-opacity="0.45"/>`;
}

/** On the circle, clockwise from the top. */
function point(degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(CENTRE + RADIUS * Math.cos(angle)).toFixed(2)} ${(CENTRE + RADIUS * Math.sin(angle)).toFixed(2)}`;
}
