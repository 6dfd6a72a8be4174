// The engine beside SciPy: the same questions in the same run. Without SciPy beside `munkres`, as far as that goes.

import { cpus } from 'node:os';
import { munkres } from 'munkres';
import { auction } from '../../src/mentoring/matching/engine/auction.ts';
import { violation } from '../../src/mentoring/matching/engine/certificate.ts';
import { assignDense } from '../../src/mentoring/matching/engine/dense.ts';
import type { Question } from '../../src/mentoring/matching/engine/flow.ts';
import type { Market, Rows } from '../../src/mentoring/matching/engine/index.ts';
import { cheapest } from '../../src/mentoring/matching/engine/paths.ts';
import { uniform } from './generate.ts';
import { kept } from './grid.ts';
import { CHEAPEST, scoresOf, solveAny } from './instance.ts';
import { ALONE } from './alone.ts';
import { people } from './people.ts';
import { dense, forbidden, scipyVersion, sparse as sparseOpinion, table } from './scipy.ts';
import { scarce, sparse } from './sparse.ts';

interface Figure {
  readonly ms: number;
  /** The sum of costs, as SciPy counts it: whoever stays without costs more than all others together. */
  readonly value: number;
}

interface Line {
  readonly work: string;
  readonly goal: string;
  ours(): Figure;
  scipy(): Figure;
  /** Only where a full table is not too large for it. */
  munkres?(): Figure;
}

const REPEATS = 3;

export function figures(): void {
  const version = scipyVersion();
  console.log(
    `${cpus()[0]?.model ?? 'a processor'}, ${cpus().length} cores; Node ${process.version}; ${version ? `SciPy ${version}` : 'no SciPy, munkres 2.0.4'}\n`,
  );
  console.log(`| work | goal | ours, ms | ${version ? 'SciPy' : 'munkres'}, ms | ratio | same cost |`);
  console.log('| --- | --- | ---: | ---: | ---: | --- |');
  for (const make of LINES) {
    const line = make();
    const ours = line.ours();
    const theirs = version ? line.scipy() : line.munkres?.();
    const ratio = theirs ? (ours.ms / theirs.ms).toFixed(2) : '';
    const same = theirs ? (theirs.value === ours.value ? 'yes' : `no: ${ours.value} and ${theirs.value}`) : '';
    console.log(`| ${line.work} | ${line.goal} | ${shown(ours.ms)} | ${theirs ? shown(theirs.ms) : 'too large'} | ${ratio} | ${same} |`);
  }
  console.log('\n| work | goal | measured |');
  console.log('| --- | --- | --- |');
  for (const { work, goal, measured } of ALONE) console.log(`| ${work} | ${goal} | ${measured()} |`);
}

function shown(ms: number): string {
  return ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}

function best(run: () => number, repeats = REPEATS): Figure {
  let ms = Infinity;
  let value = 0;
  for (let k = 0; k < repeats; k++) {
    const begin = performance.now();
    value = run();
    ms = Math.min(ms, performance.now() - begin);
  }
  return { ms, value };
}

/** Whole answers: count, sum, one of the equals, and the proof over all pairs. */
function whole(market: Market | Rows): number {
  const { partner, certificate } = solveAny(market, CHEAPEST);
  if (certificate?.violation !== 0 || certificate.over !== 'all') throw new Error('an answer without its proof');
  const scores = scoresOf(market, partner);
  return scores.reduce((sum, score) => sum + market.top - score, 0) + (market.mentees - scores.length) * forbidden(market);
}

function all(name: string, rows: Rows, goal: string): Line {
  return {
    work: name,
    goal,
    ours: () => best(() => whole(rows), rows.mentees > 2000 ? REPEATS : 3 * REPEATS),
    scipy: () => dense(rows, REPEATS),
    ...(rows.mentees > 2000 ? {} : { munkres: () => besideMunkres(rows) }),
  };
}

function plain(name: string, rows: Rows, goal: string): Line {
  return {
    work: name,
    goal,
    ours: () => {
      const costs = table(rows);
      return best(() => assignDense(rows.mentees, rows.mentors, costs).value);
    },
    scipy: () => dense(rows, REPEATS),
    ...(rows.mentees > 2000 ? {} : { munkres: () => besideMunkres(rows) }),
  };
}

function besideMunkres(rows: Rows): Figure {
  const costs = table(rows);
  const matrix = Array.from({ length: rows.mentees }, (_, i) => [...costs.subarray(i * rows.mentors, (i + 1) * rows.mentors)]);
  return best(() => munkres(matrix).reduce((sum, [i, j]) => sum + (matrix[i]?.[j] ?? 0), 0));
}

/** Everybody can be matched: least cost by auction, proven by its prices. */
function feasible(market: Market): number {
  const { mentees, mentors, first, mentor, score, top } = market;
  const question: Question = {
    ...{ mentees, mentors, first, mentor },
    cost: Float64Array.from(score, (own) => top - own),
    without: new Float64Array(mentees).fill(forbidden(market)),
    place: Int32Array.from({ length: mentors + 1 }, (_, j) => j),
    placeCost: new Float64Array(mentors),
  };
  const flow = cheapest(question, { from: auction(question) });
  if (violation(flow) !== 0) throw new Error('an answer without its proof');
  return flow.value;
}

function few(name: string, market: Market, goal: string, can: boolean): Line {
  return {
    work: name,
    goal,
    ours: () => best(() => (can ? feasible(market) : whole(market)), market.mentees > 20_000 ? REPEATS : 3 * REPEATS),
    scipy: () => sparseOpinion(market, market.mentees > 20_000 ? 1 : REPEATS, can),
  };
}

/** Each is made when it is its turn, so that not all lie in memory together. */
const LINES: readonly (() => Line)[] = [
  () => all('mentoring-like 1,000 + 1,000: count, sum, tie, proof', kept(people(1000, 1)), 'at most 1.5'),
  () => all('mentoring-like 5,000 + 5,000: count, sum, tie, proof', kept(people(5000, 1)), 'at most 0.5'),
  () => plain('costs by chance, 1,000 + 1,000, dense: sum', uniform(1000, 1), 'at most 1.0'),
  () => plain('costs by chance, 5,000 + 5,000, dense: sum', uniform(5000, 1), 'at most 1.0'),
  () => few('sparse 10,000, all matchable: sum, proof', sparse(10_000, 1), 'at most 0.6', true),
  () => few('sparse 10,000, not all matchable: count, sum, tie, proof', scarce(10_000, 1), 'at most 0.7', false),
  () => few('sparse 100,000, 50 candidates each: sum, proof', sparse(100_000, 1), 'at most 0.3', true),
];
