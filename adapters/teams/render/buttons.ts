// Buttons: to press, to open a dialog, to send a form with; and the question before what cannot be undone.

import type { ShownButton } from '../../../src/bot/views/shown.ts';
import type { Action, ActionSet, Execute, Submit } from './card.ts';
import { LIMITS } from './limits.ts';
import { openData, pressData } from './press.ts';
import { richBlocks } from './rich.ts';
import { label, oneLine, run } from './text.ts';

/**
 * In the chat a press can change the card in which it stands; in a dialog it is sent like a form. A `page` is a card in
 * the chat that answers somebody who asked: what its buttons lead to may take its place.
 */
export type Place = 'chat' | 'page' | 'dialog';

const STYLES = { main: 'positive', danger: 'destructive' } as const;
/** What somebody has typed beside it does not matter to a button that is no form's. */
const ALONE = { associatedInputs: 'none' } as const;

export function actionSets(actions: readonly Action[]): ActionSet[] {
  const most = LIMITS.actions;
  const sets = Math.ceil(actions.length / most);
  return Array.from({ length: sets }, (_, index) => ({ type: 'ActionSet', actions: actions.slice(index * most, (index + 1) * most) }));
}

export function buttonOf(button: ShownButton, place: Place): Action {
  const { confirm, style } = button;
  const titled = { title: label(button.label, LIMITS.button), ...(style ? { style: STYLES[style] } : {}) };
  const hint = oneLine(button.hint ?? '');
  const real = { ...pressing(button, place), ...titled, ...(hint === '' ? {} : { tooltip: label(hint, LIMITS.hint) }) };
  if (confirm === undefined) return real;
  const question = richBlocks(run(confirm, { weight: 'bolder' }));
  // What only asks is not dangerous yet, and does not outshine what should be pressed.
  const { style: _loud, ...asking } = titled;
  return { type: 'Action.ShowCard', ...(style === 'danger' ? asking : titled), card: { type: 'AdaptiveCard', body: question, actions: [real] } };
}

function pressing(button: ShownButton, place: Place): Execute | Submit {
  if (button.opens === 'form') return opening(openData(button), place, button.label);
  const data = pressData(button, place === 'page');
  if (place === 'dialog') return { type: 'Action.Submit', title: button.label, data, ...ALONE };
  return { type: 'Action.Execute', verb: data.verb, title: button.label, data, ...ALONE };
}

/** A dialog cannot open another: there, the form takes its place. */
export function opening(data: object, place: Place, title: string): Submit {
  return { type: 'Action.Submit', title, data: place !== 'dialog' ? { ...data, msteams: { type: 'task/fetch' } } : data, ...ALONE };
}
