// Made-up markets with few candidates each, as an index of topics, languages and zones would find them.

import type { Market } from '../../src/mentoring/matching/engine/index.ts';
import { hashOf } from '../../src/mentoring/matching/hash.ts';
import { chanceOf } from '../../src/runtime/simulate/chance.ts';
import { people } from './people.ts';

/** Each mentee has so many mentors by chance, with scores by chance: as good as always all can be matched. */
export function sparse(count: number, seed: number, each = 50): Market {
  const chance = chanceOf('sparse', count, seed);
  const width = Math.min(each, count);
  const market = emptyMarket(count, seed, count * width);
  const chosen = new Set<number>();
  for (let mentee = 0, at = 0; mentee < count; mentee++) {
    chosen.clear();
    while (chosen.size < width) chosen.add(chance.whole(0, count - 1));
    for (const mentor of Int32Array.from(chosen).sort()) {
      market.mentor[at] = mentor;
      market.score[at++] = chance.whole(0, market.top);
    }
    market.first[mentee + 1] = at;
  }
  return market;
}

/** People as in `people`: of so many met by chance, the best fifty who are allowed. Some mentees cannot be matched. */
export function scarce(count: number, seed: number, each = 50, met = 300): Market {
  const chance = chanceOf('scarce', count, seed);
  const all = people(count, seed);
  const market = emptyMarket(count, seed, count * Math.min(each, count));
  const chosen = new Set<number>();
  const scores = new Int32Array(Math.min(met, count));
  let at = 0;
  for (let mentee = 0; mentee < count; mentee++) {
    chosen.clear();
    while (chosen.size < scores.length) chosen.add(chance.whole(0, count - 1));
    const mentors = Int32Array.from(chosen).sort();
    all.some(mentee, mentors, scores);
    const least = scores.toSorted().at(-Math.min(each, scores.length)) as number;
    let room = each;
    for (let k = 0; k < mentors.length; k++) {
      const score = scores[k] as number;
      if (score < 0 || score < least || room === 0) continue;
      market.mentor[at] = mentors[k] as number;
      market.score[at++] = score;
      room--;
    }
    market.first[mentee + 1] = at;
  }
  return { ...market, mentor: market.mentor.slice(0, at), score: market.score.slice(0, at), open: market.open.slice(0, at) };
}

function emptyMarket(count: number, seed: number, pairs: number): Market {
  const keys = (kind: string) => Uint32Array.from({ length: count }, (_, at) => hashOf(`${seed}/${kind}/${at}`) % 2 ** 32);
  return {
    mentees: count,
    mentors: count,
    capacity: new Int32Array(count).fill(1),
    held: new Int32Array(count),
    first: new Int32Array(count + 1),
    mentor: new Int32Array(pairs),
    score: new Int32Array(pairs),
    top: 1000,
    open: new Uint8Array(pairs),
    priority: new Uint8Array(count),
    menteeKey: keys('mentee'),
    mentorKey: keys('mentor'),
  };
}
