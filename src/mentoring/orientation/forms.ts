// The profile's three short pages: about you, what you want or can offer, with whom and when (S4.11-S4.19).

import { quote, say } from '../../bot/views/text.ts';
import { type Form, type Input, note, type Option } from '../../bot/views/view.ts';
import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Asked } from '../matching/settings/settings.ts';
import type { Person } from '../people/index.ts';
import { HELP, LEVELS, MEETING_LANGUAGES, MEETS, type Participation, SLOTS } from './participation.ts';
import { isUntouched, playsAs, type Step } from './rules.ts';
import { helpText, languageText, roleText, slotText } from './words.ts';
import { zoneName, zonesFor } from './zones.ts';

export const ROLES = ['mentee', 'mentor', 'both'] as const;
export const MOST_MENTEES = 5;
/** Characters, as people count them. */
export const MAX = { line: 120, email: 200, short: 500, long: 1500 } as const;

/** What stands for an answer that somebody would rather not give. */
export const RATHER_NOT = 'none';

interface Asking {
  readonly terms?: TermChoice | undefined;
  /** What the programme's matching uses beside what everybody is asked. */
  readonly asked?: readonly Asked[];
}

export function stepForm(step: Step, participation: Participation, person: Person, { terms, asked = [] }: Asking = {}): Form {
  const own = participation.state === 'ready';
  return {
    type: 'form',
    title: say(`orientation.step.${step}`),
    intro: [note(say(`orientation.step.${step}.why`))],
    inputs: INPUTS[step](participation, person).concat(FURTHER[step].filter((one) => asked.includes(one)).map((one) => furtherField(one, participation))),
    submit: step === 3 ? say('common.save') : say('common.next'),
    action: ACTION[step],
    about: { participation: participation.id },
    also: [{ label: own ? say('orientation.saveAndClose') : say('common.saveForLater'), next: 'later' }],
    ...(terms ? { terms } : {}),
  };
}

const ACTION = { 1: 'orientation.about', 2: 'orientation.wants', 3: 'orientation.partner' } as const;

const INPUTS: Readonly<Record<Step, (participation: Participation, person: Person) => readonly Input[]>> = {
  1: aboutYou,
  2: whatYouWant,
  3: whoAndWhen,
};

/** On which page what only some programmes use is asked. */
const FURTHER: Readonly<Record<Step, readonly Asked[]>> = { 1: ['level', 'unit', 'manager'], 2: [], 3: ['place', 'meets'] };

function furtherField(asked: Asked, { profile }: Participation): Input {
  const told = { name: asked, label: say(`orientation.${asked}`), help: say(`orientation.${asked}.why`) };
  if (asked === 'unit' || asked === 'place') return { ...told, input: 'line', max: MAX.line, value: profile[asked] };
  if (asked === 'manager') return { ...told, input: 'line', max: MAX.email, value: profile.manager };
  const options: readonly Option[] =
    asked === 'level'
      ? LEVELS.map((one) => ({ value: one, label: say(`orientation.level.${one}`) }))
      : MEETS.map((one) => ({ value: one, label: say(`orientation.meets.${one}`) }));
  const rather: Option = { value: RATHER_NOT, label: say('orientation.rather') };
  return { ...told, input: 'choice', options: [...options, rather], value: profile[asked] === '' ? RATHER_NOT : profile[asked] };
}

function aboutYou(participation: Participation, person: Person): readonly Input[] {
  const { profile } = participation;
  const roles: readonly Option[] = ROLES.map((role) => ({ value: role, label: roleText(role) }));
  return [
    {
      ...field('role'),
      input: 'choice',
      required: true,
      options: roles,
      ...(isUntouched(participation) ? {} : { value: participation.role }),
    },
    { ...field('experience'), input: 'paragraph', max: MAX.long, value: profile.experience },
    { ...field('employer'), input: 'line', max: MAX.line, value: profile.employer },
    { ...field('title'), input: 'line', max: MAX.line, value: profile.title },
    { ...field('email'), input: 'line', max: MAX.email, value: person.email ?? '' },
  ];
}

function whatYouWant({ role, profile }: Participation): readonly Input[] {
  return [
    { ...fieldFor('help', role), input: 'choices', options: HELP.map((help) => ({ value: help, label: helpText(help) })), value: profile.help },
    { ...fieldFor('topics', role), input: 'paragraph', max: MAX.short, value: profile.topics },
    { ...fieldFor('challenges', role), input: 'paragraph', max: MAX.long, value: profile.challenges },
    { ...field('interests'), input: 'paragraph', max: MAX.short, value: profile.interests },
  ];
}

function whoAndWhen({ role, profile, capacity }: Participation, person: Person): readonly Input[] {
  const languages = MEETING_LANGUAGES.map((language) => ({ value: language, label: languageText(language) }));
  const zones = zonesFor(person.timeZone).map((zone) => ({ value: zone, label: quote(zoneName(zone)) }));
  const inputs: readonly Input[] = [
    { ...field('languages'), input: 'choices', required: true, options: languages, value: profile.languages },
    { ...fieldFor('ideal', role), input: 'paragraph', max: MAX.long, value: profile.ideal },
    { ...field('wishes'), input: 'paragraph', max: MAX.short, value: profile.wishes },
    { ...field('slots'), input: 'choices', options: SLOTS.map((slot) => ({ value: slot, label: slotText(slot) })), value: profile.slots },
    { ...field('timeZone'), input: 'choice', options: zones, value: person.timeZone },
  ];
  if (!playsAs(role, 'mentor')) return inputs;
  return [...inputs, { ...field('capacity'), input: 'number', min: 1, max: MOST_MENTEES, value: Math.max(capacity, 1) }];
}

type Plain = 'role' | 'experience' | 'employer' | 'title' | 'email' | 'interests' | 'languages' | 'wishes' | 'slots' | 'timeZone' | 'capacity';

/** A field that reads the same for everybody: its name, what it is, and why it helps or who sees it. */
function field(name: Plain) {
  return { name, label: say(`orientation.${name}`), help: say(`orientation.${name}.why`) };
}

/** A field that a mentee fills with wants and a mentor with offers. */
function fieldFor(name: 'help' | 'topics' | 'challenges' | 'ideal', role: Participation['role']) {
  return { name, label: say(`orientation.${name}.${role}`), help: say(`orientation.${name}.why`) };
}
