// What is wrong with a card, by the parser that Microsoft's own clients are made of and by what Teams publishes.

import { createRequire } from 'node:module';
import type * as Adaptive from 'adaptivecards';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { isRecord, type Json, list, text } from '../../slack/local/json.ts';

/** What it exports for bundlers, Node does not load. */
const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Adaptive;

export type Place = 'message' | 'dialog';

export const CARD = 'application/vnd.microsoft.card.adaptive';

export function cardFaults(card: Json, place: Place): readonly string[] {
  const size = Buffer.byteLength(JSON.stringify(card));
  const most = place === 'dialog' ? LIMITS.refilled : LIMITS.card;
  const ids = partsIn(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return [
    ...(card['type'] === 'AdaptiveCard' ? [] : ['no card']),
    ...(Number(card['version']) <= 1.5 ? [] : [`version ${text(card['version'])}`]),
    ...(size > most ? [`${size} bytes`] : []),
    ...(new Set(ids).size < ids.length ? ['two of the same id'] : []),
    ...parserFaults(card),
    ...partsIn(card).flatMap((part) => partFaults(part, place)),
  ];
}

function parserFaults(card: Json): readonly string[] {
  const context = new adaptive.SerializationContext();
  const parsed = new adaptive.AdaptiveCard();
  parsed.parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // This parser asks a pattern that remembers where it was: every second language is wrong to it.
  return said.filter((message) => !message.endsWith('for property "lang".'));
}

function partFaults(part: Json, place: Place): readonly string[] {
  const [type, data] = [text(part['type']), part['data']];
  const sends = type === 'Action.Execute' || type === 'Action.Submit';
  const verb = type === 'Action.Execute' ? part['verb'] : isRecord(data) ? data['verb'] : undefined;
  return [
    ...(type.startsWith('Input.') && !part['label'] ? [`${type} without a label`] : []),
    ...(type.startsWith('Input.') && !part['id'] ? [`${type} without an id`] : []),
    ...(type.startsWith('Action.') && type !== 'Action.OpenUrl' && !part['title'] ? [`${type} without a title`] : []),
    ...(sends && typeof verb !== 'string' ? [`${type} without a verb`] : []),
    ...(type === 'Action.Execute' && place === 'dialog' ? ['Action.Execute in a dialog'] : []),
    ...(type === 'Action.Submit' && place === 'dialog' && JSON.stringify(data ?? {}).includes('task/fetch') ? ['task/fetch in a dialog'] : []),
    ...(type === 'TextBlock' && /<at>/.test(text(part['text'])) ? ['a mention of nobody'] : []),
  ];
}

/** Everything in a card that has a type. */
function partsIn(of: unknown): readonly Json[] {
  if (Array.isArray(of)) return of.flatMap(partsIn);
  if (!isRecord(of)) return [];
  const inner = Object.entries(of).flatMap(([key, value]) => (key === 'data' ? [] : partsIn(value)));
  return typeof of['type'] === 'string' ? [of, ...inner] : inner;
}

/** What is wrong with a message that the bot has sent. */
export function messageFaults(activity: Json): readonly string[] {
  const cards = list(activity['attachments']);
  const empty = cards.length === 0 && text(activity['text']).trim() === '';
  return [
    ...(activity['type'] === 'message' ? [] : ['no message']),
    ...(empty ? ['an empty message'] : []),
    ...cards.flatMap(({ contentType, content }) =>
      contentType === CARD && isRecord(content) ? cardFaults(content, 'message') : ['no card of a kind that there is'],
    ),
  ];
}
