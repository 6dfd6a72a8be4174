// The picture of the year: everything in it, nothing upon anything else, in three languages and with the longest names.

import { assert, constantFrom, integer, property, record, string, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES, type Language } from '../../../src/bot/texts/language.ts';
import type { Text } from '../../../src/bot/views/text.ts';
import { type Dates, datesOf, milestoneName, type PlanMilestone, planSchema, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { yearPicture, yearPictureWords } from '../../../src/mentoring/year/picture/picture.ts';
import { COLOURS } from '../../../src/mentoring/year/picture/pen.ts';
import { civilOf } from '../../../src/time.ts';
import { collisionsIn, polesIn, textsIn } from './drawn.ts';

const autumn = datesOf({ plan: TEMPLATE_PLANS.september, year: 2026, shifts: [] });
const january = datesOf({ plan: TEMPLATE_PLANS.january, year: 2027, shifts: [] });
const both = [
  { name: 'Septemberstarten 2026', dates: autumn },
  { name: 'Januaristarten 2027', dates: january },
];
const today = civilOf('2026-11-22');
const inWords = (text: Text, language: Language) => wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });
const saidIn = (svg: string) => textsIn(svg).map(({ text }) => text);

describe('the picture of the year', () => {
  it.each(LANGUAGES)('shows both programmes with all their dates: %s', (language) => {
    const svg = yearPicture({ calendars: both, today, language });
    const said = saidIn(svg);
    for (const { name, dates } of both) {
      expect(said.some((text) => text.startsWith(name))).toBe(true);
      for (const { milestone } of dates.dates) {
        const words = inWords(milestoneName(milestone), language);
        // A pair meeting shows its number, and its name to whoever points at it.
        if (milestone.kind === 'pair-meeting')
          expect([said, svg.includes(`<title>${words}, `)]).toEqual([expect.arrayContaining([String(milestone.number)]), true]);
        else expect(said.filter((text) => text.startsWith(words)).length, words).toBeGreaterThan(0);
      }
    }
    expect(collisionsIn(svg)).toEqual([]);
    expect(polesIn(svg)).toHaveLength([...autumn.dates, ...january.dates].filter(({ milestone }) => !['pair-meeting', 'talk'].includes(milestone.kind)).length);
  });

  it('says each date as it is: S2.4 to S2.17', () => {
    const said = saidIn(yearPicture({ calendars: both, today, language: 'en' }));
    for (const one of [
      'Mentor mingle 3 Sept',
      'Matching ready 10 Sept',
      'Kick-off 24 Sept',
      'Closing gathering 27 May',
      'Match results 1 Jan',
      'Kick-off 11 Feb',
      'Closing gathering 11 Nov',
    ]) {
      expect(said).toContain(one);
    }
    expect(said.filter((text) => /^[1-6]$/.test(text))).toEqual(['1', '2', '3', '4', '5', '6', '1', '2', '3', '4', '5', '6', '1']);
    expect(said).toContain('September start 2026'.replace('September start', 'Septemberstarten') + ' 11 June 2026 – 27 May 2027');
  });

  it('stands where the months are: earlier is further to the left, and days are as far apart as they are', () => {
    const at = new Map(textsIn(yearPicture({ calendars: both, today: null, language: 'en' })).map((box) => [box.text, box.left]));
    const x = (text: string) => at.get(text) ?? Number.NaN;
    const week = x('Kick-off 24 Sept') - x('Training for mentors 17 Sept');
    const span = x('Kick-off 11 Feb') - x('Training for mentors 28 Jan');
    expect(span / week).toBeCloseTo(2, 1);
    expect(x('Jan')).toBeGreaterThan(x('Dec'));
  });

  it('has a line for today, as long as the year is on', () => {
    const says = (day: string | null) =>
      saidIn(yearPicture({ calendars: both, today: day === null ? null : civilOf(day), language: 'sv' })).filter((text) => text.startsWith('I dag'));
    expect(says('2026-11-22')).toEqual(['I dag, 22 nov. 2026']);
    expect([says('2026-06-01'), says('2027-11-30')].map((all) => all.length)).toEqual([1, 1]);
    expect([says('2026-05-31'), says('2027-12-01'), says(null)]).toEqual([[], [], []]);
  });

  it('explains in words only the signs that it has', () => {
    const only = (kind: PlanMilestone['kind']): Dates => ({ faults: [], dates: autumn.dates.filter(({ milestone }) => milestone.kind === kind) });
    const legend = (dates: Dates) => saidIn(yearPicture({ calendars: [{ name: 'A', dates }], today: null, language: 'en' }));
    expect(legend(autumn)).toEqual(
      expect.arrayContaining(['Gathering', 'At the latest', 'Other dates', 'Week of a pair meeting, with its number', 'Three-party talks']),
    );
    expect(legend(only('gathering'))).not.toEqual(expect.arrayContaining(['At the latest']));
    expect(legend(only('results'))).not.toEqual(expect.arrayContaining(['Gathering']));
  });

  it('takes a cohort whose dates cannot be computed, and an organisation without calendars', () => {
    const none = { name: 'Ännu inget', dates: { dates: [], faults: [] } };
    expect(saidIn(yearPicture({ calendars: [none], today, language: 'sv' }))).toEqual(['Programåret', 'Ännu inget']);
    expect(saidIn(yearPicture({ calendars: [none, ...both], today, language: 'sv' }))).toContain('Ännu inget');
    expect(saidIn(yearPicture({ calendars: [], today, language: 'sv' }))).toEqual(['Programåret']);
    expect(saidIn(yearPicture({ calendars: [none, none, none, none, { ...none, name: 'the fifth' }], today, language: 'sv' }))).not.toContain('the fifth');
  });

  it('lets nobody write into the drawing, and draws no half characters', () => {
    const name = `<script>alert("1")</script> & 'so' \u202eon\u0000\ud800 👩‍👩‍👧‍👦🇸🇪`;
    const svg = yearPicture({ calendars: [{ name, dates: titled(name) }], today, language: 'en' });
    expect(svg).not.toMatch(/<script|\u202e|\ud800|👩/);
    expect([svg.isWellFormed(), svg.includes('\0')]).toEqual([true, false]);
    expect(saidIn(svg).some((text) => text.startsWith(`<script>alert("1")</script> & 'so' on\ufffd`))).toBe(true);
    // A page's policy lets no drawing bring a style or a script of its own.
    expect(svg).not.toMatch(/<style|style=|href|url\(|<image|<foreignObject/);
  });

  it('can be read: words stand out from the paper, and signs too', () => {
    const ratios = (['ink', 'soft', 'accent'] as const).map((colour) => contrast(COLOURS[colour], COLOURS.paper));
    expect(Math.min(...ratios, contrast(COLOURS['on-accent'], COLOURS.accent), contrast(COLOURS.paper, COLOURS.ink))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(COLOURS.edge, COLOURS.paper)).toBeGreaterThanOrEqual(3);
  });

  it('puts nothing upon anything else, whatever the file says', () => {
    const when = record({ month: integer({ min: 1, max: 12 }), day: integer({ min: 1, max: 28 }), year: integer({ min: -1, max: 1 }) });
    const words = constantFrom('a', 'W', 'ä', 'ñ', 'm', ' ', 'i', 'Ж', '&', '9');
    const one = record({
      when,
      kind: constantFrom('call', 'gathering', 'pair-meeting', 'results', 'talk'),
      title: string({ unit: words, minLength: 1, maxLength: 120 }),
    });
    const calendar = record({ name: string({ unit: words, maxLength: 80 }), all: array(one, { maxLength: 25 }) });
    assert(
      property(array(calendar, { minLength: 1, maxLength: 4 }), constantFrom(...LANGUAGES), (calendars, language) => {
        const drawn = calendars.map(({ name, all }) => ({ name, dates: datesOf({ year: 2026, shifts: [], plan: planOf(all) }) }));
        const svg = yearPicture({ calendars: drawn, today, language });
        expect(collisionsIn(svg)).toEqual([]);
        const [, width = 0, height = 0] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
        const outside = textsIn(svg).filter((box) => box.left < 0 || box.right > width || box.bottom > height);
        expect([width, outside]).toEqual([1200, []]);
      }),
      { numRuns: 150 },
    );
  });

  it('goes as far as a programme goes, and back to a single day', () => {
    const shifts = [{ milestone: 'closing', from: civilOf('2199-03-01'), until: civilOf('2199-03-01') }];
    const far = yearPicture({ calendars: [{ name: 'Far', dates: datesOf({ plan: TEMPLATE_PLANS.september, year: 2026, shifts }) }], today, language: 'en' });
    expect(far.length).toBeLessThan(40_000);
    expect(collisionsIn(far)).toEqual([]);
    const day = { faults: [], dates: autumn.dates.filter(({ milestone }) => milestone.id === 'mingle') };
    expect(saidIn(yearPicture({ calendars: [{ name: 'One', dates: day }], today: null, language: 'en' }))).toEqual(
      expect.arrayContaining(['One 3 September 2026', 'Mentor mingle 3 Sept', '2026', 'Sept']),
    );
  });
});

describe('the words beside the picture', () => {
  it.each([
    ['en', 'Kick-off 24 Sept 2026', 'Between them, 6 pair meetings.'],
    ['sv', 'Kick-off 24 sep. 2026', 'Däremellan 6 parträffar.'],
    ['es', 'Sesión inaugural el 24 sept 2026', 'Entre medias, 6 reuniones de pareja.'],
  ] as const)('name the gatherings of both, and how often pairs meet: %s', (language, kickoff, meetings) => {
    const words = inWords(yearPictureWords({ calendars: both }), language);
    expect(words).toContain(`Septemberstarten 2026: `);
    expect(words).toContain(kickoff);
    expect(words.split(meetings)).toHaveLength(3);
    expect(words.length).toBeLessThan(2000);
  });

  it('say so where there is nothing yet', () => {
    const calendars = [{ name: 'New', dates: { dates: [], faults: [] } }];
    expect(inWords(yearPictureWords({ calendars }), 'en')).toBe('The programme year, month by month. New: no gatherings yet.');
  });
});

function titled(title: string): Dates {
  return { faults: [], dates: autumn.dates.map((one) => ({ ...one, milestone: { ...one.milestone, title } })) };
}

interface Made {
  readonly when: { readonly month: number; readonly day: number; readonly year: number };
  readonly kind: string;
  readonly title: string;
}

function planOf(all: readonly Made[]) {
  const part = { part: 'day', from: '10:00', until: '12:00', audience: ['pairs'] };
  const base = { id: 'base', kind: 'call', rule: { kind: 'date', month: 9, day: 1 } };
  const milestones = all.map(({ when, kind, title }, index) => ({
    ...{ id: `m${index}`, kind, title },
    rule:
      kind === 'talk'
        ? { kind: 'between', from: 'base', until: 'base' }
        : kind === 'call'
          ? { kind: 'month', month: when.month, year: when.year }
          : { kind: 'date', ...when },
    ...(kind === 'pair-meeting' ? { number: (index % 24) + 1 } : {}),
    ...(kind === 'gathering' ? { parts: [part] } : {}),
  }));
  return planSchema.parse({ format: 'mentor-cycle/programme@1', name: 'Made up', milestones: [base, ...milestones] });
}

/** WCAG's contrast of two colours. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
