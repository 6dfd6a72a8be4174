// The forms: a goal letter by letter, its progress, what helped.

import { quote, say, type Text, who } from '../../bot/views/text.ts';
import { type Block, type Form, type Input, note, type Option } from '../../bot/views/view.ts';
import { names } from './cards.ts';
import { type Goal, type GoalText, LETTER_MAX, LETTERS, NOTE_MAX, TITLE_MAX } from './goal.ts';
import { type Partner, seenBy, sharingChoice } from './rules.ts';

interface Sharers {
  readonly mentors: readonly Partner[];
  /** False for whoever takes part as a mentor alone: there is nobody to share with. */
  readonly mayShare: boolean;
}

/** A new goal is private until its owner says otherwise. */
export function newGoalForm(text: Pick<GoalText, 'title' | 'specific'>, sharers: Sharers): Form {
  return {
    type: 'form',
    title: say('goals.form.new'),
    intro: [note(say('goals.form.intro')), ...alone(sharers)],
    inputs: [...letterInputs({ measurable: '', achievable: '', relevant: '', ...text }, ''), ...sharingInput('private', sharers)],
    submit: say('common.save'),
    action: 'goals.save',
  };
}

/** Everything typed before stands in it. */
export function goalForm(goal: Goal, sharers: Sharers): Form {
  return {
    type: 'form',
    title: say('goals.form.edit'),
    intro: alone(sharers),
    inputs: [...letterInputs(goal.text, goal.dueOn ?? ''), ...sharingInput(sharingChoice(goal, sharers.mentors), sharers)],
    submit: say('common.save'),
    action: 'goals.save',
    about: { goal: goal.id },
  };
}

function alone({ mayShare }: Sharers): readonly Block[] {
  return mayShare ? [] : [note(say('goals.form.alone'))];
}

function letterInputs(text: GoalText, dueOn: string): readonly Input[] {
  return [
    {
      input: 'line',
      name: 'title',
      label: say('goals.form.title'),
      help: say('goals.form.title.help'),
      required: true,
      max: TITLE_MAX,
      value: text.title,
    },
    ...LETTERS.map((letter): Input => {
      const label = say(`goals.form.${letter}`);
      return { input: 'paragraph', name: letter, label, help: say(`goals.form.${letter}.help`), max: LETTER_MAX, value: text[letter] };
    }),
    { input: 'date', name: 'dueOn', label: say('goals.form.timeBound'), help: say('goals.form.timeBound.help'), value: dueOn },
  ];
}

/** The label says who sees it, by name (C27). */
function sharingInput(value: string, { mentors, mayShare }: Sharers): readonly Input[] {
  if (!mayShare) return [];
  const withMentor: readonly Option[] =
    mentors.length > 0
      ? mentors.map((mentor) => ({ value: mentor.pairId, label: say('goals.sharing.pair', { mentor: who(mentor.personId) }) }))
      : [{ value: 'pair', label: say('goals.sharing.later') }];
  const options = [{ value: 'private', label: say('goals.sharing.private') }, ...withMentor];
  return [{ input: 'choice', name: 'visibility', label: say('goals.form.sharing'), help: say('goals.form.sharing.help'), required: true, options, value }];
}

export function progressForm(goal: Goal, mentors: readonly Partner[]): Form {
  const seers = seenBy(goal, mentors);
  const help: Text = seers.length > 0 ? say('goals.progress.percent.shared', { mentors: names(seers) }) : say('goals.progress.percent.help');
  return {
    type: 'form',
    title: say('goals.progress.title'),
    intro: [note(quote(goal.text.title))],
    inputs: [
      { input: 'number', name: 'progress', label: say('goals.progress.percent'), help, required: true, min: 0, max: 100, value: goal.progress },
      { input: 'paragraph', name: 'text', label: say('goals.progress.words'), help: say('goals.progress.words.help'), max: NOTE_MAX },
    ],
    submit: say('common.save'),
    action: 'goals.note',
    about: { goal: goal.id },
  };
}

export function helpedForm(goal: Goal): Form {
  return {
    type: 'form',
    title: say('goals.helped.title'),
    intro: [note(quote(goal.text.title))],
    inputs: [{ input: 'paragraph', name: 'text', label: say('goals.helped.label'), help: say('goals.helped.help'), max: NOTE_MAX }],
    submit: say('common.save'),
    action: 'goals.thank',
    about: { goal: goal.id },
  };
}
