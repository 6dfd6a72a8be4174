// Whatever a person has before them that has buttons: messages to them or to all in a channel, and the dialog on top.

import { type Json, text } from '../../slack/local/json.ts';
import type { Spot } from '../payloads.ts';
import type { OpenCard } from './open-card.ts';

export interface Place {
  readonly kind: 'message' | 'private' | 'channel' | 'dialog';
  readonly open: OpenCard;
  /** The message whose card it is. */
  readonly id: string;
  /** Where a press comes from. */
  readonly spot?: Spot;
  readonly changed: number;
  readonly words: string;
}

/** A window over everything else. */
export interface Dialog {
  readonly title: string;
  readonly open: OpenCard;
  /** How it is sent: as a card's, or as that of a command of the message extension. */
  readonly command: string | null;
  readonly spot?: Spot;
  readonly changed: number;
}

export interface Pressing {
  readonly in?: Place['kind'];
  /** A channel of the team, where the message stands in one. */
  readonly channel?: string;
  /** Words that stand in the same message. */
  readonly beside?: string;
  /** Which of several buttons of the same label; the first is 0. */
  readonly nth?: number;
}

/** The button of this label, in the newest place that has one. */
export function buttonIn(
  places: readonly Place[],
  label: string,
  { beside = '', nth = 0 }: Pressing = {},
): { readonly place: Place; readonly button: Json } | null {
  const newest = places.filter(({ words }) => words.includes(beside)).toSorted((a, b) => b.changed - a.changed);
  const all = newest.flatMap((place) => place.open.buttons.filter((one) => text(one['title']) === label).map((button) => ({ place, button })));
  return all[nth] ?? null;
}
