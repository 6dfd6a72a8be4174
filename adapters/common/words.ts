// The adapter's own few words, from the catalogue.

import { wordsOf } from '../../src/bot/texts/format.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import type { Text } from '../../src/bot/views/text.ts';

export function words(text: Text, language: Language): string {
  return wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });
}
