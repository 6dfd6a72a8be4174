// The words for what a profile can hold.

import { say, type Text } from '../../bot/views/text.ts';
import type { Help, MeetingLanguage, Role, Slot } from './participation.ts';

/** One of the six kinds of help of S4.4. */
export function helpText(help: Help): Text {
  return say(`orientation.kind.${help}`);
}

export function languageText(language: MeetingLanguage): Text {
  return say(`orientation.tongue.${language}`);
}

export function slotText(slot: Slot): Text {
  return say(`orientation.slot.${slot}`);
}

export function roleText(role: Role): Text {
  return say(`orientation.role.${role}`);
}
