// The prices of an answer held against all pairs, a row at a time: which of those that were left out would have mattered?

import type { Flow } from './flow.ts';
import type { Rows } from './market.ts';
import { gather, type Gathered, type Pairs } from './pairs.ts';

/** Prices that ought to hold for all pairs of some scores. */
export interface Law {
  readonly flow: Flow;
  /** For each score what a pair costs, `Infinity` where the law says nothing of it. */
  readonly cost: Float64Array;
  /** Whether pairs that are just as good must be known as well. */
  readonly equals: boolean;
}

/** How far a row's pairs were from mattering when it was last looked at, so that it need not always be looked at again. */
export interface Margin {
  readonly left: Float64Array;
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

export interface Findings {
  /** The worst breach of a law among the pairs left out: 0 is a proof. */
  readonly violation: number;
  /** For each law, to be handed in with its next answer. */
  readonly margins: readonly Margin[];
}

/** New pairs that one mentee may bring at a time: if all are equal, they would be all there are. */
const PER_MENTEE = 64;

interface Round {
  readonly before: readonly Margin[] | null;
  /** Where to add what would have mattered. */
  readonly list: Gathered;
  readonly look: (done: number) => void;
}

/** Looks at every pair not in `known` that might break a law. */
export function prove(rows: Rows, known: Pairs, laws: readonly Law[], { before, list, look }: Round): Findings {
  const { mentees, mentors } = rows;
  const row = new Int32Array(mentors);
  const tables = laws.map(({ cost }) => Float64Array.of(Infinity, ...cost));
  const margins = laws.map(({ flow }, law) => after(flow, before?.[law]));
  let violation = 0;
  for (let i = 0; i < mentees; i++) {
    if (before && margins.every(({ left }, law) => (left[i] as number) > 0 || (left[i] === 0 && !laws[law]?.equals))) continue;
    look(i);
    rows.row(i, row);
    for (let e = known.first[i] as number; e < (known.first[i + 1] as number); e++) row[known.mentor[e] as number] = -1;
    laws.forEach(({ flow, equals }, law) => {
      const mine = flow.menteePrice[i] as number;
      const { least, below } = scan(row, tables[law] as Float64Array, flow.mentorPrice, { limit: equals ? mine : mine - 1, mentee: i, list });
      (margins[law] as Margin).left[i] = least - mine;
      if (below < mine) violation = Math.max(violation, mine - below);
    });
  }
  return { violation, margins };
}

/** What an earlier look still says at the prices of now. */
function after({ menteePrice, mentorPrice }: Flow, margin: Margin | undefined): Margin {
  if (!margin) return { left: new Float64Array(menteePrice.length).fill(-Infinity), menteePrice, mentorPrice };
  let fall = 0;
  for (let j = 0; j < mentorPrice.length; j++) fall = Math.max(fall, (margin.mentorPrice[j] as number) - (mentorPrice[j] as number));
  const left = margin.left.map((was, i) => was - fall - Math.max(0, (menteePrice[i] as number) - (margin.menteePrice[i] as number)));
  return { left, menteePrice, mentorPrice };
}

interface Search {
  /** A pair at this price or below is one to know of. */
  readonly limit: number;
  readonly mentee: number;
  readonly list: Gathered;
}

/** The least offer among pairs that stay unknown, and the least of all. */
function scan(row: Int32Array, table: Float64Array, price: Float64Array, { limit, mentee, list }: Search): { readonly least: number; readonly below: number } {
  let least = Infinity;
  let below = Infinity;
  let room = PER_MENTEE;
  for (let j = 0; j < row.length; j++) {
    const offer = (table[(row[j] as number) + 1] as number) + (price[j] as number);
    if (offer >= least) continue;
    if (offer < below) below = offer;
    if (offer <= limit && room > 0) {
      gather(list, mentee, j, row[j] as number);
      room--;
    } else least = offer;
  }
  return { least, below };
}
