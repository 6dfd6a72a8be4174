// The small parts that blocks and windows are made of.

import type { ActionsBlock, Button, ConfirmationDialog, PlainTextElement } from '@slack/types';
import type { Language } from '../../../src/bot/texts/language.ts';
import type { ShownButton } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { LIMITS } from './limits.ts';
import { ALSO, PRESS, pressValue } from './press.ts';
import { clip, tidy } from './text.ts';
import { words } from '../../common/words.ts';

/** For what must not be empty. */
export const DASH = '–';

/** Slack takes no emoji codes out of it and makes no links. */
export function plainText(text: string, most: number): PlainTextElement {
  const whole = clip(text, most);
  return { type: 'plain_text', text: whole.trim() === '' ? DASH : whole, emoji: false };
}

/** For titles, labels and buttons, which stand on one line. */
export function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ').trim();
}

export function buttons(all: readonly ShownButton[], language: Language): ActionsBlock[] {
  const elements = all.map((button, index) => buttonOf(button, index % LIMITS.actionElements, language));
  return inBlocks(elements);
}

/** Slack has one button to send a form with; the others stand below its inputs. */
export function alsoButtons(all: readonly { readonly label: string; readonly next: string }[]): ActionsBlock[] {
  return inBlocks(
    all.map(({ label, next }) => ({ type: 'button', action_id: `${ALSO}${next}`, text: plainText(oneLine(label), LIMITS.buttonText), value: next })),
  );
}

function inBlocks(elements: readonly Button[]): ActionsBlock[] {
  const most = LIMITS.actionElements;
  const blocks = Math.ceil(elements.length / most);
  return Array.from({ length: blocks }, (_, index) => ({ type: 'actions', elements: elements.slice(index * most, (index + 1) * most) }));
}

function buttonOf(button: ShownButton, place: number, language: Language): Button {
  const { label, hint, confirm, style } = button;
  const colour = style === 'main' ? 'primary' : style;
  return {
    type: 'button',
    action_id: `${PRESS}.${place}`,
    text: plainText(oneLine(label), LIMITS.buttonText),
    value: pressValue(button),
    ...(colour ? { style: colour } : {}),
    ...(hint && oneLine(hint) !== '' ? { accessibility_label: clip(oneLine(hint), LIMITS.accessibilityLabel) } : {}),
    ...(confirm === undefined ? {} : { confirm: sure(confirm, label, style, language) }),
  };
}

function sure(question: string, label: string, style: ShownButton['style'], language: Language): ConfirmationDialog {
  return {
    title: plainText(words(say('chat.sure'), language), LIMITS.confirmTitle),
    text: plainText(question, LIMITS.confirmText),
    confirm: plainText(oneLine(label), LIMITS.confirmButton),
    deny: plainText(words(say('common.cancel'), language), LIMITS.confirmButton),
    ...(style === 'danger' ? { style } : {}),
  };
}
