// The page between changing settings and saving them: before and after, for the people of a cohort. Coordinators see names.

import { quote, say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Cohort } from '../../programme/index.ts';
import { movesList } from '../looking/moves-view.ts';
import { peopleOf, type Pool } from '../pool.ts';
import { type Asked, askedBy, type Settings } from './settings.ts';
import { encoded } from './schema.ts';
import type { Comparison, Measures } from '../solving.ts';
import { differences, numbered } from './words.ts';

/** The pages on which settings are looked at and changed. */
export const PAGES = ['weights', 'dial', 'rules'] as const;
export type Page = (typeof PAGES)[number];

const LOOK = { weights: 'matching.weights', dial: 'matching.dial', rules: 'matching.rules' } as const;
/** Where the change that is being tried can be changed once more. */
const AGAIN = { weights: 'matching.weightsForm', dial: 'matching.dial', rules: 'matching.rulesForm' } as const;

/** The pages of settings, from one to the next. */
export function pageButtons(cohort: Pick<Cohort, 'id'>, here?: Page): readonly Button[] {
  return PAGES.filter((page) => page !== here).map((page) => ({ label: say(`weights.button.${page}`), action: LOOK[page], about: { cohort: cohort.id } }));
}

/** One sentence, and the ways on. */
export function plainPage(cohort: Pick<Cohort, 'id'>, page: Page, text: Text): Message {
  const about = { cohort: cohort.id };
  return message([
    paragraph(text),
    actions(
      { label: say('matching.button.preview'), action: 'matching.preview', about, style: 'main' },
      { label: say(`weights.button.${page}`), action: LOOK[page], about },
      { label: say('weights.button.undo'), action: 'matching.undo', about },
    ),
  ]);
}

interface Effect {
  readonly pool: Pool;
  readonly page: Page;
  readonly settings: Settings;
  readonly comparison: Comparison;
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
}

export function effectPage({ pool, page, settings, comparison, may }: Effect, opening?: Text): Message {
  const { cohort } = pool;
  const about = { cohort: cohort.id, page, settings: encoded(settings) };
  const again = page === 'dial' ? { cohort: cohort.id } : { cohort: cohort.id, settings: about.settings };
  const decisions: readonly Button[] = [
    { label: say('common.save'), action: 'matching.saveSettings', about: { ...about, number: pool.weighing }, style: 'main' },
    { label: say('weights.button.again'), action: AGAIN[page], about: again },
  ];
  return message([
    heading(say('weights.effect.title', { cohort: quote(cohort.name) })),
    paragraph(opening ?? say('weights.effect.from')),
    { block: 'list', items: differences(pool.settings, settings) },
    measuresTable(comparison),
    ...changedPairs(pool, comparison),
    ...newlyAsked(pool, settings).map(note),
    ...(comparison.after.proof === 'time' ? [note(say('weights.effect.unproved'))] : []),
    note(say('weights.effect.everywhere')),
    actions(...(may ? decisions : []), { label: say('weights.button.leave'), action: LOOK[page], about: { cohort: cohort.id } }),
  ]);
}

export function ofMatched(n: number, { matched }: Pick<Measures, 'matched'>): Text {
  return say('weights.of', { n, all: matched });
}

function measuresTable({ before, after }: Comparison): Block {
  const both = [before.measures, after.measures] as const;
  const row = (what: Text, of: (measures: Measures) => Text) => [what, ...both.map(of)];
  return {
    block: 'table',
    caption: say('weights.effect.caption'),
    head: [say('weights.effect.measure'), say('weights.effect.before'), say('weights.effect.after')],
    rows: [
      row(say('weights.measure.matched'), ({ matched }) => numbered(matched)),
      row(say('weights.measure.worst'), ({ worst }) => numbered(worst)),
      row(say('weights.measure.mean'), ({ mean }) => numbered(mean)),
      row(say('weights.measure.first'), (measures) => ofMatched(measures.first, measures)),
      row(say('weights.measure.topThree'), (measures) => ofMatched(measures.topThree, measures)),
    ],
  };
}

/** Changed pairs that are named; of the rest only how many. */
const NAMED = 10;

function changedPairs(pool: Pool, { changes }: Comparison): readonly Block[] {
  const count = paragraph(say('weights.effect.pairs', { n: changes.length }));
  return changes.length === 0 ? [count] : [count, movesList(changes, peopleOf(pool), NAMED)];
}

/** Whoever turns on what needs an answer learns how many have not given it, and that it will be asked for (S4.80). */
function newlyAsked({ participations, settings: before }: Pool, settings: Settings): readonly Text[] {
  const ready = participations.filter((one) => one.state === 'ready');
  const lacks = (asked: Asked) => ready.filter(({ profile }) => profile[asked] === '').length;
  return askedBy(settings)
    .filter((asked) => !askedBy(before).includes(asked))
    .map((asked) => say(`weights.asks.${asked}`, { n: lacks(asked), all: ready.length }));
}
