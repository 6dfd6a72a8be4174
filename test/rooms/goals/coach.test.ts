// The coach: the right question where a letter is weak, in three languages, and never an error.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coachQuestions, type Sketch, weaknesses } from '../../../src/mentoring/goals/coach.ts';
import { type GoalText, LETTERS } from '../../../src/mentoring/goals/goal.ts';
import { plusDays } from '../../../src/mentoring/calendar/index.ts';
import { type Civil, civilOf } from '../../../src/time.ts';

const TODAY = civilOf('2026-09-01');

const STRONG: readonly GoalText[] = [
  {
    title: 'Hold a talk in English',
    specific: 'Hold a talk of twenty minutes in English at the spring seminar',
    measurable: 'The talk is held and 3 colleagues have given feedback',
    achievable: 'I start by asking Erik which seminar has a free slot',
    relevant: 'Because my next post asks for teaching in English',
  },
  {
    title: 'Hålla ett föredrag på engelska',
    specific: 'Hålla ett föredrag på tjugo minuter vid vårens seminarium',
    measurable: 'Föredraget är hållet och tre kollegor har gett återkoppling',
    achievable: 'Börja med att fråga Erik vilket seminarium som har plats',
    relevant: 'För att nästa tjänst kräver undervisning på engelska',
  },
  {
    title: 'Dar una charla en inglés',
    specific: 'Dar una charla de veinte minutos en inglés en el seminario de primavera',
    measurable: 'He dado la charla y tres colegas me han enviado comentarios',
    achievable: 'Primero pregunto a Erik qué seminario tiene un hueco',
    relevant: 'Porque el próximo puesto exige clases en inglés',
  },
];

function sketch(text: Partial<GoalText>, dueOn: Civil | null = civilOf('2027-01-15')): Sketch {
  const [strong] = STRONG;
  if (!strong) throw new Error('no example');
  return { text: { ...strong, ...text }, dueOn };
}

function why(goal: Sketch): readonly string[] {
  return weaknesses(goal, TODAY).map((weakness) => `${weakness.part}.${weakness.why}`);
}

describe('the coach', () => {
  it.each(STRONG)('has nothing to ask about a goal that is clear: $title', (text) => {
    expect(why({ text, dueOn: civilOf('2027-01-15') })).toEqual([]);
  });

  it.each([
    ['specific', '', 'empty'],
    ['specific', '🙂🙂', 'empty'],
    ['specific', 'Speak Spanish', 'short'],
    ['specific', 'I want to become better at talking to people', 'vague'],
    ['specific', 'Jag vill bli bättre på att prata inför folk', 'vague'],
    ['specific', 'Quiero hablar mejor delante de la gente', 'vague'],
    ['measurable', '', 'empty'],
    ['measurable', 'I will feel it', 'sign'],
    ['measurable', 'Jag kommer att känna det', 'sign'],
    ['measurable', 'Lo voy a sentir', 'sign'],
    ['measurable', 'Less nervous in public, for example', 'sign'],
    ['measurable', 'Jag har provat på nya färdigheter', 'sign'],
    ['achievable', '', 'empty'],
    ['achievable', 'Somehow it will work out', 'step'],
    ['achievable', 'Det ordnar sig nog', 'step'],
    ['achievable', 'Ya se verá', 'step'],
    ['achievable', 'I am ready for a new environment', 'step'],
    ['relevant', '', 'empty'],
    ['relevant', 'It would be nice', 'reason'],
    ['relevant', 'Det vore roligt', 'reason'],
    ['relevant', 'Sería bonito', 'reason'],
  ] as const)('finds what is weak in %s: “%s”', (letter, words, reason) => {
    expect(why(sketch({ [letter]: words }))).toEqual([`${letter}.${reason}`]);
  });

  it.each([
    ['measurable', 'Two of my texts are published'],
    ['measurable', 'Min chef säger att rapporten är klar'],
    ['measurable', 'He entregado la tesis'],
    ['achievable', 'First I book a room'],
    ['achievable', 'Jag ringer studievägledaren på måndag'],
    ['achievable', 'Voy a llamar a la oficina internacional'],
    ['relevant', 'So that I can lead the project myself'],
    ['relevant', 'Det är viktigt för min avhandling'],
    ['relevant', 'Para poder dirigir el proyecto'],
  ] as const)('is content with %s: “%s”', (letter, words) => {
    expect(why(sketch({ [letter]: words }))).toEqual([]);
  });

  it.each([
    ['Hold a talk and learn to write Spanish', true],
    ['Hålla ett föredrag och lära mig spanska', true],
    ['Dar una charla y aprender a escribir', true],
    ['Learn to plan and prioritise', false],
    ['Research and development', false],
    ['Write an e-mail to my professor', false],
  ])('hears two goals in one: “%s” (%s)', (title, several) => {
    expect(why(sketch({ title }))).toEqual(several ? ['specific.several'] : []);
  });

  it.each([
    [null, ['timeBound.empty']],
    [0, ['timeBound.soon']],
    [3, ['timeBound.soon']],
    [4, []],
    [366, []],
    [367, ['timeBound.far']],
    [-1, []],
  ])('asks about a date that is %s days away (S4.60)', (days, expected) => {
    expect(why(sketch({}, days === null ? null : plusDays(TODAY, days)))).toEqual(expected);
  });

  it('asks at most two questions, in the order of the letters', () => {
    const bare = { title: 'Something', specific: '', measurable: '', achievable: '', relevant: '' };
    expect(why({ text: bare, dueOn: null })).toEqual(['specific.empty', 'measurable.empty', 'achievable.empty', 'relevant.empty', 'timeBound.empty']);
    expect(coachQuestions({ text: bare, dueOn: null }, TODAY).map((question) => question.say)).toEqual([
      'goals.coach.specific.empty',
      'goals.coach.measurable.empty',
    ]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('better', 'försöka', 'y', '1', 'and', '\ud800', ' ', 'x'.repeat(10_000), ...STRONG.flatMap((text) => Object.values(text) as string[])),
);
const anyGoal: fc.Arbitrary<GoalText> = fc.record({ title: anyText, specific: anyText, measurable: anyText, achievable: anyText, relevant: anyText });
const anyDay = fc.option(
  fc.integer({ min: -2000, max: 2000 }).map((days) => plusDays(TODAY, days)),
  { nil: null },
);

describe('the coach, whatever is written', () => {
  it('never throws, says the same of the same, and asks once a letter at most', () => {
    fc.assert(
      fc.property(anyGoal, anyDay, (text, dueOn) => {
        const found = weaknesses({ text, dueOn }, TODAY);
        expect(weaknesses({ text, dueOn }, TODAY)).toEqual(found);
        expect(new Set(found.map((weakness) => weakness.part)).size).toBe(found.length);
      }),
    );
  });

  it('has no question left for a letter once something clear is added to it', () => {
    fc.assert(
      fc.property(anyGoal, anyDay, fc.constantFrom(...LETTERS), fc.constantFrom(...STRONG), (text, dueOn, letter, strong) => {
        const better = { ...text, title: strong.title, [letter]: `${text[letter]}\n${strong[letter]}` };
        expect(weaknesses({ text: better, dueOn }, TODAY).map((weakness) => weakness.part)).not.toContain(letter);
      }),
    );
  });

  it('lets a change of one letter touch the question of no other', () => {
    fc.assert(
      fc.property(anyGoal, anyDay, fc.constantFrom(...LETTERS), anyText, (text, dueOn, letter, words) => {
        const others = (goal: GoalText) => weaknesses({ text: goal, dueOn }, TODAY).filter((weakness) => weakness.part !== letter);
        expect(others({ ...text, [letter]: words })).toEqual(others(text));
      }),
    );
  });
});
