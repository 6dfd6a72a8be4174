// The manual's two programmes as calendars beside each other, year after year, for the operator's commands.

import { wordsOf } from '../../bot/texts/format.ts';
import type { Language } from '../../bot/texts/language.ts';
import { say, type Text } from '../../bot/views/text.ts';
import { type CohortCalendar, datesOf, TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName } from '../../mentoring/calendar/index.ts';

export interface ProgrammeYear extends CohortCalendar {
  readonly template: TemplateName;
  readonly year: number;
}

/** With no person, place or programme's own words in it. */
export function inWords(text: Text, language: Language): string {
  return wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });
}

export function programmeYear(template: TemplateName, year: number, language: Language): ProgrammeYear {
  const plan = TEMPLATE_PLANS[template];
  const name = inWords(say('calendar.programme', { programme: say(`year.template.${template}`), year }), language);
  return { id: `${template}/${year}`, name, template, year, plan, dates: datesOf({ plan, year, shifts: [] }) };
}

/** All that can be alive at the same time as this one. */
export function besides({ id, year }: ProgrammeYear, language: Language): readonly ProgrammeYear[] {
  const years = [year - 1, year, year + 1];
  return years.flatMap((near) => TEMPLATE_NAMES.map((template) => programmeYear(template, near, language))).filter((other) => other.id !== id);
}
