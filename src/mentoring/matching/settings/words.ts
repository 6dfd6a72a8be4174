// Settings in words: what counts and how much, what holds, and what differs between two versions. Pure.

import { say, type Text } from '../../../bot/views/text.ts';
import { FEATURES, type HardRules, type Settings } from './settings.ts';

export const RULES = ['manager', 'unit', 'again', 'language', 'seniority', 'hours'] as const;
export type RuleName = (typeof RULES)[number];

export function numbered(n: number): Text {
  return say('weights.number', { n });
}

/** "10 (the most)". */
export function weightText(n: number): Text {
  const much = ['none', 'little', 'some', 'clear', 'much', 'most'] as const;
  return say('weights.weight', { n, much: say(`weights.much.${much[Math.ceil(n / 2)] ?? 'most'}`) });
}

export function switchText(on: boolean): Text {
  return on ? say('weights.on') : say('weights.off');
}

export function ruleState(rule: RuleName, rules: HardRules): Text {
  switch (rule) {
    case 'language':
      return rules.language === 'shared'
        ? say('weights.language.shared')
        : say('weights.language.one', { language: say(`orientation.tongue.${rules.language}`) });
    case 'seniority':
      return gapText(rules);
    case 'hours':
      return rules.hours === 0 ? say('weights.hours.any') : say('weights.hours', { hours: rules.hours });
    default:
      return switchText(rules[rule]);
  }
}

function gapText({ least, most }: HardRules): Text {
  if (least === null) return most === null ? say('weights.gap.any') : say('weights.gap.most', { most });
  return most === null ? say('weights.gap.least', { least }) : say('weights.gap.both', { least, most });
}

/** Whether a rule keeps anybody apart at all. */
export function isOn(rule: RuleName, rules: HardRules): boolean {
  if (rule === 'language') return true;
  if (rule === 'seniority') return rules.least !== null || rules.most !== null;
  return rule === 'hours' ? rules.hours > 0 : rules[rule];
}

/** One line for each thing that differs. */
export function differences(before: Settings, after: Settings): readonly Text[] {
  const rows: readonly (readonly [what: Text, before: Text, after: Text, differs: boolean])[] = [
    ...FEATURES.map((feature) => {
      const [a, b] = [before.weights[feature], after.weights[feature]];
      return [say(`weights.feature.${feature}`), numbered(a), numbered(b), a !== b] as const;
    }),
    ...RULES.map(
      (rule) => [say(`weights.rule.${rule}`), ruleState(rule, before.rules), ruleState(rule, after.rules), differs(rule, before.rules, after.rules)] as const,
    ),
    [say('weights.dial'), say(`weights.dial.${before.dial}`), say(`weights.dial.${after.dial}`), before.dial !== after.dial],
    ...(['spread', 'floor'] as const).map(
      (one) => [say(`weights.${one}`), switchText(before[one]), switchText(after[one]), before[one] !== after[one]] as const,
    ),
  ];
  return rows.filter(([, , , differs]) => differs).map(([what, a, b]) => say('weights.effect.line', { what, before: a, after: b }));
}

function differs(rule: RuleName, a: HardRules, b: HardRules): boolean {
  if (rule === 'seniority') return a.least !== b.least || a.most !== b.most;
  return a[rule] !== b[rule];
}
