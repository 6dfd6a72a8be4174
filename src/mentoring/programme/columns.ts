// The words that people write in a list, in any of the three languages: column headers, roles, languages, kinds of help.

import { clean } from '../../bot/actions/fields.ts';
import { CATALOGUES } from '../../bot/texts/catalogue.ts';
import { LANGUAGES, LOCALES } from '../../bot/texts/language.ts';
import { MENTEE_TERMS, MENTOR_TERMS, type TermForms } from '../../bot/texts/terms.ts';
import type { Help, Level, MeetingLanguage, Meets, Role } from '../orientation/participation.ts';

const HEADERS = {
  name: ['name', 'full name', 'namn', 'för- och efternamn', 'nombre', 'nombre completo', 'nombre y apellidos'],
  email: ['e-mail', 'mail', 'e-mail address', 'e-post', 'e-postadress', 'mejl', 'mejladress', 'correo', 'correo electrónico', 'dirección de correo'],
  role: ['role', 'roll', 'rol', 'papel'],
  language: ['language', 'preferred language', 'språk', 'idioma', 'lengua'],
  timeZone: ['time zone', 'tidszon', 'zona horaria', 'huso horario'],
  capacity: ['capacity', 'places', 'kapacitet', 'platser', 'antal adepter', 'capacidad', 'plazas'],
  experience: ['experience', 'erfarenhet', 'erfarenheter', 'experiencia'],
  employer: ['employer', 'company', 'workplace', 'arbetsgivare', 'företag', 'arbetsplats', 'empresa', 'lugar de trabajo'],
  title: ['title', 'job title', 'titel', 'befattning', 'cargo', 'puesto', 'título'],
  interests: ['interests', 'intressen', 'intereses'],
  languages: ['languages', 'meeting languages', 'språk för träffar', 'mötesspråk', 'idiomas', 'idiomas para reunirse'],
  help: ['help', 'kinds of help', 'hjälp', 'slags hjälp', 'ayuda', 'tipos de ayuda'],
  topics: ['topics', 'own topics', 'ämnen', 'egna ämnen', 'temas', 'temas propios'],
  challenges: ['challenges', 'utmaningar', 'retos', 'desafíos'],
  ideal: ['ideal', 'ideal partner', 'idealpartner', 'önskade egenskaper', 'persona ideal', 'pareja ideal'],
  wishes: ['wishes', 'önskemål', 'deseos', 'preferencias'],
  level: ['level', 'seniority', 'nivå', 'senioritet', 'nivel', 'antigüedad'],
  unit: ['unit', 'department', 'enhet', 'avdelning', 'unidad', 'departamento'],
  manager: [
    'manager',
    'manager’s e-mail',
    'line manager',
    'chef',
    'chefens e-post',
    'närmaste chef',
    'responsable',
    'correo de quien dirige',
    'superior',
    'jefe',
    'jefa',
  ],
  place: ['place', 'town', 'site', 'office', 'ort', 'arbetsort', 'stad', 'kontor', 'lugar', 'localidad', 'ciudad', 'sede'],
  meets: ['meets', 'way to meet', 'meeting form', 'sätt att ses', 'mötesform', 'forma de verse', 'forma de reunirse'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof HEADERS;
export const NEEDED = ['name', 'email', 'role'] as const satisfies readonly Column[];

/** Letters and digits alone, small and without accents: "E-postadress " and "epostadress" are the same word. */
export function fold(text: string): string {
  return clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A dictionary from folded words to what they mean. */
function words<T>(entries: Iterable<readonly [string, T]>): (text: string) => T | null {
  const map = new Map([...entries].map(([word, meaning]) => [fold(word), meaning] as const));
  return (text) => map.get(fold(text)) ?? null;
}

export const columnOf = words((Object.keys(HEADERS) as Column[]).flatMap((column) => [column, ...HEADERS[column]].map((word) => [word, column] as const)));

const MENTEES = ['mentee', 'mentorizado', 'mentorizada', 'mentorado', 'mentorada', 'alumno', 'alumna', 'tutelado', 'tutelada', 'mentorizado o mentorizada'];
const MENTORS = ['mentor', 'mentora', 'tutor', 'tutora'];
const BOTH = ['both', 'båda', 'både och', 'ambos', 'ambas', 'los dos', 'las dos', 'ambos papeles'];

function termsOf(sets: Readonly<Record<string, Readonly<Record<string, TermForms>>>>): string[] {
  return Object.values(sets).flatMap((set) => Object.values(set).flatMap((forms) => [forms.One, forms.Many]));
}

export const roleOf = words<Role>([
  ...[...MENTEES, ...termsOf(MENTEE_TERMS)].map((word) => [word, 'mentee'] as const),
  ...[...MENTORS, ...termsOf(MENTOR_TERMS)].map((word) => [word, 'mentor'] as const),
  ...BOTH.map((word) => [word, 'both'] as const),
]);

/** "sv", "sv-SE", "Swedish", "svenska" and "sueco" are all Swedish. */
function languageNames<T extends string>(codes: readonly T[]): (text: string) => T | null {
  const inAll = [...Object.values(LOCALES), ...codes];
  const named = words(codes.flatMap((code) => inAll.map((locale) => [nameOf(code, locale), code] as const)));
  return (text) => codes.find((code) => code === clean(text).toLowerCase().split(/[-_]/)[0]) ?? named(text);
}

function nameOf(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}

export const languageFrom = languageNames(LANGUAGES);
// As records, so that a language or a kind of help that is added there cannot be forgotten here.
const MEETING = { en: true, sv: true, es: true, fi: true, no: true, da: true, de: true, fr: true, ar: true, uk: true } as const satisfies Record<
  MeetingLanguage,
  true
>;
const KINDS = { insight: true, applying: true, exploring: true, goals: true, communication: true, commercial: true } as const satisfies Record<Help, true>;
const HELP = Object.keys(KINDS) as Help[];

export const meetingLanguageFrom = languageNames(Object.keys(MEETING) as MeetingLanguage[]);

/** By the word that the form of the profile shows, in any language, or by its short name. */
function shown<T extends string>(all: readonly T[], key: (one: T) => keyof (typeof CATALOGUES)['en']): (text: string) => T | null {
  return words(all.flatMap((one) => [one, ...LANGUAGES.map((language) => CATALOGUES[language][key(one)])].map((word) => [word, one] as const)));
}

const helpOf = shown(HELP, (help) => `orientation.kind.${help}`);

const STEPS = { starting: true, some: true, experienced: true, leading: true, senior: true } as const satisfies Record<Level, true>;
const WAYS = { person: true, online: true, either: true } as const satisfies Record<Meets, true>;
export const LEVELS = Object.keys(STEPS) as Level[];
export const MEETS = Object.keys(WAYS) as Meets[];

export const levelOf = shown(LEVELS, (level) => `orientation.level.${level}`);
export const meetsOf = shown(MEETS, (meets) => `orientation.meets.${meets}`);

/** Several things in one cell, however they are parted. */
export function parts(cell: string): string[] {
  return cell
    .split(/[,;|\n]/)
    .map((part) => clean(part))
    .filter((part) => part !== '');
}

/** What is none of the six kinds becomes an own topic: nothing that was written is lost. */
export function helpFrom(cell: string): { readonly help: readonly Help[]; readonly topics: readonly string[] } {
  const all = parts(cell);
  return { help: HELP.filter((help) => all.some((part) => helpOf(part) === help)), topics: all.filter((part) => helpOf(part) === null) };
}
