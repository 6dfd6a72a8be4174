// Figures that have nothing in SciPy to stand beside: the peer's sample, and what the engine does after a first answer.

import { fileURLToPath } from 'node:url';
import { type Aims, alternativesOf, type Market, type Rows, solve, withoutPair } from '../../src/mentoring/matching/engine/index.ts';
import { answerTo } from '../../src/mentoring/matching/planning/thinking.ts';
import type { Plan } from '../../src/mentoring/matching/solving.ts';
import { snapshotFor } from '../../test/rooms/matching/support/snapshots.ts';
import { quantile } from '../support/figures.ts';
import { marketOfGrid, numbered } from './grid.ts';
import { scoresOf } from './instance.ts';
import { peerInstance } from './peer.ts';
import { people } from './people.ts';

interface Alone {
  readonly work: string;
  readonly goal: string;
  measured(): string;
}

/** One round of the peer's own Python on its sample of 500, measured once: it is not part of this run. */
const PEER_ROUND = 6390;
const PEER = fileURLToPath(new URL('../../test/instances/jonodrew/large', import.meta.url));
const EVERYTHING = { spread: true, floor: true, dial: 'balanced', keep: 50 } as const satisfies Aims;
const DECLINES = 100;

export const ALONE: readonly Alone[] = [
  { work: '25 + 25, the engine alone: all stages, leximin', goal: 'under 30 ms', measured: () => small() },
  { work: '25 + 25 people: plan with all stages and explanations', goal: 'under 30 ms', measured: () => plans(25, 40) },
  { work: '1,000 + 1,000 people: the whole plan', goal: 'under 3 s', measured: () => plans(1000, 5) },
  { work: 'the peer’s 500 + 500, with floor', goal: '484 matched, floor 18, 100 times one of its rounds', measured: () => peer() },
  { work: 'one decline at 1,000, all stages again', goal: 'p98 under 25 ms', measured: () => declines() },
  { work: 'all alternatives of one mentee at 1,000', goal: 'under 50 ms', measured: () => alternatives() },
];

function small(): string {
  const market = allPairs(people(25, 1));
  const all = times(20, () => solve(market, { ...EVERYTHING, dial: 'leximin' }));
  return inWords(all);
}

/** From what people wrote to the plan that a coordinator reads; other people each time, as an answer is kept. */
function plans(pairs: number, count: number): string {
  const snapshots = Array.from({ length: count }, (_, seed) => snapshotFor(pairs, {}, seed));
  let next = 0;
  return inWords(
    times(count, () => {
      const plan = answerTo('matching.plan', { snapshot: snapshots[next++], asks: {} }) as Plan;
      if (plan.proof !== 'proved') throw new Error('a plan without its proof');
    }),
  );
}

function peer(): string {
  const { market, aims } = peerInstance(PEER);
  let answer = '';
  const all = times(9, () => {
    const { partner, certificate } = solve(market as Market, aims);
    const scores = scoresOf(market, partner);
    answer = `${scores.length} matched, floor ${Math.min(...scores)}, sum ${scores.reduce((a, b) => a + b, 0).toLocaleString('en')}, violation ${certificate?.violation}`;
  });
  return `${answer}; ${inWords(all)}: ${Math.round(PEER_ROUND / (all[0] as number))} times`;
}

function declines(): string {
  const market = allPairs(people(1000, 1));
  const solved = solve(market, EVERYTHING);
  const matched = [...solved.partner.keys()].filter((i) => (solved.partner[i] as number) >= 0);
  let next = 0;
  return inWords(
    times(DECLINES, () => {
      const mentee = matched[(next++ * 7) % matched.length] as number;
      withoutPair(solved, market, EVERYTHING, mentee, solved.partner[mentee] as number);
    }),
  );
}

function alternatives(): string {
  const market = allPairs(people(1000, 1));
  const solved = solve(market, EVERYTHING);
  let next = 0;
  return inWords(times(100, () => alternativesOf(solved, market, EVERYTHING, (next++ * 31) % market.mentees)));
}

function allPairs(rows: Rows): Market {
  const { mentees, mentors, top } = rows;
  const scores = new Int32Array(mentees * mentors);
  const row = new Int32Array(mentors);
  for (let i = 0; i < mentees; i++) {
    rows.row(i, row);
    scores.set(row, i * mentors);
  }
  return marketOfGrid({ scores, top, mentees: numbered('mentee', mentees), mentors: numbered('mentor', mentors) });
}

/** Milliseconds of each call, sorted. */
function times(count: number, run: () => unknown): readonly number[] {
  return Array.from({ length: count }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  }).sort((a, b) => a - b);
}

function inWords(ms: readonly number[]): string {
  return `best ${(ms[0] as number).toFixed(1)} ms, median ${quantile(ms, 0.5).toFixed(1)}, p98 ${quantile(ms, 0.98).toFixed(1)}`;
}
