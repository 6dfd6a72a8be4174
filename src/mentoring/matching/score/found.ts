// How much of a handful of words stands in another text, where a rare word counts more than one that everybody uses.

import type { Counts, Lexicon } from './lexicon.ts';
import { addingTo, type Rarity, rarityOf, setVector } from './sparse.ts';

/** So many words found again, of average rarity, are as good as can be: nobody gains by writing more, or loses by writing little. */
const ENOUGH = 3;

export interface Found {
  /** Writes for each mentor the share of the mentee's words that are found there, and the other way round. */
  look(mentee: number, mine: Float64Array, theirs: Float64Array): void;
}

export function foundAgain(lexicon: Lexicon, wanted: readonly Counts[], had: readonly Counts[]): Found {
  const rarity = rarityOf([...wanted, ...had], lexicon);
  const wishes = wanted.map((counts) => setVector(counts, rarity));
  const add = addingTo(
    had.map((counts) => setVector(counts, rarity)),
    lexicon.size(),
  );
  const [mostMine, mostTheirs] = [wanted, had].map((texts) => Float64Array.from(texts, (counts) => mostOf(counts, rarity))) as [Float64Array, Float64Array];
  const sums = new Float64Array(had.length);
  return {
    look(mentee, mine, theirs) {
      sums.fill(0);
      const wish = wishes[mentee];
      if (wish) add(wish, sums);
      const most = mostMine[mentee] as number;
      for (let mentor = 0; mentor < had.length; mentor++) {
        const sum = sums[mentor] as number;
        mine[mentor] = share(sum, most);
        theirs[mentor] = share(sum, mostTheirs[mentor] as number);
      }
    },
  };
}

function share(found: number, most: number): number {
  return most === 0 ? 0 : Math.min(1, found / most);
}

/** What can be found at the most. */
function mostOf(counts: Counts, rarity: Rarity): number {
  let all = 0;
  for (const term of counts.keys()) all += rarity[term] as number;
  return counts.size === 0 ? 0 : (all / counts.size) * Math.min(counts.size, ENOUGH);
}
