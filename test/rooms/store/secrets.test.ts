import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretsOf } from '../../../src/runtime/secrets.ts';

const [one, two] = [randomBytes(32), randomBytes(32)];
const unreadable = expect.objectContaining({ code: 'sealed-unreadable' });

describe('secrets', () => {
  const secrets = secretsOf([one]);

  it('gives back any text, and never shows it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const sealed = secrets.seal(text, 'a');
        expect(secrets.open(sealed, 'a')).toBe(text);
        expect(sealed).not.toContain(text);
        expect(secrets.seal(text, 'a')).not.toBe(sealed);
      }),
    );
  });

  it('opens neither for another purpose nor with another key', () => {
    const sealed = secrets.seal('goal', 'tenant-a:Goal.text');
    expect(() => secrets.open(sealed, 'tenant-b:Goal.text')).toThrow(unreadable as never);
    expect(() => secretsOf([two]).open(sealed, 'tenant-a:Goal.text')).toThrow(unreadable as never);
  });

  it('notices every altered sign', () => {
    const sealed = secrets.seal('a goal of mine', 'p');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'B', '.', '-'), (at, sign) => {
        const altered = sealed.slice(0, at) + sign + sealed.slice(at + 1);
        // The last sign of base64url holds spare bits: altering those alone alters nothing.
        if (
          Buffer.from(altered.split('.')[1] ?? '', 'base64url').equals(Buffer.from(sealed.split('.')[1] ?? '', 'base64url')) &&
          altered.split('.')[0] === sealed.split('.')[0]
        )
          return;
        expect(() => secrets.open(altered, 'p')).toThrow();
      }),
    );
  });

  it('opens old texts after a change of keys', () => {
    const old = secrets.seal('text', 'p');
    const both = secretsOf([two, one]);
    expect(both.open(old, 'p')).toBe('text');
    expect(secretsOf([two]).open(both.seal('text', 'p'), 'p')).toBe('text');
  });

  it('refuses a key of another length', () => {
    expect(() => secretsOf([randomBytes(31)])).toThrow('32 bytes');
  });
});
