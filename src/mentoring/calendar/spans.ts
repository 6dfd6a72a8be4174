// The spans of days by which calendar, gatherings and moments agree.

/** The talk of three is offered to all pairs so many days before it ends, and is open to each pair all along (S2.20). */
export const TALK_DAYS = 28;

/** A programme counts as newly started until its kick-off is so many days past (Q8). */
export const NEW_DAYS = 60;

/** Where a calendar has no results, they count as due so many days before the kick-off. */
export const LEAD_DAYS = 42;
