// What a coordinator chooses from while a cohort has no calendar: the manual's two programmes, or a file.

import { onDay, quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Button, facts, type Form, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { datesOf, TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName } from '../calendar/index.ts';
import { mayIn } from '../people/index.ts';
import { type Cohort, showButton } from '../programme/index.ts';
import type { Context } from '../store.ts';
import { FIRST_YEAR, LAST_YEAR, suggestedYear, wholeSpan } from './rules.ts';
import { planAndYear } from './words.ts';

interface Suggestion {
  readonly template: TemplateName;
  readonly year: number;
}

/** Both templates, each in the year that lies nearest to the cohort's own days. */
export function choice({ actor }: Pick<Context, 'actor'>, cohort: Cohort, opening?: Text): Message {
  const suggestions = TEMPLATE_NAMES.map((template): Suggestion => ({ template, year: suggestedYear(TEMPLATE_PLANS[template], cohort) }));
  const about = { cohort: cohort.id };
  const buttons: Button[] = [
    ...suggestions.map((of): Button => ({ label: nameOf(of), action: 'year.begin', about: { ...about, ...of } })),
    { label: say('year.button.otherYear'), action: 'year.choose', about },
    { label: say('year.button.import'), action: 'year.importForm', about },
  ];
  const may = mayIn(actor, cohort.programmeId, 'manage');
  return message([
    heading(say('year.choose.title', { cohort: quote(cohort.name) })),
    ...(opening ? [paragraph(opening)] : []),
    paragraph(say(may ? 'year.choose.intro' : 'year.choose.look')),
    facts(...suggestions.map((of) => ({ label: nameOf(of), value: spanOfTemplate(of) }))),
    ...(may ? [note(say('year.choose.now', { start: onDay(cohort.startsOn, 'short'), end: onDay(cohort.endsOn, 'short') }))] : []),
    actions(...(may ? buttons : []), showButton(cohort)),
  ]);
}

function nameOf({ template, year }: Suggestion): Text {
  return planAndYear({ plan: TEMPLATE_PLANS[template], year });
}

/** From the call to the last day. */
function spanOfTemplate({ template, year }: Suggestion): Text {
  const span = wholeSpan(datesOf({ plan: TEMPLATE_PLANS[template], year, shifts: [] }));
  if (!span) return nameOf({ template, year });
  return say('year.choose.span', { start: onDay(span.from, 'short'), end: onDay(span.until, 'short') });
}

export function chooseForm(cohort: Cohort): Form {
  const [first] = TEMPLATE_NAMES;
  return {
    type: 'form',
    title: say('year.choose.form'),
    inputs: [
      {
        input: 'choice',
        name: 'template',
        label: say('year.choose.template'),
        options: TEMPLATE_NAMES.map((value) => ({ value, label: say(`year.template.${value}`) })),
        value: first,
        required: true,
      },
      yearInput(suggestedYear(TEMPLATE_PLANS[first], cohort)),
    ],
    submit: say('year.choose.submit'),
    action: 'year.begin',
    about: { cohort: cohort.id },
  };
}

export function yearInput(value: number): Form['inputs'][number] {
  return { input: 'number', name: 'year', label: say('year.choose.year'), min: FIRST_YEAR, max: LAST_YEAR, value, required: true };
}
