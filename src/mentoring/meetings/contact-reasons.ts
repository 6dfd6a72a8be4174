// What a call for a talk may be about: a word to choose, never the content of a conversation.

import { say, type Text } from '../../bot/views/text.ts';

export const REASONS = ['none', 'time', 'silence', 'fit', 'other'] as const;
export type ContactReason = (typeof REASONS)[number];

export function isReason(value: string): value is ContactReason {
  return (REASONS as readonly string[]).includes(value);
}

export function reasonWords(reason: ContactReason): Text {
  return say(`meetings.contact.reason.${reason}`);
}
