// Who is left over, why, and the smallest change that would help; and what is decided but cannot be kept. Pure.

import { say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, heading, paragraph } from '../../../bot/views/view.ts';
import { joined } from '../summary/anonymous.ts';
import { barrierText, type People } from './fit-view.ts';
import { shortened } from './moves-view.ts';
import type { HardRules } from '../settings/settings.ts';
import type { LeftOver, Plan, Remedy } from '../solving.ts';

/** More would push the plan itself out of sight. */
const MOST_LEFT = 8;
const MOST_BUTTONS = 4;

interface Look {
  readonly cohort: { readonly id: string };
  readonly plan: Pick<Plan, 'left' | 'broken'>;
  readonly people: People;
  readonly may: boolean;
  readonly language?: HardRules['language'];
}

/** A lock that cannot be kept must not vanish in silence. */
export function brokenLines({ plan, people, language }: Pick<Look, 'plan' | 'people' | 'language'>): readonly Block[] {
  return plan.broken.map(({ menteeId, mentorId, barrier }) =>
    paragraph(say('matching.preview.broken', { mentee: people(menteeId), mentor: people(mentorId), why: barrierText(barrier, language) })),
  );
}

export function leftBlocks(look: Look): readonly Block[] {
  const { left } = look.plan;
  if (left.length === 0) return [];
  const lines = left.map((one) => lineOf(one, look));
  const buttons = left.flatMap((one) => helpButton(one, look)).slice(0, MOST_BUTTONS);
  return [heading(say('matching.left.title')), shortened(lines, MOST_LEFT), ...(buttons.length > 0 ? [actions(...buttons)] : [])];
}

function lineOf(one: LeftOver, look: Look): Text {
  const line = say('matching.left.line', { person: look.people(one.menteeId), why: whyLeft(one, look) });
  const [smallest] = one.remedies;
  return smallest ? say('why.left.line', { line, help: remedyText(smallest, look) }) : line;
}

function whyLeft({ why }: LeftOver, { language = 'shared' }: Look): Text {
  if (why === 'taken') return say('matching.left.taken');
  if (why.length === 0) return say('matching.left.noMentors');
  return joined(
    why.map(({ barrier, count }) => {
      if (barrier === 'self') return say('matching.barrier.self');
      if (barrier === 'language' && language !== 'shared') return say('why.left.tongue', { n: count, tongue: say(`orientation.tongue.${language}`) });
      return say(`matching.left.${barrier}`, { n: count });
    }),
  );
}

function remedyText(remedy: Remedy, { people, language }: Look): Text {
  const mentor = people(remedy.mentorId);
  return remedy.by === 'place' ? say('why.left.place', { mentor }) : say('why.left.rule', { mentor, why: barrierText(remedy.barrier, language) });
}

/** What a coordinator can do about it at once, or see what it would bring. Only the mentor gives a place, and rules hold for all. */
function helpButton({ menteeId, remedies }: LeftOver, { cohort, people, may }: Look): readonly Button[] {
  const [smallest] = remedies;
  if (!may || !smallest) return [];
  const { mentorId } = smallest;
  if (smallest.by === 'place') {
    const about = { cohort: cohort.id, change: 'place', mentor: mentorId };
    return [{ label: say('why.button.place', { mentor: people(mentorId) }), action: 'matching.trying', about }];
  }
  if (smallest.barrier !== 'forbidden') return [];
  const label = say('why.button.allow', { mentee: people(menteeId), mentor: people(mentorId) });
  return [{ label, action: 'matching.release', about: { mentee: menteeId, mentor: mentorId } }];
}
