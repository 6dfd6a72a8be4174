// A change tried out: the plan as it is beside the plan as it would be. Pure.

import { changesBetween } from '../changes.ts';
import type { Change, Comparison, Measures, Snapshot } from '../solving.ts';
import { changed } from './changed.ts';
import { DIALS, type Dial, type Watch } from '../engine/index.ts';
import { measuresFor } from './measures.ts';
import { planOf } from './plan.ts';
import { solutionOf } from './solution.ts';

export function compared(snapshot: Snapshot, change: Change, watch?: Watch): Comparison {
  const [before, after] = [planOf(snapshot, watch), planOf(changed(snapshot, change), watch)];
  return { before, after, changes: changesBetween(before.pairs, after.pairs) };
}

/** The same people by each setting of the dial. */
export function byDial(snapshot: Snapshot, watch?: Watch): readonly { readonly dial: Dial; readonly measures: Measures }[] {
  return DIALS.map((dial) => ({ dial, measures: measuresFor(solutionOf({ ...snapshot, settings: { ...snapshot.settings, dial } }, watch)) }));
}
