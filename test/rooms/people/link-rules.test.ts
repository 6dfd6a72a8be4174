// Codes, who stays of two who become one, and where messages go. No storage.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LIFE, codeIn, grouped, hashed, type Link, newCode } from '../../../src/mentoring/people/link.ts';
import { isAsked, oneOf, samePlace, standingOf, whoStays } from '../../../src/mentoring/people/link-rules.ts';
import type { Account, Person } from '../../../src/mentoring/people/person.ts';
import { placeFor, placeFrom } from '../../../src/mentoring/people/places.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { type Instant, instantOf, plus } from '../../../src/time.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');
const ids = idsOf(systemClock);
const code = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/);

describe('a code', () => {
  it('has eight letters and digits of which no two look alike, and is hardly ever the same twice', () => {
    const codes = Array.from({ length: 5000 }, () => newCode(ids));
    for (const one of codes) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(codes).size).toBe(codes.length);
    // Every letter in every place: all forty bits are used.
    for (let place = 0; place < 8; place++) expect(new Set(codes.map((one) => one[place])).size).toBe(32);
  });

  it('is read whatever its case, spaces, dashes and the looks of its letters', () => {
    const noise = fc.constantFrom('', ' ', '-', '–', '\t', '  - ', '.', '“');
    const alike: Readonly<Record<string, readonly string[]>> = { '0': ['o', 'O'], '1': ['i', 'I', 'l', 'L'] };
    const looks = (letter: string) => fc.constantFrom(letter, letter.toLowerCase(), ...(alike[letter] ?? []));
    const typing = code.chain((one) => fc.tuple(fc.constant(one), ...one.split('').map((letter) => fc.tuple(noise, looks(letter)).map((two) => two.join('')))));
    fc.assert(fc.property(typing, ([one, ...typed]) => codeIn(typed.join('')) === one));
    fc.assert(fc.property(code, (one) => codeIn(grouped(one)) === one));
  });

  it('is none where anything is missing, too much, or no letter of ours', () => {
    for (const typed of ['', 'ABCD', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFGU', 'åäö', '12345678 9']) expect(codeIn(typed), typed).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(codeIn(typed) ?? '00000000')));
  });

  it('is kept in a form that does not show it, and that is another in each organisation', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(hashed(one, 'a')).not.toContain(one);
        expect(hashed(one, 'a')).not.toBe(hashed(one, 'b'));
      }),
    );
  });
});

function link(of: Partial<Link>): Link {
  const made = { id: 'l', personId: 'maker', accountId: 'there', code: 'x', createdAt: NOW, expiresAt: plus(NOW, CODE_LIFE) };
  return { ...made, state: 'open', claimedBy: null, ...of };
}

describe('a code that somebody types', () => {
  const late = plus(NOW, CODE_LIFE);
  const here = { id: 'here', personId: 'claimer' };
  const claimed = { state: 'claimed', claimedBy: 'here' } as const;
  const cases: readonly (readonly [what: string, link: Partial<Link>, account: { id: string; personId: string }, at: Instant, standing: string])[] = [
    ['can be taken until its time has passed', {}, here, plus(late, -1), 'free'],
    ['is too late from then on', {}, here, late, 'late'],
    ['is one’s own where it was made', {}, { id: 'there', personId: 'maker' }, NOW, 'own'],
    ['is of no use in another account of one’s own', {}, { id: 'third', personId: 'maker' }, NOW, 'already'],
    ['has done its work where they are one', { state: 'joined', claimedBy: 'here' }, { id: 'here', personId: 'maker' }, NOW, 'already'],
    ['has been taken by oneself', claimed, here, NOW, 'asked'],
    ['has been taken by oneself, and nobody answered', claimed, here, late, 'late'],
    ['has been taken by somebody else', claimed, { id: 'other', personId: 'other' }, NOW, 'used'],
    ['has been used', { state: 'joined', claimedBy: 'here' }, { id: 'other', personId: 'other' }, NOW, 'used'],
    ['was refused', { state: 'refused', claimedBy: 'here' }, here, NOW, 'used'],
  ];
  it.each(cases)('%s', (_what, of, account, at, standing) => expect(standingOf(link(of), account, at)).toBe(standing));

  it('waits for the last word only once it is claimed, and not for ever', () => {
    expect([link({}), link(claimed), link({ ...claimed, state: 'refused' })].map((one) => isAsked(one, NOW))).toEqual([false, true, false]);
    expect(isAsked(link(claimed), late)).toBe(false);
  });
});

function account(of: Partial<Account>): Account {
  return { id: 'a', personId: 'p', platform: 'slack', externalId: 'U1', conversation: null, reachable: true, ...of };
}

function person(of: Partial<Person>): Person {
  const facts = { name: of.id ?? 'p', email: null, language: 'en', timeZone: 'UTC', chosen: [], prefers: null, formerly: [] } as const;
  return { id: 'p', ...facts, createdAt: NOW, leftAt: null, ...of };
}

describe('of two who are one', () => {
  it('stays who has something to keep, else who made the code, and nobody goes where both have', () => {
    expect(whoStays({ maker: true, claimer: false })).toBe('maker');
    expect(whoStays({ maker: false, claimer: true })).toBe('claimer');
    expect(whoStays({ maker: false, claimer: false })).toBe('maker');
    expect(whoStays({ maker: true, claimer: true })).toBeNull();
  });

  it('what the one chose stands; what only the other chose is taken over, and so is an address', () => {
    const stays = person({ id: 'a', language: 'sv', chosen: ['language'], formerly: ['x'] });
    const goes = person({ id: 'b', language: 'es', timeZone: 'Europe/Madrid', chosen: ['language', 'timeZone'], email: 'b@example.org', formerly: ['y'] });
    expect(oneOf(stays, goes, 'slack')).toEqual({
      ...stays,
      ...{ timeZone: 'Europe/Madrid', chosen: ['language', 'timeZone'], email: 'b@example.org', prefers: 'slack', formerly: ['x', 'b', 'y'] },
    });
    expect(oneOf({ ...stays, email: 'a@example.org', prefers: 'web' }, goes, 'slack')).toMatchObject({ email: 'a@example.org', prefers: 'web' });
  });

  it('neither may bring a second account in one chat', () => {
    expect(samePlace([account({}), account({ platform: 'teams' })])).toBeNull();
    expect(samePlace([account({}), account({ platform: 'teams' }), account({ platform: 'teams' })])).toBe('teams');
  });
});

describe('a message to somebody with several accounts', () => {
  const accounts = fc.uniqueArray(fc.record({ platform: fc.constantFrom('slack', 'teams', 'web'), reachable: fc.boolean() }), {
    selector: (one) => one.platform,
  });
  const platforms = fc.subarray(['slack', 'teams', 'web']).map((all) => new Set(all));

  it('goes where it gets through, there where it is wanted if it can, and nowhere only where nothing is reachable', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom('slack', 'teams', 'web', null), platforms, (some, prefers, connected) => {
        const all = some.map((one) => account(one));
        const found = placeFor(all, prefers, connected);
        const open = all.filter((one) => one.reachable);
        const through = open.filter((one) => connected.has(one.platform));
        expect(found === undefined).toBe(open.length === 0);
        if (through.length > 0) expect(through).toContain(found);
        const best = through.length > 0 ? through : open;
        if (found && best.some((one) => one.platform === prefers)) expect(found.platform).toBe(prefers);
      }),
    );
  });

  it('can be asked for by the name of the place in each language', () => {
    for (const typed of ['Teams', 'microsoft  TEAMS', ' msteams ']) expect(placeFrom(typed)).toBe('teams');
    for (const typed of ['webbläsaren', 'Browser', 'el navegador', 'web']) expect(placeFrom(typed)).toBe('web');
    expect(placeFrom('Slack')).toBe('slack');
    expect(placeFrom('Discord')).toBe('discord');
  });
});
