// Who takes part: made-up people of several tempers, on three platforms, in the languages that were asked for.

import type { Language } from '../../bot/texts/language.ts';
import { type Chance, chanceOf } from './chance.ts';
import { namer } from './names.ts';
import { type Answers, answersOf, commonOf } from './profiles.ts';

export type Platform = 'slack' | 'teams' | 'web';
/** How somebody answers: within hours, after a reminder, not at all; in and out of busy periods; or not to the end. */
export type Temper = 'prompt' | 'slow' | 'silent' | 'busy' | 'leaving';
export type Side = 'mentee' | 'mentor';

export interface Member {
  readonly externalId: string;
  readonly platform: Platform;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly role: Side | 'coordinator';
  readonly temper: Temper;
  readonly joins: readonly Join[];
  /** Their own luck. */
  readonly chance: Chance;
}

export interface Join {
  /** Which of the programmes that are played. */
  readonly programme: number;
  readonly role: Side;
  readonly answers: Answers;
  /** When, between the opening of sign-up and the last call: 0 to 1. Above 1: after it. */
  readonly when: number;
}

export interface Casting {
  readonly programmes: number;
  readonly pairs: number;
  readonly languages: readonly Language[];
  readonly seed: string;
}

/** Slack with Slack, Teams with Teams, one with the other, and somebody in the browser: in turn. */
const PLATFORMS: readonly (readonly [Platform, Platform])[] = [
  ['slack', 'slack'],
  ['teams', 'teams'],
  ['slack', 'teams'],
  ['web', 'slack'],
  ['teams', 'web'],
  ['teams', 'slack'],
];

const ZONES: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  sv: ['Europe/Stockholm'],
  es: ['Europe/Madrid', 'Atlantic/Canary'],
  en: ['Europe/London', 'Europe/Stockholm'],
};

/** One in ten is silent, and so on; whoever is left answers promptly. */
const SHARES: Readonly<Record<Exclude<Temper, 'prompt'>, number>> = { silent: 0.1, busy: 0.2, slow: 0.2, leaving: 0.06 };

export function castOf({ programmes, pairs, languages, seed }: Casting): { readonly coordinators: readonly Member[]; readonly members: readonly Member[] } {
  const name = namer(chanceOf(seed, 'names'));
  let made = 0;
  const person = (role: Member['role'], language: Language, platform: Platform, temper: Temper): Member => {
    const number = made++;
    const zones = ZONES[language];
    return {
      ...{ externalId: `${platform[0]?.toUpperCase() ?? ''}${String(number).padStart(5, '0')}`, platform, ...name(language), language, role, temper },
      ...{ timeZone: zones[number % zones.length] ?? zones[0], joins: [], chance: chanceOf(seed, 'person', number) },
    };
  };
  const spoken = (at: number): Language => languages[at % languages.length] ?? 'en';

  // One of the two does what is to be done; the other one reads.
  const coordinators = [person('coordinator', spoken(0), 'slack', 'prompt'), person('coordinator', spoken(1), 'teams', 'silent')];
  const members: Member[] = [];
  for (let programme = 0; programme < programmes; programme++) {
    const chance = chanceOf(seed, 'programme', programme);
    const tempers = temperOf(pairs + extra(pairs), chance);
    for (let couple = 0; couple < pairs + extra(pairs); couple++) {
      const [theirs, mine] = PLATFORMS[(couple + programme * 2) % PLATFORMS.length] ?? ['slack', 'slack'];
      const common = commonOf(chance);
      const round = Math.floor(couple / languages.length);
      const sides = [
        { role: 'mentee' as const, language: spoken(couple), platform: theirs },
        { role: 'mentor' as const, language: spoken(couple + round), platform: mine },
      ];
      for (const { role, language, platform } of sides) {
        const temper = tempers.shift() ?? 'prompt';
        const before = role === 'mentor' && programme > 0 && couple % 8 === 1 ? veteran(members, programme, platform) : null;
        const when = couple >= pairs ? 1 + chance.next() : chance.next();
        const who = before ?? person(role, language, platform, temper);
        const join: Join = { programme, role, when, answers: answersOf(role, who.language, common, chance) };
        if (before) members.splice(members.indexOf(before), 1, { ...before, joins: [...before.joins, join] });
        else members.push({ ...who, joins: [join] });
      }
    }
  }
  return { coordinators, members };
}

/** A few more than make the pairs, so that somebody is left over, and has a place when somebody says no. */
function extra(pairs: number): number {
  return Math.max(1, Math.round(pairs * 0.08));
}

/** A mentor of the programme before who takes part once more: one person, one invitation. */
function veteran(members: readonly Member[], programme: number, platform: Platform): Member | null {
  const fit = (one: Member) => one.role === 'mentor' && one.platform === platform && (one.temper === 'prompt' || one.temper === 'busy');
  return members.find((one) => fit(one) && one.joins.every((join) => join.programme < programme)) ?? null;
}

/** One after the other for both of each couple. Whom nobody hears from come in twos where they can: then a whole pair is silent. */
function temperOf(couples: number, chance: Chance): Temper[] {
  const many = (temper: keyof typeof SHARES, least: number) => Array<Temper>(Math.max(least, Math.round(couples * 2 * SHARES[temper]))).fill(temper);
  const silent = many('silent', 2);
  const others = [...many('busy', 1), ...many('slow', 1), ...many('leaving', 1)];
  const rest = chance.shuffled([...others, ...Array<Temper>(Math.max(0, couples * 2 - silent.length - others.length)).fill('prompt')]);
  const twos = Array.from({ length: couples }, (_, couple) => (couple < silent.length / 2 ? silent.slice(couple * 2, couple * 2 + 2) : []));
  return chance.shuffled(twos).flatMap((two) => [...two, ...rest.splice(0, 2 - two.length)]);
}
