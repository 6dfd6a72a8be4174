// What is wrong with a programme file is told with its place and its reason, in three languages (issue 5, bad input).

import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES, type Language } from '../../../src/bot/texts/language.ts';
import { type PlanFault, planFaultWords, readPlan, TEMPLATE_PLANS, writePlan } from '../../../src/mentoring/calendar/index.ts';

const GOOD = writePlan(TEMPLATE_PLANS.september, 'yaml');
const CLOSING = '{ kind: last, weekday: thursday, month: 5, year: 1 }';

/** The good file with something else in one place. */
function withThis(before: string, after: string): string {
  if (!GOOD.includes(before)) throw new Error(`the file has no ${before}`);
  return GOOD.replace(before, after);
}

function faultsOf(text: string, year?: number): readonly PlanFault[] {
  const read = readPlan(text, year === undefined ? {} : { year });
  return 'faults' in read ? read.faults : [];
}

function told(faults: readonly PlanFault[], language: Language = 'en'): string[] {
  return faults.map((fault) => wordsOf(planFaultWords(fault), { language, timeZone: 'UTC', terms: {}, names: new Map() }));
}

/** The line of the good file on which something stands, from 1. */
function lineWith(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}

const CASES: readonly [what: string, text: string, at: Partial<PlanFault>, words: RegExp][] = [
  [
    'an unknown kind of rule',
    withThis('{ kind: date, month: 9, day: 3 }', '{ kind: moon, month: 9 }'),
    { milestone: 'mingle', field: 'rule.kind' },
    /Choose one of date/,
  ],
  ['a wrong weekday', withThis(CLOSING, '{ kind: last, weekday: thorsday, month: 5 }'), { milestone: 'closing', field: 'rule.weekday' }, /monday/],
  [
    'a month too many',
    withThis(CLOSING, '{ kind: last, weekday: friday, month: 13 }'),
    { milestone: 'closing', field: 'rule.month' },
    /highest number here is 12/,
  ],
  ['half a month', withThis(CLOSING, '{ kind: last, weekday: friday, month: 1.5 }'), { milestone: 'closing', field: 'rule.month' }, /whole number/],
  ['31 February', withThis(CLOSING, '{ kind: date, month: 2, day: 31 }'), { milestone: 'closing', field: 'rule' }, /no such day/],
  [
    'an unknown milestone',
    withThis('milestone: mentee-training', 'milestone: mentee-trainnig'),
    { milestone: 'mentor-training' },
    /Did you mean mentee-training/,
  ],
  [
    'one that depends on itself',
    withThis('{ kind: date, month: 9, day: 3 }', '{ kind: after, milestone: mingle, days: 1 }'),
    { milestone: 'mingle' },
    /depends on itself/,
  ],
  [
    'a span that ends before it begins',
    withThis('from: kickoff, until: closing }', 'from: closing, until: kickoff }'),
    { milestone: 'three-party-talk' },
    /kickoff comes too early/,
  ],
  ['an unknown region', withThis('holidays: SE', 'holidays: SE-XX'), { milestone: null, field: 'holidays' }, /no such country or region/],
  ['a gathering without parts', GOOD.replace(/(id: closing-evening[^]*?)\n {4}parts:\n.*\n/, '$1\n'), { milestone: 'closing-evening' }, /at least one part/],
  ['a gathering of a week', withThis(CLOSING, '{ kind: week, which: last, month: 5 }'), { milestone: 'closing' }, /needs one day/],
  [
    'hours that run backwards',
    withThis('from: 10:00, until: 16:00', 'from: 16:00, until: 10:00'),
    { milestone: 'closing', field: 'parts.1.until' },
    /later hour/,
  ],
  ['no hour of the day', withThis('from: 10:00, until: 16:00', 'from: 10:00, until: 24:00'), { milestone: 'closing', field: 'parts.1.until' }, /four digits/],
  ['a stage of nowhere', withThis('stage: 3, from: kickoff', 'stage: 3, from: kick-off'), { milestone: null, field: 'stages.3.from' }, /Did you mean kickoff/],
  ['a stage too many', withThis('stage: 7', 'stage: 8'), { field: 'stages.7.stage' }, /highest number here is 7/],
  ['an unknown key', withThis('    deadline: true', '    dedline: true'), { milestone: 'matching-ready' }, /Did you mean deadline/],
  ['a key nobody can guess', withThis('    deadline: true', '    colour: red'), { milestone: 'matching-ready' }, /no colour here/],
  ['a key of JavaScript', withThis('    deadline: true', '    __proto__: { parts: [] }'), { milestone: 'matching-ready' }, /no __proto__ here/],
  ['a key twice', withThis('    deadline: true', '    deadline: true\n    deadline: false'), {}, /deadline stands here twice/],
  ['two of one id', withThis('id: pair-meeting-2', 'id: pair-meeting-1'), { milestone: 'pair-meeting-1', field: 'id' }, /Two milestones/],
  ['a number twice', withThis('number: 2', 'number: 1'), { milestone: 'pair-meeting-2', field: 'number' }, /number 1/],
  ['a part twice', withThis('part: seminar, from: 15:15', 'part: day, from: 15:15'), { milestone: 'kickoff', field: 'parts.2.part' }, /two parts named day/],
  ['no kick-off', withThis('id: kickoff', 'id: start').replaceAll('from: kickoff', 'from: start'), { field: 'milestones' }, /kickoff is needed/],
  [
    'a milestone of one’s own without a title',
    withThis('id: mid-gathering', 'id: half-time').replaceAll('mid-gathering', 'half-time'),
    { milestone: 'half-time' },
    /needs a title/,
  ],
  ['the closing before the kick-off', withThis(CLOSING, '{ kind: date, month: 1, day: 3 }'), { milestone: 'closing' }, /after the kick-off/],
  [
    'no https',
    withThis('until: 16:00, audience: [ pairs ]', 'until: 16:00, audience: [ pairs ], link: "javascript:alert(1)"'),
    { milestone: 'closing', field: 'parts.1.link' },
    /https/,
  ],
  ['another format', withThis('programme@1', 'programme@2'), { field: 'format', line: 5 }, /Write mentor-cycle\/programme@1/],
  [
    'an anchor and a reference',
    withThis('audience: [ pairs ]', 'audience: &all [ pairs ]').replace('audience: [ pairs, other-pairs ]', 'audience: *all'),
    {},
    /Anchors/,
  ],
  ['an anchor nobody refers to', withThis('holidays: SE', 'holidays: &here SE'), {}, /Anchors/],
  ['a tag of YAML’s own', withThis('holidays: SE', 'holidays: !!str SE'), {}, /Anchors/],
  ['a key with a tag', withThis('holidays: SE', '!!str holidays: SE'), {}, /Anchors/],
  ['a tag', withThis('holidays: SE', 'holidays: !!js/function SE'), {}, /Anchors, references and tags/],
  ['a tab', withThis('    deadline: true', '\tdeadline: true'), {}, /tab/],
  ['an open bracket', withThis(CLOSING, '{ kind: last'), {}, /YAML or JSON/],
  ['half a JSON file', writePlan(TEMPLATE_PLANS.september, 'json').slice(0, -20), {}, /YAML or JSON/],
  ['two documents', `${GOOD}---\n${GOOD}`, {}, /YAML or JSON/],
];

describe('a programme file that cannot be', () => {
  it.each(CASES)('is told of %s, with its place and the reason', (_what, text, at, words) => {
    const faults = faultsOf(text);
    const index = told(faults).findIndex((one) => words.test(one));
    expect(told(faults).join('\n')).toMatch(words);
    expect(faults[index]).toMatchObject(at);
    expect(faults[index]?.line).toBeGreaterThan(0);
  });

  it('names the line that an editor shows', () => {
    const text = withThis(CLOSING, '{ kind: date, month: 2, day: 31 }');
    expect(faultsOf(text)[0]?.line).toBe(lineWith(text, 'day: 31'));
    const json = writePlan(TEMPLATE_PLANS.january, 'json').replace('"holidays": "SE"', '"holidays": "XX"');
    expect(faultsOf(json)[0]?.line).toBe(lineWith(json, '"XX"'));
  });

  it('says all that is wrong at once, as it follows in the file', () => {
    const text = withThis('weeks: whole-weeks', 'weeks: half-weeks').replace('number: 3', 'number: three').replace('stage: 7', 'stage: 0');
    expect(faultsOf(text).map(({ field }) => field)).toEqual(['weeks', 'number', 'stages.7.stage']);
  });

  it.each(LANGUAGES)('is told of each fault in words of its own (%s)', (language) => {
    for (const [, text] of CASES) {
      for (const words of told(faultsOf(text), language)) {
        expect(words).not.toMatch(/[{}]|undefined|\bnull\b/);
        if (language !== 'en') expect(words).not.toMatch(/\b(the|here|needs|milestone)\b/);
      }
    }
  });
});

describe('a day that some years lack', () => {
  const fifth = withThis(CLOSING, '{ kind: nth, nth: 5, weekday: friday, month: 5, year: 1 }');

  it('is a doubt where the year is not known yet, with a year to look at', () => {
    const read = readPlan(fifth);
    expect('plan' in read && told(read.doubts)).toEqual([expect.stringMatching(/^Line \d+ \(closing, rule\): Not every year .* starts in 2026,/)]);
  });

  it('is a fault in a year without it, and nothing in one that has it', () => {
    // May 2027 has four Fridays.
    expect(told(faultsOf(fifth, 2026))).toEqual([expect.stringContaining('no such day')]);
    // 29 May 2026 is the fifth Friday of its month.
    expect(readPlan(fifth, { year: 2025 })).toMatchObject({ doubts: [] });
  });
});

describe('a file that means harm', () => {
  const nested = (open: string) => open.repeat(Math.floor(199_000 / open.length));
  const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${'bcdefgh'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array.from({ length: 8 }, () => `*${'abcdefgh'[index]}`).join(', ')}]\n`)
    .join('')}`;

  it.each([
    ['nothing', ''],
    ['blanks', ' \n \n'],
    ['a comment', '# hello'],
    ['a word', 'hello'],
    ['a list', '- 1'],
    ['a null', 'null'],
    ['brackets in brackets', nested('[')],
    ['maps in maps', nested('{a: ')],
    ['lists in lists', nested('- ')],
    ['15,000 keys', Array.from({ length: 15_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['references to references', bomb],
    ['keys that are lists', '? [a]\n: 1'],
    ['half a surrogate', 'name: "\\ud800"'],
    ['control characters', '\u0000\u0001\u0007'],
  ])('is refused and nothing breaks: %s', (_what, text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(25);
    expect(({} as Record<string, unknown>)['parts']).toBeUndefined();
  });

  it('is not even read beyond 200,000 characters', () => {
    expect(told(faultsOf(`${GOOD}${' '.repeat(200_000)}`))).toEqual([expect.stringContaining('200000')]);
  });
});
