// The engine: whole numbers in, the best matching and its proof out. It knows nothing of people.

export { marketFrom, marketOf } from './build.ts';
export { circlesOf } from './circles.ts';
export { type Aims, type Certificate, DIALS, type Dial, type Market, type Rows, type Solved, type Stage, type Watch } from './market.ts';
export { measuresOf, spreadOf } from './measures.ts';
export { solve } from './stages.ts';
export { solveApart } from './swaps.ts';
export { solveRows } from './rows.ts';
export { type Alternative, alternativesOf } from './alternatives.ts';
export { changesBetween, remediesOf } from './remedy.ts';
export { withoutPair } from './rematch.ts';
