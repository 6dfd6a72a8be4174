// What the schema says of a programme file, in words of ours: each fault with its milestone, its field and its line.

import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { PlanFault, Wanted, Why } from './fault.ts';
import type { FileText, Path } from './text.ts';
import { partSchema, planMilestoneSchema, planSchema, stageSpanSchema } from '../plan.ts';
import { ruleSchema } from '../rule.ts';

type Issue = z.core.$ZodIssue;

const WANTED: Readonly<Record<string, Wanted>> = { string: 'text', number: 'number', int: 'number', array: 'list', object: 'group', boolean: 'yesNo' };

/** The nearest of the known words, where it is near enough to have been meant. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  if (known.length === 0 || word.length > 80) return null;
  const near = closest(word, known);
  return distance(word, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : null;
}

/** A fault at a place in the file: within a milestone, the milestone by its id. */
export function faultAt(path: Path, reason: Why, { value, lineOf }: Pick<FileText, 'value' | 'lineOf'>): PlanFault {
  const [first, index, ...rest] = path;
  const id = first === 'milestones' && typeof index === 'number' ? valueAt(value, [first, index, 'id']) : undefined;
  const within = typeof id === 'string' ? rest : path;
  // People count from 1.
  const field = within.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.');
  return { line: lineOf(path), milestone: typeof id === 'string' ? id : null, field: field === '' ? null : field, reason };
}

export function schemaFaults(error: z.ZodError, file: FileText): PlanFault[] {
  return error.issues.flatMap((issue) => {
    const path: Path = issue.path;
    if (issue.code !== 'unrecognized_keys') return [faultAt(path, reasonOf(issue, file.value), file)];
    const known = keysAt(path);
    return issue.keys.map((key) => ({
      ...faultAt(path, { why: 'unknown-key', key, nearest: nearestOf(key, known) }, file),
      line: file.lineOf([...path, key]),
    }));
  });
}

function reasonOf(issue: Issue, value: unknown): Why {
  const last = issue.path.at(-1);
  switch (issue.code) {
    case 'invalid_type':
      return (valueAt(value, issue.path) ?? null) === null ? { why: 'missing' } : { why: 'not-a', wanted: WANTED[issue.expected] ?? 'text' };
    case 'invalid_value':
      return { why: 'choice', choices: issue.values.map(String) };
    case 'too_big':
      return { why: ({ string: 'letters', array: 'entries' } as const)[issue.origin as string] ?? 'at-most', limit: Number(issue.maximum) };
    case 'too_small':
      if (issue.origin === 'string') return { why: 'missing' };
      return issue.origin === 'array' ? { why: 'too-few' } : { why: 'at-least', limit: Number(issue.minimum) };
    case 'invalid_union':
      return last === 'kind' ? { why: 'choice', choices: RULE_KINDS } : { why: 'pattern', of: 'link' };
    case 'custom':
      return { why: 'pattern', of: 'region' };
    default:
      return { why: 'pattern', of: patternOf(issue.path) };
  }
}

function patternOf(path: Path): 'id' | 'hour' | 'written' | 'link' {
  const last = path.at(-1);
  if (last === 'written' || last === 'link') return last;
  return path.includes('parts') ? 'hour' : 'id';
}

const RULE_KINDS = ruleSchema.options.flatMap((option) => [...option.shape.kind.values]);

/** The keys that a place may have. */
function keysAt(path: Path): string[] {
  if (path.at(-1) === 'rule') return [...new Set(ruleSchema.options.flatMap((option) => Object.keys(option.shape)))];
  const list = path.at(-2);
  const schema = list === 'parts' ? partSchema : list === 'milestones' ? planMilestoneSchema : list === 'stages' ? stageSpanSchema : planSchema;
  return Object.keys(schema.shape);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}
