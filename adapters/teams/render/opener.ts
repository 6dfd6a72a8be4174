// A small card that opens a form: to what is typed, Teams lets no dialog be the answer.

import type { Language } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { noteOf } from './blocks.ts';
import { opening } from './buttons.ts';
import type { Card } from './card.ts';
import { LIMITS } from './limits.ts';
import { cardOf } from './message.ts';
import { type Opens, openData } from './press.ts';
import { richBlocks } from './rich.ts';
import { BOLD, clip, run } from './text.ts';

export function openerCard(title: string, opens: Opens, language: Language): Card {
  const button = { ...opening(openData(opens), 'chat', words(say('teams.open'), language)), style: 'positive' } as const;
  const body = [...richBlocks(run(clip(title, LIMITS.label), BOLD)), ...noteOf(words(say('teams.opens'), language))];
  return { ...cardOf(body, language), actions: [button] };
}
