// What is different between two matchings. Pure.

import type { Comparison, Two } from './solving.ts';

/** Whose mentor would be another one, or nobody, or somebody at last; by mentee. */
export function changesBetween(before: readonly Two[], after: readonly Two[]): Comparison['changes'] {
  const [then, now] = [asMap(before), asMap(after)];
  const all = [...new Set([...then.keys(), ...now.keys()])].sort();
  return all.flatMap((menteeId) => {
    const [from, to] = [then.get(menteeId) ?? null, now.get(menteeId) ?? null];
    return from === to ? [] : [{ menteeId, from, to }];
  });
}

function asMap(pairs: readonly Two[]): ReadonlyMap<string, string> {
  return new Map(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
}
