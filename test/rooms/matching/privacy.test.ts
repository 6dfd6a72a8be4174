// Whatever people write in their profiles, no message before the second yes tells who they are (S4.21, S4.22).

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '../../../src/mentoring/orientation/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY } from '../../../src/time.ts';
import { createWorld } from '../../support/world.ts';
import { CASES, CONTACTS, EMPLOYERS, folded, NAMES, placed, SENTENCES, telling, WRAPS } from './secrets.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());

const FIELDS = ['experience', 'interests', 'topics', 'challenges', 'ideal', 'wishes'] as const;

interface Written {
  readonly employer: string;
  readonly contact: string;
  readonly sentence: string;
  readonly field: (typeof FIELDS)[number];
  readonly wrap: number;
  readonly how: number;
  readonly at: number;
}

const written = fc.record<Written>({
  employer: fc.constantFrom(...EMPLOYERS),
  contact: fc.constantFrom(...CONTACTS),
  sentence: fc.constantFrom(...SENTENCES),
  field: fc.constantFrom(...FIELDS),
  wrap: fc.nat(WRAPS.length - 1),
  how: fc.nat(CASES.length - 1),
  at: fc.nat(20),
});

function profileOf(name: string, of: Written): Partial<Profile> {
  const dressed = (secret: string) => WRAPS[of.wrap]?.(CASES[of.how]?.(secret) ?? secret) ?? secret;
  const text = [dressed(name), dressed(of.employer), of.contact].reduce((words, secret, index) => placed(words, secret, of.at + 3 * index), of.sentence);
  return { employer: of.employer, title: 'Wheelwright', [of.field]: text, topics: of.field === 'topics' ? text : dressed(name) };
}

it('tells nobody who the other is, in any message before the second yes', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 6, maxLength: 6 }), async (all) => {
      const world = await createWorld({ database });
      const anna = await world.person('Coordinator');
      await world.grant(anna, 'programme');
      const members = [];
      for (const [index, of] of all.entries()) {
        const name = NAMES[index] ?? '';
        const person = await world.person(name, {
          email: `${folded(name).replace(/\P{L}+/gu, '.')}@example.org`,
          language: (['en', 'sv', 'es'] as const)[index % 3] ?? 'en',
        });
        await world.join(person, index % 2 === 0 ? 'mentee' : 'mentor', { profile: profileOf(name, of) });
        members.push({ person, name, employer: of.employer });
      }
      await world.click(anna, await world.command(anna, '/match'), 'matching.publish');
      await world.deliver();
      for (const { person } of members.filter((_, index) => index % 2 === 0)) {
        const [asked] = world.inbox(person);
        if (asked) await world.click(person, asked, 'matching.menteeYes');
      }
      await world.advance(3 * DAY);
      const delivered = members.flatMap(({ person }) => world.inbox(person).map(({ text }) => text));
      expect(delivered.length).toBeGreaterThan(8);
      for (const text of delivered) {
        const words = new Set(folded(text).match(/\p{L}+/gu) ?? []);
        const secrets = members.flatMap(({ name, employer }) => [...telling(name), ...telling(employer)]);
        expect(
          secrets.filter((secret) => words.has(secret)),
          text,
        ).toEqual([]);
        expect(text).not.toMatch(/@|www|:\/\/|linkedin|github|Wheelwright|\d{3}/i);
      }
      await database.prisma.timer.deleteMany();
      await database.prisma.message.deleteMany();
    }),
    { numRuns: 25 },
  );
});
