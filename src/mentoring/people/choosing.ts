// What a person chose for themselves stands before whatever a platform says of them. Pure.

import type { Profile } from '../../bot/actions/dispatch.ts';
import { languageOf } from '../../bot/texts/language.ts';
import { isTimeZone } from './facts.ts';
import type { Person } from './person.ts';

type Choice = Person['chosen'][number];

/** The person after choosing here; leaving a thing as it was is no choice. */
export function choosing(person: Person, choice: Partial<Pick<Person, Choice>>): Person {
  const made = (Object.keys(choice) as Choice[]).filter((name) => choice[name] !== person[name] && !person.chosen.includes(name));
  return { ...person, ...choice, chosen: [...person.chosen, ...made] };
}

/** The person after the platform has told something new; the same object where nothing changes. */
export function told(person: Person, { locale, timeZone }: Pick<Profile, 'locale' | 'timeZone'>): Person {
  const language = person.chosen.includes('language') ? person.language : languageOf(locale, person.language);
  const zone = person.chosen.includes('timeZone') || !timeZone || !isTimeZone(timeZone) ? person.timeZone : timeZone;
  return language === person.language && zone === person.timeZone ? person : { ...person, language, timeZone: zone };
}
