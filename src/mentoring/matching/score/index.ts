// How well two people fit: pure, and the same wherever and in whatever order it is worked out.

export { BARS } from './bars.ts';
export { factsOf } from './facts.ts';
export { SCORER_VERSION, scorerOf } from './scorer.ts';
