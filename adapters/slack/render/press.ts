// What our elements are called in Slack, and what a button carries: its action and its sealed token, nothing else.

import type { ShownButton } from '../../../src/bot/views/shown.ts';
import { LIMITS } from './limits.ts';

/** The callback ids of our windows. */
export const WINDOWS = { form: 'form', page: 'page', wait: 'wait' } as const;
/** How the action id of a button begins; a number follows, since no two in a block may be the same. */
export const PRESS = 'press';
/** How the action id of a form's further button begins; its value is the form's `next`. */
export const ALSO = 'also.';
/** How the block id of an input begins; the field's name follows. */
export const FIELD = 'f.';
/** How the action id of an input begins; the form’s stamp follows. */
export const ANSWER = 'answer';
/** The same of a lone tick: what comes in tells it apart from a list of choices by this. */
export const AGREE = 'agree';
/** The value of a tick that is set. */
export const TICKED = 'on';
/** The block id of the note that stands where a view was cut. */
export const CUT = 'cut';

/** `<action> <token>` */
export function pressValue(button: Pick<ShownButton, 'action' | 'token'>): string {
  return `${button.action} ${button.token}`;
}

/** Takes a pressed button's value apart again; `null` for whatever is none of ours. */
export function pressed(value: unknown): { readonly action: string; readonly token: string } | null {
  if (typeof value !== 'string' || value.length > LIMITS.buttonValue) return null;
  const [, action, token] = /^([\w.-]+) ([\w.~+/=-]+)$/.exec(value) ?? [];
  return action && token ? { action, token } : null;
}
