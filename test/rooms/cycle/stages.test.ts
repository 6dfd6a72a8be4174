// The seven stages: their names, their order, and where somebody stands.

import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import { placeOf, type Stage, STAGES, stageName, standing } from '../../../src/mentoring/cycle/index.ts';

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
