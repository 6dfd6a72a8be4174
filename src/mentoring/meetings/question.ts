// How a check-in reads at each time of its life, for each of the two.

import { onDay, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, note, paragraph } from '../../bot/views/view.ts';
import type { Instant } from '../../time.ts';
import type { Answer, Checkin } from './checkin.ts';
import { mayChange } from './rules.ts';

/** Who reads it, beside whom, and what was answered the time before. */
export interface Reading {
  readonly readerId: string;
  readonly partnerId: string;
  readonly previous: Checkin | null;
  readonly now: Instant;
  readonly reminder?: boolean;
}

export function questionBlocks(checkin: Checkin, reading: Reading): Block[] {
  switch (checkin.state) {
    case 'planned':
      return [];
    case 'open':
    case 'unanswered':
      return asked(checkin, reading);
    case 'answered':
      return answered(checkin, reading);
    case 'cancelled':
      return [paragraph(setAside(checkin, reading))];
  }
}

function asked(checkin: Checkin, { partnerId, reminder }: Reading): Block[] {
  const args = { partner: who(partnerId), since: onDay(checkin.sinceOn) };
  return [
    paragraph(reminder ? say('meetings.ask.reminder', args) : say('meetings.ask.text', args)),
    actions(...answerButtons(checkin, partnerId)),
    note(say('meetings.ask.note', { partner: who(partnerId) })),
  ];
}

function answerButtons(checkin: Checkin, partnerId: string): Button[] {
  const press = (answer: Answer) => ({ action: 'meetings.answer', about: { pair: checkin.pairId, checkin: checkin.id, answer }, hint });
  const hint = say('meetings.ask.about', { partner: who(partnerId) });
  return [
    { label: say('meetings.button.met'), ...press('met'), style: 'main' },
    { label: say('meetings.button.planned'), ...press('planned') },
    { label: say('meetings.button.notYet'), ...press('not_yet') },
    { label: say('meetings.button.busy'), action: 'meetings.busy', hint },
  ];
}

function answered(checkin: Checkin, { readerId, partnerId, previous, now }: Reading): Block[] {
  const about = { pair: checkin.pairId, checkin: checkin.id };
  const partner = who(partnerId);
  const again = checkin.answer === 'not_yet' && previous?.answer === 'not_yet';
  const buttons: Button[] = [];
  if (again) buttons.push({ label: say('meetings.button.contact'), action: 'meetings.help', about: { pair: checkin.pairId } });
  if (mayChange(checkin, now)) {
    const label = checkin.answer === 'not_yet' ? say('meetings.button.change') : say('meetings.button.day');
    buttons.push({ label, action: 'meetings.change', about, hint: say('meetings.ask.about', { partner }) });
  }
  return [
    paragraph(answerWords(checkin, checkin.answeredBy === readerId, partner)),
    ...(again ? [paragraph(say('meetings.notYet.again', { partner }))] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
}

function answerWords(checkin: Checkin, mine: boolean, partner: Text): Text {
  switch (checkin.answer) {
    case 'met':
      return mine ? say('meetings.met.mine', { partner }) : say('meetings.met.theirs', { partner });
    case 'planned':
      return mine ? say('meetings.planned.mine', { partner }) : say('meetings.planned.theirs', { partner });
    default:
      return mine ? say('meetings.notYet.mine', { partner }) : say('meetings.notYet.theirs', { partner });
  }
}

function setAside(checkin: Checkin, { readerId, partnerId }: Reading): Text {
  if (checkin.answer !== 'busy') return say('meetings.ask.cancelled');
  return checkin.answeredBy === readerId ? say('meetings.ask.busyMine') : say('meetings.ask.busyTheirs', { partner: who(partnerId) });
}
