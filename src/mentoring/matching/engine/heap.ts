// A binary heap of numbered nodes whose keys lie in one array: a node is in it once, and rises when its key falls.

export interface Heap {
  size: number;
  /** The nodes in heap order. */
  readonly nodes: Int32Array;
  /** For each node where it lies in `nodes`, or -1. */
  readonly at: Int32Array;
  readonly key: Float64Array;
}

export function heapOf(key: Float64Array): Heap {
  return { size: 0, nodes: new Int32Array(key.length), at: new Int32Array(key.length).fill(-1), key };
}

/** Puts a node in, or lets it rise to its new, lower key. */
export function raise(heap: Heap, node: number): void {
  const { nodes, at, key } = heap;
  let place = at[node] as number;
  if (place < 0) place = heap.size++;
  const mine = key[node] as number;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = nodes[above] as number;
    if ((key[other] as number) <= mine) break;
    nodes[place] = other;
    at[other] = place;
    place = above;
  }
  nodes[place] = node;
  at[node] = place;
}

/** Takes out the node with the lowest key. The heap must not be empty. */
export function lowest(heap: Heap): number {
  const { nodes, at, key } = heap;
  const top = nodes[0] as number;
  at[top] = -1;
  const size = --heap.size;
  if (size === 0) return top;
  const last = nodes[size] as number;
  const mine = key[last] as number;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= size) break;
    let child = nodes[below] as number;
    if (below + 1 < size) {
      const right = nodes[below + 1] as number;
      if ((key[right] as number) < (key[child] as number)) {
        child = right;
        below++;
      }
    }
    if ((key[child] as number) >= mine) break;
    nodes[place] = child;
    at[child] = place;
    place = below;
  }
  nodes[place] = last;
  at[last] = place;
  return top;
}

export function empty(heap: Heap): void {
  for (let place = 0; place < heap.size; place++) heap.at[heap.nodes[place] as number] = -1;
  heap.size = 0;
}
