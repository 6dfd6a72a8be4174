// What a mentor sees of a mentee's goals: the goal, and questions to ask instead of a form to fill (S0.13).

import { quote, say, type Said, who } from '../../bot/views/text.ts';
import { actions, type Block, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { letterFacts } from './cards.ts';
import type { Goal } from './goal.ts';
import { goalLine, type Here, more } from './lists.ts';
import { questionsToAsk } from './questions.ts';
import { inOrder } from './rules.ts';

const PAGE = 5;

/** The goals that mentees share, mentee by mentee. */
export function sharedList(goals: readonly Goal[], from: number, here: Here): readonly Block[] {
  const all = byOwner(goals);
  const page = all.slice(from, from + PAGE);
  const left = all.length - from - page.length;
  return [
    ...page.flatMap((goal, at) => [
      ...(goal.personId === page[at - 1]?.personId ? [] : [heading(say('goals.list.mentee', { mentee: who(goal.personId) }))]),
      paragraph(goalLine(goal, here)),
      ...asking(goal, here),
      actions({
        label: say('goals.button.look'),
        action: 'goals.look',
        about: { goal: goal.id },
        hint: say('goals.hint.look', { title: quote(goal.text.title) }),
      }),
    ]),
    ...(left > 0 ? more(left, 'goals.mentees', from + PAGE) : []),
  ];
}

function byOwner(goals: readonly Goal[]): readonly Goal[] {
  const owners = [...new Set(goals.map((goal) => goal.personId))];
  return owners.flatMap((owner) => inOrder(goals.filter((goal) => goal.personId === owner)));
}

function asking(goal: Goal, here: Here): readonly Block[] {
  return [paragraph(say('goals.ask.title')), { block: 'list', items: questionsToAsk(goal, here.today) }];
}

/** Without the owner's notes: those were written for the owner alone. */
export function mentorCard(goal: Goal, here: Here): Message {
  return message([
    paragraph(newsOf(goal)),
    letterFacts(goal, here.today),
    ...asking(goal, here),
    note(say('goals.shared.note', { mentee: who(goal.personId) })),
  ]);
}

/** The one message about a shared goal, as it stands now. */
export function sharedMessage(goal: Goal, here: Here): Message {
  return message([
    paragraph(newsOf(goal)),
    ...asking(goal, here),
    note(say('goals.shared.note', { mentee: who(goal.personId) })),
    actions({ label: say('goals.button.look'), action: 'goals.look', about: { goal: goal.id } }),
  ]);
}

function newsOf(goal: Goal): Said {
  return say(goal.state === 'done' ? 'goals.shared.done' : 'goals.shared.new', { mentee: who(goal.personId), title: quote(goal.text.title) });
}

/** No title, no name and no reason: it is not theirs to know any more. */
export function goneMessage(): Message {
  return message([paragraph(say('goals.shared.gone'))]);
}
