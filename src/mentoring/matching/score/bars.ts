// The hard rules that what two people have told decides. What somebody left open never bars: only known facts do (S4.80).

import type { HardRules } from '../settings/settings.ts';
import { bitsOf, type Facts } from './facts.ts';
import { inCommon } from './hours.ts';

/** In the order in which they are told. */
const NAMES = ['manager', 'unit', 'language', 'seniority', 'hours'] as const;
type Bar = (typeof NAMES)[number];

/** `true`: it stands between the two; `false`: looked at, and it does not; `null`: no rule here, or nothing known. */
export const BARS: Readonly<Record<Bar, (mentee: Facts, mentor: Facts, rules: HardRules) => boolean | null>> = {
  manager(mentee, mentor, rules) {
    if (!rules.manager) return null;
    const known = [met(mentee.manager, mentor.mark), met(mentor.manager, mentee.mark), met(mentee.manager, mentor.manager)];
    return known.includes(true) || (known.includes(false) ? false : null);
  },
  unit: (mentee, mentor, rules) => (rules.unit ? met(mentee.unit, mentor.unit) : null),
  language(mentee, mentor, { language }) {
    if (mentee.languages === 0 || mentor.languages === 0) return null;
    const asked = language === 'shared' ? -1 : bitsOf([language]);
    return (mentee.languages & mentor.languages & asked) === 0;
  },
  seniority(mentee, mentor, { least, most }) {
    if ((least === null && most === null) || mentee.level === null || mentor.level === null) return null;
    const ahead = mentor.level - mentee.level;
    return (least !== null && ahead < least) || (most !== null && ahead > most);
  },
  hours(mentee, mentor, rules) {
    if (rules.hours <= 0 || !mentee.hours || !mentor.hours) return null;
    return inCommon(mentee.hours, mentor.hours) < 2 * rules.hours;
  },
};

/** `null` where one of them is not known. */
function met(a: string, b: string): boolean | null {
  return a === '' || b === '' ? null : a === b;
}

/** Whether any of them, or being one and the same, keeps two people apart. Fast: it is asked of every two. */
export function areApart(rules: HardRules): (mentee: Facts, mentor: Facts) => boolean {
  const inForce: Readonly<Record<Bar, boolean>> = {
    manager: rules.manager,
    unit: rules.unit,
    language: true,
    seniority: rules.least !== null || rules.most !== null,
    hours: rules.hours > 0,
  };
  const bars = NAMES.filter((name) => inForce[name]).map((name) => BARS[name]);
  return (mentee, mentor) => {
    if (mentee.personId === mentor.personId) return true;
    for (const bar of bars) if (bar(mentee, mentor, rules) === true) return true;
    return false;
  };
}
