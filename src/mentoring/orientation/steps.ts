// Saving the three pages of the profile: each keeps what was typed, and leads to the next.

import { z } from 'zod';
import { choice, choices, id, optionalLine, optionalParagraph, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say, type Text } from '../../bot/views/text.ts';
import type { Message } from '../../bot/views/view.ts';
import { withdrawProposalsOf } from '../matching/index.ts';
import { choosing, emailOf, isTimeZone, type Person } from '../people/index.ts';
import { type Context, define, type Tx } from '../store.ts';
import { askedOn } from './asked.ts';
import { MAX, MOST_MENTEES, RATHER_NOT, ROLES, stepForm } from './forms.ts';
import { pairedSides } from './leaving.ts';
import { isMine, type Own, own } from './own.ts';
import { HELP, LEVELS, MEETING_LANGUAGES, MEETS, type Participation, type Profile, SLOTS } from './participation.ts';
import { reviewOf } from './review.ts';
import { type Change, changed, leavesMatching, neededFor, sidesGivenUp, type Step } from './rules.ts';
import { paused } from './profile-view.ts';

/** `later`: keep what is there and let the person go, even where something is missing. */
const page = { participation: id(), next: optionalLine(20) };

function unlessEmpty<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** What a form did not ask is left as it is; an answer may be taken back. */
function ifAsked<T extends z.ZodType>(schema: T) {
  return z.union([z.undefined(), schema]);
}

function ratherNot<const T extends readonly [string, ...string[]]>(values: T) {
  return unlessEmpty(choice([...values, RATHER_NOT])).transform((value) => (value === RATHER_NOT ? ('' as const) : (value as T[number] | undefined)));
}

function asked(answers: { readonly [K in keyof Profile]?: Profile[K] | undefined }): Partial<Profile> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

export const about = define({
  name: 'orientation.about',
  version: 1,
  input: z.object({
    ...page,
    role: unlessEmpty(choice(ROLES)),
    experience: optionalParagraph(MAX.long),
    employer: optionalLine(MAX.line),
    title: optionalLine(MAX.line),
    email: optionalLine(MAX.email),
    level: ratherNot(LEVELS),
    unit: ifAsked(optionalLine(MAX.line)),
    manager: ifAsked(optionalLine(MAX.email)),
  }),
  subject: own,
  may: isMine,
  async run(context, input, mine) {
    const { role, experience, employer, title } = input;
    if (!role && input.next !== 'later') return faulty({ role: say('orientation.role.missing') });
    const email = input.email === '' ? null : emailOf(input.email);
    if (input.email !== '' && email === null) return faulty({ email: say('error.notAnEmail') });
    if (email !== null && email !== mine.person.email && (await isTaken(context.tx, email, mine.person)))
      return faulty({ email: say('orientation.email.taken') });
    const manager = input.manager ? emailOf(input.manager) : input.manager;
    if (manager === null) return faulty({ manager: say('error.notAnEmail') });
    const further = asked({ level: input.level, unit: input.unit, manager });
    const change = { ...(role ? { role } : {}), profile: { experience, employer, title, ...further } };
    return save(context, mine, { step: 1, later: input.next === 'later', change, person: { ...mine.person, email } });
  },
});

export const wants = define({
  name: 'orientation.wants',
  version: 1,
  input: z.object({
    ...page,
    help: choices(HELP),
    topics: optionalParagraph(MAX.short),
    challenges: optionalParagraph(MAX.long),
    interests: optionalParagraph(MAX.short),
  }),
  subject: own,
  may: isMine,
  async run(context, input, mine) {
    const { help, topics, challenges, interests } = input;
    const change = { profile: { help, topics, challenges, interests } };
    if (input.next !== 'later' && lacks(mine.participation, change, 'help')) return faulty({ help: say('orientation.help.missing') });
    return save(context, mine, { step: 2, later: input.next === 'later', change, person: mine.person });
  },
});

export const partner = define({
  name: 'orientation.partner',
  version: 1,
  input: z.object({
    ...page,
    languages: choices(MEETING_LANGUAGES),
    ideal: optionalParagraph(MAX.long),
    wishes: optionalParagraph(MAX.short),
    slots: choices(SLOTS),
    timeZone: optionalLine(64),
    capacity: unlessEmpty(wholeNumber(1, MOST_MENTEES)),
    place: ifAsked(optionalLine(MAX.line)),
    meets: ratherNot(MEETS),
  }),
  subject: own,
  may: isMine,
  async run(context, input, mine) {
    const { languages, ideal, wishes, slots, capacity } = input;
    const further = asked({ place: input.place, meets: input.meets });
    const change = { profile: { languages, ideal, wishes, slots, ...further }, ...(capacity === undefined ? {} : { capacity }) };
    if (input.next !== 'later' && lacks(mine.participation, change, 'languages')) return faulty({ languages: say('orientation.languages.missing') });
    const timeZone = input.timeZone === '' ? mine.person.timeZone : input.timeZone;
    if (!isTimeZone(timeZone)) return faulty({ timeZone: say('error.notAChoice') });
    return save(context, mine, { step: 3, later: input.next === 'later', change, person: choosing(mine.person, { timeZone }) });
  },
});

function faulty(fields: Readonly<Record<string, Text>>): Outcome {
  return refused(say('error.form'), { fields });
}

function lacks(participation: Participation, change: Change, part: 'help' | 'languages'): boolean {
  return neededFor({ ...participation.profile, ...change.profile }).includes(part);
}

/** Two people cannot have one address; a letter for one would reach the other. */
async function isTaken(tx: Tx, email: string, person: Person): Promise<boolean> {
  return (await tx.people.find({ email, leftAt: null })).some((other) => other.id !== person.id);
}

interface Saving {
  readonly step: Step;
  readonly later: boolean;
  readonly change: Change;
  readonly person: Person;
}

async function save(context: Context, before: Own, { step, later, change, person }: Saving): Promise<Outcome> {
  const { tx, now, ids } = context;
  const participation = changed(before.participation, change);
  const givenUp = sidesGivenUp(before.participation.role, participation.role);
  if (givenUp.length > 0) {
    const paired = await pairedSides(tx, participation);
    if (givenUp.some((side) => paired.includes(side))) return faulty({ role: say('orientation.role.inPair') });
  }
  if (leavesMatching(before.participation, participation)) await withdrawProposalsOf(tx, participation.id, now, ids);
  const next = step === 1 ? 2 : 3;
  const answer =
    later || step === 3
      ? await afterwards(context, before, { participation, person }, later)
      : stepForm(next, participation, person, { asked: await askedOn(next, context, participation) });
  tx.participations.put(participation);
  if (person.email !== before.person.email || person.timeZone !== before.person.timeZone) tx.people.put(person);
  return done(answer);
}

/** Whoever stops half-way is told that it is kept; whoever is through, or was before, sees the whole. */
async function afterwards(context: Context, before: Own, after: Own, later: boolean): Promise<Message> {
  if (later && after.participation.state === 'draft') return paused(after, before.participation.state === 'ready');
  return reviewOf(context, after);
}
