// What Microsoft's own library says of a card, and what Teams asks for beyond that.

import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';
import type { Card } from '../../../../adapters/teams/render/card.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';

const { AdaptiveCard, HostConfig, SerializationContext } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js') as typeof Library;

interface Part {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** All objects that say of what type they are. */
export function partsIn(value: unknown, found: Part[] = []): Part[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('type' in value && typeof value.type === 'string') found.push(value as Part);
  for (const [key, inner] of Object.entries(value)) if (key !== 'data') partsIn(inner, found);
  return found;
}

export function bytesOf(card: object): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** Teams finds people by itself; the library, which does not, asks for something to choose from. */
const NO_CHOICE = 'An Input.ChoiceSet must have at least one choice defined.';
const PRESSED = new Set(['Action.Execute', 'Action.Submit']);

/** What is wrong with a card that is sent; nothing, one hopes. */
export function breachesOf(card: Card, most: number = LIMITS.card): string[] {
  const parts = partsIn(card);
  const inputs = parts.filter((part) => part.type.startsWith('Input.'));
  const actions = parts.filter((part) => part.type.startsWith('Action.'));
  const ids = inputs.map((input) => input['id']);
  const rows = parts.map((part) => part['actions']).filter(Array.isArray);
  const size = bytesOf(card);
  return [
    ...eventsOf(card, inputs.filter((input) => 'choices.data' in input).length),
    ...(card.version === '1.5' ? [] : ['the version']),
    ...(size <= most ? [] : [`${size} bytes`]),
    ...(card.body.length > 0 ? [] : ['an empty card']),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...inputs.filter((input) => !hasWords(input['label']) || !String(input['id']).startsWith('f.')).map((input) => `no label: ${String(input['id'])}`),
    ...actions.filter((action) => PRESSED.has(action.type) && !verbOf(action)).map((action) => `no verb: ${String(action['title'])}`),
    ...actions.filter((action) => action.type !== 'Action.OpenUrl' && !hasWords(action['title'])).map(() => 'an action without words'),
    ...rows.filter((row) => row.length === 0 || row.length > LIMITS.actions).map((row) => `${row.length} actions`),
    ...parts.filter((part) => part.type === 'RichTextBlock' && (part['inlines'] as unknown[]).length === 0).map(() => 'an empty text'),
    ...textsIn(card, [], SHOWN).flatMap((text) =>
      text.isWellFormed() && !MACRO.test(text) && !UNSEEN.test(text) ? [] : [`not letters alone: ${text.slice(0, 40)}`],
    ),
  ];
}

const MACRO = /\{\{(?:DATE|TIME)\(/;
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

function eventsOf(card: Card, pickers: number): string[] {
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: LIMITS.actions } });
  const context = new SerializationContext();
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { lang } = card;
  const failures = parsed.validateProperties().validationEvents.map((event) => event.message);
  const known = failures.filter((failure) => failure === NO_CHOICE).length;
  // The library's pattern for it remembers where it stopped, so every second good one is bad to it.
  const meant = events.filter((event) => !/^(?:en|sv|es)$/.test(lang) || event !== `Invalid value "${lang}" for property "lang".`);
  return [...meant, ...failures.filter((failure) => failure !== NO_CHOICE), ...(known > pickers ? [NO_CHOICE] : [])];
}

function verbOf({ type, verb, data }: Part): unknown {
  const inner = typeof data === 'object' && data !== null && 'verb' in data ? data.verb : undefined;
  return type === 'Action.Execute' ? verb === inner && inner : inner;
}

function hasWords(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** Keys under which people read or hear something. */
const SHOWN = ['text', 'altText', 'label', 'title', 'tooltip', 'placeholder', 'errorMessage'];

/** All texts that a person would see, in the order in which they stand; of choices the title alone. */
export function textsIn(value: unknown, found: string[] = [], keys: readonly string[] = [...SHOWN, 'value']): string[] {
  if (typeof value !== 'object' || value === null) return found;
  const isCoded = 'choices' in value || 'valueOn' in value || ('title' in value && 'value' in value);
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'data' || (isCoded && key === 'value')) continue;
    if (keys.includes(key) && typeof inner === 'string') found.push(inner);
    else textsIn(inner, found, keys);
  }
  return found;
}

/** As a person reads it: what keeps two signs together cannot be seen. */
export function seen(text: string): string {
  return text.replaceAll('\u2060', '');
}

/** One long string of all texts. */
export function saidIn(value: unknown): string {
  return seen(textsIn(value).join(''));
}
