// All sentences, by key. English defines the keys; a language that lacks one does not compile.

import { calendar as enCalendar } from './en/calendar.ts';
import { chat as enChat } from './en/chat.ts';
import { circles as enCircles } from './en/circles.ts';
import { common as enCommon } from './en/common.ts';
import { cycle as enCycle } from './en/cycle.ts';
import { gatherings as enGatherings } from './en/gatherings.ts';
import { goals as enGoals } from './en/goals.ts';
import { install as enInstall } from './en/install.ts';
import { matching as enMatching } from './en/matching.ts';
import { meetings as enMeetings } from './en/meetings.ts';
import { orientation as enOrientation } from './en/orientation.ts';
import { passes as enPasses } from './en/passes.ts';
import { people as enPeople } from './en/people.ts';
import { picture as enPicture } from './en/picture.ts';
import { plan as enPlan } from './en/plan.ts';
import { playground as enPlayground } from './en/playground.ts';
import { programme as enProgramme } from './en/programme.ts';
import { teams as enTeams } from './en/teams.ts';
import { topics as enTopics } from './en/topics.ts';
import { weights as enWeights } from './en/weights.ts';
import { why as enWhy } from './en/why.ts';
import { year as enYear } from './en/year.ts';
import { calendar as esCalendar } from './es/calendar.ts';
import { chat as esChat } from './es/chat.ts';
import { circles as esCircles } from './es/circles.ts';
import { common as esCommon } from './es/common.ts';
import { cycle as esCycle } from './es/cycle.ts';
import { gatherings as esGatherings } from './es/gatherings.ts';
import { goals as esGoals } from './es/goals.ts';
import { install as esInstall } from './es/install.ts';
import { matching as esMatching } from './es/matching.ts';
import { meetings as esMeetings } from './es/meetings.ts';
import { orientation as esOrientation } from './es/orientation.ts';
import { passes as esPasses } from './es/passes.ts';
import { people as esPeople } from './es/people.ts';
import { picture as esPicture } from './es/picture.ts';
import { plan as esPlan } from './es/plan.ts';
import { playground as esPlayground } from './es/playground.ts';
import { programme as esProgramme } from './es/programme.ts';
import { teams as esTeams } from './es/teams.ts';
import { topics as esTopics } from './es/topics.ts';
import { weights as esWeights } from './es/weights.ts';
import { why as esWhy } from './es/why.ts';
import { year as esYear } from './es/year.ts';
import type { Language } from './language.ts';
import { calendar as svCalendar } from './sv/calendar.ts';
import { chat as svChat } from './sv/chat.ts';
import { circles as svCircles } from './sv/circles.ts';
import { common as svCommon } from './sv/common.ts';
import { cycle as svCycle } from './sv/cycle.ts';
import { gatherings as svGatherings } from './sv/gatherings.ts';
import { goals as svGoals } from './sv/goals.ts';
import { install as svInstall } from './sv/install.ts';
import { matching as svMatching } from './sv/matching.ts';
import { meetings as svMeetings } from './sv/meetings.ts';
import { orientation as svOrientation } from './sv/orientation.ts';
import { passes as svPasses } from './sv/passes.ts';
import { people as svPeople } from './sv/people.ts';
import { picture as svPicture } from './sv/picture.ts';
import { plan as svPlan } from './sv/plan.ts';
import { playground as svPlayground } from './sv/playground.ts';
import { programme as svProgramme } from './sv/programme.ts';
import { teams as svTeams } from './sv/teams.ts';
import { topics as svTopics } from './sv/topics.ts';
import { weights as svWeights } from './sv/weights.ts';
import { why as svWhy } from './sv/why.ts';
import { year as svYear } from './sv/year.ts';
import type { TermName } from './terms.ts';

const en = {
  ...enCalendar,
  ...enWhy,
  ...enWeights,
  ...enTopics,
  ...enCircles,
  ...enChat,
  ...enCommon,
  ...enCycle,
  ...enGatherings,
  ...enGoals,
  ...enInstall,
  ...enMatching,
  ...enMeetings,
  ...enOrientation,
  ...enPasses,
  ...enPeople,
  ...enPicture,
  ...enPlan,
  ...enPlayground,
  ...enProgramme,
  ...enTeams,
  ...enYear,
};

export type TextKey = keyof typeof en;
type Sentences = Readonly<Record<TextKey, string>>;

const sv: Sentences = {
  ...svCalendar,
  ...svWhy,
  ...svWeights,
  ...svTopics,
  ...svCircles,
  ...svChat,
  ...svCommon,
  ...svCycle,
  ...svGatherings,
  ...svGoals,
  ...svInstall,
  ...svMatching,
  ...svMeetings,
  ...svOrientation,
  ...svPasses,
  ...svPeople,
  ...svPicture,
  ...svPlan,
  ...svPlayground,
  ...svProgramme,
  ...svTeams,
  ...svYear,
};
const es: Sentences = {
  ...esCalendar,
  ...esWhy,
  ...esWeights,
  ...esTopics,
  ...esCircles,
  ...esChat,
  ...esCommon,
  ...esCycle,
  ...esGatherings,
  ...esGoals,
  ...esInstall,
  ...esMatching,
  ...esMeetings,
  ...esOrientation,
  ...esPasses,
  ...esPeople,
  ...esPicture,
  ...esPlan,
  ...esPlayground,
  ...esProgramme,
  ...esTeams,
  ...esYear,
};

export const CATALOGUES: Readonly<Record<Language, Sentences>> = { en, sv, es };

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

// The names in braces of an English sentence: `{partner}`, `{n, plural, …}`. What stands in a plural's branches,
// such as `{# goals}`, holds a blank or a # and is no name.
type Inner<S extends string> = S extends `${string}{${infer Rest}` ? Name<Rest> | Inner<Rest> : never;
type Name<S extends string> = S extends `${infer Head}}${string}` ? Bare<Head extends `${infer First},${string}` ? First : Head> : never;
type Bare<S extends string> = S extends '' | `${string}${' ' | '#' | '{' | '.'}${string}` ? never : S;

/** The arguments that a sentence needs, without the programme's terms, which are always there. */
export type ArgNames<K extends TextKey> = Exclude<Inner<(typeof en)[K]>, TermName>;
