// What Teams makes of the bot's answer to an invoke.

import { isRecord, type Json, record, text } from '../../slack/local/json.ts';
import { CARD, cardFaults } from './check.ts';

export interface Answered {
  /** A dialog, in the place of the one that was there; or a card, in the place of the pressed one. */
  readonly card?: Json;
  readonly title?: string;
  /** A word in passing. */
  readonly words?: string;
  /** What Teams cannot show. */
  readonly faults: readonly string[];
}

/** To what opens or sends a dialog: it closes where there is nothing in the answer. */
export function toDialog(body: unknown): Answered {
  const task = record(record(body)['task']);
  if (task['type'] === 'message') return { words: text(task['value']), faults: [] };
  if (task['type'] !== 'continue') return { faults: Object.keys(record(body)).length === 0 ? [] : [`a dialog of type ${text(task['type'])}`] };
  const { title, card } = record(task['value']);
  const { contentType, content } = record(card);
  if (contentType !== CARD || !isRecord(content)) return { faults: ['a dialog without a card'] };
  return { title: text(title), card: content, faults: cardFaults(content, 'dialog').map((fault) => `a dialog: ${fault}`) };
}

/** To an Action.Execute. */
export function toPress(body: unknown): Answered {
  const { statusCode, type, value } = record(body);
  if (statusCode === 200 && type === CARD && isRecord(value))
    return { card: value, faults: cardFaults(value, 'message').map((fault) => `a replaced card: ${fault}`) };
  if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message') return { words: text(value), faults: [] };
  return { faults: [`an answer to a pressed card: ${JSON.stringify(body)}`] };
}
