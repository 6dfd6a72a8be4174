// The cheapest way to give mentees a mentor, with the prices that prove it: what every stage, what-if and re-match starts from.

/**
 * One linear question about a market: each mentee takes one pair or stays without, each mentor has places that may cost.
 * Costs are whole numbers below 2^53 in every sum; `Infinity` forbids a pair.
 */
export interface Question {
  readonly mentees: number;
  readonly mentors: number;
  readonly first: Int32Array;
  readonly mentor: Int32Array;
  readonly cost: Float64Array;
  /** For each mentee the cost of staying without; `Infinity`: must be matched. */
  readonly without: Float64Array;
  /** Places of mentor `j`: `place[j]` to `place[j + 1] - 1` in `placeCost`, never falling; `-Infinity`: must be taken, and costs nothing. */
  readonly place: Int32Array;
  readonly placeCost: Float64Array;
}

/** What puts one aim before the other in a question. */
export interface Weights {
  /** What a mentor's second place costs more than the first, and the third more than the second. */
  readonly step: number;
  /** What staying without costs, and how much more for each step of priority. */
  readonly without: number;
  readonly priority: number;
}

/** An optimal answer. All arrays may be copied and changed by whoever goes on from it. */
export interface Flow {
  readonly question: Question;
  /** For each mentee the index of the pair taken, or -1 for none. */
  readonly taken: Int32Array;
  /** For each mentor the number of mentees. */
  readonly load: Int32Array;
  /**
   * Prices (dual values). For every pair e of mentee i and mentor j: cost[e] + mentorPrice[j] >= menteePrice[i], and equal
   * where it is taken; menteePrice[i] <= without[i], and equal where i stays without; mentorPrice[j] is at least the cost of
   * the last place taken at j, and at most that of the next free one (no bound where there is no such place).
   */
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
  /** The sum of all costs but those of places that must be taken. */
  readonly value: number;
}
