export type { Pair, Stage } from './pair.ts';
export { membersOf, type MyPair, pairsOf } from './mine.ts';
export { placeOf, STAGES, stageName, stagePurpose } from './stages.ts';
export { startPair } from './start.ts';
export { standing } from './views.ts';
