// What matters most to a person, out of what we understood: the form, and what may be chosen in it (S4.18).

import type { TermChoice } from '../../bot/texts/terms.ts';
import { say, type Text } from '../../bot/views/text.ts';
import { type Form, type Input, note, type Option } from '../../bot/views/view.ts';
import type { Person } from '../people/index.ts';
import { closeTo, GROUPS, nameOf, type Topic, TREE, understood } from '../topics/index.ts';
import { MAX } from './forms.ts';
import type { Help, Participation, Profile } from './participation.ts';

/** Enough to find oneself in, few enough to read through. */
const MOST_OPTIONS = 40;
/** Three by choice, and what the line adds. */
export const MOST_TOPICS = 5;
/** Chats have no empty choice, and no way back to it. */
export const NONE = 'none';
export const PLACES = ['first', 'second', 'third'] as const;

/** The kinds of help that were ticked, as topics. */
const OF_HELP: Readonly<Record<Help, readonly Topic[]>> = {
  insight: ['professions'],
  applying: ['applications', 'interviews', 'cv'],
  exploring: ['exploring-careers'],
  goals: ['career-planning', 'first-job', 'goals'],
  communication: ['clear-communication', 'listening'],
  commercial: ['commercial-awareness'],
};

/** The topics that somebody's own words speak of, the clearest first. */
export function topicsIn(profile: Pick<Profile, 'topics' | 'challenges'>, { language }: Pick<Person, 'language'>): readonly Topic[] {
  return understood(`${profile.topics}\n${profile.challenges}`, language).map(({ topic }) => topic);
}

export function focusForm({ id, profile }: Pick<Participation, 'id' | 'profile'>, person: Person, terms?: TermChoice): Form {
  const options = optionsFor(profile, topicsIn(profile, person));
  const beyond = profile.focus.slice(PLACES.length).map((topic) => nameOf(topic, person.language));
  const places = PLACES.map(
    (place, at): Input => ({
      ...{ name: place, label: say(`topics.${place}`), ...(at === 0 ? { help: say('topics.first.why') } : {}) },
      ...{ input: 'choice', options, value: profile.focus[at] ?? NONE },
    }),
  );
  return {
    type: 'form',
    title: say('topics.title'),
    intro: [note(say('topics.why'))],
    inputs: [...places, { name: 'other', label: say('topics.else'), help: say('topics.else.why'), input: 'line', max: MAX.line, value: beyond.join(', ') }],
    submit: say('common.save'),
    action: 'orientation.confirm',
    about: { participation: id },
    ...(terms ? { terms } : {}),
  };
}

/** What was chosen before, what we understood, what was ticked, and what lies close to these; then a little of everything. */
function optionsFor({ focus, help }: Profile, own: readonly Topic[]): readonly Option[] {
  const likely = [...focus, ...own, ...help.flatMap((one) => OF_HELP[one])];
  const close = likely.flatMap((topic) => [...closeTo(topic)]);
  const others = [0, 1, 2].flatMap((at) => GROUPS.map((group) => TREE[group][at] as Topic));
  const topics = [...new Set([...likely, ...close, ...others])].slice(0, MOST_OPTIONS - 1);
  return [{ value: NONE, label: say('topics.none') }, ...topics.map((topic) => ({ value: topic, label: topicText(topic) }))];
}

export function topicText(topic: Topic): Text {
  return say(`topics.name.${topic}`);
}
