// Every message of the room, drawn from ids when it is delivered and whenever it is drawn anew.

import { onDay, say, type Text, who } from '../../bot/views/text.ts';
import { message, note, paragraph } from '../../bot/views/view.ts';
import { civilIn, daysBetween } from '../calendar/index.ts';
import { membersOf } from '../cycle/index.ts';
import { elsewhere } from '../people/index.ts';
import type { Template } from '../store.ts';
import { isCalledOff } from './busy.ts';
import { isReason, reasonWords } from './contact-reasons.ts';
import { questionBlocks } from './question.ts';
import { byId } from './scene.ts';
import { partnerWords, rhythmWords } from './views.ts';

/** A welcome that comes later than this is odd. */
const WELCOME_DAYS = 7;

const ask: Template = { name: 'meetings.ask', build: (context, args) => question(context, args, false) };
const reminder: Template = { name: 'meetings.reminder', build: (context, args) => question(context, args, true) };

async function question(...[{ tx, reader, now }, args, isReminder]: [...Parameters<Template['build']>, boolean]) {
  const checkin = await tx.checkins.get(String(args['checkin']));
  if (!checkin) return null;
  // Settled before this one's hour came: there is nothing left to ask.
  if (checkin.answeredAt !== null && checkin.answeredAt < Number(args['at'])) return null;
  const previousId = checkin.answer === 'not_yet' ? args['previous'] : undefined;
  const previous = previousId === undefined ? null : await tx.checkins.get(String(previousId));
  const blocks = questionBlocks(checkin, { readerId: reader.personId, partnerId: String(args['partner']), previous, now, reminder: isReminder });
  return blocks.length > 0 ? message(blocks) : null;
}

/** To coordinators: states, never content (E9.5). */
const silent: Template = {
  name: 'meetings.silent',
  async build({ tx, reader }, args) {
    const checkins = (await tx.checkins.all(String(args['checkins']).split(','))).filter((checkin) => checkin.state === 'unanswered');
    if (checkins.length === 0) return null;
    const pairs = byId(await tx.pairs.all(checkins.map((checkin) => checkin.pairId)));
    const members = await membersOf(tx, [...pairs.values()]);
    const items: Text[] = checkins.flatMap((checkin) => {
      const pair = pairs.get(checkin.pairId);
      const [mentee, mentor] = [members.get(pair?.menteeId ?? ''), members.get(pair?.mentorId ?? '')];
      if (!mentee || !mentor) return [];
      const day = onDay(civilIn(checkin.dueAt, reader.timeZone));
      return [say('meetings.silent.pair', { mentee: who(mentee.personId), mentor: who(mentor.personId), day })];
    });
    const more = Number(args['more'] ?? 0);
    if (more > 0) items.push(say('meetings.silent.more', { n: more }));
    return message([paragraph(say('meetings.silent.text', { n: checkins.length + more })), { block: 'list', items }, note(say('meetings.silent.note'))]);
  },
};

const partnerBusy: Template = {
  name: 'meetings.partnerBusy',
  async build({ tx, reader, now }, args) {
    const period = await tx.busy.get(String(args['busy']));
    if (!period) return null;
    const today = civilIn(now, reader.timeZone);
    const isOver = isCalledOff(period) || period.untilOn < today;
    return message([paragraph(isOver ? say('meetings.busy.partnerBack', { person: who(period.personId) }) : partnerWords(period, today))]);
  },
};

const welcomeBack: Template = {
  name: 'meetings.welcomeBack',
  async build({ tx, reader, now }, args) {
    const period = await tx.busy.get(String(args['busy']));
    const over = period && daysBetween(period.untilOn, civilIn(now, reader.timeZone));
    return over !== null && over >= 0 && over <= WELCOME_DAYS ? message([paragraph(say('meetings.busy.over'))]) : null;
  },
};

const rhythmChanged: Template = {
  name: 'meetings.rhythmChanged',
  async build({ tx }, args) {
    const pair = await tx.pairs.get(String(args['pair']));
    if (pair?.state !== 'active') return null;
    return message([paragraph(say('meetings.rhythm.told', { partner: who(String(args['by'])), rhythm: rhythmWords(pair.rhythmDays) }))]);
  },
};

/** To the coordinators, and to nobody else (S4.47, E4.9). */
const contact: Template = {
  name: 'meetings.contact',
  async build({ tx, reader }, args) {
    const [person, reason] = [String(args['person']), String(args['reason'])];
    return message([
      paragraph(say('meetings.contact.message', { person: who(person) })),
      ...(await elsewhere(tx, reader.personId, [person])).values(),
      ...(isReason(reason) && reason !== 'none' ? [paragraph(say('meetings.contact.because', { reason: reasonWords(reason) }))] : []),
      note(say('meetings.contact.note')),
    ]);
  },
};

export const templates: readonly Template[] = [ask, reminder, silent, partnerBusy, welcomeBack, rhythmChanged, contact];
