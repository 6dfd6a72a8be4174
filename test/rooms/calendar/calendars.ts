// What the calendar says, as a reader of each language sees it.

import { wordsOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES, type Language } from '../../../src/bot/texts/language.ts';
import type { Text } from '../../../src/bot/views/text.ts';
import { type CohortCalendar, datesOf, type Plan, TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName } from '../../../src/mentoring/calendar/index.ts';
import type { Moved } from '../../../src/mentoring/calendar/dates.ts';

export function inWords(text: Text, language: Language = 'en'): string {
  return wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map([['anna', 'Anna Lind']]) });
}

export function inAll(text: Text): readonly string[] {
  return LANGUAGES.map((language) => inWords(text, language));
}

export function calendarOf(
  template: TemplateName,
  year: number,
  changes: { readonly plan?: Partial<Plan>; readonly shifts?: readonly Moved[] } = {},
): CohortCalendar {
  const plan = { ...TEMPLATE_PLANS[template], ...changes.plan };
  return { id: `${template}/${year}`, name: `${template} ${year}`, plan, dates: datesOf({ plan, year, shifts: changes.shifts ?? [] }) };
}

/** Both programmes of the year before, the year itself and the year after, without this one. */
export function besides({ id }: CohortCalendar, year: number): readonly CohortCalendar[] {
  const all = [year - 1, year, year + 1].flatMap((near) => TEMPLATE_NAMES.map((template) => calendarOf(template, near)));
  return all.filter((other) => other.id !== id);
}
