// Where somebody stands, as the ring of seven and in words.

import { say } from '../../bot/views/text.ts';
import type { Block } from '../../bot/views/view.ts';
import type { Stage } from './pair.ts';
import { placeOf, STAGES, stageName, stagePurpose } from './stages.ts';

/** `used`: the stages of the programme, as its settings have them. */
export function standing(stage: Stage, used: readonly number[] = STAGES): Block {
  const { done, of } = placeOf(stage, used);
  return { block: 'progress', done, of, text: say('cycle.standing', { place: done, of, name: stageName(stage), purpose: stagePurpose(stage) }) };
}
