// How many possible pairs of a cohort each rule keeps apart, whatever the others say. Pure.

import { isMentee, isMentor } from '../rules.ts';
import { BARS } from '../score/bars.ts';
import { factsOf } from '../score/facts.ts';
import type { Snapshot } from '../solving.ts';
import { isOn, type RuleName, RULES } from './words.ts';

export interface Apart {
  /** Everybody who could be somebody's mentee, times everybody who could be their mentor. */
  readonly pairs: number;
  /** Of the rules that are on; `null` where there are too many to count while somebody waits. */
  readonly out: ReadonlyMap<RuleName, number> | null;
}

/** A cohort of two thousand on each side is counted in a moment. */
const MOST_PAIRS = 4_000_000;

export function heldApart({ members, earlier, settings: { rules }, startsOn }: Pick<Snapshot, 'members' | 'earlier' | 'settings' | 'startsOn'>): Apart {
  const facts = (of: Snapshot['members']) => of.map((member) => factsOf(member, startsOn));
  const [mentees, mentors] = [facts(members.filter(isMentee)), facts(members.filter(isMentor))];
  const themselves = members.filter((one) => isMentee(one) && isMentor(one)).length;
  const pairs = mentees.length * mentors.length - themselves;
  if (pairs > MOST_PAIRS) return { pairs, out: null };
  const [asked, asking] = [new Set(mentees.map(({ personId }) => personId)), new Set(mentors.map(({ personId }) => personId))];
  const again = new Set(earlier.filter(([mentee, mentor]) => asked.has(mentee) && asking.has(mentor)).map((two) => two.join(' '))).size;
  const count = (rule: RuleName): number => {
    if (rule === 'again') return again;
    let out = 0;
    for (const mentee of mentees) for (const mentor of mentors) if (mentee.personId !== mentor.personId && BARS[rule](mentee, mentor, rules) === true) out++;
    return out;
  };
  return { pairs, out: new Map(RULES.filter((rule) => isOn(rule, rules)).map((rule) => [rule, count(rule)])) };
}
