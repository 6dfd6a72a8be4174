// A question half answered: who holds which place, and at what prices, so that all that is held is the cheapest at these prices.

import type { Question } from './flow.ts';

/** `taken` of a mentee for whom nothing is decided yet. */
export const FREE = -2;

export interface Network {
  readonly question: Question;
  readonly taken: Int32Array;
  readonly price: Float64Array;
  /** Places that are paid for at each mentor, and how many of them no mentee holds: these must be filled or given back. */
  readonly load: Int32Array;
  readonly lack: Int32Array;
  /** What the next free place of each mentor costs, or `Infinity`. */
  readonly next: Float64Array;
  /** The mentees of each mentor as a list linked both ways, -1 at its ends. */
  readonly head: Int32Array;
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** Mentees still free, and places lacking a mentee, in all. */
  free: number;
  lacking: number;
}

export interface Start {
  readonly mentorPrice: Float64Array;
  readonly taken: Int32Array;
}

/** Keeps of an earlier answer what is still the cheapest at its prices; without one, nothing is decided. */
export function networkOf(question: Question, from?: Start): Network {
  const { mentees, mentors } = question;
  const network: Network = {
    question,
    taken: new Int32Array(mentees).fill(FREE),
    price: from ? from.mentorPrice.slice() : openingPrices(question),
    load: new Int32Array(mentors),
    lack: new Int32Array(mentors),
    next: new Float64Array(mentors),
    head: new Int32Array(mentors).fill(-1),
    after: new Int32Array(mentees),
    before: new Int32Array(mentees),
    free: mentees,
    lacking: 0,
  };
  if (from) keep(network, from.taken);
  payPlaces(network);
  return network;
}

/** The most a first mentee may pay while the place is free. */
export function openingPrices({ mentors, place, placeCost }: Question): Float64Array {
  const price = new Float64Array(mentors);
  for (let j = 0; j < mentors; j++) {
    let first = place[j] as number;
    const end = place[j + 1] as number;
    while (first < end && placeCost[first] === -Infinity) first++;
    if (first < end) price[j] = placeCost[first] as number;
  }
  return price;
}

function keep(network: Network, taken: Int32Array): void {
  const { question, price } = network;
  const { first, mentor, cost, without } = question;
  const room = new Int32Array(question.mentors);
  for (let j = 0; j < question.mentors; j++) room[j] = placesUpTo(question, j, price[j] as number);
  for (let i = 0; i < question.mentees; i++) {
    let best = without[i] as number;
    for (let e = first[i] as number, end = first[i + 1] as number; e < end; e++) {
      const offer = (cost[e] as number) + (price[mentor[e] as number] as number);
      if (offer < best) best = offer;
    }
    const e = taken[i] as number;
    if (e < 0) {
      if (e === -1 && best === without[i] && best < Infinity) settle(network, i);
      continue;
    }
    const j = mentor[e] as number;
    if ((cost[e] as number) + (price[j] as number) > best || best === Infinity || (room[j] as number) === 0) continue;
    room[j] = (room[j] as number) - 1;
    link(network, i, e);
    network.free--;
  }
}

/** Places of a mentor that cost no more than a price: they come first, because costs never fall. */
function placesUpTo({ place, placeCost }: Question, j: number, price: number): number {
  let count = 0;
  for (let at = place[j] as number; at < (place[j + 1] as number) && (placeCost[at] as number) <= price; at++) count++;
  return count;
}

/** Pays for every place held, and for every one that costs less than its mentor's price. */
function payPlaces(network: Network): void {
  const { question, price, load, lack, head, after } = network;
  const { place, placeCost } = question;
  for (let j = 0; j < question.mentors; j++) {
    let held = 0;
    for (let i = head[j] as number; i >= 0; i = after[i] as number) held++;
    let paid = held;
    const places = (place[j + 1] as number) - (place[j] as number);
    while (paid < places && (placeCost[(place[j] as number) + paid] as number) < (price[j] as number)) paid++;
    load[j] = paid;
    lack[j] = paid - held;
    network.lacking += paid - held;
    nextPlace(network, j);
  }
}

export function nextPlace({ question, load, next }: Network, j: number): void {
  const at = (question.place[j] as number) + (load[j] as number);
  next[j] = at < (question.place[j + 1] as number) ? (question.placeCost[at] as number) : Infinity;
}

/** Mentee `i` takes pair `e`. Whose place it is, the caller counts. */
export function link({ question, taken, head, after, before }: Network, i: number, e: number): void {
  const j = question.mentor[e] as number;
  const old = head[j] as number;
  taken[i] = e;
  after[i] = old;
  before[i] = -1;
  if (old >= 0) before[old] = i;
  head[j] = i;
}

export function unlink({ question, taken, head, after, before }: Network, i: number): void {
  const next = after[i] as number;
  const last = before[i] as number;
  if (next >= 0) before[next] = last;
  if (last >= 0) after[last] = next;
  else head[question.mentor[taken[i] as number] as number] = next;
}

/** A free mentee stays without. */
export function settle(network: Network, i: number): void {
  network.taken[i] = -1;
  network.free--;
}

/** Takes place at mentor `j` if one can be had at the price of now. */
export function enter(network: Network, i: number, e: number): boolean {
  const { load, lack, next, price } = network;
  const j = network.question.mentor[e] as number;
  if ((lack[j] as number) > 0) {
    lack[j] = (lack[j] as number) - 1;
    network.lacking--;
  } else if (next[j] === price[j]) {
    load[j] = (load[j] as number) + 1;
    nextPlace(network, j);
  } else return false;
  link(network, i, e);
  network.free--;
  return true;
}
