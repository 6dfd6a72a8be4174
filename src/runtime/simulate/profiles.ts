// What made-up people write of themselves when they sign up. Two who are meant for each other want and offer the same.

import type { Language } from '../../bot/texts/language.ts';
import { HELP, SLOTS } from '../../mentoring/orientation/participation.ts';
import type { Chance } from './chance.ts';

/** What somebody fills in, by the name of the field. */
export type Answers = Readonly<Record<string, unknown>>;

interface Words {
  readonly topics: readonly [string, ...string[]];
  readonly mentee: readonly [string, ...string[]];
  readonly mentor: readonly [string, ...string[]];
  readonly titles: readonly [string, ...string[]];
  readonly goals: readonly [string, ...string[]];
}

export const WORDS: Readonly<Record<Language, Words>> = {
  sv: {
    topics: ['retorik', 'förändringsledning', 'forskarliv', 'första chefsjobbet', 'löneförhandling', 'skrivande', 'projektstyrning', 'undervisning'],
    mentee: [
      'Jag är ny i min roll och vill hitta min egen väg.',
      'Jag läser sista året och undrar hur arbetslivet ser ut.',
      'Jag har bytt bransch och börjar om med nyfikenhet.',
    ],
    mentor: [
      'Femton år som chef, de flesta av dem roliga.',
      'Jag har lett projekt i tre länder och gjort alla misstag en gång.',
      'Jag har varit ny många gånger och minns hur det känns.',
    ],
    titles: ['handläggare', 'lektor', 'projektledare', 'ingenjör', 'bibliotekarie'],
    goals: ['Hålla ett föredrag för kollegorna', 'Söka tre tjänster', 'Skriva klart min artikel', 'Leda ett eget möte'],
  },
  es: {
    topics: ['oratoria', 'gestión del cambio', 'vida investigadora', 'primer puesto directivo', 'negociar el sueldo', 'escritura', 'proyectos', 'docencia'],
    mentee: [
      'Acabo de empezar y quiero encontrar mi propio camino.',
      'Estudio el último curso y me pregunto cómo será trabajar.',
      'He cambiado de sector y empiezo de nuevo con curiosidad.',
    ],
    mentor: [
      'Quince años dirigiendo equipos, casi todos divertidos.',
      'He llevado proyectos en tres países y cometido cada error una vez.',
      'He sido nueva muchas veces y recuerdo cómo se siente.',
    ],
    titles: ['técnica de gestión', 'profesor titular', 'jefa de proyecto', 'ingeniero', 'bibliotecaria'],
    goals: ['Dar una charla a mis compañeros', 'Presentarme a tres puestos', 'Terminar mi artículo', 'Dirigir una reunión'],
  },
  en: {
    topics: ['public speaking', 'leading change', 'life in research', 'first management job', 'asking for a raise', 'writing', 'running projects', 'teaching'],
    mentee: [
      'I am new in my role and want to find my own way.',
      'I am in my final year and wonder what work is like.',
      'I have changed fields and am starting again, curious.',
    ],
    mentor: [
      'Fifteen years of managing people, most of them fun.',
      'I have run projects in three countries and made every mistake once.',
      'I have been new many times and remember how it feels.',
    ],
    titles: ['case officer', 'senior lecturer', 'project manager', 'engineer', 'librarian'],
    goals: ['Give a talk to my colleagues', 'Apply for three jobs', 'Finish my article', 'Chair a meeting of my own'],
  },
};

const PLACES = ['Fjäll', 'Sund', 'Monte', 'Ria', 'Thistle', 'Wren', 'Granit', 'Alder', 'Brisa', 'Kvarn', 'Heath', 'Olivar', 'Skerry', 'Nord', 'Cala'] as const;
const ENDS = ['vind', 'mark', 'verde', 'field', 'bruk', 'moor', 'luna', 'strand', 'gate', 'viken'] as const;
const KINDS = ['AB', 'SL', 'Ltd', 'Foundation', 'Konsult', 'Labs', 'Grupo'] as const;

/** What two people have in common who are meant for each other. */
export interface Common {
  readonly help: readonly string[];
  readonly slots: readonly string[];
  /** Which topic of their language. */
  readonly topic: number;
}

export function commonOf(chance: Chance): Common {
  return { help: chance.shuffled(HELP).slice(0, 2), slots: chance.shuffled(SLOTS).slice(0, 4), topic: chance.whole(0, 7) };
}

export function answersOf(role: 'mentee' | 'mentor', language: Language, common: Common, chance: Chance): Answers {
  const words = WORDS[language];
  return {
    role,
    experience: chance.pick(words[role]),
    employer: `${chance.pick(PLACES)}${chance.pick(ENDS)} ${chance.pick(KINDS)}`,
    title: chance.pick(words.titles),
    help: common.help,
    topics: words.topics[common.topic] ?? '',
    languages: [...new Set([language, 'en'])],
    slots: common.slots,
    ...(role === 'mentor' ? { capacity: 1 } : {}),
  };
}
