// Addresses outside the chat: what they are about is sealed, opens for one use, and for nothing else.

import { randomBytes } from 'node:crypto';
import { assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, openAddress } from '../../../src/bot/views/address.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';

const [key, other] = [randomBytes(32), randomBytes(32)];
const secrets = secretsOf([key]);
const site = () => 'https://mentor.example.org';
const anna = { tenantId: 't1', personId: 'p1', language: 'sv' } as const;

const picture = { to: 'picture', about: { year: 'c1' } } as const;
const address = (to: 'picture' | 'event' = 'picture') => addressOf({ to, about: { year: 'c1' } }, anna, { site, secrets }) ?? '';
const tokenIn = (url: string) => /\/(?:picture|event)\/(.+)\.(?:png|ics)$/.exec(url)?.[1] ?? '';

describe('an address', () => {
  it('lies under the deployment’s own, and ends as the file that it leads to', () => {
    expect(address('picture')).toMatch(/^https:\/\/mentor\.example\.org\/picture\/[\w.-]+\.png$/);
    expect(address('event')).toMatch(/^https:\/\/mentor\.example\.org\/event\/[\w.-]+\.ics$/);
    expect(addressOf({ to: 'calendar', about: { code: 'abc' } }, anna, { site, secrets })).toBe('https://mentor.example.org/calendar/abc.ics');
    expect(addressOf({ to: 'join', about: { code: 'abc' } }, anna, { site, secrets })).toBe('https://mentor.example.org/join/abc');
  });

  it('is not there where the deployment has none', () => {
    expect(addressOf(picture, anna, { secrets })).toBeNull();
    expect(addressOf(picture, anna, { secrets, site: () => null })).toBeNull();
  });

  it('is short enough for every chat, and tells nobody what it is about', () => {
    const about = { year: 'c'.repeat(40), invitation: 'i'.repeat(40), at: Number.MAX_SAFE_INTEGER };
    const reader = { ...anna, tenantId: 't'.repeat(40), personId: 'p'.repeat(40) };
    const url = addressOf({ to: 'picture', about }, reader, { site, secrets }) ?? '';
    expect(url.length).toBeLessThan(600);
    expect(Buffer.from(tokenIn(url).split('.')[1] ?? '', 'base64url').toString('latin1')).not.toMatch(/c{40}|p{40}|t{40}/);
    expect(address()).not.toBe(address());
  });

  it('opens to who looks, in which language, and what it is about', () => {
    expect(openAddress('picture', tokenIn(address()), secrets)).toEqual({ ...anna, about: { year: 'c1' } });
  });

  it('opens for no other use', () => {
    expect(openAddress('event', tokenIn(address('picture')), secrets)).toBeNull();
    expect(openAddress('picture', tokenIn(address('event')), secrets)).toBeNull();
    // What else is sealed here is none: a button's token, a row.
    for (const purpose of ['token:t1', 't1:Goal.text', 'address of a pictur', '']) {
      expect(openAddress('picture', secrets.seal(JSON.stringify({ t: 't1', p: 'p1', l: 'sv', a: {} }), purpose), secrets)).toBeNull();
    }
  });

  it('names its organisation and reader itself: neither can be another’s', () => {
    const token = tokenIn(address());
    assert(
      property(nat(token.length - 1), constantFrom('A', 'a', '0', '-', '_', '.', 'z'), (at, sign) => {
        const altered = token.slice(0, at) + sign + token.slice(at + 1);
        const opened = openAddress('picture', altered, secrets);
        // The spare bits of the last sign say nothing.
        expect(opened === null || (at === token.length - 1 && opened.personId === 'p1') || altered === token).toBe(true);
      }),
    );
  });

  it('opens to nothing for garbage', () => {
    assert(property(string({ unit: 'binary' }), (text) => openAddress('picture', text, secrets) === null));
    for (const inner of ['', '{', '[]', 'null', '{"t":1}', '{"t":"t1","p":"p1","l":"fi","a":{}}', '{"t":"t1","p":"p1","l":"sv","a":{"x":[1]}}']) {
      expect(openAddress('picture', secrets.seal(inner, 'address of a picture'), secrets)).toBeNull();
    }
  });

  it('opens after a change of keys, until the old one is taken away', () => {
    const token = tokenIn(address());
    expect(openAddress('picture', token, secretsOf([other, key]))).not.toBeNull();
    expect(openAddress('picture', token, secretsOf([other]))).toBeNull();
  });
});
