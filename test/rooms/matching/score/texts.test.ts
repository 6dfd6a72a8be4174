// What people write in their own words: compared within a language, never shown, and never by what people are.

import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../../src/mentoring/matching/score/lexicon.ts';
import { DEFAULT_SETTINGS } from '../../../../src/mentoring/matching/settings/settings.ts';
import type { Profile } from '../../../../src/mentoring/orientation/participation.ts';
import { counting, fitOf, member, rowsOf } from './people.ts';

const SWEDISH = 'Jag vill lära mig att leda andra i en stor förändring och våga ta plats på möten.';
const CLOSE = 'I tio år har jag lett förändringar på sjukhus, och jag hjälper gärna andra att ta plats på möten.';
const FAR = 'Mitt område är bokföring: deklarationer, moms och årsredovisningar för små föreningar.';

describe('the language of a text', () => {
  const { guess } = lexicon();

  it.each([
    [SWEDISH, 'sv'],
    ['I would like to learn how to talk to a group without being afraid.', 'en'],
    ['Me gustaría aprender a hablar delante de un grupo sin miedo.', 'es'],
    ['Minä haluaisin oppia puhumaan ryhmälle ilman pelkoa.', ''],
    ['Я хочу навчитися говорити перед людьми.', ''],
    ['ledarskap, förändring, intervjuer', 'sv'],
    ['opera, yoga', ''],
    ['', ''],
  ])('%s', (text, language) => expect(guess(text)).toBe(language));
});

describe('free text', () => {
  const text = counting({ text: 1 });
  const score = (wants: string, offers: string) => fitOf(text, { challenges: wants }, { challenges: offers });

  it('finds what two people write about, in words of their own', () => {
    const [[same = 0, close = 0, far = 0] = []] = rowsOf(
      [member('e', { challenges: SWEDISH })],
      [SWEDISH, CLOSE, FAR].map((challenges, at) => member(`m${at}`, { challenges })),
      text,
    );
    expect(same).toBe(1000);
    expect(close).toBeGreaterThan(far + 100);
    expect(far).toBeLessThan(100);
  });

  it('finds other forms of a word, and a compound’s parts', () => {
    expect(score('ledarskap', 'ledarskapets villkor').score).toBeGreaterThan(300);
    expect(score('intervjuer', 'jobbintervjuer').score).toBeGreaterThan(300);
    expect(score('ledarskap', 'bokslut för företag').score).toBe(0);
  });

  it('compares within one language only: between two, topics speak', () => {
    expect(score(SWEDISH, 'I want to help others to lead a change and to speak up in meetings.')).toMatchObject({ missing: ['text'], known: 0 });
    expect(score('Я хочу говорити перед людьми', 'Я хочу говорити перед людьми').score).toBe(1000);
  });

  it('does not shift when more people write the same', () => {
    const everybody = Array.from({ length: 6 }, (_, at) => member(`m${at}`, { challenges: SWEDISH }));
    expect(rowsOf([member('e', { challenges: SWEDISH })], everybody, text)).toEqual([Array.from({ length: 6 }, () => 1000)]);
  });

  it('judges long texts by their weightiest words, in the same way wherever people stand', () => {
    const long = (from: number) =>
      Array.from({ length: 600 }, (_, at) => `ord${String.fromCodePoint(97 + ((at + from) % 26))}${'xyzåäö'[(at * 7 + from) % 6]}${'klm'[at % 3]}`);
    const mentors = [0, 5, 9].map((from) => member(`m${from}`, { experience: long(from).join(' ') }));
    const mentee = member('e', { challenges: long(5).join(' ') });
    const [row = []] = rowsOf([mentee], mentors, text);
    expect(rowsOf([mentee], mentors.toReversed(), text)).toEqual([row.toReversed()]);
    expect(row[1]).toBe(1000);
  });
});

describe('experience', () => {
  const experience = counting({ experience: 1 });

  it('is what the mentee hopes for, found in what the mentor has done, by words or by topics', () => {
    const hopes = { ideal: 'Någon som har arbetat inom vården och lett ett sjukhus' };
    expect(fitOf(experience, hopes, { experience: 'Sjuksköterska, sedan chef för ett sjukhus inom den regionala vården' }).score).toBeGreaterThan(300);
    expect(fitOf(experience, hopes, { experience: 'Utvecklare på ett spelbolag, och där är jag kvar' }).score).toBe(0);
    const topics = fitOf(experience, { focus: ['salary'] }, { experience: 'Jag har förhandlat lön för tusentals medlemmar' });
    expect(topics.reasons).toMatchObject([{ feature: 'experience', shared: ['salary'] }]);
  });

  it('cannot be told where nothing is hoped for, or nothing told', () => {
    expect(fitOf(experience, {}, { experience: CLOSE }).missing).toEqual(['experience']);
    expect(fitOf(experience, { ideal: SWEDISH }, {}).missing).toEqual(['experience']);
  });
});

describe('interests', () => {
  it('counts a rare one in common for more than one that everybody has', () => {
    const mentors = ['fotboll, körsång', 'fotboll, segling', 'opera, segling', 'fotboll, matlagning'].map((interests, at) => member(`m${at}`, { interests }));
    const [[rare = 0, common = 0, nothing = 0] = []] = rowsOf([member('e', { interests: 'fotboll, körsång' })], mentors, counting({ interests: 1 }));
    expect(rare).toBe(1000);
    expect(common).toBeLessThan(500);
    expect([common > nothing, nothing]).toEqual([true, 0]);
    const [[singing = 0, football = 0] = []] = rowsOf(
      [member('e', { interests: 'fotboll, körsång' })],
      [member('m8', { interests: 'körsång, resor' }), member('m9', { interests: 'fotboll, resor' }), ...mentors.slice(1)],
      counting({ interests: 1 }),
    );
    expect(singing).toBeGreaterThan(football);
  });

  it('knows a word that two languages share', () => {
    const mine: Partial<Profile> = { interests: 'opera, yoga', experience: 'Jag har arbetat som lärare' };
    expect(fitOf(counting({ interests: 1 }), mine, { interests: 'yoga and opera', experience: 'I have worked as a teacher' }).score).toBe(1000);
  });
});

describe('what nobody is matched by', () => {
  it.each([
    ['Helst en kvinna, gärna muslim och förälder', 'En muslimsk kvinna och mamma, förälder till tre'],
    ['A woman, black, and a mother', 'Black woman and mother of two'],
    ['Una mujer joven, madre e inmigrante', 'Mujer inmigrante y madre'],
  ])('%s', (ideal, told) => {
    const counts = counting({ text: 1, experience: 1, interests: 1 });
    const fit = fitOf(counts, { ideal, challenges: ideal, interests: ideal }, { experience: told, challenges: told, interests: told });
    expect(fit.reasons).toEqual([]);
  });

  it('is talked of where both have said so themselves', () => {
    const fit = fitOf(counting({ topics: 1 }), { focus: ['parenthood'] }, { focus: ['parenthood'] });
    expect(fit.reasons).toMatchObject([{ shared: ['parenthood'] }]);
  });
});

describe('hostile profiles', () => {
  const nasty = [
    '\0\u202e\u200b',
    '__proto__ constructor toString',
    'a'.repeat(100_000),
    '😀'.repeat(5000),
    '\ud800 \udfff',
    'ord '.repeat(50_000),
    '漢字'.repeat(9000),
  ];

  it('are scored like others, and nothing that anybody wrote comes out', () => {
    for (const written of nasty) {
      const profile: Partial<Profile> = { title: written, experience: written, interests: written, topics: written, challenges: written, ideal: written };
      const plain: Partial<Profile> = { ...profile, unit: written, manager: written, place: written, help: ['goals'] };
      const fit = fitOf({ ...DEFAULT_SETTINGS, weights: { ...DEFAULT_SETTINGS.weights, place: 3, unit: 2 } }, plain, plain);
      expect(fit.score).toBeGreaterThanOrEqual(0);
      expect(fit.score).toBeLessThanOrEqual(1000);
      for (const { shared } of fit.reasons) for (const key of shared) expect(key).toMatch(/^[a-z-]{2,40}$/);
    }
  });
});
