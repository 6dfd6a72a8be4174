// One milestone: why it falls when it does, and the form that moves it.

import { say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, type Form, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { type DatedMilestone, type Doubt, doubtWords, explain, milestoneName } from '../calendar/index.ts';
import { doubtBlocks } from './doubt-views.ts';
import { backButton } from './pages.ts';
import { type Change, shiftOf } from './rules.ts';
import type { Scene } from './scene.ts';
import { daysText, partText } from './words.ts';

const MAX_REASON = 300;

/** Which of the year's dates to look at. */
export function pickForm({ cohort, dates, terms }: Scene): Form {
  const options = dates.dates.map((one) => ({
    value: one.milestone.id,
    label: say('year.pick.option', { what: milestoneName(one.milestone), day: daysText(one) }),
  }));
  return {
    type: 'form',
    title: say('year.pick.title'),
    inputs: [{ input: 'choice', name: 'milestone', label: say('year.pick.which'), options, required: true }],
    submit: say('year.pick.submit'),
    action: 'year.why',
    about: { cohort: cohort.id },
    terms,
  };
}

export function whyPage(scene: Scene, one: DatedMilestone): Message {
  const { cohort, year, doubts, manage, terms } = scene;
  const { milestone } = one;
  const about = { cohort: cohort.id, milestone: milestone.id };
  const invited = milestone.parts.map((part) => ({ label: say('year.why.invited'), value: partText(part) }));
  const buttons: Button[] = [
    { label: say('year.button.move'), action: 'year.moveForm', about },
    ...(shiftOf(year, milestone.id)
      ? [{ label: say('year.button.takeBack'), action: 'year.takeBack', about: { ...about, was: `${one.from}/${one.until}` } }]
      : []),
  ];
  return message(
    [
      heading(milestoneName(milestone)),
      facts({ label: say('year.column.when'), value: daysText(one) }, ...invited),
      { block: 'list', items: explain(one, year) },
      ...doubtBlocks(
        scene,
        doubts.filter(({ milestones: [own] }) => own.id === milestone.id),
        { look: false },
      ),
      actions(...(manage ? buttons : []), backButton(scene)),
    ],
    terms,
  );
}

/** A week or a month has two ends; a gathering is one day, whatever is done with it. */
export function isSpan({ milestone, from, until }: DatedMilestone): boolean {
  const spans = ['week', 'month', 'between'].includes(milestone.rule.kind) || from !== until;
  return spans && milestone.kind !== 'gathering';
}

/** As it was typed. */
export interface Asked {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** What a move would bring with it. */
export interface Follows {
  readonly changes: readonly Change[];
  readonly doubts: readonly Doubt[];
}

export function moveForm(scene: Scene, one: DatedMilestone, asked: Asked, follows?: Follows & { readonly warned: string }): Form {
  const { cohort, year, terms } = scene;
  const now = say('year.move.now', { what: milestoneName(one.milestone), day: daysText(one) });
  return {
    type: 'form',
    title: say('year.move.title'),
    intro: [paragraph(now), ...(follows ? followBlocks(follows) : []), ...(year.state === 'published' ? [note(say('year.move.told'))] : [])],
    inputs: [
      { input: 'date', name: 'from', label: say('year.move.from'), value: asked.from, required: true },
      ...(isSpan(one) ? [{ input: 'date' as const, name: 'until', label: say('year.move.until'), value: asked.until, required: true }] : []),
      {
        ...{ input: 'line', name: 'reason', label: say('year.move.reason'), help: say('year.move.help'), max: MAX_REASON, required: true },
        value: asked.reason,
      },
    ],
    submit: say(follows ? 'year.move.again' : 'year.move.submit'),
    action: 'year.move',
    about: { cohort: cohort.id, milestone: one.milestone.id, was: `${one.from}/${one.until}`, warned: follows?.warned ?? '' },
    terms,
  };
}

function followBlocks({ changes, doubts }: Follows): Block[] {
  const list = (title: Text, items: readonly Text[]): Block[] => (items.length === 0 ? [] : [paragraph(title), { block: 'list', items }]);
  return [
    paragraph(say('year.move.check')),
    ...list(say('year.move.follows'), changes.map(changeText)),
    ...list(say('year.move.doubts'), doubts.map(doubtWords)),
  ];
}

function changeText({ milestone, before, after }: Change): Text {
  const days = (one: DatedMilestone | null) => (one ? daysText(one) : say('year.compare.gone'));
  return say('year.move.change', { what: milestoneName(milestone), before: days(before), after: days(after) });
}
