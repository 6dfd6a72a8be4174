// In which language the bot speaks with a person.

import { distance } from 'fastest-levenshtein';
import { optionalLine } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { CATALOGUES } from '../../bot/texts/catalogue.ts';
import { LANGUAGES, type Language } from '../../bot/texts/language.ts';
import { quote, say, type Text } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { z } from 'zod';
import { anyone, choosing } from '../people/index.ts';
import { define } from '../store.ts';

/** Each language as its own speakers and the others call it, without accents. */
const CALLED: Readonly<Record<Language, readonly string[]>> = {
  en: ['english', 'engelska', 'ingles'],
  sv: ['svenska', 'swedish', 'sueco'],
  es: ['espanol', 'spanish', 'spanska', 'castellano'],
};

/** `sv`, `Svenska`, `sv-SE`, `swedsh`: all Swedish. `null` where no one can tell. */
export function languageFrom(typed: string): Language | null {
  const word = typed.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  const code = /^([a-z]{2})([-_][a-z]{2})?$/.exec(word)?.[1];
  if (code) return LANGUAGES.find((language) => language === code) ?? null;
  if (word.length < 4) return null;
  return LANGUAGES.find((language) => CALLED[language].some((name) => name.startsWith(word) || distance(name, word) <= 1)) ?? null;
}

/** A sentence in the language that it speaks of, whatever the reader's has been up to now. */
function inItsOwn(language: Language, key: 'orientation.language.name'): Text {
  return quote(CATALOGUES[language][key]);
}

export const language = define({
  name: 'orientation.language',
  version: 1,
  input: z.object({ language: optionalLine(40) }),
  subject: ({ tx, actor }) => tx.people.get(actor.personId),
  may: anyone,
  async run({ tx }, input, person) {
    const wanted = languageFrom(input.language);
    if (wanted) {
      tx.people.put(choosing(person, { language: wanted }));
      return done({ ...message([paragraph(say('orientation.language.now'))]), language: wanted });
    }
    const answer = message([
      paragraph(say('orientation.language.ask')),
      actions(...LANGUAGES.map((one) => ({ label: inItsOwn(one, 'orientation.language.name'), action: 'orientation.language', about: { language: one } }))),
    ]);
    return input.language === '' ? done(answer) : refused(say('orientation.language.unknown'), { answer });
  },
});
