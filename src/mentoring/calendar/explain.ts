// Why a milestone falls where it falls: its rule, what the manual wrote, who moved it and why, and what else that day is.

import { onDay, quote, say, type Text, who } from '../../bot/views/text.ts';
import type { DatedMilestone, Moved } from './dates.ts';
import { isWritten } from './doubts/doubts.ts';
import { holidayOn } from './holidays.ts';
import type { Plan } from './plan.ts';
import { TALK_DAYS } from './spans.ts';
import { plusDays } from './working-time.ts';
import { ofMilestone, ruleWords } from './words.ts';

/** A calendar whose moves say who made them, and why. */
export interface Explained {
  readonly plan: Plan;
  readonly year: number;
  readonly shifts: readonly (Moved & { readonly by: string; readonly reason: string })[];
}

/** The first sentence is the rule; the others stand where there is something to say. */
export function explain(dated: DatedMilestone, { plan, year, shifts }: Explained): readonly Text[] {
  const rule = ruleWords(dated.milestone.rule, plan.weeks, plan.milestones);
  return [say('calendar.explain.rule', { rule, year }), ...writtenWords(dated), ...moves(dated, plan, shifts), ...notes(dated, plan)];
}

/** Known from the rule, its days and the plan alone: deadline, holiday, when the talk is offered. */
function notes({ milestone, from, until }: DatedMilestone, plan: Plan): Text[] {
  if (milestone.kind === 'talk') return [say('calendar.explain.talk', { day: onDay(plusDays(until, -TALK_DAYS)) })];
  const holiday = from === until ? holidayOn(plan.holidays, from) : null;
  return [
    ...(milestone.deadline ? [say('calendar.explain.latest')] : []),
    ...(holiday ? [say('calendar.explain.holiday', { day: onDay(from), holiday: holiday.name })] : []),
  ];
}

/** The bracketed number is compared with the rule's own day, wherever the milestone has been moved (Q5). */
function writtenWords({ milestone: { written }, byRule, from }: DatedMilestone): Text[] {
  if (written === undefined) return [];
  const args = { written: quote(written) };
  return [isWritten(written, byRule?.from ?? from) ? say('calendar.explain.matches', args) : say('calendar.explain.differs', args)];
}

function moves({ milestone, byRule }: DatedMilestone, plan: Plan, shifts: Explained['shifts']): Text[] {
  const shift = shifts.findLast((one) => one.milestone === milestone.id);
  if (shift) {
    const told = { person: who(shift.by), reason: quote(shift.reason) };
    return [byRule ? say('calendar.explain.moved', { day: onDay(byRule.from), ...told }) : say('calendar.explain.placed', told)];
  }
  const { rule } = milestone;
  const followed = rule.kind === 'after' && isMoved(rule.milestone, plan, shifts) ? plan.milestones.find(({ id }) => id === rule.milestone) : undefined;
  return followed ? [say('calendar.explain.follows', { milestone: ofMilestone(followed) })] : [];
}

/** Itself or by what it follows. */
function isMoved(id: string, plan: Plan, shifts: Explained['shifts'], seen: readonly string[] = []): boolean {
  if (shifts.some(({ milestone }) => milestone === id)) return true;
  const rule = plan.milestones.find((one) => one.id === id)?.rule;
  return rule?.kind === 'after' && !seen.includes(id) && isMoved(rule.milestone, plan, shifts, [...seen, id]);
}
