// What a pair is told of its pair meetings and of the talk of three, and what coordinators are told of the latter.

import { say, who } from '../../../bot/views/text.ts';
import { message, note, paragraph } from '../../../bot/views/view.ts';
import { isCivil } from '../../../time.ts';
import { civilIn } from '../../calendar/index.ts';
import type { Template } from '../../store.ts';
import { offerBlocks } from '../talk/views.ts';
import { wishesOf } from '../talk/wishes.ts';
import { TALK } from './window.ts';
import { windowBlocks } from './views.ts';

const begins: Template = { name: 'meetings.window', build: (context, args) => drawn(context, args, false) };
const asks: Template = { name: 'meetings.windowAsk', build: (context, args) => drawn(context, args, true) };

async function drawn(...[{ tx, reader, now, again }, args, after]: [...Parameters<Template['build']>, boolean]) {
  const meeting = await tx.meetings.get(String(args['meeting']));
  const pair = meeting && (await tx.pairs.get(meeting.pairId));
  if (!meeting || pair?.state !== 'active') return null;
  // What has been said, or is over, before this one's hour came is not asked.
  const today = civilIn(now, reader.timeZone);
  if (!again && (meeting.state !== 'ahead' || (!after && today > meeting.untilOn))) return null;
  return message([...windowBlocks(meeting, { readerId: reader.personId, partnerId: String(args['partner']), after: after || today > meeting.untilOn })]);
}

const talkOffered: Template = {
  name: 'meetings.talkOffered',
  async build({ tx, reader, now, again }, args) {
    const pair = await tx.pairs.get(String(args['pair']));
    if (pair?.state !== 'active') return null;
    const [wish = null] = await tx.meetings.find({ pairId: pair.id, number: TALK });
    const until = String(args['until']);
    if (!again && civilIn(now, reader.timeZone) > until) return null;
    return message([...offerBlocks({ pairId: pair.id, partnerId: String(args['partner']), readerId: reader.personId, wish, now })]);
  },
};

/** To the coordinators: that two people wish for it, never why (S2.20, E9.5). */
const talkWished: Template = {
  name: 'meetings.talkWished',
  async build({ tx }, args) {
    const day = String(args['day']);
    const wishes = isCivil(day) ? await wishesOf(tx, String(args['cohort']), day) : [];
    const [first, second] = wishes;
    if (!first) return null;
    const seen = note(say('meetings.talk.wished.note'));
    const names = (wish: typeof first) => ({ mentee: who(wish.mentee), mentor: who(wish.mentor) });
    if (!second) return message([paragraph(say('meetings.talk.wished', { ...names(first), by: who(first.meeting.saidBy ?? first.mentee) })), seen]);
    const items = wishes.map((wish) => say('meetings.talk.wished.pair', names(wish)));
    return message([paragraph(say('meetings.talk.wished.several', { n: wishes.length })), { block: 'list', items }, seen]);
  },
};

export const windowTemplates: readonly Template[] = [begins, asks, talkOffered, talkWished];
