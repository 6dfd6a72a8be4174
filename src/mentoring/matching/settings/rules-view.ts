// The page of the rules, and the form that changes them.

import { quote, say, type Text } from '../../../bot/views/text.ts';
import { actions, type Form, heading, type Input, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Cohort } from '../../programme/index.ts';
import type { Pool } from '../pool.ts';
import type { Apart } from './rules-count.ts';
import type { Settings } from './settings.ts';
import { MOST_HOURS, MOST_STEPS, REQUIRED, SWITCHES } from './schema.ts';
import { pageButtons } from './effect.ts';
import { isOn, ruleState, type RuleName, RULES } from './words.ts';

export function rulesPage({ cohort, settings }: Pool, apart: Apart, may: boolean): Message {
  const change = { label: say('weights.button.change'), action: 'matching.rulesForm', about: { cohort: cohort.id }, style: 'main' } as const;
  return message([
    heading(say('weights.rules.title', { cohort: quote(cohort.name) })),
    paragraph(say('weights.rules.intro')),
    {
      block: 'table',
      caption: say('weights.rules.caption'),
      head: [say('weights.rules.column.rule'), say('weights.rules.column.is'), say('weights.rules.column.out')],
      rows: RULES.map((rule) => [say(`weights.rule.${rule}`), ruleState(rule, settings.rules), outText(rule, settings, apart)]),
    },
    note(say('weights.note')),
    actions(...(may ? [change] : []), ...pageButtons(cohort, 'rules')),
  ]);
}

function outText(rule: RuleName, { rules }: Settings, { pairs, out }: Apart): Text {
  const n = isOn(rule, rules) ? out?.get(rule) : undefined;
  return n === undefined ? say('weights.rules.none') : say('weights.rules.out', { n, all: pairs });
}

/** `begun`: settings that were tried already; empty where it begins from those that count. */
export function rulesForm(cohort: Pick<Cohort, 'id'>, { rules }: Settings, begun: string): Form {
  return {
    type: 'form',
    title: say('weights.rules.form.title'),
    intro: [paragraph(say('weights.rules.form.intro'))],
    inputs: [
      {
        ...{ input: 'choices', name: 'on', label: say('weights.rules.form.on') },
        options: SWITCHES.map((rule) => ({ value: rule, label: say(`weights.rule.${rule}`) })),
        value: SWITCHES.filter((rule) => rules[rule]),
      },
      {
        ...{ input: 'choice', name: 'language', label: say('weights.rules.form.language'), required: true },
        options: REQUIRED.map((one) => ({
          value: one,
          label: one === 'shared' ? say('weights.language.shared') : say('weights.language.one', { language: say(`orientation.tongue.${one}`) }),
        })),
        value: rules.language,
      },
      steps('least', rules.least),
      steps('most', rules.most),
      {
        ...{ input: 'number', name: 'hours', label: say('weights.rules.form.hours'), help: say('weights.rules.form.hours.help') },
        ...{ min: 0, max: MOST_HOURS, value: rules.hours, required: true },
      },
    ],
    submit: say('weights.form.submit'),
    action: 'matching.tryRules',
    about: { cohort: cohort.id, settings: begun },
  };
}

function steps(name: 'least' | 'most', value: number | null): Input {
  const options = Array.from({ length: MOST_STEPS + 1 }, (_, n) => ({ value: String(n), label: say('weights.rules.form.step', { n }) }));
  return {
    ...{ input: 'choice', name, label: say(`weights.rules.form.${name}`), help: say('weights.rules.form.step.help') },
    options: [{ value: 'any', label: say('weights.rules.form.step.any') }, ...options],
    value: value === null ? 'any' : String(value),
  };
}
