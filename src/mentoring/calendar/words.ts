// Milestones and their rules in words: what the manual's are called, and "second Thursday of September".

import { quote, say, type Text } from '../../bot/views/text.ts';
import type { PlanMilestone } from './plan.ts';
import type { Rule, WeekPolicy } from './rule.ts';

type Named = Pick<PlanMilestone, 'id' | 'title'>;

const MANUAL = [
  'call',
  'mingle',
  'matching-ready',
  'results',
  'mentee-training',
  'mentor-training',
  'kickoff',
  'mid-gathering',
  'mid-evening',
  'closing',
  'closing-evening',
  'three-party-talk',
] as const;

/** As a heading or a list begins it: "Kick-off". What the manual does not know is called as its file calls it. */
export function milestoneName(one: Named): Text {
  return called('name', one);
}

/** Within a sentence: "the kick-off". */
export function theMilestone(one: Named): Text {
  return called('the', one);
}

/** After "after" and "before": "the kick-off", "del encuentro". */
export function ofMilestone(one: Named): Text {
  return called('of', one);
}

function called(form: 'name' | 'the' | 'of', { id, title }: Named): Text {
  const known = title === undefined ? MANUAL.find((name) => name === id) : undefined;
  if (known) return say(`calendar.${form}.${known}`);
  const number = title === undefined ? /^pair-meeting-(\d{1,2})$/.exec(id)?.[1] : undefined;
  if (number) return say(`calendar.${form}.pair-meeting`, { n: Number(number) });
  return form === 'name' ? quote(title ?? id) : say(`calendar.${form}.other`, { title: quote(title ?? id) });
}

/** `all`: where the milestones that a rule names find their titles; the manual's need none. */
export function ruleWords(rule: Rule, weeks: WeekPolicy, all: readonly Named[] = []): Text {
  const named = (id: string) => all.find((one) => one.id === id) ?? { id };
  if (rule.kind === 'between') return say('calendar.rule.between', { from: theMilestone(named(rule.from)), until: theMilestone(named(rule.until)) });
  if (rule.kind === 'after') {
    if (rule.days === 0) return say('calendar.rule.same', { milestone: theMilestone(named(rule.milestone)) });
    const [n, milestone] = [Math.abs(rule.days), ofMilestone(named(rule.milestone))];
    if (rule.working) return rule.days > 0 ? say('calendar.rule.workingAfter', { n, milestone }) : say('calendar.rule.workingBefore', { n, milestone });
    return rule.days > 0 ? say('calendar.rule.after', { n, milestone }) : say('calendar.rule.before', { n, milestone });
  }
  const words = inMonth(rule, weeks);
  if (rule.year === 0) return words;
  return rule.year < 0 ? say('calendar.rule.yearBefore', { rule: words }) : say('calendar.rule.yearAfter', { rule: words });
}

function inMonth(rule: Exclude<Rule, { kind: 'after' | 'between' }>, weeks: WeekPolicy): Text {
  const month = say(`calendar.month.${rule.month as Month}`);
  switch (rule.kind) {
    case 'date':
      return say('calendar.rule.date', { day: rule.day, month });
    case 'nth':
      return say('calendar.rule.nth', { nth: say(`calendar.nth.${rule.nth as 1 | 2 | 3 | 4 | 5}`), weekday: say(`calendar.weekday.${rule.weekday}`), month });
    case 'last':
      return say('calendar.rule.last', { weekday: say(`calendar.weekday.${rule.weekday}`), month });
    case 'week':
      return say(`calendar.rule.${rule.which}.${weeks}`, { month });
    case 'month':
      return say('calendar.rule.month', { month });
  }
}

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
