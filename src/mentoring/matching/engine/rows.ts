// Large groups: the likely pairs are solved, then the prices are held against all pairs, and those that would have mattered are
// taken in until there is none. What comes out is the best of all, and all scores never lie in memory at once.

import { BotError } from '../../../fault.ts';
import { likely, type Width } from './candidates.ts';
import { violation } from './certificate.ts';
import { costing, faceOf, takenBy } from './face.ts';
import { type Answer, answerTo, carried } from './large.ts';
import type { Aims, Market, Rows, Solved, Stage, StageName, Watch } from './market.ts';
import { inOrder, type Pairs } from './pairs.ts';
import { cheapest, Stopped } from './paths.ts';
import { type Margin, prove } from './proof.ts';
import { solve } from './stages.ts';
import { tieOf } from './tie.ts';
import { valueOf } from './values.ts';

/** So many of each mentee's best, and of each mentor's. */
const WIDTH = { perMentee: 40, perMentor: 10 };
/** The likely pairs that memory is there for, at some 60 bytes each. */
const ROOM = 20_000_000;
/** The rows between two looks at the clock. */
const STRIDE = 64;

/** The answer of the last finished step, in case there is no time for more. */
type Draft = { -readonly [Field in keyof Solved]: Solved[Field] } & { stages: Stage[] };

/**
 * As `solve`, for a market of any size. Where the aims cannot be one question in exact numbers (leximin, or very many people
 * with a steep dial), only the likely pairs are looked at, and the certificate says so. `width`: how many of them to begin with;
 * fewer only take more rounds.
 */
export function solveRows(rows: Rows, aims: Aims, watch?: Watch, width: Width = WIDTH): Solved {
  const { mentees, mentors } = rows;
  const room = mentees * Math.min(width.perMentee, mentors) + mentors * Math.min(width.perMentor, mentees);
  if (room > ROOM) throw new BotError('bug', `too many people for one matching: ${room} likely pairs, and there is room for ${ROOM}`);
  const draft: Draft = { partner: new Int32Array(mentees).fill(-1), stages: [], certificate: null, stopped: null, kept: null };
  try {
    return run(withRoom(rows), aims, draft, width, watch);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { ...draft, stopped: error.why };
  }
}

function run(rows: Rows, aims: Aims, draft: Draft, width: Width, watch?: Watch): Solved {
  const { mentees, mentors } = rows;
  const looking = (stage: StageName) => (done: number) => {
    if (!watch || done % STRIDE !== 0) return;
    const why = watch.stop();
    if (why) throw new Stopped(why);
    watch.progress(stage, done, mentees);
  };
  const finish = (name: StageName, market: Market, taken: Int32Array, ms: number) => {
    draft.partner = partnersOf(market, taken);
    draft.stages.push({ name, value: valueOf(market, aims, taken, name), ms });
  };

  const begin = performance.now();
  const { list, allowed } = likely(rows, width, looking('count'));
  const chosen = performance.now();
  let answer: Answer | null = null;
  let margins: readonly Margin[] | null = null;
  for (;;) {
    const pairs = inOrder(list, mentees, mentors);
    const market = marketOf(rows, pairs);
    const before: Answer | null = answer;
    answer = answerTo(market, aims, before, watch);
    if (!answer) return onCandidates(market, aims, watch);
    // With another floor the laws are about other pairs.
    if (before && (before.floor !== answer.floor || before.laws.length !== answer.laws.length)) margins = null;
    draft.partner = partnersOf(market, answer.fit.taken);
    const found = prove(rows, pairs, answer.laws, { before: margins, list, look: looking('fit') });
    margins = found.margins;
    if (found.violation === 0) break;
  }
  const proven = Math.max(...answer.laws.map(({ flow }) => violation(flow)));

  // With all that are just as good; the prices stay.
  const market = marketOf(rows, inOrder(list, mentees, mentors));
  const fit = cheapest(answer.ask(market), { from: carried(answer.market, answer.fit, market), watch });
  // One question was asked for all of these: its time stands with the last.
  finish('count', market, fit.taken, chosen - begin);
  if (aims.spread) finish('spread', market, fit.taken, 0);
  if (aims.floor) finish('floor', market, fit.taken, 0);
  finish('fit', market, fit.taken, performance.now() - chosen);
  const fitted = performance.now();
  draft.certificate = { violation: Math.max(proven, violation(fit)), pairs: allowed, over: 'all' };
  draft.kept = { flow: fit, weights: answer.weights, floor: answer.floor };
  const face = faceOf(fit);
  const tie = cheapest(costing(face, tieOf(market)), { watch, stage: 'tie' });
  const taken = takenBy(face, tie.taken);
  const kept = { ...fit, taken, load: loadOf(market, taken) };
  finish('tie', market, taken, performance.now() - fitted);
  draft.certificate = { ...draft.certificate, violation: Math.max(draft.certificate.violation, violation(tie), violation(kept)) };
  draft.kept = { flow: kept, weights: answer.weights, floor: answer.floor };
  return draft;
}

/** Nobody can go to a mentor without a place. */
function withRoom(rows: Rows): Rows {
  const full = [...rows.capacity.keys()].filter((j) => (rows.capacity[j] as number) < 1);
  if (full.length === 0) return rows;
  return {
    ...rows,
    row(mentee, into) {
      rows.row(mentee, into);
      for (const j of full) into[j] = -1;
    },
  };
}

function marketOf(rows: Rows, pairs: Pairs): Market {
  return { ...rows, ...pairs, open: new Uint8Array(pairs.mentor.length) };
}

function onCandidates(market: Market, aims: Aims, watch?: Watch): Solved {
  const solved = solve(market, aims, watch);
  return { ...solved, certificate: solved.certificate && { ...solved.certificate, over: 'candidates' } };
}

function partnersOf({ mentor }: Market, taken: Int32Array): Int32Array {
  return taken.map((e) => (e < 0 ? -1 : (mentor[e] as number)));
}

function loadOf({ mentors, mentor }: Market, taken: Int32Array): Int32Array {
  const load = new Int32Array(mentors);
  for (const e of taken) if (e >= 0) load[mentor[e] as number] = (load[mentor[e] as number] as number) + 1;
  return load;
}
