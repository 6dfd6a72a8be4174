// One shortest path through a half answered question: from a free mentee, over mentors and those who would have to move for
// her, to a place that can be had (Dijkstra with prices). The "sink" is where all places and all who stay without end.

import { BotError } from '../../../fault.ts';
import { heapOf, empty as emptyHeap, lowest, raise } from './heap.ts';
import { link, type Network, nextPlace, unlink } from './network.ts';

/** Marks a mentor reached from the sink: by giving back a place. */
const GIVEN_BACK = -2;

export const FROM_SINK = -1;

/** Makes the search that gives one free mentee, or the sink, its cheapest way, and brings the prices along. */
export function searcher(network: Network): (source: number) => void {
  const { question, taken, price, load, lack, next, head, after } = network;
  const { mentees, mentors, first, mentor, cost, without, place, placeCost } = question;
  const sink = mentors;
  const dist = new Float64Array(mentors + 1).fill(Infinity);
  const via = new Int32Array(mentors + 1);
  const by = new Int32Array(mentors + 1);
  const heap = heapOf(dist);
  // Nodes as far away as the one just left: they need no heap.
  const ready = new Int32Array(mentors + 1);
  const touched = new Int32Array(mentors + 1);
  const scanned = new Int32Array(mentors + 1);
  let readies = 0;
  let touches = 0;
  let scans = 0;
  let here = -Infinity;
  let bound = Infinity;
  let end = -1;
  let sinkEnds = true;

  /** A shorter way to a node: remembered, and either an end or a step on the way. */
  function reach(node: number, distance: number, ends: boolean): void {
    if (dist[node] === Infinity) touched[touches++] = node;
    dist[node] = distance;
    if (ends) {
      bound = distance;
      end = node;
    } else if (distance === here && (heap.at[node] as number) < 0) ready[readies++] = node;
    else raise(heap, node);
  }

  function reachSink(distance: number, from: number): void {
    if (distance >= (dist[sink] as number) || distance >= bound) return;
    by[sink] = from;
    reach(sink, distance, sinkEnds);
  }

  /** Where mentee `i` could go, with `offset` for her own distance less her price. */
  function relax(i: number, offset: number): void {
    if (taken[i] !== -1) reachSink(offset + (without[i] as number), ~i);
    for (let e = first[i] as number, last = first[i + 1] as number; e < last; e++) {
      const j = mentor[e] as number;
      const distance = offset + (cost[e] as number) + (price[j] as number);
      if (distance >= (dist[j] as number) || distance >= bound) continue;
      via[j] = e;
      by[j] = i;
      const lacking = (lack[j] as number) > 0;
      if (!lacking) reachSink(distance + ((next[j] as number) - (price[j] as number)), j);
      if (lacking || distance < bound) reach(j, distance, lacking);
    }
  }

  /** From the sink: any place that is paid for may be given back, and anyone without may look for one. */
  function relaxSink(distance: number): void {
    for (let j = 0; j < mentors; j++) {
      const paid = load[j] as number;
      if (paid === 0) continue;
      const farther = distance + ((price[j] as number) - (placeCost[(place[j] as number) + paid - 1] as number));
      if (farther >= (dist[j] as number) || farther >= bound) continue;
      via[j] = GIVEN_BACK;
      reach(j, farther, (lack[j] as number) > 0);
    }
    for (let i = 0; i < mentees; i++) if (taken[i] === -1) relax(i, distance - (without[i] as number));
  }

  function explore(source: number): void {
    if (source === FROM_SINK) reach(sink, 0, false);
    else relax(source, 0);
    for (;;) {
      let node: number;
      if (readies > 0) node = ready[--readies] as number;
      else if (heap.size > 0) {
        node = lowest(heap);
        here = dist[node] as number;
      } else break;
      if (here >= bound) break;
      scanned[scans++] = node;
      if (node === sink) relaxSink(here);
      else {
        const offset = here - (price[node] as number);
        for (let i = head[node] as number; i >= 0; i = after[i] as number) relax(i, offset - (cost[taken[i] as number] as number));
      }
    }
  }

  /** Whoever is nearer than the end may ask as much more as that. Prices count from the sink, which stays at 0. */
  function reprice(): void {
    let fall = 0;
    for (let s = 0; s < scans; s++) if (scanned[s] === sink) fall = bound - (dist[sink] as number);
    for (let s = 0; s < scans; s++) {
      const node = scanned[s] as number;
      if (node !== sink) price[node] = (price[node] as number) + (bound - (dist[node] as number));
    }
    if (fall > 0) for (let j = 0; j < mentors; j++) price[j] = (price[j] as number) - fall;
  }

  function augment(source: number): void {
    let node = end;
    if (node !== sink) {
      lack[node] = (lack[node] as number) - 1;
      network.lacking--;
    }
    for (;;) {
      if (node === sink) {
        if (source === FROM_SINK) return;
        const from = by[sink] as number;
        if (from >= 0) {
          load[from] = (load[from] as number) + 1;
          nextPlace(network, from);
          node = from;
        } else {
          const i = ~from;
          const old = taken[i] as number;
          if (old >= 0) unlink(network, i);
          taken[i] = -1;
          if (i === source) return;
          node = mentor[old] as number;
        }
      }
      const e = via[node] as number;
      if (e === GIVEN_BACK) {
        load[node] = (load[node] as number) - 1;
        nextPlace(network, node);
        node = sink;
        continue;
      }
      const i = by[node] as number;
      const old = taken[i] as number;
      if (old >= 0) unlink(network, i);
      link(network, i, e);
      if (i === source) return;
      node = old >= 0 ? (mentor[old] as number) : sink;
    }
  }

  return (source) => {
    sinkEnds = network.free > network.lacking;
    explore(source);
    if (bound === Infinity) throw new BotError('bug', 'a matching question without any answer');
    reprice();
    augment(source);
    if (source !== FROM_SINK) network.free--;
    for (let t = 0; t < touches; t++) dist[touched[t] as number] = Infinity;
    emptyHeap(heap);
    readies = touches = scans = 0;
    here = -Infinity;
    bound = Infinity;
    end = -1;
  };
}
