// Topics: what people want to learn and can teach, understood alike in three languages. Pure.

import { CATALOGUES } from '../../bot/texts/catalogue.ts';
import type { Language } from '../../bot/texts/language.ts';
import type { Topic } from './tree.ts';
import { understood } from './understand.ts';

export { closeTo, GROUPS, isTopic, near, type Topic, TOPICS, TREE } from './tree.ts';
export { understood } from './understand.ts';

export interface Focus {
  readonly topic: Topic;
  /** Permille. */
  readonly sure: number;
}

/** What a profile says of topics; a part of it, so that this room needs to know no more. */
export interface Told {
  readonly focus: readonly Topic[];
  readonly topics: string;
  readonly challenges: string;
}

/** As a person would write it. */
export function nameOf(topic: Topic, language: Language): string {
  return CATALOGUES[language][`topics.name.${topic}`];
}

/** What nobody has confirmed counts for less. */
const UNCONFIRMED = 0.7;

/** What matters to a person, the most important first: as confirmed, otherwise as far as we understood it. */
export function focusOf(profile: Told, language?: Language): readonly Focus[] {
  if (profile.focus.length > 0) return profile.focus.map((topic) => ({ topic, sure: 1000 }));
  return toldOf(`${profile.topics}\n${profile.challenges}`, language);
}

/** What a text tells of topics, such as a mentor's experience, unconfirmed. */
export function toldOf(text: string, language?: Language): readonly Focus[] {
  return understood(text, language).map(({ topic, sure }) => ({ topic, sure: Math.round(sure * UNCONFIRMED) }));
}
