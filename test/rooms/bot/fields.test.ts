import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choices, clean, day, fieldFaults, lengthOf, line, optionalParagraph, wholeNumber } from '../../../src/bot/actions/fields.ts';
import { HOSTILE } from '../../support/hostile.ts';

const form = z.object({ title: line(20), why: optionalParagraph(50), when: day(), count: wholeNumber(1, 5), ways: choices(['a', 'b']) });
const good = { title: ' Tala  inför folk ', why: 'rad\r\nrad', when: '2026-10-15', count: '3', ways: 'a' };

describe('the fields of a form', () => {
  it('takes what people type, tidied', () => {
    expect(form.parse(good)).toEqual({ title: 'Tala inför folk', why: 'rad\nrad', when: '2026-10-15', count: 3, ways: ['a'] });
  });

  it('names each faulty field, and only those', () => {
    const faulty = form.safeParse({ ...good, title: '  ', when: '2026-02-30', count: 'six', ways: ['c'] });
    expect(Object.keys(fieldFaults(faulty.error as z.ZodError)).sort()).toEqual(['count', 'title', 'ways', 'when']);
    expect(fieldFaults(faulty.error as z.ZodError)['count']).toEqual({ say: 'error.notANumber', args: { min: 1, max: 5 } });
  });

  it('counts as people count: a family is one sign', () => {
    expect(lengthOf('👩‍👩‍👧‍👦🇸🇪é')).toBe(3);
    expect(form.safeParse({ ...good, title: '👩‍👩‍👧‍👦'.repeat(20) }).success).toBe(true);
    const long = form.safeParse({ ...good, title: 'x'.repeat(21) });
    expect(fieldFaults(long.error as z.ZodError)['title']).toEqual({ say: 'error.tooLong', args: { max: 20, length: 21 } });
  });

  it('leaves no control, no direction mark and no broken half of a sign in any text', () => {
    const odd = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(odd, (text) => {
        const tidy = clean(text);
        expect(tidy.isWellFormed()).toBe(true);
        // eslint-disable-next-line no-control-regex
        expect(tidy).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
        expect(clean(tidy)).toBe(tidy);
      }),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (a, b) => void form.safeParse({ title: a, why: b, when: a, count: b, ways: a })));
  });
});
