// From compared features to a score, and its points, which add up to it exactly.

import { type Feature, FEATURES, MOST_WEIGHT, type Weights } from '../settings/settings.ts';
import { BotError } from '../../../fault.ts';
import type { Reason } from '../fit.ts';

/** Where nothing at all is known. */
export const MIDDLE = 500;

/** Whole weights only: then sums are exact, and all weights times ten give the same scores. */
export function weighedFeatures(weights: Weights): readonly Feature[] {
  for (const feature of FEATURES) {
    const weight = weights[feature];
    if (!Number.isInteger(weight) || weight < 0 || weight > MOST_WEIGHT) throw new BotError('bug', `weight of ${feature}`);
  }
  return FEATURES.filter((feature) => weights[feature] > 0);
}

/** Of what is known by itself: `sum` of weight times permille, over the weights that could be compared. */
export function plainScore(sum: number, known: number): number {
  return known === 0 ? 0 : Math.round(sum / known);
}

/** Whether at least half of what counts could be compared. */
export function isEnough(known: number, all: number): boolean {
  return 2 * known >= all && all > 0;
}

/** Where little is known, the score is drawn to the middle of what others have: silence neither wins nor loses. */
export function scoreOf(sum: number, known: number, all: number, middle: () => number): number {
  if (isEnough(known, all)) return plainScore(sum, known);
  return all === 0 ? middle() : Math.round((sum + (all - known) * middle()) / all);
}

export interface Compared {
  readonly feature: Feature;
  readonly weight: number;
  /** Permille. */
  readonly value: number;
  readonly shared: readonly string[];
}

/** The points of each feature, as whole numbers: those that rounding lost go to those who lost most. */
export function reasonsOf(compared: readonly Compared[]): readonly Reason[] {
  if (compared.length === 0) return [];
  const known = compared.reduce((sum, { weight }) => sum + weight, 0);
  const exact = compared.map(({ weight, value }) => (weight * value) / known);
  const total = plainScore(
    compared.reduce((sum, { weight, value }) => sum + weight * value, 0),
    known,
  );
  const points = exact.map(Math.floor);
  const lost = (at: number) => ((compared[at]?.weight ?? 0) * (compared[at]?.value ?? 0)) % known;
  const order = points.map((_, at) => at).sort((a, b) => lost(b) - lost(a) || a - b);
  const left = total - points.reduce((sum, each) => sum + each, 0);
  for (const at of order.slice(0, left)) points[at] = (points[at] ?? 0) + 1;
  return compared
    .map(({ feature, weight, shared }, at) => {
      const brought = points[at] ?? 0;
      return { feature, points: brought, of: Math.max(brought, Math.round((1000 * weight) / known)), shared };
    })
    .filter((reason) => reason.points > 0);
}
