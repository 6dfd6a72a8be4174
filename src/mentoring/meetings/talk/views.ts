// How the talk of three reads: offered near the end, and on its own page at any time (S2.20).

import { onDay, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Civil, Instant } from '../../../time.ts';
import { civilIn } from '../../calendar/index.ts';
import type { Mine } from '../mine.ts';
import { isWishedFor, type PairMeeting } from '../window/window.ts';

interface Offer {
  readonly pairId: string;
  readonly partnerId: string;
  readonly readerId: string;
  readonly wish: PairMeeting | null;
  readonly now: Instant;
}

/** A yes of either stands for both; a no is heard, and only its own reader sees it. */
export function offerBlocks({ pairId, partnerId, readerId, wish, now }: Offer): readonly Block[] {
  const partner = who(partnerId);
  if (wish && isWishedFor(wish, now))
    return [paragraph(wish.saidBy === readerId ? say('meetings.talk.asked.mine', { partner }) : say('meetings.talk.asked.theirs', { partner }))];
  const yes = wishButton(pairId, partner);
  if (wish?.state === 'skipped' && wish.saidBy === readerId) return [paragraph(say('meetings.talk.no', { partner })), actions(yes)];
  const no: Button = { label: say('meetings.talk.button.no'), action: 'meetings.askTalk', about: { pair: pairId, answer: 'no' } };
  return [paragraph(say('meetings.talk.offer', { partner })), actions({ ...yes, style: 'main' }, no), note(say('meetings.talk.note'))];
}

/** Of each pair, whether it is wished for, or the way to it. */
export function talkPage(mine: readonly Mine[], wishes: ReadonlyMap<string, PairMeeting>, of: { readonly timeZone: string; readonly now: Instant }): Message {
  const shelves = mine.flatMap(({ pair, partnerId }): Block[] => {
    const [wish, partner] = [wishes.get(pair.id), who(partnerId)];
    if (!wish || !isWishedFor(wish, of.now)) return [actions(wishButton(pair.id, partner))];
    return [paragraph(say('meetings.talk.since', { partner, day: onDay(dayOf(wish, of)) }))];
  });
  const none = mine.length === 0 ? [paragraph(say('meetings.talk.nobody'))] : [note(say('meetings.talk.note'))];
  return message([heading(say('meetings.talk.title')), paragraph(say('meetings.talk.what')), ...shelves, ...none]);
}

function dayOf(wish: PairMeeting, { timeZone, now }: { readonly timeZone: string; readonly now: Instant }): Civil {
  return civilIn(wish.saidAt ?? now, timeZone);
}

function wishButton(pairId: string, partner: Text): Button {
  return { label: say('meetings.talk.button.yes', { partner }), action: 'meetings.askTalk', about: { pair: pairId, answer: 'yes' } };
}
