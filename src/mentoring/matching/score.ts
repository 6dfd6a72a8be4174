// How well two people fit, in permille, with the points of each reason adding up to the score.

import { instantAt } from '../calendar/index.ts';
import type { Profile, Slot } from '../orientation/participation.ts';
import { type Civil, HOUR } from '../../time.ts';
import { fold } from './words.ts';
import { isJoint } from './ordinary.ts';

/** One reason for a score: which feature, and how many of the points it brought. */
export interface Reason {
  readonly feature: 'help' | 'topics' | 'interests' | 'language' | 'time';
  readonly points: number;
  /** What both share: keys of the six kinds of help, language codes, slots. Never user text. */
  readonly shared: readonly string[];
}

/** A person made ready for comparison: what takes time is done once for each, not once for each two. */
export interface Side {
  readonly profile: Profile;
  readonly topics: Words;
  readonly interests: Words;
  /** Topics and challenges, and where somebody has been: what a mentor can speak of. */
  readonly told: Words;
  /** For each slot, the half-hours of the world's week that it takes. */
  readonly hours: ReadonlyMap<Slot, readonly number[]>;
}

export interface Fit {
  /** Permille, 0 to 1000. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

interface Feature {
  readonly feature: Reason['feature'];
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  readonly shared: readonly string[];
}

/** `startsOn` fixes the season in which the hours of two time zones are laid over each other. */
export function sideOf(profile: Profile, timeZone: string, startsOn: Civil): Side {
  const topics = `${profile.topics}\n${profile.challenges}`;
  const noon = instantAt(startsOn, 12, 'UTC') - instantAt(startsOn, 12, timeZone);
  return {
    profile,
    topics: wordsIn(topics),
    interests: wordsIn(profile.interests),
    told: wordsIn(`${topics}\n${profile.experience}`),
    hours: new Map(profile.slots.map((slot) => [slot, halfHours(slot, noon / (HOUR / 2))])),
  };
}

export function fitOf(mentee: Side, mentor: Side): Fit {
  const [wants, offers] = [mentee.profile, mentor.profile];
  const compared = [
    shares('help', 10, wants.help, offers.help),
    alike('topics', 6, mentee.topics, mentor.told),
    alike('interests', 2, mentee.interests, mentor.interests),
    shares('language', 3, wants.languages, offers.languages),
    sameHours(mentee, mentor),
  ];
  return added(compared.filter((feature) => feature !== null));
}

/** What nobody answered drops out, and its weight is spread over the rest: an empty field neither wins nor loses. */
function added(features: readonly Feature[]): Fit {
  const weights = features.reduce((sum, feature) => sum + feature.weight, 0);
  if (weights === 0) return { score: 0, reasons: [] };
  const exact = features.map((feature) => (1000 * feature.weight * feature.value) / weights);
  const score = Math.round(exact.reduce((sum, points) => sum + points, 0));
  const points = exact.map(Math.floor);
  // Largest remainder: the points that rounding lost go to those who lost most, so that the sum is the score.
  const order = exact.map((value, index) => ({ index, lost: value - Math.floor(value) })).sort((a, b) => b.lost - a.lost || a.index - b.index);
  let left = score - points.reduce((sum, each) => sum + each, 0);
  for (const { index } of order) if (left-- > 0) points[index] = (points[index] ?? 0) + 1;
  const reasons = features.map(({ feature, shared }, index) => ({ feature, points: points[index] ?? 0, shared }));
  return { score, reasons: reasons.filter((reason) => reason.points > 0) };
}

/** The share of what the mentee named that the mentor has as well. */
function shares(feature: 'help' | 'language', weight: number, wanted: readonly string[], had: readonly string[]): Feature | null {
  if (wanted.length === 0 || had.length === 0) return null;
  const shared = wanted.filter((one) => had.includes(one));
  return { feature, weight, value: shared.length / wanted.length, shared };
}

/** The groups of four letters of each word, and of all of them. */
interface Words {
  readonly each: readonly (readonly string[])[];
  readonly all: ReadonlySet<string>;
}

/** Distinct words of four letters or more, the small ones left out. */
function wordsIn(text: string): Words {
  const words = new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{4,}/gu) ?? [],
  );
  const each = [...words].filter((word) => !isJoint(fold(word))).map((word) => Array.from({ length: word.length - 3 }, (_, at) => word.slice(at, at + 4)));
  return { each, all: new Set(each.flat()) };
}

/** This many words found again are as good as can be: nobody gains by writing more. */
const ENOUGH = 5;

/** A word is found again where half of it stands there: so "ledarskap" meets "ledarskapet", and compounds their parts. */
function alike(feature: 'topics' | 'interests', weight: number, wanted: Words, had: Words): Feature | null {
  if (wanted.each.length === 0 || had.each.length === 0) return null;
  const found = wanted.each.filter((grams) => grams.filter((gram) => had.all.has(gram)).length * 2 >= grams.length).length;
  return { feature, weight, value: Math.min(1, found / Math.min(wanted.each.length, ENOUGH)), shared: [] };
}

/** A full working day in common is as good as can be: 16 half-hours. */
const DAY_IN_COMMON = 16;

function sameHours(mentee: Side, mentor: Side): Feature | null {
  if (mentee.hours.size === 0 || mentor.hours.size === 0) return null;
  const theirs = new Set([...mentor.hours.values()].flat());
  const common = new Set<number>();
  const shared: Slot[] = [];
  for (const [slot, hours] of mentee.hours) {
    const both = hours.filter((hour) => theirs.has(hour));
    if (both.length > 0) shared.push(slot);
    for (const hour of both) common.add(hour);
  }
  return { feature: 'time', weight: 4, value: Math.min(1, common.size / DAY_IN_COMMON), shared };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK = 7 * 48;

function halfHours(slot: Slot, eastOfUtc: number): number[] {
  const [day = '', half] = slot.split('-');
  const days = slot === 'evenings' ? [0, 1, 2, 3, 4] : slot === 'weekends' ? [5, 6] : [DAYS.indexOf(day)];
  const [from, until] = slot === 'evenings' ? [17, 21] : slot === 'weekends' ? [9, 18] : half === 'am' ? [8, 12] : [12, 17];
  return days.flatMap((index) => Array.from({ length: 2 * (until - from) }, (_, at) => (2 * WEEK + index * 48 + from * 2 + at - Math.round(eastOfUtc)) % WEEK));
}
