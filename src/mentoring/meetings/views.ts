// The room's forms and pages.

import { listed, onDay, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Fact, facts, type Form, heading, type Message, message, paragraph } from '../../bot/views/view.ts';
import type { Civil, Instant } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import type { Pair } from '../cycle/index.ts';
import type { Actor } from '../people/actor.ts';
import { currentOf } from './busy.ts';
import type { BusyPeriod, Checkin } from './checkin.ts';
import { REASONS, reasonWords } from './contact-reasons.ts';
import type { Overview, Shelf } from './mine.ts';
import { questionBlocks } from './question.ts';

export const RHYTHMS = ['7', '14', '28'] as const;

/** How many past check-ins a page shows of each pair. */
const SHOWN = 8;

export function rhythmWords(days: number): Text {
  return say('meetings.rhythm.days', { days });
}

export function changeForm(checkin: Checkin, partnerId: string, day: Civil | null): Form {
  return {
    type: 'form',
    title: say('meetings.change.title'),
    intro: [paragraph(say('meetings.change.intro', { partner: who(partnerId) }))],
    inputs: [
      {
        input: 'choice',
        name: 'answer',
        label: say('meetings.change.answer'),
        required: true,
        options: [
          { value: 'met', label: say('meetings.button.met') },
          { value: 'planned', label: say('meetings.button.planned') },
          { value: 'not_yet', label: say('meetings.button.notYet') },
        ],
        ...(checkin.answer ? { value: checkin.answer } : {}),
      },
      { input: 'date', name: 'on', label: say('meetings.change.day'), help: say('meetings.change.dayHelp'), ...(day ? { value: day } : {}) },
    ],
    submit: say('common.save'),
    action: 'meetings.changed',
    about: { pair: checkin.pairId, checkin: checkin.id },
  };
}

export function busyForm(dates: { readonly from: string; readonly until: string }, period: BusyPeriod | null): Form {
  return {
    type: 'form',
    title: say('meetings.busy.title'),
    intro: [paragraph(say('meetings.busy.intro'))],
    inputs: [
      { input: 'date', name: 'from', label: say('meetings.busy.from'), required: true, value: dates.from },
      { input: 'date', name: 'until', label: say('meetings.busy.until'), help: say('meetings.busy.untilHelp'), required: true, value: dates.until },
    ],
    submit: say('meetings.busy.submit'),
    action: 'meetings.pause',
    about: { period: period?.id ?? 'new' },
  };
}

export function busyNoted(period: BusyPeriod, today: Civil): Message {
  const [from, until] = [onDay(period.fromOn), onDay(period.untilOn)];
  return message([paragraph(period.fromOn > today ? say('meetings.busy.doneLater', { from, until }) : say('meetings.busy.done', { until }))]);
}

export function rhythmForm(pair: Pair, partnerId: string): Form {
  return {
    type: 'form',
    title: say('meetings.rhythm.title'),
    intro: [paragraph(say('meetings.rhythm.intro', { partner: who(partnerId) }))],
    inputs: [
      {
        input: 'choice',
        name: 'rhythm',
        label: say('meetings.rhythm.field'),
        required: true,
        options: RHYTHMS.map((days) => ({ value: days, label: say(`meetings.rhythm.${days}`) })),
        value: String(pair.rhythmDays),
      },
    ],
    submit: say('common.save'),
    action: 'meetings.setRhythm',
    about: { pair: pair.id },
  };
}

export function contactForm(programmeId: string, coordinators: readonly string[]): Form {
  return {
    type: 'form',
    title: say('meetings.contact.title'),
    intro: [paragraph(say('meetings.contact.intro', { names: listed(coordinators.map(who)) }))],
    inputs: [
      {
        input: 'choice',
        name: 'reason',
        label: say('meetings.contact.reason'),
        help: say('meetings.contact.reasonHelp'),
        options: REASONS.map((reason) => ({ value: reason, label: reasonWords(reason) })),
        value: 'none',
      },
    ],
    submit: say('meetings.contact.submit'),
    action: 'meetings.askContact',
    about: { programme: programmeId },
  };
}

/** `apart`: by person id, how to reach partners who are in other chats. */
export function overviewPage(overview: Overview, actor: Actor, now: Instant, apart: ReadonlyMap<string, Block>): Message {
  const { shelves } = overview;
  if (shelves.length === 0) return message([heading(say('meetings.page.title')), paragraph(say('meetings.page.none')), ...busyBlocks(overview, actor)]);
  return message([
    heading(say('meetings.page.title')),
    ...shelves.flatMap((shelf) => [
      heading(say('meetings.page.pair', { partner: who(shelf.partnerId) })),
      facts({ label: say('meetings.fact.next'), value: nextWords(shelf) }, ...shelfFacts(shelf)),
      ...blocksFor(shelf.partnerId, apart),
      ...openBlocks(shelf, actor, now),
      past(shelf, actor),
      actions({ label: say('meetings.button.rhythm'), action: 'meetings.rhythm', about: { pair: shelf.pair.id }, hint: about(shelf) }),
    ]),
    ...busyBlocks(overview, actor),
  ]);
}

function blocksFor(personId: string, blocks: ReadonlyMap<string, Block>): readonly Block[] {
  const block = blocks.get(personId);
  return block ? [block] : [];
}

/** For the home page: each pair's next date and open question, and a busy period. */
export function homeBlocks(overview: Overview, actor: Actor, now: Instant): Block[] {
  if (overview.shelves.length === 0) return [];
  return [
    heading(say('meetings.home.title')),
    ...overview.shelves.flatMap((shelf) => [
      facts({ label: say('meetings.fact.nextWith', { partner: who(shelf.partnerId) }), value: nextWords(shelf) }, ...shelfFacts(shelf)),
      ...openBlocks(shelf, actor, now),
    ]),
    ...busyBlocks(overview, actor, { label: say('meetings.button.past'), action: 'meetings.show' }),
  ];
}

function shelfFacts({ pair }: Shelf): Fact[] {
  return [
    { label: say('meetings.fact.lastMet'), value: pair.lastMetOn ? dayWords(pair.lastMetOn) : say('meetings.fact.notYet') },
    { label: say('meetings.fact.rhythm'), value: rhythmWords(pair.rhythmDays) },
  ];
}

function nextWords({ open, nextOn }: Shelf): Text {
  if (open) return say('meetings.fact.open');
  return nextOn ? dayWords(nextOn) : say('meetings.fact.noNext');
}

function openBlocks({ open, partnerId }: Shelf, actor: Actor, now: Instant): Block[] {
  return open ? questionBlocks(open, { readerId: actor.personId, partnerId, previous: null, now }) : [];
}

function past({ past }: Shelf, actor: Actor): Block {
  if (past.length === 0) return paragraph(say('meetings.page.nothing'));
  return { block: 'list', items: past.slice(0, SHOWN).map((checkin) => pastWords(checkin, actor)) };
}

function pastWords(checkin: Checkin, actor: Actor): Text {
  const day = onDay(civilIn(checkin.dueAt, actor.timeZone));
  const kind = checkin.answer ?? (checkin.state === 'answered' || checkin.state === 'planned' ? 'open' : checkin.state);
  return say(`meetings.past.${kind}`, { day });
}

function busyBlocks({ shelves, busy, today }: Overview, actor: Actor, ...before: readonly { label: Text; action: string }[]): Block[] {
  const own = currentOf(
    busy.filter((period) => period.personId === actor.personId),
    today,
  );
  const away = busy.filter((period) => period.personId !== actor.personId);
  // An open question has the button among its answers.
  const asked = shelves.some(({ open }) => open !== null);
  const buttons = [
    ...before,
    ...(asked ? [] : [{ label: say('meetings.button.busy'), action: 'meetings.busy' }]),
    ...(own ? [{ label: say('meetings.button.back'), action: 'meetings.back' }] : []),
  ];
  return [
    ...away.map((period) => paragraph(partnerWords(period, today))),
    ...(own ? [facts({ label: say('meetings.fact.busy'), value: spanWords(own, today) })] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
}

/** What a partner is told: the dates, never a reason (S4.42). */
export function partnerWords(period: BusyPeriod, today: Civil): Text {
  const [person, from, until] = [who(period.personId), onDay(period.fromOn), onDay(period.untilOn)];
  return period.fromOn > today ? say('meetings.busy.partnerLater', { person, from, until }) : say('meetings.busy.partner', { person, until });
}

function spanWords({ fromOn, untilOn }: BusyPeriod, today: Civil): Text {
  if (fromOn > today) return say('meetings.fact.fromUntil', { from: onDay(fromOn), until: onDay(untilOn) });
  return say('meetings.fact.until', { day: onDay(untilOn) });
}

function dayWords(day: Civil): Text {
  return say('meetings.fact.day', { day: onDay(day) });
}

function about({ partnerId }: Shelf): Text {
  return say('meetings.ask.about', { partner: who(partnerId) });
}
