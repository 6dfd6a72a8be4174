// A programme as a text that people read, review and mend: YAML, or JSON for programs. What is read back is the same plan.

import { Document, isMap, isScalar, visit } from 'yaml';
import { wordsOf } from '../../../bot/texts/format.ts';
import type { Language } from '../../../bot/texts/language.ts';
import { say } from '../../../bot/views/text.ts';
import { checked } from './checks.ts';
import type { PlanFault } from './fault.ts';
import { schemaFaults } from './schema.ts';
import { fileText } from './text.ts';
import { type Part, partSchema, type Plan, type PlanMilestone, planMilestoneSchema, planSchema } from '../plan.ts';

export type PlanFormat = 'yaml' | 'json';

/** Faults beyond these are not told: the first ones would be buried. */
const MOST = 25;

/**
 * What is as it would be anyhow is left out. The comments at the top are in the reader's language; the words of the file
 * itself are the same everywhere, so that it can be handed on.
 */
export function writePlan(plan: Plan, format: PlanFormat, language: Language = 'en'): string {
  const short = shortened(plan);
  if (format === 'json') return `${JSON.stringify(short, null, 2)}\n`;
  const document = new Document(short);
  const reader = { language, timeZone: 'UTC', terms: {}, names: new Map<string, string>() };
  document.commentBefore = (['what', 'rules', 'years'] as const).map((of) => ` ${wordsOf(say(`plan.comment.${of}`), reader)}`).join('\n');
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      // A rule, an audience and a plain part fit on a line each, and read better so.
      if ((key.value === 'rule' || key.value === 'audience') && typeof value === 'object' && value !== null) Object.assign(value, { flow: true });
    },
    Map(_, map) {
      if (map.has('part') && !map.has('place') && !map.has('link')) map.flow = true;
      if (map.has('stage')) map.flow = true;
    },
  });
  for (const milestone of milestonesOf(document)) milestone.spaceBefore = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function milestonesOf(document: Document): { spaceBefore?: boolean }[] {
  const list = document.get('milestones');
  const items = typeof list === 'object' && list !== null && 'items' in list ? (list.items as unknown[]) : [];
  return items.slice(1).filter(isMap);
}

/** `year`: in which the programme starts, where it is known; `doubts` are days that some years lack. */
export function readPlan(
  text: string,
  { year }: { readonly year?: number } = {},
): { readonly plan: Plan; readonly doubts: readonly PlanFault[] } | { readonly faults: readonly PlanFault[] } {
  const file = fileText(text);
  if (file.faults.length > 0) return refusal(file.faults);
  const parsed = planSchema.safeParse(file.value);
  if (!parsed.success) return refusal(schemaFaults(parsed.error, file));
  const { faults, doubts } = checked(parsed.data, file, year);
  return faults.length > 0 ? refusal(faults) : { plan: parsed.data, doubts };
}

/** As they follow each other in the file. */
function refusal(faults: readonly PlanFault[]): { readonly faults: readonly PlanFault[] } {
  return { faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST) };
}

// What the schema puts where nothing is said: asked of it, so that the two cannot differ.
const { recruits, place, link, capacity, inviteDays } = partSchema.parse({ part: 'day', from: '09:00', until: '17:00', audience: ['pairs'] });
const { deadline, shared } = planMilestoneSchema.parse({ id: 'call', kind: 'call', rule: { kind: 'month', month: 1 } });
const SILENT = { recruits, place, link, capacity, inviteDays, deadline, shared, year: 0, working: false } as const;

/** In an order of ours, without what goes without saying. */
function shortened({ format, name, weeks, holidays, milestones, stages }: Plan): object {
  return {
    format,
    name,
    weeks,
    holidays,
    milestones: milestones.map(shortMilestone),
    stages: stages.map(({ stage, from, until }) => ({ stage, from, until })),
  };
}

function shortMilestone(one: PlanMilestone): object {
  const parts = one.parts.length === 0 ? undefined : one.parts.map(shortPart);
  return told({
    id: one.id,
    title: one.title,
    kind: one.kind,
    number: one.number,
    rule: told(one.rule),
    deadline: one.deadline,
    written: one.written,
    shared: one.shared,
    parts,
  });
}

function shortPart({ part, from, until, audience, ...more }: Part): object {
  return told({
    part,
    from,
    until,
    audience,
    recruits: more.recruits,
    place: more.place,
    link: more.link,
    capacity: more.capacity,
    inviteDays: more.inviteDays,
  });
}

function told(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== undefined && value !== (SILENT as Record<string, unknown>)[name]));
}
