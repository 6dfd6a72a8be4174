// Lists of people as coordinators paste them: every faulty row is named, and nothing good is lost.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { MENTEE_TERMS, MENTOR_TERMS } from '../../../src/bot/texts/terms.ts';
import { say, type Text } from '../../../src/bot/views/text.ts';
import { MAX, MOST_MENTEES } from '../../../src/mentoring/orientation/forms.ts';
import { EMPTY_PROFILE, HELP, helpText, MEETING_LANGUAGES, languageText } from '../../../src/mentoring/orientation/index.ts';
import { columnOf, helpFrom, languageFrom, meetingLanguageFrom, roleOf } from '../../../src/mentoring/programme/columns.ts';
import { MAX_ROWS, readRoll, withoutMembers } from '../../../src/mentoring/programme/roll.ts';
import { BOUNDS } from '../../../src/mentoring/programme/row.ts';
import { instantOf } from '../../../src/time.ts';

const words = (text: Text, language: (typeof LANGUAGES)[number] = 'en') => wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });

function rollOf(text: string) {
  const roll = readRoll(text);
  if ('refused' in roll) throw new Error(words(roll.refused));
  return roll;
}

function whyNot(row: string, head = 'name,email,role,language,time zone,capacity,languages'): string {
  const [fault] = rollOf(`${head}\n${row}`).faults;
  return (fault?.why ?? []).map((one) => words(one)).join('; ');
}

describe('the columns', () => {
  it.each([
    ['Name,E-mail,Role,Language,Time zone,Places', 'Anna Lind,Anna@Example.org,mentor,Swedish,Europe/Stockholm,2'],
    ['Roll;E-post;Namn;Språk;Tidszon;Kapacitet', 'mentor;anna@example.org;Anna Lind;svenska;Europe/Stockholm;2'],
    ['Correo electrónico;Nombre;Papel;Plazas;Idioma;Zona horaria', 'anna@example.org;Anna Lind;mentora;2;sueco;Europe/Stockholm'],
  ])('may be named in any language and stand in any order: %s', (head, row) => {
    expect(rollOf(`${head}\n${row}`)).toEqual({
      newcomers: [
        {
          row: 2,
          name: 'Anna Lind',
          email: 'anna@example.org',
          role: 'mentor',
          language: 'sv',
          timeZone: 'Europe/Stockholm',
          capacity: 2,
          profile: EMPTY_PROFILE,
        },
      ],
      faults: [],
      unused: [],
    });
  });

  it('have names in every language that are read back', () => {
    const columns = ['name', 'email', 'role', 'language', 'timeZone', 'capacity', 'languages', 'help', 'topics', 'challenges', 'ideal', 'wishes'] as const;
    for (const language of LANGUAGES)
      for (const column of columns) expect(columnOf(words(say(`programme.csv.${column}`), language)), `${language} ${column}`).toBe(column);
  });

  it('take the profile along (S4.13-S4.19)', () => {
    const text =
      'name,email,role,employer,title,experience,interests,languages,help,topics,challenges,ideal,wishes\nBo,bo@example.org,mentee,Volvo,Engineer,Ten years,Chess,"sv, inglés","goals; kommunikation och empati; welding",Cars,Time,Patient,None';
    expect(rollOf(text).newcomers[0]?.profile).toEqual({
      ...EMPTY_PROFILE,
      employer: 'Volvo',
      title: 'Engineer',
      experience: 'Ten years',
      interests: 'Chess',
      challenges: 'Time',
      ideal: 'Patient',
      wishes: 'None',
      languages: ['sv', 'en'],
      help: ['goals', 'communication'],
      topics: 'Cars\nwelding',
    });
  });

  it('that mean nothing are named, and left out', () => {
    expect(rollOf('name,email,role,shoe size\nBo,bo@example.org,mentee,43').unused).toEqual(['shoe size']);
  });

  it.each([
    ['name,role\nBo,mentor', 'Missing: E-mail'],
    ['name,email,role,e-mail\nBo,bo@example.org,mentor,b@example.org', 'stands there twice'],
    ['name,email,role\n', 'nobody below'],
    ['', 'missing'],
    ['name,email,role\n"Bo,bo@example.org,mentor', 'row 2'],
    [`name,email,role\n${'x,x@example.org,mentor\n'.repeat(MAX_ROWS + 1)}`, 'split the list'],
  ])('make it no list at all where %j', (text, why) => {
    const roll = readRoll(text);
    expect('refused' in roll && words(roll.refused)).toContain(why);
  });
});

describe('the words in the cells', () => {
  it('name the roles in every language and every choice of terms (S1.31)', () => {
    for (const set of Object.values(MENTEE_TERMS)) for (const forms of Object.values(set)) expect(roleOf(forms.One), forms.One).toBe('mentee');
    for (const set of Object.values(MENTOR_TERMS)) for (const forms of Object.values(set)) expect(roleOf(forms.One), forms.One).toBe('mentor');
    for (const language of LANGUAGES)
      for (const role of ['mentee', 'mentor', 'both'] as const) expect(roleOf(words(say(`programme.role.of.${role}`), language))).toBe(role);
  });

  it('name languages by code or by word', () => {
    expect(['sv', 'sv-SE', 'Swedish', 'SVENSKA', 'sueco', 'klingon'].map(languageFrom)).toEqual(['sv', 'sv', 'sv', 'sv', 'sv', null]);
    for (const language of LANGUAGES) for (const tongue of MEETING_LANGUAGES) expect(meetingLanguageFrom(words(languageText(tongue), language))).toBe(tongue);
  });

  it('name the six kinds of help as the form does, and keep the rest as own topics (S4.4)', () => {
    for (const language of LANGUAGES) for (const help of HELP) expect(helpFrom(words(helpText(help), language))).toEqual({ help: [help], topics: [] });
    expect(helpFrom('goals, welding')).toEqual({ help: ['goals'], topics: ['welding'] });
  });

  it('fit the form of the profile', () => {
    expect(BOUNDS).toEqual({
      name: MAX.line,
      employer: MAX.line,
      title: MAX.line,
      interests: MAX.short,
      topics: MAX.short,
      wishes: MAX.short,
      experience: MAX.long,
      challenges: MAX.long,
      ideal: MAX.long,
      capacity: MOST_MENTEES,
    });
  });
});

describe('faulty rows', () => {
  it.each([
    [',bo@example.org,mentee,,,,', 'the name is missing'],
    ['Bo,,mentee,,,,', 'the e-mail is missing'],
    ['Bo,bo.example.org,mentee,,,,', '“bo.example.org” is not an e-mail address'],
    ['Bo,bo@example.org,,,,,', 'the role is missing'],
    ['Bo,bo@example.org,boss,,,,', '“boss” is not a role: write mentee, mentor or both'],
    ['Bo,bo@example.org,mentee,Klingon,,,', '“Klingon” is none of English, Swedish and Spanish'],
    ['Bo,bo@example.org,mentee,,Mars/Olympus,,', '“Mars/Olympus” is not a time zone: write it like Europe/Stockholm'],
    ['Bo,bo@example.org,mentor,,,many,', '“many” does not fit as places: 1 to 5 for a mentor, none for a mentee'],
    ['Bo,bo@example.org,mentor,,,0,', '“0” does not fit as places: 1 to 5 for a mentor, none for a mentee'],
    ['Bo,bo@example.org,mentor,,,99,', '“99” does not fit as places: 1 to 5 for a mentor, none for a mentee'],
    ['Bo,bo@example.org,mentee,,,2,', '“2” does not fit as places: 1 to 5 for a mentor, none for a mentee'],
    ['Bo,bo@example.org,mentee,,,,"sv, Klingon"', 'we do not know the meeting language “Klingon”'],
    ['Bo,bo@example.org,mentee', 'too few columns: 3 of 7'],
    ['Bo,bo@example.org,mentee,,,,,x', 'too many columns: 8 instead of 7'],
    [`${'B'.repeat(121)},bo@example.org,mentee,,,,`, 'Name is longer than 120 characters'],
    [',nothing,boss,,,,', 'the name is missing; “nothing” is not an e-mail address; “boss” is not a role: write mentee, mentor or both'],
  ])('say what is wrong: %s', (row, why) => expect(whyNot(row)).toBe(why));

  it('are all named, with the numbers that the spreadsheet shows', () => {
    const good = fc.constant(true);
    fc.assert(
      fc.property(fc.array(fc.oneof(good, fc.constantFrom('noName', 'badEmail', 'badRole', 'double', 'short')), { minLength: 1, maxLength: 30 }), (rows) => {
        const lines = rows.map((kind, index) => {
          if (kind === 'noName') return `,p${index}@example.org,mentor`;
          if (kind === 'badEmail') return `P${index},p${index}(at)example.org,mentor`;
          if (kind === 'badRole') return `P${index},p${index}@example.org,boss`;
          if (kind === 'double') return `P${index},first@example.org,mentor`;
          return kind === 'short' ? `P${index},p${index}@example.org` : `P${index},p${index}@example.org,mentor`;
        });
        const { newcomers, faults } = rollOf(['name,email,role', 'First,FIRST@example.org,mentee', ...lines].join('\n'));
        const faulty = rows.flatMap((kind, index) => (kind === true ? [] : [index + 3]));
        expect(faults.map((fault) => fault.row)).toEqual(faulty);
        expect(faults.every((fault) => fault.why.length > 0)).toBe(true);
        expect(newcomers.length).toBe(rows.length + 1 - faulty.length);
      }),
    );
  });

  it('name those who are in the cohort already, and never ask again whoever said no (C13)', () => {
    const person = (id: string, email: string) =>
      ({ id, email, name: id, language: 'en', timeZone: 'UTC', chosen: [], prefers: null, formerly: [], createdAt: instantOf(0), leftAt: null }) as const;
    const member = (personId: string, state: 'ready' | 'withdrawn') =>
      ({
        id: personId,
        cohortId: 'c',
        personId,
        role: 'mentee',
        state,
        capacity: 0,
        profile: EMPTY_PROFILE,
        noticeVersion: 1,
        noticeReadAt: null,
        createdAt: instantOf(0),
        submittedAt: null,
      }) as const;
    const roll = rollOf('name,email,role\nA,a@example.org,mentee\nB,B@example.org,mentee\nC,c@example.org,mentee');
    const left = withoutMembers(
      roll,
      [person('a', 'a@example.org'), person('b', 'b@example.org'), person('c', 'c@example.org')],
      [member('a', 'ready'), member('b', 'withdrawn')],
    );
    expect(left.newcomers.map((one) => one.email)).toEqual(['c@example.org']);
    expect(left.faults.map((fault) => [fault.row, fault.why.map((one) => words(one)).join()])).toEqual([
      [2, 'a@example.org is in this cohort already'],
      [3, 'b@example.org has said no to this cohort; only they can change that'],
    ]);
  });

  it('never throw, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', '\r', 'name', 'email', 'role', '@', 'x', '\0', '\ufeff') }),
        ),
        (text) => {
          expect(() => readRoll(text)).not.toThrow();
          expect(() => readRoll(`name,email,role\n${text}`)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
