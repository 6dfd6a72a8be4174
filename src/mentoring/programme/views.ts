// How coordinators see cohorts: the list, and one of them.

import { inChannel, quote, listed, onDay, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { daysBetween } from '../calendar/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Cohort, Programme } from './programme.ts';
import { type Counts, countsOf, type Members, missingOf, shortOf } from './rules.ts';

/** More than these are not shown in one message; the rest is found by name or on a page of its own. */
const MOST_COHORTS = 10;
const MOST_DRAFTS = 15;

export interface Able {
  readonly match: boolean;
  readonly manage: boolean;
}

export interface Counted {
  readonly cohort: Cohort;
  readonly counts: Counts;
}

export function listView(of: {
  readonly cohorts: readonly Counted[];
  readonly programmes: readonly Programme[];
  readonly manage: boolean;
  readonly today: Civil;
}): Message {
  const { cohorts, programmes, manage, today } = of;
  const several = programmes.length > 1;
  const named = new Map(programmes.map((programme) => [programme.id, programme]));
  const shown = cohorts.slice(0, MOST_COHORTS).flatMap(({ cohort, counts }): Block[] => {
    const programme = named.get(cohort.programmeId);
    const title = several && programme ? say('programme.list.of', { cohort: quote(cohort.name), programme: quote(programme.name) }) : quote(cohort.name);
    return [heading(title), paragraph(runsText(cohort)), paragraph(countsText(counts)), ...shortBlocks(cohort, counts, today), actions(showButton(cohort))];
  });
  const rest = cohorts.slice(MOST_COHORTS).map(({ cohort }) => quote(cohort.name));
  const closing: Button[] = [
    ...(manage ? [{ label: say('programme.button.new'), action: 'programme.new' }] : []),
    { label: say('programme.button.coordinators'), action: 'programme.coordinators' },
  ];
  return message(
    [
      ...(cohorts.length === 0 ? [paragraph(say('programme.list.none'))] : shown),
      ...(rest.length > 0 ? [note(say('programme.list.rest', { cohorts: listed(rest) }))] : []),
      actions(...closing),
    ],
    several ? undefined : programmes[0]?.terms,
  );
}

export function cohortView(cohort: Cohort, members: Members, able: Able, today: Civil): Message {
  const counts = countsOf(members);
  const about = { cohort: cohort.id };
  const open = cohort.signup === 'open';
  const buttons: Button[] = [
    ...(able.manage ? [signupButton(cohort)] : []),
    ...(able.match && counts.ready > 0 ? [{ label: say('programme.button.preview'), action: 'matching.preview', about }] : []),
    { label: say('programme.button.people'), action: 'programme.people', about },
    { label: say('year.button.calendar'), action: 'year.show', about },
    ...(able.manage ? [{ label: say('programme.button.import'), action: 'programme.import', about }] : []),
    { label: say('programme.button.export'), action: 'programme.export', about },
    ...(able.manage ? [{ label: say('programme.button.channel'), action: 'programme.channel', about }] : []),
  ];
  return message([
    heading(quote(cohort.name)),
    facts(
      { label: say('programme.fact.signup'), value: say(open ? 'programme.signup.open' : 'programme.signup.closed') },
      { label: say('programme.fact.runs'), value: say('programme.runs', datesOf(cohort)) },
      { label: say('programme.fact.target'), value: say('programme.pairs', { count: cohort.target }) },
      { label: say('programme.fact.sentIn'), value: sentIn(counts) },
      { label: say('programme.fact.applications'), value: applications(counts) },
      { label: say('programme.fact.pairs'), value: matched(counts) },
      { label: say('programme.fact.channel'), value: cohort.channel ? inChannel(cohort.channel) : say('programme.channel.none') },
    ),
    ...shortBlocks(cohort, counts, today),
    ...draftBlocks(members.people.filter((one) => one.state === 'draft')),
    actions(...buttons),
  ]);
}

function draftBlocks(drafts: readonly Participation[]): Block[] {
  if (drafts.length === 0) return [];
  const more = drafts.length - MOST_DRAFTS;
  return [
    paragraph(say('programme.drafts', { count: drafts.length })),
    { block: 'list', items: drafts.slice(0, MOST_DRAFTS).map(draftText) },
    ...(more > 0 ? [note(say('programme.drafts.more', { count: more }))] : []),
  ];
}

function draftText(draft: Participation): Text {
  const person = who(draft.personId);
  const missing = missingOf(draft);
  if (draft.noticeVersion === 0) return say('programme.draft.answer', { person });
  if (missing.length === 0) return say('programme.draft.send', { person });
  return say('programme.draft.lacks', { person, what: listed(missing.map((one) => say(`programme.missing.${one}`))) });
}

/** Asks which cohort an action is meant for. */
export function whichOne(action: string, among: readonly Cohort[], typed: string): Message {
  if (among.length === 0) return message([paragraph(say('programme.list.none'))]);
  const question = typed === '' ? say('programme.which') : say('programme.which.unknown', { typed: quote(typed) });
  const buttons = among.slice(0, MOST_COHORTS).map((cohort) => ({
    label: say('programme.which.option', { cohort: quote(cohort.name), start: onDay(cohort.startsOn, 'short') }),
    action,
    about: { cohort: cohort.id },
  }));
  return message([paragraph(question), actions(...buttons)]);
}

export function showButton(cohort: Pick<Cohort, 'id' | 'name'>): Button {
  return { label: say('programme.button.show', { cohort: quote(cohort.name) }), action: 'programme.show', about: { cohort: cohort.id } };
}

export function signupButton(cohort: Pick<Cohort, 'id' | 'signup'>): Button {
  const about = { cohort: cohort.id };
  return cohort.signup === 'open'
    ? { label: say('programme.button.close'), action: 'programme.close', about }
    : { label: say('programme.button.open'), action: 'programme.open', about, style: 'main' };
}

/** "7 mentors short for 22 pairs, 12 days left" (E0.13); or, where none is short, who would wait. */
export function shortBlocks(cohort: Cohort, counts: Counts, today: Civil): Block[] {
  const days = daysBetween(today, cohort.startsOn);
  if (cohort.endsOn < today) return [];
  const short = shortOf(cohort.target, counts);
  const what = [
    ...(short.mentors > 0 ? [say('programme.short.mentors', { count: short.mentors })] : []),
    ...(short.mentees > 0 ? [say('programme.short.mentees', { count: short.mentees })] : []),
  ];
  const waiting = counts.mentees - counts.places;
  const target = cohort.target;
  return [
    ...(what.length > 0
      ? [paragraph(days >= 0 ? say('programme.short', { what: listed(what), target, days }) : say('programme.short.begun', { what: listed(what), target }))]
      : []),
    ...(waiting > 0 && short.mentors === 0 ? [paragraph(say('programme.waiting', { count: waiting }))] : []),
  ];
}

function runsText(cohort: Cohort): Text {
  return say(cohort.signup === 'open' ? 'programme.list.open' : 'programme.list.closed', datesOf(cohort));
}

export function datesOf(cohort: Pick<Cohort, 'startsOn' | 'endsOn'>) {
  return { start: onDay(cohort.startsOn, 'short'), end: onDay(cohort.endsOn, 'short') };
}

function countsText(counts: Counts): Text {
  return say('programme.counts', { sent: sentIn(counts), applications: applications(counts), matched: matched(counts) });
}

function sentIn({ mentees, mentors, places }: Counts): Text {
  return say('programme.counts.sentIn', { mentees, mentors, places });
}

function applications({ ready, draft, withdrawn }: Counts): Text {
  return say('programme.counts.applications', { ready, draft, withdrawn });
}

function matched({ pairs, open }: Counts): Text {
  return say('programme.counts.matched', { pairs, open });
}
