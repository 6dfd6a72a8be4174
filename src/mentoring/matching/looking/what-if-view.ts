// Something tried out: the plan as it is beside the plan as it would be, and who would have somebody else. Pure.

import { say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, type Form, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Cohort } from '../../programme/index.ts';
import { barrierText, type People } from './fit-view.ts';
import { proofText } from './measures-view.ts';
import { movesList } from './moves-view.ts';
import type { Barrier } from '../rules.ts';
import { FEATURES, type HardRules, MOST_WEIGHT } from '../settings/settings.ts';
import type { Change, Comparison, Measures } from '../solving.ts';

/** What can be tried with people; settings have pages of their own. */
export const TRIES = ['lock', 'forbid', 'place'] as const;
export type Tried = Extract<Change, { readonly change: (typeof TRIES)[number] }>;

const MOST_CHANGES = 12;

export function whatIfForm(cohort: Pick<Cohort, 'id'>): Form {
  return {
    type: 'form',
    title: say('why.try.title'),
    intro: [note(say('why.try.intro'))],
    inputs: [
      {
        input: 'choice',
        name: 'change',
        label: say('why.try.change'),
        required: true,
        options: [...TRIES, 'weight' as const].map((value) => ({ value, label: say(`why.try.${value}`) })),
      },
      { input: 'person', name: 'first', label: say('why.try.first') },
      { input: 'person', name: 'second', label: say('why.try.second'), help: say('why.try.second.help') },
      {
        ...{ input: 'choice', name: 'feature', label: say('why.try.feature'), help: say('why.try.feature.help') },
        options: FEATURES.map((value) => ({ value, label: say(`weights.feature.${value}`) })),
      },
      { input: 'number', name: 'weight', label: say('why.try.much'), min: 0, max: MOST_WEIGHT },
    ],
    submit: say('why.try.submit'),
    action: 'matching.try',
    about: { cohort: cohort.id },
  };
}

export interface TriedLook {
  readonly cohort: Pick<Cohort, 'id'>;
  readonly change: Tried;
  readonly comparison: Comparison;
  readonly people: People;
  /** What is decided on the two already. */
  readonly rule: 'lock' | 'forbid' | null;
  /** What the rules ask for. */
  readonly language: HardRules['language'];
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
}

export function triedPage(look: TriedLook): Message {
  const { comparison, people, language } = look;
  const { after, changes } = comparison;
  const barrier = barrierOf(look);
  const changed = changes.length === 0 ? [paragraph(say('why.tried.same'))] : [paragraph(say('why.tried.changes')), movesList(changes, people, MOST_CHANGES)];
  return message([
    heading(titleOf(look)),
    ...(barrier ? [paragraph(say('matching.pair.barred', { why: barrierText(barrier, language) }))] : []),
    ...(changes.length > 0 ? [comparedTable(comparison)] : []),
    ...changed,
    ...(after.proof === 'proved' ? [] : [note(proofText(after))]),
    ...(look.change.change === 'place' ? [paragraph(say('why.tried.ask', { mentor: people(look.change.mentorId) }))] : []),
    note(say('why.tried.note')),
    actions(...buttons(look)),
  ]);
}

/** What stands between two who cannot be kept together. */
function barrierOf({ change, comparison }: TriedLook): Barrier | null {
  if (change.change !== 'lock') return null;
  return comparison.after.broken.find((one) => one.menteeId === change.menteeId && one.mentorId === change.mentorId)?.barrier ?? null;
}

function titleOf({ change, people }: TriedLook): Text {
  const mentor = people(change.mentorId);
  return change.change === 'place' ? say('why.tried.place', { mentor }) : say(`why.tried.${change.change}`, { mentee: people(change.menteeId), mentor });
}

/** Few numbers: who would be matched, how well, and how the one fares who has it least good. */
function comparedTable({ before, after }: Comparison): Block {
  const row = (what: Text, of: (measures: Measures) => number): readonly Text[] => [
    what,
    ...[before, after].map(({ measures }) => say('matching.number', { n: of(measures) })),
  ];
  return {
    block: 'table',
    caption: say('why.tried.caption'),
    head: [say('why.tried.what'), say('why.tried.now'), say('why.tried.then')],
    rows: [
      row(say('why.tried.matched'), ({ matched }) => matched),
      row(say('why.measure.worst'), ({ worst }) => worst),
      row(say('why.measure.mean'), ({ mean }) => mean),
      row(say('why.measure.first'), ({ first }) => first),
    ],
  };
}

function buttons(tried: TriedLook): readonly Button[] {
  const { cohort, change, rule, may } = tried;
  const again: Button = { label: say('why.button.again'), action: 'matching.whatIf', about: { cohort: cohort.id } };
  const back: Button = { label: say('matching.button.back'), action: 'matching.preview', about: { cohort: cohort.id } };
  if (change.change === 'place') return [again, back];
  const about = { mentee: change.menteeId, mentor: change.mentorId };
  const decide: Button = { label: say(`matching.button.${change.change}`), action: `matching.${change.change}`, about, style: 'main' };
  const look: Button = { label: say('why.button.closer'), action: 'matching.pair', about: { ...about, cohort: cohort.id } };
  return [...(may && rule !== change.change && barrierOf(tried) === null ? [decide] : []), look, again, back];
}
