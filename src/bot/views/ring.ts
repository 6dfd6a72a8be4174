// The ring of seven: a circle in as many arcs as there are stages, filled as far as somebody has come.
// Geometry only; each adapter draws it in its own colours. The words that say the same always stand beside it.

/** The square that the ring fills: `viewBox="0 0 48 48"`. */
export const RING_SIZE = 48;
const CENTRE = RING_SIZE / 2;
const RADIUS = 20;
/** The share of a stage that stays open, so that the arcs read as separate. */
const GAP = 0.16;

export interface Arc {
  /** An SVG path. */
  readonly d: string;
  readonly filled: boolean;
}

/** Clockwise from the top; odd numbers are brought into bounds. */
export function ringArcs(done: number, of: number): readonly Arc[] {
  const stages = Math.min(Math.max(Math.trunc(of), 1), 24);
  const step = (2 * Math.PI) / stages;
  const gap = stages === 1 ? 0.001 : step * GAP;
  const large = step - gap > Math.PI ? 1 : 0;
  return Array.from({ length: stages }, (_, index) => ({
    d: `M${point(index * step + gap / 2)} A${RADIUS} ${RADIUS} 0 ${large} 1 ${point((index + 1) * step - gap / 2)}`,
    filled: index < Math.trunc(done),
  }));
}

function point(angle: number): string {
  return `${(CENTRE + RADIUS * Math.sin(angle)).toFixed(2)} ${(CENTRE - RADIUS * Math.cos(angle)).toFixed(2)}`;
}
