// The year as a story: the calendar, what happened day by day, and how the pairs fared; or one person's year, word for word.

import { wordsOf } from '../../bot/texts/format.ts';
import { BotError } from '../../fault.ts';
import { civilIn, milestoneName } from '../../mentoring/calendar/index.ts';
import { instantOf } from '../../time.ts';
import { HOME } from './clock.ts';
import { deedWords, tidingWords } from './phrases.ts';
import type { PairRecord, YearRecord } from './record.ts';

const DAY_WORDS = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const NAMED = 2;

export function storyOf(record: YearRecord, title: string): string[] {
  return [title, '='.repeat(title.length), '', ...castLines(record), '', ...calendarLines(record), '', ...dayLines(record), '', ...pairLines(record)];
}

function castLines({ people, totals }: YearRecord): string[] {
  const count = (key: 'role' | 'platform' | 'language') => {
    const all = Map.groupBy(people, (one) => one[key]);
    return [...all].map(([value, some]) => `${some.length} ${NAMES[value] ?? value}`).join(', ');
  };
  return [
    `${totals.people} people who do not exist: ${count('role')}.`,
    `They are on ${count('platform')}, and read ${count('language')}.`,
    `${totals.messages} messages, ${totals.actions} things done, ${totals.proposals} proposals, ${totals.pairs} pairs.`,
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ coordinator: 'coordinators', mentee: 'mentees', mentor: 'mentors', slack: 'Slack', teams: 'Teams', web: 'the web' },
  ...{ sv: 'Swedish', es: 'Spanish', en: 'English' },
};

function calendarLines({ milestones }: YearRecord): string[] {
  const cohorts = Map.groupBy(milestones, ({ cohort }) => cohort);
  return [...cohorts].flatMap(([cohort, some], index) => [
    ...(index > 0 ? [''] : []),
    `The calendar of ${cohort}`,
    ...some.map(({ id, date, endDate }) => `  ${dayWords(date).padEnd(17)}  ${nameOf(id)}${endDate ? `, until ${dayWords(endDate)}` : ''}`),
  ]);
}

/** As coordinators call it; a milestone of somebody's own by its id. */
function nameOf(id: string): string {
  return wordsOf(milestoneName({ id }), { language: 'en', timeZone: 'UTC', terms: {}, names: new Map() });
}

function dayWords(day: string): string {
  return DAY_WORDS.format(Date.parse(`${day}T00:00Z`));
}

function timeWords(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(Date.parse(at));
}

/** On one line what several were told, or did, at the same time. */
function dayLines({ people, messages, actions }: YearRecord): string[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id.replace('channel:', '#');
  const happened = [
    ...messages.map(({ at, to, kind }) => ({ at, who: nameOf(to), what: tidingWords(kind), told: true })),
    ...actions.flatMap(({ at, by, action, outcome }) => {
      const what = deedWords(action);
      return what ? [{ at, who: nameOf(by), what: outcome === 'done' ? what : `${what}, which was refused`, told: false }] : [];
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lines: string[] = [];
  for (const [day, some] of Map.groupBy(happened, ({ at }) => civilIn(instantOf(at), HOME))) {
    lines.push(...(lines.length > 0 ? [''] : []), dayWords(day));
    for (const same of Map.groupBy(some, ({ at, what, told }) => `${at} ${String(told)} ${what}`).values()) {
      const [first] = same;
      if (first) lines.push(`  ${timeWords(first.at, HOME)}  ${first.told ? '→' : ' '} ${first.what}: ${whoWords(same.map(({ who }) => who))}`);
    }
  }
  return lines;
}

function whoWords(all: readonly string[]): string {
  const who = [...new Set(all)];
  if (who.length <= NAMED) return who.join(' and ');
  return `${who.slice(0, NAMED).join(', ')} and ${who.length - NAMED} more`;
}

function pairLines({ people, pairs, messages, actions }: YearRecord): string[] {
  const names = new Map(people.map(({ id, name, platform }) => [id, `${name} (${platform})`]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const fate = (pair: PairRecord) => {
    const day = (at: string) => dayWords(civilIn(instantOf(at), HOME));
    if (pair.endedAt) return `together from ${day(pair.revealedAt ?? pair.proposedAt)} to ${day(pair.endedAt)}`;
    if (!pair.revealedAt) return `proposed ${day(pair.proposedAt)}, and came to nothing${pair.menteeYesAt ? ' after a first yes' : ''}`;
    const asked = messages.filter((message) => message.pair === pair.id && message.to === pair.mentee && message.kind === 'meetings.ask').length;
    const mine = actions.filter(({ by, action }) => (by === pair.mentee || by === pair.mentor) && action === 'meetings.answer').length;
    return `together since ${day(pair.revealedAt)}: asked ${asked} times whether they had met, ${mine} answers`;
  };
  return ['How the pairs fared', ...pairs.map((pair) => `  ${nameOf(pair.mentee)} and ${nameOf(pair.mentor)}: ${fate(pair)}`)];
}

/** All that somebody was told, in full, and did. Throws `BotError('config')` where nobody, or more than one, is called so. */
export function personStory({ people, messages, actions }: YearRecord, wanted: string): string[] {
  const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = people.filter(({ name, id }) => id === wanted || fold(name).includes(fold(wanted)));
  const [person, another] = found;
  if (!person) throw new BotError('config', `Nobody in this story is called ${wanted}. There is, among others: ${names(people.slice(0, 8))}.`);
  if (another) throw new BotError('config', `Several are called so: ${names(found.slice(0, 8))}.`);
  const { id, name, role, platform, language, timeZone } = person;
  const told = messages
    .filter(({ to }) => to === id)
    .map(({ at, text }) => ({ at, lines: text.split('\n').map((line, index) => `${index === 0 ? '→ ' : '  '}${line}`) }));
  const did = actions.flatMap(({ by, at, action }) => {
    const what = deedWords(action);
    return by === id && what ? [{ at, lines: [`${name}: ${what}`] }] : [];
  });
  const title = `The year of ${name}`;
  const lines = [title, '='.repeat(title.length), `${role}, on ${NAMES[platform] ?? platform}, reads ${NAMES[language] ?? language}, lives by ${timeZone}`];
  for (const { at, lines: said } of [...did, ...told].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    lines.push('', `${dayWords(civilIn(instantOf(at), timeZone))}, ${timeWords(at, timeZone)}`, ...said.map((line) => `    ${line}`));
  }
  return [...lines, '', `${told.length} messages, ${did.length} things done.`];
}

function names(people: YearRecord['people']): string {
  return people.map(({ name }) => name).join(', ');
}
