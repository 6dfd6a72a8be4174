// A programme chooses its own words for the two roles, in each language (S1.31, S3.2).

import { z } from 'zod';
import { choice, id } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { LANGUAGES, type Language } from '../../bot/texts/language.ts';
import { MENTEE_TERMS, MENTOR_TERMS, type TermForms, termWords } from '../../bot/texts/terms.ts';
import { listed, quote, say } from '../../bot/views/text.ts';
import { type Form, type Input, message, paragraph } from '../../bot/views/view.ts';
import { mayIn } from '../people/index.ts';
import { define } from '../store.ts';
import { onCohort } from './finding.ts';
import { programmeOf } from './people-in-charge.ts';
import type { Programme } from './programme.ts';

const SETS = { mentee: MENTEE_TERMS, mentor: MENTOR_TERMS } as const;
type Role = keyof typeof SETS;

/** What can be chosen: a role in a language that has more than one word for it. */
const CHOICES = (['mentee', 'mentor'] as const).flatMap((role) =>
  LANGUAGES.map((language) => ({ role, language, name: `${role}-${language}`, sets: namesOf(role, language) })).filter(({ sets }) => sets.length > 1),
);

function namesOf(role: Role, language: Language): readonly string[] {
  return Object.keys(SETS[role][language]);
}

/** `/cohort words`: the words that the cohort's programme uses. */
export const terms = onCohort({
  name: 'programme.terms',
  opens: 'form',
  needs: 'manage',
  look: true,
  run: async ({ tx }, cohort) => done(termsForm(await programmeOf(tx, cohort))),
});

function termsForm(programme: Programme): Form {
  return {
    type: 'form',
    title: say('programme.terms.title'),
    intro: [paragraph(say('programme.terms.intro', { programme: quote(programme.name) }))],
    inputs: CHOICES.map(({ role, language, name, sets }): Input => {
      const forms: Readonly<Record<string, TermForms>> = SETS[role][language];
      const options = sets.map((value) => ({ value, label: quote(forms[value]?.One ?? value) }));
      const label = say(`programme.terms.${role}`, { language: say(`common.language.${language}`) });
      return { input: 'choice', name, label, options, value: programme.terms[role]?.[language] ?? 'default', required: true };
    }),
    submit: say('common.save'),
    action: 'programme.setTerms',
    about: { programme: programme.id },
  };
}

const chosen = Object.fromEntries(CHOICES.map(({ name, sets }) => [name, choice(sets as [string, ...string[]])]));

export const setTerms = define({
  name: 'programme.setTerms',
  version: 1,
  input: z.object({ ...chosen, programme: id() }),
  subject: ({ tx }, input) => tx.programmes.get(input.programme),
  may: (actor, programme) => mayIn(actor, programme.id, 'manage'),
  async run({ tx, actor }, input, programme) {
    const terms: { mentee: Partial<Record<Language, string>>; mentor: Partial<Record<Language, string>> } = { mentee: {}, mentor: {} };
    const answers: Readonly<Record<string, string>> = input;
    for (const { role, language, name } of CHOICES) terms[role][language] = answers[name] ?? 'default';
    tx.programmes.put({ ...programme, terms });
    const words = termWords(actor.language, terms);
    const spoken = listed([quote(words.menteeOne), quote(words.mentorOne)]);
    return done(message([paragraph(say('programme.terms.saved', { programme: quote(programme.name), words: spoken }))], terms));
  },
});
