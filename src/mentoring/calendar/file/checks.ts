// What a programme file says of itself that cannot be, although each of its words is right: a circle, a day that no year has,
// a gathering without parts.

import type { PlanFault, Why } from './fault.ts';
import { faultAt, nearestOf } from './schema.ts';
import type { FileText, Path } from './text.ts';
import { worksOn } from '../holidays.ts';
import type { Plan, PlanMilestone } from '../plan.ts';
import { type Fault, type Resolved, resolve } from '../resolve.ts';
import { TEMPLATE_PLANS } from '../templates.ts';

/** Without them nobody could say when the programme runs. */
const ENDS = ['kickoff', 'closing'] as const;
/** What the manual has needs no title: it has a name in three languages. */
const NAMED = new Set(Object.values(TEMPLATE_PLANS).flatMap((plan) => plan.milestones.map((one) => one.id)));
/** Rules that give more than one day. */
const SPANS = new Set(['week', 'month', 'between']);
/** Every kind of year there is: 14, by the weekday of 1 January and the leap day. */
const YEARS = Array.from({ length: 28 }, (_, index) => 2026 + index);
/** Enough to tell what is always so from what is so once. */
const FEW = YEARS.slice(0, 3);

interface Found {
  readonly faults: readonly PlanFault[];
  /** What may go wrong, in some years. */
  readonly doubts: readonly PlanFault[];
}

/** `year`: in which the programme starts; without one, what fails in every year is a fault, and in some a doubt. */
export function checked(plan: Plan, file: FileText, year?: number): Found {
  const at = (path: Path, reason: Why) => faultAt(path, reason, file);
  const days = daysOf(plan, year);
  const faults = [
    ...ENDS.filter((id) => !plan.milestones.some((one) => one.id === id)).map((id) => at(['milestones'], { why: 'lacks', id })),
    ...plan.milestones.flatMap((one, index) => milestoneFaults(one, plan).map(({ path, reason }) => at(['milestones', index, ...path], reason))),
    ...days.faults.map(({ index, reason }) => at(['milestones', index, ...(reason.why === 'id-twice' ? ['id'] : ['rule'])], reason)),
    ...stageFaults(plan).map(({ path, reason }) => at(path, reason)),
  ];
  return { faults, doubts: days.doubts.map(({ index, reason }) => at(['milestones', index, 'rule'], reason)) };
}

interface Here {
  readonly path: Path;
  readonly reason: Why;
}

function milestoneFaults(one: PlanMilestone, { milestones }: Plan): Here[] {
  const found: Here[] = [];
  const add = (path: Path, reason: Why) => void found.push({ path, reason });
  if (one.title === undefined && one.kind !== 'pair-meeting' && !NAMED.has(one.id)) add([], { why: 'no-title' });
  if (one.kind === 'gathering' && one.parts.length === 0) add([], { why: 'no-parts' });
  if (one.kind === 'gathering' && SPANS.has(one.rule.kind)) add(['rule'], { why: 'one-day' });
  if (one.kind !== 'gathering' && one.parts.length > 0) add(['parts'], { why: 'parts-elsewhere' });
  if (one.kind === 'pair-meeting') {
    const first = milestones.find((other) => other.kind === 'pair-meeting' && other.number === one.number);
    if (one.number === undefined) add(['number'], { why: 'missing' });
    else if (first !== one) add(['number'], { why: 'number-twice', number: one.number });
  }
  for (const [index, part] of one.parts.entries()) {
    if (part.until <= part.from) add(['parts', index, 'until'], { why: 'hours' });
    if (one.parts.findIndex((other) => other.part === part.part) !== index) add(['parts', index, 'part'], { why: 'part-twice', part: part.part });
  }
  return found;
}

function stageFaults({ stages, milestones }: Plan): Here[] {
  const ids = milestones.map((one) => one.id);
  return stages.flatMap((span, index) =>
    (['from', 'until'] as const)
      .filter((end) => !ids.includes(span[end]))
      .map((end) => ({ path: ['stages', index, end], reason: { why: 'unknown-milestone', id: span[end], nearest: nearestOf(span[end], ids) } })),
  );
}

interface OfDays {
  readonly index: number;
  readonly reason: Why;
}

function daysOf(plan: Plan, year: number | undefined): { readonly faults: OfDays[]; readonly doubts: OfDays[] } {
  const { milestones } = plan;
  const resolved = (year === undefined ? FEW : [year]).map((one) =>
    resolve(milestones, { year: one, policy: plan.weeks, ...(year === undefined ? {} : { works: worksOn(plan.holidays) }) }),
  );
  const [first] = resolved;
  const always = (fault: Fault) => resolved.every(({ faults }) => faults.some((other) => other.fault === fault.fault && other.milestone === fault.milestone));
  const structural = (first?.faults ?? []).filter((fault) => fault.fault !== 'no-such-day' && fault.fault !== 'hangs' && always(fault));
  const faults = structural.map((fault) => ({ index: indexOf(milestones, fault), reason: reasonOf(fault, milestones) }));
  const doubts: OfDays[] = [];
  for (const [index, one] of milestones.entries()) {
    const years = year === undefined ? YEARS : [year];
    const without = years.filter((start) => lacksDay(one, start));
    const [some] = without;
    if (some === undefined) continue;
    if (without.length === years.length) faults.push({ index, reason: { why: 'no-such-day' } });
    else doubts.push({ index, reason: { why: 'some-years', year: some } });
  }
  const closing = milestones.findIndex((one) => one.id === 'closing');
  if (resolved.every(closesFirst)) faults.push({ index: closing, reason: { why: 'closing-first' } });
  return { faults, doubts };
}

/** Alone: what it hangs on is looked at by itself. */
function lacksDay(one: PlanMilestone, year: number): boolean {
  if (one.rule.kind !== 'date' && one.rule.kind !== 'nth') return false;
  return resolve([one], { year, policy: 'whole-weeks' }).faults.length > 0;
}

function closesFirst({ dates }: Resolved<PlanMilestone>): boolean {
  const [kickoff, closing] = ENDS.map((id) => dates.find(({ milestone }) => milestone.id === id));
  return kickoff !== undefined && closing !== undefined && closing.until <= kickoff.from;
}

function indexOf(milestones: readonly PlanMilestone[], fault: Fault): number {
  const has = (one: PlanMilestone) => one.id === fault.milestone;
  return fault.fault === 'twice' ? milestones.findLastIndex(has) : milestones.findIndex(has);
}

function reasonOf(fault: Fault, milestones: readonly PlanMilestone[]): Why {
  switch (fault.fault) {
    case 'unknown': {
      const ids = milestones.map((one) => one.id);
      return { why: 'unknown-milestone', id: fault.names, nearest: nearestOf(fault.names, ids) };
    }
    case 'backwards':
      return { why: 'backwards', id: fault.names };
    case 'twice':
      return { why: 'id-twice' };
    case 'circle':
      return { why: 'circle' };
    default:
      return { why: 'no-such-day' };
  }
}
