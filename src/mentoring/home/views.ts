// The home page: where I stand, whom I am with or what I wait for, what comes next, what I can do now.

import { onDay, quote, say, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, type Home, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { stageOfPair, standing } from '../cycle/index.ts';
import { completeness, continueButton, waitingText } from '../orientation/index.ts';
import { nextForPair } from '../year/index.ts';
import type { MyPair, Place, Standing } from './standing.ts';

export interface HomePage {
  readonly standing: Standing;
  readonly timeZone: string;
  /** What the other rooms have to say, each already in blocks; nothing where there is nothing. */
  readonly proposals: readonly Block[];
  readonly gatherings: readonly Block[];
  readonly circles: readonly Block[];
  readonly meetings: readonly Block[];
  readonly goals: readonly Block[];
  readonly cohorts: readonly Block[];
}

export function homePage(page: HomePage): Home {
  const { drafts, waiting, pairs } = page.standing;
  const takesPart = drafts.length + waiting.length + pairs.length > 0;
  const blocks = [
    ...page.proposals,
    ...pairs.flatMap((pair) => pairBlocks(pair, page)),
    ...(takesPart && pairs.length === 0 ? [standing(1, page.standing.stages.values().next().value)] : []),
    ...drafts.flatMap((place) => draftBlocks(place, page.standing)),
    // Whoever is asked something just now reads the question, not that we are still looking.
    ...(page.proposals.length > 0 ? [] : waiting.flatMap((place) => waitingBlocks(place, page.standing))),
    ...page.circles,
    ...page.meetings,
    ...page.gatherings,
    ...page.goals,
    ...(takesPart || page.cohorts.length > 0 ? [] : newcomer()),
    ...page.cohorts,
    lastRow(takesPart),
  ];
  return { type: 'home', title: say('home.title'), blocks: oneMain(blocks) };
}

function pairBlocks({ pair, mine, partnerId }: MyPair, page: HomePage): readonly Block[] {
  const { calendars, stages, today } = page.standing;
  const calendar = calendars.get(pair.cohortId) ?? null;
  return [
    standing(stageOfPair(pair, calendar, today), stages.get(pair.cohortId)),
    facts(
      { label: say(`home.partner.${mine}`), value: who(partnerId) },
      { label: say('home.since'), value: say('home.day', { day: onDay(civilIn(pair.startedAt, page.timeZone), 'short') }) },
    ),
    ...(calendar ? nextForPair(calendar, mine, today) : []),
  ];
}

function draftBlocks({ participation, cohort, unread }: Place, { email }: Standing): readonly Block[] {
  const name = quote(cohort.name);
  if (unread) {
    const read: Button = { label: say('home.join'), action: 'orientation.join', about: { cohort: cohort.id }, style: 'main' };
    return [paragraph(say('home.listed', { cohort: name })), actions(read)];
  }
  const { done, of } = completeness({ role: participation.role, profile: participation.profile, email });
  return [paragraph(say('home.draft', { cohort: name, done, of })), actions(continueButton(participation))];
}

function waitingBlocks({ cohort }: Place, { today }: Standing): readonly Block[] {
  return [paragraph(say('home.ready', { cohort: quote(cohort.name) })), paragraph(waitingText(cohort, today))];
}

function newcomer(): readonly Block[] {
  return [paragraph(say('home.newcomer')), actions({ label: say('home.join'), action: 'orientation.join', style: 'main' })];
}

function lastRow(takesPart: boolean): Block {
  const profile: Button = { label: say('home.profile'), action: 'orientation.show' };
  return actions(...(takesPart ? [profile] : []), { label: say('home.help'), action: 'help.show' });
}

/** One main button on a page: the first that asks to be. */
export function oneMain(blocks: readonly Block[]): readonly Block[] {
  let taken = false;
  return blocks.map((block) => {
    if (block.block !== 'actions') return block;
    const buttons = block.buttons.map((button) => {
      if (button.style !== 'main') return button;
      const { style, ...plain } = button;
      const first = !taken;
      taken = true;
      return first ? { ...plain, style } : plain;
    });
    return { ...block, buttons };
  });
}
