// The seven stages of mentoring, in their order: what each is called and what it is for (S0.1, S0.6-S0.26).

import { say, type Text } from '../../bot/views/text.ts';
import type { Stage } from './pair.ts';

export const STAGES: readonly Stage[] = [1, 2, 3, 4, 5, 6, 7];

export function stageName(stage: Stage): Text {
  return say(`cycle.stage.${stage}.name`);
}

/** One sentence to whoever is in it. */
export function stagePurpose(stage: Stage): Text {
  return say(`cycle.stage.${stage}.purpose`);
}

/** How far somebody has come: a programme may leave stages out (S0.4), so the place is counted among those it uses. */
export function placeOf(stage: Stage, used: readonly number[]): { readonly done: number; readonly of: number } {
  const stages = STAGES.filter((one) => used.includes(one));
  if (stages.length === 0) return { done: stage, of: STAGES.length };
  return { done: Math.max(1, stages.filter((one) => one <= stage).length), of: stages.length };
}
