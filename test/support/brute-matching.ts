// Small matching problems by chance, and their best answer by trying every way there is.

import fc from 'fast-check';
import type { Aims, Market } from '../../src/mentoring/matching/engine/market.ts';
import { tieOf } from '../../src/mentoring/matching/engine/tie.ts';

/** For each mentee the mentor, or -1. */
type Partner = readonly number[];

/** Every way to pair people within the mentors' places. */
export function* everyMatching(market: Market): Generator<Partner> {
  const load = new Int32Array(market.mentors);
  const partner: number[] = [];
  function* from(i: number): Generator<Partner> {
    if (i === market.mentees) {
      yield partner;
      return;
    }
    partner[i] = -1;
    yield* from(i + 1);
    for (const e of pairsOf(market, i)) {
      const j = market.mentor[e] as number;
      if ((load[j] as number) >= (market.capacity[j] as number)) continue;
      load[j] = (load[j] as number) + 1;
      partner[i] = j;
      yield* from(i + 1);
      load[j] = load[j] - 1;
    }
  }
  yield* from(0);
}

function pairsOf({ first }: Market, i: number): readonly number[] {
  const from = first[i] as number;
  return Array.from({ length: (first[i + 1] as number) - from }, (_, at) => from + at);
}

/** What a matching is worth, aim by aim; at the first difference less is better. */
export function worthOf(market: Market, aims: Aims, partner: Partner): readonly number[] {
  const { top, score, open, mentor, priority } = market;
  const tie = tieOf(market);
  const pairs = partner.flatMap((j, i) => (j < 0 ? [] : [{ i, e: pairsOf(market, i).find((e) => mentor[e] === j) as number }]));
  const loads = Array.from({ length: market.mentors }, (_, j) => partner.filter((other) => other === j).length);
  const power = { total: 1, balanced: 2, even: 3, leximin: 1 }[aims.dial];
  const bonus = aims.keep === Infinity ? 0 : aims.keep;
  const levels = pairs.map(({ e }) => Math.min(top, (score[e] as number) + bonus * (open[e] as number))).sort((a, b) => a - b);
  const sum = (worth: (pair: { i: number; e: number }) => number) => pairs.reduce((total, pair) => total + worth(pair), 0);
  return [
    -pairs.length,
    -sum(({ i }) => (priority[i] === 2 ? 1 : 0)),
    -sum(({ i }) => (priority[i] === 1 ? 1 : 0)),
    aims.spread ? loads.reduce((total, load, j) => total + load * ((market.held[j] as number) + (load - 1) / 2), 0) : 0,
    aims.floor ? -Math.min(...pairs.map(({ e }) => score[e] as number), top) : 0,
    aims.keep === Infinity ? -sum(({ e }) => open[e] as number) : 0,
    ...(aims.dial === 'leximin' ? levels.map((level) => -level) : []),
    sum(({ e }) => (top - (score[e] as number)) ** power - bonus * top ** (power - 1) * (open[e] as number)),
    sum(({ i, e }) => tie(e, i)),
  ];
}

/** `may`: what else a matching must be. */
export function bestByForce(
  market: Market,
  aims: Aims,
  may: (partner: Partner) => boolean = () => true,
): { readonly partner: Partner; readonly worth: readonly number[] } {
  let best: { partner: Partner; worth: readonly number[] } | undefined;
  for (const partner of everyMatching(market)) {
    if (!may(partner)) continue;
    const worth = worthOf(market, aims, partner);
    if (!best || less(worth, best.worth)) best = { partner: [...partner], worth };
  }
  if (!best) throw new Error('no matching at all');
  return best;
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((own, index) => own !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** Up to `most` people a side, few distinct scores, so that there are many ties. */
export function someMarket(most = 5): fc.Arbitrary<Market> {
  return fc
    .record({
      mentees: fc.array(fc.record({ key: fc.nat(0xffffffff), priority: fc.constantFrom(0, 0, 1, 2) }), { maxLength: most }),
      mentors: fc.array(fc.record({ key: fc.nat(0xffffffff), capacity: fc.integer({ min: 0, max: 3 }), held: fc.constantFrom(0, 0, 0, 1, 2) }), {
        maxLength: most,
      }),
      density: fc.constantFrom(0.2, 0.4, 0.7, 1),
      scores: fc.constantFrom([500], [0, 1000], [0, 250, 500, 750, 1000], [100, 101, 102, 899, 900, 950]),
      cells: fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), score: fc.nat(5), open: fc.constantFrom(0, 0, 0, 1) }), {
        minLength: most * most,
        maxLength: most * most,
      }),
    })
    .map(({ mentees, mentors, density, scores, cells }): Market => {
      const first = [0];
      const pairs: { readonly mentor: number; readonly score: number; readonly open: number }[] = [];
      mentees.forEach((_, i) => {
        mentors.forEach((_, j) => {
          const cell = cells[i * most + j];
          if (cell && cell.chance <= density) pairs.push({ mentor: j, score: scores[cell.score % scores.length] as number, open: cell.open });
        });
        first.push(pairs.length);
      });
      return {
        ...{ mentees: mentees.length, mentors: mentors.length, top: 1000 },
        capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
        held: Int32Array.from(mentors, ({ held }) => held),
        first: Int32Array.from(first),
        mentor: Int32Array.from(pairs, ({ mentor }) => mentor),
        score: Int32Array.from(pairs, ({ score }) => score),
        open: Uint8Array.from(pairs, ({ open }) => open),
        priority: Uint8Array.from(mentees, ({ priority }) => priority),
        menteeKey: Uint32Array.from(mentees, ({ key }) => key),
        mentorKey: Uint32Array.from(mentors, ({ key }) => key),
      };
    });
}

export const someAims: fc.Arbitrary<Aims> = fc.record({
  spread: fc.boolean(),
  floor: fc.boolean(),
  dial: fc.constantFrom('total', 'balanced', 'even', 'leximin'),
  keep: fc.constantFrom(0, 50, 300, Infinity),
});
