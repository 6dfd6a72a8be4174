// All who are compared, with what is read of each only once.

import type { Civil } from '../../../time.ts';
import { type Focus, focusOf, toldOf } from '../../topics/index.ts';
import type { Member } from '../fit.ts';
import { longHashOf } from '../hash.ts';
import type { Crowd } from './comparison.ts';
import { type Tongue, lexicon } from './lexicon.ts';
import { isPersonal } from './traits.ts';

export function crowdOf(mentees: readonly Member[], mentors: readonly Member[], startsOn: Civil): Crowd {
  const words = lexicon();
  const languages = new Map<Member, Tongue>();
  return {
    ...{ mentees, mentors, startsOn, lexicon: words },
    read(member, text) {
      const language = languages.get(member) ?? words.guess(everythingOf(member));
      languages.set(member, language);
      return words.read(text, language);
    },
    focus: ({ profile }) => (profile.focus.length > 0 ? focusOf(profile) : remembered(`${profile.topics}\0${profile.challenges}`, () => focusOf(profile))),
    told: (text) => remembered(text, () => toldOf(text)),
  };
}

/** The language of a short text cannot be told by itself. */
function everythingOf({ profile }: Member): string {
  return [profile.experience, profile.topics, profile.challenges, profile.ideal, profile.interests, profile.title].join('\n');
}

/** To understand a text takes a while, and the same people are compared again and again. The texts themselves are not kept. */
const understood = new Map<string, readonly Focus[]>();
const MOST = 10_000;

function remembered(text: string, understand: () => readonly Focus[]): readonly Focus[] {
  const key = longHashOf(text);
  const known = understood.get(key);
  if (known) return known;
  const focus = understand().filter(({ topic }) => !isPersonal(topic));
  if (understood.size >= MOST) understood.clear();
  understood.set(key, focus);
  return focus;
}
