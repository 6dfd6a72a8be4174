// What is wrong with a programme file, where, and how it is told.

import { listed, quote, say, type Text } from '../../../bot/views/text.ts';

/** Why something in the file cannot stand. Nothing is guessed and nothing mended: the coordinator decides. */
export type Why =
  | { readonly why: 'too-long' | 'at-most' | 'at-least' | 'entries' | 'letters'; readonly limit: number }
  | { readonly why: 'empty' | 'unreadable' | 'tab' | 'trick' | 'missing' | 'too-few' | 'deep' }
  | { readonly why: 'key-twice'; readonly key: string }
  | { readonly why: 'unknown-key'; readonly key: string; readonly nearest: string | null }
  | { readonly why: 'not-a'; readonly wanted: Wanted }
  | { readonly why: 'choice'; readonly choices: readonly string[] }
  | { readonly why: 'pattern'; readonly of: 'id' | 'hour' | 'written' | 'link' | 'region' }
  | { readonly why: 'id-twice' | 'circle' | 'no-such-day' | 'no-parts' | 'parts-elsewhere' | 'one-day' | 'hours' | 'no-title' | 'closing-first' }
  | { readonly why: 'unknown-milestone'; readonly id: string; readonly nearest: string | null }
  /** A day that some years lack: 29 February, a fifth Friday. */
  | { readonly why: 'some-years'; readonly year: number }
  | { readonly why: 'backwards' | 'lacks'; readonly id: string }
  | { readonly why: 'part-twice'; readonly part: string }
  | { readonly why: 'number-twice'; readonly number: number };

export type Wanted = 'text' | 'number' | 'list' | 'group' | 'yesNo';

export interface PlanFault {
  /** Of the file, from 1; `null` where the whole of it is meant. */
  readonly line: number | null;
  /** The id of the milestone, as it is written. */
  readonly milestone: string | null;
  /** Such as `rule.month`; the third of a list is `parts.3`. */
  readonly field: string | null;
  readonly reason: Why;
}

export function planFaultWords({ line, milestone, field, reason }: PlanFault): Text {
  const where = [milestone, field].filter((part) => part !== null).join(', ');
  const fault = reasonWords(reason);
  if (line === null) return where === '' ? fault : say('plan.at.place', { where: quote(where), fault });
  return where === '' ? say('plan.at.line', { line, fault }) : say('plan.at.both', { line, where: quote(where), fault });
}

function reasonWords(reason: Why): Text {
  switch (reason.why) {
    case 'too-long':
    case 'at-most':
    case 'at-least':
    case 'entries':
    case 'letters':
      return say(`plan.fault.${reason.why}`, { limit: reason.limit });
    case 'key-twice':
      return say('plan.fault.key-twice', { key: quote(reason.key) });
    case 'unknown-key':
    case 'unknown-milestone': {
      const name = quote(reason.why === 'unknown-key' ? reason.key : reason.id);
      if (reason.nearest === null) return say(`plan.fault.${reason.why}`, { name });
      return say(`plan.fault.${reason.why}-near`, { name, nearest: quote(reason.nearest) });
    }
    case 'not-a':
      return say(`plan.fault.not-a.${reason.wanted}`);
    case 'choice':
      if (reason.choices.length === 1) return say('plan.fault.only', { choice: quote(reason.choices[0] ?? '') });
      return say('plan.fault.choice', { choices: listed(reason.choices.map(quote)) });
    case 'pattern':
      return say(`plan.fault.pattern.${reason.of}`);
    case 'some-years':
      return say('plan.fault.some-years', { year: quote(String(reason.year)) });
    case 'backwards':
    case 'lacks':
      return say(`plan.fault.${reason.why}`, { id: quote(reason.id) });
    case 'part-twice':
      return say('plan.fault.part-twice', { part: quote(reason.part) });
    case 'number-twice':
      return say('plan.fault.number-twice', { number: reason.number });
    default:
      return say(`plan.fault.${reason.why}`);
  }
}
