export type { Pair, Stage } from './pair.ts';
export { membersOf, type MyPair, pairsOf } from './mine.ts';
