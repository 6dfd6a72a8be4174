// What settings may be, wherever they come from; and settings as a short word that a button can carry.

import { z } from 'zod';
import { choice, choices, wholeNumber } from '../../../bot/actions/fields.ts';
import type { MeetingLanguage } from '../../orientation/participation.ts';
import { DIALS } from '../engine/index.ts';
import { FEATURES, type HardRules, MOST_WEIGHT, type Settings, type Weights } from './settings.ts';

/** Steps between the first level and the last. */
export const MOST_STEPS = 4;
export const MOST_HOURS = 20;

// As a record, so that a language that is added to the profile cannot be forgotten here.
const MEETING = { en: true, sv: true, es: true, fi: true, no: true, da: true, de: true, fr: true, ar: true, uk: true } as const satisfies Record<
  MeetingLanguage,
  true
>;
export const REQUIRED = ['shared', ...(Object.keys(MEETING) as MeetingLanguage[])] as const satisfies readonly HardRules['language'][];

/** The rules that are on or off and nothing else. */
export const SWITCHES = ['manager', 'unit', 'again'] as const;

const weight = wholeNumber(0, MOST_WEIGHT);
/** Ten fields of a form, named as the features are. */
export const weightFields = Object.fromEntries(FEATURES.map((feature) => [feature, weight])) as Record<(typeof FEATURES)[number], typeof weight>;

export function weightsFrom(fields: Weights): Weights {
  return Object.fromEntries(FEATURES.map((feature) => [feature, fields[feature]])) as Record<(typeof FEATURES)[number], number>;
}

const steps = z.preprocess((value) => (value === '' || value === 'any' ? null : value), wholeNumber(0, MOST_STEPS).nullable());
export const ruleFields = {
  on: choices(SWITCHES),
  language: choice(REQUIRED),
  least: steps,
  most: steps,
  hours: wholeNumber(0, MOST_HOURS),
};

export function rulesFrom({ on, language, least, most, hours }: z.infer<z.ZodObject<typeof ruleFields>>): HardRules {
  return { manager: on.includes('manager'), unit: on.includes('unit'), again: on.includes('again'), language, least, most, hours };
}

/** Something must count, or everybody would suit everybody. */
export function weighsNothing(weights: Weights): boolean {
  return FEATURES.every((feature) => weights[feature] === 0);
}

/** No mentor could be ahead by at least more than at most. */
export function contradicts({ least, most }: Pick<HardRules, 'least' | 'most'>): boolean {
  return least !== null && most !== null && least > most;
}

const settings = z
  .object({
    weights: z.object(weightFields),
    rules: z.object({
      ...{ manager: z.boolean(), unit: z.boolean(), language: choice(REQUIRED), again: z.boolean() },
      ...{ least: ruleFields.least, most: ruleFields.most, hours: ruleFields.hours },
    }),
    ...{ dial: choice(DIALS), spread: z.boolean(), floor: z.boolean() },
  })
  .refine(({ weights, rules }) => !weighsNothing(weights) && !contradicts(rules));

/** Raise it when the parts of `encoded` change their places: what an older button carries is then not taken for something else. */
const SHAPE = 1;
const bit = (is: boolean) => (is ? 1 : 0);

/** About 60 characters. */
export function encoded({ weights, rules, dial, spread, floor }: Settings): string {
  const { manager, unit, language, least, most, hours, again } = rules;
  const kept = [bit(manager), bit(unit), bit(again), language, least ?? 'any', most ?? 'any', hours, dial, bit(spread), bit(floor)];
  return [SHAPE, ...FEATURES.map((feature) => weights[feature]), ...kept].join(' ');
}

/** `null` where it was altered, or is older than what settings are today. */
export function decoded(code: string): Settings | null {
  const [shape, ...parts] = code.split(' ');
  if (shape !== String(SHAPE) || parts.length !== FEATURES.length + 10) return null;
  const [manager, unit, again, language, least, most, hours, dial, spread, floor] = parts.slice(FEATURES.length);
  const flags = [manager, unit, again, spread, floor];
  if (flags.some((flag) => flag !== '0' && flag !== '1')) return null;
  const is = (flag: string | undefined) => flag === '1';
  const read = settings.safeParse({
    weights: Object.fromEntries(FEATURES.map((feature, index) => [feature, parts[index]])),
    rules: { manager: is(manager), unit: is(unit), again: is(again), language, least, most, hours },
    ...{ dial, spread: is(spread), floor: is(floor) },
  });
  return read.success ? read.data : null;
}
