// How a pair meeting of the programme reads: while its week is on, when it is asked after, and once somebody has said.

import { onDay, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, note, paragraph } from '../../../bot/views/view.ts';
import { type PairMeeting, type Saying, SAYINGS } from './window.ts';

interface Reading {
  readonly readerId: string;
  readonly partnerId: string;
  /** Its week is over, and it is asked after. */
  readonly after: boolean;
}

export function windowBlocks(meeting: PairMeeting, reading: Reading): readonly Block[] {
  const { number: n, state } = meeting;
  const partner = who(reading.partnerId);
  if (state === 'ahead') {
    const week = { n, partner, from: onDay(meeting.fromOn), until: onDay(meeting.untilOn, 'week') };
    const text = reading.after ? say('meetings.window.asked', week) : say('meetings.window.text', week);
    return [paragraph(text), actions(...buttons(meeting, partner, SAYINGS)), note(say('meetings.window.note'))];
  }
  const mine = meeting.saidBy === reading.readerId;
  const told = mine ? say(`meetings.window.${state}.mine`, { n, partner }) : say(`meetings.window.${state}.theirs`, { n, partner });
  // A slip of the finger, or a meeting that came about after all.
  const others = SAYINGS.filter((one) => one !== state);
  return [paragraph(told), actions(...buttons(meeting, partner, others))];
}

function buttons(meeting: PairMeeting, partner: Text, sayings: readonly Saying[]): Button[] {
  const hint = say('meetings.window.about', { n: meeting.number, partner });
  return sayings.map((said) => ({
    label: say(`meetings.window.button.${said}`),
    action: 'meetings.window',
    about: { meeting: meeting.id, said },
    hint,
    ...(said === 'held' && meeting.state === 'ahead' ? { style: 'main' as const } : {}),
  }));
}
