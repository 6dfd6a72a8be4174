// A message, a page or a few words as a card.

import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownHome, ShownMessage, Spans } from '../../../src/bot/views/shown.ts';
import { headingOf, somethingOf } from './blocks.ts';
import type { Place } from './buttons.ts';
import type { Card, Element } from './card.ts';
import { fitted, sizeOf } from './fit.ts';
import { LIMITS } from './limits.ts';
import { richBlocks } from './rich.ts';
import { BOLD, oneLine, runs } from './text.ts';

export type { Place } from './buttons.ts';

const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** Always fit to be sent: what is too long is cut, with a note. `above` stands on top of all. */
export function renderMessage(view: ShownMessage | ShownHome, place: Place, above: Spans = []): Card {
  const language = languageOf(view.language, 'en');
  const top = [...richBlocks(runs(above, BOLD)), ...(view.type === 'home' ? titleOf(view.title, place) : [])];
  return cardOf([...top, ...somethingOf(view.blocks, { language, place, titled: view.type === 'home' })], language);
}

/** Just words. */
export function noteCard(text: Spans, language: Language): Card {
  return renderMessage({ type: 'message', language, blocks: [{ block: 'text', text }] }, 'chat');
}

/** A dialog has its title above the card, where it is not too long. */
export function titleOf(title: string, place: Place): Element[] {
  if (place === 'dialog' && oneLine(title).length <= LIMITS.windowTitle) return [];
  return headingOf([{ text: title, from: 'us' }], 'large');
}

export function cardOf(body: readonly Element[], language: Language): Card {
  const empty = emptyCard(language);
  return { ...empty, body: fitted(body, LIMITS.card - sizeOf(empty), language) };
}

export function emptyCard(language: Language): Card {
  return { type: 'AdaptiveCard', $schema: SCHEMA, version: '1.5', lang: language, body: [] };
}
