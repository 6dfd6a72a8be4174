export type { Pair, Stage } from './pair.ts';
export { membersOf } from './members.ts';
export { placeOf, type StageCalendar, stageOfPair, stageOn, STAGES, stageName } from './stages.ts';
export { startPair } from './start.ts';
export { standing } from './views.ts';
