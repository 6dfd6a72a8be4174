// Terms are data: a programme chooses its words for the two roles, each with its full grammatical forms (S1.31, S3.2).
// A catalogue sentence uses them as {menteeThe}, {mentorMany} and so on.

import type { Language } from './language.ts';

const FORMS = ['One', 'A', 'The', 'Many', 'TheMany', 'Of', 'To'] as const;

/** `Of`: of the mentor, mentorns, del mentor. `To`: to the mentor, till mentorn, al mentor. */
export type TermForms = Readonly<Record<(typeof FORMS)[number], string>>;
export type TermName = `${'mentee' | 'mentor'}${(typeof FORMS)[number]}`;

/** Which term set a programme uses in each language; a missing language means the default. */
export interface TermChoice {
  readonly mentee?: Partial<Readonly<Record<Language, string>>>;
  readonly mentor?: Partial<Readonly<Record<Language, string>>>;
}

type TermSets = Readonly<Record<Language, Readonly<Record<string, TermForms>> & { readonly default: TermForms }>>;

function forms(One: string, A: string, The: string, Many: string, TheMany: string, Of: string, To: string): TermForms {
  return { One, A, The, Many, TheMany, Of, To };
}

function english(one: string, many: string): TermForms {
  return forms(one, `a ${one}`, `the ${one}`, many, `the ${many}`, `the ${one}’s`, `to the ${one}`);
}

export const MENTEE_TERMS: TermSets = {
  en: { default: english('mentee', 'mentees'), student: english('student', 'students'), participant: english('participant', 'participants') },
  sv: {
    default: forms('adept', 'en adept', 'adepten', 'adepter', 'adepterna', 'adeptens', 'till adepten'),
    mentee: forms('mentee', 'en mentee', 'menteen', 'menteer', 'menteerna', 'menteens', 'till menteen'),
    student: forms('student', 'en student', 'studenten', 'studenter', 'studenterna', 'studentens', 'till studenten'),
  },
  es: {
    default: forms(
      'mentorizado/a',
      'un/a mentorizado/a',
      'el/la mentorizado/a',
      'mentorizados/as',
      'los/las mentorizados/as',
      'del/de la mentorizado/a',
      'al/a la mentorizado/a',
    ),
    persona: forms(
      'persona mentorizada',
      'una persona mentorizada',
      'la persona mentorizada',
      'personas mentorizadas',
      'las personas mentorizadas',
      'de la persona mentorizada',
      'a la persona mentorizada',
    ),
    estudiante: forms('estudiante', 'un/a estudiante', 'el/la estudiante', 'estudiantes', 'los/las estudiantes', 'del/de la estudiante', 'al/a la estudiante'),
    alumno: forms('alumno/a', 'un/a alumno/a', 'el/la alumno/a', 'alumnos/as', 'los/las alumnos/as', 'del/de la alumno/a', 'al/a la alumno/a'),
    tutelado: forms('tutelado/a', 'un/a tutelado/a', 'el/la tutelado/a', 'tutelados/as', 'los/las tutelados/as', 'del/de la tutelado/a', 'al/a la tutelado/a'),
    mentee: forms('mentee', 'un/a mentee', 'el/la mentee', 'mentees', 'los/las mentees', 'del/de la mentee', 'al/a la mentee'),
  },
};

export const MENTOR_TERMS: TermSets = {
  en: { default: english('mentor', 'mentors') },
  sv: { default: forms('mentor', 'en mentor', 'mentorn', 'mentorer', 'mentorerna', 'mentorns', 'till mentorn') },
  es: {
    default: forms(
      'mentor o mentora',
      'un mentor o una mentora',
      'el mentor o la mentora',
      'mentores y mentoras',
      'los mentores y las mentoras',
      'del mentor o la mentora',
      'al mentor o la mentora',
    ),
    mentor: forms('mentor/a', 'un/a mentor/a', 'el/la mentor/a', 'mentores/as', 'los/las mentores/as', 'del/de la mentor/a', 'al/a la mentor/a'),
    tutor: forms('tutor/a', 'un/a tutor/a', 'el/la tutor/a', 'tutores/as', 'los/las tutores/as', 'del/de la tutor/a', 'al/a la tutor/a'),
  },
};

/** The words to put into a sentence. An unknown choice falls back to the default: a sentence is never left with a hole. */
export function termWords(language: Language, choice: TermChoice = {}): Readonly<Record<TermName, string>> {
  const pick = (sets: TermSets, name: string | undefined) =>
    (name && Object.hasOwn(sets[language], name) ? sets[language][name] : undefined) ?? sets[language].default;
  const words: Record<string, string> = {};
  for (const [role, sets] of [
    ['mentee', MENTEE_TERMS],
    ['mentor', MENTOR_TERMS],
  ] as const) {
    const chosen = pick(sets, choice[role]?.[language]);
    for (const form of FORMS) words[`${role}${form}`] = chosen[form];
  }
  return words as Record<TermName, string>;
}
