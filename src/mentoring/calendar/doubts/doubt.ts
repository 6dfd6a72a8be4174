// What may be wrong with a calendar, and what could be done about it: said before it is published, never mended silently.

import type { Text } from '../../../bot/views/text.ts';
import type { Civil } from '../../../time.ts';
import type { Audience, PartName, PlanMilestone } from '../plan.ts';

/** A milestone by id, with its title where it is none of the manual's; `cohort` where it is another cohort's. */
export type Place = Pick<PlanMilestone, 'id' | 'title'> & { readonly cohort?: string };

/** A proposal to decide about: another day for a milestone, other people for a part of it, or one day for two gatherings (Q8). */
export type Mend =
  | { readonly milestone: string; readonly title?: string | undefined; readonly from: Civil; readonly until: Civil }
  | { readonly milestone: string; readonly part: PartName; readonly audience: readonly Audience[]; readonly instead: Audience }
  | { readonly together: readonly [first: Place, second: Place] };

interface About {
  /** `mend`: people would be hurt by it. `look`: good to know, and often as it should be. */
  readonly severity: 'mend' | 'look';
  /** The own one first. */
  readonly milestones: readonly [Place, ...Place[]];
  readonly day: Civil;
  readonly mend?: Mend;
}

export type Doubt = About &
  (
    | { readonly kind: 'same-day'; readonly sameHours: boolean }
    /** One event for both cohorts, on two days (S2.6). */
    | { readonly kind: 'apart'; readonly theirs: Civil }
    | { readonly kind: 'order' }
    | { readonly kind: 'weekend' }
    /** The evening of a fixed date (Q4). */
    | { readonly kind: 'friday' }
    | { readonly kind: 'holiday'; readonly holiday: Text }
    | { readonly kind: 'week-holiday'; readonly holidays: readonly { readonly day: Civil; readonly name: Text }[] }
    /** In working days: what there is from `day` to `until`, and what two answers need. */
    | { readonly kind: 'reply-window'; readonly until: Civil; readonly working: number; readonly each: number }
    | { readonly kind: 'nobody'; readonly part: PartName; readonly audience: Audience }
    | { readonly kind: 'written'; readonly written: string }
  );
