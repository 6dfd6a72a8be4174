// A programme as a file: whatever is written is read back as the same programme, and people can read it (issue 5, part 1).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, TEMPLATE_PLANS, writePlan } from '../../../src/mentoring/calendar/index.ts';
import { AUDIENCES, PARTS, type Plan, planSchema } from '../../../src/mentoring/calendar/plan.ts';
import { WEEK_POLICIES, WEEKDAYS } from '../../../src/mentoring/calendar/rule.ts';

const FORMATS = ['yaml', 'json'] as const;
/** What has a meaning of its own in YAML or JSON, or looks like another kind of value. */
const TRICKY = ['yes', 'null', '~', '0x10', '1e3', '13:00', '-', '- a', '# no comment', 'a: b', '{a}', '[a]', '&a', '*a', '!a', '|', '>', '%', '@', '`'];
const MORE = ['"quoted"', "it's", '\\n', 'två 👩‍🏫', 'مرحبا', '...', '---', '<<', '__proto__', 'a #b', '2026-09-03', 'true', '=', '?', ', ,'];

const words = (max: number) =>
  fc.oneof(
    fc.constantFrom(...TRICKY, ...MORE),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: max })
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/[\p{C}\s]+/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== '' && text.length <= max),
  );

const year = fc.integer({ min: -1, max: 1 });
const month = fc.integer({ min: 1, max: 12 });
const weekday = fc.constantFrom(...WEEKDAYS);
const day = fc.oneof(
  fc.record({ kind: fc.constant('date'), month, day: fc.integer({ min: 1, max: 28 }), year }),
  fc.record({ kind: fc.constant('nth'), nth: fc.integer({ min: 1, max: 4 }), weekday, month, year }),
  fc.record({ kind: fc.constant('last'), weekday, month, year }),
  fc.record({ kind: fc.constant('after'), milestone: fc.constant('kickoff'), days: fc.integer({ min: -400, max: 400 }), working: fc.boolean() }),
);
const span = fc.oneof(
  fc.record({ kind: fc.constant('week'), which: fc.constantFrom('first', 'last'), month, year }),
  fc.record({ kind: fc.constant('month'), month, year }),
  fc.constant({ kind: 'between', from: 'kickoff', until: 'closing' }),
);

const hours = fc.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 })).filter(([from, until]) => from < until);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const partsOf = fc.uniqueArray(fc.constantFrom(...PARTS), { minLength: 1 }).chain((names) =>
  fc.tuple(
    ...names.map((part) =>
      fc
        .record({
          hours,
          audience: fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength: 1 }),
          recruits: fc.boolean(),
          place: fc.oneof(fc.constant(''), words(100)),
          link: fc.constantFrom('', 'https://example.org/rum?q=1#a', 'https://exempel.se/träff'),
          capacity: fc.option(fc.integer({ min: 1, max: 2000 })),
          inviteDays: fc.integer({ min: 1, max: 120 }),
        })
        .map(({ hours: [from, until], ...more }) => ({ part, from: clock(from), until: clock(until), ...more })),
    ),
  ),
);

const title = words(100);
const own = fc.oneof(
  fc.record({ kind: fc.constant('gathering'), rule: day, parts: partsOf, shared: fc.boolean(), title }),
  fc.record({ kind: fc.constant('pair-meeting'), rule: fc.oneof(day, span) }),
  fc.record({ kind: fc.constantFrom('call', 'matching', 'results', 'talk'), rule: fc.oneof(day, span), deadline: fc.boolean(), title }),
  fc.record({ kind: fc.constant('results'), rule: day, written: fc.constantFrom('10/9', '3/12'), title }),
);

const plans: fc.Arbitrary<Plan> = fc
  .record({
    name: words(60),
    weeks: fc.constantFrom(...WEEK_POLICIES),
    holidays: fc.constantFrom('SE', 'ES', 'ES-MD', 'none'),
    kickoff: partsOf,
    closing: partsOf,
    own: fc.array(own, { maxLength: 12 }),
    stages: fc.array(fc.record({ stage: fc.integer({ min: 1, max: 7 }), from: fc.constant('kickoff'), until: fc.constant('closing') }), { maxLength: 7 }),
  })
  .map(({ kickoff, closing, own: more, ...plan }) =>
    planSchema.parse({
      format: 'mentor-cycle/programme@1',
      ...plan,
      milestones: [
        { id: 'kickoff', kind: 'gathering', rule: { kind: 'date', month: 2, day: 1 }, parts: kickoff },
        ...more.map((one, index) => ({ ...one, id: `own-${index}`, ...(one.kind === 'pair-meeting' ? { number: index + 1 } : {}) })),
        { id: 'closing', kind: 'gathering', rule: { kind: 'last', weekday: 'friday', month: 11 }, parts: closing },
      ],
    }),
  );

describe('a programme file', () => {
  it.each(FORMATS)('brings any programme back as it was, in %s', (format) => {
    fc.assert(
      fc.property(plans, fc.constantFrom('en', 'sv', 'es'), (plan, language) => {
        const text = writePlan(plan, format, language);
        expect(readPlan(text)).toEqual({ plan, doubts: [] });
        expect(writePlan(plan, format, language)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it.each(FORMATS)('brings the two programmes of the manual back as they were, in %s', (format) => {
    for (const plan of Object.values(TEMPLATE_PLANS)) expect(readPlan(writePlan(plan, format))).toEqual({ plan, doubts: [] });
  });

  it('has each rule on one line, and says nothing that goes without saying', () => {
    const text = writePlan(TEMPLATE_PLANS.september, 'yaml');
    expect(text).toContain('  - id: kickoff\n    kind: gathering\n    rule: { kind: nth, nth: 4, weekday: thursday, month: 9 }\n    written: 24/9\n');
    expect(text.match(/rule: \{[^\n]*\}/g)).toHaveLength(TEMPLATE_PLANS.september.milestones.length);
    expect(text).not.toMatch(/inviteDays|capacity|deadline: false|year: 0/);
    expect(text.length).toBeLessThan(6000);
  });

  it('begins with what it is, in the reader’s language', () => {
    expect(writePlan(TEMPLATE_PLANS.january, 'yaml', 'en')).toMatch(/^# A mentoring programme\./);
    expect(writePlan(TEMPLATE_PLANS.january, 'yaml', 'sv')).toMatch(/^# Ett mentorskapsprogram\./);
    expect(writePlan(TEMPLATE_PLANS.january, 'yaml', 'es')).toMatch(/^# Un programa de mentoría\./);
  });

  it('takes what editors and e-mail do to a text: line ends, a byte-order mark, tabs in JSON', () => {
    const { september: plan } = TEMPLATE_PLANS;
    expect(readPlan(`\ufeff${writePlan(plan, 'yaml').replaceAll('\n', '\r\n')}`)).toMatchObject({ plan });
    expect(readPlan(JSON.stringify(plan, null, '\t'))).toMatchObject({ plan });
    expect(readPlan(JSON.stringify(plan))).toMatchObject({ plan });
  });

  it('leaves out of a title what nobody sees, and composes its letters', () => {
    const text = writePlan(TEMPLATE_PLANS.september, 'yaml').replace('name: September to May', 'name: "Ho\u0308st \\u202e2026\\nm.m."');
    const read = readPlan(text);
    expect('plan' in read && read.plan.name).toBe('Höst 2026 m.m.');
  });
});
