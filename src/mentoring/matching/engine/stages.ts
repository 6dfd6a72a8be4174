// The best matching by one aim after the other: each stage chooses among all that are equally good by the stages before.

import { violation } from './certificate.ts';
import { costing, takenBy } from './face.ts';
import { type Fit, fitOf } from './fit.ts';
import type { Flow } from './flow.ts';
import { highestFloor } from './floor.ts';
import type { Aims, Kept, Market, Solved, Stage, StageName, Watch } from './market.ts';
import { cheapest, Stopped } from './paths.ts';
import { tieOf } from './tie.ts';
import { valueOf } from './values.ts';
import { countQuestion } from './warm.ts';

/** What is known so far, so that whoever stops the run has the last finished stage. */
interface Run {
  /** For each mentee the market's pair, or -1. */
  taken: Int32Array;
  stages: Stage[];
  /** The worst breach of any answer's prices, once the fit is proven. */
  proven: number | null;
  kept: Kept | null;
}

export function solve(market: Market, aims: Aims, watch?: Watch): Solved {
  const run: Run = { taken: new Int32Array(market.mentees).fill(-1), stages: [], proven: null, kept: null };
  let stopped: Solved['stopped'] = null;
  try {
    runStages(run, market, aims, watch);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    stopped = error.why;
  }
  const partner = run.taken.map((e) => (e < 0 ? -1 : (market.mentor[e] as number)));
  const certificate = run.proven === null ? null : ({ violation: run.proven, pairs: market.mentor.length, over: 'all' } as const);
  return { partner, stages: run.stages, certificate, stopped, kept: run.kept };
}

function runStages(run: Run, market: Market, aims: Aims, watch?: Watch): void {
  let worst = 0;
  const check = (flow: Flow) => {
    worst = Math.max(worst, violation(flow));
  };
  let since = performance.now();
  const finish = (name: StageName, taken: Int32Array) => {
    const now = performance.now();
    run.taken = taken;
    run.stages.push({ name, value: valueOf(market, aims, taken, name), ms: now - since });
    since = now;
  };

  let flow = cheapest(countQuestion(market, aims.spread), { watch, stage: 'count' });
  check(flow);
  finish('count', flow.taken);
  // Count and spread are one question: what a mentor's further places cost.
  if (aims.spread) finish('spread', flow.taken);
  let floor = 0;
  if (aims.floor) {
    const found = highestFloor(market, flow, watch);
    ({ flow, floor } = found);
    check(flow);
    if (found.beyond) check(found.beyond);
    finish('floor', flow.taken);
  }
  const fit = fitOf(market, aims, flow, check, watch);
  finish('fit', fit.taken);
  run.proven = worst;
  run.kept = keptOf(fit, fit.taken, floor);
  const tie = cheapest(costing(fit.face, tieOf(market)), { watch, stage: 'tie' });
  check(tie);
  const taken = takenBy(fit.face, tie.taken);
  run.kept = keptOf(fit, taken, floor);
  if (run.kept) check(run.kept.flow);
  // With open proposals, answers of one worth may lie at different distances: that of the one chosen is told.
  run.stages = run.stages.map((stage) => (stage.name === 'fit' ? { ...stage, value: valueOf(market, aims, taken, 'fit') } : stage));
  finish('tie', taken);
  run.proven = worst;
}

/** Every answer on the face has the same prices and the same worth. */
function keptOf({ whole }: Fit, taken: Int32Array, floor: number): Kept | null {
  if (!whole) return null;
  const { flow, weights } = whole;
  const { mentor, mentors } = flow.question;
  const load = new Int32Array(mentors);
  for (const e of taken) if (e >= 0) load[mentor[e] as number] = (load[mentor[e] as number] as number) + 1;
  return { flow: { ...flow, taken, load }, weights, floor };
}
