// `/match dial`: the best for all together, or nobody far behind; each choice with what it would mean for the cohort.

import { done } from '../../../bot/actions/outcome.ts';
import { quote, say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import { lookAtCohort } from '../cohorts.ts';
import { ask, snapshotOf } from '../asking.ts';
import { DIALS } from '../engine/index.ts';
import { type Pool, poolOf } from '../pool.ts';
import type { Settings } from './settings.ts';
import { encoded } from './schema.ts';
import type { Questions } from '../solving.ts';
import { ofMatched, pageButtons } from './effect.ts';
import { mayMatch } from './trying.ts';
import { numbered, switchText } from './words.ts';

type ByDial = Questions['dials']['answer'];

export const dial = lookAtCohort('matching.dial', 'view', async (context, cohort) => {
  const pool = await poolOf(context.tx, cohort);
  return done(dialPage(pool, await ask(context, 'dials', snapshotOf(pool), {}), mayMatch(context.actor, cohort)));
});

function dialPage(pool: Pool, byDial: ByDial, may: boolean): Message {
  const { cohort, settings } = pool;
  return message([
    heading(say('weights.dial.title', { cohort: quote(cohort.name) })),
    paragraph(say('weights.dial.intro')),
    ...(byDial.some(({ measures }) => measures.matched > 0) ? [tableOf(byDial, settings)] : [note(say('weights.dial.nobody'))]),
    { block: 'list', items: DIALS.map((one) => say('weights.dial.line', { dial: say(`weights.dial.${one}`), means: say(`weights.dial.${one}.means`) })) },
    facts(...(['spread', 'floor'] as const).map((one) => ({ label: say(`weights.${one}`), value: switchText(settings[one]) }))),
    note(say('weights.effect.everywhere')),
    actions(...(may ? choices(pool) : []), ...pageButtons(cohort, 'dial')),
  ]);
}

function tableOf(byDial: ByDial, settings: Settings): Block {
  const name = (one: ByDial[number]['dial']): Text => {
    const words = say(`weights.dial.${one}`);
    return one === settings.dial ? say('weights.dial.now', { dial: words }) : words;
  };
  return {
    block: 'table',
    caption: say('weights.dial.caption'),
    head: [say('weights.dial.column'), say('weights.dial.worst'), say('weights.dial.mean'), say('weights.dial.first'), say('weights.dial.topThree')],
    rows: byDial.map(({ dial: one, measures }) => [
      name(one),
      numbered(measures.worst),
      numbered(measures.mean),
      ofMatched(measures.first, measures),
      ofMatched(measures.topThree, measures),
    ]),
  };
}

/** One button for each other choice, and for each of the two switches. */
function choices({ cohort, settings }: Pool): readonly Button[] {
  const button = (label: Text, change: Partial<Settings>): Button => ({
    label,
    action: 'matching.trySettings',
    about: { cohort: cohort.id, page: 'dial', settings: encoded({ ...settings, ...change }) },
  });
  return [
    ...DIALS.filter((one) => one !== settings.dial).map((one) => button(say('weights.dial.choose', { dial: say(`weights.dial.${one}`) }), { dial: one })),
    ...(['spread', 'floor'] as const).map((one) => button(say(`weights.${one}.try.${settings[one] ? 'off' : 'on'}`), { [one]: !settings[one] })),
  ];
}
