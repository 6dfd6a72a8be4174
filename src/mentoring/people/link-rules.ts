// What stands in the way of two accounts becoming one, and which of the two people stays. Pure.

import type { Instant } from '../../time.ts';
import type { Link } from './link.ts';
import type { Account, Person } from './person.ts';

/** Why not. `samePlace` and `both` are about the two people, all others about the code. */
export type Hindrance = 'wrong' | 'own' | 'already' | 'used' | 'late' | 'samePlace' | 'both';

/** What a code is to somebody who types it: `asked` where their own yes is said already, `free` where it can be taken. */
export function standingOf(
  link: Link,
  account: Pick<Account, 'id' | 'personId'>,
  now: Instant,
): Exclude<Hindrance, 'wrong' | 'samePlace' | 'both'> | 'asked' | 'free' {
  if (link.personId === account.personId) return link.accountId === account.id && link.state !== 'joined' ? 'own' : 'already';
  if (link.state === 'open') return now < link.expiresAt ? 'free' : 'late';
  if (link.claimedBy !== account.id || link.state !== 'claimed') return 'used';
  return now < link.expiresAt ? 'asked' : 'late';
}

/** Whether the last word is still waited for. */
export function isAsked(link: Link, now: Instant): boolean {
  return link.state === 'claimed' && now < link.expiresAt;
}

/** The platform on which both of two people have an account: one person has only one there. */
export function samePlace(accounts: readonly Account[]): string | null {
  const platforms = accounts.map((account) => account.platform);
  return platforms.find((platform, index) => platforms.indexOf(platform) !== index) ?? null;
}

/** Whoever has something to keep stays; where neither has, whoever made the code. `null` where both have. */
export function whoStays(keeps: { readonly maker: boolean; readonly claimer: boolean }): 'maker' | 'claimer' | null {
  if (keeps.maker && keeps.claimer) return null;
  return keeps.claimer ? 'claimer' : 'maker';
}

/** The one who stays, with what the other chose where the first had not chosen. `place` is where messages have come so far. */
export function oneOf(stays: Person, goes: Person, place: string | null): Person {
  const taken = goes.chosen.filter((name) => !stays.chosen.includes(name));
  return {
    ...stays,
    ...(taken.includes('language') ? { language: goes.language } : {}),
    ...(taken.includes('timeZone') ? { timeZone: goes.timeZone } : {}),
    chosen: [...stays.chosen, ...taken],
    email: stays.email ?? goes.email,
    prefers: stays.prefers ?? place,
    formerly: [...stays.formerly, goes.id, ...goes.formerly],
  };
}
