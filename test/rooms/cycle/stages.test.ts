// The seven stages: their names, their order, and where somebody stands.

import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import { datesOf, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { placeOf, type Stage, type StageCalendar, stageOfPair, stageOn, STAGES, stageName, standing } from '../../../src/mentoring/cycle/index.ts';
import { civilOf } from '../../../src/time.ts';

const reader = (language: Language) => ({ language, timeZone: 'Europe/Stockholm', terms: {}, names: new Map() });

function inWords(language: Language, stage: Stage, used?: readonly number[]): string {
  const block = standing(stage, used);
  if (block.block !== 'progress') throw new Error('no progress');
  return wordsOf(block.text, reader(language));
}

describe('the seven stages', () => {
  it('are named and explained in each language (S0.1)', () => {
    expect(inWords('en', 3)).toBe('Stage 3 of 7: Goals and action plan. You find out where the road should lead, and the first steps there.');
    expect(inWords('sv', 2)).toBe('Steg 2 av 7: Etablering av relationer. Ni lär känna varandra och kommer överens om hur ni vill ha det.');
    expect(inWords('es', 7)).toBe('Etapa 7 de 7: Cierre y transición. Resumís lo logrado, os dais las gracias y miráis adelante.');
  });

  it('have seven names, no two alike, in each language', () => {
    for (const language of ['en', 'sv', 'es'] as const) {
      expect(new Set(STAGES.map((stage) => wordsOf(stageName(stage), reader(language)))).size).toBe(7);
    }
  });

  it('are counted among those that the programme uses (S0.4)', () => {
    expect(placeOf(4, [1, 2, 4, 6, 7])).toEqual({ done: 3, of: 5 });
    expect(placeOf(5, [1, 2, 4, 6, 7])).toEqual({ done: 3, of: 5 });
    expect(placeOf(1, [2, 3])).toEqual({ done: 1, of: 2 });
    expect(placeOf(6, [])).toEqual({ done: 6, of: 7 });
  });
});

describe('the stages of a calendar', () => {
  const plan = TEMPLATE_PLANS.september;
  const calendar = (of: Partial<StageCalendar> = {}): StageCalendar => ({
    ...{ spans: plan.stages, dates: datesOf({ plan, year: 2026, shifts: [] }), used: STAGES, ...of },
  });
  const pair = { stage: 2 } as const;

  it('overlap, each between two of its milestones (S0.4)', () => {
    const on = (day: string) => stageOn(calendar(), civilOf(day));
    expect(on('2026-06-10')).toEqual([]);
    expect(on('2026-06-11')).toEqual([1]);
    expect(on('2026-09-10')).toEqual([1, 2]);
    expect(on('2026-10-07')).toEqual([2, 3, 4]);
    expect(on('2027-02-01')).toEqual([4, 5, 6]);
    expect(on('2027-05-27')).toEqual([6, 7]);
    expect(on('2027-05-28')).toEqual([]);
  });

  it.each([
    ['2026-07-01', 2], // a pair is past matching, however early it came about
    ['2026-09-23', 2],
    ['2026-09-24', 3],
    ['2026-10-05', 4],
    ['2026-12-07', 5],
    ['2027-01-28', 6],
    ['2027-04-26', 7],
    ['2027-05-28', 7],
    ['2030-01-01', 7],
  ] as const)('put a pair where the one that began last is: on %s at %i (S0.1)', (day, stage) => {
    expect(stageOfPair(pair, calendar(), civilOf(day))).toBe(stage);
  });

  it('may be left out, by the programme or by the plan', () => {
    const used = [1, 2, 4, 6, 7];
    expect(stageOfPair(pair, calendar({ used }), civilOf('2026-09-25'))).toBe(2);
    expect(stageOfPair(pair, calendar({ used }), civilOf('2026-12-10'))).toBe(4);
    const spans = plan.stages.filter((one) => one.stage !== 4);
    expect(stageOn(calendar({ spans }), civilOf('2026-10-07'))).toEqual([2, 3]);
    const gap = [{ stage: 2, from: 'kickoff', until: 'kickoff' }];
    expect(stageOn(calendar({ spans: gap }), civilOf('2026-10-07'))).toEqual([]);
    expect(stageOfPair(pair, calendar({ spans: gap }), civilOf('2026-10-07'))).toBe(2);
  });

  it('say nothing of a pair without a published calendar, or with one that knows no stages', () => {
    expect(stageOfPair({ stage: 4 }, null, civilOf('2026-10-07'))).toBe(4);
    expect(stageOfPair({ stage: 4 }, calendar({ spans: [] }), civilOf('2026-10-07'))).toBe(4);
  });
});
