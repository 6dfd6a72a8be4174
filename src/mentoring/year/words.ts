// A calendar in words: what it is called, its days, who is invited to a part.

import { type Language, LOCALES } from '../../bot/texts/language.ts';
import { onDay, listed, quote, say, type Text } from '../../bot/views/text.ts';
import type { Civil } from '../../time.ts';
import {
  audienceWords,
  type DatedMilestone,
  daysBetween,
  type Fault,
  milestoneName,
  type Part,
  type Plan,
  ruleWords,
  TEMPLATE_NAMES,
  TEMPLATE_PLANS,
  theMilestone,
} from '../calendar/index.ts';
import type { Year } from './year.ts';

/** A span longer than this is told with its years. */
const LONG = 100;

/** A template in the reader's language; an imported programme as its file calls it. */
function planName({ name }: Pick<Plan, 'name'>): Text {
  const template = TEMPLATE_NAMES.find((one) => TEMPLATE_PLANS[one].name === name);
  return template ? say(`year.template.${template}`) : quote(name);
}

export function planAndYear({ plan, year }: Pick<Year, 'plan' | 'year'>): Text {
  return say('year.plan', { plan: planName(plan), year: quote(String(year)) });
}

/** "Thursday 24 September", "Monday 5 October to Friday 9 October", "Thursday 10 September at the latest". */
export function daysText({ milestone, from, until }: Pick<DatedMilestone, 'milestone' | 'from' | 'until'>): Text {
  if (milestone.deadline) return say('year.latest', { day: onDay(until, 'week') });
  return spanText(from, until);
}

export function spanText(from: Civil, until: Civil): Text {
  if (from === until) return say('year.day', { day: onDay(from, 'week') });
  const isLong = daysBetween(from, until) > LONG;
  return say('year.days', { from: onDay(from, isLong ? 'short' : 'long'), until: onDay(until, isLong ? 'short' : 'week') });
}

export function partText({ part, from, until, audience }: Part): Text {
  const who = listed(audience.map(audienceWords));
  return say('year.why.part', { part: say(`year.part.${part}`), from: quote(from), until: quote(until), who });
}

/** Why a milestone has no date in this year. */
export function faultText(fault: Fault, { plan, year }: Pick<Year, 'plan' | 'year'>): Text {
  const one = plan.milestones.find((milestone) => milestone.id === fault.milestone);
  if (!one) return quote(fault.milestone);
  const what = milestoneName(one);
  if (fault.fault === 'hangs') {
    const other = plan.milestones.find((milestone) => milestone.id === fault.names);
    return say('year.fault.hangs', { what, other: other ? theMilestone(other) : quote(fault.names) });
  }
  const rule = ruleWords(one.rule, plan.weeks, plan.milestones);
  if (fault.fault !== 'no-such-day') return say('year.fault.rule', { what, rule });
  const offset = 'year' in one.rule ? one.rule.year : 0;
  return say('year.fault.day', { what, year: quote(String(year + offset)), rule });
}

/** "Sweden (SE)", "Spain (ES-MD)": which days off are kept clear is told, so that nobody plans by another country's (Q15). */
export function holidaysText({ holidays }: Pick<Plan, 'holidays'>, language: Language): Text {
  if (holidays === 'none') return say('year.holidays.none');
  const country = new Intl.DisplayNames(LOCALES[language], { type: 'region' }).of(holidays.slice(0, 2)) ?? holidays;
  return say('year.holidays', { region: quote(`${country} (${holidays})`) });
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** As much of a reason as a line in a table takes; all of it stands on the milestone's own page. */
const SHORT = 40;

export function clipped(text: string): string {
  const all = [...graphemes.segment(text)].map(({ segment }) => segment);
  return all.length <= SHORT ? text : `${all.slice(0, SHORT).join('').trimEnd()}…`;
}
