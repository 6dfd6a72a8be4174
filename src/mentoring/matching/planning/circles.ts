// Peer circles by the same scores and rules: how well two mentees could learn from each other. Pure.

import { circlesOf } from '../engine/index.ts';
import { both, isMentee, standingOf } from '../rules.ts';
import { scorerOf } from '../score/index.ts';
import type { Questions, Snapshot } from '../solving.ts';

/** Among the mentees of a cohort. A fit counts both ways, as peers learn from each other. */
export function circlesIn(snapshot: Snapshot, size: number): Questions['circles']['answer'] {
  const { settings, startsOn } = snapshot;
  const people = snapshot.members.filter(isMentee).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  // Who has come how far, and who is whose manager's colleague, is no matter among peers.
  const rules = { ...settings.rules, least: null, most: null };
  const scorer = scorerOf({ mentees: people, mentors: people, settings: { ...settings, rules }, startsOn });
  const { forbidden } = standingOf([], [], snapshot.rules);
  const table = people.map((_, row) => {
    const scores = new Int32Array(people.length);
    scorer.row(row, scores);
    return scores;
  });
  const rows = new Map(people.map(({ id }, row) => [id, row]));
  const fit = (a: string, b: string) => {
    const apart = forbidden.has(both({ menteeId: a, mentorId: b })) || forbidden.has(both({ menteeId: b, mentorId: a }));
    const [one = -1, other = -1] = [table[rows.get(a) ?? -1]?.[rows.get(b) ?? -1], table[rows.get(b) ?? -1]?.[rows.get(a) ?? -1]];
    return apart || one < 0 || other < 0 ? -1 : Math.round((one + other) / 2);
  };
  const found = circlesOf({ people: people.map(({ id }) => id), fit, size });
  return { circles: found.circles.map((ids) => ({ ids, score: meanFit(ids, fit) })), left: found.left };
}

function meanFit(ids: readonly string[], fit: (a: string, b: string) => number): number {
  const fits = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => fit(a, b)));
  return fits.length === 0 ? 0 : Math.round(fits.reduce((sum, one) => sum + one, 0) / fits.length);
}
